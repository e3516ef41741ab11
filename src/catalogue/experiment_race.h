/* experiment_race: the race of a scenario, compiled; experiment_contest.c: one
 * in few states. */
#ifndef DT_EXPERIMENT_RACE_H
#define DT_EXPERIMENT_RACE_H

#include "catalogue/scenario.h"
#include "engine/model.h"

/* Whether it is a race in few states. */
static inline bool
dt_experiment_contest_is(const struct dt_scenario *s)
{
	return s->race.memoryless.origin.node != NULL ||
	    s->race.lead.origin.node != NULL;
}

/* Fills model->contest, once its agents and its length are there. */
enum dt_status dt_experiment_contest(const struct dt_scenario *scenario,
    struct dt_model *model, struct dt_faults *faults);

/* Fills model->race, once its agents are there. What a scenario without one
 * says leaves none. DT_EINPUT with faults, DT_ENOMEM. */
enum dt_status dt_experiment_race(const struct dt_scenario *scenario,
    struct dt_arena *arena, struct dt_model *model, struct dt_faults *faults,
    struct dt_error *err);

#endif
