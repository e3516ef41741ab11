/* automaton_step: where a rule leads to, and what a state plays; see
 * automaton_internal.h. */
#include "game/automaton_internal.h"

#include <math.h>
#include <string.h>

#include "base/number.h"

enum { LOTTERIES_MOST = 4096 };

static enum dt_status
find_state(struct dt_automaton_compiler *c, const struct dt_node *name,
    size_t *state)
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
read_chance(struct dt_automaton_compiler *c, const struct dt_node *node,
    double *chance)
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
read_lottery(struct dt_automaton_compiler *c, const struct dt_node *to,
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

enum dt_status
dt_automaton_read_to(struct dt_automaton_compiler *c, const struct dt_node *to,
    uint16_t *step)
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

enum dt_status
dt_automaton_read_play(struct dt_automaton_compiler *c,
    const struct dt_node *play, uint64_t *race)
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
