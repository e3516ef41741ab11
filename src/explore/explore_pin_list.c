/* explore_pin_list: what a database has, as `detente query` says it: the
 * statement is that of the named query `pins`. See explore_pin.h. */
#include "explore/explore_pin.h"

#include <errno.h>
#include <sys/stat.h>

#include "catalogue/queries.h"
#include "format/json.h"
#include "store/query_rows.h"
#include "store/store_solution.h"

enum { PINS_MOST = 1000, SECONDS = 20 };

static json_t *
value(const struct dt_cell *cell)
{
	switch (cell->type) {
	case DT_CELL_INTEGER:
		return json_integer((json_int_t)cell->integer);
	case DT_CELL_REAL:
		return dt_json_of_number(cell->real);
	case DT_CELL_TEXT:
		return json_string(cell->text);
	default:
		return json_null();
	}
}

static json_t *
list_of(const struct dt_query_rows *rows)
{
	json_t *list = json_array();
	for (size_t r = 0; r < rows->n; r++) {
		json_t *pin = json_object();
		for (size_t c = 0; c < rows->columns; c++)
			json_object_set_new(pin, rows->names[c],
			    value(&rows->cells[r * rows->columns + c]));
		json_array_append_new(list, pin);
	}
	return list;
}

/* A file that was never written to has none; one of before there were answers
 * lacks their tables. */
static enum dt_status
has_answers(const char *database, bool *has, struct dt_error *err)
{
	struct stat st;
	struct dt_store *store = NULL;
	int64_t n = 0;
	*has = false;
	if ((stat(database, &st) != 0 && errno == ENOENT) ||
	    (S_ISREG(st.st_mode) && st.st_size == 0))
		return DT_OK;
	enum dt_status status = dt_store_open(&store, database, DT_STORE_READ,
	    err);
	if (status == DT_OK)
		status = dt_store_solution_count(store, &n, err);
	enum dt_status closed = dt_store_close(store, status ? NULL : err);
	*has = n > 0;
	return status ? status : closed;
}

static enum dt_status
read_rows(const char *database, const struct dt_catalogue *catalogue,
    struct dt_query_rows *rows, struct dt_error *err)
{
	static const char *const sets[] = { "with_text=yes", NULL };
	struct dt_query_file query;
	struct dt_query_value *values;
	struct dt_query_terms terms = { .seconds = SECONDS };
	enum dt_status status = dt_queries_find(catalogue, "pins", &query,
	    err);
	if (status == DT_OK)
		status = dt_query_set(catalogue->arena, &query, sets, &values,
		    &terms.n_values, err);
	if (status != DT_OK)
		return status;
	terms.values = values;
	return dt_query_rows_ask(catalogue->arena, database, query.sql, &terms,
	    PINS_MOST, rows, err);
}

enum dt_status
dt_explore_pin_list(const char *database,
    const struct dt_catalogue *catalogue, json_t *object,
    struct dt_error *err)
{
	struct dt_query_rows rows = { 0 };
	bool has;
	enum dt_status status = has_answers(database, &has, err);
	if (status == DT_OK && has)
		status = read_rows(database, catalogue, &rows, err);
	if (status != DT_OK)
		return status;
	dt_json_text(object, "database", database);
	json_object_set_new(object, "pins", list_of(&rows));
	return DT_OK;
}
