/* compare_thresholds: how far each treaty holds, side by side; see compare.h.
 */
#include "ask/compare.h"

#include <math.h>
#include <string.h>

/* Those that people see: quantity, column, head. */
static const char *const shown[][3] = {
	{ "continuation", "continuation", NULL }, { "miss", "miss", NULL },
	{ "false_alarm", "false_alarm", "false alarm" },
	{ "fine_added_to_each_finding", "fine", "fine added" },
};
enum { SHOWN = sizeof(shown) / sizeof(shown[0]) };

static size_t
find(const struct dt_solution_table *t, const char *column)
{
	size_t c = 0;
	while (c < t->n_columns && strcmp(t->columns[c].name, column) != 0)
		c++;
	return c;
}

static const struct dt_solution_table *
of(const struct dt_compare_row *row)
{
	return row->judged ? dt_solution_find(&row->verdict, "thresholds") :
	    NULL;
}

/* Every row of the verdict's own table, behind the treaty's name. */
static void
add_all(const struct dt_compare *c, struct dt_solution *solution)
{
	struct dt_solution_table *t = NULL;
	for (size_t k = 0; k < c->n; k++) {
		const struct dt_solution_table *own = of(c->rows[k]);
		for (size_t i = 0; own != NULL && i < own->n_cells; i++) {
			const struct dt_solution_cell *cell = &own->cells[i];
			if (t == NULL) {
				t = dt_solution_table(solution,
				    "thresholds", NULL);
				t->hidden = true;
				dt_solution_column(t, "treaty", NULL, "");
				for (size_t x = 0; x < own->n_columns; x++)
					dt_solution_column(t,
					    own->columns[x].name,
					    own->columns[x].head,
					    own->columns[x].unit);
			}
			if (i % own->n_columns == 0)
				dt_solution_text(t, c->rows[k]->treaty);
			if (cell->kind == DT_SOLUTION_TEXT)
				dt_solution_text(t, cell->text);
			else if (cell->kind == DT_SOLUTION_WHOLE)
				dt_solution_whole(t, (int64_t)cell->number);
			else
				dt_solution_number(t, cell->kind ==
				    DT_SOLUTION_NOTHING ? NAN : cell->number);
		}
	}
}

static bool
is(const struct dt_solution_cell *cell, const char *word)
{
	return cell->kind == DT_SOLUTION_TEXT && strcmp(cell->text, word) == 0;
}

/* Of the whole, kept and stayed in. "0.93 to 1, 2 to 3"; "none"; NULL: not
 * looked for. */
static const char *
stretches(struct dt_arena *arena, const struct dt_solution_table *t,
    const char *quantity)
{
	const char *text = NULL;
	size_t q = find(t, "quantity"), part = find(t, "part"),
	    low = find(t, "holds_from"), high = find(t, "holds_to");
	if (q == t->n_columns || part == t->n_columns ||
	    low == t->n_columns || high == t->n_columns)
		return NULL;
	for (size_t i = 0; i < dt_solution_rows(t); i++) {
		const struct dt_solution_cell *row =
		    &t->cells[i * t->n_columns];
		if (!is(&row[q], quantity) || !is(&row[part], "holds"))
			continue;
		if (row[low].kind == DT_SOLUTION_NOTHING &&
		    row[high].kind == DT_SOLUTION_NOTHING)
			text = "none";
		else
			text = dt_arena_print(arena, "%s%s%.4g to %.4g",
			    text ? text : "", text ? ", " : "",
			    row[low].number, row[high].number);
	}
	return text;
}

void
dt_compare_thresholds(const struct dt_compare *c, struct dt_solution *solution)
{
	struct dt_solution_table *t = dt_solution_table(solution, "holds",
	    "For which values of one figure it holds, all else as it is (-: "
	    "not looked for)");
	dt_solution_column(t, "treaty", NULL, "");
	for (size_t q = 0; q < SHOWN; q++)
		dt_solution_column(t, shown[q][1], shown[q][2], "");
	for (size_t k = 0; k < c->n; k++) {
		const struct dt_solution_table *own = of(c->rows[k]);
		if (own == NULL || dt_solution_rows(own) == 0)
			continue;
		dt_solution_text(t, c->rows[k]->treaty);
		for (size_t q = 0; q < SHOWN; q++)
			dt_solution_text(t, stretches(solution->arena, own,
			    shown[q][0]));
	}
	add_all(c, solution);
}
