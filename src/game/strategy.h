/*
 * strategy: the rule by which an agent moves, as the text that people write.
 *
 * A strategy is a stochastic Moore automaton: states, each with the move it
 * plays (or a chance to race), and rules that say which state comes next by
 * what the agent saw. `automaton.h` has it compiled. The text knows neither
 * the number of agents nor the treaty, so one file serves any scenario.
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
};

extern const struct dt_schema dt_strategy_schema;
extern const struct dt_schema dt_strategy_rule_schema;

#endif
