/* solution_json: a solution as JSON; see solution_json.h. */
#include "format/solution_json.h"

#include <stdio.h>
#include <string.h>

json_t *
dt_solution_json_cell(const struct dt_solution_cell *cell)
{
	switch (cell->kind) {
	case DT_SOLUTION_NUMBER:
	case DT_SOLUTION_EXACT:
		return dt_json_of_number(cell->number);
	case DT_SOLUTION_WHOLE:
		return json_integer((json_int_t)cell->number);
	case DT_SOLUTION_TEXT:
		return json_string(cell->text);
	default:
		return json_null();
	}
}

/* A row; what is exact stands beside its number, as NAME_exact. */
static json_t *
row_json(const struct dt_solution_table *t, size_t row)
{
	json_t *object = json_object();
	char name[80];
	for (size_t c = 0; c < t->n_columns; c++) {
		const struct dt_solution_cell *cell =
		    &t->cells[row * t->n_columns + c];
		json_object_set_new(object, t->columns[c].name,
		    dt_solution_json_cell(cell));
		snprintf(name, sizeof(name), "%s_exact", t->columns[c].name);
		if (cell->kind == DT_SOLUTION_EXACT)
			dt_json_text(object, name, cell->text);
	}
	return object;
}

static json_t *
tables_json(const struct dt_solution *s)
{
	json_t *tables = json_object();
	for (const struct dt_solution_table *t = s->tables; t; t = t->next) {
		json_t *rows = json_array();
		for (size_t r = 0; r < dt_solution_rows(t); r++)
			json_array_append_new(rows, row_json(t, r));
		json_object_set_new(tables, t->name, rows);
	}
	return tables;
}

static json_t *
sentences_json(const struct dt_solution *s)
{
	json_t *array = json_array();
	const char *line = dt_text_string(&s->says);
	while (*line != '\0') {
		const char *end = strchr(line, '\n');
		json_array_append_new(array, json_stringn(line,
		    (size_t)(end - line)));
		line = end + 1;
	}
	return array;
}

json_t *
dt_solution_json(const struct dt_solution *s)
{
	json_t *json = dt_json_new();
	dt_json_text(json, "question", s->question);
	dt_json_text(json, "subject", s->subject);
	dt_json_text(json, "method", s->method);
	dt_json_number(json, "tolerance", s->tolerance);
	json_object_set_new(json, "says", sentences_json(s));
	json_object_set_new(json, "tables", tables_json(s));
	return json;
}
