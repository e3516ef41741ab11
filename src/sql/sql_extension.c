/* sql_extension: what `.load detente` calls; see sql_internal.h. */
#include "sql/sql_internal.h"

int sqlite3_detente_init(sqlite3 *db, char **error,
    const sqlite3_api_routines *api);

int
sqlite3_detente_init(sqlite3 *db, char **error,
    const sqlite3_api_routines *api)
{
	(void)error;
	dt_sql_api = api;
	return dt_sql_add(db);
}
