/*
 * anonymous: symmetric games of two moves, of any number of players, where
 * only counts matter: what a player gets hangs on its own move and on how many
 * others make the second one.
 *
 * Such a game is the row gain[k], k = 0 .. n - 1: what the second move pays
 * more than the first while k of the n - 1 others make it. If all make it with
 * chance x the gain is the polynomial sum_k gain[k] B(k, n-1; x) in Bernstein
 * form, and the symmetric equilibria are its roots, and the ends where the
 * gain has the right sign. Roots are isolated by the variation of signs and
 * de Casteljau's halving, which is stable for any degree.
 *
 * Check: k of n give a threshold public good; n = 3, threshold 2, benefit 1,
 * cost .25: the gain is 2 x (1 - x) - .25, roots (1 -+ sqrt(1/2))/2.
 */
#ifndef DT_SOLVE_ANONYMOUS_H
#define DT_SOLVE_ANONYMOUS_H

#include <stdbool.h>

#include "game/normal.h"

/* Fills gain[0 .. players - 1]; false if the game is not of that kind. Payoffs
 * count as the same within tolerance. */
bool dt_anonymous_of(const struct dt_normal *game, double tolerance,
    double gain[DT_NORMAL_PLAYERS_MOST]);

enum { DT_ANONYMOUS_MOST = DT_NORMAL_PLAYERS_MOST + 1 };

/*
 * Chances of the second move in the symmetric equilibria, rising; returns how
 * many. Gains of no more than tolerance are none; *flat: the gain is nowhere
 * more than that, so that every chance is an equilibrium (0 and 1 are given).
 */
size_t dt_anonymous_equilibria(const double *gain, size_t players,
    double tolerance, double chances[DT_ANONYMOUS_MOST], bool *flat);

/* The polynomial at x. */
double dt_anonymous_gain(const double *gain, size_t players, double x);

#endif
