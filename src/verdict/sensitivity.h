/*
 * sensitivity: how much of what varies one cause accounts for by itself.
 *
 * First-order: Var(E[y | x]) / Var(y), the share by which the variance of y
 * would fall in the mean if x were known (Sobol 1993; Saltelli and others
 * 2008, 1.2.5). Estimated by bins of x of equal chance, less what chance alone
 * puts between bins (Kelley's epsilon squared): (B - (k-1) W) / T, with B, W,
 * T the squares between k bins, a degree of freedom within them, and in all.
 * So of a cause that does nothing it is 0 in the mean, and may come out below.
 * Of y = 4 a + 2 b + c, all uniform: 16/21, 4/21, 1/21.
 */
#ifndef DT_SENSITIVITY_H
#define DT_SENSITIVITY_H

#include <stddef.h>
#include <stdint.h>

struct dt_sensitivity {
	double share;           /* NAN: y does not vary, or too few */
	double error;           /* its standard error, by bootstrap */
};

/* x[k * stride] is the rank of the cause in [0, 1), uniform; n of them. A y
 * that is NAN is passed over. Resamples are drawn by the seed. */
struct dt_sensitivity dt_sensitivity_first(const double *x, size_t stride,
    const double *y, size_t n, uint64_t seed);

#endif
