/*
 * chain_arrive: the states that outcomes lead to, and the chances to come
 * there. Outcomes of a round that end in one state are one transition.
 */
#include "engine/chain_internal.h"

#include <string.h>

#include "base/memory.h"

/* Agents of a class may stand in any order: let it be a rising one. */
static void
sort_twins(const struct dt_chain *c, uint32_t *seat)
{
	for (size_t p = 1; p < c->n; p++)
		for (size_t q = p; q > c->first[c->class[p]] &&
		    seat[q - 1] > seat[q]; q--) {
			uint32_t other = seat[q];
			seat[q] = seat[q - 1];
			seat[q - 1] = other;
		}
}

static enum dt_status
add_start(struct dt_chain *c, uint32_t state, double chance)
{
	if (!dt_memory_reserve(&c->start, &c->start_room, c->states.n,
	    sizeof(*c->start)))
		return DT_ENOMEM;
	for (; c->started < c->states.n; c->started++)
		c->start[c->started] = 0;
	c->start[state] += chance;
	return DT_OK;
}

/* One more transition, of chance 0. */
static enum dt_status
add_transition(struct dt_chain *c, uint32_t state)
{
	size_t at = c->transitions;
	size_t to = c->room, chance = c->room, quiet = c->room;
	if (at == c->limits.transitions)
		return DT_EUSAGE;
	if (!dt_memory_reserve(&c->to, &to, at + 1, sizeof(*c->to)) ||
	    !dt_memory_reserve(&c->chance, &chance, at + 1,
	    sizeof(*c->chance)) || (c->treaty && !dt_memory_reserve(&c->quiet,
	    &quiet, at + 1, sizeof(*c->quiet))))
		return DT_ENOMEM;
	c->room = to;
	c->to[at] = state;
	c->chance[at] = 0;
	if (c->treaty)
		c->quiet[at] = 0;
	c->walk.mark[state] = ++c->transitions;
	return DT_OK;
}

static enum dt_status
step(struct dt_chain_draw *d, uint32_t state, double chance)
{
	struct dt_chain *c = d->chain;
	struct dt_chain_walk *w = &c->walk;
	size_t old = w->mark_room;
	if (!dt_memory_reserve(&w->mark, &w->mark_room, c->states.n,
	    sizeof(*w->mark)))
		return DT_ENOMEM;
	memset(w->mark + old, 0, (w->mark_room - old) * sizeof(*w->mark));
	if (w->mark[state] <= d->row_start) {
		enum dt_status status = add_transition(c, state);
		if (status != DT_OK)
			return status;
	}
	c->chance[w->mark[state] - 1] += chance;
	if (c->treaty && !d->breach)
		c->quiet[w->mark[state] - 1] += chance;
	return DT_OK;
}

/* Counts towards a state's chance, unless it has been followed already. */
static enum dt_status
reach(struct dt_chain_draw *d, uint32_t state, double chance)
{
	struct dt_chain *c = d->chain;
	struct dt_chain_walk *w = &c->walk;
	if (c->limits.faint <= 0)
		return DT_OK;
	if (!dt_memory_reserve(&w->reach, &w->reach_room, c->states.n,
	    sizeof(*w->reach)))
		return DT_ENOMEM;
	for (; w->reached < c->states.n; w->reached++)
		w->reach[w->reached] = 0;
	if (d->opening || state > d->state)
		w->reach[state] += d->opening ? chance :
		    chance * w->reach[d->state];
	return DT_OK;
}

void
dt_chain_arrive(struct dt_chain_draw *d, double chance)
{
	struct dt_chain *c = d->chain;
	uint32_t key[DT_AGENTS_MOST + 1];
	if (c->walk.failed)
		return;
	memcpy(key, d->next, (c->n + 1) * sizeof(key[0]));
	sort_twins(c, key + 1);
	uint32_t state = dt_index_of(&c->states, key);
	if (state == DT_CHAIN_NONE)
		c->walk.failed = DT_ENOMEM;
	else if (c->states.n > c->limits.states ||
	    ++c->work > c->limits.work)
		c->walk.failed = DT_EUSAGE;
	else
		c->walk.failed = d->opening ? add_start(c, state, chance) :
		    step(d, state, chance);
	if (!c->walk.failed)
		c->walk.failed = reach(d, state, chance);
}
