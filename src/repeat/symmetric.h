/*
 * symmetric: the best that a public signal can do where all are treated
 * alike: strongly symmetric public perfect equilibria, by linear programs.
 *
 * All pause; after signal y, with chance b(y), all race for ever. With
 * K = c/(1-c) and x(y) = K b(y), party i gets P_i + (R_i-P_i)/(1+sum p x),
 * and gains nothing by racing where
 *   (R_i-P_i) sum_y (q_i(y)-p(y)) x(y) >= g_i (1 + sum_y p(y) x(y)),
 * p the chances of the signals when all pause, q_i when i alone races, g_i
 * what i gains by it in a round (from Abreu, Pearce and Stacchetti 1986; any
 * payoff between racing for ever and the best one is a lottery over both).
 * Racing must itself be an equilibrium. Two parties, R, S, T, P = 3, 0, 5, 1,
 * one alarm, false with chance .05 and right with .5: 2.7778, from
 * continuation .7143 on.
 */
#ifndef DT_SOLVE_SYMMETRIC_H
#define DT_SOLVE_SYMMETRIC_H

#include "base/arena.h"
#include "base/status.h"
#include "repeat/signals.h"

struct dt_symmetric_game {
	size_t n, signals;
	const double *reward, *gain, *punishment;       /* by party: R, g, P */
	bool credible;          /* nobody gains by pausing while all race */
	const double *chance;           /* p, by signal */
	const double *deviant;          /* q, [party * signals + signal] */
};

struct dt_symmetric {
	bool any;               /* whether all can be made to pause; where not
	                         * the rest is NAN, and arrays are zero */
	double continuation;    /* the least that this answer needs */
	double burnt;           /* sum p x: what alarms cost, see above */
	double *value;          /* by party: payoff a round */
	double *punish;         /* by signal: b(y), at the continuation asked,
	                         * or at the least one for 1 */
};

/* From a game of moves PAUSE (0) and RACE (1); arrays in the arena. DT_EUSAGE
 * for other games. */
enum dt_status dt_symmetric_of(const struct dt_signals *from,
    struct dt_arena *arena, struct dt_symmetric_game *game,
    struct dt_error *err);

/* The equilibrium that needs the least continuation of all with pausing. */
enum dt_status dt_symmetric_least(const struct dt_symmetric_game *game,
    struct dt_arena *arena, struct dt_symmetric *out, struct dt_error *err);

/*
 * The best payoff at a continuation in (0, 1]; at 1 it is v*, and
 * `continuation` the least that v* needs. That is more than the least for any
 * pausing where there are better and worse signals to punish after; with one
 * alarm both are the same.
 */
enum dt_status dt_symmetric_best(const struct dt_symmetric_game *game,
    double continuation, struct dt_arena *arena, struct dt_symmetric *out,
    struct dt_error *err);

#endif
