/* learning: what agents that learn come to, told: sentences and the tables
 * agents, rounds and memory. */
#ifndef DT_LEARNING_H
#define DT_LEARNING_H

#include "catalogue/experiment.h"
#include "engine/paths.h"
#include "format/solution.h"

/* `given`: the first rounds were. */
void dt_learning_tell(const struct dt_experiment *experiment,
    const struct dt_paths *paths, bool given, struct dt_solution *solution);

#endif
