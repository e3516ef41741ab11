/*
 * payoff_set: what any treaty could achieve with an experiment's payoffs and
 * the public signals of its treaty, for two agents; slips are folded in.
 */
#ifndef DT_LAB_PAYOFF_SET_H
#define DT_LAB_PAYOFF_SET_H

#include "lab/experiment.h"
#include "lab/solution.h"

/* Fills tables `vertices` and `bounds`. DT_EUSAGE for other than two agents,
 * or a continuation of 1. */
enum dt_status dt_payoff_set_solve(const struct dt_experiment *experiment,
    struct dt_solution *solution, struct dt_error *err);

#endif
