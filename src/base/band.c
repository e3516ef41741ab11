/* band: see band.h. */
#include "base/band.h"

#include <math.h>

/* Columns before which a row that has the diagonal in one ends, at the most. */
static size_t
end_of(const struct dt_band *b, size_t column)
{
	size_t end = column + b->below + b->above + 1;
	return end < b->n ? end : b->n;
}

/* Rows before which all behind have 0 in a column. */
static size_t
last_row(const struct dt_band *b, size_t column)
{
	size_t end = column + b->below + 1;
	return end < b->n ? end : b->n;
}

static void
swap(double *a, double *b)
{
	double number = *a;
	*a = *b;
	*b = number;
}

/* The row of the largest number in a column comes to the diagonal. */
static void
pivot(struct dt_band *b, double *x, size_t column)
{
	double *cells = b->cells;
	size_t best = column, end = end_of(b, column);
	for (size_t i = column + 1; i < last_row(b, column); i++)
		if (fabs(cells[dt_band_at(b, i, column)]) >
		    fabs(cells[dt_band_at(b, best, column)]))
			best = i;
	if (best == column)
		return;
	swap(&x[best], &x[column]);
	for (size_t k = column; k < end; k++)
		swap(&cells[dt_band_at(b, best, k)],
		    &cells[dt_band_at(b, column, k)]);
}

static void
clear_below(struct dt_band *b, double *x, size_t column)
{
	const double *from = b->cells + dt_band_at(b, column, column);
	size_t n = end_of(b, column) - column;
	while (n > 1 && from[n - 1] == 0)
		n--;
	for (size_t i = column + 1; i < last_row(b, column); i++) {
		double *row = b->cells + dt_band_at(b, i, column);
		if (row[0] == 0)
			continue;
		double times = row[0] / from[0];
		for (size_t k = 1; k < n; k++)
			row[k] -= times * from[k];
		x[i] -= times * x[column];
	}
}

bool
dt_band_solve(struct dt_band *b, double *x)
{
	for (size_t c = 0; c < b->n; c++) {
		pivot(b, x, c);
		double size = fabs(b->cells[dt_band_at(b, c, c)]);
		if (!(size > 0) || !isfinite(size))
			return false;
		clear_below(b, x, c);
	}
	for (size_t i = b->n; i-- > 0;) {
		const double *row = b->cells + dt_band_at(b, i, i);
		for (size_t k = 1; k < end_of(b, i) - i; k++)
			x[i] -= row[k] * x[i + k];
		x[i] /= row[0];
	}
	return true;
}
