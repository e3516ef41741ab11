/*
 * merge: see merge.h.
 *
 * First the heads (experiments, sweeps, solutions) of all parts are gathered;
 * those with one key become one row, and rows get their ids in an order that
 * hangs on their contents alone. Then the rows below them are copied table by table,
 * with the new ids. A table is merged if it has a column experiment_id,
 * sweep_id or solution_id, so that one that is added later is merged by
 * itself.
 */
#include "store/merge.h"

#include <string.h>

#include "base/arena.h"
#include "store/merge_rows.h"
#include "store/store_internal.h"

struct head {
	const char *table, *id, *key;
	const char *least;      /* column that breaks ties of provenance */
	const char *same;       /* columns that must be alike, joined */
	const char *rest;       /* what the chosen row takes from the others */
	const char *close;      /* once the rows below are there */
	const char *has;        /* asks a part whether it has the tables; NULL:
	                         * all have */
};

static const struct head heads[] = {
	{ "experiment", "experiment_id", "experiment_key", "title",
	  "config_sha256 || '/' || seed || '/' || model_version || '/' ||"
	  " engine || '/' || detail || '/' || evidence",
	  "UPDATE experiment AS e SET runs_asked = p.asked, started_at ="
	  " p.started, ended_at = p.ended FROM (SELECT experiment_key AS k,"
	  " max(runs_asked) AS asked, min(started_at) AS started,"
	  " max(ended_at) AS ended FROM part_experiment GROUP BY 1) AS p"
	  " WHERE e.experiment_key = p.k",
	  "UPDATE experiment SET runs_stored = (SELECT count(*) FROM run WHERE"
	  " run.experiment_id = experiment.experiment_id) + (SELECT count(*)"
	  " FROM negotiation AS n WHERE n.experiment_id ="
	  " experiment.experiment_id);"
	  "UPDATE experiment SET ended_at = CASE WHEN runs_stored < runs_asked"
	  " THEN '' WHEN ended_at = '' THEN (SELECT now FROM merge_now) ELSE"
	  " ended_at END", NULL },
	{ "sweep", "sweep_id", "sweep_key", "title",
	  "seed || '/' || model_version || '/' || engine || '/' || cells ||"
	  " '/' || runs_asked || '/' || base_config",
	  "UPDATE sweep AS s SET started_at = p.started, ended_at = p.ended"
	  " FROM (SELECT sweep_key AS k, min(started_at) AS started,"
	  " max(ended_at) AS ended FROM part_sweep GROUP BY 1) AS p"
	  " WHERE s.sweep_key = p.k",
	  "UPDATE sweep SET ended_at = CASE WHEN cells > (SELECT count(*) FROM"
	  " cell WHERE cell.sweep_id = sweep.sweep_id) THEN '' WHEN ended_at"
	  " = '' THEN (SELECT now FROM merge_now) ELSE ended_at END", NULL },
	{ "solution", "solution_id", "solution_key", "says",
	  "config_sha256 || '/' || model_version",
	  "UPDATE solution AS s SET started_at = p.started FROM (SELECT"
	  " solution_key AS k, min(started_at) AS started FROM part_solution"
	  " GROUP BY 1) AS p WHERE s.solution_key = p.k",
	  "", DT_STORE_HAS_SOLUTIONS },
};
enum { HEADS = sizeof(heads) / sizeof(heads[0]) };

struct merge {
	struct dt_store *store;
	enum dt_merge_rounds rounds;
	const char *const *parts;
	size_t n;
	struct dt_arena arena;
	struct dt_error *err;
};

/* Runs SQL; NULL is SQL for which memory was out. */
static enum dt_status
run(struct merge *m, const char *sql)
{
	return sql == NULL ? dt_status_no_memory(m->err) :
	    dt_store_exec(m->store, sql, m->err);
}

static enum dt_status
ask_part(struct merge *m, const struct head *h, size_t part, sqlite3 *db,
    bool *has)
{
	int64_t n = 1;
	enum dt_status status = h->has == NULL ? DT_OK :
	    dt_store_number(db, m->parts[part], h->has, &n, m->err);
	*has = status == DT_OK && n > 0;
	return status;
}

static enum dt_status
gather_part(struct merge *m, const struct head *h, size_t part)
{
	sqlite3 *db = NULL;
	enum dt_status status = dt_store_connect_read(&db, m->parts[part],
	    NULL, m->err);
	if (status != DT_OK)
		return status;
	struct dt_merge_rows rows = {
		.from = db, .from_path = m->parts[part], .to = m->store->db,
		.to_path = m->store->path, .arena = &m->arena,
		.table = h->table, .into = dt_arena_print(&m->arena,
		    "part_%s", h->table),
		.part = (int64_t)part + 1,
	};
	bool has = false;
	status = ask_part(m, h, part, db, &has);
	if (has)
		status = dt_merge_rows_gather(&rows, m->err);
	sqlite3_close(db);
	return status;
}

/* Two parts that give one key different contents. */
static enum dt_status
check_same(struct merge *m, const struct head *h)
{
	int64_t n = 0;
	const char *sql = dt_arena_print(&m->arena, "SELECT count(*) FROM"
	    " (SELECT 1 FROM part_%s GROUP BY %s HAVING count(DISTINCT %s) >"
	    " 1)", h->table, h->key, h->same);
	enum dt_status status = sql == NULL ? dt_status_no_memory(m->err) :
	    dt_store_number(m->store->db, m->store->path, sql, &n, m->err);
	if (status == DT_OK && n > 0)
		return dt_status_fail(m->err, DT_EUSAGE, "%s: the parts "
		    "disagree over what is one %s by its key",
		    m->store->path, h->table);
	return status;
}

/* Of the rows with one key the least is taken; ids go by time, then key. */
static enum dt_status
choose(struct merge *m, const struct head *h)
{
	const char *columns = dt_merge_rows_columns(m->store->db, h->table,
	    h->id, &m->arena);
	const char *sql = columns == NULL ? NULL : dt_arena_print(&m->arena,
	    "INSERT INTO %s (%s, %s) SELECT row_number() OVER (ORDER BY"
	    " started, %s), %s FROM (SELECT *, min(started_at) OVER (PARTITION"
	    " BY %s) AS started, row_number() OVER (PARTITION BY %s ORDER BY"
	    " started_at, command, version, libraries, %s) AS place FROM"
	    " part_%s) WHERE place = 1", h->table, h->id, columns, h->key,
	    columns, h->key, h->key, h->least, h->table);
	enum dt_status status = run(m, sql);
	if (status == DT_OK)
		status = run(m, h->rest);
	return status ? status : run(m, dt_arena_print(&m->arena, "CREATE"
	    " TEMP TABLE new_%s AS SELECT p.part, p.%s AS old, t.%s AS new"
	    " FROM part_%s AS p JOIN %s AS t USING (%s)", h->table, h->id,
	    h->id, h->table, h->table, h->key));
}

static enum dt_status
merge_heads(struct merge *m, const struct head *h)
{
	enum dt_status status = run(m, dt_arena_print(&m->arena, "CREATE TEMP"
	    " TABLE part_%s AS SELECT 0 AS part, * FROM %s WHERE 0",
	    h->table, h->table));
	for (size_t p = 0; p < m->n && status == DT_OK; p++)
		status = gather_part(m, h, p);
	if (status == DT_OK)
		status = check_same(m, h);
	return status ? status : choose(m, h);
}

static enum dt_status
copy_tables(struct merge *m, sqlite3 *db, const struct head *h, size_t part)
{
	const char *const *tables = dt_merge_rows_tables(m->store->db, h->id,
	    h->table, &m->arena);
	enum dt_status status =
	    tables ? DT_OK : dt_status_no_memory(m->err);
	for (; status == DT_OK && *tables != NULL; tables++) {
		if (dt_store_count_has(*tables) || dt_store_pack_has(*tables))
			continue;       /* counted and packed in the end */
		struct dt_merge_rows rows = {
			.from = db, .from_path = m->parts[part],
			.to = m->store->db, .to_path = m->store->path,
			.arena = &m->arena, .table = *tables, .id = h->id,
			.head = h->table, .part = (int64_t)part + 1,
		};
		status = dt_merge_rows_copy(&rows, m->err);
	}
	return status;
}

static enum dt_status
copy_part(struct merge *m, size_t part)
{
	sqlite3 *db = NULL;
	enum dt_status status = dt_store_connect_read(&db, m->parts[part],
	    NULL, m->err);
	for (size_t h = 0; h < HEADS && status == DT_OK; h++) {
		bool has = false;
		status = ask_part(m, &heads[h], part, db, &has);
		if (has)
			status = copy_tables(m, db, &heads[h], part);
	}
	sqlite3_close(db);
	return status;
}

/* Is a part packed? Then so is the whole, where nothing else was asked for. */
static enum dt_status
look_at_rounds(struct merge *m)
{
	enum dt_status status = DT_OK;
	for (size_t p = 0; p < m->n && status == DT_OK &&
	    m->rounds == DT_MERGE_AS_PARTS; p++) {
		sqlite3 *db = NULL;
		int parts = 0;
		status = dt_store_connect_read(&db, m->parts[p], NULL, m->err);
		if (status == DT_OK)
			status = dt_store_parts(db, m->parts[p], &parts,
			    m->err);
		if (parts & DT_STORE_PACKED)
			m->rounds = DT_MERGE_PACKED;
		sqlite3_close(db);
	}
	return status;
}

/* In a packed file round and move_code are views. Until all parts are there,
 * temporary tables stand before them. */
static enum dt_status
put_before(struct merge *m)
{
	enum dt_status status = look_at_rounds(m);
	if (status != DT_OK || m->rounds != DT_MERGE_PACKED)
		return status;
	status = dt_store_pack_tables(m->store->db, m->store->path, m->err);
	return status ? status : run(m, "CREATE TEMP TABLE round"
	    " (experiment_id, run, round, phase, PRIMARY KEY (experiment_id,"
	    " run, round)) WITHOUT ROWID; CREATE TEMP TABLE move_code"
	    " (experiment_id, run, round, agent, flags, alarms_seen, payoff,"
	    " fine, PRIMARY KEY (experiment_id, run, round, agent)) WITHOUT"
	    " ROWID");
}

static enum dt_status
pack(struct merge *m)
{
	if (m->rounds != DT_MERGE_PACKED)
		return DT_OK;
	enum dt_status status = dt_store_pack_all(m->store->db,
	    m->store->path, m->err);
	return status ? status : run(m, "DROP TABLE temp.round;"
	    "DROP TABLE temp.move_code");
}

static enum dt_status
merge_all(struct merge *m, const char *now)
{
	enum dt_status status = run(m, dt_arena_print(&m->arena,
	    "CREATE TEMP TABLE merge_now AS SELECT '%s' AS now", now));
	if (status == DT_OK)
		status = put_before(m);
	for (size_t h = 0; h < HEADS && status == DT_OK; h++)
		status = merge_heads(m, &heads[h]);
	for (size_t p = 0; p < m->n && status == DT_OK; p++)
		status = copy_part(m, p);
	for (size_t h = 0; h < HEADS && status == DT_OK; h++)
		status = run(m, heads[h].close);
	if (status == DT_OK)
		status = dt_store_count_all(m->store->db, m->store->path,
		    m->err);
	return status ? status : pack(m);
}

static enum dt_status
count_rows(struct dt_store *store, struct dt_merge_count *count,
    struct dt_error *err)
{
	const struct {
		const char *sql;
		int64_t *into;
	} asks[] = {
		{ "SELECT count(*) FROM experiment", &count->experiments },
		{ "SELECT count(*) FROM run", &count->runs },
		{ "SELECT count(*) FROM sweep", &count->sweeps },
		{ "SELECT count(*) FROM cell", &count->cells },
		{ "SELECT coalesce(sum(cells), 0) FROM sweep",
		    &count->cells_asked },
		{ "SELECT count(*) FROM solution", &count->solutions },
	};
	enum dt_status status = DT_OK;
	for (size_t i = 0; i < sizeof(asks) / sizeof(asks[0]) &&
	    status == DT_OK; i++)
		status = dt_store_number(store->db, store->path, asks[i].sql,
		    asks[i].into, err);
	return status;
}

static int
is_stopped(void *stop)
{
	return dt_stop_is(stop);
}

enum dt_status
dt_merge(const char *into, enum dt_store_how how, enum dt_merge_rounds rounds,
    const char *const *parts, size_t n, const char *now, struct dt_stop *stop,
    struct dt_merge_count *count, struct dt_error *err)
{
	struct merge m = { .rounds = rounds, .parts = parts, .n = n,
	    .err = err };
	bool fresh = false;
	enum dt_status status = dt_store_open(&m.store, into, how, err);
	if (status != DT_OK)
		return status;
	status = dt_store_enter(m.store, &fresh, err);
	if (status == DT_OK) {
		sqlite3_progress_handler(m.store->db, 10000, is_stopped, stop);
		status = merge_all(&m, now);
		if (status == DT_OK)
			status = count_rows(m.store, count, err);
		status = dt_store_leave(m.store, fresh, status, err);
	}
	if (status == DT_OK)
		status = dt_store_settle(m.store, err);
	enum dt_status closed = dt_store_close(m.store,
	    status == DT_OK ? err : NULL);
	dt_arena_free(&m.arena);
	return status ? status : closed;
}
