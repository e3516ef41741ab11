/*
 * incentives: the rows of a linear program that make nobody gain by another
 * move, whatever else the program says of the promises x_i(y).
 *
 * Column i * signals + y is what player i gets after signal y. Rows 0 to
 * signals - 1 are the caller's, one a signal; those behind are the incentives,
 * one a player and move: E[x_i | profile] - E[x_i | another move] is at least
 * what the move gains in the round (dt_signals_gain).
 */
#ifndef DT_SOLVE_INCENTIVES_H
#define DT_SOLVE_INCENTIVES_H

#include "linear/linear.h"
#include "repeat/signals.h"

/* How many there are: the players' moves, together. */
size_t dt_incentives_rows(const struct dt_signals *game);

/* Sets them for a pure profile of the game. */
void dt_incentives_add(const struct dt_signals *game, struct dt_linear *lp,
    size_t profile);

#endif
