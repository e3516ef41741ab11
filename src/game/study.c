/* study: see study.h. */
#include "game/study.h"

#include <string.h>

/* Enough for `alarms == 2`, shares, and alarms of many. */
static const size_t numbers[] = { 2, 3, 5, 9, 33 };
enum { NUMBERS = sizeof(numbers) / sizeof(numbers[0]) };

static const struct dt_strategy_state *
state_of(const struct dt_study *study, size_t i)
{
	return (const struct dt_strategy_state *)
	    study->strategy->states.items + i;
}

static bool
rules_look_at_terms(const struct dt_list *list)
{
	const struct dt_strategy_rule *rules = list->items;
	for (size_t i = 0; i < list->n; i++)
		if (rules[i].when != NULL &&
		    dt_view_looks_at_terms(rules[i].when))
			return true;
	return false;
}

static bool
looks_at_terms(const struct dt_strategy *strategy)
{
	const struct dt_strategy_state *states = strategy->states.items;
	const struct dt_node *start = strategy->start;
	for (size_t i = 0; i < strategy->states.n; i++)
		if (rules_look_at_terms(&states[i].next))
			return true;
	for (size_t i = 0; start->kind == DT_NODE_LIST && i < start->n; i++) {
		const struct dt_node *when =
		    dt_node_get(start->items[i], "when");
		if (when != NULL && when->kind == DT_NODE_SCALAR &&
		    dt_view_looks_at_terms(when->text))
			return true;
	}
	return false;
}

static enum dt_status
compile(const struct dt_strategy *strategy, size_t agents,
    struct dt_arena *arena, struct dt_automaton *automaton,
    struct dt_error *err)
{
	struct dt_faults faults = { .arena = arena };
	if (dt_strategy_form(strategy) != DT_FORM_AUTOMATON)
		return dt_status_fail(err, DT_EINPUT, "%s is no automaton",
		    strategy->name);
	struct dt_view_constants constants = { .agents = agents,
		.continuation = 1 };
	enum dt_status status = dt_automaton_compile(strategy, &constants,
	    arena, automaton, &faults, err);
	return status == DT_EINPUT ? dt_status_fail(err, DT_EINPUT,
	    "the strategy %s does not compile: see `detente check`",
	    strategy->name) : status;
}

static enum dt_status
look_at(struct dt_study *study, size_t agents, struct dt_arena *arena,
    struct dt_error *err)
{
	struct dt_automaton automaton;
	enum dt_status status = compile(study->strategy, agents, arena,
	    &automaton, err);
	if (status != DT_OK)
		return status;
	bool reached[DT_STRATEGY_STATES_MOST] = { false };
	dt_machine_reach(&automaton, reached);
	for (size_t i = 0; i < automaton.states; i++)
		study->reached[i] = study->reached[i] || reached[i];
	if (agents == 2)
		study->two = automaton;
	if (agents == 5)
		study->five = automaton;
	return DT_OK;
}

enum dt_status
dt_study_make(const struct dt_strategy *strategy, struct dt_arena *arena,
    struct dt_study *study, struct dt_error *err)
{
	*study = (struct dt_study){ .strategy = strategy };
	if (strategy->start == NULL || strategy->states.n == 0)
		return dt_status_fail(err, DT_EINPUT,
		    "a strategy without states");
	study->of_terms = looks_at_terms(strategy);
	enum dt_status status = DT_OK;
	for (size_t i = 0; i < NUMBERS && status == DT_OK; i++)
		status = look_at(study, numbers[i], arena, err);
	if (status == DT_OK)
		status = dt_machine_make(&study->two, arena, &study->machine,
		    err);
	return status != DT_OK ? status :
	    dt_machine_slips(&study->two, arena, &study->slip, err);
}

enum dt_status
dt_study_compare(const struct dt_study *a, const struct dt_study *b,
    struct dt_arena *arena, enum dt_study_like *like, struct dt_error *err)
{
	bool two = false, five = false;
	*like = DT_STUDY_OTHER;
	if (a->of_terms || b->of_terms ||
	    a->machine.classes != b->machine.classes)
		return DT_OK;
	enum dt_status status = dt_machine_same(&a->two, &b->two, arena, &two,
	    err);
	if (status == DT_OK && two)
		status = dt_machine_same(&a->five, &b->five, arena, &five,
		    err);
	if (status == DT_OK)
		*like = five ? DT_STUDY_LIKE :
		    two ? DT_STUDY_LIKE_OF_TWO : DT_STUDY_OTHER;
	return status;
}

static void
tell_size(const struct dt_study *study, struct dt_text *text)
{
	size_t n = study->two.states, least = study->machine.classes;
	if (study->of_terms)
		dt_text_add(text, "It looks at the terms of the treaty or at "
		    "the race: it is another machine under each.\n");
	else if (least < n)
		dt_text_add(text, "It is a machine of %zu states; for two "
		    "agents %zu would do the same.\n", n, least);
	else
		dt_text_add(text, "It is a machine of %zu state%s, and none "
		    "smaller does the same.\n", n, n == 1 ? "" : "s");
	for (size_t i = 0; !study->of_terms && i < n; i++)
		if (!study->reached[i])
			dt_text_add(text, "State %s is never reached.\n",
			    state_of(study, i)->origin.name);
}

static void
tell_slip(const struct dt_machine_slip *slip, struct dt_text *text)
{
	dt_text_add(text, "Without a treaty and without slips two of it %s. ",
	    slip->all_pause ? "come to pause for ever" : slip->all_race ?
	    "come to race for ever" : "come to no single move");
	if (!slip->returns)
		dt_text_add(text, "After one slip there may be no way back to "
		    "that: only another slip can mend it.\n");
	else if (slip->rounds == 0)
		dt_text_add(text, "One slip changes nothing in the rounds "
		    "after it.\n");
	else
		dt_text_add(text, "After one slip they %s back to that within "
		    "%zu round%s.\n", slip->by_lot ? "may be" : "are",
		    slip->rounds, slip->rounds == 1 ? "" : "s");
}

void
dt_study_tell(const struct dt_study *study, struct dt_text *text)
{
	tell_size(study, text);
	tell_slip(&study->slip, text);
}

void
dt_study_warn(const struct dt_study *study, struct dt_faults *faults)
{
	const struct dt_node *states =
	    dt_node_get(study->strategy->origin.node, "states");
	for (size_t i = 0; !study->of_terms && i < study->two.states; i++)
		if (!study->reached[i] && states != NULL)
			dt_faults_warn(faults, dt_node_key_place(states,
			    state_of(study, i)->origin.name),
			    "lead a rule to it, or drop it",
			    "state '%s' is never reached, whatever is seen",
			    state_of(study, i)->origin.name);
}
