/*
 * query: SQL from a person, in a sandbox. Named queries are query_file.h.
 *
 * The sandbox: a read-only connection, query_only, defensive, trusted_schema
 * off, an authorizer that lets only reading through, limits on length, depth
 * and columns, a time limit, 48 MiB of memory for SQLite in the whole process
 * while it is open. It says why it refused. What SQL can call beyond SQLite's
 * own functions is handed in (sql/sql.h).
 */
#ifndef DT_STORE_QUERY_H
#define DT_STORE_QUERY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "store/cell.h"
#include "store/query_file.h"

struct dt_query;
struct sqlite3;

/* How a question is asked. */
struct dt_query_terms {
	double seconds;         /* <= 0: no time limit; the clock runs only
	                         * while SQLite works, not while the caller
	                         * prints */
	int (*functions)(struct sqlite3 *db);   /* adds what SQL may call
	                         * beyond SQLite's own; SQLite's code. NULL:
	                         * nothing */
	const struct dt_query_value *values;    /* of :NAME in the SQL */
	size_t n_values;
	const char *const *attached;    /* other files that may be read too:
	                         * "NAME=FILE", or "FILE" by its name without
	                         * folder and ending; NULL-terminated, or NULL */
};

/*
 * Prepares one SELECT (or WITH ... SELECT, EXPLAIN, VALUES) on a database
 * file. DT_EREFUSED with the reason where the sandbox says no or SQL is wrong
 * (with the place, and the nearest table or column name where there is one),
 * DT_EUSAGE where values and the parameters of the SQL do not belong together,
 * or two files have one name, DT_ESTORE and DT_EIO as dt_store_open.
 */
enum dt_status dt_query_open(struct dt_query **query, const char *path,
    const char *sql, const struct dt_query_terms *terms,
    struct dt_error *err);

/* The version of the file's tables, if it is newer than this program knows; such
 * a file is read where it has all that this version defines. 0: it is not. */
int64_t dt_query_newer(const struct dt_query *query);

size_t dt_query_columns(const struct dt_query *query);
const char *dt_query_column(const struct dt_query *query, size_t column);

/* Steps to the next row; *row points at dt_query_columns cells, or is NULL
 * after the last. DT_EREFUSED when time is up, a number overflows, or a cell
 * is a blob. After a failure: close. */
enum dt_status dt_query_next(struct dt_query *query,
    const struct dt_cell **row, struct dt_error *err);

/* Whether a step is still at work although its time was up a quarter of a
 * second ago: SQLite looks at no clock inside one function. May be asked in a
 * signal handler, between open and close. */
bool dt_query_overdue(const struct dt_query *query);

void dt_query_close(struct dt_query *query);

#endif
