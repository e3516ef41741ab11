/* store_solution_said: solutions that no solver found; see store_solution.h. */
#include "store/store_solution.h"

#include <inttypes.h>
#include <string.h>

#include "store/query_rows.h"

bool
dt_store_solution_is_said(const char *question)
{
	return strcmp(question, "pin") == 0 ||
	    strcmp(question, "withdrawn") == 0;
}

enum dt_status
dt_store_solution_said(const char *path, int64_t solution,
    struct dt_arena *arena, bool *there, struct dt_error *err)
{
	struct dt_query_rows rows = { 0 };
	const struct dt_query_terms terms = { 0 };
	const char *sql = dt_arena_print(arena, "SELECT 1 FROM solution AS p"
	    " JOIN solution_cell AS c USING (solution_id)"
	    " JOIN solution AS a ON a.solution_key = c.text"
	    " WHERE p.solution_id = %" PRId64 " AND ((p.question = 'pin' AND"
	    " c.column_name = 'answer' AND a.command = p.command AND"
	    " a.config = p.config) OR (p.question = 'withdrawn' AND"
	    " c.column_name = 'pin' AND a.question = 'pin'))", solution);
	enum dt_status status = sql == NULL ? dt_status_no_memory(err) :
	    dt_query_rows_ask(arena, path, sql, &terms, 2, &rows, err);
	*there = rows.n == 1;
	return status;
}

enum dt_status
dt_store_solution_text(const char *path, const char *key, struct dt_arena *arena,
    const char **text, struct dt_error *err)
{
	struct dt_query_rows rows = { 0 };
	const struct dt_query_value value = { "key", { .type = DT_CELL_TEXT,
		.text = key } };
	const struct dt_query_terms terms = { .values = &value,
		.n_values = 1 };
	enum dt_status status = dt_query_rows_ask(arena, path, "SELECT t.text"
	    " FROM solution_cell AS k JOIN solution_cell AS t USING"
	    " (solution_id, table_number, row) WHERE k.table_name = 'pin' AND"
	    " k.column_name = 'answer' AND k.text = :key AND t.column_name ="
	    " 'text' AND t.kind = 'text' LIMIT 1", &terms, 1, &rows, err);
	*text = status == DT_OK && rows.n == 1 ? rows.cells[0].text : NULL;
	return status;
}
