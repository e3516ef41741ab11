/*
 * dominance: strategies that another one, or a mix of others, beats whatever
 * the others do; and what is left when they are taken away again and again.
 *
 * All that are dominated go at once, round after round. Of strict dominance
 * the order does not matter (Gilboa, Kalai and Zemel 1990); of weak dominance
 * it does, and this is the order told.
 */
#ifndef DT_SOLVE_DOMINANCE_H
#define DT_SOLVE_DOMINANCE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/status.h"
#include "base/stop.h"
#include "game/normal.h"

struct dt_dominance_step {
	size_t round;           /* from 1 */
	size_t player, strategy;
	const double *mix;      /* of the player's strategies, what beats it */
	bool pure;              /* the mix is one strategy */
};

struct dt_dominance {
	size_t n;
	struct dt_dominance_step *steps;
	const bool *left;       /* by strategy, as a profile is laid out */
	bool whole;             /* mixed dominators were looked for everywhere;
	                         * false: some program was too big for that */
	bool stopped;           /* rounds were left on their way: there may be
	                         * more that are dominated */
};

/*
 * Strict dominance by a mix is a linear program (Pearce 1984): most e such
 * that the mix pays e more everywhere. Differences up to 1e-14 of the
 * largest payoff count as none. `stop` may be NULL. Rows 3,0 / 0,3 / 1,1 of
 * one's payoffs: the third goes by the mix (1/2, 1/2), with e = 1/2. In the
 * arena.
 */
enum dt_status dt_dominance_find(const struct dt_normal *game, bool weak,
    const struct dt_stop *stop, struct dt_arena *arena,
    struct dt_dominance *dominance, struct dt_error *err);

#endif
