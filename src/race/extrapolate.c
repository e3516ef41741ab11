/* extrapolate: see extrapolate.h. */
#include "race/extrapolate.h"

#include <math.h>
#include <string.h>

enum { COLUMNS = 8 };

/* Gragg's rule with so many substeps, an even number, smoothed. */
static void
midpoint(const struct dt_extrapolate *e, const double *y, double time,
    int steps, double *into)
{
	double before[DT_EXTRAPOLATE_MOST], now[DT_EXTRAPOLATE_MOST];
	double slope[DT_EXTRAPOLATE_MOST], h = time / steps;
	e->slope(e->of, y, slope);
	for (size_t i = 0; i < e->n; i++) {
		before[i] = y[i];
		now[i] = y[i] + h * slope[i];
	}
	for (int k = 1; k < steps; k++) {
		e->slope(e->of, now, slope);
		for (size_t i = 0; i < e->n; i++) {
			double next = before[i] + 2 * h * slope[i];
			before[i] = now[i];
			now[i] = next;
		}
	}
	e->slope(e->of, now, slope);
	for (size_t i = 0; i < e->n; i++)
		into[i] = (before[i] + now[i] + h * slope[i]) / 2;
}

/* Aitken and Neville's table in the square of the step, one row more. Returns
 * how far the last two of the row are apart. */
static double
refine(const struct dt_extrapolate *e, const double *fresh,
    double table[][DT_EXTRAPOLATE_MOST], int row)
{
	double worst = 0;
	for (size_t i = 0; i < e->n; i++) {
		double now = fresh[i], last = now;
		for (int k = 0; k < row; k++) {
			double ratio = (row + 1.) / (row - k);
			double old = table[k][i];
			table[k][i] = last = now;
			now += (now - old) / (ratio * ratio - 1);
		}
		table[row][i] = now;
		double scale = fabs(now) > 1 ? fabs(now) : 1;
		double error = fabs(now - last) / scale;
		if (!(error <= worst))
			worst = isnan(error) ? INFINITY : error;
	}
	return worst;
}

bool
dt_extrapolate_step(const struct dt_extrapolate *e, const double *y,
    double time, double *into)
{
	double table[COLUMNS][DT_EXTRAPOLATE_MOST];
	double fresh[DT_EXTRAPOLATE_MOST];
	for (int row = 0; row < COLUMNS; row++) {
		midpoint(e, y, time, 2 * (row + 1), fresh);
		double error = refine(e, fresh, table, row);
		if (row >= 2 && error <= e->within) {
			memcpy(into, table[row], e->n * sizeof(*into));
			return true;
		}
	}
	memcpy(into, table[COLUMNS - 1], e->n * sizeof(*into));
	return false;
}
