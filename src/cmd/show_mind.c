/* show_mind: a learner or a program in place of a machine; see
 * show_machine.h. */
#include <string.h>

#include "base/number.h"
#include "cmd/show_machine.h"
#include "format/table.h"
#include "learn/learner.h"

static void
say_program(const struct dt_strategy *s, struct dt_text *text)
{
	const char *const *words = s->command.items;
	dt_text_add(text, "It is a program from outside:");
	for (size_t i = 0; i < s->command.n; i++)
		dt_text_add(text, " %s", words[i]);
	dt_text_add(text, ".\nIt is told what its agent sees and answers with "
	    "moves: see detente-agent(5).\n");
}

void
dt_cmd_show_mind_say(const struct dt_strategy *s, struct dt_text *text)
{
	if (dt_strategy_form(s) == DT_FORM_PROGRAM) {
		say_program(s, text);
		return;
	}
	const struct dt_learner *rule = dt_learner_find(s->learner);
	if (rule == NULL)
		return;
	dt_text_add(text, "It learns by the rule %s: %s (%s).\n", rule->name,
	    rule->brief, rule->source);
	const struct dt_node *guesses = s->hypotheses;
	for (size_t i = 0; guesses != NULL && i < guesses->n; i++) {
		const struct dt_node *one = guesses->items[i];
		const struct dt_node *name = one->kind == DT_NODE_MAP ?
		    dt_node_get(one, "strategy") : one;
		dt_text_add(text, "%s%s%s", i == 0 ?
		    "It thinks that the other may play " : ", ",
		    name != NULL ? name->text : "?",
		    i + 1 == guesses->n ? ".\n" : "");
	}
}

static double
number_of(const struct dt_strategy *s, const struct dt_learner_parameter *p)
{
	const struct dt_node *value = dt_node_get(s->parameters, p->name);
	double x = p->preset;
	return value != NULL && dt_number_read(value->text, &x) ? x :
	    p->preset;
}

static void
add_number(struct dt_table *table, double value)
{
	char text[DT_NUMBER_SIZE];
	dt_table_add(table, dt_number_print_short(value, 6, text));
}

void
dt_cmd_show_mind(const struct dt_cmd_show *show)
{
	static const char *const heads[] = { "parameter", "value", "from",
		"to", "what it is", "source of its preset" };
	const struct dt_strategy *s = show->content;
	const struct dt_learner *rule = dt_learner_find(s->learner);
	struct dt_table table = { .columns = 6, .heads = heads, .indent = 2,
	    .right = 2 | 4 | 8, .most = show->call->columns };
	if (rule == NULL || rule->parameters[0].name == NULL)
		return;
	dt_cmd_show_heading(show, "Its numbers");
	for (size_t i = 0; rule->parameters[i].name != NULL; i++) {
		const struct dt_learner_parameter *p = &rule->parameters[i];
		dt_table_add(&table, p->name);
		add_number(&table, number_of(s, p));
		add_number(&table, p->least);
		add_number(&table, p->most);
		dt_table_add(&table, p->help);
		dt_table_add(&table, p->source);
	}
	dt_table_text(&table, show->text);
	dt_table_free(&table);
}

void
dt_cmd_show_mind_json(const struct dt_cmd_show *show, json_t *json)
{
	const struct dt_strategy *s = show->content;
	const struct dt_learner *rule = dt_learner_find(s->learner);
	json_t *numbers = json_object();
	for (size_t i = 0; rule && rule->parameters[i].name != NULL; i++)
		dt_json_number(numbers, rule->parameters[i].name,
		    number_of(s, &rule->parameters[i]));
	json_object_set_new(json, "numbers", numbers);
}

bool
dt_cmd_show_mind_instead(const struct dt_cmd_show *show, enum dt_exit *exit)
{
	static const char *const options[] = { "svg", "sees", "format" };
	for (size_t i = 0; i < 3; i++) {
		const char *value = dt_command_value(show->call, options[i]);
		if (value == NULL || (i == 2 && strcmp(value, "dot") != 0))
			continue;
		*exit = dt_command_usage(show->call, "--%s is for a strategy "
		    "that is an automaton, and this one %s", options[i],
		    dt_strategy_form(show->content) == DT_FORM_LEARNER ?
		    "learns" : "is a program");
		return true;
	}
	return false;
}
