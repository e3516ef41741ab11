/*
 * chain_clock: the treaty's part of a state: its phase and what counts down.
 * Kept only while it can matter: age up to the end of grace, the round as long
 * as somebody is still to sign. Who has left follows from the rest: whoever
 * was to sign by now and is no party of a treaty that runs.
 */
#include "engine/chain_internal.h"

static bool
runs(enum dt_phase phase)
{
	return phase == DT_PHASE_IN_FORCE || phase == DT_PHASE_SUSPENDED;
}

static struct dt_chain_clock
simplest(const struct dt_chain *c, const struct dt_regime *r, int64_t round)
{
	const struct dt_terms *t = &c->model->terms;
	struct dt_chain_clock k = { .phase = r->phase };
	if ((runs(r->phase) || r->phase == DT_PHASE_OPEN) &&
	    round < c->last_joins)
		k.round = round;
	if (r->phase == DT_PHASE_OPEN)
		k.delay_left = r->delay_left;
	if (!runs(r->phase))
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
number_of(struct dt_chain *c, struct dt_chain_clock k)
{
	uint32_t key[DT_CHAIN_CLOCK_WORDS] = {
		(uint32_t)k.phase, (uint32_t)k.delay_left,
		(uint32_t)k.suspended_left, (uint32_t)k.rounds_left,
		(uint32_t)k.renewals_left, (uint32_t)k.age, (uint32_t)k.round,
		(uint32_t)k.lead, k.over
	};
	size_t known = c->clock_index.n;
	/* before it has a number, which nobody takes back */
	if (!dt_memory_reserve(&c->clocks, &c->clock_room, known + 1,
	    sizeof(*c->clocks)))
		return DT_CHAIN_NONE;
	uint32_t id = dt_index_of(&c->clock_index, key);
	if (id == known)
		c->clocks[id] = k;
	return id;
}

uint32_t
dt_chain_clock_of(struct dt_chain *c, const struct dt_regime *regime,
    int64_t round)
{
	return number_of(c, simplest(c, regime, round));
}

uint32_t
dt_chain_clock_lead(struct dt_chain *c, int64_t lead, bool over)
{
	struct dt_chain_clock k = { .phase = DT_PHASE_NONE, .lead = lead,
		.over = over };
	return number_of(c, k);
}

/* The round of a state, or any after the last signature. */
int64_t
dt_chain_clock_round(const struct dt_chain_draw *d)
{
	return d->clock.round != 0 ? d->clock.round : d->chain->last_joins + 1;
}

static void
seat_agent(const struct dt_chain_draw *d, const struct dt_chain_seat *s,
    size_t agent, struct dt_regime *r)
{
	int64_t joins = d->chain->model->terms.joins[agent];
	uint64_t bit = dt_move_bit(agent);
	if (!s->party) {
		if (runs(d->clock.phase) && joins != 0 &&
		    joins <= dt_chain_clock_round(d))
			r->left |= bit;
		return;
	}
	r->parties |= bit;
	if (s->notified)
		r->notified |= bit;
	r->notice_left[agent] = s->notice_left;
	r->strikes[agent] = s->strikes;
	r->clean[agent] = s->clean;
	r->bond[agent] = s->bond;
}

/* The regime that a state's clock and such pieces stand for. What is of
 * agents that are no parties is never looked at, and left as it is. */
void
dt_chain_clock_regime(const struct dt_chain_draw *d,
    const struct dt_chain_piece *pieces, size_t n, struct dt_regime *r)
{
	const struct dt_chain *c = d->chain;
	r->phase = d->clock.phase;
	r->ending = DT_ENDING_NONE;
	r->parties = r->left = r->notified = 0;
	r->delay_left = d->clock.delay_left;
	r->suspended_left = d->clock.suspended_left;
	r->rounds_left = d->clock.rounds_left;
	r->renewals_left = d->clock.renewals_left;
	r->age = d->clock.age;
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < pieces[i].count; k++)
			seat_agent(d, &c->seats[pieces[i].seat],
			    c->order[pieces[i].place + k], r);
}
