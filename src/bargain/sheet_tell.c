/* sheet_tell: cells of talks in words and tables; see sheet.h. */
#include <math.h>

#include "bargain/sheet.h"

/* "agents=4, menu.others.sincerity=0.5" */
static const char *
where(const struct dt_sheet *sheet, struct dt_arena *arena, size_t cell)
{
	const char *text = "";
	for (size_t k = 0; text != NULL && k < sheet->axes; k++) {
		const struct dt_vary *axis = &sheet->axis[k];
		text = dt_arena_print(arena, "%s%s%s=%s", text,
		    k > 0 ? ", " : "", axis->name, axis->values[dt_sheet_value(sheet, cell, k)]);
	}
	return text != NULL ? text : "";
}

static void
say_ends(const struct dt_sheet *sheet, struct dt_arena *arena,
    struct dt_solution *solution)
{
	size_t least = 0, most = 0;
	for (size_t k = 1; k < sheet->n; k++) {
		if (sheet->cells[k].survives < sheet->cells[least].survives)
			least = k;
		if (sheet->cells[k].survives > sheet->cells[most].survives)
			most = k;
	}
	dt_solution_say(solution, "A pause that binds all enters into force "
	    "and survives with chance %.3g (standard error %.2g) at the least, "
	    "where %s, and %.3g (%.2g) at the most, where %s.",
	    sheet->cells[least].survives, sheet->cells[least].survives_error,
	    where(sheet, arena, least), sheet->cells[most].survives,
	    sheet->cells[most].survives_error, where(sheet, arena, most));
	dt_solution_say(solution, "%zu cells of %lld negotiations each.",
	    sheet->n, (long long)sheet->runs);
}

/* How far talks are from what is known without them. */
static void
say_expected(const struct dt_sheet *sheet, struct dt_solution *solution)
{
	size_t known = 0, far = 0;
	for (size_t k = 0; k < sheet->n; k++) {
		const struct dt_sheet_cell *c = &sheet->cells[k];
		double p = c->expected;
		if (isnan(p))
			continue;
		double off = fabs(c->survives - p);
		known++;
		far += off > 3 * sqrt(p * (1 - p) / (double)sheet->runs) +
		    1e-9;
	}
	if (known > 0)
		dt_solution_say(solution, "In %zu of them the chance is known "
		    "without talks; in %zu of these talks are off by more than "
		    "three standard errors.", known, far);
}

static struct dt_solution_table *
axis_columns(const struct dt_sheet *sheet, struct dt_solution_table *table)
{
	static const char *const names[] = { "first", "second", "third" };
	for (size_t k = 0; k < sheet->axes; k++)
		dt_solution_column(table, names[k], sheet->axis[k].name, "");
	return table;
}

static void
axis_cells(const struct dt_sheet *sheet, size_t cell,
    struct dt_solution_table *table)
{
	for (size_t k = 0; k < sheet->axes; k++)
		dt_solution_text(table, sheet->axis[k].values[
		    dt_sheet_value(sheet, cell, k)]);
}

static void
add_cells(const struct dt_sheet *sheet, struct dt_solution *solution)
{
	static const struct dt_solution_head heads[] = {
		{ "enters", NULL, "of negotiations" },
		{ "binds_all", "binds all", "of negotiations" },
		{ "survives", NULL, "chance" },
		{ "survives_error", "s.e.", "chance" },
		{ "expected", NULL, "chance" },
		{ "raced", "raced before", "rounds" },
	};
	struct dt_solution_table *table = axis_columns(sheet,
	    dt_solution_table(solution, "cells", "What talks come to"));
	for (size_t k = 0; k < sizeof(heads) / sizeof(heads[0]); k++)
		dt_solution_column(table, heads[k].name, heads[k].head,
		    heads[k].unit);
	for (size_t k = 0; k < sheet->n; k++) {
		const struct dt_sheet_cell *c = &sheet->cells[k];
		axis_cells(sheet, k, table);
		dt_solution_number(table, c->enters);
		dt_solution_number(table, c->all);
		dt_solution_number(table, c->survives);
		dt_solution_number(table, c->survives_error);
		dt_solution_number(table, c->expected);
		dt_solution_number(table, c->raced);
	}
}

static void
add_gains(const struct dt_sheet *sheet, struct dt_solution *solution)
{
	struct dt_solution_table *table = axis_columns(sheet,
	    dt_solution_table(solution, "gains",
	    "What talks gain over racing, as at their start"));
	dt_solution_column(table, "party", NULL, "");
	dt_solution_column(table, "gain", NULL, "payoff a round");
	dt_solution_column(table, "gain_error", "s.e.", "payoff a round");
	table->hidden = sheet->n > 1;
	for (size_t k = 0; k < sheet->n; k++)
		for (size_t i = 0; i < sheet->cells[k].parties; i++) {
			axis_cells(sheet, k, table);
			dt_solution_text(table, sheet->cells[k].names[i]);
			dt_solution_number(table, sheet->cells[k].gain[i]);
			dt_solution_number(table,
			    sheet->cells[k].gain_error[i]);
		}
}

void
dt_sheet_tell(const struct dt_sheet *sheet, struct dt_arena *arena,
    struct dt_solution *solution)
{
	dt_solution_start(solution, arena, "negotiate", sheet->scenario);
	solution->method = "negotiations, a cell each";
	say_ends(sheet, arena, solution);
	say_expected(sheet, solution);
	add_cells(sheet, solution);
	add_gains(sheet, solution);
}
