/*
 * slopes: how a trial's constraints change beside some amounts of money.
 */
#ifndef DT_DESIGN_SLOPES_H
#define DT_DESIGN_SLOPES_H

#include "design/amounts.h"

/* Where a slope is looked for: so far from a place, to a side of its own for
 * each amount; and how wide beside it, which is less, since from a corner of
 * the amounts plans change over along lines. */
struct dt_slopes_sight {
	double far, wide, spread;
};

/* Beside a place, the amounts all a little above it. */
struct dt_slopes {
	double at[DT_LEVER_MONEY];
	struct dt_trial_value value;
	double slope[DT_LEVER_MONEY][DT_TRIAL_ROWS];
	double start[DT_LEVER_MONEY];
	bool bent[DT_TRIAL_ROWS];       /* it has no one slope here */
};

enum dt_status dt_slopes_find(struct dt_trial *trial, size_t n,
    const double *near, const struct dt_slopes_sight *sight,
    struct dt_slopes *slopes, struct dt_error *err);

#endif
