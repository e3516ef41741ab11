/* sql_builtin: the door for a program that is linked with SQLite: its own
 * routines, those that the room calls, as a table; see sql_internal.h. */
#define SQLITE_CORE
#include "sql/sql_internal.h"

static const sqlite3_api_routines linked = {
	.aggregate_context = sqlite3_aggregate_context,
	.create_function_v2 = sqlite3_create_function_v2,
	.create_module_v2 = sqlite3_create_module_v2,
	.declare_vtab = sqlite3_declare_vtab,
	.free = sqlite3_free,
	.malloc = sqlite3_malloc,
	.mprintf = sqlite3_mprintf,
	.result_double = sqlite3_result_double,
	.result_error = sqlite3_result_error,
	.result_error_nomem = sqlite3_result_error_nomem,
	.result_int64 = sqlite3_result_int64,
	.result_text = sqlite3_result_text,
	.value_double = sqlite3_value_double,
	.value_numeric_type = sqlite3_value_numeric_type,
	.value_text = sqlite3_value_text,
	.value_type = sqlite3_value_type,
	.vtab_config = sqlite3_vtab_config,
};

int
dt_sql_functions(struct sqlite3 *db)
{
	dt_sql_api = &linked;
	return dt_sql_add(db);
}
