/*
 * store_write: whole runs into an open transaction.
 *
 * What must hold between rows is checked here: an outcome for each agent of
 * the experiment, rounds of the run just put, in order, a move of each agent.
 */
#include "store/store_internal.h"

#include <math.h>

static enum dt_status
refuse(struct dt_store *store, const char *why, struct dt_error *err)
{
	return dt_status_fail(err, DT_EUSAGE, "%s: run %lld: %s", store->path,
	    (long long)store->run, why);
}

enum dt_status
dt_store_begin(struct dt_store *store, struct dt_error *err)
{
	if (store->db == NULL || store->writing ||
	    store->how == DT_STORE_READ)
		return dt_status_fail(err, DT_EUSAGE, "%s: begin comes after "
		    "register, and once", store->path);
	int64_t packed = 0;
	enum dt_status status = dt_store_exec(store, "BEGIN IMMEDIATE", err);
	store->writing = status == DT_OK;
	store->run = store->round = 0;
	/* another process may have written since */
	dt_store_pack_clear(store->pack);
	if (status == DT_OK)
		status = dt_store_number(store->db, store->path,
		    DT_STORE_HAS_PACKED, &packed, err);
	store->packs = packed > 0;
	if (status != DT_OK && store->writing)
		dt_store_rollback(store);
	return status;
}

enum dt_status
dt_store_check_whole(struct dt_store *store, struct dt_error *err)
{
	return store->round == 0 || store->round == store->rounds ? DT_OK :
	    refuse(store, "rounds of it are missing", err);
}

enum dt_status
dt_store_commit(struct dt_store *store, struct dt_error *err)
{
	if (!store->writing)
		return dt_status_fail(err, DT_EUSAGE, "%s: commit comes after "
		    "begin, and not after a put that failed", store->path);
	enum dt_status status = dt_store_check_whole(store, err);
	if (status == DT_OK)
		status = dt_store_feed_flush(store, err);
	if (status == DT_OK && store->count != NULL)
		status = dt_store_count_end(store->count, err);
	if (status == DT_OK && store->pack != NULL)
		status = dt_store_pack_end(store->pack, err);
	if (status == DT_OK)
		status = dt_store_exec(store, "COMMIT", err);
	if (status)
		dt_store_rollback(store);
	store->writing = false;
	return status;
}

/* Half a run must not be committed: a put that fails ends the transaction. */
static enum dt_status
lose(struct dt_store *store, enum dt_status status)
{
	if (status && store->writing)
		dt_store_rollback(store);
	return status;
}

static enum dt_status
insert_run(struct dt_store *store, int64_t id, const struct dt_store_run *r,
    struct dt_error *err)
{
	const int64_t values[] = { id, r->run, r->rounds,
		r->all_paused_rounds, r->in_force_rounds, r->suspended_rounds,
		r->entered_round, r->ended_round, r->first_breach_round };
	sqlite3_stmt *put = NULL;
	enum dt_status status = dt_store_statement(store, DT_STORE_SQL_RUN,
	    &put, err);
	if (status)
		return status;
	int failed = sqlite3_bind_text(put, 10, r->ending ? r->ending : "", -1,
	    SQLITE_STATIC);
	for (int i = 0; i < 9; i++)     /* the last three may never come */
		failed |= i >= 6 && values[i] == 0 ?
		    sqlite3_bind_null(put, i + 1) :
		    sqlite3_bind_int64(put, i + 1, values[i]);
	return failed ? dt_store_explain(store->path, store->db, err) :
	    dt_store_step(store, put, err);
}

static enum dt_status
check_finite(struct dt_store *store, int64_t agent, const double *values,
    const char *const *names, size_t n, struct dt_error *err)
{
	for (size_t i = 0; i < n; i++)
		if (!isfinite(values[i]))
			return dt_status_fail(err, DT_EUSAGE, "%s: run %lld, "
			    "agent %lld: %s is not a finite number",
			    store->path, (long long)store->run,
			    (long long)agent, names[i]);
	return DT_OK;
}

static int
bind_outcome(sqlite3_stmt *put, const int64_t counts[13],
    const double flows[4])
{
	int failed = sqlite3_bind_int64(put, 17, counts[12]);
	for (int i = 0; i < 12; i++)
		failed |= sqlite3_bind_int64(put, i + 1, counts[i]);
	/* + 0.0 turns -0 into 0, so that equal values are equal bytes */
	for (int i = 0; i < 4; i++)
		failed |= sqlite3_bind_double(put, i + 13, flows[i] + 0.0);
	return failed;
}

static enum dt_status
put_outcome(struct dt_store *store, int64_t id, int64_t agent,
    const struct dt_store_outcome *o, struct dt_error *err)
{
	static const char *const names[] = { "payoff_total", "fines_total",
		"monitoring_total", "transfers_total" };
	const int64_t counts[] = { id, store->run, agent, o->rounds_paused,
		o->rounds_party, o->slips, o->stopped, o->breaches,
		o->findings_right, o->findings_wrong, o->breaches_missed,
		o->false_declarations, o->rounds_bound };
	const double flows[] = { o->payoff, o->fines, o->monitoring_cost,
		o->transfers };
	sqlite3_stmt *put = NULL;
	enum dt_status status = check_finite(store, agent, flows, names, 4,
	    err);
	if (status == DT_OK)
		status = dt_store_statement(store, DT_STORE_SQL_OUTCOME, &put,
		    err);
	if (status == DT_OK && bind_outcome(put, counts, flows))
		return dt_store_explain(store->path, store->db, err);
	return status ? status : dt_store_step(store, put, err);
}

static enum dt_status
put_run(struct dt_store *store, int64_t id, const struct dt_store_run *run,
    const struct dt_store_outcome *outcomes, size_t n, struct dt_error *err)
{
	enum dt_status status = store->writing ? dt_store_check_whole(store, err) :
	    DT_OK;
	store->run = run->run;
	store->rounds = run->rounds;
	store->round = 0;
	if (!store->writing)
		return refuse(store, "put comes between begin and commit",
		    err);
	if (status == DT_OK)
		status = dt_store_agents(store, id, err);
	if (status == DT_OK && n != store->agents)
		return refuse(store, "an outcome for each agent is wanted",
		    err);
	if (status == DT_OK)
		status = insert_run(store, id, run, err);
	for (size_t i = 0; i < n && status == DT_OK; i++)
		status = put_outcome(store, id, (int64_t)i + 1, &outcomes[i],
		    err);
	return status;
}

enum dt_status
dt_store_put_run(struct dt_store *store, int64_t id,
    const struct dt_store_run *run, const struct dt_store_outcome *outcomes,
    size_t n, struct dt_error *err)
{
	return lose(store, put_run(store, id, run, outcomes, n, err));
}

static enum dt_status
check_moves(struct dt_store *store, const struct dt_store_move *moves,
    size_t n, struct dt_error *err)
{
	static const char *const names[] = { "payoff", "fine" };
	enum dt_status status = DT_OK;
	for (size_t i = 0; i < n && status == DT_OK; i++)
		if (!isfinite(moves[i].payoff) || !isfinite(moves[i].fine))
			status = check_finite(store, (int64_t)i + 1,
			    (const double[]){ moves[i].payoff, moves[i].fine },
			    names, 2, err);
	return status;
}

static enum dt_status
check_round(struct dt_store *store, int64_t id, int64_t run, int64_t round,
    size_t n, struct dt_error *err)
{
	if (!store->writing || store->run != run || store->experiment != id)
		return refuse(store, "a round comes after its run", err);
	if (round != store->round + 1 || round > store->rounds)
		return refuse(store, "rounds ascend by one, from 1 to the "
		    "run's number of rounds", err);
	if (n != store->agents)
		return refuse(store, "a move of each agent is wanted", err);
	return DT_OK;
}

static enum dt_status
pack_round(struct dt_store *store, int64_t round, const char *phase,
    const struct dt_store_move *moves, size_t n, struct dt_error *err)
{
	enum dt_status status = store->pack ? DT_OK : dt_store_pack_new(
	    &store->pack, store->db, store->path, err);
	if (status == DT_OK && round == 1)
		status = dt_store_pack_run(store->pack, store->experiment,
		    store->run, n, err);
	if (status == DT_OK)
		status = dt_store_pack_round(store->pack, phase, err);
	for (size_t i = 0; i < n && status == DT_OK; i++)
		status = dt_store_pack_move(store->pack, (int64_t)i + 1,
		    dt_store_feed_flags(&moves[i]), moves[i].alarms_seen,
		    moves[i].payoff, moves[i].fine, err);
	return status;
}

/* Beside the rows what they come to. */
static enum dt_status
count_round(struct dt_store *store, int64_t round, const char *phase,
    const struct dt_store_move *moves, size_t n, struct dt_error *err)
{
	enum dt_status status = store->count ? DT_OK : dt_store_count_new(
	    &store->count, store->db, store->path, err);
	if (status == DT_OK && round == 1)
		status = dt_store_count_run(store->count, store->experiment,
		    store->run, n, err);
	if (status == DT_OK)
		status = dt_store_count_round(store->count, round, phase, err);
	for (size_t i = 0; i < n && status == DT_OK; i++)
		status = dt_store_count_move(store->count, (int64_t)i + 1,
		    dt_store_feed_flags(&moves[i]), moves[i].payoff,
		    moves[i].fine, err);
	return status;
}

enum dt_status
dt_store_put_round(struct dt_store *store, int64_t id, int64_t run,
    int64_t round, const char *phase, const struct dt_store_move *moves,
    size_t n, struct dt_error *err)
{
	enum dt_status status = check_round(store, id, run, round, n, err);
	if (status == DT_OK)
		status = check_moves(store, moves, n, err);
	if (status == DT_OK)
		status = store->packs ? pack_round(store, round, phase, moves,
		    n, err) : dt_store_feed_add(store, round, phase, moves, n,
		    err);
	if (status == DT_OK)
		status = count_round(store, round, phase, moves, n, err);
	store->round = round;
	return lose(store, status);
}

void
dt_store_rollback(struct dt_store *store)
{
	/* SQLite itself may have rolled back before */
	(void)sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
	dt_store_feed_clear(store->feed);
	dt_store_count_clear(store->count);
	dt_store_pack_clear(store->pack);
	store->writing = false;
}
