/*
 * power: how much a rule of entry lets each member decide.
 *
 * A member is decisive for others who have joined if with it the rule is met
 * and without it is not. Both indices count how often. Exact, by counting ways
 * (votes.h): the work grows as the members times the different sums of their
 * weights. Nothing is kept and nothing shared.
 */
#ifndef DT_PACT_POWER_H
#define DT_PACT_POWER_H

#include "base/status.h"
#include "pact/quorum.h"

struct dt_power {
	double banzhaf[DT_QUORUM_MOST]; /* share of all decisive cases; sums to
	                                 * 1 (Banzhaf 1965) */
	double swing[DT_QUORUM_MOST];   /* chance to be decisive where each
	                                 * other one joins or not by a coin
	                                 * (Penrose 1946) */
	double shapley[DT_QUORUM_MOST]; /* chance to be decisive in a random
	                                 * order of joining; sums to 1 (Shapley
	                                 * and Shubik 1954) */
};

/* Weights 75, 15, 5, 5 and 80 needed: Banzhaf 7/10, 1/10, 1/10, 1/10; Shapley
 * 3/4 and thrice 1/12. A rule that not even all members meet leaves all at 0.
 * DT_EUSAGE as of dt_quorum_check, or too many different sums. */
enum dt_status dt_power_of(const struct dt_quorum *quorum,
    struct dt_power *power, struct dt_error *err);

#endif
