/*
 * query: see query.h. One SELECT over a database file, row by row.
 *
 * Order: open, next until the row is NULL, close. All memory is in the
 * query's arena but for what SQLite holds itself.
 */
#include "store/query_internal.h"

#include "base/memory.h"
#include "store/store_internal.h"

static enum dt_status
refuse(struct dt_query *query, int offset, const char *help,
    const char *message, struct dt_error *err)
{
	return dt_query_fault_at(query, offset, 1, help, message, err);
}

/* Whether anything but space and comments follows the statement. SQLite's own
 * parser decides. */
static enum dt_status
check_tail(struct dt_query *query, const char *tail, struct dt_error *err)
{
	sqlite3_stmt *second = NULL;
	int code = sqlite3_prepare_v2(query->db, tail, -1, &second, NULL);
	bool more = code != SQLITE_OK || second != NULL;
	sqlite3_finalize(second);
	if (!more)
		return DT_OK;
	while (*tail == ' ' || *tail == '\t' || *tail == '\n')
		tail++;
	return refuse(query, (int)(tail - query->sql), NULL,
	    "only one statement: this begins another", err);
}

static enum dt_status
check(struct dt_query *query, const char *tail, struct dt_error *err)
{
	if (query->statement == NULL)
		return refuse(query, -1, "try: SELECT * FROM run_summary",
		    "there is no SQL in it", err);
	if (!sqlite3_stmt_readonly(query->statement) ||
	    sqlite3_column_count(query->statement) == 0)
		return refuse(query, -1, NULL, "the sandbox only reads, and "
		    "this is no question that rows could answer", err);
	return check_tail(query, tail, err);
}

static enum dt_status
prepare(struct dt_query *query, const struct dt_query_terms *terms,
    struct dt_error *err)
{
	const char *tail = "";
	dt_query_sandbox_start(query);
	int code = sqlite3_prepare_v2(query->db, query->sql, -1,
	    &query->statement, &tail);
	enum dt_status status = code == SQLITE_OK ? check(query, tail, err) :
	    dt_query_fault(query, err);
	if (status == DT_OK)
		status = dt_query_values(query, terms, err);
	dt_query_sandbox_stop(query);
	return status;
}

static enum dt_status
lay_out(struct dt_query *query, struct dt_error *err)
{
	query->columns = (size_t)sqlite3_column_count(query->statement);
	query->names = dt_arena_new(&query->arena, query->columns,
	    sizeof(query->names[0]));
	query->cells = dt_arena_new(&query->arena, query->columns,
	    sizeof(query->cells[0]));
	if (query->names == NULL || query->cells == NULL)
		return dt_status_no_memory(err);
	for (size_t i = 0; i < query->columns; i++) {
		const char *name = sqlite3_column_name(query->statement,
		    (int)i);
		/* copied: SQLite may prepare the statement again */
		if (name != NULL)
			name = dt_arena_copy(&query->arena, name);
		if (name == NULL)
			return dt_status_no_memory(err);
		query->names[i] = name;
	}
	return DT_OK;
}

static enum dt_status
start(struct dt_query *query, const char *path, const char *sql,
    const struct dt_query_terms *terms, struct dt_error *err)
{
	query->path = dt_arena_copy(&query->arena, path);
	query->sql = dt_arena_copy(&query->arena, sql);
	if (query->path == NULL || query->sql == NULL)
		return dt_status_no_memory(err);
	enum dt_status status = dt_store_connect_read(&query->db, path,
	    &query->newer, err);
	if (status == DT_OK)
		status = dt_query_attach(query, terms->attached, err);
	if (status == DT_OK && terms->functions != NULL &&
	    terms->functions(query->db) != SQLITE_OK)
		status = dt_store_explain(path, query->db, err);
	if (status == DT_OK)
		status = dt_query_sandbox(query, err);
	if (status == DT_OK)
		status = prepare(query, terms, err);
	return status ? status : lay_out(query, err);
}

enum dt_status
dt_query_open(struct dt_query **query, const char *path, const char *sql,
    const struct dt_query_terms *terms, struct dt_error *err)
{
	*query = NULL;
	struct dt_query *q = dt_memory_new(1, sizeof(*q));
	if (q == NULL)
		return dt_status_no_memory(err);
	dt_query_sandbox_begin(q, terms->seconds);
	enum dt_status status = start(q, path, sql, terms, err);
	if (status)
		dt_query_close(q);
	else
		*query = q;
	return status;
}

int64_t
dt_query_newer(const struct dt_query *query)
{
	return query->newer;
}

size_t
dt_query_columns(const struct dt_query *query)
{
	return query->columns;
}

const char *
dt_query_column(const struct dt_query *query, size_t column)
{
	return query->names[column];
}

static enum dt_status
read_text(struct dt_query *query, int column, struct dt_cell *cell,
    struct dt_error *err)
{
	cell->type = DT_CELL_TEXT;
	cell->text = (const char *)sqlite3_column_text(query->statement,
	    column);
	return cell->text ? DT_OK : dt_status_no_memory(err);
}

static enum dt_status
read_cell(struct dt_query *query, int column, struct dt_cell *cell,
    struct dt_error *err)
{
	sqlite3_stmt *s = query->statement;
	*cell = (struct dt_cell){ .type = DT_CELL_NULL };
	switch (sqlite3_column_type(s, column)) {
	case SQLITE_INTEGER:
		cell->type = DT_CELL_INTEGER;
		cell->integer = sqlite3_column_int64(s, column);
		return DT_OK;
	case SQLITE_FLOAT:
		cell->type = DT_CELL_REAL;
		cell->real = sqlite3_column_double(s, column);
		return DT_OK;
	case SQLITE_TEXT:
		return read_text(query, column, cell, err);
	case SQLITE_BLOB:
		return dt_status_fail(err, DT_EREFUSED, "SQL: column '%s' "
		    "holds bytes that are no text: ask for hex(...) of it",
		    query->names[column]);
	default:
		return DT_OK;
	}
}

enum dt_status
dt_query_next(struct dt_query *query, const struct dt_cell **row,
    struct dt_error *err)
{
	*row = NULL;
	if (query->again != NULL && query->given < query->again->n)
		*row = &query->again->cells[query->given++ * query->columns];
	if (query->over || query->again != NULL)
		return DT_OK;
	if (dt_query_sandbox_is_used(query))
		sqlite3_interrupt(query->db);
	dt_query_sandbox_start(query);
	int code = sqlite3_step(query->statement);
	dt_query_sandbox_stop(query);
	query->over = code != SQLITE_ROW;
	if (code == SQLITE_DONE)
		return DT_OK;
	if (code != SQLITE_ROW)
		return dt_query_fault(query, err);
	enum dt_status status = DT_OK;
	for (size_t i = 0; i < query->columns && status == DT_OK; i++)
		status = read_cell(query, (int)i, &query->cells[i], err);
	if (status == DT_OK)
		*row = query->cells;
	return status;
}

void
dt_query_rows_again(struct dt_query *query, const struct dt_query_rows *rows)
{
	query->again = rows;
	query->given = 0;
}

void
dt_query_close(struct dt_query *query)
{
	if (query == NULL)
		return;
	sqlite3_finalize(query->statement);
	sqlite3_close(query->db);
	(void)sqlite3_hard_heap_limit64(0);
	dt_arena_free(&query->arena);
	dt_memory_free(query);
}
