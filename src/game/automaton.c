/* automaton: from the text of a strategy to its table; see automaton.h. */
#include "game/automaton.h"

#include <math.h>
#include <string.h>

#include "base/number.h"

enum { LOTTERIES_MOST = 4096 };

struct compiler {
	const struct dt_strategy *text;
	const struct dt_view_constants *constants;
	struct dt_arena *arena;
	struct dt_faults *faults;
	struct dt_automaton *out;
	uint16_t *step;
	struct dt_automaton_lottery *lotteries;
	const char **names;     /* of the states, NULL-terminated */
};

/* A rule with its condition and its step worked out. */
struct ready {
	struct dt_view_condition condition;
	uint16_t step;
};

static const struct dt_strategy_state *
state_of(const struct dt_strategy *text, size_t i)
{
	return (const struct dt_strategy_state *)text->states.items + i;
}

static enum dt_status
find_state(struct compiler *c, const struct dt_node *name, size_t *state)
{
	for (size_t i = 0; c->names[i] != NULL; i++)
		if (strcmp(c->names[i], name->text) == 0) {
			*state = i;
			return DT_OK;
		}
	return dt_faults_add(c->faults, name->at,
	    dt_faults_suggest(c->faults, name->text, c->names),
	    "there is no state '%s'", name->text);
}

static enum dt_status
read_chance(struct compiler *c, const struct dt_node *node, double *chance)
{
	bool scalar = node->kind == DT_NODE_SCALAR;
	if (scalar && !node->quoted && dt_number_read(node->text, chance) &&
	    *chance >= 0 && *chance <= 1)
		return DT_OK;
	const char *quote = scalar ? "'" : "";
	return dt_faults_add(c->faults, node->at, "write a number from 0 to 1",
	    "%s%s%s is not a chance", quote, scalar ? node->text : "this",
	    quote);
}

/* Chances of `to` that sum to one, as cumulative thresholds. */
static enum dt_status
read_lottery(struct compiler *c, const struct dt_node *to,
    struct dt_automaton_lottery *lottery)
{
	struct dt_automaton_ticket *tickets =
	    dt_arena_new(c->arena, to->n, sizeof(*tickets));
	if (tickets == NULL)
		return DT_ENOMEM;
	double sum = 0;
	enum dt_status status = DT_OK;
	for (size_t i = 0; i < to->n; i++) {
		size_t state = 0;
		double chance = 0;
		if (find_state(c, to->keys[i], &state) != DT_OK)
			status = DT_EINPUT;
		if (read_chance(c, to->items[i], &chance) != DT_OK)
			status = DT_EINPUT;
		sum += chance;
		tickets[i].state = (uint16_t)state;
		tickets[i].below = dt_random_threshold(sum);
	}
	if (status != DT_OK)
		return status;
	if (to->n == 0 || fabs(sum - 1) > 1e-9)
		return dt_faults_add(c->faults, to->at,
		    "the chances of the next states must add up to 1",
		    "these chances add up to %.12g", sum);
	tickets[to->n - 1].below = UINT64_MAX;
	*lottery = (struct dt_automaton_lottery){ to->n, tickets };
	return DT_OK;
}

static enum dt_status
read_to(struct compiler *c, const struct dt_node *to, uint16_t *step)
{
	if (to->kind == DT_NODE_SCALAR) {
		size_t state = 0;
		enum dt_status status = find_state(c, to, &state);
		*step = (uint16_t)state;
		return status;
	}
	if (to->kind != DT_NODE_MAP)
		return dt_faults_add(c->faults, to->at, "write a state, or "
		    "{one: 1/3, another: 2/3}", "this is no next state");
	if (c->out->n_lotteries == LOTTERIES_MOST)
		return dt_faults_add(c->faults, to->at, NULL,
		    "more than %d mixed steps in one strategy",
		    LOTTERIES_MOST);
	size_t which = c->out->n_lotteries++;
	*step = (uint16_t)(c->out->states + which);
	return read_lottery(c, to, &c->lotteries[which]);
}

static enum dt_status
read_rule(struct compiler *c, const struct dt_strategy_rule *rule,
    struct ready *ready)
{
	enum dt_status status = rule->to == NULL ? DT_EINPUT :
	    read_to(c, rule->to, &ready->step);
	ready->condition.n = 0;
	if (rule->when == NULL || rule->when[0] == '\0' ||
	    dt_node_get(rule->origin.node, "when") == NULL)
		return status;
	const struct dt_node *when = dt_node_get(rule->origin.node, "when");
	struct dt_place at = when->at;
	at.column += when->quoted;
	enum dt_status other = dt_view_compile(rule->when, at,
	    &ready->condition, c->faults);
	return status != DT_OK ? status : other;
}

/* Fills a row: for each view, the first rule that applies. */
static enum dt_status
fill(struct compiler *c, size_t row, const struct ready *rules, size_t n,
    struct dt_place at)
{
	for (size_t v = 0; v < c->out->views; v++) {
		struct dt_view view = dt_view_of(c->constants->agents, v);
		size_t i = 0;
		while (i < n && !dt_view_holds(&rules[i].condition, &view,
		    c->constants))
			i++;
		if (i == n)
			return dt_faults_add(c->faults, at,
			    "end the rules with one that has no `when`",
			    "these rules do not cover everything that an "
			    "agent may see");
		c->step[row * c->out->views + v] = rules[i].step;
	}
	return DT_OK;
}

static enum dt_status
compile_rules(struct compiler *c, size_t row, const struct dt_list *list,
    struct dt_place at)
{
	const struct dt_strategy_rule *rules = list->items;
	struct ready *ready = dt_arena_new(c->arena, list->n, sizeof(*ready));
	if (ready == NULL)
		return DT_ENOMEM;
	enum dt_status status = DT_OK;
	for (size_t i = 0; i < list->n; i++) {
		enum dt_status one = read_rule(c, &rules[i], &ready[i]);
		if (status == DT_OK)
			status = one;
	}
	/* The schema has said that already. */
	if (list->n == 0 && c->faults->total > 0)
		return DT_EINPUT;
	return status != DT_OK ? status : fill(c, row, ready, list->n, at);
}

/* The start is a state's name, a lottery, or a list of rules. */
static enum dt_status
compile_start(struct compiler *c, struct dt_error *err)
{
	const struct dt_node *start = c->text->start;
	size_t row = c->out->states;
	if (start == NULL)
		return DT_EINPUT;
	if (start->kind != DT_NODE_LIST) {
		struct ready ready = { .condition.n = 0 };
		enum dt_status status = read_to(c, start, &ready.step);
		return status ? status : fill(c, row, &ready, 1, start->at);
	}
	struct dt_list list = { .n = start->n };
	struct dt_strategy_rule *rules =
	    dt_arena_new(c->arena, start->n, sizeof(*rules));
	if (rules == NULL)
		return DT_ENOMEM;
	for (size_t i = 0; i < start->n; i++) {
		enum dt_status status = dt_schema_read(
		    &dt_strategy_rule_schema, c->arena, start->items[i],
		    &rules[i], c->faults, err);
		if (status != DT_OK)
			return status;
	}
	list.items = rules;
	return compile_rules(c, row, &list, start->at);
}

static enum dt_status
read_play(struct compiler *c, const struct dt_node *play, uint64_t *race)
{
	if (play == NULL)
		return DT_EINPUT;
	if (play->kind == DT_NODE_SCALAR && strcmp(play->text, "pause") == 0)
		*race = 0;
	else if (play->kind == DT_NODE_SCALAR &&
	    strcmp(play->text, "race") == 0)
		*race = UINT64_MAX;
	else if (play->kind == DT_NODE_MAP && play->n == 1 &&
	    strcmp(play->keys[0]->text, "race") == 0) {
		double chance;
		enum dt_status status =
		    read_chance(c, play->items[0], &chance);
		if (status != DT_OK)
			return status;
		*race = dt_random_threshold(chance);
	} else {
		return dt_faults_add(c->faults, play->at,
		    "write pause, race, or {race: 0.3}", "this is no move");
	}
	return DT_OK;
}

static enum dt_status
compile_states(struct compiler *c)
{
	size_t n = c->out->states;
	uint64_t *race = dt_arena_new(c->arena, n, sizeof(*race));
	bool *withdraws = dt_arena_new(c->arena, n, sizeof(*withdraws));
	if (race == NULL || withdraws == NULL)
		return DT_ENOMEM;
	enum dt_status status = DT_OK;
	for (size_t i = 0; i < n; i++) {
		const struct dt_strategy_state *state = state_of(c->text, i);
		withdraws[i] = state->withdraw;
		enum dt_status play = read_play(c, state->play, &race[i]);
		enum dt_status next = compile_rules(c, i, &state->next,
		    dt_node_key_place(state->origin.node, "next"));
		if (status == DT_OK)
			status = play != DT_OK ? play : next;
	}
	c->out->race = race;
	c->out->withdraws = withdraws;
	return status;
}

/* More steps than states times rules cannot be. */
static size_t
count_rules(const struct dt_strategy *text)
{
	size_t rules = text->start == NULL ? 1 : text->start->n + 1;
	for (size_t i = 0; i < text->states.n; i++)
		rules += state_of(text, i)->next.n;
	return rules;
}

static bool
make_room(struct compiler *c, size_t states)
{
	size_t views = dt_view_number(c->constants->agents);
	*c->out = (struct dt_automaton){
		.text = c->text, .states = states, .views = views,
		.deceives = c->text->declares == DT_DECLARES_PAUSE,
	};
	c->step = dt_arena_new(c->arena, (states + 1) * views,
	    sizeof(*c->step));
	c->lotteries = dt_arena_new(c->arena, count_rules(c->text),
	    sizeof(*c->lotteries));
	c->names = dt_arena_new(c->arena, states + 1, sizeof(*c->names));
	if (c->step == NULL || c->lotteries == NULL || c->names == NULL)
		return false;
	for (size_t i = 0; i < c->text->states.n; i++)
		c->names[i] = state_of(c->text, i)->origin.name;
	c->out->step = c->step;
	c->out->lotteries = c->lotteries;
	return true;
}

/* One form shuts out the others. */
static enum dt_status
check_form(struct compiler *c, enum dt_strategy_form form)
{
	const struct dt_node *node = c->text->origin.node;
	const char *key = form == DT_FORM_PROGRAM ? "command" : "learner";
	const char *other = c->text->start != NULL ? "start" :
	    c->text->states.n > 0 ? "states" : form == DT_FORM_PROGRAM &&
	    c->text->learner[0] != '\0' ? "learner" : NULL;
	if (other == NULL)
		return DT_OK;
	return dt_faults_add(c->faults, dt_node_key_place(node, other),
	    "leave one of the two out", "'%s' and '%s' do not go together",
	    key, other);
}

/* Who learns or is a program has a state of no meaning, for tables that have
 * a row an agent; dt_model_refuse keeps others from reading it. */
static enum dt_status
stand_in(struct compiler *c, enum dt_strategy_form form)
{
	bool *withdraws = dt_arena_new(c->arena, 1, sizeof(*withdraws));
	uint64_t *race = dt_arena_new(c->arena, 1, sizeof(*race));
	if (race == NULL || withdraws == NULL || !make_room(c, 1))
		return DT_ENOMEM;
	c->out->race = race;
	c->out->withdraws = withdraws;
	return check_form(c, form);
}

enum dt_status
dt_automaton_compile(const struct dt_strategy *strategy,
    const struct dt_view_constants *constants, struct dt_arena *arena,
    struct dt_automaton *automaton, struct dt_faults *faults,
    struct dt_error *err)
{
	struct compiler c = {
		.text = strategy, .constants = constants, .arena = arena,
		.faults = faults, .out = automaton,
	};
	if (strategy->states.n > DT_STRATEGY_STATES_MOST)
		return DT_EINPUT;
	enum dt_strategy_form form = dt_strategy_form(strategy);
	if (form != DT_FORM_AUTOMATON) {
		enum dt_status one = stand_in(&c, form);
		return one == DT_ENOMEM ? dt_status_no_memory(err) : one;
	}
	if (!make_room(&c, strategy->states.n))
		return dt_status_no_memory(err);
	enum dt_status states = compile_states(&c);
	enum dt_status start = compile_start(&c, err);
	enum dt_status status = states != DT_OK ? states : start;
	return status == DT_ENOMEM ? dt_status_no_memory(err) : status;
}
