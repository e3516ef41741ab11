/*
 * query_values: what stands for the parameters of a statement is bound to it,
 * each by its name; nothing is left without, and nothing left over.
 */
#include "store/query_internal.h"

#include <string.h>

#include "store/store_internal.h"

static int
bind(sqlite3_stmt *statement, int place, const struct dt_cell *cell)
{
	switch (cell->type) {
	case DT_CELL_INTEGER:
		return sqlite3_bind_int64(statement, place, cell->integer);
	case DT_CELL_REAL:
		return sqlite3_bind_double(statement, place, cell->real);
	case DT_CELL_TEXT:
		return sqlite3_bind_text(statement, place, cell->text, -1,
		    SQLITE_TRANSIENT);
	default:
		return sqlite3_bind_null(statement, place);
	}
}

/* The name of a parameter without :, @ or $; NULL: it has none. */
static const char *
name_of(struct dt_query *query, int place)
{
	const char *name = sqlite3_bind_parameter_name(query->statement,
	    place);
	return name == NULL || *name == '?' ? NULL : name + 1;
}

static const struct dt_query_value *
find(const struct dt_query_terms *terms, const char *name)
{
	for (size_t i = 0; i < terms->n_values; i++)
		if (strcmp(terms->values[i].name, name) == 0)
			return &terms->values[i];
	return NULL;
}

static enum dt_status
check_used(struct dt_query *query, const struct dt_query_terms *terms,
    struct dt_error *err)
{
	int n = sqlite3_bind_parameter_count(query->statement);
	for (size_t i = 0; i < terms->n_values; i++) {
		bool used = false;
		for (int place = 1; place <= n && !used; place++) {
			const char *name = name_of(query, place);
			used = name != NULL &&
			    strcmp(name, terms->values[i].name) == 0;
		}
		if (!used)
			return dt_status_fail(err, DT_EUSAGE, "SQL: error: "
			    "there is no :%s in it that could have the value "
			    "it was given", terms->values[i].name);
	}
	return DT_OK;
}

enum dt_status
dt_query_values(struct dt_query *query, const struct dt_query_terms *terms,
    struct dt_error *err)
{
	int n = sqlite3_bind_parameter_count(query->statement);
	for (int place = 1; place <= n; place++) {
		const char *name = name_of(query, place);
		if (name == NULL)
			return dt_status_fail(err, DT_EREFUSED, "SQL: error: a "
			    "parameter needs a name, so that it can have a "
			    "value: write :name in place of ?");
		const struct dt_query_value *v = find(terms, name);
		if (v == NULL)
			return dt_status_fail(err, DT_EREFUSED, "SQL: error: "
			    "the parameter :%s has no value: give it one with "
			    "--set %s=VALUE, or write the value itself", name,
			    name);
		if (bind(query->statement, place, &v->cell) != SQLITE_OK)
			return dt_store_explain(query->path, query->db, err);
	}
	return check_used(query, terms, err);
}
