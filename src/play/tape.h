/*
 * tape: the rounds of a run, kept. Grows as needed; reused for many runs.
 */
#ifndef DT_LAB_TAPE_H
#define DT_LAB_TAPE_H

#include "play/play.h"

struct dt_tape {
	size_t agents, n, room;
	bool light;             /* no payoff, fine and seen: they are NULL */
	struct dt_play_round *rounds;
	double *flows;          /* payoff and fine of each round */
	uint64_t *seen;
};

/* False: memory ran out. */
bool dt_tape_add(struct dt_tape *tape, const struct dt_round *round,
    uint64_t notified);
/* Forgets the rounds, keeps the room. */
void dt_tape_clear(struct dt_tape *tape, size_t agents);
/* The rounds, with their pointers set. Valid until the next add. */
const struct dt_play_round *dt_tape_rounds(struct dt_tape *tape);
void dt_tape_free(struct dt_tape *tape);

#endif
