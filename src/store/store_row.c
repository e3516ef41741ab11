/* store_row: see store_row.h. */
#include "store/store_row.h"

#include <math.h>

#include "store/store_internal.h"

static enum dt_status
prepare(struct dt_store *store, enum dt_store_scan_what table,
    struct dt_error *err)
{
	struct dt_text sql = { 0 };
	size_t n = 0;
	dt_text_add(&sql, "INSERT INTO %s (experiment_id",
	    dt_store_scan_table(table));
	for (; dt_store_scan_column(table, n) != NULL; n++)
		dt_text_add(&sql, ", %s", dt_store_scan_column(table, n));
	dt_text_add(&sql, ") VALUES (?");
	while (n-- > 0)
		dt_text_add(&sql, ", ?");
	dt_text_add(&sql, ")");
	int code = sql.failed ? SQLITE_NOMEM : sqlite3_prepare_v2(store->db,
	    sql.bytes, -1, &store->rows[table], NULL);
	enum dt_status status = sql.failed ? dt_status_no_memory(err) :
	    code ? dt_store_explain(store->path, store->db, err) : DT_OK;
	dt_text_free(&sql);
	return status;
}

static int
bind(sqlite3_stmt *put, int at, const struct dt_cell *cell)
{
	switch (cell->type) {
	case DT_CELL_NULL:
		return sqlite3_bind_null(put, at);
	case DT_CELL_INTEGER:
		return sqlite3_bind_int64(put, at, cell->integer);
	case DT_CELL_REAL:
		return sqlite3_bind_double(put, at, cell->real + 0.0);
	default:
		return sqlite3_bind_text(put, at, cell->text, -1,
		    SQLITE_STATIC);
	}
}

static enum dt_status
put_row(struct dt_store *store, int64_t id, enum dt_store_scan_what table,
    const struct dt_cell *cells, struct dt_error *err)
{
	enum dt_status status = store->rows[table] != NULL ? DT_OK :
	    prepare(store, table, err);
	if (status)
		return status;
	int failed = sqlite3_bind_int64(store->rows[table], 1, id);
	for (int i = 0; dt_store_scan_column(table, (size_t)i); i++) {
		if (cells[i].type == DT_CELL_REAL && !isfinite(cells[i].real))
			return dt_status_fail(err, DT_EUSAGE, "%s: %s: %s is "
			    "not a finite number", store->path,
			    dt_store_scan_table(table),
			    dt_store_scan_column(table, (size_t)i));
		failed |= bind(store->rows[table], i + 2, &cells[i]);
	}
	return failed ? dt_store_explain(store->path, store->db, err) :
	    dt_store_step(store, store->rows[table], err);
}

enum dt_status
dt_store_row_put(struct dt_store *store, int64_t id,
    enum dt_store_scan_what table, const struct dt_cell *cells,
    struct dt_error *err)
{
	if (!store->writing)
		return dt_status_fail(err, DT_EUSAGE, "%s: a row comes "
		    "between begin and commit", store->path);
	enum dt_status status = put_row(store, id, table, cells, err);
	if (status)
		dt_store_rollback(store);
	return status;
}

/* ---- Who sat where, of play that was imported ---- */

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
