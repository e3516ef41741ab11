/* store_seat: who sat where in a run of imported play; see store.h. */
#include "store/store_internal.h"

static int
bind_text(sqlite3_stmt *put, int column, const char *text)
{
	return sqlite3_bind_text(put, column, text ? text : "", -1,
	    SQLITE_STATIC);
}

enum dt_status
dt_store_put_seats(struct dt_store *store, int64_t id, int64_t run,
    const struct dt_store_seat *seats, size_t n, struct dt_error *err)
{
	sqlite3_stmt *put = NULL;
	if (!store->writing)
		return dt_status_fail(err, DT_EUSAGE, "%s: seats come between "
		    "begin and commit", store->path);
	enum dt_status status = dt_store_statement(store, DT_STORE_SQL_SEAT,
	    &put, err);
	for (size_t i = 0; i < n && status == DT_OK; i++) {
		int failed = sqlite3_bind_int64(put, 1, id) |
		    sqlite3_bind_int64(put, 2, run) |
		    sqlite3_bind_int64(put, 3, (int64_t)i + 1) |
		    bind_text(put, 4, seats[i].subject) |
		    bind_text(put, 5, seats[i].session) |
		    bind_text(put, 6, seats[i].match);
		status = failed ? dt_store_explain(store->path, store->db,
		    err) : dt_store_step(store, put, err);
	}
	if (status != DT_OK && store->writing)
		dt_store_rollback(store);
	return status;
}
