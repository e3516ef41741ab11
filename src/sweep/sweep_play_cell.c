/*
 * sweep_play_cell: one cell, from its number to the rows that a store takes; see
 * sweep_play.h.
 */
#include "sweep/sweep_play.h"

#include <math.h>

#include "play/answer.h"
#include "play/figure.h"
#include "proof/hash.h"

static const char *
key_of(const struct dt_sweep *s, const struct dt_experiment *e,
    const struct dt_answer_choice *choice, struct dt_arena *arena)
{
	bool exact = choice->engine == DT_ENGINE_CHAIN;
	const struct dt_sweep_error *target = &s->text->error;
	struct dt_text text = { 0 };
	char *hex = dt_arena_new(arena, 1, DT_HASH_HEX);
	unsigned char digest[DT_HASH_BYTES];
	dt_text_add(&text, "detente cell v1\nconfig %s\nseed %llu\nmodel %d\n"
	    "engine %s\nruns %lld\n", e->config_sha256,
	    (unsigned long long)s->seed, e->model_version,
	    dt_engine_words[choice->engine],
	    (long long)(exact ? 0 : s->text->runs));
	if (!exact && !isnan(target->at_most))
		dt_text_add(&text, "error %d %.17g %lld\n", target->of,
		    target->at_most, (long long)target->most);
	dt_hash_of(dt_text_string(&text), text.size, digest);
	bool failed = text.failed || hex == NULL;
	dt_text_free(&text);
	return failed ? NULL : dt_hash_hex(digest, hex);
}

static double
error_of(const struct dt_answer *a, int of)
{
	const struct dt_summary_ratio *ratios[] = {
		[DT_SWEEP_PAUSE] = &a->summary.paused,
		[DT_SWEEP_ALL_PAUSED] = &a->summary.all_paused,
		[DT_SWEEP_PAYOFF] = &a->summary.payoff,
	};
	return dt_summary_error(ratios[of]);
}

/* As many runs as are asked for; then, for a target error, twice as many
 * until it is reached. */
static enum dt_status
play(const struct dt_sweep *s, struct dt_answer_choice *choice,
    const atomic_bool *stop, struct dt_answer *answer, struct dt_error *err)
{
	const struct dt_sweep_error *target = &s->text->error;
	int64_t runs = s->text->runs;
	enum dt_status status = dt_answer_play(choice, 1, runs, stop, answer,
	    err);
	while (status == DT_OK && choice->engine != DT_ENGINE_CHAIN &&
	    !isnan(target->at_most) && runs < target->most &&
	    error_of(answer, target->of) > target->at_most) {
		int64_t more = 2 * runs < target->most ? 2 * runs :
		    target->most;
		status = dt_answer_play(choice, runs + 1, more, stop, answer,
		    err);
		runs = more;
	}
	return status;
}

/* The columns of a row, in the order of the figures. NAN becomes NULL, which
 * only the mean rounds of what never came to pass may be. */
static void
fill(const struct dt_figure *figures, size_t n, const struct dt_answer *a,
    size_t agent, double *row)
{
	const struct dt_chain_answer *exact =
	    a->engine == DT_ENGINE_CHAIN ? &a->exact : NULL;
	for (size_t k = 0; k < n; k++)
		row[k] = dt_figure_value(&figures[k], &a->summary, exact,
		    agent);
}

static enum dt_status
tell(const struct dt_sweep *s, const struct dt_experiment *e,
    const struct dt_answer *a, struct dt_sweep_result *r)
{
	const struct dt_scenario_agent *seats = e->scenario->agents.items;
	size_t n = e->model.n;
	r->outcomes = dt_arena_new(&r->arena, n, sizeof(*r->outcomes));
	if (r->outcomes == NULL)
		return dt_status_no_memory(&r->error);
	fill(dt_figure_game, DT_CELL_MEASURES, a, 0, r->cell.measure);
	for (size_t i = 0; i < n; i++) {
		struct dt_store_cell_outcome *o = &r->outcomes[i];
		o->name = seats[i].origin.name;
		o->strategy = seats[i].strategy.name;
		fill(dt_figure_agent, DT_CELL_FIGURES, a, i, o->figure);
	}
	r->n_outcomes = s->text->record == DT_SWEEP_AGENTS ? n : 0;
	r->cell.engine = dt_engine_words[a->engine];
	r->cell.states = (int64_t)a->states;
	r->cell.runs = a->summary.runs;
	return DT_OK;
}

static enum dt_status
answer_cell(const struct dt_sweep *s, const size_t *index,
    const atomic_bool *stop, struct dt_sweep_result *r)
{
	struct dt_experiment e;
	struct dt_answer_choice choice;
	struct dt_answer_request request = {
		.engine = (enum dt_engine)s->text->engine,
		.runs = s->text->runs,
	};
	enum dt_status status = dt_sweep_cell(s, index, &r->arena, &e, NULL,
	    &r->error);
	if (status == DT_OK)
		status = dt_answer_pick(&choice, &e.model, &request,
		    &r->error);
	if (status != DT_OK)
		return status;
	struct dt_answer *answer = dt_arena_new(&r->arena, 1,
	    sizeof(*answer));
	r->cell.key = key_of(s, &e, &choice, &r->arena);
	r->cell.config_sha256 = e.config_sha256;
	status = answer == NULL || r->cell.key == NULL ?
	    dt_status_no_memory(&r->error) :
	    play(s, &choice, stop, answer, &r->error);
	if (status == DT_OK)
		status = tell(s, &e, answer, r);
	dt_answer_drop(&choice);
	return status;
}

void
dt_sweep_play_cell(const struct dt_sweep *sweep, int64_t cell,
    const atomic_bool *stop, struct dt_sweep_result *result)
{
	size_t index[DT_SWEEP_AXES_MOST];
	dt_arena_free(&result->arena);
	*result = (struct dt_sweep_result){ .cell = { .cell = cell } };
	dt_sweep_place(sweep, cell, index);
	for (size_t a = 0; a < sweep->n_axes; a++)
		result->levels[a] = (int64_t)index[a] + 1;
	result->status = answer_cell(sweep, index, stop, result);
}
