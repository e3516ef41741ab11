/* show_strategy: an automaton read aloud; see show.h. */
#include "cmd/show.h"

#include <stdlib.h>
#include <string.h>

#include "cmd/show_machine.h"
#include "game/strategy.h"

static const struct {
	const char *word, *is, *is_not;
} flags[] = {
	{ "flagged", "there was a finding against it",
	    "there was no finding against it" },
	{ "raced", "it raced itself", "it did not race itself" },
	{ "party", "it is a party", "it is no party" },
	{ "open", "the treaty is open for signature",
	    "the treaty is not open for signature" },
	{ "in_force", "the treaty is in force",
	    "the treaty is not in force" },
	{ "suspended", "the treaty is suspended",
	    "the treaty is not suspended" },
	{ "ended", "the treaty has ended", "the treaty has not ended" },
	{ NULL, NULL, NULL }
};

static const struct {
	const char *word, *words;
} quantities[] = {
	{ "alarms", "the number of others it saw race" },
	{ "alarm_share", "the share of the others it saw race" },
	{ "others", "the number of others" },
	{ "detection", "the chance of detection" },
	{ "false_alarm", "the chance of a false alarm" },
	{ "fine", "the first fine" },
	{ "bond", "the bond" },
	{ "notice", "the notice of withdrawal" },
	{ "continuation", "the chance of another round" },
	{ NULL, NULL }
};

static const struct {
	const char *sign, *is, *number;
} operators[] = {
	{ ">=", "is at least", "at least " }, { "<=", "is at most", "at most " },
	{ "==", "is", "exactly " }, { "!=", "is not", "other than " },
	{ "<", "is below", "fewer than " }, { ">", "is above", "more than " },
	{ NULL, NULL, NULL }
};

/* The next word or operator of a condition; "" at the end. */
static void
next_word(const char **at, char word[32])
{
	static const char signs[] = "<>=!";
	*at += strspn(*at, " \t\n");
	size_t n = strspn(*at, signs);
	if (n == 0)
		n = strcspn(*at, " \t\n<>=!");
	size_t kept = n < 31 ? n : 31;
	memcpy(word, *at, kept);
	word[kept] = '\0';
	*at += n;
}

static const char *
say_quantity(const char *word)
{
	for (size_t i = 0; quantities[i].word != NULL; i++)
		if (strcmp(quantities[i].word, word) == 0)
			return quantities[i].words;
	return word;
}

/* "alarms >= 1": how many others were seen racing. */
static void
say_alarms(const char *sign, const char *value, struct dt_text *text)
{
	bool least = strcmp(sign, ">=") == 0, equal = strcmp(sign, "==") == 0;
	bool over = strcmp(sign, ">") == 0, below = strcmp(sign, "<") == 0;
	bool one = strcmp(value, "1") == 0, none = strcmp(value, "0") == 0;
	if (strcmp(value, "others") == 0 && (least || equal))
		dt_text_add(text, "it saw all others race");
	else if ((least && one) || (over && none))
		dt_text_add(text, "it saw another race");
	else if ((equal && none) || (below && one))
		dt_text_add(text, "it saw no other race");
	else {
		size_t i = 0;
		while (operators[i].sign && strcmp(operators[i].sign, sign))
			i++;
		dt_text_add(text, "it saw %s%s %s race",
		    operators[i].sign ? operators[i].number : "",
		    strcmp(value, "others") == 0 ? "all" : value,
		    one ? "other" : "others");
	}
}

static void
say_comparison(const char *word, const char **at, struct dt_text *text)
{
	char sign[32], value[32];
	next_word(at, sign);
	next_word(at, value);
	if (strcmp(word, "alarms") == 0) {
		say_alarms(sign, value, text);
		return;
	}
	size_t i = 0;
	while (operators[i].sign && strcmp(operators[i].sign, sign) != 0)
		i++;
	dt_text_add(text, "%s %s %s", say_quantity(word),
	    operators[i].sign ? operators[i].is : sign, say_quantity(value));
}

static void
say_term(const char **at, struct dt_text *text)
{
	char word[32];
	next_word(at, word);
	bool not = strcmp(word, "not") == 0;
	if (not)
		next_word(at, word);
	for (size_t i = 0; flags[i].word != NULL; i++)
		if (strcmp(flags[i].word, word) == 0) {
			dt_text_add(text, "%s",
			    not ? flags[i].is_not : flags[i].is);
			return;
		}
	if (not)
		dt_text_add(text, "it is not so that ");
	say_comparison(word, at, text);
}

static void
say_condition(const char *when, struct dt_text *text)
{
	char word[32] = "and";
	for (bool first = true; strcmp(word, "and") == 0; first = false) {
		if (!first)
			dt_text_add(text, " and ");
		say_term(&when, text);
		next_word(&when, word);
	}
}

static void
say_way(const char *to, const char *from, struct dt_text *text)
{
	if (from != NULL && strcmp(to, from) == 0)
		dt_text_add(text, "stays");
	else
		dt_text_add(text, "goes to %s", to);
}

/* The next state, or a chance for each of several. */
static void
say_to(const struct dt_node *to, const char *from, struct dt_text *text)
{
	dt_text_add(text, "it ");
	if (to->kind == DT_NODE_SCALAR)
		say_way(to->text, from, text);
	for (size_t i = 0; to->kind == DT_NODE_MAP && i < to->n; i++) {
		dt_text_add(text, "%s", i == 0 ? "" :
		    i + 1 < to->n ? ", " : " and ");
		say_way(to->keys[i]->text, from, text);
		dt_text_add(text, " with chance %s", to->items[i]->text);
	}
}

static bool
is_always(const char *when)
{
	return when == NULL || when[0] == '\0';
}

/* Rule i of several: "If ..., it goes to war; otherwise it stays". */
static void
say_rule(const char *when, const struct dt_node *to, size_t i,
    const char *from, struct dt_text *text)
{
	bool always = is_always(when);
	if (i > 0)
		dt_text_add(text, always ? "; otherwise " : "; else if ");
	else if (!always)
		dt_text_add(text, from != NULL ? " If " : ", if ");
	else
		dt_text_add(text, from != NULL ? " Then " : " ");
	if (!always) {
		say_condition(when, text);
		dt_text_add(text, ", ");
	}
	say_to(to, from, text);
}

static void
say_play(const struct dt_node *play, struct dt_text *text)
{
	if (play->kind == DT_NODE_MAP && play->n == 1)
		dt_text_add(text, "races with chance %s",
		    play->items[0]->text);
	else if (play->kind == DT_NODE_SCALAR)
		dt_text_add(text, "%ss", play->text);
}

static void
say_state(const struct dt_strategy_state *state, struct dt_text *text)
{
	const struct dt_strategy_rule *rules = state->next.items;
	dt_text_add(text, "In %s it ", state->origin.name);
	say_play(state->play, text);
	if (state->withdraw)
		dt_text_add(text, ", and gives notice of withdrawal");
	dt_text_add(text, ".");
	if (state->next.n == 1 && is_always(rules[0].when) &&
	    rules[0].to->kind == DT_NODE_SCALAR &&
	    strcmp(rules[0].to->text, state->origin.name) == 0) {
		dt_text_add(text, " It stays there.\n");
		return;
	}
	for (size_t i = 0; i < state->next.n; i++)
		say_rule(rules[i].when, rules[i].to, i, state->origin.name,
		    text);
	dt_text_add(text, ".\n");
}

static const char *
scalar(const struct dt_node *map, const char *key)
{
	const struct dt_node *node = dt_node_get(map, key);
	return node && node->kind == DT_NODE_SCALAR ? node->text : NULL;
}

static void
say_start(const struct dt_node *start, struct dt_text *text)
{
	if (start->kind == DT_NODE_SCALAR) {
		dt_text_add(text, "It begins in %s.\n", start->text);
		return;
	}
	dt_text_add(text, "At the start");
	if (start->kind == DT_NODE_MAP)
		say_rule(NULL, start, 0, NULL, text);
	for (size_t i = 0; start->kind == DT_NODE_LIST && i < start->n; i++) {
		const struct dt_node *to = dt_node_get(start->items[i], "to");
		if (to != NULL)
			say_rule(scalar(start->items[i], "when"), to, i,
			    NULL, text);
	}
	dt_text_add(text, ".\n");
}

void
dt_cmd_show_strategy(const struct dt_cmd_show *show,
    struct dt_text *sentences)
{
	const struct dt_strategy *strategy = show->content;
	const struct dt_strategy_state *states = strategy->states.items;
	if (dt_strategy_form(strategy) != DT_FORM_AUTOMATON)
		dt_cmd_show_mind_say(strategy, sentences);
	else
		say_start(strategy->start, sentences);
	for (size_t i = 0; i < strategy->states.n; i++)
		say_state(&states[i], sentences);
	if (strategy->declares == DT_DECLARES_PAUSE)
		dt_text_add(sentences, "As a party it declares PAUSE, "
		    "whatever it did.\n");
}
