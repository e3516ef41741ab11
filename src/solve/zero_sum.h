/*
 * zero_sum: a game of two whose payoffs always add up to the same sum, by two
 * linear programs, one a player: the most that it can be sure of, and how (von
 * Neumann 1928). Together these are an equilibrium, and every equilibrium pays
 * the same. The game 3 -1 / -2 1 is worth 1/7 to the first player.
 */
#ifndef DT_SOLVE_ZERO_SUM_H
#define DT_SOLVE_ZERO_SUM_H

#include "base/arena.h"
#include "base/status.h"
#include "game/normal.h"

struct dt_zero_sum {
	double sum;             /* of both payoffs, in every profile */
	double value[2];        /* what each is sure of; they add up to sum */
	double *chances;        /* a profile of optimal strategies */
	double regret;          /* its largest profitable deviation, worked
	                         * out anew, not GLPK's word */
};

/* DT_EUSAGE where there are not two players, where the sum is not the same
 * everywhere (to 1e-12 of the largest payoff; the message has a profile where
 * it differs), and where the game is too big. In the arena. */
enum dt_status dt_zero_sum_find(const struct dt_normal *game,
    struct dt_arena *arena, struct dt_zero_sum *zero_sum,
    struct dt_error *err);

#endif
