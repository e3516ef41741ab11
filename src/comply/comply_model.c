/* comply_model: a game in which those who sign comply; see comply.h. */
#include "comply/comply.h"

#include <string.h>

#include "treaty/regime.h"

enum { BOUND, FREE, STATES };

/* agents/strategies/comply.yaml as a table. */
static bool
make_automaton(struct dt_arena *arena, size_t agents,
    struct dt_automaton *automaton)
{
	size_t views = dt_view_number(agents);
	uint64_t *race = dt_arena_new(arena, STATES, sizeof(*race));
	bool *withdraws = dt_arena_new(arena, STATES, sizeof(*withdraws));
	uint16_t *step = dt_arena_new(arena, (STATES + 1) * views,
	    sizeof(*step));
	if (race == NULL || withdraws == NULL || step == NULL)
		return false;
	race[FREE] = UINT64_MAX;
	for (size_t k = 0; k < (STATES + 1) * views; k++) {
		struct dt_view view = dt_view_of(agents, k % views);
		step[k] = view.party && view.phase == DT_PHASE_IN_FORCE ?
		    BOUND : FREE;
	}
	*automaton = (struct dt_automaton){ .states = STATES,
	    .views = views, .race = race, .withdraws = withdraws,
	    .step = step };
	return true;
}

static uint64_t
signers_of(const struct dt_terms *t)
{
	uint64_t set = 0;
	for (size_t i = 0; t->exists && i < t->n; i++)
		if (t->joins[i] != 0 && dt_move_has(t->open_to, i))
			set |= dt_move_bit(i);
	return set;
}

static void *
copy(struct dt_arena *arena, const void *from, size_t n, size_t size)
{
	void *to = dt_arena_new(arena, n + 1, size);
	if (to != NULL && n > 0)
		memcpy(to, from, n * size);
	return to;
}

enum dt_status
dt_comply_model_make(struct dt_arena *arena, const struct dt_model *model,
    struct dt_comply_model *comply, struct dt_error *err)
{
	size_t n = model->n;
	struct dt_automaton automaton;
	*comply = (struct dt_comply_model){ .model = *model,
	    .signers = signers_of(&model->terms) };
	if (!model->terms.exists)
		return dt_status_fail(err, DT_EUSAGE, "there is no treaty; "
		    "give one with --treaty");
	struct dt_model_agent *agents =
	    copy(arena, model->agents, n, sizeof(*agents));
	comply->rungs = copy(arena, model->terms.rungs, model->terms.n_rungs,
	    sizeof(*comply->rungs));
	comply->joins = copy(arena, model->terms.joins, n,
	    sizeof(*comply->joins));
	if (agents == NULL || comply->rungs == NULL || comply->joins == NULL ||
	    !make_automaton(arena, n, &automaton))
		return dt_status_no_memory(err);
	for (size_t i = 0; i < n; i++) {
		comply->patience[i] = model->continuation_chance;
		if (dt_move_has(comply->signers, i))
			agents[i].automaton = automaton;
	}
	comply->model.minds &= ~comply->signers;
	comply->model.programs &= ~comply->signers;
	comply->model.agents = agents;
	comply->model.terms.rungs = comply->rungs;
	comply->model.terms.joins = comply->joins;
	return dt_model_refuse(&comply->model, "what keeps a treaty", err);
}

/* Who signs, and when, is not left to chance. */
bool
dt_comply_model_enters(const struct dt_comply_model *m)
{
	const struct dt_terms *t = &m->model.terms;
	int64_t last = t->delay;
	struct dt_regime regime;
	for (size_t i = 0; i < t->n; i++)
		if (t->joins[i] > last - t->delay)
			last = t->joins[i] + t->delay;
	if (m->model.continuation_chance >= 1 && m->model.rounds <= last)
		last = m->model.rounds - 1;
	dt_regime_start(&regime, t);
	for (int64_t round = 1; round <= last + 1 &&
	    regime.phase == DT_PHASE_OPEN; round++)
		dt_regime_clock(&regime, t, round, NULL);
	return regime.phase != DT_PHASE_OPEN;
}
