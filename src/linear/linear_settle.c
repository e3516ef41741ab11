/*
 * linear_settle: from GLPK's word to an answer that was checked: again from
 * the start where it fails, then, if the program is small, in rational
 * numbers.
 */
#include <math.h>

#include "linear/linear_internal.h"

enum { EXACT_MOST = 4000 };     /* numbers; more take minutes */

/* The same rows, each with what it lacks and what it has too much of, in its
 * own unit, and the sum of all that made least. NULL: memory is out. */
static struct dt_linear *
elastic(const struct dt_linear *l)
{
	size_t rows = l->row.n, columns = l->column.n;
	struct dt_linear *e = dt_linear_new(rows, columns + 2 * rows,
	    l->n + 2 * rows);
	if (e == NULL)
		return NULL;
	for (size_t k = 1; k <= l->n; k++)
		dt_linear_set(e, (size_t)l->rows[k] - 1,
		    (size_t)l->columns[k] - 1, l->numbers[k]);
	for (size_t c = 0; c < columns; c++)
		dt_linear_column(e, c, l->column.low[c], l->column.high[c]);
	for (size_t r = 0; r < rows; r++) {
		double unit = 1 / l->row.scale[r];
		dt_linear_row(e, r, l->row.low[r], l->row.high[r]);
		dt_linear_set(e, r, columns + 2 * r, unit);
		dt_linear_set(e, r, columns + 2 * r + 1, -unit);
		dt_linear_gain(e, columns + 2 * r, -1);
		dt_linear_gain(e, columns + 2 * r + 1, -1);
	}
	return e;
}

bool
dt_linear_settle_infeasible(const struct dt_linear *l)
{
	struct dt_linear *e = elastic(l);
	if (e == NULL)
		return false;
	dt_linear_scale(e, 0);
	dt_linear_scale_gains(e);
	bool shown = dt_linear_solve_once(e, false, false) ==
	    DT_LINEAR_SOLVED && dt_linear_check(e, DT_LINEAR_TOLERANCE) &&
	    dt_linear_optimum(e) < -1e-9 * l->unit;
	dt_linear_free(e);
	return shown;
}

static bool
is_contradiction(const struct dt_linear_side *s)
{
	for (size_t k = 0; k < s->n; k++)
		if (s->low[k] > s->high[k])
			return true;
	return false;
}

static bool
is_settled(struct dt_linear *l, enum dt_linear_end end)
{
	switch (end) {
	case DT_LINEAR_SOLVED:
		return dt_linear_check(l, DT_LINEAR_TOLERANCE);
	case DT_LINEAR_INFEASIBLE:
		return dt_linear_settle_infeasible(l);
	case DT_LINEAR_UNBOUNDED:
	case DT_LINEAR_NO_MEMORY:
		return true;
	default:
		return false;
	}
}

enum dt_linear_end
dt_linear_solve(struct dt_linear *l)
{
	if (is_contradiction(&l->row) || is_contradiction(&l->column))
		return DT_LINEAR_INFEASIBLE;
	if (l->scaled < l->row.n)
		dt_linear_scale(l, l->scaled);
	l->scaled = l->row.n;
	dt_linear_scale_gains(l);
	for (int attempt = 0; attempt < 3; attempt++) {
		if (attempt == 2 && l->n > EXACT_MOST)
			break;
		enum dt_linear_end end =
		    dt_linear_solve_once(l, attempt == 1, attempt == 2);
		if (is_settled(l, end))
			return end;
	}
	return DT_LINEAR_UNSETTLED;
}
