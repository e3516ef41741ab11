/*
 * empirical_internal: what the files of empirical share.
 *
 * empirical.c          profiles, and the deviations from one
 * empirical_judge.c    regret and its interval, by bootstrap
 * empirical_support.c  whether a mix has its like, by bootstrap
 * empirical_needs.c    where it is worth while to measure again
 * empirical_narrow.c   what that would do to the interval of a regret
 */
#ifndef DT_SOLVE_EMPIRICAL_INTERNAL_H
#define DT_SOLVE_EMPIRICAL_INTERNAL_H

#include <gsl/gsl_rng.h>

#include "infer/empirical.h"

/* A gain is a linear form in estimates: coefficients by row. */
struct dt_empirical_term {
	size_t estimate;
	double factor;
};
struct dt_empirical_row {
	size_t n, room;
	struct dt_empirical_term *terms;        /* in the arena */
	bool missing;
};

/* Adds to a row; what is there already is added up. False: no memory. */
bool dt_empirical_add(struct dt_arena *arena, struct dt_empirical_row *row,
    size_t estimate, double factor);

/* Gain, error and degrees of freedom of a row into its deviation. */
void dt_empirical_measure(const struct dt_empirical *game,
    const struct dt_empirical_row *row, struct dt_empirical_deviation *out);

/* The deviation to another strategy from a pure profile. */
enum dt_status dt_empirical_deviate(const struct dt_empirical *game,
    size_t profile, size_t player, size_t strategy, struct dt_arena *arena,
    struct dt_empirical_row *row, struct dt_error *err);

/* The error of an estimate in a replicate. */
double dt_empirical_draw(const struct dt_empirical_estimate *estimate,
    const gsl_rng *rng);

/* The 97.5 % point of Student's t. */
double dt_empirical_width(double freedom);

/* How many deviations a pure profile has. */
size_t dt_empirical_deviations(const struct dt_empirical *game);

/* Fills in how far each need alone would lower the upper end of its
 * candidate. */
enum dt_status dt_empirical_weigh(const struct dt_empirical *game,
    struct dt_empirical_need *needs, size_t n, struct dt_error *err);

/* Gains that rounding makes of nothing. */
double dt_empirical_rounding(const struct dt_empirical *game);

#endif
