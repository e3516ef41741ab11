/* fixation_states: chances to take over by all states of the population: the
 * counts of Wright-Fisher, who plays what on a small graph. For fixation.c. */
#ifndef DT_POPULATION_FIXATION_STATES_H
#define DT_POPULATION_FIXATION_STATES_H

#include "base/stop.h"
#include "population/process.h"

enum dt_status dt_fixation_states_all(const struct dt_process *process,
    size_t a, size_t b, const struct dt_stop *stop, double *logs,
    struct dt_error *err);

#endif
