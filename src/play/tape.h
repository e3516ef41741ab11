/*
 * tape: the rounds of a run, kept. Grows as needed; reused for many runs.
 */
#ifndef DT_TAPE_H
#define DT_TAPE_H

#include "engine/world.h"

/* An agent with capability behind a round; see struct dt_race_state. */
struct dt_tape_lab {
	size_t agent;
	double capability, misalignment, oversight, share;
	double behind;          /* years; INFINITY */
	int64_t generation;
};

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
	/* Of a race: each horseman as who bore most bore it, and the labs. */
	double borne[DT_RACE_HORSEMEN];
	bool race;              /* there is one, and it is kept */
	size_t n_labs;
	const struct dt_tape_lab *labs;
};

struct dt_tape {
	size_t agents, n, room;
	bool light;             /* no payoff, fine and seen: they are NULL */
	struct dt_tape_round *rounds;
	double *flows;          /* payoff and fine of each round */
	uint64_t *seen;
	struct dt_tape_lab *labs;       /* or NULL: no race */
	bool race;              /* the rounds have one */
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
