/* experiment_race: the race of a scenario, compiled. */
#ifndef DT_EXPERIMENT_RACE_H
#define DT_EXPERIMENT_RACE_H

#include "catalogue/scenario.h"
#include "engine/model.h"

/* Fills model->race, once its agents are there. What a scenario without one
 * says leaves none. DT_EINPUT with faults, DT_ENOMEM. */
enum dt_status dt_experiment_race(const struct dt_scenario *scenario,
    struct dt_arena *arena, struct dt_model *model, struct dt_faults *faults,
    struct dt_error *err);

#endif
