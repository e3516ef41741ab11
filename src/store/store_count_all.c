/* store_count_all: the counts of a file whose rounds are there already: one that
 * is migrated, or merged of several. */
#include "store/store_count.h"

#include <string.h>

#include "store/store_internal.h"

/* A row of the walk over all moves. */
enum { EXPERIMENT, RUN, ROUND, PHASE, AGENT, FLAGS, PAYOFF, FINE, AGENTS };

static const char walk_sql[] =
    "SELECT m.experiment_id, m.run, m.round, r.phase, m.agent, m.flags,"
    " m.payoff, m.fine, (SELECT count(*) FROM agent AS a WHERE"
    " a.experiment_id = r.experiment_id) FROM round AS r CROSS JOIN move_code"
    " AS m USING (experiment_id, run, round) ORDER BY r.experiment_id, r.run,"
    " r.round, m.agent";

struct walk {
	struct dt_store_count *count;
	sqlite3_stmt *get;
	int64_t experiment, run, round, agents;
};

/* A move of nobody is no fault here: an audit finds it. */
static enum dt_status
take(struct walk *w, struct dt_error *err)
{
	int64_t experiment = sqlite3_column_int64(w->get, EXPERIMENT);
	int64_t run = sqlite3_column_int64(w->get, RUN);
	int64_t round = sqlite3_column_int64(w->get, ROUND);
	int64_t agent = sqlite3_column_int64(w->get, AGENT);
	const char *phase = (const char *)sqlite3_column_text(w->get, PHASE);
	enum dt_status status = DT_OK;
	bool begins = experiment != w->experiment || run != w->run;
	if (begins) {
		w->agents = sqlite3_column_int64(w->get, AGENTS);
		status = dt_store_count_run(w->count, experiment, run,
		    (size_t)w->agents, err);
	}
	if (status == DT_OK && phase == NULL)
		return dt_status_no_memory(err);
	if (status == DT_OK && (begins || round != w->round))
		status = dt_store_count_round(w->count, round, phase, err);
	w->experiment = experiment;
	w->run = run;
	w->round = round;
	if (status || agent < 1 || agent > w->agents)
		return status;
	return dt_store_count_move(w->count, agent,
	    sqlite3_column_int(w->get, FLAGS),
	    sqlite3_column_double(w->get, PAYOFF),
	    sqlite3_column_double(w->get, FINE), err);
}

static enum dt_status
walk(struct walk *w, sqlite3 *db, const char *path, struct dt_error *err)
{
	int code = SQLITE_DONE;
	enum dt_status status = DT_OK;
	while (status == DT_OK && (code = sqlite3_step(w->get)) == SQLITE_ROW)
		status = take(w, err);
	if (status == DT_OK && code != SQLITE_DONE)
		return dt_store_explain(path, db, err);
	return status ? status : dt_store_count_end(w->count, err);
}

bool
dt_store_count_has(const char *table)
{
	return strcmp(table, "tally_code") == 0 ||
	    strcmp(table, "pair") == 0 || strcmp(table, "round_tally") == 0;
}

enum dt_status
dt_store_count_all(sqlite3 *db, const char *path, struct dt_error *err)
{
	struct walk w = { 0 };
	enum dt_status status = dt_store_count_new(&w.count, db, path, err);
	if (status == DT_OK && (sqlite3_exec(db, "DELETE FROM tally_code;"
	    "DELETE FROM pair; DELETE FROM round_tally", NULL, NULL, NULL) !=
	    SQLITE_OK || sqlite3_prepare_v2(db, walk_sql, -1, &w.get, NULL) !=
	    SQLITE_OK))
		status = dt_store_explain(path, db, err);
	if (status == DT_OK)
		status = walk(&w, db, path, err);
	sqlite3_finalize(w.get);
	dt_store_count_free(w.count);
	return status;
}
