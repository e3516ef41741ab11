/*
 * band: equations whose numbers stand near the diagonal, straight, by Gauss with
 * partial pivoting. GSL has the same, with some twenty calls a column: where a
 * row has ten numbers they take five times what the numbers do. Golub and Van
 * Loan, Matrix Computations, 4.3.
 */
#ifndef DT_BASE_BAND_H
#define DT_BASE_BAND_H

#include <stdbool.h>
#include <stddef.h>

/* A row has so many numbers before the diagonal and after it. */
struct dt_band {
	size_t n, below, above;
	double *cells;          /* [dt_band_at]; the caller's; room of
	                         * n * dt_band_width numbers, 0 at first */
};

/* Numbers of a row: as rows change places they grow to the right. */
static inline size_t
dt_band_width(const struct dt_band *band)
{
	return 2 * band->below + band->above + 1;
}

/* Of a row and a column that is no more than below before it, and no more than
 * below + above behind it. */
static inline size_t
dt_band_at(const struct dt_band *band, size_t row, size_t column)
{
	return row * dt_band_width(band) + column + band->below - row;
}

/* x, which holds the right side, becomes what band * x = right side is solved
 * by; the cells are used up. false: singular, or not all numbers. */
bool dt_band_solve(struct dt_band *band, double *x);

#endif
