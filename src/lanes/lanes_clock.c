/* lanes_clock: the treaty's clock as a circuit; see lanes_treaty.c. */
#include <string.h>

#include "lanes/lanes_draft.h"

enum { SUMS_MOST = 1 << 16 };   /* of weights that are looked at */

struct weigher {
	struct dt_lanes_draft *d;       /* NULL: only count */
	const struct dt_terms *t;
	const uint32_t *set;
	size_t steps;
};

/* The sum of the weights of the agents from i on, as dt_terms_suffice sums. */
static double
with_all(const struct dt_terms *t, size_t i, double sum)
{
	for (; i < t->n; i++)
		if (t->joins[i] != 0)
			sum += t->weight[i];
	return sum;
}

/* Agent by agent, with the sum so far, until the rest does not matter. */
static uint32_t
weigh(struct weigher *w, size_t i, double sum)
{
	double enough = w->t->entry_weight - 1e-12;
	if (sum >= enough)
		return DT_LANES_YES;
	if (++w->steps > SUMS_MOST || with_all(w->t, i, sum) < enough)
		return DT_LANES_NO;
	uint32_t without = weigh(w, i + 1, sum);
	if (w->t->joins[i] == 0)
		return without;
	uint32_t with = weigh(w, i + 1, sum + w->t->weight[i]);
	return w->d == NULL ? DT_LANES_NO :
	    dt_lanes_mux(&w->d->c, w->set[i], with, without);
}

bool
dt_lanes_treaty_weighs(const struct dt_model *m)
{
	struct weigher w = { .t = &m->terms };
	if (!m->terms.exists || !m->terms.lapses)
		return true;
	weigh(&w, 0, 0);
	return w.steps <= SUMS_MOST;
}

/* Where a set of agents meets the conditions of entry. */
static uint32_t
suffice(struct dt_lanes_draft *d, const uint32_t *set)
{
	const struct dt_terms *t = &d->m->terms;
	struct weigher w = { .d = d, .t = t, .set = set };
	struct dt_lanes_number count = dt_lanes_sum(&d->c, set, t->n);
	uint32_t all = dt_lanes_at_least(&d->c, &count,
	    t->entry_parties > 1 ? t->entry_parties : 1);
	for (size_t i = 0; i < t->n; i++)
		if (dt_move_has(t->entry_states, i))
			all = dt_lanes_and(&d->c, all, set[i]);
	return dt_lanes_and(&d->c, all, weigh(&w, 0, 0));
}

/* Who has given notice leaves when it has run out. */
static void
count_notices(struct dt_lanes_draft *d, struct dt_lanes_agent *a)
{
	struct dt_lanes_circuit *c = &d->c;
	if (!a->may_notify)
		return;
	uint32_t out = dt_lanes_and(c, a->notified,
	    dt_lanes_equals(c, &a->notice, 0));
	a->gone_next = dt_lanes_or(c, a->gone_next, out);
}

/* Sunset falls in rounds that are known; what is not is whether the treaty
 * is renewed. Where it ends. */
static uint32_t
sunset(struct dt_lanes_draft *d, uint32_t runs)
{
	const struct dt_terms *t = &d->m->terms;
	struct dt_lanes_circuit *c = &d->c;
	struct dt_lanes_toss toss = { .always = DT_LANES_NO };
	if (t->rounds == 0)
		return DT_LANES_NO;
	int64_t first = d->entry + t->rounds;
	uint32_t due = t->renewals == 0 ? DT_LANES_NO : dt_lanes_tick(c,
	    (struct dt_lanes_tick){ first, t->renewal_rounds, t->renewals,
	    true });
	uint32_t last = dt_lanes_tick(c, (struct dt_lanes_tick){
	    first + t->renewals * t->renewal_rounds, 1, 1, true });
	due = dt_lanes_and(c, due, runs);
	dt_lanes_offer(c, &toss, t->renewal, due);
	uint32_t renewed = dt_lanes_toss(c, &toss, DT_FOR_TREATY, false,
	    false);
	return dt_lanes_or(c, dt_lanes_and(c, last, runs),
	    dt_lanes_and(c, due, dt_lanes_not(renewed)));
}

/* Why it ended, as the digits of enum dt_regime_ending. Noted while the run
 * goes on: lanes that are over play on unseen. */
static void
note_ending(struct dt_lanes_draft *d, uint32_t evening, uint32_t lapse,
    uint32_t deserted)
{
	struct dt_lanes_circuit *c = &d->c;
	uint32_t ending[3] = { dt_lanes_or(c, d->response, lapse),
	    dt_lanes_or(c, evening, lapse), deserted };
	uint32_t seen = d->ended;
	if (d->may_end && d->alive != DT_LANES_YES) {
		seen = dt_lanes_state(c, DT_LANES_NO);
		dt_lanes_next(c, seen, dt_lanes_or(c, seen,
		    dt_lanes_and(c, d->alive, d->ended_next)));
	}
	d->p->ended = seen;
	for (int i = 0; i < 3; i++) {
		d->p->reason[i] = DT_LANES_NO;
		if (!d->tallies || ending[i] == DT_LANES_NO)
			continue;
		uint32_t reason = dt_lanes_state(c, DT_LANES_NO);
		dt_lanes_next(c, reason, dt_lanes_or(c, reason,
		    dt_lanes_and(c, ending[i], d->alive)));
		d->p->reason[i] = reason;
	}
}

/* Ends a treaty that runs, if it does. */
static void
run_on(struct dt_lanes_draft *d, const uint32_t *parties)
{
	const struct dt_terms *t = &d->m->terms;
	struct dt_lanes_circuit *c = &d->c;
	uint32_t runs = dt_lanes_and(c, d->entered,
	    dt_lanes_not(d->ended_next));
	uint32_t any = DT_LANES_NO, lapse = DT_LANES_NO;
	for (size_t i = 0; i < t->n; i++)
		any = dt_lanes_or(c, any, parties[i]);
	uint32_t deserted = dt_lanes_and(c, runs, dt_lanes_not(any));
	runs = dt_lanes_and(c, runs, any);
	if (t->lapses && d->may_leave)
		lapse = dt_lanes_and(c, runs,
		    dt_lanes_not(suffice(d, parties)));
	runs = dt_lanes_and(c, runs, dt_lanes_not(lapse));
	uint32_t evening = sunset(d, runs);
	uint32_t ends = dt_lanes_or(c, dt_lanes_or(c, deserted, lapse),
	    evening);
	d->ended_next = dt_lanes_or(c, d->ended_next, ends);
	note_ending(d, evening, lapse, deserted);
}

static void
count_suspension(struct dt_lanes_draft *d)
{
	struct dt_lanes_circuit *c = &d->c;
	if (!d->may_suspend)
		return;
	uint32_t over = dt_lanes_equals(c, &d->rest_next, 0);
	d->resting_next = dt_lanes_and(c, d->resting_next,
	    dt_lanes_not(over));
	d->rest_next = dt_lanes_move(c, &d->rest_next, DT_LANES_NO,
	    DT_LANES_YES);
	dt_lanes_next(c, d->resting, d->resting_next);
	dt_lanes_number_next(c, &d->rest, &d->rest_next);
}

/* What everybody knows of the round to come. */
static void
announce(struct dt_lanes_draft *d, const uint32_t *parties)
{
	struct dt_lanes_circuit *c = &d->c;
	uint32_t entered = d->entry == INT64_MAX ? DT_LANES_NO :
	    dt_lanes_from(c, d->entry, true);
	uint32_t live = dt_lanes_and(c, entered, dt_lanes_not(d->ended_next));
	bool exists = d->m->terms.exists;
	memset(d->phase_next, 0, sizeof(d->phase_next));
	d->phase_next[DT_PHASE_NONE] = dt_lanes_constant(!exists);
	d->phase_next[DT_PHASE_OPEN] = dt_lanes_and(c,
	    dt_lanes_constant(exists), dt_lanes_not(entered));
	d->phase_next[DT_PHASE_IN_FORCE] = dt_lanes_and(c, live,
	    dt_lanes_not(d->resting_next));
	d->phase_next[DT_PHASE_SUSPENDED] = dt_lanes_and(c, live,
	    d->resting_next);
	d->phase_next[DT_PHASE_ENDED] = dt_lanes_and(c, entered,
	    d->ended_next);
	for (size_t i = 0; i < d->m->n; i++)
		d->agent[i].party_next = dt_lanes_and(c, live, parties[i]);
}

void
dt_lanes_treaty_clock(struct dt_lanes_draft *d)
{
	struct dt_lanes_circuit *c = &d->c;
	uint32_t parties[DT_AGENTS_MOST];
	bool ever = d->entry != INT64_MAX;
	for (size_t i = 0; i < d->m->n; i++) {
		struct dt_lanes_agent *a = &d->agent[i];
		count_notices(d, a);
		parties[i] = dt_lanes_and(c,
		    dt_lanes_treaty_joined(d, i, true),
		    dt_lanes_not(a->gone_next));
		if (a->may_leave)
			dt_lanes_next(c, a->gone, a->gone_next);
		if (ever)
			dt_lanes_number_next(c, &a->strikes,
			    &a->strikes_next);
	}
	if (ever) {
		run_on(d, parties);
		count_suspension(d);
	}
	if (d->may_end && ever)
		dt_lanes_next(c, d->ended, d->ended_next);
	announce(d, parties);
}

void
dt_lanes_treaty_notice(struct dt_lanes_draft *d, size_t i, uint32_t withdraws)
{
	struct dt_lanes_agent *a = &d->agent[i];
	struct dt_lanes_circuit *c = &d->c;
	uint32_t still = dt_lanes_and(c, a->notified,
	    dt_lanes_not(a->gone_next));
	uint32_t gives = dt_lanes_and(c, dt_lanes_and(c, withdraws,
	    a->party_next), dt_lanes_not(still));
	struct dt_lanes_number left = dt_lanes_move(c, &a->notice,
	    DT_LANES_NO, DT_LANES_YES);
	left = dt_lanes_put(c, gives, (uint64_t)d->m->terms.notice, &left);
	dt_lanes_next(c, a->notified, dt_lanes_or(c, still, gives));
	dt_lanes_number_next(c, &a->notice, &left);
}
