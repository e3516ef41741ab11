/*
 * query_rows: all rows of an answer at once, for what must look at them
 * together: a picture, a table of a report.
 */
#ifndef DT_STORE_QUERY_ROWS_H
#define DT_STORE_QUERY_ROWS_H

#include "store/query.h"

struct dt_query_rows {
	size_t columns, n;
	const char **names;             /* of the columns */
	const char **units;             /* NULL: they were not looked up */
	struct dt_cell *cells;          /* cells[row * columns + column] */
};

/* Takes all that are left, at most `most` of them, into the arena. DT_EREFUSED
 * where there are more, else as dt_query_next. */
enum dt_status dt_query_rows_take(struct dt_query *query,
    struct dt_arena *arena, size_t most, struct dt_query_rows *rows,
    struct dt_error *err);

/* Lets the query give these once more, from the first: they are to outlive it. */
void dt_query_rows_again(struct dt_query *query,
    const struct dt_query_rows *rows);

/* Asks a file and takes all; terms and errors as those of dt_query_open. */
enum dt_status dt_query_rows_ask(struct dt_arena *arena, const char *path,
    const char *sql, const struct dt_query_terms *terms, size_t most,
    struct dt_query_rows *rows, struct dt_error *err);

/* Looks up the units of the columns: those of the query's head (file may be
 * NULL), else of schema_doc in the database, else "". */
enum dt_status dt_query_rows_find_units(struct dt_query_rows *rows,
    struct dt_arena *arena, const char *path,
    const struct dt_query_file *file, struct dt_error *err);

/* The unit of a column; "" where there is none, or no such column. */
const char *dt_query_rows_unit(const struct dt_query_rows *rows,
    const char *name);

/* The column of that name, or rows->columns. */
size_t dt_query_rows_column(const struct dt_query_rows *rows,
    const char *name);

/* A cell as a number: NAN where it is none. */
double dt_query_rows_number(const struct dt_query_rows *rows, size_t row,
    size_t column);

#endif
