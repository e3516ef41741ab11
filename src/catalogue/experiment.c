/* experiment: from a scenario's tree to a compiled model; see experiment.h. */
#include "catalogue/experiment.h"

#include <math.h>
#include <string.h>

#include "catalogue/experiment_race.h"

static enum dt_status
no_memory(struct dt_error *err)
{
	return dt_status_no_memory(err);
}

/* Compiling: the seats of a scenario, for the rooms below. */
struct compiler {
	struct dt_arena *arena;
	struct dt_faults *faults;
	struct dt_error *err;
	const struct dt_scenario *scenario;
	const struct dt_scenario_agent *seats;
	size_t n;
	struct dt_model *model;
};

/* A host that plays must be a nation; one that does not play stops nobody. */
static enum dt_status
find_host(struct compiler *c, size_t i, int *host)
{
	const struct dt_scenario_agent *seat = &c->seats[i];
	*host = -1;
	for (size_t j = 0; seat->host[0] != '\0' && j < c->n; j++) {
		if (strcmp(c->seats[j].origin.name, seat->host) != 0)
			continue;
		if (seat->kind == DT_LAB && c->seats[j].kind == DT_NATION) {
			*host = (int)j;
			return DT_OK;
		}
		return dt_faults_add(c->faults,
		    dt_node_key_place(seat->origin.node, "host"),
		    "a lab's host is an agent of kind nation",
		    "'%s' cannot be the host of '%s'", seat->host,
		    seat->origin.name);
	}
	return DT_OK;
}

static enum dt_status
compile_agents(struct compiler *c)
{
	struct dt_model_agent *agents =
	    dt_arena_new(c->arena, c->n, sizeof(*agents));
	if (agents == NULL)
		return DT_ENOMEM;
	c->model->agents = agents;
	c->model->n = c->n;
	enum dt_status status = DT_OK;
	for (size_t i = 0; i < c->n; i++) {
		const struct dt_scenario_agent *seat = &c->seats[i];
		double enforcement = isnan(seat->enforcement) ?
		    c->scenario->enforcement : seat->enforcement;
		agents[i].name = seat->origin.name;
		agents[i].nation = seat->kind == DT_NATION;
		agents[i].enforcement = dt_random_threshold(enforcement);
		enum dt_status one = find_host(c, i, &agents[i].host);
		if (one != DT_OK)
			status = one;
	}
	return status;
}

static enum dt_status
compile_payoffs(struct compiler *c)
{
	struct dt_payoff_seat *seats =
	    dt_arena_new(c->arena, c->n, sizeof(*seats));
	if (seats == NULL)
		return DT_ENOMEM;
	for (size_t i = 0; i < c->n; i++)
		seats[i] = (struct dt_payoff_seat){ c->seats[i].weight,
		    c->seats[i].kind, c->seats[i].role };
	return dt_payoff_compile(&c->scenario->payoffs, seats, c->n,
	    c->arena, &c->model->payoff, c->faults, c->err);
}

static enum dt_status
compile_terms(struct compiler *c)
{
	struct dt_terms_seat *seats =
	    dt_arena_new(c->arena, c->n, sizeof(*seats));
	if (seats == NULL)
		return DT_ENOMEM;
	for (size_t i = 0; i < c->n; i++)
		seats[i] = (struct dt_terms_seat){ c->seats[i].origin.name,
		    c->seats[i].kind == DT_NATION, c->seats[i].weight,
		    c->seats[i].joins };
	return dt_terms_compile(&c->scenario->treaty, seats, c->n, c->arena,
	    &c->model->terms, c->faults, c->err);
}

/* Where no treaty watches, a signal is public or private, never both. */
static enum dt_status
compile_noise(struct compiler *c)
{
	const struct dt_scenario_noise *noise = &c->scenario->noise;
	struct dt_monitor_rates public = { noise->public.miss,
	    noise->public.false_alarm };
	struct dt_monitor_rates private = { noise->private.miss,
	    noise->private.false_alarm };
	bool is_private = private.miss > 0 || private.false_alarm > 0;
	c->model->slip_chance = noise->slip;
	c->model->slip = dt_random_threshold(noise->slip);
	c->model->base = is_private ?
	    dt_monitor_of(DT_MONITOR_BLIND, private) :
	    dt_monitor_of(public, DT_MONITOR_BLIND);
	if (is_private && (public.miss > 0 || public.false_alarm > 0))
		return dt_faults_add(c->faults,
		    dt_node_key_place(noise->origin.node, "private"),
		    "set noise.public for one signal that all share, or "
		    "noise.private for one each",
		    "without a treaty signals are public or private, not both");
	return DT_OK;
}

static enum dt_status
compile_length(struct compiler *c)
{
	const struct dt_scenario *s = c->scenario;
	c->model->rounds = s->rounds;
	c->model->continuation_chance = s->continuation;
	c->model->continuation = dt_random_threshold(s->continuation);
	if (s->rounds == 0 && s->continuation >= 1)
		return dt_faults_add(c->faults,
		    dt_node_key_place(s->origin.node, "rounds"),
		    "give `rounds`, or a `continuation` below 1",
		    "a run would never end");
	return DT_OK;
}

struct dt_view_constants
dt_experiment_constants(const struct dt_scenario *scenario,
    const struct dt_model *m)
{
	bool exists = m->terms.exists;
	return (struct dt_view_constants){
		.agents = scenario->agents.n,
		.detection = exists ?
		    dt_monitor_detection(&m->terms.monitor) : 0,
		.false_alarm = exists ?
		    dt_monitor_false_alarm(&m->terms.monitor) : 0,
		.fine = dt_terms_fine(&m->terms),
		.bond = m->terms.bond, .notice = (double)m->terms.notice,
		.continuation = scenario->continuation,
		.runs = m->race.exists || m->contest.kind == DT_CONTEST_LEAD,
	};
}

/* Who is no automaton. Every parameter of a learner becomes part of the
 * resolved configuration, so that its presets may change. */
static enum dt_status
compile_mind(struct compiler *c, const struct dt_view_constants *constants,
    size_t i)
{
	struct dt_strategy *text =
	    &((struct dt_scenario_agent *)c->scenario->agents.items)[i].strategy;
	struct dt_learner_made *made;
	const bool treaty = c->model->terms.exists;
	struct dt_learner_seat seat = { text, c->model->payoff.n > 0 ?
	    &c->model->payoff : NULL, constants, i, treaty };
	enum dt_strategy_form form = dt_strategy_form(text);
	if (form == DT_FORM_AUTOMATON)
		return DT_OK;
	c->model->minds |= dt_move_bit(i);
	if (form == DT_FORM_PROGRAM) {
		c->model->programs |= dt_move_bit(i);
		c->model->agents[i].program = text;
		return DT_OK;
	}
	made = dt_arena_new(c->arena, 1, sizeof(*made));
	if (made == NULL)
		return DT_ENOMEM;
	enum dt_status status = dt_learner_compile(&seat, c->arena, made,
	    c->faults, c->err);
	if (status != DT_OK)
		return status;
	c->model->agents[i].learner = made;
	text->parameters = dt_learner_parameters(c->arena, made);
	return text->parameters != NULL ? DT_OK : DT_ENOMEM;
}

static enum dt_status
compile_automata(struct compiler *c)
{
	struct dt_view_constants constants =
	    dt_experiment_constants(c->scenario, c->model);
	/* What learners think that others play does not look at a race. */
	struct dt_view_constants blind = constants;
	enum dt_status status = DT_OK;
	blind.runs = false;
	if (c->n > DT_AGENTS_MOST)
		return DT_EINPUT;
	for (size_t i = 0; i < c->n; i++) {
		enum dt_status one = dt_automaton_compile(
		    &c->seats[i].strategy, &constants, c->arena,
		    &c->model->agents[i].automaton, c->faults, c->err);
		if (c->model->agents[i].automaton.looks.n > 0)
			c->model->looks |= dt_move_bit(i);
		if (one == DT_OK)
			one = compile_mind(c, &blind, i);
		if (one != DT_OK)
			status = one;
	}
	return status;
}

static enum dt_status
compile(struct compiler *c)
{
	enum dt_status steps[] = {
		compile_agents(c), compile_payoffs(c), compile_terms(c),
		compile_noise(c), compile_length(c),
	};
	enum dt_status status = DT_OK;
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++)
		if (steps[i] == DT_ENOMEM)
			return no_memory(c->err);
		else if (steps[i] != DT_OK)
			status = steps[i];
	enum dt_status more[] = {
		dt_experiment_contest(c->scenario, c->model, c->faults),
		dt_experiment_race(c->scenario, c->arena, c->model, c->faults,
		    c->err), compile_automata(c),
	};
	for (size_t i = 0; i < sizeof(more) / sizeof(more[0]); i++)
		if (more[i] == DT_ENOMEM)
			return no_memory(c->err);
		else if (status == DT_OK)
			status = more[i];
	return status;
}

/* What is wrong with the form keeps a scenario from being compiled, and does
 * not keep its strategies from being looked at. */
static enum dt_status
look_at_automata(struct compiler *c)
{
	struct dt_automaton automaton;
	struct dt_view_constants constants = { .agents = c->n,
	    .continuation = 1 };
	enum dt_status status = DT_EINPUT;
	for (size_t i = 0; i < c->n && c->n <= DT_AGENTS_MOST; i++)
		if (dt_automaton_compile(&c->seats[i].strategy, &constants,
		    c->arena, &automaton, c->faults, c->err) == DT_ENOMEM)
			status = DT_ENOMEM;
	return status;
}

enum dt_status
dt_experiment_compile(struct dt_arena *arena, const struct dt_node *root,
    struct dt_experiment *experiment, struct dt_faults *faults,
    struct dt_error *err)
{
	struct dt_scenario *scenario =
	    dt_arena_new(arena, 1, sizeof(*scenario));
	if (scenario == NULL)
		return no_memory(err);
	*experiment = (struct dt_experiment){ .scenario = scenario,
	    .engine = DT_ENGINE_REFERENCE };
	enum dt_status status = dt_schema_read(&dt_scenario_schema, arena,
	    root, scenario, faults, err);
	struct compiler c = { arena, faults, err, scenario,
	    scenario->agents.items, scenario->agents.n, &experiment->model };
	if (status == DT_OK)
		status = compile(&c);
	else if (status == DT_EINPUT)
		status = look_at_automata(&c);
	if (status == DT_OK)
		status = dt_experiment_name_config(arena, experiment, err);
	experiment->model_version = dt_model_version(&experiment->model);
	experiment->runs = scenario->runs;
	return status ? status : dt_experiment_name(arena, experiment, err);
}
