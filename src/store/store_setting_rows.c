/* store_setting_rows: settings into the table of their experiment. */
#include "store/store_internal.h"

#include <string.h>

#include "base/arena.h"
#include "store/store_setting.h"

static int
put(sqlite3_stmt *s, int64_t experiment, const struct dt_store_setting *row)
{
	int failed = sqlite3_bind_int64(s, 1, experiment) |
	    sqlite3_bind_text(s, 2, row->key, -1, SQLITE_STATIC) |
	    sqlite3_bind_text(s, 3, row->value, -1, SQLITE_STATIC) |
	    sqlite3_bind_text(s, 4, row->unit, -1, SQLITE_STATIC);
	int code = failed ? SQLITE_ERROR : sqlite3_step(s);
	(void)sqlite3_reset(s);
	return code;
}

enum dt_status
dt_store_put_settings(sqlite3 *db, const char *path, int64_t experiment,
    const char *config, struct dt_error *err)
{
	struct dt_arena arena = { 0 };
	struct dt_store_setting *list = NULL;
	size_t n = 0;
	sqlite3_stmt *s = NULL;
	enum dt_status status = dt_store_settings(&arena, config, &list, &n,
	    err);
	if (status == DT_OK && sqlite3_prepare_v2(db, "INSERT INTO setting"
	    " (experiment_id, key, value, unit) VALUES (?, ?, ?, ?)", -1, &s,
	    NULL) != SQLITE_OK)
		status = dt_store_explain(path, db, err);
	for (size_t i = 0; i < n && status == DT_OK; i++)
		if (put(s, experiment, &list[i]) != SQLITE_DONE)
			status = dt_store_explain(path, db, err);
	sqlite3_finalize(s);
	dt_arena_free(&arena);
	return status;
}

enum dt_status
dt_store_put_all_settings(sqlite3 *db, const char *path,
    struct dt_error *err)
{
	sqlite3_stmt *s = NULL;
	enum dt_status status = DT_OK;
	int code = sqlite3_prepare_v2(db, "SELECT experiment_id, config FROM"
	    " experiment ORDER BY 1", -1, &s, NULL);
	while (status == DT_OK && (code == SQLITE_OK || code == SQLITE_ROW) &&
	    (code = sqlite3_step(s)) == SQLITE_ROW) {
		const char *config = (const char *)sqlite3_column_text(s, 1);
		status = config == NULL ? dt_status_no_memory(err) :
		    dt_store_put_settings(db, path, sqlite3_column_int64(s, 0),
		    config, err);
	}
	if (status == DT_OK && code != SQLITE_DONE)
		status = dt_store_explain(path, db, err);
	sqlite3_finalize(s);
	return status;
}
