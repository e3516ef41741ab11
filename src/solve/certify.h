/*
 * certify: whether a profile is what it was called, looked at anew. It shares
 * nothing with the methods that find equilibria: gains are summed as
 * differences of payoffs, play by play, or in rationals as the file wrote
 * them.
 */
#ifndef DT_SOLVE_CERTIFY_H
#define DT_SOLVE_CERTIFY_H

#include <stdbool.h>

#include "base/status.h"
#include "solve/dominance.h"
#include "solve/profile.h"

/*
 * The most that any player gains by a pure strategy against the chances, in
 * payoff; never below 0. NAN where the chances are none: below 0, or not
 * adding up to 1 (to 1e-9) for each player. In matching pennies, (1,0 | 1/2,
 * 1/2): 1. Time is in proportion to the profiles that are played, times all
 * strategies.
 */
double dt_certify_regret(const struct dt_normal *game, const double *chances);

/*
 * How far chances are from a logit response at lambda: the largest difference,
 * over pairs of a player's strategies, between the logarithm of their odds and
 * lambda times what one pays more (payoffs summed as differences). 0 at a
 * quantal response equilibrium; chances below 1e-300 are left out.
 */
double dt_certify_response(const struct dt_normal *game,
    const double *chances, double lambda);

/*
 * In a game of two: whether rational chances (as text, "1/3") are an
 * equilibrium, exactly. *good is false where one is below 0, where they do not
 * add up to 1, where somebody gains, where a payoff is too long to be kept
 * whole, or no finite number. DT_ENOMEM.
 */
enum dt_status dt_certify_exact(const struct dt_normal *game,
    const char *const *chances, bool *good, struct dt_error *err);

/*
 * Of a list that is said to be complete, in a game of two: whether it can be.
 * It has every strict pure equilibrium; and where none is degenerate, an odd
 * number, as their indices, each 1 or -1, add up to 1 (Shapley 1974). That is
 * needed, not enough.
 */
bool dt_certify_can_be_all(const struct dt_normal *game,
    const struct dt_profile_list *list);

/*
 * Of dominance: how many of its steps hold, of those that were looked at, one
 * by one: the strategies of its mix were left at the start of the round, they
 * are not the dominated one, and against all that the others had left they pay
 * more (weak: nowhere less, somewhere more; to 1e-9 of dt_gains_unit). Looks at
 * as many as `stop` (or NULL) leaves time for: *looked.
 */
size_t dt_certify_dominance(const struct dt_normal *game, bool weak,
    const struct dt_dominance *dominance, const struct dt_stop *stop,
    size_t *looked);

#endif
