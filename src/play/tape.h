/*
 * tape: the rounds of a run, kept. Grows as needed; reused for many runs.
 */
#ifndef DT_TAPE_H
#define DT_TAPE_H

#include "engine/world.h"

/* A round without what the model can tell; arrays have an item an agent. */
struct dt_tape_round {
	int64_t number;
	enum dt_phase phase;
	uint64_t parties, bound, intended, executed, declared, stopped,
	    alarms, findings;
	uint64_t notified;      /* parties that have given notice, this round
	                         * included */
	const double *payoff, *fine;
	const uint64_t *seen;
};

struct dt_tape {
	size_t agents, n, room;
	bool light;             /* no payoff, fine and seen: they are NULL */
	struct dt_tape_round *rounds;
	double *flows;          /* payoff and fine of each round */
	uint64_t *seen;
};

/* False: memory ran out. */
bool dt_tape_add(struct dt_tape *tape, const struct dt_round *round,
    uint64_t notified);
/* Forgets the rounds, keeps the room. */
void dt_tape_clear(struct dt_tape *tape, size_t agents);
/* The rounds, with their pointers set. Valid until the next add. */
const struct dt_tape_round *dt_tape_rounds(struct dt_tape *tape);
void dt_tape_free(struct dt_tape *tape);

#endif
