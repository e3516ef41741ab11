/*
 * linear_check: whether values and prices are an optimum, in the program's own
 * numbers and units; knows no solver.
 *
 * Rows' sums and columns must lie in their bounds. A price above 0 holds a row
 * at its upper bound, below 0 at its lower one; what a column gains beyond the
 * rows' prices likewise. Then the priced bounds are a bound of the optimum
 * (weak duality), and the two must meet. A miss is measured beside the numbers
 * that it is the sum of, and of these never beside less than a tenth of what
 * is usual in the program, which is what the scales are for.
 */
#include <math.h>

#include "base/number.h"

#include "linear/linear_internal.h"

static const double usual = .1;

static void
add_up(struct dt_linear_side *to, const int *to_which,
    const struct dt_linear_side *from, const int *from_which,
    const struct dt_linear *l)
{
	for (size_t k = 0; k < to->n; k++)
		to->sum[k] = to->size[k] = 0;
	for (size_t k = 1; k <= l->n; k++) {
		double x = l->numbers[k] * from->value[from_which[k] - 1];
		to->sum[to_which[k] - 1] += x;
		to->size[to_which[k] - 1] += fabs(x);
	}
}

static double
finite_or_0(double x)
{
	return isfinite(x) ? fabs(x) : 0;
}

/* The largest miss of x beside its bounds; `unit` is what 1 in scaled
 * numbers is here. */
static double
miss(double x, double low, double high, double size, double unit)
{
	double beyond = dt_number_max(dt_number_max(low - x, x - high), 0);
	double beside = dt_number_max(dt_number_max(size, usual * unit),
	    dt_number_max(finite_or_0(low), finite_or_0(high)));
	if (beyond == 0)
		return 0;
	return isfinite(x) ? beyond / beside : INFINITY;
}

static double
most_value(const struct dt_linear *l)
{
	double most = 0;
	for (size_t c = 0; c < l->column.n; c++)
		most = dt_number_max(most, fabs(l->column.value[c]) /
		    l->column.scale[c]);
	return most;
}

static double
worst_row(const struct dt_linear *l)
{
	double worst = 0, most = most_value(l);
	for (size_t r = 0; r < l->row.n; r++)
		worst = dt_number_max(worst, miss(l->row.sum[r], l->row.low[r],
		    l->row.high[r], l->row.size[r], most / l->row.scale[r]));
	return worst;
}

static double
worst_column(const struct dt_linear *l)
{
	double worst = 0, most = most_value(l);
	for (size_t c = 0; c < l->column.n; c++)
		worst = dt_number_max(worst, miss(l->column.value[c],
		    l->column.low[c], l->column.high[c],
		    fabs(l->column.value[c]), most * l->column.scale[c]));
	return worst;
}

/* A price that holds what has no bound there, beside `size`; else what it
 * makes of the bound is added to `priced`. */
static double
charge(double price, double low, double high, double size, double *priced,
    double *sizes)
{
	double at = price > 0 ? high : low;
	if (price == 0)
		return 0;
	if (!isfinite(at))
		return fabs(price) / size;
	*priced += price * at;
	*sizes += fabs(price * at);
	return 0;
}

/* Of the prices, and how far priced bounds are from the optimum. */
static double
worst_price(const struct dt_linear *l)
{
	double worst = 0, priced = 0, sizes = 0, got = 0;
	double most = 1 / l->gain_scale;
	for (size_t r = 0; r < l->row.n; r++)
		worst = dt_number_max(worst, charge(l->row.value[r], l->row.low[r],
		    l->row.high[r], usual * most * l->row.scale[r], &priced,
		    &sizes));
	for (size_t c = 0; c < l->column.n; c++) {
		double more = l->gain[c] - l->column.sum[c];
		double size = dt_number_max(fabs(l->gain[c]) + l->column.size[c],
		    usual * most / l->column.scale[c]);
		/* What is rounding is no price. */
		if (fabs(more) < 1e-14 * size)
			more = 0;
		worst = dt_number_max(worst, charge(more, l->column.low[c],
		    l->column.high[c], size, &priced, &sizes));
		got += l->gain[c] * l->column.value[c];
		sizes += fabs(l->gain[c] * l->column.value[c]);
	}
	double gap = fabs(priced - got) /
	    dt_number_max(sizes, usual * most * l->unit);
	return isfinite(gap) ? dt_number_max(worst, gap) : INFINITY;
}

bool
dt_linear_check(struct dt_linear *l, double tolerance)
{
	for (size_t r = 0; r < l->row.n; r++)
		if (!isfinite(l->row.value[r]))
			return false;
	for (size_t c = 0; c < l->column.n; c++)
		if (!isfinite(l->column.value[c]))
			return false;
	add_up(&l->row, l->rows, &l->column, l->columns, l);
	add_up(&l->column, l->columns, &l->row, l->rows, l);
	return worst_row(l) <= tolerance && worst_column(l) <= tolerance &&
	    worst_price(l) <= tolerance;
}
