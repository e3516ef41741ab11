/*
 * support: mixed equilibria of games of any number of players, by their
 * supports (Porter, Nudelman and Shoham 2008).
 *
 * For every combination of supports, small and even ones first, without those
 * in which a strategy is dominated given the others' supports, the strategies
 * of a support must pay the same: a system of polynomials, solved by damped
 * Newton steps from several starts. What is found is polished and checked
 * against every pure deviation. Nothing is proven complete: a system may have
 * roots that no start leads to, and equilibria that are not isolated are
 * missed.
 *
 * Check: in matching pennies of three (each wins 1 if it matches the next, the
 * last if it does not match the first) the one equilibrium is (1/2, 1/2, 1/2).
 */
#ifndef DT_SOLVE_SUPPORT_H
#define DT_SOLVE_SUPPORT_H

#include "base/stop.h"
#include "solve/profile.h"

struct dt_support_request {
	uint64_t seed;          /* of the starts besides the centroid */
	int starts;             /* a system; 0: 6 */
	size_t most;            /* combinations of supports; 0: 100,000 */
	double tolerance;       /* of the regret, by dt_gains_unit; 0: 1e-9 */
	const struct dt_stop *stop;     /* or NULL */
};

/* How much of the search was done. */
struct dt_support_done {
	size_t all, looked;     /* combinations of supports */
};

/* Adds what it finds to the list, each once. DT_EUSAGE, with the number, if
 * there are too many combinations; DT_ENOMEM. */
enum dt_status dt_support_find(const struct dt_normal *game,
    const struct dt_support_request *request, struct dt_profile_list *list,
    struct dt_support_done *done, struct dt_error *err);

#endif
