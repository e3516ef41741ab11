/* simulate_step: one run of a population that is played out. For simulate.c. */
#ifndef DT_POPULATION_SIMULATE_STEP_H
#define DT_POPULATION_SIMULATE_STEP_H

#include "population/process.h"

struct dt_simulate_run;

/* Room for runs of the process, one at a time; NULL: memory is out. */
struct dt_simulate_run *dt_simulate_run_new(const struct dt_process *process);
void dt_simulate_run_free(struct dt_simulate_run *run);

/* One a among b: 1 it takes over, 0 it dies out, -1 neither yet. */
int dt_simulate_run_fix(struct dt_simulate_run *run, uint64_t seed,
    uint64_t pair, uint64_t number, size_t a, size_t b);

/* The mean shares of so many generations but the first quarter; they are the
 * run's until the next. */
const double *dt_simulate_run_live(struct dt_simulate_run *run,
    uint64_t seed, uint64_t number, int64_t generations);

#endif
