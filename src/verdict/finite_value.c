/* finite_value: the exact engine as a second way to values; see
 * finite_internal.h. */
#include "verdict/finite_internal.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "engine/chain.h"

/* One state, which races or pauses. */
static bool
make_automaton(struct dt_arena *arena, size_t agents, bool races,
    struct dt_automaton *automaton)
{
	size_t views = dt_view_number(agents);
	uint64_t *race = dt_arena_new(arena, 1, sizeof(*race));
	bool *withdraws = dt_arena_new(arena, 1, sizeof(*withdraws));
	uint16_t *step = dt_arena_new(arena, 2 * views, sizeof(*step));
	if (race == NULL || withdraws == NULL || step == NULL)
		return false;
	*race = races ? UINT64_MAX : 0;
	*automaton = (struct dt_automaton){ .states = 1, .views = views,
	    .race = race, .withdraws = withdraws, .step = step };
	return true;
}

static bool
cast(const struct dt_finite *f, struct dt_arena *arena, uint64_t racers,
    struct dt_model *model)
{
	struct dt_automaton moves[2];
	struct dt_model_agent *agents =
	    dt_arena_new(arena, model->n, sizeof(*agents));
	if (agents == NULL || !make_automaton(arena, model->n, false,
	    &moves[0]) || !make_automaton(arena, model->n, true, &moves[1]))
		return false;
	memcpy(agents, f->experiment->model.agents,
	    model->n * sizeof(*agents));
	for (size_t i = 0; i < model->n; i++) {
		agents[i].automaton = moves[dt_move_has(racers, i)];
		agents[i].learner = NULL;
		agents[i].program = NULL;
	}
	model->agents = agents;
	model->minds = model->programs = model->looks = 0;
	return true;
}

enum dt_status
dt_finite_value(const struct dt_finite *f, int64_t lead, uint64_t racers,
    size_t agent, double *value, struct dt_error *err)
{
	struct dt_arena arena = { 0 };
	struct dt_model model = f->experiment->model;
	struct dt_chain *chain = NULL;
	struct dt_chain_answer answer;
	model.contest.start = lead;
	model.slip = 0;
	model.slip_chance = 0;
	model.rounds = 0;
	enum dt_status status = cast(f, &arena, racers, &model) ?
	    dt_chain_build(&chain, &model, NULL, err) :
	    dt_status_no_memory(err);
	if (status == DT_OK)
		status = dt_chain_own(chain, &answer, err);
	if (status == DT_OK)
		*value = answer.rounds * answer.agent[agent].payoff;
	dt_chain_free(chain);
	dt_arena_free(&arena);
	return status;
}

enum dt_status
dt_finite_value_agree(double one, double other, struct dt_error *err)
{
	double most = dt_number_max(1, dt_number_max(fabs(one), fabs(other)));
	if (fabs(one - other) <= DT_FINITE_AGREE * most)
		return DT_OK;
	return dt_status_fail(err, DT_EUSAGE, "no answer: two ways to a value "
	    "do not agree, %.12g and %.12g", one, other);
}
