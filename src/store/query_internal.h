/*
 * query_internal: what the files of the query share among themselves.
 *
 * query.c            the life of a query
 * query_sandbox.c    what SQL may do, for how long, and why not
 * query_fault.c      what is wrong with the SQL, and where
 * query_file.c       named queries
 */
#ifndef DT_STORE_QUERY_INTERNAL_H
#define DT_STORE_QUERY_INTERNAL_H

#include <sqlite3.h>
#include <stdbool.h>

#include "store/query.h"

struct dt_query {
	sqlite3 *db;
	sqlite3_stmt *statement;
	struct dt_arena arena;          /* path, sql, names, cells, refusal */
	const char *path, *sql;
	size_t columns;
	const char **names;
	struct dt_cell *cells;
	bool over;                      /* the last row was given */
	bool limited;
	double left, deadline;          /* seconds; on the monotonic clock */
	double work_end;                /* of the process, in seconds of its
	                                 * processors: its own printing counts,
	                                 * who reads slowly does not */
	volatile bool working;          /* SQLite is, until the deadline */
	const char *refusal;            /* by the sandbox, in plain words */
};

/* query_sandbox.c */

enum dt_status dt_query_sandbox(struct dt_query *query,
    struct dt_error *err);
/* So many seconds from now; 0: no limit. */
void dt_query_sandbox_begin(struct dt_query *query, double seconds);
/* Has the process worked for longer than that, printing included? */
bool dt_query_sandbox_is_used(const struct dt_query *query);
/* The clock runs only while SQLite works, not while rows are printed. */
void dt_query_sandbox_start(struct dt_query *query);
void dt_query_sandbox_stop(struct dt_query *query);

/* query_fault.c */

/* The failure of the last call on the connection. */
enum dt_status dt_query_fault(struct dt_query *query, struct dt_error *err);
/* A fault at a byte of the SQL (negative: no place), length bytes long. */
enum dt_status dt_query_fault_at(struct dt_query *query, int offset,
    size_t length, const char *help, const char *message,
    struct dt_error *err);

#endif
