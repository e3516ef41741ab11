/*
 * clock: the treaty's own part of its public state: its phase and what counts
 * down, kept only while it can matter; and how it turns from round to round.
 */
#ifndef DT_COMPLY_CLOCK_H
#define DT_COMPLY_CLOCK_H

#include "base/index.h"
#include "treaty/regime.h"

struct dt_clock {
	enum dt_phase phase;
	int64_t delay_left, suspended_left, rounds_left, renewals_left;
	int64_t age;                    /* up to the end of grace, and 1 */
	int64_t round;                  /* up to the last that anybody signs in */
};

/* What happened to the treaty in a round, seen from its clock. Sets are of
 * agents. */
struct dt_clock_event {
	uint32_t clock;                 /* of the round */
	int64_t suspend;                /* rounds; 0: no */
	bool end;
	uint64_t parties, leaving, out; /* still there; whose notice runs out;
	                                 * who is out for good */
};

/* And what it is after that: [1] by a coin that comes up with `chance`. */
struct dt_clock_turn {
	double chance;                  /* 1: [0] does not come */
	uint32_t clock[2];
	uint64_t parties[2];
};

struct dt_clocks {
	const struct dt_terms *terms;   /* outlives it */
	int64_t last_joins;
	struct dt_terms sure[2];
	struct dt_terms_rung *rungs;
	struct dt_index index, events;
	struct dt_clock *of;            /* [id] */
	struct dt_clock_turn *turns;    /* [event] */
	size_t room, turn_room;
	struct dt_clock_event last;     /* that was asked for, and its turn */
	uint32_t last_turn;             /* DT_INDEX_NONE: none was */
};

/* false: memory is out; release it all the same. */
bool dt_clock_start(struct dt_clocks *all, const struct dt_terms *terms);
void dt_clock_free(struct dt_clocks *all);

/* Before the first round: its clock is still to strike. */
uint32_t dt_clock_before(struct dt_clocks *all);
/* NULL: memory is out. Good until the next one is asked for. */
const struct dt_clock_turn *dt_clock_turn(struct dt_clocks *all,
    const struct dt_clock_event *event);

static inline bool
dt_clock_runs(enum dt_phase phase)
{
	return phase == DT_PHASE_IN_FORCE || phase == DT_PHASE_SUSPENDED;
}

#endif
