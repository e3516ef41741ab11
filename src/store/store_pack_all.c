/* store_pack_all: packed tables in the place of those with a row a round, and
 * rounds that are there as rows; see store_pack.h. */
#include "store/store_pack.h"

#include <string.h>

#include "store/packed_sql.h"
#include "store/store_internal.h"

bool
dt_store_pack_has(const char *table)
{
	return strcmp(table, "packed_kind") == 0 || strcmp(table,
	    "packed_move") == 0 || strcmp(table, "packed_round") == 0;
}

enum dt_status
dt_store_pack_tables(sqlite3 *db, const char *path, struct dt_error *err)
{
	return sqlite3_exec(db, dt_packed_sql, NULL, NULL, NULL) ==
	    SQLITE_OK ? DT_OK : dt_store_explain(path, db, err);
}

void
dt_store_keep_packed(struct dt_store *store)
{
	store->pack_asked = true;
}

/* Talks have no rounds, whatever they say. */
static const char has_rows[] = "SELECT count(*) FROM experiment WHERE detail ="
    " 'rounds' AND engine <> 'talks'";

enum dt_status
dt_store_pack_begin(struct dt_store *store, struct dt_error *err)
{
	int64_t packed = 0, rows = 0;
	enum dt_status status = dt_store_number(store->db, store->path,
	    DT_STORE_HAS_PACKED, &packed, err);
	if (status == DT_OK && packed == 0)
		status = dt_store_number(store->db, store->path, has_rows,
		    &rows, err);
	if (status != DT_OK || packed > 0)
		return status;
	if (rows > 0)
		return dt_status_fail(err, DT_EUSAGE, "%s: keeps its rounds as "
		    "rows, and a file keeps all of them alike: pack it first, "
		    "by detente merge --detail packed NEW %s", store->path,
		    store->path);
	return dt_store_pack_tables(store->db, store->path, err);
}

/* ---- Rows that are there ---- */

enum { EXPERIMENT, RUN, ROUND, PHASE, AGENT, FLAGS, ALARMS, PAYOFF, FINE,
    AGENTS };

static const char walk_sql[] =
    "SELECT r.experiment_id, r.run, r.round, r.phase, m.agent, m.flags,"
    " m.alarms_seen, m.payoff, m.fine, (SELECT count(*) FROM agent AS a WHERE"
    " a.experiment_id = r.experiment_id) FROM temp.round AS r CROSS JOIN"
    " temp.move_code AS m USING (experiment_id, run, round) ORDER BY"
    " r.experiment_id, r.run, r.round, m.agent";

struct walk {
	struct dt_store_pack *pack;
	sqlite3_stmt *get;
	const char *path;
	int64_t experiment, run, round, agent, agents;  /* of the last row */
};

static int64_t
whole(const struct walk *w, int column)
{
	return sqlite3_column_int64(w->get, column);
}

/* Does this row follow on the last one: no round and no move is missing? */
static bool
follows(const struct walk *w, bool same_run)
{
	bool last = w->agent == w->agents;
	if (!same_run)
		return last && whole(w, ROUND) == 1 && whole(w, AGENT) == 1;
	return last ? whole(w, ROUND) == w->round + 1 && whole(w, AGENT) == 1 :
	    whole(w, ROUND) == w->round && whole(w, AGENT) == w->agent + 1;
}

static enum dt_status
refuse(const struct walk *w, struct dt_error *err)
{
	return dt_status_fail(err, DT_ESTORE, "%s: run %lld of experiment "
	    "%lld: a round or a move of it is missing, or is there twice: it "
	    "cannot be packed", w->path, (long long)whole(w, RUN),
	    (long long)whole(w, EXPERIMENT));
}

static enum dt_status
take(struct walk *w, struct dt_error *err)
{
	bool same_run = whole(w, EXPERIMENT) == w->experiment &&
	    whole(w, RUN) == w->run;
	enum dt_status status = follows(w, same_run) ? DT_OK : refuse(w, err);
	w->experiment = whole(w, EXPERIMENT);
	w->run = whole(w, RUN);
	w->round = whole(w, ROUND);
	w->agent = whole(w, AGENT);
	w->agents = whole(w, AGENTS);
	if (status == DT_OK && !same_run)
		status = dt_store_pack_run(w->pack, w->experiment, w->run,
		    (size_t)w->agents, err);
	if (status == DT_OK && w->agent == 1)
		status = dt_store_pack_round(w->pack, (const char *)
		    sqlite3_column_text(w->get, PHASE), err);
	return status ? status : dt_store_pack_move(w->pack, w->agent,
	    (int)whole(w, FLAGS), whole(w, ALARMS),
	    sqlite3_column_double(w->get, PAYOFF),
	    sqlite3_column_double(w->get, FINE), err);
}

static enum dt_status
walk(struct walk *w, sqlite3 *db, struct dt_error *err)
{
	int code = SQLITE_DONE;
	enum dt_status status = DT_OK;
	while (status == DT_OK && (code = sqlite3_step(w->get)) == SQLITE_ROW)
		status = take(w, err);
	if (status == DT_OK && code != SQLITE_DONE)
		return dt_store_explain(w->path, db, err);
	if (status == DT_OK && w->agent != w->agents)
		return refuse(w, err);
	return status ? status : dt_store_pack_end(w->pack, err);
}

enum dt_status
dt_store_pack_all(sqlite3 *db, const char *path, struct dt_error *err)
{
	struct walk w = { .path = path };
	enum dt_status status = dt_store_pack_new(&w.pack, db, path, err);
	if (status == DT_OK && sqlite3_prepare_v2(db, walk_sql, -1, &w.get,
	    NULL) != SQLITE_OK)
		status = dt_store_explain(path, db, err);
	if (status == DT_OK)
		status = walk(&w, db, err);
	sqlite3_finalize(w.get);
	dt_store_pack_free(w.pack);
	return status;
}
