/* duel_walk: the joint states of a duel and the flows between them. */
#include <string.h>

#include "base/memory.h"
#include "base/random.h"
#include "engine/duel_internal.h"

enum { NOT_YET = -1 };

bool
dt_duel_of(const struct dt_model *m, struct dt_duel_game *game)
{
	double room[DT_AGENTS_MOST];
	if (m->n != 2 || m->terms.exists || m->agents[0].host >= 0 ||
	    m->agents[1].host >= 0)
		return false;
	for (uint64_t racers = 0; racers < DT_DUEL_MOVES; racers++) {
		const double *pay = dt_payoff_of(&m->payoff, racers, room);
		game->payoff[racers][0] = pay[0];
		game->payoff[racers][1] = pay[1];
	}
	game->slip = m->slip_chance;
	game->sees[0] = dt_monitor_false_alarm(&m->base);
	game->sees[1] = dt_monitor_detection(&m->base);
	game->rounds = m->rounds;
	game->continuation = m->continuation_chance;
	return true;
}

struct dt_duel_room *
dt_duel_room_new(void)
{
	return dt_memory_new(1, sizeof(struct dt_duel_room));
}

static void
release(struct dt_duel_room *r)
{
	void *const all[] = { r->number, r->pair, r->flows_at, r->moved,
		r->then, r->now, r->next, r->visits, r->begun, r->sum,
		r->touched };
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		dt_memory_free(all[i]);
}

void
dt_duel_room_free(struct dt_duel_room *room)
{
	if (room == NULL)
		return;
	release(room);
	dt_memory_free(room->flows);
	dt_memory_free(room);
}

static bool
make_room(struct dt_duel_room *r, size_t pairs)
{
	if (pairs <= r->pairs)
		return true;
	release(r);
	*r = (struct dt_duel_room){ .flows = r->flows,
		.room_flows = r->room_flows };
	r->number = dt_memory_new(pairs, sizeof(*r->number));
	r->pair = dt_memory_new(pairs, sizeof(*r->pair));
	r->flows_at = dt_memory_new(pairs + 1, sizeof(*r->flows_at));
	r->moved = dt_memory_new(pairs, sizeof(*r->moved));
	r->then = dt_memory_new(pairs, sizeof(*r->then));
	r->now = dt_memory_new(pairs, sizeof(*r->now));
	r->next = dt_memory_new(pairs, sizeof(*r->next));
	r->visits = dt_memory_new(pairs, sizeof(*r->visits));
	r->begun = dt_memory_new(pairs, sizeof(*r->begun));
	r->sum = dt_memory_new(pairs, sizeof(*r->sum));
	r->touched = dt_memory_new(pairs, sizeof(*r->touched));
	if (!r->number || !r->pair || !r->flows_at || !r->moved || !r->then ||
	    !r->now || !r->next || !r->visits || !r->begun || !r->sum ||
	    !r->touched)
		return false;
	r->pairs = pairs;
	return true;
}

static bool
add_flow(struct dt_duel_room *r, uint32_t to, double chance)
{
	if (!dt_memory_reserve(&r->flows, &r->room_flows, r->n_flows + 1,
	    sizeof(*r->flows)))
		return false;
	r->flows[r->n_flows++] = (struct dt_duel_flow){ to, chance };
	return true;
}

/* Where one side goes. */
struct ways {
	size_t n;
	uint16_t state[2 * DT_STRATEGY_STATES_MOST];
	double chance[2 * DT_STRATEGY_STATES_MOST];
};

static void
add_way(struct ways *w, uint16_t state, double chance)
{
	size_t i = 0;
	while (i < w->n && w->state[i] != state)
		i++;
	if (i == w->n) {
		w->state[w->n] = state;
		w->chance[w->n++] = 0;
	}
	w->chance[i] += chance;
}

static void
add_step(const struct dt_automaton *a, size_t row, bool alarm, bool raced,
    double chance, struct ways *w)
{
	size_t step = a->step[row * a->views + dt_view_index(2, alarm, false,
	    raced, false, DT_PHASE_NONE)];
	if (chance <= 0)
		return;
	if (step < a->states) {
		add_way(w, (uint16_t)step, chance);
		return;
	}
	const struct dt_automaton_lottery *lot =
	    &a->lotteries[step - a->states];
	double before = 0;
	for (size_t i = 0; i < lot->n; i++) {
		double below = dt_random_chance(lot->tickets[i].below);
		if (below > before)
			add_way(w, lot->tickets[i].state,
			    chance * (below - before));
		before = below;
	}
}

static void
find_ways(const struct dt_duel *d, int side, size_t state, bool raced,
    bool other, struct ways *w)
{
	double alarm = d->game->sees[other];
	w->n = 0;
	add_step(d->a[side], state, false, raced, 1 - alarm, w);
	add_step(d->a[side], state, true, raced, alarm, w);
}

static double
races(const struct dt_duel *d, int side, size_t state)
{
	const struct dt_automaton *a = d->a[side];
	double means = dt_random_chance(a->race[state]);
	return means + d->game->slip - 2 * means * d->game->slip;
}

static uint32_t
number_of(struct dt_duel *d, size_t first, size_t second)
{
	struct dt_duel_room *r = d->room;
	size_t at = first * d->a[1]->states + second;
	if (r->number[at] == NOT_YET) {
		r->number[at] = (int32_t)d->n;
		r->pair[d->n++] = (uint32_t)at;
	}
	return (uint32_t)r->number[at];
}

/* Adds where both go, and how likely each pauses there. */
static void
spread(struct dt_duel *d, const struct ways w[2], double chance, double then[2],
    size_t *n_touched)
{
	struct dt_duel_room *r = d->room;
	for (int side = 0; side < 2; side++) {
		then[side] = 0;
		for (size_t i = 0; i < w[side].n; i++)
			then[side] += chance * w[side].chance[i] *
			    (1 - races(d, side, w[side].state[i]));
	}
	for (size_t i = 0; i < w[0].n; i++)
		for (size_t j = 0; j < w[1].n; j++) {
			uint32_t to = number_of(d, w[0].state[i],
			    w[1].state[j]);
			if (r->sum[to] == 0)
				r->touched[(*n_touched)++] = to;
			r->sum[to] += chance * w[0].chance[i] *
			    w[1].chance[j];
		}
}

/* The flows out of a joint state. */
static bool
walk(struct dt_duel *d, size_t from)
{
	struct dt_duel_room *r = d->room;
	size_t n_touched = 0, first = r->pair[from] / d->a[1]->states;
	size_t second = r->pair[from] % d->a[1]->states;
	double race[2] = { races(d, 0, first), races(d, 1, second) };
	r->flows_at[from] = r->n_flows;
	for (int m = 0; m < DT_DUEL_MOVES; m++) {
		bool one = m & 1, two = m & 2;
		double chance = (one ? race[0] : 1 - race[0]) *
		    (two ? race[1] : 1 - race[1]);
		struct ways w[2];
		r->moved[from][m] = chance;
		memset(r->then[from][m], 0, sizeof(r->then[from][m]));
		if (chance <= 0)
			continue;
		find_ways(d, 0, first, one, two, &w[0]);
		find_ways(d, 1, second, two, one, &w[1]);
		spread(d, w, chance, r->then[from][m], &n_touched);
	}
	for (size_t k = 0; k < n_touched; k++) {
		if (!add_flow(r, r->touched[k], r->sum[r->touched[k]]))
			return false;
		r->sum[r->touched[k]] = 0;
	}
	return true;
}

/* All joint states that can be come to; their chances in round one. */
bool
dt_duel_explore(struct dt_duel *d)
{
	struct dt_duel_room *r = d->room;
	size_t pairs = d->a[0]->states * d->a[1]->states;
	struct ways w[2] = { { 0 }, { 0 } };
	if (!make_room(r, pairs))
		return false;
	for (size_t i = 0; i < pairs; i++) {
		r->number[i] = NOT_YET;
		r->now[i] = r->visits[i] = r->sum[i] = 0;
	}
	r->n_flows = 0;
	for (int side = 0; side < 2; side++)
		add_step(d->a[side], d->a[side]->states, false, false, 1,
		    &w[side]);
	for (size_t i = 0; i < w[0].n; i++)
		for (size_t j = 0; j < w[1].n; j++)
			r->now[number_of(d, w[0].state[i], w[1].state[j])] +=
			    w[0].chance[i] * w[1].chance[j];
	memcpy(r->begun, r->now, pairs * sizeof(*r->now));
	for (size_t i = 0; i < d->n; i++)
		if (!walk(d, i))
			return false;
	r->flows_at[d->n] = r->n_flows;
	return true;
}
