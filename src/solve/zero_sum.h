/*
 * zero_sum: a game of two whose payoffs always add up to the same sum: the
 * most that each can be sure of, and how (von Neumann 1928). Together these
 * are an equilibrium, and every equilibrium pays the same. The game 3 -1 /
 * -2 1 is worth 1/7 to the first player.
 *
 * Games of at most DT_ZERO_SUM_EXACT_MOST profiles are solved in whole
 * numbers, by a path of Lemke and Howson, bigger ones by two linear programs.
 */
#ifndef DT_SOLVE_ZERO_SUM_H
#define DT_SOLVE_ZERO_SUM_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/status.h"
#include "game/normal.h"

enum { DT_ZERO_SUM_EXACT_MOST = 1600 };

struct dt_zero_sum {
	double sum;             /* of both payoffs, in every profile */
	double value[2];        /* what each is sure of; they add up to sum */
	double *chances;        /* a profile of optimal strategies */
	double regret;          /* its largest profitable deviation, worked
	                         * out anew, not GLPK's word */
	const char **exact;     /* the chances as rationals; NULL: by linear
	                         * programs */
	const char *exact_value[2];     /* the values so; NULL then */
};

/* DT_EUSAGE where there are not two players, where the sum is not the same
 * everywhere (to 1e-12 of the largest payoff; the message has a profile where
 * it differs), and where the game is too big. In the arena. */
enum dt_status dt_zero_sum_find(const struct dt_normal *game,
    struct dt_arena *arena, struct dt_zero_sum *zero_sum,
    struct dt_error *err);

/* zero_sum_exact.c: the same in whole numbers, if that can be; *found is false
 * where payoffs are too long, are a sum only to rounding, or a path is too
 * long. The game is small, and one of two. */
enum dt_status dt_zero_sum_exact(const struct dt_normal *game,
    struct dt_arena *arena, struct dt_zero_sum *zero_sum, bool *found,
    struct dt_error *err);

#endif
