/*
 * gains: a game as far as best replies see it. What a player gets more or less
 * of whatever it does itself changes no gain; so from its payoffs against
 * each play of the others the least is taken away, and what is left is divided
 * by the largest of all: all lie from 0 to 1. Equilibria, quantal responses
 * and regrets are those of the game itself, regrets and lambdas by the unit.
 *
 * Tolerances are parts of the unit: of what moves change, not of how far
 * payoffs lie apart. In a dilemma where a million is at stake whatever one
 * does, and 1 by one's own move, the unit is 1.
 */
#ifndef DT_SOLVE_GAINS_H
#define DT_SOLVE_GAINS_H

#include "base/arena.h"
#include "base/status.h"
#include "game/normal.h"

/* The most that any player's own move changes, over all plays of the others;
 * 1 where no move changes anything. INFINITY where payoffs lie too far apart
 * for a double. */
double dt_gains_unit(const struct dt_normal *game);

/* The same game in units of it, without `written`; payoffs in the arena, the
 * rest is the game's own. DT_EUSAGE where payoffs lie too far apart. */
enum dt_status dt_gains_of(const struct dt_normal *game,
    struct dt_arena *arena, struct dt_normal *gains, double *unit,
    struct dt_error *err);

#endif
