/*
 * linear_scale: the units in which GLPK sees a program. All are powers of
 * two, so that nothing is rounded. Geometric means of rows and columns in
 * turn, then the largest number of each row becomes about 1, and so do the
 * largest bound and the largest gain.
 */
#include <math.h>

#include "base/number.h"

#include "linear/linear_internal.h"

enum { PASSES = 3 };

static double
power_of_two(double x)
{
	return x > 0 && isfinite(x) ?
	    ldexp(1, (int)dt_number_max(-500, dt_number_min(500, round(log2(x))))) : 1;
}

static double
size_of(const struct dt_linear *l, size_t k)
{
	return fabs(l->numbers[k]) * l->row.scale[l->rows[k] - 1] *
	    l->column.scale[l->columns[k] - 1];
}

/* Every row, or column, from its mean to 1. */
static void
to_mean(struct dt_linear *l, struct dt_linear_side *s, const int *of)
{
	for (size_t k = 0; k < s->n; k++)
		s->sum[k] = s->value[k] = 0;
	for (size_t k = 1; k <= l->n; k++) {
		s->sum[of[k] - 1] += log2(size_of(l, k));
		s->value[of[k] - 1]++;
	}
	for (size_t k = 0; k < s->n; k++)
		if (s->value[k] > 0)
			s->scale[k] /=
			    power_of_two(exp2(s->sum[k] / s->value[k]));
}

static void
rows_to_most(struct dt_linear *l, size_t first)
{
	struct dt_linear_side *s = &l->row;
	for (size_t k = first; k < s->n; k++)
		s->sum[k] = 0;
	for (size_t k = 1; k <= l->n; k++) {
		size_t i = (size_t)l->rows[k] - 1;
		if (i >= first)
			s->sum[i] = dt_number_max(s->sum[i], size_of(l, k));
	}
	for (size_t k = first; k < s->n; k++)
		s->scale[k] /= power_of_two(s->sum[k]);
}

/* The largest bound of a side as GLPK would see it with unit 1. */
static double
most_bound(const struct dt_linear_side *s, bool columns)
{
	double most = 0;
	for (size_t k = 0; k < s->n; k++) {
		double size = columns ? 1 / s->scale[k] : s->scale[k];
		if (isfinite(s->low[k]))
			most = dt_number_max(most, fabs(s->low[k]) * size);
		if (isfinite(s->high[k]))
			most = dt_number_max(most, fabs(s->high[k]) * size);
	}
	return most;
}

/* Numbers that are near each other anyway stay as they are, by column. */
static bool
is_even(const struct dt_linear *l)
{
	double least = INFINITY, most = 0;
	for (size_t k = 1; k <= l->n; k++) {
		least = dt_number_min(least, size_of(l, k));
		most = dt_number_max(most, size_of(l, k));
	}
	return most <= 1000 * least;
}

void
dt_linear_scale(struct dt_linear *l, size_t first)
{
	for (int k = 0; first == 0 && k < PASSES && !is_even(l); k++) {
		to_mean(l, &l->row, l->rows);
		if (!is_even(l))
			to_mean(l, &l->column, l->columns);
	}
	rows_to_most(l, first);
	if (first == 0)
		l->unit = power_of_two(dt_number_max(most_bound(&l->row, false),
		    most_bound(&l->column, true)));
}

void
dt_linear_scale_gains(struct dt_linear *l)
{
	double most = 0;
	for (size_t k = 0; k < l->column.n; k++)
		most = dt_number_max(most, fabs(l->gain[k]) * l->column.scale[k]);
	l->gain_scale = 1 / power_of_two(most);
}
