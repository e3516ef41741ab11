/* clock: see clock.h. The rules are those of regime.c, which is asked once for
 * each event of its kind. */
#include "comply/clock.h"

#include <string.h>

#include "base/memory.h"

enum { CLOCK_WORDS = 7, EVENT_WORDS = 9 };

bool
dt_clock_start(struct dt_clocks *all, const struct dt_terms *t)
{
	*all = (struct dt_clocks){ .terms = t, .last_turn = DT_INDEX_NONE,
	    .rungs = dt_memory_new(2 * t->n_rungs + 1, sizeof(*all->rungs)) };
	bool good = dt_index_start(&all->index, CLOCK_WORDS);
	good = dt_index_start(&all->events, EVENT_WORDS) && good;
	if (!good || all->rungs == NULL)
		return false;
	for (int side = 0; side < 2; side++)
		all->sure[side] = dt_terms_sure(t, side,
		    all->rungs + (size_t)side * t->n_rungs);
	for (size_t i = 0; i < t->n; i++)
		if (t->joins[i] > all->last_joins)
			all->last_joins = t->joins[i];
	return true;
}

void
dt_clock_free(struct dt_clocks *all)
{
	dt_index_free(&all->index);
	dt_index_free(&all->events);
	dt_memory_free(all->rungs);
	dt_memory_free(all->of);
	dt_memory_free(all->turns);
	all->rungs = NULL;
	all->of = NULL;
	all->turns = NULL;
}

static struct dt_clock
simplest(const struct dt_clocks *all, const struct dt_regime *r, int64_t round)
{
	const struct dt_terms *t = all->terms;
	struct dt_clock k = { .phase = r->phase };
	if (dt_clock_runs(r->phase) || r->phase == DT_PHASE_OPEN)
		k.round = round < all->last_joins ? round : all->last_joins;
	if (r->phase == DT_PHASE_OPEN)
		k.delay_left = r->delay_left;
	if (!dt_clock_runs(r->phase))
		return k;
	k.age = r->age <= t->grace ? r->age : t->grace + 1;
	if (r->phase == DT_PHASE_SUSPENDED)
		k.suspended_left = r->suspended_left;
	if (t->rounds != 0) {
		k.rounds_left = r->rounds_left;
		k.renewals_left = r->renewals_left;
	}
	return k;
}

static uint32_t
number(struct dt_clocks *all, const struct dt_regime *r, int64_t round)
{
	struct dt_clock k = simplest(all, r, round);
	uint32_t key[CLOCK_WORDS] = { (uint32_t)k.phase,
	    (uint32_t)k.delay_left, (uint32_t)k.suspended_left,
	    (uint32_t)k.rounds_left, (uint32_t)k.renewals_left,
	    (uint32_t)k.age, (uint32_t)k.round };
	size_t known = all->index.n;
	uint32_t id = dt_index_of(&all->index, key);
	if (id == DT_INDEX_NONE || !dt_memory_reserve(&all->of, &all->room,
	    all->index.n, sizeof(*all->of)))
		return DT_INDEX_NONE;
	if (id == known)
		all->of[id] = k;
	return id;
}

uint32_t
dt_clock_before(struct dt_clocks *all)
{
	struct dt_regime r;
	dt_regime_start(&r, all->terms);
	return number(all, &r, 0);
}

/* The regime that the event leaves before the clock strikes. */
static struct dt_regime
regime_of(const struct dt_clock *k, const struct dt_clock_event *e)
{
	struct dt_regime r = { .phase = e->end ? DT_PHASE_ENDED :
	    e->suspend > 0 ? DT_PHASE_SUSPENDED : k->phase,
	    .parties = e->end ? 0 : e->parties, .left = e->out,
	    .notified = e->leaving, .delay_left = k->delay_left,
	    .suspended_left = e->suspend > 0 ? e->suspend : k->suspended_left,
	    .rounds_left = k->rounds_left, .renewals_left = k->renewals_left,
	    .age = k->age };
	return r;
}

static bool
strike(struct dt_clocks *all, const struct dt_clock_event *e, int side,
    struct dt_clock_turn *turn)
{
	struct dt_clock k = all->of[e->clock];
	struct dt_regime r = regime_of(&k, e);
	dt_regime_clock(&r, &all->sure[side], k.round + 1, NULL);
	turn->clock[side] = number(all, &r, k.round + 1);
	turn->parties[side] = r.parties;
	return turn->clock[side] != DT_INDEX_NONE;
}

/* The number of an event's turn; DT_INDEX_NONE: memory is out. */
static uint32_t
number_turn(struct dt_clocks *all, const struct dt_clock_event *e)
{
	uint32_t key[EVENT_WORDS] = { e->clock, (uint32_t)e->suspend, e->end,
	    (uint32_t)e->parties, (uint32_t)(e->parties >> 32),
	    (uint32_t)e->leaving, (uint32_t)(e->leaving >> 32),
	    (uint32_t)e->out, (uint32_t)(e->out >> 32) };
	size_t known = all->events.n;
	uint32_t id = dt_index_of(&all->events, key);
	if (id == DT_INDEX_NONE || !dt_memory_reserve(&all->turns,
	    &all->turn_room, all->events.n, sizeof(*all->turns)))
		return DT_INDEX_NONE;
	if (id < known)
		return id;
	uint64_t renewal = all->terms->renewal;
	struct dt_clock_turn turn = { .chance = dt_random_chance(renewal) };
	if (!strike(all, e, 0, &turn) || !strike(all, e, 1, &turn))
		return DT_INDEX_NONE;
	if (turn.clock[0] == turn.clock[1] &&
	    turn.parties[0] == turn.parties[1])
		turn.chance = 1;
	all->turns[id] = turn;
	return id;
}

static bool
same_event(const struct dt_clock_event *a, const struct dt_clock_event *b)
{
	return a->clock == b->clock && a->suspend == b->suspend &&
	    a->end == b->end && a->parties == b->parties &&
	    a->leaving == b->leaving && a->out == b->out;
}

/* Most rounds of a state end with the same event. */
const struct dt_clock_turn *
dt_clock_turn(struct dt_clocks *all, const struct dt_clock_event *e)
{
	if (all->last_turn == DT_INDEX_NONE || !same_event(&all->last, e)) {
		all->last_turn = number_turn(all, e);
		all->last = *e;
	}
	return all->last_turn == DT_INDEX_NONE ? NULL :
	    &all->turns[all->last_turn];
}
