/* digest_instead: see digest_instead.h. The reference engine plays, by the draws
 * of the runs themselves: slips, signals and lengths that do not hang on moves
 * are what they were. */
#include "report/digest_instead.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "engine/world.h"

enum { RUNS_MOST = 200, ROUNDS_MOST = 200000 };     /* that are played again */

static const char *const strategy = "tit-for-tat";

static enum dt_status
set_all(struct dt_digest *d, const struct dt_catalogue *catalogue,
    const struct dt_digest_experiment *e, const char *word,
    struct dt_node *root, struct dt_faults *faults, struct dt_error *why)
{
	enum dt_status status = DT_OK;
	for (size_t i = 0; i < e->n && status == DT_OK; i++)
		status = dt_catalogue_set(catalogue, &dt_scenario_schema,
		    root, dt_digest_print(d, "agents.%s.strategy=%s",
		    e->names[i], word), faults, why);
	return status;
}

/* In every seat, so that it is compiled once; whoever is to move otherwise is
 * given other moves later. */
enum dt_status
dt_digest_instead_make(struct dt_digest *d,
    const struct dt_catalogue *catalogue, const struct dt_digest_experiment *e,
    const char *word, struct dt_experiment *made, bool *there)
{
	struct dt_source *source = dt_arena_new(d->arena, 1, sizeof(*source));
	struct dt_faults faults = { .arena = d->arena };
	struct dt_node *root = NULL;
	struct dt_error why;
	if (source == NULL)
		return dt_status_no_memory(d->err);
	*source = (struct dt_source){ "config", e->config,
	    strlen(e->config) };
	enum dt_status status = dt_node_read(d->arena, source, &root, &faults,
	    &why);
	if (status == DT_OK)
		status = set_all(d, catalogue, e, word, root, &faults, &why);
	if (status == DT_OK)
		status = dt_catalogue_graft(catalogue, &dt_scenario_schema,
		    root, &faults, &why);
	if (status == DT_OK)
		status = dt_experiment_compile(d->arena, root, made, &faults,
		    &why);
	*there = status == DT_OK && made->model.n == e->n &&
	    made->model.minds == 0;
	return status == DT_ENOMEM ? dt_status_no_memory(d->err) : DT_OK;
}

/* An automaton of its own says nothing beside what is known. */
static bool
hush(struct dt_digest *d, struct dt_model_agent *agent)
{
	struct dt_automaton *a = &agent->automaton;
	uint64_t *never = dt_arena_new(d->arena, a->states + 1,
	    sizeof(*never));
	a->race = never;
	return never != NULL;
}

enum dt_status
dt_digest_instead_fix(struct dt_digest *d,
    const struct dt_digest_experiment *e, const struct dt_experiment *made,
    size_t but, struct dt_model *model)
{
	const struct dt_model *own = &e->made.model;
	struct dt_model_agent *agents = dt_arena_new(d->arena, own->n,
	    sizeof(*agents));
	if (agents == NULL)
		return dt_status_no_memory(d->err);
	*model = made->model;
	memcpy(agents, made->model.agents, own->n * sizeof(*agents));
	for (size_t i = 0; i < own->n; i++)
		if (i != but && !hush(d, &agents[i]))
			return dt_status_no_memory(d->err);
	model->agents = agents;
	model->seed = own->seed;
	model->experiment = own->experiment;
	model->programs = dt_move_all(own->n);
	if (but < own->n)
		model->programs &= ~dt_move_bit(but);
	model->minds = model->programs;
	return DT_OK;
}

/* ---- Runs ---- */

static enum dt_status
begin(void *of, const struct dt_world *w, uint64_t run, struct dt_error *err)
{
	(void)of, (void)w, (void)run, (void)err;
	return DT_OK;
}

static enum dt_status
choose(void *of, const struct dt_world *w, uint64_t *racers,
    struct dt_error *err)
{
	const struct dt_digest_instead_told *told = of;
	size_t round = (size_t)w->round.number;
	(void)err;
	*racers = round >= 1 && round <= told->n ? told->racers[round - 1] &
	    w->model->programs : 0;
	return DT_OK;
}

static enum dt_status
observe(void *of, const struct dt_world *w, struct dt_error *err)
{
	return begin(of, w, 0, err);
}

struct dt_world_outside
dt_digest_instead_hook(struct dt_digest_instead_told *told)
{
	return (struct dt_world_outside){ told, begin, choose, observe };
}

/* A run as it was played: what was meant in each round. */
struct record {
	uint64_t *racers;
	size_t n, room;
	double payoff[DT_AGENTS_MOST];
};

/* Plays a run to its end; fixed: others' moves, or NULL; record: filled, or
 * NULL. *payoff and *rounds: of the agent. */
static enum dt_status
play(struct dt_digest *d, const struct dt_model *model, uint64_t run,
    const struct record *fixed, struct record *record, size_t agent,
    double *payoff, double *rounds)
{
	struct dt_digest_instead_told told = { fixed ? fixed->racers : NULL,
		fixed ? fixed->n : 0 };
	const struct dt_world_outside hook = dt_digest_instead_hook(&told);
	struct dt_world *w = dt_world_new(model);
	const struct dt_round *r;
	if (w == NULL)
		return dt_status_no_memory(d->err);
	w->outside = fixed == NULL ? NULL : &hook;
	dt_world_begin(w, run);
	*payoff = *rounds = 0;
	while ((r = dt_world_step(w)) != NULL) {
		*payoff += r->payoff[agent];
		++*rounds;
		if (record == NULL)
			continue;
		if (!dt_memory_reserve(&record->racers, &record->room,
		    record->n + 1, sizeof(*record->racers))) {
			dt_world_free(w);
			return dt_status_no_memory(d->err);
		}
		record->racers[record->n++] = r->intended;
		for (size_t i = 0; i < model->n; i++)
			record->payoff[i] += r->payoff[i];
	}
	dt_world_free(w);
	return DT_OK;
}

/* Of one seat. */
struct seat {
	struct dt_model again, fixed;
	struct dt_summary_ratio own, played, gain, held;
};

/* The others as they are, and as they are told. */
static enum dt_status
make_seat(struct dt_digest *d, const struct dt_digest_experiment *e, size_t i,
    const struct dt_experiment *made, struct seat *s)
{
	struct dt_model_agent *agents = dt_arena_new(d->arena, e->n,
	    sizeof(*agents));
	if (agents == NULL)
		return dt_status_no_memory(d->err);
	memcpy(agents, e->made.model.agents, e->n * sizeof(*agents));
	agents[i] = made->model.agents[i];
	s->again = e->made.model;
	s->again.agents = agents;
	return dt_digest_instead_fix(d, e, made, i, &s->fixed);
}

static enum dt_status
play_seat(struct dt_digest *d, struct record *r, uint64_t run, size_t i,
    struct seat *s)
{
	double payoff, rounds, fixed, length;
	enum dt_status status = play(d, &s->again, run, NULL, NULL, i, &payoff,
	    &rounds);
	if (status == DT_OK)
		status = play(d, &s->fixed, run, r, NULL, i, &fixed, &length);
	if (status != DT_OK)
		return status;
	double own = r->payoff[i] / (double)r->n;
	dt_summary_add_ratio(&s->own, r->payoff[i], (double)r->n);
	dt_summary_add_ratio(&s->played, payoff, rounds);
	dt_summary_add_ratio(&s->gain, payoff - own * rounds, rounds);
	dt_summary_add_ratio(&s->held, fixed, length);
	return DT_OK;
}

/* *runs: how many were played, the first ones. */
static enum dt_status
play_all(struct dt_digest *d, const struct dt_digest_experiment *e,
    struct seat *seats, int64_t *runs)
{
	struct record r = { 0 };
	double rounds = 0, payoff, length;
	enum dt_status status = DT_OK;
	for (*runs = 0; *runs < RUNS_MOST && *runs < e->summary.runs &&
	    rounds < ROUNDS_MOST && status == DT_OK; ++*runs) {
		uint64_t run = (uint64_t)*runs + 1;
		r.n = 0;
		memset(r.payoff, 0, sizeof(r.payoff));
		status = play(d, &e->made.model, run, NULL, &r, 0, &payoff,
		    &length);
		for (size_t i = 0; i < e->n && status == DT_OK; i++)
			status = play_seat(d, &r, run, i, &seats[i]);
		rounds += length * (double)e->n;
	}
	dt_memory_free(r.racers);
	return status;
}

/* ---- Told ---- */

static const struct dt_solution_head heads[] = {
	{ "agent", NULL, "" }, { "strategy", NULL, "" },
	{ "own_payoff", "its own", "a round" },
	{ "instead_payoff", "tit for tat, the others answer", "a round" },
	{ "gain", "gain", "a round" },
	{ "gain_low95", "from", "95%" }, { "gain_high95", "to", "95%" },
	{ "held_payoff", "tit for tat, their moves held fixed", "a round" },
};

static void
tell(struct dt_digest *d, struct dt_paper_section *section,
    const struct dt_digest_experiment *e, const struct seat *seats,
    int64_t runs)
{
	struct dt_paper_figure *f = DT_PAPER_FIGURE(section, dt_digest_print(d,
	    "experiment-%" PRId64 "-instead", e->id),
	    "Tit for tat in each seat", NULL, heads);
	for (size_t i = 0; i < e->n; i++) {
		const struct seat *s = &seats[i];
		double gain = dt_summary_mean(&s->gain);
		double half = dt_summary_half_width(&s->gain);
		const double values[] = { dt_summary_mean(&s->own),
		    dt_summary_mean(&s->played), gain, gain - half,
		    gain + half, dt_summary_mean(&s->held) };
		dt_solution_text(dt_paper_table(f), e->names[i]);
		dt_solution_text(dt_paper_table(f), e->strategies[i]);
		for (size_t k = 0; k < sizeof(values) / sizeof(values[0]); k++)
			dt_solution_number(dt_paper_table(f), values[k]);
	}
	dt_paper_say(section, "Tit for tat in a seat: the first %" PRId64
	    " run%s played again from the seed, one seat by tit for tat. In "
	    "'the others answer' all others play on by their strategies, so "
	    "that they may answer otherwise; gain is that, less what the "
	    "seat's own strategy earned in the same runs. In 'their moves held "
	    "fixed' the others mean to do what they meant to do then.%s", runs,
	    runs == 1 ? "" : "s", strcmp(e->engine, "reference") == 0 ? "" :
	    " The reference engine plays all of it, by other draws than the "
	    "engine that played what is kept.");
}

static bool
may(const struct dt_digest_experiment *e)
{
	return e->compiles && e->n > 1 && e->summary.runs > 0 &&
	    e->made.model.programs == 0 && e->made.model.minds == 0 &&
	    (strcmp(e->engine, "reference") == 0 ||
	    strcmp(e->engine, "lanes") == 0);
}

enum dt_status
dt_digest_instead(struct dt_digest *d, struct dt_paper_section *section,
    struct dt_digest_experiment *e)
{
	int64_t runs = 0;
	struct dt_experiment made;
	bool there = false;
	struct seat *seats = dt_arena_new(d->arena, e->n + 1, sizeof(*seats));
	if (seats == NULL)
		return dt_status_no_memory(d->err);
	if (!may(e))
		return DT_OK;
	e->made.model.seed = strtoull(e->seed, NULL, 10);
	enum dt_status status = dt_digest_instead_make(d,
	    d->request->catalogue, e, strategy, &made, &there);
	if (status != DT_OK || !there)
		return status;
	for (size_t i = 0; i < e->n && status == DT_OK; i++)
		status = make_seat(d, e, i, &made, &seats[i]);
	if (status == DT_OK)
		status = play_all(d, e, seats, &runs);
	if (status == DT_OK)
		tell(d, section, e, seats, runs);
	return status;
}
