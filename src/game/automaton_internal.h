/* automaton_internal: what the compiler's files share; automaton_step.c reads
 * where rules lead to and what states play, automaton.c the rules. */
#ifndef DT_GAME_AUTOMATON_INTERNAL_H
#define DT_GAME_AUTOMATON_INTERNAL_H

#include "game/automaton.h"

/* A rule with its condition and its step worked out. */
struct dt_automaton_rule {
	struct dt_view_condition condition;
	uint16_t step;
};

/* The rules of a state; filled in once all of them are known, as what any of
 * them looks at is in the views of all. */
struct dt_automaton_row {
	const struct dt_automaton_rule *rules;
	size_t n;
	struct dt_place at;
	bool read;
};

struct dt_automaton_compiler {
	const struct dt_strategy *text;
	const struct dt_view_constants *constants;
	struct dt_arena *arena;
	struct dt_faults *faults;
	struct dt_automaton *out;
	uint16_t *step;
	struct dt_automaton_lottery *lotteries;
	const char **names;     /* of the states, NULL-terminated */
	struct dt_automaton_row *rows;       /* of the states, and of the start */
};

enum dt_status dt_automaton_read_to(struct dt_automaton_compiler *c,
    const struct dt_node *to, uint16_t *step);
enum dt_status dt_automaton_read_play(struct dt_automaton_compiler *c,
    const struct dt_node *play, uint64_t *race);

#endif
