/* lu: see lu.h. */
#include "base/lu.h"

#include <math.h>

/* The row of the largest number in a column, of those from the diagonal on. */
static size_t
find_pivot(const double *a, size_t n, size_t column)
{
	size_t best = column;
	for (size_t i = column + 1; i < n; i++)
		if (fabs(a[i * n + column]) > fabs(a[best * n + column]))
			best = i;
	return best;
}

static void
swap_rows(double *a, size_t n, size_t *order, size_t i, size_t j)
{
	size_t row = order[i];
	order[i] = order[j];
	order[j] = row;
	for (size_t k = 0; k < n; k++) {
		double number = a[i * n + k];
		a[i * n + k] = a[j * n + k];
		a[j * n + k] = number;
	}
}

static void
clear_below(double *a, size_t n, size_t column)
{
	const double *from = a + column * n;
	size_t end = n;                 /* of what is not 0: most rows are short */
	while (end > column + 1 && from[end - 1] == 0)
		end--;
	for (size_t i = column + 1; i < n; i++) {
		double *row = a + i * n;
		if (row[column] == 0)
			continue;
		double times = row[column] / from[column];
		row[column] = times;
		for (size_t k = column + 1; k < end; k++)
			row[k] -= times * from[k];
	}
}

int
dt_lu_make(double *a, size_t n, size_t *order)
{
	int sign = 1;
	for (size_t i = 0; i < n; i++)
		order[i] = i;
	for (size_t c = 0; c < n; c++) {
		size_t pivot = find_pivot(a, n, c);
		double size = fabs(a[pivot * n + c]);
		if (!(size > 0) || !isfinite(size))
			return 0;
		if (pivot != c) {
			swap_rows(a, n, order, pivot, c);
			sign = -sign;
		}
		if (a[c * n + c] < 0)
			sign = -sign;
		clear_below(a, n, c);
	}
	return sign;
}

void
dt_lu_solve(const double *lu, size_t n, const size_t *order,
    const double *right, double *x)
{
	for (size_t i = 0; i < n; i++) {
		x[i] = right[order[i]];
		for (size_t k = 0; k < i; k++)
			x[i] -= lu[i * n + k] * x[k];
	}
	for (size_t i = n; i-- > 0;) {
		for (size_t k = i + 1; k < n; k++)
			x[i] -= lu[i * n + k] * x[k];
		x[i] /= lu[i * n + i];
	}
}
