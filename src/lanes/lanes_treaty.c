/*
 * lanes_treaty: regime.c as a circuit: phases, parties, and the response. Its
 * clock is in lanes_clock.c.
 *
 * A party leaves once and for good, and signatures depend on the round alone.
 * So who is a party is who has signed and is not gone, while the treaty lives.
 */
#include "lanes/lanes_draft.h"

/* The round of entry: conditions once met stay met, as nobody can leave a
 * treaty that is not in force. */
static int64_t
find_entry(const struct dt_terms *t)
{
	int64_t first = INT64_MAX;
	for (size_t k = 0; t->exists && k < t->n; k++) {
		int64_t round = t->joins[k] > 1 ? t->joins[k] : 1;
		uint64_t set = 0;
		for (size_t i = 0; i < t->n; i++)
			if (t->joins[i] != 0 && t->joins[i] <= round)
				set |= dt_move_bit(i);
		if (round < first && dt_terms_suffice(t, set))
			first = round;
	}
	return first == INT64_MAX ? first : first + t->delay;
}

static bool
withdraws(const struct dt_automaton *a)
{
	for (size_t s = 0; s < a->states; s++)
		if (a->withdraws[s])
			return true;
	return false;
}

/* What can happen at all. */
static void
find_out(struct dt_lanes_draft *d)
{
	const struct dt_terms *t = &d->m->terms;
	bool expels = false;
	d->forgives = t->forgive_after > 0 || t->forgive != 0;
	d->may_end = t->rounds > 0;
	for (size_t k = 0; k < t->n_rungs; k++) {
		expels |= t->rungs[k].expel;
		d->may_end |= t->rungs[k].end;
		d->may_suspend |= t->rungs[k].suspend > 0;
	}
	for (size_t i = 0; i < d->m->n; i++) {
		struct dt_lanes_agent *a = &d->agent[i];
		bool ever = d->entry != INT64_MAX && t->joins[i] != 0;
		a->may_notify = ever && t->may_withdraw &&
		    withdraws(a->automaton);
		a->may_leave = a->may_notify || (ever && expels);
		d->may_leave |= a->may_leave;
	}
	d->may_end |= d->may_leave;
}

static int64_t
longest_rest(const struct dt_terms *t)
{
	int64_t longest = 0;
	for (size_t k = 0; k < t->n_rungs; k++)
		if (t->rungs[k].suspend > longest)
			longest = t->rungs[k].suspend;
	return longest;
}

/* The most strikes that can be: where none is forgiven, those beyond the last
 * rung change nothing; a rung that is sure to expel or to end lets no one
 * pass; and there is one a round at most. A run without horizon is longer
 * than is reckoned with here with a chance below 2^-64. */
static int64_t
most_strikes(const struct dt_lanes_draft *d)
{
	const struct dt_terms *t = &d->m->terms;
	double rounds = d->m->rounds > 0 ? (double)d->m->rounds :
	    45 / (1 - d->m->continuation_chance) + 1;
	int64_t most = rounds < 1e9 ? (int64_t)rounds : 1 << 30;
	if (!d->forgives && t->rungs[t->n_rungs - 1].strikes < most)
		most = t->rungs[t->n_rungs - 1].strikes;
	for (size_t k = 0; k < t->n_rungs; k++)
		if ((t->rungs[k].expel || t->rungs[k].end) &&
		    t->rungs[k].chance == UINT64_MAX &&
		    t->rungs[k].strikes < most)
			most = t->rungs[k].strikes;
	return most;
}

/* Without a ladder strikes matter only to who is asked to be forgiven. */
static size_t
strike_digits(const struct dt_lanes_draft *d)
{
	const struct dt_terms *t = &d->m->terms;
	bool tossed = t->forgive != 0 && t->forgive != UINT64_MAX;
	if (t->n_rungs == 0 && !tossed)
		return 0;
	return dt_lanes_digits((uint64_t)most_strikes(d));
}

static void
start_agent(struct dt_lanes_draft *d, struct dt_lanes_agent *a)
{
	const struct dt_terms *t = &d->m->terms;
	struct dt_lanes_circuit *c = &d->c;
	if (a->may_leave)
		a->gone = dt_lanes_state(c, DT_LANES_NO);
	if (a->may_notify) {
		a->notified = dt_lanes_state(c, DT_LANES_NO);
		a->notice = dt_lanes_number_new(c,
		    dt_lanes_digits((uint64_t)t->notice));
	}
	a->strikes = dt_lanes_number_new(c, strike_digits(d));
	if (a->strikes.n > 0 && t->forgive_after > 0)
		a->clean = dt_lanes_number_new(c,
		    dt_lanes_digits((uint64_t)t->forgive_after - 1));
	a->fired = dt_arena_new(c->arena, t->n_rungs, sizeof(*a->fired));
	c->failed |= a->fired == NULL;
}

void
dt_lanes_treaty_start(struct dt_lanes_draft *d)
{
	const struct dt_terms *t = &d->m->terms;
	d->entry = d->p->entry = find_entry(t);
	find_out(d);
	if (d->entry == INT64_MAX)
		return;
	if (d->may_end)
		d->ended = dt_lanes_state(&d->c, DT_LANES_NO);
	if (d->may_suspend) {
		d->resting = dt_lanes_state(&d->c, DT_LANES_NO);
		d->rest = dt_lanes_number_new(&d->c,
		    dt_lanes_digits((uint64_t)longest_rest(t)));
	}
	for (size_t i = 0; i < d->m->n; i++)
		if (t->joins[i] != 0)
			start_agent(d, &d->agent[i]);
}

/* Whether it has signed; who signs before entry is no party before it. */
uint32_t
dt_lanes_treaty_joined(struct dt_lanes_draft *d, size_t i, bool ahead)
{
	const struct dt_terms *t = &d->m->terms;
	if (d->entry == INT64_MAX || t->joins[i] == 0)
		return DT_LANES_NO;
	return t->joins[i] <= d->entry ? DT_LANES_YES :
	    dt_lanes_from(&d->c, t->joins[i], ahead);
}

void
dt_lanes_treaty_open(struct dt_lanes_draft *d)
{
	struct dt_lanes_circuit *c = &d->c;
	bool ever = d->entry != INT64_MAX;
	d->entered = ever ? dt_lanes_from(c, d->entry, false) : DT_LANES_NO;
	d->binding = ever ? dt_lanes_from(c, d->entry + d->m->terms.grace,
	    false) : DT_LANES_NO;
	d->live = dt_lanes_and(c, d->entered, dt_lanes_not(d->ended));
	d->suspended = dt_lanes_and(c, d->live, d->resting);
	d->in_force = dt_lanes_and(c, d->live, dt_lanes_not(d->resting));
	uint32_t binds = dt_lanes_and(c, d->in_force, d->binding);
	for (size_t i = 0; i < d->m->n; i++) {
		struct dt_lanes_agent *a = &d->agent[i];
		uint32_t signed_up = dt_lanes_and(c,
		    dt_lanes_treaty_joined(d, i, false),
		    dt_lanes_not(a->gone));
		a->party = dt_lanes_and(c, signed_up, d->live);
		a->covered = dt_lanes_and(c, signed_up, d->in_force);
		a->bound = dt_lanes_and(c, signed_up, binds);
		a->gone_next = a->gone;
		a->strikes_next = a->strikes;
	}
	d->ended_next = d->ended;
	d->resting_next = d->resting;
	d->rest_next = d->rest;
}

/* Clean rounds count modulo what takes a strike away; where that happens. */
static uint32_t
serve(struct dt_lanes_draft *d, struct dt_lanes_agent *a, uint32_t clean)
{
	int64_t after = d->m->terms.forgive_after;
	struct dt_lanes_circuit *c = &d->c;
	if (after == 0 || a->strikes.n == 0)
		return DT_LANES_NO;
	uint32_t served = dt_lanes_and(c, clean, dt_lanes_equals(c, &a->clean,
	    (uint64_t)after - 1));
	struct dt_lanes_number next =
	    dt_lanes_move(c, &a->clean, clean, DT_LANES_NO);
	next = dt_lanes_put(c, dt_lanes_or(c, served, a->finding), 0, &next);
	dt_lanes_number_next(c, &a->clean, &next);
	return served;
}

/* The rung for its strikes, where there is a finding, which is one more. */
static uint32_t
on_rung(struct dt_lanes_draft *d, struct dt_lanes_agent *a, size_t k)
{
	const struct dt_terms *t = &d->m->terms;
	struct dt_lanes_circuit *c = &d->c;
	uint32_t on = dt_lanes_and(c, a->finding, dt_lanes_at_least(c,
	    &a->strikes, (uint64_t)t->rungs[k].strikes - 1));
	if (k + 1 < t->n_rungs)
		on = dt_lanes_and(c, on, dt_lanes_not(dt_lanes_at_least(c,
		    &a->strikes, (uint64_t)t->rungs[k + 1].strikes - 1)));
	return on;
}

/* A party tosses for its response or for being forgiven, never for both. */
static void
judge(struct dt_lanes_draft *d, struct dt_lanes_agent *a)
{
	const struct dt_terms *t = &d->m->terms;
	struct dt_lanes_circuit *c = &d->c;
	struct dt_lanes_toss toss = { .always = DT_LANES_NO };
	uint32_t clean = dt_lanes_and(c, a->bound, dt_lanes_not(a->finding));
	uint32_t served = serve(d, a, clean), up = a->finding;
	uint32_t guilty = dt_lanes_at_least(c, &a->strikes, 1);
	if (!d->forgives && t->n_rungs > 0)
		up = dt_lanes_and(c, up, dt_lanes_not(dt_lanes_at_least(c,
		    &a->strikes, (uint64_t)t->rungs[t->n_rungs - 1].strikes)));
	for (size_t k = 0; k < t->n_rungs; k++) {
		a->fired[k] = on_rung(d, a, k);
		dt_lanes_offer(c, &toss, t->rungs[k].chance, a->fired[k]);
	}
	uint32_t pleads = dt_lanes_and(c, dt_lanes_and(c, clean, guilty),
	    dt_lanes_not(served));
	dt_lanes_offer(c, &toss, t->forgive, pleads);
	uint32_t hits = dt_lanes_toss(c, &toss, DT_FOR_TREATY, false, false);
	for (size_t k = 0; k < t->n_rungs; k++)
		a->fired[k] = dt_lanes_and(c, a->fired[k], hits);
	uint32_t down = dt_lanes_or(c, dt_lanes_and(c, served, guilty),
	    dt_lanes_and(c, pleads, hits));
	a->strikes_next = dt_lanes_move(c, &a->strikes, up, down);
}

/* Of several suspensions in one round the longest stands. */
static void
suspend(struct dt_lanes_draft *d, int64_t rounds)
{
	const struct dt_terms *t = &d->m->terms;
	uint32_t any = DT_LANES_NO;
	for (size_t i = 0; i < d->m->n; i++)
		for (size_t k = 0; t->joins[i] && k < t->n_rungs; k++)
			if (t->rungs[k].suspend == rounds)
				any = dt_lanes_or(&d->c, any,
				    d->agent[i].fired[k]);
	d->rest_next = dt_lanes_put(&d->c, any, (uint64_t)rounds,
	    &d->rest_next);
	d->resting_next = dt_lanes_or(&d->c, d->resting_next, any);
}

static void
suspend_all(struct dt_lanes_draft *d)
{
	const struct dt_terms *t = &d->m->terms;
	for (int64_t done = 0;;) {
		int64_t next = INT64_MAX;
		for (size_t k = 0; k < t->n_rungs; k++)
			if (t->rungs[k].suspend > done &&
			    t->rungs[k].suspend < next)
				next = t->rungs[k].suspend;
		if (next == INT64_MAX)
			return;
		suspend(d, done = next);
	}
}

void
dt_lanes_treaty_respond(struct dt_lanes_draft *d)
{
	const struct dt_terms *t = &d->m->terms;
	for (size_t i = 0; i < d->m->n; i++) {
		struct dt_lanes_agent *a = &d->agent[i];
		if (d->entry == INT64_MAX || t->joins[i] == 0)
			continue;
		judge(d, a);
		for (size_t k = 0; k < t->n_rungs; k++) {
			if (t->rungs[k].expel)
				a->gone_next = dt_lanes_or(&d->c,
				    a->gone_next, a->fired[k]);
			if (t->rungs[k].end)
				d->response = dt_lanes_or(&d->c, d->response,
				    a->fired[k]);
		}
	}
	if (d->entry != INT64_MAX)
		suspend_all(d);
	d->ended_next = dt_lanes_or(&d->c, d->ended, d->response);
}
