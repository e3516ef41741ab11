/* learner: the table of rules, and their numbers; see learner.h. */
#include "learn/learner.h"

#include <string.h>

#include "base/number.h"
#include "learn/learner_rules.h"

const struct dt_learner *const dt_learner_table[] = {
	&dt_learner_fictitious, &dt_learner_bayes, &dt_learner_ewa,
	&dt_learner_roth_erev, &dt_learner_roth_erev_modified,
	&dt_learner_regret, &dt_learner_regret_internal, &dt_learner_q,
	&dt_learner_aspiration, NULL
};

const struct dt_learner *
dt_learner_find(const char *name)
{
	for (size_t i = 0; dt_learner_table[i] != NULL; i++)
		if (strcmp(dt_learner_table[i]->name, name) == 0)
			return dt_learner_table[i];
	return NULL;
}

static enum dt_status
unknown_rule(const struct dt_strategy *strategy, struct dt_arena *arena,
    struct dt_faults *faults, struct dt_error *err)
{
	size_t n = 0;
	while (dt_learner_table[n] != NULL)
		n++;
	const char **words = dt_arena_new(arena, n + 1, sizeof(*words));
	if (words == NULL)
		return dt_status_no_memory(err);
	for (size_t i = 0; i < n; i++)
		words[i] = dt_learner_table[i]->name;
	const struct dt_node *node = dt_node_get(strategy->origin.node,
	    "learner");
	return dt_faults_add(faults, node->at,
	    dt_faults_suggest(faults, strategy->learner, words),
	    "there is no learner '%s'", strategy->learner);
}

static enum dt_status
take_number(const struct dt_node *value,
    const struct dt_learner_parameter *p, double *number,
    struct dt_faults *faults)
{
	char least[DT_NUMBER_SIZE], most[DT_NUMBER_SIZE];
	double x;
	if (value->kind == DT_NODE_SCALAR && !value->quoted &&
	    dt_number_read(value->text, &x) && x >= p->least &&
	    x <= p->most) {
		*number = x;
		return DT_OK;
	}
	dt_number_print(p->least, least);
	dt_number_print(p->most, most);
	return dt_faults_add(faults, value->at, p->help,
	    "'%s' is a number from %s to %s", p->name, least, most);
}

static enum dt_status
take_pair(const struct dt_learner *rule, const struct dt_node *name,
    const struct dt_node *value, double *numbers, struct dt_faults *faults)
{
	const char *words[DT_LEARNER_PARAMETERS + 1] = { NULL };
	for (size_t i = 0; rule->parameters[i].name != NULL; i++) {
		const struct dt_learner_parameter *p = &rule->parameters[i];
		words[i] = p->name;
		if (strcmp(p->name, name->text) == 0)
			return take_number(value, p, &numbers[i], faults);
	}
	return dt_faults_add(faults, name->at,
	    dt_faults_suggest(faults, name->text, words),
	    "the learner %s has no parameter '%s'", rule->name, name->text);
}

static enum dt_status
read_parameters(const struct dt_learner *rule, const struct dt_node *map,
    double *numbers, struct dt_faults *faults)
{
	enum dt_status status = DT_OK;
	for (size_t i = 0; rule->parameters[i].name != NULL; i++)
		numbers[i] = rule->parameters[i].preset;
	if (map == NULL)
		return DT_OK;
	if (map->kind != DT_NODE_MAP)
		return dt_faults_add(faults, map->at, "write {name: number}",
		    "'parameters' are numbers by name");
	for (size_t i = 0; i < map->n; i++) {
		enum dt_status one = take_pair(rule, map->keys[i],
		    map->items[i], numbers, faults);
		status = one != DT_OK ? one : status;
	}
	return status;
}

static enum dt_status
read_hypothesis(const struct dt_learner_seat *seat,
    const struct dt_node *node, struct dt_arena *arena,
    struct dt_learner_hypothesis *h, struct dt_faults *faults,
    struct dt_error *err)
{
	struct dt_strategy *text = dt_arena_new(arena, 1, sizeof(*text));
	if (text == NULL)
		return dt_status_no_memory(err);
	enum dt_status status = dt_schema_read(&dt_strategy_schema, arena,
	    node, text, faults, err);
	if (status == DT_OK && dt_strategy_form(text) != DT_FORM_AUTOMATON)
		return dt_faults_add(faults, node->at, NULL,
		    "'%s' is no automaton, and a hypothesis must be one",
		    text->name);
	return status ? status : dt_automaton_compile(text, seat->constants,
	    arena, &h->automaton, faults, err);
}

/* They are whole by now: the catalogue put files in the place of names. */
static enum dt_status
read_hypotheses(const struct dt_learner_seat *seat, struct dt_arena *arena,
    struct dt_learner_made *made, struct dt_faults *faults,
    struct dt_error *err)
{
	enum { MOST = 64 };
	const struct dt_node *list = seat->strategy->hypotheses;
	const struct dt_node *map = seat->strategy->origin.node;
	if (list == NULL)
		return dt_faults_add(faults, dt_node_key_place(map, "learner"),
		    "add 'hypotheses: [always-race, tit-for-tat]'",
		    "the learner %s needs 'hypotheses'", made->rule->name);
	if (list->kind != DT_NODE_LIST || list->n == 0 || list->n > MOST)
		return dt_faults_add(faults, list->at, "write [always-race, "
		    "tit-for-tat]", "'hypotheses' are a list of 1 to %d "
		    "strategies", MOST);
	made->hypotheses = dt_arena_new(arena, list->n,
	    sizeof(*made->hypotheses));
	if (made->hypotheses == NULL)
		return dt_status_no_memory(err);
	enum dt_status status = DT_OK;
	made->n_hypotheses = list->n;
	for (size_t i = 0; i < list->n; i++) {
		enum dt_status one = list->items[i]->kind != DT_NODE_MAP ?
		    DT_OK : read_hypothesis(seat, list->items[i], arena,
		    &made->hypotheses[i], faults, err);
		if (list->items[i]->kind != DT_NODE_MAP)
			one = DT_EUSAGE;        /* a name: not resolved */
		status = status == DT_OK ? one : status;
	}
	return status;
}

static enum dt_status
prepare(const struct dt_learner_seat *seat, struct dt_arena *arena,
    struct dt_learner_made *made, struct dt_faults *faults,
    struct dt_error *err)
{
	const struct dt_learner *rule = made->rule;
	const struct dt_node *map = seat->strategy->origin.node;
	enum dt_status status = read_parameters(rule,
	    seat->strategy->parameters, made->p, faults);
	if (status == DT_OK && rule->two && made->agents != 2)
		status = dt_faults_add(faults, dt_node_key_place(map,
		    "learner"), "take fictitious-play or ewa",
		    "the learner %s plays games of two agents, not of %zu",
		    rule->name, made->agents);
	if (status == DT_OK && rule->guesses)
		status = read_hypotheses(seat, arena, made, faults, err);
	return status == DT_OK && rule->prepare != NULL &&
	    seat->payoff != NULL ? rule->prepare(made, arena, err) : status;
}

enum dt_status
dt_learner_compile(const struct dt_learner_seat *seat,
    struct dt_arena *arena, struct dt_learner_made *made,
    struct dt_faults *faults, struct dt_error *err)
{
	const struct dt_learner *rule =
	    dt_learner_find(seat->strategy->learner);
	*made = (struct dt_learner_made){ .rule = rule,
		.agents = seat->constants->agents, .seat = seat->seat,
		.constants = *seat->constants, .treaty = seat->treaty };
	if (seat->payoff != NULL)
		made->payoff = *seat->payoff;
	return rule == NULL ? unknown_rule(seat->strategy, arena, faults,
	    err) : prepare(seat, arena, made, faults, err);
}

const struct dt_node *
dt_learner_parameters(struct dt_arena *arena,
    const struct dt_learner_made *made)
{
	struct dt_place nowhere = { 0 };
	struct dt_node *map = dt_node_map(arena, nowhere);
	for (size_t i = 0; map && made->rule->parameters[i].name; i++) {
		char text[DT_NUMBER_SIZE];
		dt_number_print(made->p[i], text);
		char *copy = dt_arena_copy(arena, text);
		struct dt_node *value = copy == NULL ? NULL :
		    dt_node_scalar(arena, copy, nowhere);
		if (value == NULL || !dt_node_put(arena, map,
		    made->rule->parameters[i].name, value))
			return NULL;
	}
	return map;
}
