/*
 * ppe_check: whether a set generates itself, by the pieces that are to show it
 * and nothing else; knows no linear program and no search.
 */
#ifndef DT_REPEAT_PPE_CHECK_H
#define DT_REPEAT_PPE_CHECK_H

#include "repeat/ppe_step.h"

/* To how much, in payoffs from 0 to 1. */
#define DT_PPE_CHECK_ROUNDING 1e-9

/* Every corner of the set lies among payoffs of pieces whose promises are in
 * the set, whose payoff is what profile and promises give, and in which nobody
 * gains by another move. Then the whole set is payoffs of equilibria. */
bool dt_ppe_check_generates(const struct dt_signals *game,
    double continuation, const struct dt_polygon *set,
    const struct dt_ppe_step_pieces *pieces);

#endif
