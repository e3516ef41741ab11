/* duel_internal: what the files of duel share. Joint states are numbered as
 * they are come to; a joint state is first * states of the second + second. */
#ifndef DT_ENGINE_DUEL_INTERNAL_H
#define DT_ENGINE_DUEL_INTERNAL_H

#include "engine/duel.h"

enum { DT_DUEL_MOVES = 4 };

/* A step of the joint chain. */
struct dt_duel_flow {
	uint32_t to;
	double chance;
};

struct dt_duel_room {
	size_t pairs;           /* joint states there is room for */
	int32_t *number;        /* by first * states + second; or NOT_YET */
	uint32_t *pair;         /* by number */
	size_t *flows_at;       /* by number, and one more */
	double (*moved)[DT_DUEL_MOVES]; /* by number: chances of the moves */
	double (*then)[DT_DUEL_MOVES][2];       /* by number and moves: chance that it
	                         * happens and that each pauses next */
	double *now, *next, *visits, *begun, *sum;
	uint32_t *touched;
	struct dt_duel_flow *flows;
	size_t n_flows, room_flows;
};

struct dt_duel {
	struct dt_duel_room *room;
	const struct dt_duel_game *game;
	const struct dt_automaton *a[2];
	size_t n;               /* joint states so far */
	double last;            /* weight of the last round */
};

/* All joint states that can be come to, with their flows, and the chances of
 * round one in `now` and `begun`. False: memory is out. */
bool dt_duel_explore(struct dt_duel *d);

#endif
