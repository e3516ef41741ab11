/*
 * band: equations whose numbers stand near the diagonal, straight, by Gauss. In
 * each row the diagonal is to outweigh the rest, or to be as large: so no row
 * need change its place, and no number grows to more than twice the largest.
 * GSL changes rows all the same, which makes bands wider, and takes some twenty
 * calls a column. Golub and Van Loan, Matrix Computations, 3.4.10 and 4.3.
 */
#ifndef DT_BASE_BAND_H
#define DT_BASE_BAND_H

#include <stdbool.h>
#include <stddef.h>

/* A row has so many numbers before the diagonal and behind it. */
struct dt_band {
	size_t n, below, above;
	double *cells;          /* [dt_band_at]; the caller's; room of
	                         * n * dt_band_width numbers, 0 at first */
};

static inline size_t
dt_band_width(const struct dt_band *band)
{
	return band->below + 1 + band->above;
}

/* Of a row, and a column that is in its band. */
static inline size_t
dt_band_at(const struct dt_band *band, size_t row, size_t column)
{
	return row * dt_band_width(band) + column + band->below - row;
}

/* x, which holds the right side, becomes what solves the equations; the cells
 * are used up. false: singular, or not all numbers. */
bool dt_band_solve(struct dt_band *band, double *x);

#endif
