/*
 * payoff_set: what any treaty could achieve with an experiment's payoffs and
 * the public signals of its treaty; slips are folded in. The set for two agents;
 * for up to 10 what payments can do and the best that treats all alike.
 */
#ifndef DT_PAYOFF_SET_H
#define DT_PAYOFF_SET_H

#include "base/text.h"
#include "catalogue/experiment.h"
#include "format/solution.h"

struct dt_payoff_set_question {
	const struct dt_experiment *experiment;
	/* A good or bad signal about both in place of the treaty's alarms, in
	 * the literature's p, q, r: chance of good by the number that mean to
	 * race; and no cost of monitoring. NULL: an alarm about each. */
	const double *good;
	/* The same experiment with all at what the treaty asks of them, for
	 * what is left on the table; or NULL. */
	const struct dt_experiment *complying;
};

/* Fills tables `bounds`, `transfers`, and for two agents `limit`, `left` (where
 * it is known) and `vertices`, and draws the sets into svg, unless NULL.
 * DT_EUSAGE for more than 10 agents; for `good` or a picture with other than
 * two; for a continuation of 1. */
enum dt_status dt_payoff_set_solve(
    const struct dt_payoff_set_question *question,
    struct dt_solution *solution, struct dt_text *svg,
    struct dt_error *err);

#endif
