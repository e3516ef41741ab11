/*
 * race_flow: all labs together through a stretch of time, where what one does
 * reaches others (diffusion) or growth has no closed form (scarce compute):
 * integrated to 1e-12 from one bend to the next.
 */
#ifndef DT_RACE_RACE_FLOW_H
#define DT_RACE_RACE_FLOW_H

#include "race/race.h"

struct dt_race_flow {
	const struct dt_race *race;
	size_t n;               /* labs */
	size_t agent[DT_AGENTS_MOST];   /* which agent each is */
	double rate[DT_AGENTS_MOST];    /* of growth in this stretch */
	bool races[DT_AGENTS_MOST];
	double log[DT_AGENTS_MOST];     /* of capability; INFINITY */
	double disruption[DT_AGENTS_MOST];      /* so far */
	double excess[DT_AGENTS_MOST];  /* since the last passing; racers' */
	int64_t generation[DT_AGENTS_MOST];
	double next[DT_AGENTS_MOST];    /* log at which it is one more */
	bool above[DT_AGENTS_MOST];     /* what can be reviewed */
	bool capped[DT_AGENTS_MOST];
	double left;            /* years */
};

/* Goes on to the next generation of some lab: which, or to the end of the
 * time: n. What is passed at once is passed one after the other. */
size_t dt_race_flow_passes(struct dt_race_flow *flow);

/* Before the first passing, once the above it are set: next, above, capped. */
void dt_race_flow_begin(struct dt_race_flow *flow);

#endif
