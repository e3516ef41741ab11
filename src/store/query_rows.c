/* query_rows: see query_rows.h. */
#include "store/query_rows.h"

#include <math.h>
#include <string.h>

static bool
keep_names(const struct dt_query *query, struct dt_arena *arena,
    struct dt_query_rows *rows)
{
	rows->names = dt_arena_new(arena, rows->columns, sizeof(char *));
	for (size_t c = 0; rows->names != NULL && c < rows->columns; c++) {
		rows->names[c] = dt_arena_copy(arena,
		    dt_query_column(query, c));
		if (rows->names[c] == NULL)
			return false;
	}
	return rows->names != NULL;
}

static bool
keep_row(const struct dt_cell *row, struct dt_arena *arena,
    struct dt_query_rows *rows, size_t *room)
{
	size_t n = rows->columns, at = rows->n * n;
	while (at + n > *room) {
		struct dt_cell *more = dt_arena_grow(arena, rows->cells,
		    *room, room, sizeof(*more));
		if (more == NULL)
			return false;
		rows->cells = more;
	}
	for (size_t c = 0; c < n; c++) {
		struct dt_cell *cell = &rows->cells[at + c];
		*cell = row[c];
		if (cell->type == DT_CELL_TEXT)
			cell->text = dt_arena_copy(arena, row[c].text);
		if (cell->type == DT_CELL_TEXT && cell->text == NULL)
			return false;
	}
	rows->n++;
	return true;
}

enum dt_status
dt_query_rows_take(struct dt_query *query, struct dt_arena *arena,
    size_t most, struct dt_query_rows *rows, struct dt_error *err)
{
	const struct dt_cell *row = NULL;
	size_t room = 0;
	*rows = (struct dt_query_rows){ .columns = dt_query_columns(query) };
	if (!keep_names(query, arena, rows))
		return dt_status_no_memory(err);
	for (;;) {
		enum dt_status status = dt_query_next(query, &row, err);
		if (status != DT_OK || row == NULL)
			return status;
		if (rows->n == most)
			return dt_status_fail(err, DT_EREFUSED, "SQL: error: "
			    "the answer has more than %zu rows: ask for less "
			    "(WHERE, LIMIT)", most);
		if (!keep_row(row, arena, rows, &room))
			return dt_status_no_memory(err);
	}
}

enum dt_status
dt_query_rows_ask(struct dt_arena *arena, const char *path, const char *sql,
    const struct dt_query_terms *terms, size_t most,
    struct dt_query_rows *rows, struct dt_error *err)
{
	struct dt_query *query = NULL;
	*rows = (struct dt_query_rows){ 0 };
	enum dt_status status = dt_query_open(&query, path, sql, terms, err);
	if (status == DT_OK)
		status = dt_query_rows_take(query, arena, most, rows, err);
	dt_query_close(query);
	return status;
}

static const char dictionary[] = "SELECT column_name, min(unit) FROM"
    " schema_doc GROUP BY column_name";

static const char *
unit_of(const struct dt_query_file *file, const char *name,
    const struct dt_query_rows *known)
{
	for (size_t i = 0; file != NULL && i < file->n_columns; i++)
		if (strcmp(file->columns[i].name, name) == 0)
			return file->columns[i].unit;
	for (size_t i = 0; i < known->n; i++)
		if (strcmp(known->cells[2 * i].text, name) == 0)
			return known->cells[2 * i + 1].text;
	return "";
}

enum dt_status
dt_query_rows_find_units(struct dt_query_rows *rows, struct dt_arena *arena,
    const char *path, const struct dt_query_file *file, struct dt_error *err)
{
	struct dt_query_rows known;
	enum dt_status status = dt_query_rows_ask(arena, path, dictionary,
	    &(struct dt_query_terms){ 0 }, 10000, &known, err);
	if (status)
		return status;
	rows->units = dt_arena_new(arena, rows->columns, sizeof(char *));
	if (rows->units == NULL)
		return dt_status_no_memory(err);
	for (size_t c = 0; c < rows->columns; c++)
		rows->units[c] = unit_of(file, rows->names[c], &known);
	return DT_OK;
}

const char *
dt_query_rows_unit(const struct dt_query_rows *rows, const char *name)
{
	size_t c = dt_query_rows_column(rows, name);
	return rows->units == NULL || c == rows->columns ? "" :
	    rows->units[c];
}

size_t
dt_query_rows_column(const struct dt_query_rows *rows, const char *name)
{
	size_t c = 0;
	while (c < rows->columns && strcmp(rows->names[c], name) != 0)
		c++;
	return c;
}

double
dt_query_rows_number(const struct dt_query_rows *rows, size_t row,
    size_t column)
{
	const struct dt_cell *cell = &rows->cells[row * rows->columns +
	    column];
	return cell->type == DT_CELL_INTEGER ? (double)cell->integer :
	    cell->type == DT_CELL_REAL ? cell->real : NAN;
}
