/* sql: all functions, given to a connection; see sql_internal.h. */
#include "sql/sql_internal.h"

static int
add(sqlite3 *db, const struct dt_sql_function *f)
{
	/* INNOCUOUS: views may call them, though the file is a stranger's */
	return sqlite3_create_function_v2(db, f->name, f->arguments,
	    SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL,
	    f->final == NULL ? f->step : NULL,
	    f->final == NULL ? NULL : f->step, f->final, NULL);
}

int
dt_sql_add(sqlite3 *db)
{
	const struct dt_sql_function *const tables[] = { dt_sql_moments,
	    dt_sql_intervals, dt_sql_ratios, dt_sql_ranks, dt_sql_survival,
	    dt_sql_games };
	int code = dt_sql_nash(db);
	for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++)
		for (const struct dt_sql_function *f = tables[i];
		    f->name != NULL && code == SQLITE_OK; f++)
			code = add(db, f);
	return code;
}
