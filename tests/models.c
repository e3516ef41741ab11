/* models: see models.h. */
#include "models.h"

#include <check.h>
#include <math.h>
#include <stdarg.h>
#include <string.h>

#include "classic/classic.h"

static struct dt_arena arena;
struct dt_solution models_solution;

/* Answers a model with settings up to NULL. */
void
models_ask(const char *name, ...)
{
	const struct dt_classic *model;
	const char *settings[16] = { 0 };
	double values[DT_CLASSIC_VALUES];
	struct dt_error err = { 0 };
	va_list args;
	va_start(args, name);
	for (size_t i = 0; i < 15; i++) {
		settings[i] = va_arg(args, const char *);
		if (settings[i] == NULL)
			break;
	}
	va_end(args);
	dt_solution_free(&models_solution);
	ck_assert_msg(dt_classic_find(name, &model, &err) == DT_OK &&
	    dt_classic_read(model, settings, values, &err) == DT_OK &&
	    dt_classic_answer(model, values, &arena, &models_solution, &err) ==
	    DT_OK, "%s", err.message);
	ck_assert(!models_solution.failed);
}

const struct dt_solution_table *
models_table(const char *name)
{
	const struct dt_solution_table *t = models_solution.tables;
	while (t != NULL && strcmp(t->name, name) != 0)
		t = t->next;
	ck_assert_msg(t != NULL, "no table %s", name);
	return t;
}

/* The number in a column of the row whose first cell is `row`. */
double
models_cell(const char *table_name, const char *row, const char *column)
{
	const struct dt_solution_table *t = models_table(table_name);
	size_t c = 0;
	while (c < t->n_columns && strcmp(t->columns[c].name, column) != 0)
		c++;
	ck_assert_msg(c < t->n_columns, "no column %s", column);
	for (size_t r = 0; r < dt_solution_rows(t); r++) {
		const struct dt_solution_cell *cells =
		    t->cells + r * t->n_columns;
		if (strcmp(cells[0].text, row) == 0)
			return cells[c].kind == DT_SOLUTION_NOTHING ? NAN :
			    cells[c].number;
	}
	ck_abort_msg("no row %s", row);
	return NAN;
}

double
models_result(const char *name)
{
	return models_cell("results", name, "value");
}

void
models_end(void)
{
	dt_solution_free(&models_solution);
	models_solution = (struct dt_solution){ 0 };
	dt_arena_free(&arena);
}
