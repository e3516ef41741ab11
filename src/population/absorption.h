/*
 * absorption: chances of a chain to end in one of two places, and how long a
 * chain spends where, by elimination without subtractions (Grassmann, Taksar
 * and Heyman 1985): what is tiny keeps its digits.
 *
 * Check: a fair coin walks 0 1 2 3 to an end: from 1 it ends at 3 with 1/3.
 */
#ifndef DT_POPULATION_ABSORPTION_H
#define DT_POPULATION_ABSORPTION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/stop.h"

/*
 * n states that are left some time. move[i * (n + 2) + j] is the chance of a
 * step from i to j, j = n: to the lost end, n + 1: to the won one; times any
 * factor of the row; what stays is not looked at. Fills won[n] with the chance
 * of the won end. Spoils move. False: a state is never left, or `stop` (or
 * NULL) came first.
 */
bool dt_absorption_won(double *move, size_t n, const struct dt_stop *stop,
    double *won);

/*
 * Long-run shares of n states, each of which can be come to from each. Rows
 * are bands: move[i * (2 * band + 1) + band + j - i] from i to j where |j - i|
 * <= band. Spoils move. False: a state is never left for those before it, or
 * `stop` (or NULL) came first.
 */
bool dt_absorption_shares(double *move, size_t n, size_t band,
    const struct dt_stop *stop, double *share);

#endif
