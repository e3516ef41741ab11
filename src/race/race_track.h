/*
 * race_track: a lab's whole way, worked out before any run. Where nothing
 * diffuses and who pauses stands still, its capability hangs on nothing but
 * how many rounds it has raced.
 */
#ifndef DT_RACE_RACE_TRACK_H
#define DT_RACE_RACE_TRACK_H

#include "race/race.h"

enum { DT_RACE_TRACK_MOST = 1024 };     /* rounds */

/* After k rounds of racing, and in the round after those. */
struct dt_race_track_step {
	double capability, logarithm, oversight;
	double disruption;      /* in the round: the integral that disrupts */
	int64_t generation;
	size_t part;            /* the round's first item of excess; there is
	                         * one for each generation reached, and one */
};

struct dt_race_track {
	const struct dt_race_track_step *steps; /* 0 to race->longest */
	const double *excess;
};

/* Fills race->tracks and longest for a game of so many rounds (0: without
 * end). Nothing where a lab's way hangs on more than its own racing. */
enum dt_status dt_race_track_make(struct dt_race *race, int64_t rounds,
    struct dt_arena *arena, struct dt_error *err);

#endif
