/*
 * limit: what players come to as they grow patient: the score of a direction.
 *
 * k(l) is the most of l.v over pure profiles a, payoffs v and promises x(y)
 * with v_i = u_i(a) + E[x_i(y) | a], no gain from another move, and
 * l.x(y) <= 0 (Fudenberg and Levine 1994). No payoff of a public perfect
 * equilibrium, at any continuation, lies beyond k(l); as continuation goes to
 * one the set becomes what all directions leave, if that has an inside.
 *
 * R, S, T, P = 2, -1, 3, 0: k(1,1) is 3.5 with good signals .9, .5, .2, and 4
 * with alarms about each of .05 and .6: attribution restores efficiency.
 */
#ifndef DT_SOLVE_LIMIT_H
#define DT_SOLVE_LIMIT_H

#include "base/status.h"
#include "repeat/signals.h"

/* For any number of players; n weights. DT_EUSAGE without signals. */
enum dt_status dt_limit_score(const struct dt_signals *game,
    const double *weight, double *score, struct dt_error *err);

#endif
