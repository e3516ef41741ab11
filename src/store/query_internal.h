/*
 * query_internal: what the files of the query share among themselves.
 *
 * query.c            the life of a query
 * query_sandbox.c    what SQL may do, for how long, and why not
 * query_fault.c      what is wrong with the SQL, and where
 * query_values.c     values of the statement's parameters
 * query_attach.c     other files beside the one that is asked
 * query_rows.c       all rows of an answer at once; query_rows.h
 * query_file.c       named queries: the file; query_file.h
 * query_head.c       ... what its first lines say
 * query_set.c        ... values for its parameters
 */
#ifndef DT_STORE_QUERY_INTERNAL_H
#define DT_STORE_QUERY_INTERNAL_H

#include <sqlite3.h>
#include <stdbool.h>

#include "store/query_rows.h"

struct dt_query {
	sqlite3 *db;
	sqlite3_stmt *statement;
	struct dt_arena arena;          /* path, sql, names, cells, refusal */
	const char *path, *sql;
	int64_t newer;                  /* version of its tables, or 0 */
	size_t columns;
	const char **names;
	struct dt_cell *cells;
	bool over;                      /* the last row was given */
	const struct dt_query_rows *again;      /* given once more, if any */
	size_t given;                   /* of them */
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

/* query_values.c: binds them; DT_EREFUSED, DT_EUSAGE as dt_query_open. */
enum dt_status dt_query_values(struct dt_query *query,
    const struct dt_query_terms *terms, struct dt_error *err);

/* query_attach.c: before the sandbox is shut. */
enum dt_status dt_query_attach(struct dt_query *query,
    const char *const *words, struct dt_error *err);

/* query_fault.c */

/* The failure of the last call on the connection. */
enum dt_status dt_query_fault(struct dt_query *query, struct dt_error *err);
/* A fault at a byte of the SQL (negative: no place), length bytes long. */
enum dt_status dt_query_fault_at(struct dt_query *query, int offset,
    size_t length, const char *help, const char *message,
    struct dt_error *err);

#endif
