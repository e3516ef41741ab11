/* store_deepen: rounds for an experiment that was kept without them. */
#include "store/store_internal.h"

#include <inttypes.h>
#include <stdio.h>

static enum dt_status
refuse(struct dt_store *store, int64_t id, const char *why,
    struct dt_error *err)
{
	return dt_status_fail(err, DT_EUSAGE, "%s: experiment %" PRId64 " %s",
	    store->path, id, why);
}

/* The first integer that SQL about the experiment gives. */
static enum dt_status
ask(struct dt_store *store, int64_t id, const char *sql, int64_t *answer,
    struct dt_error *err)
{
	char text[256];
	snprintf(text, sizeof(text), sql, id);
	return dt_store_number(store->db, store->path, text, answer, err);
}

/* 0: it may have them; else which of the reasons below. */
#define MAY "SELECT coalesce((SELECT CASE WHEN detail <> 'runs' THEN 1 WHEN" \
    " evidence <> 'none' THEN 2 WHEN ended_at = '' THEN 3 ELSE 0 END FROM" \
    " experiment WHERE experiment_id = %" PRId64 "), 4)"
static const char *const reasons[] = { NULL, "has its rounds already",
	"is signed as it is, without rounds: play it again with --detail rounds "
	"into another file", "is not whole: let it be finished, by --resume, "
	"and then add rounds", "is not there" };

static enum dt_status
begin(struct dt_store *store, int64_t id, struct dt_error *err)
{
	char sql[512];
	int64_t reason = 0;
	enum dt_status status = ask(store, id, MAY, &reason, err);
	if (status == DT_OK && reason != 0)
		status = refuse(store, id, reasons[reason], err);
	if (status == DT_OK)
		status = dt_store_agents(store, id, err);
	if (status == DT_OK && store->pack_asked)
		status = dt_store_pack_begin(store, err);
	store->packs |= store->pack_asked;
	/* the command that plays it again says so too */
	snprintf(sql, sizeof(sql), "UPDATE experiment SET detail = 'rounds',"
	    " command = replace(replace(command, ' --detail runs', ''),"
	    " ' --runs ' || runs_asked || ' --seed ', ' --detail %s --runs"
	    " ' || runs_asked || ' --seed ') WHERE experiment_id = %" PRId64,
	    store->packs ? "packed" : "rounds", id);
	return status ? status : dt_store_exec(store, sql, err);
}

enum dt_status
dt_store_deepen(struct dt_store *store, int64_t id, struct dt_error *err)
{
	enum dt_status status = dt_store_begin(store, err);
	if (status != DT_OK)
		return status;
	status = begin(store, id, err);
	if (status != DT_OK)
		dt_store_rollback(store);
	return status;
}

enum dt_status
dt_store_deepen_run(struct dt_store *store, int64_t id, int64_t run,
    int64_t rounds, struct dt_error *err)
{
	enum dt_status status = !store->writing || store->experiment != id ?
	    refuse(store, id, "was not opened to take rounds", err) :
	    dt_store_check_whole(store, err);
	store->run = run;
	store->rounds = rounds;
	store->round = 0;
	if (status != DT_OK && store->writing)
		dt_store_rollback(store);
	return status;
}
