/* automaton: from the text of a strategy to its table; see automaton.h. */
#include "game/automaton_internal.h"

#include <string.h>

static const struct dt_strategy_state *
state_of(const struct dt_strategy *text, size_t i)
{
	return (const struct dt_strategy_state *)text->states.items + i;
}

static enum dt_status
read_rule(struct dt_automaton_compiler *c,
    const struct dt_strategy_rule *rule, struct dt_automaton_rule *ready)
{
	enum dt_status status = rule->to == NULL ? DT_EINPUT :
	    dt_automaton_read_to(c, rule->to, &ready->step);
	ready->condition.n = 0;
	if (rule->when == NULL || rule->when[0] == '\0' ||
	    dt_node_get(rule->origin.node, "when") == NULL)
		return status;
	const struct dt_node *when = dt_node_get(rule->origin.node, "when");
	struct dt_place at = when->at;
	at.column += when->quoted;
	enum dt_status other = dt_view_compile(rule->when, at,
	    &ready->condition, c->faults);
	if (other == DT_OK && c->constants->runs &&
	    !dt_view_look(&ready->condition, &c->out->looks))
		other = dt_faults_add(c->faults, at,
		    "let rules share numbers, or leave some out",
		    "a strategy compares the race with at most %d numbers",
		    DT_VIEW_LOOKS_MOST);
	return status != DT_OK ? status : other;
}

/* Fills a row: for each view, the first rule that applies. */
static enum dt_status
fill(struct dt_automaton_compiler *c, size_t row)
{
	const struct dt_automaton_row *from = &c->rows[row];
	size_t plain = dt_automaton_plain(c->out);
	for (size_t v = 0; v < c->out->views; v++) {
		struct dt_view view = dt_view_of(c->constants->agents,
		    v % plain);
		view.looks = (unsigned)(v / plain);
		size_t i = 0;
		while (i < from->n && !dt_view_holds(&from->rules[i].condition,
		    &view, c->constants))
			i++;
		if (i == from->n)
			return dt_faults_add(c->faults, from->at,
			    "end the rules with one that has no `when`",
			    "these rules do not cover everything that an "
			    "agent may see");
		c->step[row * c->out->views + v] = from->rules[i].step;
	}
	return DT_OK;
}

static enum dt_status
fill_all(struct dt_automaton_compiler *c)
{
	size_t n = c->out->states + 1;
	enum dt_status status = DT_OK;
	c->out->views <<= c->out->looks.n;
	c->step = dt_arena_new(c->arena, n * c->out->views, sizeof(*c->step));
	if (c->step == NULL)
		return DT_ENOMEM;
	c->out->step = c->step;
	for (size_t row = 0; row < n; row++)
		if (c->rows[row].read && fill(c, row) != DT_OK)
			status = DT_EINPUT;
	return status;
}

static enum dt_status
read_rules(struct dt_automaton_compiler *c, size_t row,
    const struct dt_list *list, struct dt_place at)
{
	const struct dt_strategy_rule *rules = list->items;
	struct dt_automaton_rule *ready =
	    dt_arena_new(c->arena, list->n, sizeof(*ready));
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
	c->rows[row] = (struct dt_automaton_row){ ready, list->n, at,
		status == DT_OK };
	return status;
}

/* The start is a state's name, a lottery, or a list of rules. */
static enum dt_status
read_start(struct dt_automaton_compiler *c, struct dt_error *err)
{
	const struct dt_node *start = c->text->start;
	size_t row = c->out->states;
	if (start == NULL)
		return DT_EINPUT;
	if (start->kind != DT_NODE_LIST) {
		struct dt_automaton_rule *ready = dt_arena_new(c->arena, 1,
		    sizeof(*ready));
		if (ready == NULL)
			return DT_ENOMEM;
		enum dt_status status =
		    dt_automaton_read_to(c, start, &ready->step);
		c->rows[row] = (struct dt_automaton_row){ ready, 1, start->at,
			status == DT_OK };
		return status;
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
	return read_rules(c, row, &list, start->at);
}

static enum dt_status
read_states(struct dt_automaton_compiler *c)
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
		enum dt_status play = dt_automaton_read_play(c, state->play, &race[i]);
		enum dt_status next = read_rules(c, i, &state->next,
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
make_room(struct dt_automaton_compiler *c, size_t states)
{
	size_t views = dt_view_number(c->constants->agents);
	*c->out = (struct dt_automaton){
		.text = c->text, .states = states, .views = views,
		.deceives = c->text->declares == DT_DECLARES_PAUSE,
	};
	c->rows = dt_arena_new(c->arena, states + 1, sizeof(*c->rows));
	c->lotteries = dt_arena_new(c->arena, count_rules(c->text),
	    sizeof(*c->lotteries));
	c->names = dt_arena_new(c->arena, states + 1, sizeof(*c->names));
	if (c->rows == NULL || c->lotteries == NULL || c->names == NULL)
		return false;
	for (size_t i = 0; i < c->text->states.n; i++)
		c->names[i] = state_of(c->text, i)->origin.name;
	c->out->lotteries = c->lotteries;
	return true;
}

/* One form shuts out the others. */
static enum dt_status
check_form(struct dt_automaton_compiler *c, enum dt_strategy_form form)
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
stand_in(struct dt_automaton_compiler *c, enum dt_strategy_form form)
{
	bool *withdraws = dt_arena_new(c->arena, 1, sizeof(*withdraws));
	uint64_t *race = dt_arena_new(c->arena, 1, sizeof(*race));
	if (race == NULL || withdraws == NULL || !make_room(c, 1))
		return DT_ENOMEM;
	c->out->race = race;
	c->out->withdraws = withdraws;
	if (fill_all(c) == DT_ENOMEM)
		return DT_ENOMEM;
	return check_form(c, form);
}

enum dt_status
dt_automaton_compile(const struct dt_strategy *strategy,
    const struct dt_view_constants *constants, struct dt_arena *arena,
    struct dt_automaton *automaton, struct dt_faults *faults,
    struct dt_error *err)
{
	struct dt_automaton_compiler c = {
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
	enum dt_status states = read_states(&c);
	enum dt_status start = read_start(&c, err);
	enum dt_status filled = fill_all(&c);
	enum dt_status status = states != DT_OK ? states :
	    start != DT_OK ? start : filled;
	return status == DT_ENOMEM ? dt_status_no_memory(err) : status;
}
