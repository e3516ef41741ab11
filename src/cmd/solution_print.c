/* solution_print: a solution for people, as JSON, or one table as CSV. */
#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "cli/output.h"
#include "cmd/solve.h"
#include "format/table.h"

/* A cell as text; numbers to `digits` significant digits, 0: all. */
static const char *
cell_text(const struct dt_solution_cell *cell, int digits,
    char buffer[DT_NUMBER_SIZE])
{
	switch (cell->kind) {
	case DT_SOLUTION_NUMBER:
		if (digits == 0)
			return dt_number_print(cell->number, buffer);
		snprintf(buffer, DT_NUMBER_SIZE, "%.*g", digits,
		    cell->number + 0.0);
		return buffer;
	case DT_SOLUTION_WHOLE:
		snprintf(buffer, DT_NUMBER_SIZE, "%" PRId64,
		    (int64_t)cell->number);
		return buffer;
	case DT_SOLUTION_TEXT:
	case DT_SOLUTION_EXACT:
		return cell->text;
	default:
		return digits == 0 ? "" : "-";
	}
}

static bool
is_right(const struct dt_solution_table *t, size_t column)
{
	for (size_t i = column; i < t->n_cells; i += t->n_columns)
		if (t->cells[i].kind == DT_SOLUTION_TEXT)
			return false;
	return true;
}

static void
add_table(const struct dt_command_call *call,
    const struct dt_solution_table *t, bool csv, struct dt_text *text)
{
	const char **heads = dt_arena_new(call->arena, t->n_columns,
	    sizeof(*heads));
	struct dt_table table = { .columns = t->n_columns,
		.heads = heads, .most = csv ? 0 : call->columns,
		.indent = csv ? 0 : 2 };
	char buffer[DT_NUMBER_SIZE];
	if (heads == NULL || t->n_columns == 0) {
		text->failed |= heads == NULL;
		return;
	}
	for (size_t c = 0; c < t->n_columns; c++) {
		heads[c] = csv ? t->columns[c].name : t->columns[c].head;
		if (c < 64 && is_right(t, c))
			table.right |= UINT64_C(1) << c;
	}
	for (size_t i = 0; i < dt_solution_rows(t) * t->n_columns; i++)
		dt_table_add(&table, cell_text(&t->cells[i], csv ? 0 : 7,
		    buffer));
	if (csv)
		dt_table_csv(&table, text);
	else
		dt_table_text(&table, text);
	dt_table_free(&table);
}

/* Each line of the sentences, broken to the width. */
static void
add_sentences(const struct dt_command_call *call,
    const struct dt_solution *s, struct dt_text *text)
{
	const char *line = dt_text_string(&s->says);
	while (*line != '\0') {
		const char *end = strchr(line, '\n');
		const char *copy = dt_arena_copy_n(call->arena, line,
		    (size_t)(end - line));
		text->failed |= copy == NULL;
		if (copy != NULL)
			dt_text_wrap(text, copy, 2, call->width);
		dt_text_add(text, "\n");
		line = end + 1;
	}
}

static void
add_text(const struct dt_command_call *call, const struct dt_solution *s,
    struct dt_text *text)
{
	add_sentences(call, s, text);
	for (const struct dt_solution_table *t = s->tables; t; t = t->next) {
		if (t->hidden || dt_solution_rows(t) == 0)
			continue;
		dt_text_add(text, "%s%s\n", text->size > 0 ? "\n" : "",
		    t->title != NULL ? t->title : t->name);
		add_table(call, t, false, text);
	}
}

static json_t *
cell_json(const struct dt_solution_cell *cell)
{
	switch (cell->kind) {
	case DT_SOLUTION_NUMBER:
	case DT_SOLUTION_EXACT:
		return isfinite(cell->number) ?
		    json_real(cell->number + 0.0) : json_null();
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
		    cell_json(cell));
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

static enum dt_exit
write_json(const struct dt_command_call *call, const struct dt_solution *s)
{
	json_t *json = dt_json_new();
	dt_json_text(json, "question", s->question);
	dt_json_text(json, "subject", s->subject);
	dt_json_text(json, "method", s->method);
	json_object_set_new(json, "tolerance", json_real(s->tolerance));
	json_object_set_new(json, "says", sentences_json(s));
	json_object_set_new(json, "tables", tables_json(s));
	return dt_output_json(call, json);
}

/* The table of --table, or the first; NULL and a message where there is
 * none of that name. */
static const struct dt_solution_table *
chosen(const struct dt_command_call *call, const struct dt_solution *s)
{
	const char *name = dt_command_value(call, "table");
	struct dt_text names = { 0 };
	for (const struct dt_solution_table *t = s->tables; t; t = t->next) {
		if (name == NULL || strcmp(t->name, name) == 0)
			return t;
		dt_text_add(&names, " %s", t->name);
	}
	if (name != NULL)
		dt_command_usage(call, "the answer has no table '%s'; it "
		    "has:%s", name, dt_text_string(&names));
	dt_text_free(&names);
	return NULL;
}

enum dt_exit
dt_cmd_solution_print(const struct dt_command_call *call,
    const struct dt_solution *s)
{
	enum dt_command_format format = dt_command_format(call);
	struct dt_text text = { 0 };
	if (format == DT_FORMAT_JSON)
		return write_json(call, s);
	if (format == DT_FORMAT_TEXT) {
		add_text(call, s, &text);
	} else {
		const struct dt_solution_table *t = chosen(call, s);
		if (t == NULL)
			return dt_command_value(call, "table") != NULL ?
			    DT_EXIT_USAGE : DT_EXIT_OK;
		add_table(call, t, true, &text);
	}
	enum dt_exit exit = dt_command_write(call, &text);
	dt_text_free(&text);
	return exit;
}
