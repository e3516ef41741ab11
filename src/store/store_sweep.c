/* store_sweep: see store_sweep.h. */
#include "store/store_sweep.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>

#include "store/store_internal.h"

static const char put_sweep[] = "INSERT INTO sweep (sweep_key, name, title,"
    " scenario, config, base_config, seed, generator, engine, command,"
    " version, libraries, started_at, model_version, runs_asked, cells)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
static const char put_axis[] = "INSERT INTO sweep_axis (name, key, sweep_id,"
    " axis, levels) VALUES (?, ?, ?, ?, ?)";
static const char put_level[] = "INSERT INTO sweep_level (value, sweep_id,"
    " axis, level, number) VALUES (?, ?, ?, ?, ?)";

/* Texts go to the parameters from 1, integers to those behind them. */
static int
bind(sqlite3_stmt *s, const char *const *texts, int n,
    const int64_t *integers, int m)
{
	int failed = 0;
	for (int i = 0; i < n; i++)
		failed |= sqlite3_bind_text(s, i + 1,
		    texts[i] ? texts[i] : "", -1, SQLITE_STATIC);
	for (int i = 0; i < m; i++)
		failed |= sqlite3_bind_int64(s, n + i + 1, integers[i]);
	return failed;
}

static enum dt_status
prepare(struct dt_store *store, const char *sql, sqlite3_stmt **statement,
    struct dt_error *err)
{
	if (sqlite3_prepare_v2(store->db, sql, -1, statement, NULL) !=
	    SQLITE_OK)
		return dt_store_explain(store->path, store->db, err);
	return DT_OK;
}

static enum dt_status
insert_levels(struct dt_store *store, int64_t id, int64_t axis,
    const struct dt_store_axis *a, struct dt_error *err)
{
	sqlite3_stmt *put = NULL;
	enum dt_status status = prepare(store, put_level, &put, err);
	for (size_t i = 0; i < a->n && status == DT_OK; i++) {
		const struct dt_store_level *l = &a->levels[i];
		const int64_t integers[] = { id, axis, (int64_t)i + 1 };
		int failed = bind(put, &l->value, 1, integers, 3);
		failed |= sqlite3_bind_double(put, 5, isfinite(l->number) ?
		    l->number + 0.0 : (double)(i + 1));
		status = failed ? dt_store_explain(store->path, store->db,
		    err) : dt_store_step(store, put, err);
	}
	sqlite3_finalize(put);
	return status;
}

static enum dt_status
insert_axes(struct dt_store *store, int64_t id,
    const struct dt_store_axis *axes, size_t n, struct dt_error *err)
{
	sqlite3_stmt *put = NULL;
	enum dt_status status = prepare(store, put_axis, &put, err);
	for (size_t i = 0; i < n && status == DT_OK; i++) {
		const char *const texts[] = { axes[i].name, axes[i].key };
		const int64_t integers[] = { id, (int64_t)i + 1,
			(int64_t)axes[i].n };
		status = bind(put, texts, 2, integers, 3) ?
		    dt_store_explain(store->path, store->db, err) :
		    dt_store_step(store, put, err);
		if (status == DT_OK)
			status = insert_levels(store, id, (int64_t)i + 1,
			    &axes[i], err);
	}
	sqlite3_finalize(put);
	return status;
}

static enum dt_status
insert(struct dt_store *store, const struct dt_store_sweep *s, int64_t *id,
    struct dt_error *err)
{
	char seed[24];
	sqlite3_stmt *put = NULL;
	snprintf(seed, sizeof(seed), "%" PRIu64, s->seed);
	const char *const texts[] = { s->key, s->name, s->title, s->scenario,
		s->config, s->base_config, seed, s->generator, s->engine,
		s->command, s->version, s->libraries, s->started_at };
	const int64_t integers[] = { s->model_version, s->runs, s->cells };
	enum dt_status status = prepare(store, put_sweep, &put, err);
	if (status == DT_OK)
		status = bind(put, texts, 13, integers, 3) ?
		    dt_store_explain(store->path, store->db, err) :
		    dt_store_step(store, put, err);
	sqlite3_finalize(put);
	*id = sqlite3_last_insert_rowid(store->db);
	return status;
}

static enum dt_status
find(struct dt_store *store, const char *key, int64_t *id, bool *found,
    struct dt_error *err)
{
	sqlite3_stmt *get = NULL;
	enum dt_status status = prepare(store,
	    "SELECT sweep_id FROM sweep WHERE sweep_key = ?", &get, err);
	if (status == DT_OK && bind(get, &key, 1, NULL, 0))
		status = dt_store_explain(store->path, store->db, err);
	int code = status ? SQLITE_DONE : sqlite3_step(get);
	*found = code == SQLITE_ROW;
	if (*found)
		*id = sqlite3_column_int64(get, 0);
	else if (code != SQLITE_DONE)
		status = dt_store_explain(store->path, store->db, err);
	sqlite3_finalize(get);
	return status;
}

enum dt_status
dt_store_sweep_register(struct dt_store *store,
    const struct dt_store_sweep *sweep, const struct dt_store_axis *axes,
    size_t n, int64_t *id, bool *found, struct dt_error *err)
{
	bool fresh;
	enum dt_status status = dt_store_enter(store, &fresh, err);
	if (status == DT_OK)
		status = find(store, sweep->key, id, found, err);
	if (status == DT_OK && !*found) {
		status = insert(store, sweep, id, err);
		if (status == DT_OK)
			status = insert_axes(store, *id, axes, n, err);
	}
	return dt_store_leave(store, fresh, status, err);
}

/* Hands the rows about a sweep, one by one, to `take`. */
static enum dt_status
each(struct dt_store *store, const char *sql, int64_t id,
    void (*take)(void *into, int64_t limit, sqlite3_stmt *row), void *into,
    int64_t limit, struct dt_error *err)
{
	sqlite3_stmt *get = NULL;
	enum dt_status status = prepare(store, sql, &get, err);
	int code = status ? SQLITE_DONE : bind(get, NULL, 0, &id, 1) ?
	    SQLITE_ERROR : SQLITE_ROW;
	while (code == SQLITE_ROW && (code = sqlite3_step(get)) == SQLITE_ROW)
		take(into, limit, get);
	if (code != SQLITE_DONE)
		status = dt_store_explain(store->path, store->db, err);
	sqlite3_finalize(get);
	return status;
}

static void
take_done(void *into, int64_t limit, sqlite3_stmt *row)
{
	int64_t cell = sqlite3_column_int64(row, 0);
	if (cell <= limit)
		((bool *)into)[cell - 1] = true;
}

enum dt_status
dt_store_sweep_done(struct dt_store *store, int64_t id, bool *done,
    int64_t cells, struct dt_error *err)
{
	return each(store, "SELECT cell FROM cell WHERE sweep_id = ?", id,
	    take_done, done, cells, err);
}

static void
take_measure(void *into, int64_t limit, sqlite3_stmt *row)
{
	int64_t cell = sqlite3_column_int64(row, 0);
	if (cell <= limit)
		((double *)into)[cell - 1] =
		    sqlite3_column_type(row, 1) == SQLITE_NULL ? NAN :
		    sqlite3_column_double(row, 1);
}

enum dt_status
dt_store_sweep_measure(struct dt_store *store, int64_t id,
    const char *column, double *values, int64_t cells,
    struct dt_error *err)
{
	char sql[128];
	snprintf(sql, sizeof(sql), "SELECT cell, %s FROM cell WHERE sweep_id"
	    " = ?", column);
	return each(store, sql, id, take_measure, values, cells, err);
}

/* Doubles to the parameters from `first`; + 0.0 turns -0 into 0. */
static int
bind_numbers(sqlite3_stmt *s, int first, const double *numbers, int n)
{
	int failed = 0;
	for (int i = 0; i < n; i++)
		failed |= sqlite3_bind_double(s, first + i,
		    numbers[i] + 0.0);
	return failed;
}

static enum dt_status
put_cell(struct dt_store *store, int64_t id, const struct dt_store_cell *c,
    struct dt_error *err)
{
	const char *const texts[] = { c->key, c->config_sha256, c->engine };
	const int64_t integers[] = { c->states, c->runs, id, c->cell };
	sqlite3_stmt *put = NULL;
	enum dt_status status = dt_store_statement(store, DT_STORE_SQL_CELL,
	    &put, err);
	if (status)
		return status;
	if (bind(put, texts, 3, integers, 4) ||
	    bind_numbers(put, 8, c->measure, DT_CELL_MEASURES))
		return dt_store_explain(store->path, store->db, err);
	return dt_store_step(store, put, err);
}

static enum dt_status
put_levels(struct dt_store *store, int64_t id, int64_t cell,
    const int64_t *levels, size_t n, struct dt_error *err)
{
	sqlite3_stmt *put = NULL;
	enum dt_status status = dt_store_statement(store,
	    DT_STORE_SQL_CELL_AXIS, &put, err);
	for (size_t i = 0; i < n && status == DT_OK; i++) {
		const int64_t integers[] = { id, cell, (int64_t)i + 1,
			levels[i] };
		status = bind(put, NULL, 0, integers, 4) ?
		    dt_store_explain(store->path, store->db, err) :
		    dt_store_step(store, put, err);
	}
	return status;
}

static enum dt_status
put_outcome(struct dt_store *store, int64_t id, int64_t cell, int64_t agent,
    const struct dt_store_cell_outcome *o, struct dt_error *err)
{
	const char *const texts[] = { o->name, o->strategy };
	const int64_t integers[] = { id, cell, agent };
	sqlite3_stmt *put = NULL;
	enum dt_status status = dt_store_statement(store,
	    DT_STORE_SQL_CELL_OUTCOME, &put, err);
	if (status)
		return status;
	if (bind(put, texts, 2, integers, 3) ||
	    bind_numbers(put, 6, o->figure, DT_CELL_FIGURES))
		return dt_store_explain(store->path, store->db, err);
	return dt_store_step(store, put, err);
}

enum dt_status
dt_store_sweep_put(struct dt_store *store, int64_t id,
    const struct dt_store_cell *cell, const int64_t *levels, size_t n_axes,
    const struct dt_store_cell_outcome *outcomes, size_t n_outcomes,
    struct dt_error *err)
{
	if (!store->writing)
		return dt_status_fail(err, DT_EUSAGE, "%s: a cell comes "
		    "between begin and commit", store->path);
	enum dt_status status = put_cell(store, id, cell, err);
	if (status == DT_OK)
		status = put_levels(store, id, cell->cell, levels, n_axes,
		    err);
	for (size_t i = 0; i < n_outcomes && status == DT_OK; i++)
		status = put_outcome(store, id, cell->cell, (int64_t)i + 1,
		    &outcomes[i], err);
	if (status)
		dt_store_rollback(store);
	return status;
}

enum dt_status
dt_store_sweep_end(struct dt_store *store, int64_t id, const char *ended_at,
    struct dt_error *err)
{
	sqlite3_stmt *put = NULL;
	enum dt_status status = prepare(store, "UPDATE sweep SET ended_at ="
	    " ?1 WHERE sweep_id = ?2 AND ended_at = '' AND cells = (SELECT"
	    " count(*) FROM cell WHERE sweep_id = ?2)", &put, err);
	if (status == DT_OK)
		status = bind(put, &ended_at, 1, &id, 1) ?
		    dt_store_explain(store->path, store->db, err) :
		    dt_store_step(store, put, err);
	sqlite3_finalize(put);
	if (status == DT_OK)
		status = dt_store_exec(store, "PRAGMA wal_checkpoint", err);
	return status;
}
