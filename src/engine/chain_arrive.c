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

static bool
resize(void *array, size_t n, size_t size)
{
	void *old;
	memcpy(&old, array, sizeof(old));
	void *new = dt_memory_resize(old, n, size);
	if (new != NULL)
		memcpy(array, &new, sizeof(new));
	return new != NULL;
}

bool
dt_chain_reserve(void *array, size_t *room, size_t n, size_t size)
{
	size_t to = *room > 0 ? *room : 16;
	if (n <= *room)
		return true;
	while (to < n)
		to *= 2;
	if (!resize(array, to, size))
		return false;
	*room = to;
	return true;
}

static enum dt_status
add_start(struct dt_chain *c, uint32_t state, double chance)
{
	if (!dt_chain_reserve(&c->start, &c->start_room, c->states.n,
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
	size_t at = c->transitions, room = at < 32 ? 64 : 2 * at;
	if (at == c->limits.transitions)
		return DT_EUSAGE;
	if (at == c->room) {
		if (!resize(&c->to, room, sizeof(*c->to)) ||
		    !resize(&c->chance, room, sizeof(*c->chance)) ||
		    (c->treaty && !resize(&c->quiet, room,
		    sizeof(*c->quiet))))
			return DT_ENOMEM;
		c->room = room;
	}
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
	if (!dt_chain_reserve(&w->mark, &w->mark_room, c->states.n,
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
	if (!dt_chain_reserve(&w->reach, &w->reach_room, c->states.n,
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

double
dt_chain_choose(size_t n, size_t k)
{
	double ways = 1;
	if (k > n - k)
		k = n - k;
	for (size_t i = 1; i <= k; i++)
		ways = ways * (double)(n - k + i) / (double)i;
	return ways;
}

double
dt_chain_binomial(size_t n, size_t k, double p)
{
	if (n == 1)
		return k == 1 ? p : 1 - p;
	double chance = dt_chain_choose(n, k);
	for (size_t i = 0; i < k; i++)
		chance *= p;
	for (size_t i = k; i < n; i++)
		chance *= 1 - p;
	return chance;
}

double
dt_chain_tail(size_t n, double p, int64_t least)
{
	double sum = 0;
	if (least <= 0)
		return 1;
	for (size_t k = (size_t)least; k <= n; k++)
		sum += dt_chain_binomial(n, k, p);
	return sum < 1 ? sum : 1;
}
