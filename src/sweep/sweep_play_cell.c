/*
 * sweep_play_cell: one cell, from its number to the rows that a store takes; see
 * sweep_play.h.
 */
#include "sweep/sweep_play.h"

#include <math.h>

#include "play/answer.h"
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
		[DT_SWEEP_PAUSE] = &a->paused,
		[DT_SWEEP_ALL_PAUSED] = &a->summary.all_paused,
		[DT_SWEEP_PAYOFF] = &a->payoff,
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

static double
over(double sum, double count)
{
	return count > 0 ? sum / count : 0;
}

static void
tell_simulated(const struct dt_answer *a, double *m)
{
	const struct dt_summary *s = &a->summary;
	double runs = (double)s->runs, rounds = (double)s->rounds;
	m[DT_CELL_PAUSE] = dt_summary_mean(&a->paused);
	m[DT_CELL_PAUSE_SE] = dt_summary_error(&a->paused);
	m[DT_CELL_ALL_PAUSED] = dt_summary_mean(&s->all_paused);
	m[DT_CELL_ALL_PAUSED_SE] = dt_summary_error(&s->all_paused);
	m[DT_CELL_PAYOFF] = dt_summary_mean(&a->payoff);
	m[DT_CELL_PAYOFF_SE] = dt_summary_error(&a->payoff);
	m[DT_CELL_IN_FORCE] = over((double)s->in_force, rounds);
	m[DT_CELL_SUSPENDED] = over((double)s->suspended, rounds);
	m[DT_CELL_ENTERED] = over((double)s->entered, runs);
	m[DT_CELL_ENTERED_ROUND] = over((double)s->entered_round,
	    (double)s->entered);
	m[DT_CELL_ENDED] = over((double)s->ended, runs);
	m[DT_CELL_ENDED_ROUND] = over((double)s->ended_round,
	    (double)s->ended);
	m[DT_CELL_BREACHED] = over((double)s->breached, runs);
	m[DT_CELL_BREACHED_ROUND] = over((double)s->breached_round,
	    (double)s->breached);
	m[DT_CELL_ROUNDS] = over(rounds, runs);
}

static void
tell_simulated_agent(const struct dt_summary *s, size_t i, double *f)
{
	const struct dt_summary_agent *a = &s->agent[i];
	const struct dt_tally_agent *t = &a->sum;
	double runs = (double)s->runs;
	f[DT_FIGURE_PAUSE] = dt_summary_mean(&a->paused);
	f[DT_FIGURE_PAUSE_SE] = dt_summary_error(&a->paused);
	f[DT_FIGURE_PAYOFF] = dt_summary_mean(&a->payoff);
	f[DT_FIGURE_PAYOFF_SE] = dt_summary_error(&a->payoff);
	f[DT_FIGURE_PARTY] = over((double)t->party, (double)s->rounds);
	f[DT_FIGURE_BREACHES] = over((double)t->breaches, runs);
	f[DT_FIGURE_ALARMS_RIGHT] = over((double)t->alarms_right, runs);
	f[DT_FIGURE_ALARMS_WRONG] = over((double)t->alarms_wrong, runs);
	f[DT_FIGURE_MISSED] = over((double)t->missed, runs);
	f[DT_FIGURE_FALSE_DECLARATIONS] =
	    over((double)t->false_declarations, runs);
	f[DT_FIGURE_SLIPS] = over((double)t->slips, runs);
	f[DT_FIGURE_STOPPED] = over((double)t->stopped, runs);
	f[DT_FIGURE_FINES] = over(t->fines, runs);
	f[DT_FIGURE_MONITORING] = over(t->cost, runs);
	f[DT_FIGURE_TRANSFERS] = over(t->transfers, runs);
}

static double
or_zero(double value)
{
	return isnan(value) ? 0 : value;
}

static void
tell_exact(const struct dt_chain_answer *a, double *m)
{
	for (size_t i = 0; i < a->n; i++) {
		m[DT_CELL_PAUSE] += a->agent[i].paused / (double)a->n;
		m[DT_CELL_PAYOFF] += a->agent[i].payoff / (double)a->n;
	}
	m[DT_CELL_ALL_PAUSED] = a->all_paused;
	m[DT_CELL_IN_FORCE] = a->in_force;
	m[DT_CELL_SUSPENDED] = a->suspended;
	m[DT_CELL_ENTERED] = a->entered;
	m[DT_CELL_ENTERED_ROUND] = or_zero(a->entered_round);
	m[DT_CELL_ENDED] = a->ended;
	m[DT_CELL_ENDED_ROUND] = or_zero(a->ended_round);
	m[DT_CELL_BREACHED] = a->breached;
	m[DT_CELL_BREACHED_ROUND] = or_zero(a->breached_round);
	m[DT_CELL_ROUNDS] = a->rounds;
}

static void
tell_exact_agent(const struct dt_chain_answer *answer, size_t i, double *f)
{
	const struct dt_chain_agent *a = &answer->agent[i];
	double rounds = answer->rounds;
	f[DT_FIGURE_PAUSE] = a->paused;
	f[DT_FIGURE_PAYOFF] = a->payoff;
	f[DT_FIGURE_PARTY] = a->party;
	f[DT_FIGURE_BREACHES] = a->breaches * rounds;
	f[DT_FIGURE_ALARMS_RIGHT] = a->alarms_right * rounds;
	f[DT_FIGURE_ALARMS_WRONG] = a->alarms_wrong * rounds;
	f[DT_FIGURE_MISSED] = a->missed * rounds;
	f[DT_FIGURE_FALSE_DECLARATIONS] = a->false_declarations * rounds;
	f[DT_FIGURE_SLIPS] = a->slips * rounds;
	f[DT_FIGURE_STOPPED] = a->stopped * rounds;
	f[DT_FIGURE_FINES] = a->fines * rounds;
	f[DT_FIGURE_MONITORING] = a->cost * rounds;
	f[DT_FIGURE_TRANSFERS] = a->transfers * rounds;
}

/* What agents have by themselves, the cell has in sum. */
static void
add_up(const double *f, double *m)
{
	m[DT_CELL_BREACHES] += f[DT_FIGURE_BREACHES];
	m[DT_CELL_ALARMS_RIGHT] += f[DT_FIGURE_ALARMS_RIGHT];
	m[DT_CELL_ALARMS_WRONG] += f[DT_FIGURE_ALARMS_WRONG];
	m[DT_CELL_MISSED] += f[DT_FIGURE_MISSED];
	m[DT_CELL_FINES] += f[DT_FIGURE_FINES];
}

static enum dt_status
tell(const struct dt_sweep *s, const struct dt_experiment *e,
    const struct dt_answer *a, struct dt_sweep_result *r)
{
	const struct dt_scenario_agent *seats = e->scenario->agents.items;
	bool exact = a->engine == DT_ENGINE_CHAIN;
	size_t n = e->model.n;
	r->outcomes = dt_arena_new(&r->arena, n, sizeof(*r->outcomes));
	if (r->outcomes == NULL)
		return dt_status_no_memory(&r->error);
	if (exact)
		tell_exact(&a->exact, r->cell.measure);
	else
		tell_simulated(a, r->cell.measure);
	for (size_t i = 0; i < n; i++) {
		struct dt_store_cell_outcome *o = &r->outcomes[i];
		o->name = seats[i].origin.name;
		o->strategy = seats[i].strategy.name;
		if (exact)
			tell_exact_agent(&a->exact, i, o->figure);
		else
			tell_simulated_agent(&a->summary, i, o->figure);
		add_up(o->figure, r->cell.measure);
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
