/*
 * extrapolate: an ordinary differential equation over a stretch of time, by
 * the modified midpoint rule extrapolated to steps of no length (Gragg 1965;
 * Bulirsch and Stoer 1966). Smooth slopes only: who calls stops where they
 * bend. Allocates nothing and cannot fail.
 */
#ifndef DT_RACE_EXTRAPOLATE_H
#define DT_RACE_EXTRAPOLATE_H

#include <stdbool.h>
#include <stddef.h>

enum { DT_EXTRAPOLATE_MOST = 3 * 64 };  /* unknowns */

struct dt_extrapolate {
	size_t n;               /* unknowns, up to DT_EXTRAPOLATE_MOST */
	void (*slope)(const void *of, const double *y, double *slope);
	const void *of;
	double within;          /* 1e-13: the error that a step may make, of
	                         * 1 or of the unknown if that is larger */
};

/* From y over so many units of time in one step: `into`, which may be y. False
 * where the error is larger than allowed; it is the best that was found. */
bool dt_extrapolate_step(const struct dt_extrapolate *e, const double *y,
    double time, double *into);

#endif
