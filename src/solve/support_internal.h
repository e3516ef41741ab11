/* support_internal: a combination of supports and its system; for support.c
 * and support_system.c. */
#ifndef DT_SOLVE_SUPPORT_INTERNAL_H
#define DT_SOLVE_SUPPORT_INTERNAL_H

#include "base/random.h"
#include "solve/profile.h"

/* Which strategies of the profile are in it, and the room that the search
 * needs; all arrays are of the profile's size unless said. */
struct dt_support_system {
	const struct dt_normal *game;   /* of dt_gains_of */
	size_t size;
	bool *in;
	size_t unknowns;
	size_t *unknown;        /* strategies: all of a support but its first */
	size_t *first;          /* [unknown]: the first of the same support */
	double *profile, *payoffs;
	double *slopes;         /* size * size */
	double *matrix, *right, *step;  /* unknowns, squared for matrix */
	double *trial;
	size_t *order;
};

/* Lists the unknowns of what is `in`. */
void dt_support_system_set(struct dt_support_system *system);

/* A start: the centroid of the supports, or drawn from them evenly. */
void dt_support_system_start(struct dt_support_system *system,
    struct dt_random *random);

/* Newton from the start; whether it came to a point where the strategies of
 * each support pay the same, to `tolerance`, and all chances are >= 0. */
bool dt_support_system_solve(struct dt_support_system *system,
    double tolerance);

#endif
