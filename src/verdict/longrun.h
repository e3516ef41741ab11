/*
 * longrun: what a scenario comes to as its strategies play it, exactly, by
 * the chain engine: in the long run, or discounted where its continuation is
 * below 1. The scenario's number of rounds does not matter.
 */
#ifndef DT_LONGRUN_H
#define DT_LONGRUN_H

#include "catalogue/experiment.h"
#include "format/solution.h"

/*
 * Fills tables `values` (an agent a row) and `whole`. Discounted payoffs are
 * (1-c) sum c^t u_t, so that they are payoffs a round too. DT_EUSAGE where
 * there are too many joint states to follow. Two tit-for-tats with slips,
 * continuation 1: 2.25, whatever the chance of a slip.
 */
enum dt_status dt_longrun_solve(const struct dt_experiment *experiment,
    struct dt_solution *solution, struct dt_error *err);

#endif
