/* lanes_strategy: how strategies start, move and turn; see lanes_rules.h. */
#include <string.h>

#include "lanes/lanes_rules.h"

static bool
same_lottery(const struct dt_lanes_lottery *x, const struct dt_lanes_lottery *y)
{
	if (x->cuts != y->cuts)
		return false;
	for (size_t k = 0; k < x->cuts; k++)
		if (x->tickets[k].below != y->tickets[k].below ||
		    x->tickets[k].state != y->tickets[k].state)
			return false;
	return x->tickets[x->cuts].state == y->tickets[x->cuts].state;
}

/* Lotteries alike are one. */
static void
find_lotteries(struct dt_lanes_rules *r)
{
	size_t n = r->a->n_lotteries;
	r->lotteries = dt_arena_new(r->d->c.arena, n, sizeof(*r->lotteries));
	r->which = dt_arena_new(r->d->c.arena, n, sizeof(*r->which));
	if (r->lotteries == NULL || r->which == NULL)
		r->d->c.failed = true;
	for (size_t i = 0; !r->d->c.failed && i < n; i++) {
		struct dt_lanes_lottery one = { 0, r->a->lotteries[i].tickets };
		while (one.tickets[one.cuts].below != UINT64_MAX)
			one.cuts++;
		size_t k = 0;
		while (k < r->n_lotteries &&
		    !same_lottery(&one, &r->lotteries[k]))
			k++;
		if (k == r->n_lotteries)
			r->lotteries[r->n_lotteries++] = one;
		r->which[i] = (uint16_t)k;
	}
}

/* The lanes whose word falls below the k-th cut of their lottery. One without
 * cuts draws a word all the same, as in the reference. */
static uint32_t
toss_cut(struct dt_lanes_rules *r, const uint32_t *plays, size_t k, bool more,
    enum dt_purpose purpose)
{
	struct dt_lanes_toss toss = { .always = DT_LANES_NO };
	for (size_t l = 0; l < r->n_lotteries; l++) {
		const struct dt_lanes_lottery *one = &r->lotteries[l];
		if (k < one->cuts || k == 0)
			dt_lanes_offer_word(&r->d->c, &toss, one->cuts == 0 ?
			    0 : one->tickets[k].below, plays[l]);
	}
	return dt_lanes_toss(&r->d->c, &toss, purpose, k == 0 && more, k > 0);
}

/* Adds to the digits of the next state what the lotteries give. */
static void
draw(struct dt_lanes_rules *r, const uint32_t *plays, uint32_t *next,
    enum dt_purpose purpose)
{
	struct dt_lanes_circuit *c = &r->d->c;
	uint32_t beyond = DT_LANES_YES;
	size_t cuts = 1;
	for (size_t l = 0; l < r->n_lotteries; l++)
		if (plays[l] != DT_LANES_NO && r->lotteries[l].cuts > cuts)
			cuts = r->lotteries[l].cuts;
	for (size_t k = 0; k <= cuts && r->n_lotteries > 0; k++) {
		uint32_t below = k == cuts ? DT_LANES_YES :
		    toss_cut(r, plays, k, cuts > 1, purpose);
		uint32_t here = dt_lanes_and(c, beyond, below);
		for (size_t l = 0; l < r->n_lotteries; l++) {
			const struct dt_lanes_lottery *one = &r->lotteries[l];
			size_t ticket = k < one->cuts ? k : one->cuts;
			uint32_t lanes = dt_lanes_and(c, plays[l], here);
			for (size_t i = 0; i < r->agent->digits; i++)
				if (one->tickets[ticket].state >> i & 1)
					next[i] = dt_lanes_or(c, next[i],
					    lanes);
		}
		beyond = dt_lanes_and(c, beyond, dt_lanes_not(below));
	}
}

/* The next state's digits. */
static void
step(struct dt_lanes_rules *r, uint32_t *next, enum dt_purpose purpose)
{
	find_lotteries(r);
	uint32_t *plays = dt_arena_new(r->d->c.arena, r->n_lotteries + 1,
	    sizeof(*plays));
	r->d->c.failed |= plays == NULL;
	if (r->d->c.failed)
		return;
	for (size_t i = 0; i < r->agent->digits; i++)
		next[i] = dt_lanes_rules_ask(r, DT_LANES_TO_DIGIT, i);
	for (size_t l = 0; l < r->n_lotteries; l++)
		plays[l] = dt_lanes_rules_ask(r, DT_LANES_TO_LOTTERY, l);
	draw(r, plays, next, purpose);
}

static struct dt_lanes_rules
rules_of(struct dt_lanes_draft *d, size_t i)
{
	return (struct dt_lanes_rules){ .d = d, .agent = &d->agent[i],
	    .a = d->agent[i].automaton, .alarms = &d->all_alarms };
}

/* The view before round 1 is known: no alarms, and the phase of round 1. */
void
dt_lanes_strategy_start(struct dt_lanes_draft *d, size_t i)
{
	const struct dt_terms *t = &d->m->terms;
	struct dt_lanes_agent *agent = &d->agent[i];
	struct dt_lanes_rules r = rules_of(d, i);
	uint32_t first[DT_LANES_STATE_DIGITS] = { 0 };
	bool in_force = d->entry == 1;
	agent->digits = dt_lanes_digits(r.a->states - 1);
	r.starting = true;
	r.flag[2] = dt_lanes_constant(in_force && t->joins[i] != 0 &&
	    t->joins[i] <= 1);
	r.phase[!t->exists ? DT_PHASE_NONE : in_force ? DT_PHASE_IN_FORCE :
	    DT_PHASE_OPEN] = DT_LANES_YES;
	step(&r, first, DT_FOR_START);
	for (size_t k = 0; k < agent->digits; k++)
		agent->state[k] = dt_lanes_state(&d->c, first[k]);
	memcpy(agent->state_next, first, sizeof(first));
}

uint32_t
dt_lanes_strategy_choose(struct dt_lanes_draft *d, size_t i)
{
	struct dt_lanes_rules r = rules_of(d, i);
	struct dt_lanes_toss toss = { .always = DT_LANES_NO };
	for (size_t s = 0; s < r.a->states; s++) {
		bool some[DT_STRATEGY_STATES_MOST], first = true;
		for (size_t k = 0; k < r.a->states; k++) {
			some[k] = r.a->race[k] == r.a->race[s];
			first &= !(some[k] && k < s);
		}
		if (first)
			dt_lanes_offer(&d->c, &toss, r.a->race[s],
			    dt_lanes_rules_in(&r, some));
	}
	return dt_lanes_toss(&d->c, &toss, DT_FOR_PLAY, false, false);
}

void
dt_lanes_strategy_turn(struct dt_lanes_draft *d, size_t i,
    const struct dt_lanes_number *alarms, uint32_t own)
{
	struct dt_lanes_agent *agent = &d->agent[i];
	struct dt_lanes_rules r = rules_of(d, i);
	uint32_t next[DT_LANES_STATE_DIGITS] = { 0 };
	for (int p = 0; p < DT_PHASES; p++)
		r.phase[p] = d->phase_next[p];
	r.flag[0] = agent->finding;
	r.flag[1] = agent->executed;
	r.flag[2] = agent->party_next;
	r.alarms = alarms;
	r.own = own;
	step(&r, next, DT_FOR_TURN);
	for (size_t k = 0; k < agent->digits; k++)
		dt_lanes_next(&d->c, agent->state[k], next[k]);
	memcpy(agent->state_next, next, sizeof(next));
}

uint32_t
dt_lanes_strategy_withdraws(struct dt_lanes_draft *d, size_t i,
    const uint32_t *state)
{
	struct dt_lanes_rules r = rules_of(d, i);
	struct dt_lanes_agent moved = d->agent[i];
	memcpy(moved.state, state, sizeof(moved.state));
	r.agent = &moved;
	return dt_lanes_rules_in(&r, r.a->withdraws);
}
