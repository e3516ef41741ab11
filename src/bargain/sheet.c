/* sheet: many settings of talks, side by side; see sheet.h. */
#include "bargain/sheet.h"

#include <math.h>

enum { CELLS_MOST = 20000 };

enum dt_status
dt_sheet_new(struct dt_sheet *sheet, struct dt_arena *arena,
    const char *const *words, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	*sheet = (struct dt_sheet){ .n = 1 };
	for (size_t k = 0; status == DT_OK && words[k] != NULL; k++) {
		if (k == DT_VARY_AXES)
			return dt_status_fail(err, DT_EUSAGE, "--vary is "
			    "taken up to %d times", DT_VARY_AXES);
		status = dt_vary_read(arena, words[k], &sheet->axis[k], err);
		if (status == DT_OK) {
			sheet->axes++;
			sheet->n *= sheet->axis[k].n;
		}
	}
	if (status == DT_OK && sheet->n > CELLS_MOST)
		return dt_status_fail(err, DT_EUSAGE, "--vary makes %zu "
		    "cells; up to %d can be done", sheet->n, CELLS_MOST);
	if (status != DT_OK)
		return status;
	sheet->cells = dt_arena_new(arena, sheet->n, sizeof(*sheet->cells));
	return sheet->cells != NULL ? DT_OK : dt_status_no_memory(err);
}

size_t
dt_sheet_value(const struct dt_sheet *sheet, size_t cell, size_t axis)
{
	for (size_t k = sheet->axes; --k > axis;)
		cell /= sheet->axis[k].n;
	return cell % sheet->axis[axis].n;
}

/* Where a text holds, nobody gains by departing from it. Else it is kept as
 * parties believe. */
static double
chance_kept(const struct dt_talks_setting *s, size_t text)
{
	double sum = 0, n = 0;
	if (s->stakes->texts[text].holds)
		return 1;
	for (size_t i = 0; i < s->stakes->n; i++)
		if (dt_move_has(s->table, i)) {
			sum += s->parties[i].own.sincerity;
			n++;
		}
	return sum / n;
}

static bool
binds_all(const struct dt_talks_setting *s, const struct dt_talks_outcome *o)
{
	bool all = o->text != DT_TALKS_NONE;
	for (size_t i = 0; all && i < s->stakes->n; i++)
		all = !dt_move_has(s->table, i) || o->joins[i] > 0;
	return all;
}

static void
count_chances(struct dt_sheet_cell *cell, const struct dt_negotiate *g)
{
	double n = (double)g->runs, kept = 0, squares = 0, raced = 0;
	for (int64_t k = 0; k < g->runs; k++) {
		const struct dt_talks_outcome *o = &g->outcomes[k];
		bool all = binds_all(g->setting, o);
		double chance = all ? chance_kept(g->setting, o->text) : 0;
		if (o->text != DT_TALKS_NONE) {
			cell->enters += 1 / n;
			raced += (double)(o->rounds - 1);
		}
		cell->all += all / n;
		kept += chance / n;
		squares += chance * chance / n;
	}
	cell->survives = kept;
	cell->survives_error = n < 2 ? NAN :
	    sqrt(dt_number_max(0, squares - kept * kept) / (n - 1));
	cell->raced = cell->enters > 0 ? raced / (cell->enters * n) : NAN;
}

enum dt_status
dt_sheet_count(struct dt_sheet *sheet, size_t number,
    const struct dt_negotiate *g, struct dt_arena *arena,
    struct dt_error *err)
{
	struct dt_sheet_cell *cell = &sheet->cells[number];
	const struct dt_stakes *stakes = g->setting->stakes;
	*cell = (struct dt_sheet_cell){ .parties = stakes->n };
	cell->names = (const char **)dt_arena_new(arena, stakes->n,
	    sizeof(*cell->names));
	cell->gain = dt_arena_new(arena, stakes->n, sizeof(double));
	cell->gain_error = dt_arena_new(arena, stakes->n, sizeof(double));
	if (cell->names == NULL || cell->gain == NULL ||
	    cell->gain_error == NULL)
		return dt_status_no_memory(err);
	sheet->runs = g->runs;
	count_chances(cell, g);
	for (size_t i = 0; i < stakes->n; i++) {
		cell->names[i] = dt_arena_copy(arena, stakes->names[i]);
		if (cell->names[i] == NULL)
			return dt_status_no_memory(err);
		dt_negotiate_gain(g, i, &cell->gain[i],
		    &cell->gain_error[i]);
	}
	enum dt_status status = dt_sheet_expect(g->setting, &cell->expected,
	    err);
	cell->expected *= chance_kept(g->setting, 0);
	return status;
}
