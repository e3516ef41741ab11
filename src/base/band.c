/* band: see band.h. */
#include "base/band.h"

#include <math.h>

/* How many numbers a row has from the diagonal on. */
static size_t
reach(const struct dt_band *b, size_t row)
{
	size_t left = b->n - row;
	return b->above + 1 < left ? b->above + 1 : left;
}

/* Rows before which all behind have 0 in a column. */
static size_t
last_row(const struct dt_band *b, size_t column)
{
	size_t end = column + b->below + 1;
	return end < b->n ? end : b->n;
}

static void
clear_below(struct dt_band *b, double *x, size_t column)
{
	const double *from = b->cells + dt_band_at(b, column, column);
	size_t n = reach(b, column);
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
		double size = fabs(b->cells[dt_band_at(b, c, c)]);
		if (!(size > 0) || !isfinite(size))
			return false;
		clear_below(b, x, c);
	}
	for (size_t i = b->n; i-- > 0;) {
		const double *row = b->cells + dt_band_at(b, i, i);
		for (size_t k = 1; k < reach(b, i); k++)
			x[i] -= row[k] * x[i + k];
		x[i] /= row[0];
	}
	return true;
}
