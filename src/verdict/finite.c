/* finite: the exact engine as a second way to values; see finite.h. */
#include "verdict/finite_internal.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "engine/chain.h"

#define AGREE 1e-9

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
dt_finite_agree(double one, double other, struct dt_error *err)
{
	double most = dt_number_max(1, dt_number_max(fabs(one), fabs(other)));
	if (fabs(one - other) <= AGREE * most)
		return DT_OK;
	return dt_status_fail(err, DT_EUSAGE, "no answer: two ways to a value "
	    "do not agree, %.12g and %.12g", one, other);
}

/* Moves must pay nothing by themselves, as the values are of races alone. */
static enum dt_status
check_payoffs(const struct dt_finite *f, struct dt_error *err)
{
	const struct dt_model *m = &f->experiment->model;
	double room[DT_AGENTS_MOST];
	for (size_t k = 0; k < 2 * m->n; k++) {
		uint64_t set = dt_move_bit(k / 2);
		const double *stage = dt_payoff_of(&m->payoff,
		    k % 2 ? set : dt_move_all(m->n) & ~set, room);
		for (size_t i = 0; i < m->n; i++)
			if (stage[i] != 0)
				return dt_status_fail(err, DT_EUSAGE,
				    "in a race in few states `solve` wants "
				    "moves that pay nothing by themselves: "
				    "give --payoffs nothing");
	}
	return DT_OK;
}

enum dt_status
dt_finite_solve(struct dt_arena *arena, const struct dt_experiment *e,
    struct dt_solution *solution, struct dt_error *err)
{
	struct dt_finite f = { arena, e, &e->model.contest, solution };
	dt_solution_start(solution, arena, "race", e->scenario->name);
	solution->config = e->config;
	solution->tolerance = AGREE;
	enum dt_status status = check_payoffs(&f, err);
	if (status == DT_OK && e->model.rounds != 0)
		status = dt_status_fail(err, DT_EUSAGE, "a race in few states "
		    "is solved without a last round: give --set rounds=0");
	if (status != DT_OK)
		return status;
	return f.contest->kind == DT_CONTEST_LEAD ? dt_finite_lead(&f, err) :
	    dt_finite_memoryless(&f, err);
}
