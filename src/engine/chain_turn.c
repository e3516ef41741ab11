/*
 * chain_turn: from what happened in a round to the next states.
 *
 * Once the treaty's clock has struck, each agent steps by what it saw, all
 * independently: a piece has a hand of next seats with their chances, and
 * the hands are dealt out, to the agents of a piece as a multinomial.
 */
#include "engine/chain_internal.h"

#include "engine/sight.h"

#include <gsl/gsl_math.h>
#include <string.h>

/* Deals hand i from card k on, to the agents of its piece from `place` on. */
static void
deal(struct dt_chain_draw *d, const struct dt_chain_piece *piece, size_t n,
    size_t i, size_t k, size_t place, double chance)
{
	if (i == n) {
		dt_chain_arrive(d, chance);
		return;
	}
	const struct dt_chain_hand *hand = &d->hand[i];
	size_t left = (size_t)piece[i].place + piece[i].count - place;
	for (size_t take = k + 1 == hand->n ? left : 0; take <= left &&
	    !d->chain->walk.failed; take++) {
		double w = chance * dt_coins_ways(left, take) *
		    gsl_pow_uint(hand->chance[k], (unsigned)take);
		for (size_t j = 0; j < take; j++)
			d->next[1 + place + j] = hand->seat[k];
		if (take < left)
			deal(d, piece, n, i, k + 1, place + take, w);
		else
			deal(d, piece, n, i + 1, 0, place + take, w);
	}
}

/* Adds a step's states to the chances of the next. */
static void
add_step(const struct dt_automaton *a, size_t row, size_t view, double chance,
    double *next)
{
	size_t step = a->step[row * a->views + view];
	if (step < a->states) {
		next[step] += chance;
		return;
	}
	const struct dt_automaton_ticket *ticket =
	    a->lotteries[step - a->states].tickets;
	double before = 0;
	for (;; ticket++) {
		double below = dt_random_chance(ticket->below);
		next[ticket->state] += chance * (below - before);
		before = below;
		if (ticket->below == UINT64_MAX)
			return;
	}
}

/* An agent's seat as the regime has it, but for its strategy's state. */
static struct dt_chain_seat
seat_after(const struct dt_chain *c, const struct dt_regime *r, size_t place)
{
	size_t agent = c->order[place];
	struct dt_chain_seat s = { .class = c->class[place] };
	if (r == NULL || !dt_move_has(r->parties, agent))
		return s;
	s.party = true;
	s.notified = dt_move_has(r->notified, agent);
	s.notice_left = s.notified ? r->notice_left[agent] : 0;
	s.strikes = r->strikes[agent];
	s.clean = r->clean[agent];
	s.bond = r->bond[agent];
	return s;
}

static void
draw_hand(struct dt_chain_draw *d, const struct dt_chain_piece *piece,
    const struct dt_regime *r, enum dt_phase phase,
    struct dt_chain_hand *hand)
{
	struct dt_chain *c = d->chain;
	struct dt_chain_seat seat = seat_after(c, r, piece->place);
	const struct dt_automaton *a = dt_chain_automaton(c, seat.class);
	double next[DT_STRATEGY_STATES_MOST];
	memset(next, 0, a->states * sizeof(next[0]));
	size_t row = d->opening ? a->states : c->seats[piece->seat].state;
	size_t view = dt_view_index(c->n, 0, piece->found, piece->raced,
	    seat.party, phase);
	if (a->looks.n > 0) {
		struct dt_view_race race = dt_sight_lead(d->lead,
		    c->order[piece->place]);
		view = dt_sight_view(a, &race, view);
	}
	for (size_t k = 0; k <= d->sight_most[piece->sight]; k++)
		if (d->sight[piece->sight][k] > 0)
			add_step(a, row, view + k, d->sight[piece->sight][k],
			    next);
	hand->n = 0;
	for (uint32_t s = 0; s < a->states; s++) {
		if (!(next[s] > 0))
			continue;
		hand->chance[hand->n] = next[s];
		hand->seat[hand->n] = dt_chain_seat_enter(c, &seat, s);
		if (hand->seat[hand->n++] == DT_CHAIN_NONE)
			c->walk.failed = DT_ENOMEM;
	}
}

static void
deal_all(struct dt_chain_draw *d, const struct dt_chain_piece *pieces,
    size_t n, const struct dt_regime *r, enum dt_phase phase, double weight)
{
	d->chain->work += n;
	for (size_t i = 0; i < n; i++)
		draw_hand(d, &pieces[i], r, phase, &d->hand[i]);
	if (!d->chain->walk.failed)
		deal(d, pieces, n, 0, 0, 0, weight);
}

/* What the responses come to for all. */
static void
apply(const struct dt_chain_piece *pieces, size_t n, struct dt_regime *r)
{
	int64_t suspend = 0;
	bool end = false;
	for (size_t i = 0; i < n; i++) {
		end = end || pieces[i].end;
		if (pieces[i].suspend > suspend)
			suspend = pieces[i].suspend;
	}
	if (end) {
		r->phase = DT_PHASE_ENDED;
		r->parties = 0;
	} else if (suspend > 0) {
		r->phase = DT_PHASE_SUSPENDED;
		r->suspended_left = suspend;
	}
}

/* The treaty's clock strikes, its coin on one side. */
static void
strike(struct dt_chain_draw *d, const struct dt_chain_piece *pieces, size_t n,
    struct dt_regime *r, int side, double weight)
{
	struct dt_chain *c = d->chain;
	int64_t round = d->opening ? 1 : dt_chain_clock_round(d) + 1;
	dt_regime_clock(r, &c->walk.sure[side], round, NULL);
	d->next[0] = dt_chain_clock_of(c, r, round);
	if (d->next[0] == DT_CHAIN_NONE)
		c->walk.failed = DT_ENOMEM;
	deal_all(d, pieces, n, r, r->phase, weight);
}

static uint64_t
racers_of(const struct dt_chain *c, const struct dt_chain_piece *pieces,
    size_t n)
{
	uint64_t racers = 0;
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; pieces[i].raced && k < pieces[i].count; k++)
			racers |= dt_move_bit(c->order[pieces[i].place + k]);
	return racers;
}

static void
go_to(struct dt_chain_draw *d, const struct dt_chain_piece *pieces, size_t n,
    const struct dt_contest_outcome *o, double weight)
{
	struct dt_chain *c = d->chain;
	d->lead = o->ends ? 0 : o->lead;
	d->next[0] = dt_chain_clock_lead(c, d->lead, o->ends);
	if (d->next[0] == DT_CHAIN_NONE) {
		c->walk.failed = DT_ENOMEM;
	} else if (o->ends) {
		memset(d->next + 1, 0, c->n * sizeof(d->next[0]));
		dt_chain_arrive(d, weight);
	} else {
		deal_all(d, pieces, n, NULL, DT_PHASE_NONE, weight);
	}
}

/* Goes on to the states after each outcome of a race in few states. */
static void
race_on(struct dt_chain_draw *d,
    const struct dt_chain_piece *pieces, size_t n, double weight)
{
	struct dt_contest_outcome all[DT_CONTEST_OUTCOMES];
	size_t k = dt_contest_outcomes(&d->chain->model->contest,
	    d->clock.lead, racers_of(d->chain, pieces, n), all);
	for (size_t i = 0; i < k && !d->chain->walk.failed; i++)
		if (all[i].chance > 0)
			go_to(d, pieces, n, &all[i], weight * all[i].chance);
}

void
dt_chain_turn(struct dt_chain_draw *d, size_t level, double weight)
{
	struct dt_chain *c = d->chain;
	const struct dt_terms *t = &c->model->terms;
	const struct dt_chain_piece *pieces = d->piece[level];
	size_t n = d->pieces[level];
	struct dt_regime r;
	if (dt_chain_contest(c)) {
		race_on(d, pieces, n, weight);
		return;
	}
	if (!c->treaty) {
		d->next[0] = d->key[0];
		deal_all(d, pieces, n, NULL, DT_PHASE_NONE, weight);
		return;
	}
	dt_chain_clock_regime(d, pieces, n, &r);
	apply(pieces, n, &r);
	bool renews = t->rounds != 0 && r.rounds_left <= 1 &&
	    r.renewals_left > 0 && t->renewal != UINT64_MAX;
	double up = renews ? dt_random_chance(t->renewal) : 1;
	if (up < 1) {
		struct dt_regime other = r;
		strike(d, pieces, n, &other, 0, weight * (1 - up));
	}
	if (up > 0)
		strike(d, pieces, n, &r, 1, weight * up);
}

/* The first states. */
void
dt_chain_turn_start(struct dt_chain_draw *d)
{
	struct dt_chain *c = d->chain;
	struct dt_regime r;
	d->opening = true;
	d->pieces[4] = c->classes;
	for (size_t i = 0; i < c->classes; i++)
		d->piece[4][i] = (struct dt_chain_piece){
			.place = c->first[i],
			.count = (uint8_t)(c->first[i + 1] - c->first[i]),
		};
	d->sight[0][0] = 1;
	d->sight_most[0] = 0;
	dt_regime_start(&r, &c->model->terms);
	if (c->treaty) {
		strike(d, d->piece[4], c->classes, &r, 1, 1);
	} else {
		d->lead = c->model->contest.start;
		d->next[0] = dt_chain_contest(c) ?
		    dt_chain_clock_lead(c, d->lead, false) :
		    dt_chain_clock_of(c, &r, 1);
		if (d->next[0] == DT_CHAIN_NONE)
			c->walk.failed = DT_ENOMEM;
		deal_all(d, d->piece[4], c->classes, NULL, r.phase, 1);
	}
	d->opening = false;
}
