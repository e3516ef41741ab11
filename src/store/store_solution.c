/* store_solution: see store_solution.h. */
#include "store/store_solution.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "store/query_rows.h"
#include "store/solution_sql.h"
#include "store/store_internal.h"

static const char put_solution[] = "INSERT INTO solution (solution_key,"
    " question, subject, method, says, config, config_sha256, command,"
    " version, libraries, started_at, model_version, holds, tolerance)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
static const char put_cell[] = "INSERT INTO solution_cell (table_name,"
    " column_name, unit, kind, text, solution_id, table_number, row,"
    " column, number) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

/* Texts, integers, a number: in this order to the parameters from 1. */
static enum dt_status
insert(struct dt_store *store, sqlite3_stmt *put, const char *const *texts,
    int n, const int64_t *integers, int m, double number,
    struct dt_error *err)
{
	int failed = 0;
	for (int i = 0; i < n; i++)
		failed |= sqlite3_bind_text(put, i + 1,
		    texts[i] ? texts[i] : "", -1, SQLITE_STATIC);
	for (int i = 0; i < m; i++)
		failed |= sqlite3_bind_int64(put, n + i + 1, integers[i]);
	failed |= sqlite3_bind_double(put, n + m + 1, number + 0.0);
	return failed ? dt_store_explain(store->path, store->db, err) :
	    dt_store_step(store, put, err);
}

static enum dt_status
prepare(struct dt_store *store, const char *sql, sqlite3_stmt **put,
    struct dt_error *err)
{
	if (sqlite3_prepare_v2(store->db, sql, -1, put, NULL) != SQLITE_OK)
		return dt_store_explain(store->path, store->db, err);
	return DT_OK;
}

/* What is infinite is a word: the files have no number that is not one. */
static enum dt_status
insert_cells(struct dt_store *store, int64_t id,
    const struct dt_store_solution_cell *cells, size_t n,
    struct dt_error *err)
{
	sqlite3_stmt *put = NULL;
	enum dt_status status = prepare(store, put_cell, &put, err);
	for (size_t i = 0; i < n && status == DT_OK; i++) {
		const struct dt_store_solution_cell *c = &cells[i];
		bool finite = isfinite(c->number);
		const char *const texts[] = { c->table_name, c->column_name,
			c->unit, finite ? c->kind : "text", finite ? c->text :
			c->number < 0 ? "-inf" : "inf" };
		const int64_t integers[] = { id, c->table, c->row, c->column };
		status = insert(store, put, texts, 5, integers, 4,
		    finite ? c->number : 0, err);
	}
	sqlite3_finalize(put);
	return status;
}

static enum dt_status
insert_whole(struct dt_store *store, const struct dt_store_solution *s,
    const struct dt_store_solution_cell *cells, size_t n,
    struct dt_error *err)
{
	sqlite3_stmt *put = NULL;
	const char *const texts[] = { s->key, s->question, s->subject,
		s->method, s->says, s->config, s->config_sha256, s->command,
		s->version, s->libraries, s->started_at };
	const int64_t integers[] = { s->model_version, s->holds };
	enum dt_status status = prepare(store, put_solution, &put, err);
	if (status == DT_OK)
		status = insert(store, put, texts, 11, integers, 2,
		    s->tolerance, err);
	sqlite3_finalize(put);
	return status ? status : insert_cells(store,
	    sqlite3_last_insert_rowid(store->db), cells, n, err);
}

static enum dt_status
find(struct dt_store *store, const char *key, bool *found,
    struct dt_error *err)
{
	sqlite3_stmt *get = NULL;
	enum dt_status status = prepare(store,
	    "SELECT 1 FROM solution WHERE solution_key = ?", &get, err);
	if (status == DT_OK)
		sqlite3_bind_text(get, 1, key, -1, SQLITE_STATIC);
	int code = status ? SQLITE_DONE : sqlite3_step(get);
	*found = code == SQLITE_ROW;
	if (code != SQLITE_ROW && code != SQLITE_DONE)
		status = dt_store_explain(store->path, store->db, err);
	sqlite3_finalize(get);
	return status;
}

/* A file of before there were solutions gets their tables. */
static enum dt_status
make_tables(struct dt_store *store, struct dt_error *err)
{
	int64_t n = 0;
	enum dt_status status = dt_store_number(store->db, store->path,
	    DT_STORE_HAS_SOLUTIONS, &n, err);
	return status || n > 0 ? status :
	    dt_store_exec(store, dt_solution_sql, err);
}

enum dt_status
dt_store_solution_put(struct dt_store *store,
    const struct dt_store_solution *solution,
    const struct dt_store_solution_cell *cells, size_t n, bool *found,
    struct dt_error *err)
{
	bool fresh;
	*found = false;
	enum dt_status status = dt_store_enter(store, &fresh, err);
	if (status == DT_OK)
		status = make_tables(store, err);
	if (status == DT_OK)
		status = find(store, solution->key, found, err);
	if (status == DT_OK && !*found)
		status = insert_whole(store, solution, cells, n, err);
	return dt_store_leave(store, fresh, status, err);
}

enum dt_status
dt_store_solution_count(struct dt_store *store, int64_t *n,
    struct dt_error *err)
{
	enum dt_status status = dt_store_number(store->db, store->path,
	    DT_STORE_HAS_SOLUTIONS, n, err);
	return status || *n == 0 ? status : dt_store_number(store->db,
	    store->path, "SELECT count(*) FROM solution", n, err);
}

/* What people said of solutions. */

bool
dt_store_solution_is_said(const char *question)
{
	return strcmp(question, "pin") == 0 ||
	    strcmp(question, "withdrawn") == 0;
}

enum dt_status
dt_store_solution_said(const char *path, int64_t solution,
    struct dt_arena *arena, bool *there, struct dt_error *err)
{
	struct dt_query_rows rows = { 0 };
	const struct dt_query_terms terms = { 0 };
	const char *sql = dt_arena_print(arena, "SELECT 1 FROM solution AS p"
	    " JOIN solution_cell AS c USING (solution_id)"
	    " JOIN solution AS a ON a.solution_key = c.text"
	    " WHERE p.solution_id = %" PRId64 " AND ((p.question = 'pin' AND"
	    " c.column_name = 'answer' AND a.command = p.command AND"
	    " a.config = p.config) OR (p.question = 'withdrawn' AND"
	    " c.column_name = 'pin' AND a.question = 'pin'))", solution);
	enum dt_status status = sql == NULL ? dt_status_no_memory(err) :
	    dt_query_rows_ask(arena, path, sql, &terms, 2, &rows, err);
	*there = rows.n == 1;
	return status;
}

enum dt_status
dt_store_solution_text(const char *path, const char *key, struct dt_arena *arena,
    const char **text, struct dt_error *err)
{
	struct dt_query_rows rows = { 0 };
	const struct dt_query_value value = { "key", { .type = DT_CELL_TEXT,
		.text = key } };
	const struct dt_query_terms terms = { .values = &value,
		.n_values = 1 };
	enum dt_status status = dt_query_rows_ask(arena, path, "SELECT t.text"
	    " FROM solution_cell AS k JOIN solution_cell AS t USING"
	    " (solution_id, table_number, row) WHERE k.table_name = 'pin' AND"
	    " k.column_name = 'answer' AND k.text = :key AND t.column_name ="
	    " 'text' AND t.kind = 'text' LIMIT 1", &terms, 1, &rows, err);
	*text = status == DT_OK && rows.n == 1 ? rows.cells[0].text : NULL;
	return status;
}
