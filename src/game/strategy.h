/*
 * strategy: the rule by which an agent moves, as the text that people write.
 *
 * A strategy is a stochastic Moore automaton: states, each with the move it
 * plays (or a chance to race), and rules that say which state comes next by
 * what the agent saw. `automaton.h` has it compiled. The text knows neither
 * the number of agents nor the treaty, so one file serves any scenario.
 *
 * Or it is no automaton: a learner (learn/learner.h) by name, with parameters,
 * or a program from outside (outside/outside.h), by its command. A file says
 * one of the three.
 */
#ifndef DT_GAME_STRATEGY_H
#define DT_GAME_STRATEGY_H

#include "base/schema.h"

enum { DT_STRATEGY_STATES_MOST = 64 };

/* How well founded a file's content is. Shared by all kinds of files. */
enum dt_status_word { DT_SOURCED, DT_STYLISED, DT_OPINION };
extern const char *const dt_strategy_status_words[];

enum dt_declares { DT_DECLARES_EXECUTED, DT_DECLARES_PAUSE };

struct dt_strategy_rule {
	struct dt_origin origin;
	const char *when;               /* "" or NULL: always */
	const struct dt_node *to;       /* a state, or {state: chance, ...} */
};

struct dt_strategy_state {
	struct dt_origin origin;
	const struct dt_node *play;     /* pause, race or {race: chance} */
	bool withdraw;                  /* gives notice on entering it */
	struct dt_list next;            /* of struct dt_strategy_rule */
};

struct dt_strategy {
	struct dt_origin origin;
	const char *name, *title, *summary, *source;
	int status;                     /* enum dt_status_word */
	int declares;                   /* enum dt_declares */
	const struct dt_node *start;    /* a state, or a list of rules */
	struct dt_list states;          /* of struct dt_strategy_state */
	const char *learner;            /* "" or NULL: none */
	const struct dt_node *parameters;       /* {name: number, ...}, or NULL */
	const struct dt_node *hypotheses;       /* strategies, or NULL */
	struct dt_list command;         /* of const char *: program, words */
	double time_limit;              /* seconds a move; NAN: not said */
};

enum dt_strategy_form { DT_FORM_AUTOMATON, DT_FORM_LEARNER, DT_FORM_PROGRAM };

static inline enum dt_strategy_form
dt_strategy_form(const struct dt_strategy *s)
{
	if (s->command.n > 0)
		return DT_FORM_PROGRAM;
	return s->learner != NULL && s->learner[0] != '\0' ?
	    DT_FORM_LEARNER : DT_FORM_AUTOMATON;
}

extern const struct dt_schema dt_strategy_schema;
extern const struct dt_schema dt_strategy_rule_schema;

#endif
