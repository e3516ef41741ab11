/*
 * race_leg: one lab's way through a stretch of time, in closed form, from one
 * generation to the next. For labs that grow alone: nothing diffuses, compute
 * is not scarce.
 */
#ifndef DT_RACE_RACE_LEG_H
#define DT_RACE_RACE_LEG_H

#include "race/race.h"

/* Numbers end here: growth that no finite time ends stops at it, other growth
 * has run away. */
#define DT_RACE_LARGEST 1e300

struct dt_race_leg {
	const struct dt_race *race;
	double rate;            /* of growth: the lab's, or that of its pause */
	double capability;      /* where it is */
	double start;           /* where its generations count from */
	int64_t generation;
	double left;            /* years */
	double excess;          /* of the part last passed */
};

/* Passes on to the next generation, true, or to the end of the time, false. */
bool dt_race_leg_passes(struct dt_race_leg *leg);

/* Capability at the end of a leg that has not begun, and the integral of
 * (dC/dt - A)^+ over it. */
double dt_race_leg_end(const struct dt_race_leg *leg);
double dt_race_leg_disrupts(const struct dt_race_leg *leg);

#endif
