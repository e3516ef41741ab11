/*
 * chain_depart: rounds in which an agent departs from its strategy, for one
 * round and back: what the round pays it and where it leads. They are walked
 * beside a state's own round, with edges of their own, so that the chain of
 * the strategies stays what it is; the states they lead to are states of the
 * chain like others, though no run of the strategies may come to them.
 */
#include "engine/chain_internal.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"

/* The walk adds to the chain's edges: now those of departures. */
static void
swap_edges(struct dt_chain *c)
{
	struct dt_chain_edges own = { c->to, c->chance, c->quiet,
	    c->transitions, c->room, c->walk.mark_room, c->walk.mark };
	c->to = c->other.to;
	c->chance = c->other.chance;
	c->quiet = c->other.quiet;
	c->transitions = c->other.n;
	c->room = c->other.room;
	c->walk.mark_room = c->other.mark_room;
	c->walk.mark = c->other.mark;
	c->other = own;
}

/* Whether it is open to the agent at a place, where it is now. */
static bool
is_open(const struct dt_chain_draw *d, size_t place,
    enum dt_chain_departure departure)
{
	const struct dt_chain *c = d->chain;
	const struct dt_chain_seat *s = &c->seats[d->key[1 + place]];
	bool bound = dt_move_has(d->bound, c->order[place]);
	uint64_t race = dt_chain_automaton(c, s->class)->race[s->state];
	switch (departure) {
	case DT_CHAIN_SECRET:
		return race != UINT64_MAX;
	case DT_CHAIN_OPEN:
		return bound && race != UINT64_MAX;
	case DT_CHAIN_REFUSE:
		return bound;
	case DT_CHAIN_WITHDRAW:
		return s->party && !s->notified && c->model->terms.may_withdraw;
	case DT_CHAIN_HOLD:
		return race != 0;
	case DT_CHAIN_DEPARTURES:
		break;
	}
	return false;
}

/* To the same round, notice given. */
static void
give_notice(struct dt_chain_draw *d, size_t place)
{
	struct dt_chain *c = d->chain;
	struct dt_chain_seat seat = c->seats[d->key[1 + place]];
	seat.notified = true;
	seat.notice_left = c->model->terms.notice;
	memcpy(d->next, d->key, (c->n + 1) * sizeof(d->next[0]));
	d->next[1 + place] = dt_chain_seat_of(c, &seat);
	if (d->next[1 + place] == DT_CHAIN_NONE)
		c->walk.failed = DT_ENOMEM;
	else
		dt_chain_arrive(d, 1);
}

static void
depart(struct dt_chain_draw *d, uint32_t state, size_t place,
    enum dt_chain_departure departure)
{
	struct dt_chain *c = d->chain;
	double reward[DT_CHAIN_HEAD + DT_AGENTS_MOST * DT_CHAIN_KINDS];
	if (!dt_memory_reserve(&c->departed, &c->departed_room,
	    c->n_departed + 1, sizeof(*c->departed))) {
		c->walk.failed = DT_ENOMEM;
		return;
	}
	memset(reward, 0, c->width * sizeof(reward[0]));
	d->reward = reward;
	d->row_start = c->transitions;
	d->departs = (int)place;
	d->departure = departure;
	if (departure == DT_CHAIN_WITHDRAW)
		give_notice(d, place);
	else
		dt_chain_round_again(d, state);
	c->departed[c->n_departed++] = (struct dt_chain_departed){
		.state = state, .place = (uint8_t)place,
		.departure = (uint8_t)departure,
		.reward = reward[DT_CHAIN_HEAD + c->class[place] * c->kinds +
		    DT_CHAIN_PAYOFF],
		.first = d->row_start, .end = c->transitions,
	};
}

void
dt_chain_depart_walk(struct dt_chain_draw *d, uint32_t state)
{
	struct dt_chain *c = d->chain;
	swap_edges(c);
	for (size_t place = 0; place < c->n; place++) {
		if (!dt_move_has(c->limits.departing, c->order[place]))
			continue;
		for (int k = 0; k < DT_CHAIN_DEPARTURES; k++)
			if (!c->walk.failed && is_open(d, place,
			    (enum dt_chain_departure)k))
				depart(d, state, place,
				    (enum dt_chain_departure)k);
	}
	d->departs = -1;
	swap_edges(c);
}

/* What runs of the strategies come to. */
static bool
find_expected(struct dt_chain *c)
{
	size_t n = c->states.n, waiting = 0;
	uint32_t *stack = dt_memory_new(n, sizeof(*stack));
	c->expected = dt_memory_new(n, sizeof(*c->expected));
	if (stack == NULL || c->expected == NULL) {
		dt_memory_free(stack);
		return false;
	}
	for (size_t s = 0; s < c->started; s++)
		if (c->start[s] > 0) {
			c->expected[s] = true;
			stack[waiting++] = (uint32_t)s;
		}
	while (waiting > 0) {
		size_t s = stack[--waiting];
		for (size_t e = c->row[s]; e < c->row[s + 1]; e++)
			if (c->chance[e] > 0 && !c->expected[c->to[e]]) {
				c->expected[c->to[e]] = true;
				stack[waiting++] = c->to[e];
			}
	}
	dt_memory_free(stack);
	return true;
}

bool
dt_chain_depart_close(struct dt_chain *c)
{
	size_t n = c->states.n, at = 0;
	dt_memory_free(c->other.mark);
	c->other.mark = NULL;
	c->departed_row = dt_memory_new(n + 1, sizeof(*c->departed_row));
	if (c->departed_row == NULL)
		return false;
	for (size_t s = 0; s <= n; s++) {
		while (at < c->n_departed && c->departed[at].state < s)
			at++;
		c->departed_row[s] = at;
	}
	return find_expected(c);
}

void
dt_chain_depart_free(struct dt_chain *c)
{
	void *owned[] = { c->other.to, c->other.chance, c->other.quiet,
	    c->other.mark, c->departed, c->departed_row, c->expected };
	for (size_t i = 0; i < sizeof(owned) / sizeof(owned[0]); i++)
		dt_memory_free(owned[i]);
}

double
dt_chain_depart(const struct dt_chain *c, size_t state, size_t agent,
    enum dt_chain_departure departure, double keep, const double *now,
    const double *after)
{
	size_t place = dt_chain_place_of(c, agent);
	for (size_t k = c->departed_row[state]; k < c->departed_row[state + 1];
	    k++) {
		const struct dt_chain_departed *one = &c->departed[k];
		if (one->place != place || one->departure != departure)
			continue;
		if (departure == DT_CHAIN_WITHDRAW)
			return now[c->other.to[one->first]];
		double sum = 0;
		for (size_t e = one->first; e < one->end; e++)
			sum += c->other.chance[e] * after[c->other.to[e]];
		return one->reward + keep * sum;
	}
	return NAN;
}

static double
off_of(const struct dt_chain *c, size_t state, const uint32_t *to,
    const double *chance, size_t n, const double *after, double bar)
{
	double sum = 0;
	for (size_t e = 0; e < n; e++)
		sum += chance[e] * (dt_chain_strikes_reach(c, state, to[e]) ?
		    bar : after[to[e]]);
	return sum;
}

double
dt_chain_depart_off(const struct dt_chain *c, size_t state, size_t agent,
    enum dt_chain_departure departure, double keep, const double *now,
    const double *after, double bar)
{
	size_t place = dt_chain_place_of(c, agent);
	if (departure == DT_CHAIN_DEPARTURES)
		return keep * off_of(c, state, c->to + c->row[state],
		    c->chance + c->row[state], c->row[state + 1] -
		    c->row[state], after, bar);
	for (size_t k = c->departed_row[state]; k < c->departed_row[state + 1];
	    k++) {
		const struct dt_chain_departed *one = &c->departed[k];
		if (one->place != place || one->departure != departure)
			continue;
		if (departure == DT_CHAIN_WITHDRAW)
			return now[c->other.to[one->first]];
		return keep * off_of(c, state, c->other.to + one->first,
		    c->other.chance + one->first, one->end - one->first,
		    after, bar);
	}
	return NAN;
}

static void
mark_departures(const struct dt_chain *c, size_t place, size_t state,
    bool withdrawals, unsigned char *marked)
{
	for (size_t k = c->departed_row[state]; k < c->departed_row[state + 1];
	    k++) {
		const struct dt_chain_departed *one = &c->departed[k];
		bool withdraws = one->departure == DT_CHAIN_WITHDRAW;
		for (size_t e = one->first; one->place == place &&
		    withdraws == withdrawals && e < one->end; e++)
			if (c->other.chance[e] > 0)
				marked[c->other.to[e]] = 1;
	}
}

void
dt_chain_ahead(const struct dt_chain *c, int agent, unsigned char *marked,
    unsigned char *next)
{
	size_t n = c->states.n;
	size_t place = agent < 0 ? 0 : dt_chain_place_of(c, (size_t)agent);
	/* To give notice leads to a state that allows no more of it. */
	for (size_t s = 0; agent >= 0 && s < n; s++)
		if (marked[s])
			mark_departures(c, place, s, true, marked);
	memset(next, 0, n);
	for (size_t s = 0; s < n; s++) {
		if (!marked[s])
			continue;
		for (size_t e = c->row[s]; e < c->row[s + 1]; e++)
			if (c->chance[e] > 0)
				next[c->to[e]] = 1;
		if (agent >= 0)
			mark_departures(c, place, s, false, next);
	}
}

void
dt_chain_standing_of(const struct dt_chain *c, size_t state, size_t agent,
    struct dt_chain_standing *standing)
{
	const uint32_t *key = c->states.keys + state * (c->n + 1);
	const struct dt_chain_clock *clock = &c->clocks[key[0]];
	*standing = (struct dt_chain_standing){ .phase = clock->phase,
	    .suspended_left = clock->suspended_left,
	    .expected = c->expected != NULL && c->expected[state] };
	for (size_t p = 0; p < c->n; p++) {
		const struct dt_chain_seat *s = &c->seats[key[p + 1]];
		if (s->party)
			standing->parties |= dt_move_bit(c->order[p]);
		if (c->order[p] == agent) {
			standing->party = s->party;
			standing->notified = s->notified;
			standing->many = c->cut && s->party &&
			    s->strikes >= c->strikes_most;
			standing->strikes = s->strikes;
			standing->notice_left = s->notice_left;
		} else if (s->party && s->strikes > standing->others) {
			standing->others = s->strikes;
		}
	}
}

const double *
dt_chain_start(const struct dt_chain *c, size_t *n)
{
	*n = c->started;
	return c->start;
}
