/*
 * correlated: correlated equilibria, by linear programs.
 *
 * A distribution over profiles such that nobody told its part gains by playing
 * another (Aumann 1974): for each player i and strategies s, t
 * sum over the others' o of x(s,o) (u_i(s,o) - u_i(t,o)) >= 0.
 * In chicken (6 6 / 2 7 / 7 2 / 0 0) the best sum is 10.5: 1/2 on (6,6) and
 * 1/4 on each of the uneven ones.
 */
#ifndef DT_SOLVE_CORRELATED_H
#define DT_SOLVE_CORRELATED_H

#include "base/arena.h"
#include "base/status.h"
#include "game/normal.h"

/* What is made most of. */
enum { DT_CORRELATED_WELFARE = -1, DT_CORRELATED_LEAST_WELFARE = -2 };

struct dt_correlated_point {
	double *chances;        /* by profile */
	double *values;         /* by player */
	double welfare;         /* their sum */
	double regret;          /* the most that any player gains by playing
	                         * always t when told s, weighed by the chance
	                         * of s; worked out anew, not GLPK's word */
};

struct dt_correlated {
	struct dt_correlated_point best, worst;         /* sum of payoffs */
	struct dt_correlated_point *most, *least;       /* by player */
};

/* Numbers in the program's matrix, which DT_LINEAR_MOST bounds. */
size_t dt_correlated_size(const struct dt_normal *game);

/* DT_EUSAGE where the game is too big. In the arena. */
enum dt_status dt_correlated_find(const struct dt_normal *game,
    struct dt_arena *arena, struct dt_correlated *correlated,
    struct dt_error *err);

#endif
