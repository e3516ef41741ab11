/* solve_print: an answer as --format says. */
#include <string.h>

#include "base/number.h"
#include "cli/output.h"
#include "cmd/solve.h"
#include "format/solution_json.h"

/* The table of --table, or the first; NULL and a message where there is none
 * of that name. */
static const struct dt_solution_table *
chosen(const struct dt_command_call *call, const struct dt_solution *s)
{
	const char *name = dt_command_value(call, "table");
	const struct dt_solution_table *found = dt_solution_find(s, name);
	struct dt_text names = { 0 };
	if (found != NULL || name == NULL)
		return found;
	for (const struct dt_solution_table *t = s->tables; t; t = t->next)
		dt_text_add(&names, " %s", t->name);
	dt_command_usage(call, "the answer has no table '%s'; it has:%s", name,
	    dt_text_string(&names));
	dt_text_free(&names);
	return NULL;
}

/* Gambit's lines, NE,p11,...,p21,...: the chances without number and
 * deviation. */
static void
add_lines(const struct dt_solution_table *t, struct dt_text *text)
{
	char buffer[DT_NUMBER_SIZE];
	for (size_t i = 0; i < t->n_cells; i++) {
		const struct dt_solution_cell *cell = &t->cells[i];
		size_t column = i % t->n_columns;
		if (column == 0)
			dt_text_add(text, "NE");
		else if (column + 1 == t->n_columns)
			dt_text_add(text, "\n");
		else
			dt_text_add(text, ",%s",
			    cell->kind == DT_SOLUTION_EXACT ? cell->text :
			    dt_number_print(cell->number, buffer));
	}
}

static enum dt_exit
add_csv(const struct dt_command_call *call, const struct dt_solution *s,
    bool game, struct dt_text *text)
{
	const struct dt_solution_table *t = chosen(call, s);
	bool named = dt_command_value(call, "table") != NULL;
	if (t == NULL)
		return named ? DT_EXIT_USAGE : DT_EXIT_OK;
	if (game && !named && strcmp(t->name, "equilibria") == 0)
		add_lines(t, text);
	else
		dt_solution_csv(t, text);
	return DT_EXIT_OK;
}

/* All that people see, or the table of --table. */
static enum dt_exit
add_latex(const struct dt_command_call *call, const struct dt_solution *s,
    struct dt_text *text)
{
	bool named = dt_command_value(call, "table") != NULL;
	const struct dt_solution_table *one = named ? chosen(call, s) : NULL;
	if (named && one == NULL)
		return DT_EXIT_USAGE;
	dt_solution_latex(s, one, text);
	return DT_EXIT_OK;
}

enum dt_exit
dt_cmd_solve_print(const struct dt_command_call *call,
    const struct dt_solution *s, bool game)
{
	enum dt_command_format format = dt_command_format(call);
	struct dt_text text = { .failed = s->failed };
	enum dt_exit exit = DT_EXIT_OK;
	if (format == DT_FORMAT_JSON)
		return dt_output_json(call, dt_solution_json(s));
	if (format == DT_FORMAT_TEXT)
		dt_solution_print(s, call->width, call->columns, &text);
	else if (format == DT_FORMAT_LATEX)
		exit = add_latex(call, s, &text);
	else
		exit = add_csv(call, s, game, &text);
	if (exit == DT_EXIT_OK)
		exit = dt_command_write(call, &text);
	dt_text_free(&text);
	return exit;
}
