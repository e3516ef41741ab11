/*
 * store_experiment: experiments and their agents, and which runs are there.
 */
#include "store/store_internal.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char put_experiment[] =
    "INSERT INTO experiment (experiment_key, scenario, title, treaty, payoffs,"
    " config, config_sha256, seed, generator, engine, detail, command,"
    " version, libraries, started_at, evidence, model_version, runs_asked)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

static const char put_agent[] =
    "INSERT INTO agent (name, title, kind, host, strategy, status,"
    " experiment_id, agent, signs, weight)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

static enum dt_status
prepare(struct dt_store *store, const char *sql, sqlite3_stmt **statement,
    struct dt_error *err)
{
	if (sqlite3_prepare_v2(store->db, sql, -1, statement, NULL) !=
	    SQLITE_OK)
		return dt_store_explain(store->path, store->db, err);
	return DT_OK;
}

/* Texts go to the parameters from 1, integers to those behind them. */
static int
bind(sqlite3_stmt *statement, const char *const *texts, int n,
    const int64_t *integers, int m)
{
	int failed = 0;
	for (int i = 0; i < n; i++)
		failed |= sqlite3_bind_text(statement, i + 1,
		    texts[i] ? texts[i] : "", -1, SQLITE_STATIC);
	for (int i = 0; i < m; i++)
		failed |= sqlite3_bind_int64(statement, n + i + 1,
		    integers[i]);
	return failed;
}

/* Steps, once: DT_OK and *row says whether there is a row to read. */
static enum dt_status
step(struct dt_store *store, sqlite3_stmt *statement, int failed, bool *row,
    struct dt_error *err)
{
	int code = failed ? SQLITE_ERROR : sqlite3_step(statement);
	*row = code == SQLITE_ROW;
	if (code == SQLITE_ROW || code == SQLITE_DONE)
		return DT_OK;
	return dt_store_explain(store->path, store->db, err);
}

/* Binds, runs and ends a statement that gives no rows. */
static enum dt_status
run(struct dt_store *store, const char *sql, const char *const *texts, int n,
    const int64_t *integers, int m, struct dt_error *err)
{
	bool row = false;
	sqlite3_stmt *statement = NULL;
	enum dt_status status = prepare(store, sql, &statement, err);
	if (status == DT_OK)
		status = step(store, statement,
		    bind(statement, texts, n, integers, m), &row, err);
	sqlite3_finalize(statement);
	return status;
}

static const char *
evidence_of(const struct dt_store_experiment *e)
{
	return e->evidence ? e->evidence : "none";
}

/* What was asked for, is it kept like what the file has? */
static enum dt_status
same(struct dt_store *store, const char *what, const char *asked,
    const char *kept, struct dt_error *err)
{
	if (kept == NULL)
		return dt_store_explain(store->path, store->db, err);
	if (asked != NULL && strcmp(kept, asked) == 0)
		return DT_OK;
	return dt_status_fail(err, DT_EUSAGE, "%s: has this experiment "
	    "already with %s '%s', not '%s': use that, or another file",
	    store->path, what, kept, asked ? asked : "");
}

static enum dt_status
find(struct dt_store *store, const struct dt_store_experiment *e,
    int64_t *id, bool *found, struct dt_error *err)
{
	sqlite3_stmt *statement = NULL;
	enum dt_status status = prepare(store, "SELECT experiment_id, detail,"
	    " evidence FROM experiment WHERE experiment_key = ?", &statement, err);
	if (status == DT_OK)
		status = step(store, statement,
		    bind(statement, &e->key, 1, NULL, 0), found, err);
	if (status == DT_OK && *found) {
		*id = sqlite3_column_int64(statement, 0);
		status = same(store, "detail", e->detail,
		    (const char *)sqlite3_column_text(statement, 1), err);
		if (status == DT_OK)
			status = same(store, "evidence", evidence_of(e),
			    (const char *)sqlite3_column_text(statement, 2),
			    err);
	}
	sqlite3_finalize(statement);
	return status;
}

static enum dt_status
insert(struct dt_store *store, const struct dt_store_experiment *e,
    int64_t *id, struct dt_error *err)
{
	char seed[24];
	snprintf(seed, sizeof(seed), "%" PRIu64, e->seed);
	const char *const texts[] = { e->key, e->scenario, e->title,
		e->treaty, e->payoffs, e->config, e->config_sha256, seed,
		e->generator, e->engine, e->detail, e->command, e->version,
		e->libraries, e->started_at, evidence_of(e) };
	const int64_t integers[] = { e->model_version, e->runs };
	enum dt_status status = run(store, put_experiment, texts, 16,
	    integers, 2, err);
	*id = sqlite3_last_insert_rowid(store->db);
	return status;
}

static enum dt_status
insert_agent(struct dt_store *store, int64_t id, int64_t number,
    const struct dt_store_agent *a, struct dt_error *err)
{
	if (!isfinite(a->weight))
		return dt_status_fail(err, DT_EUSAGE, "%s: agent %s: weight "
		    "is not a finite number", store->path, a->name);
	bool row = false;
	const char *const texts[] = { a->name, a->title, a->kind, a->host,
		a->strategy, a->status };
	const int64_t integers[] = { id, number, a->signs };
	sqlite3_stmt *statement = NULL;
	enum dt_status status = prepare(store, put_agent, &statement, err);
	if (status == DT_OK)
		status = step(store, statement,
		    bind(statement, texts, 6, integers, 3) |
		    sqlite3_bind_double(statement, 10, a->weight + 0.0), &row,
		    err);
	sqlite3_finalize(statement);
	return status;
}

enum dt_status
dt_store_put_experiment(struct dt_store *store,
    const struct dt_store_experiment *experiment,
    const struct dt_store_agent *agents, size_t n, int64_t *id, bool *found,
    struct dt_error *err)
{
	enum dt_status status = store->pack_asked && experiment->detail &&
	    strcmp(experiment->detail, "rounds") == 0 ?
	    dt_store_pack_begin(store, err) : DT_OK;
	if (status == DT_OK)
		status = find(store, experiment, id, found, err);
	/* the command that plays it again asks for as many; one that is signed
	 * stays what it was */
	if (status == DT_OK && *found)
		return run(store, "UPDATE experiment SET runs_asked = ?2,"
		    " command = CASE evidence WHEN 'none' THEN"
		    " replace(command, ' --runs ' || runs_asked || ' --seed ',"
		    " ' --runs ' || ?2 || ' --seed ') ELSE command END WHERE"
		    " experiment_id = ?1 AND runs_asked < ?2", NULL, 0,
		    (const int64_t[]){ *id, experiment->runs }, 2, err);
	if (status == DT_OK)
		status = insert(store, experiment, id, err);
	for (size_t i = 0; i < n && status == DT_OK; i++)
		status = insert_agent(store, *id, (int64_t)i + 1, &agents[i],
		    err);
	return status ? status : dt_store_put_settings(store->db, store->path,
	    *id, experiment->config ? experiment->config : "", err);
}

/* A row: how many there are, how many of those are not whole, their seeds, that
 * of one that is not, that of one. */
static const char seeds_of[] = "SELECT count(*), sum(open),"
    " group_concat(seed, ', '), max(CASE WHEN open THEN seed END), max(seed)"
    " FROM (SELECT seed, ended_at = '' OR runs_stored < runs_asked AS open"
    " FROM experiment WHERE config_sha256 = ? AND engine = ? AND"
    " model_version = ? ORDER BY experiment_id)";

static enum dt_status
read_seed(struct dt_store *store, sqlite3_stmt *row, uint64_t *seed,
    bool *found, struct dt_error *err)
{
	int64_t all = sqlite3_column_int64(row, 0);
	int64_t open = sqlite3_column_int64(row, 1);
	*found = all > 0;
	if (all == 0)
		return DT_OK;
	if (all > 1 && open != 1)
		return dt_status_fail(err, DT_EUSAGE, "%s: has this "
		    "experiment by several seeds (%s): say by --seed which "
		    "goes on", store->path,
		    (const char *)sqlite3_column_text(row, 2));
	const char *text = (const char *)sqlite3_column_text(row,
	    open == 1 ? 3 : 4);
	if (text == NULL)
		return dt_store_explain(store->path, store->db, err);
	*seed = strtoull(text, NULL, 10);
	return DT_OK;
}

enum dt_status
dt_store_seed(struct dt_store *store,
    const struct dt_store_experiment *experiment, uint64_t *seed,
    bool *found, struct dt_error *err)
{
	const char *const texts[] = { experiment->config_sha256,
		experiment->engine };
	sqlite3_stmt *get = NULL;
	bool row = false;
	*found = false;
	if (store->db == NULL)
		return DT_OK;
	enum dt_status status = prepare(store, seeds_of, &get, err);
	if (status == DT_OK)
		status = step(store, get, bind(get, texts, 2,
		    &experiment->model_version, 1), &row, err);
	if (row)
		status = read_seed(store, get, seed, found, err);
	sqlite3_finalize(get);
	return status;
}

enum dt_status
dt_store_agents(struct dt_store *store, int64_t id, struct dt_error *err)
{
	if (store->experiment == id && store->agents != 0)
		return DT_OK;
	sqlite3_stmt *count = NULL;
	bool row = false;
	enum dt_status status = dt_store_statement(store, DT_STORE_SQL_AGENTS,
	    &count, err);
	if (status == DT_OK)
		status = step(store, count, sqlite3_bind_int64(count, 1, id),
		    &row, err);
	store->experiment = id;
	store->agents = row ? (size_t)sqlite3_column_int64(count, 0) : 0;
	(void)sqlite3_reset(count);
	if (status == DT_OK && store->agents == 0)
		return dt_status_fail(err, DT_EUSAGE, "%s: experiment %lld "
		    "is not registered, or has no agents", store->path,
		    (long long)id);
	return status;
}

enum dt_status
dt_store_finished(struct dt_store *store, int64_t id, bool *done,
    int64_t runs, struct dt_error *err)
{
	memset(done, 0, (size_t)runs * sizeof(*done));
	if (store->db == NULL)
		return DT_OK;
	sqlite3_stmt *statement = NULL;
	bool row = true;
	enum dt_status status = prepare(store, "SELECT run FROM run WHERE"
	    " experiment_id = ? AND run <= ?", &statement, err);
	int failed = status ? 1 : bind(statement, NULL, 0,
	    (const int64_t[]){ id, runs }, 2);
	while (status == DT_OK && row) {
		status = step(store, statement, failed, &row, err);
		if (status == DT_OK && row)
			done[sqlite3_column_int64(statement, 0) - 1] = true;
	}
	sqlite3_finalize(statement);
	return status;
}

enum dt_status
dt_store_ended(struct dt_store *store, int64_t id, const char *ended_at,
    struct dt_error *err)
{
	if (store->db == NULL || store->writing ||
	    store->how == DT_STORE_READ)
		return dt_status_fail(err, DT_EUSAGE, "%s: end comes after "
		    "register and commit", store->path);
	return run(store, "UPDATE experiment SET ended_at ="
	    " ?1, runs_stored = r.runs FROM (SELECT (SELECT count(*) FROM run"
	    " WHERE experiment_id = ?2) + (SELECT count(*) FROM negotiation"
	    " WHERE experiment_id = ?2) AS runs) AS r WHERE experiment_id = ?2 AND"
	    " (ended_at = '' OR runs_stored <> r.runs)", &ended_at, 1, &id, 1,
	    err);
}

enum dt_status
dt_store_end(struct dt_store *store, int64_t id, const char *ended_at,
    struct dt_error *err)
{
	enum dt_status status = dt_store_ended(store, id, ended_at, err);
	/* syncs the log, then what of it readers let into the file */
	return status ? status : dt_store_exec(store, "PRAGMA wal_checkpoint",
	    err);
}
