/*
 * chain_seat: an agent's part of a state: where its strategy and its standing
 * under the treaty are. Seats that cannot be told apart any more are made
 * the same, exactly:
 *
 *   strikes  count up to the least number s from which on the response is one
 *            and the same. A finding adds one first, so s - 1 stands for more
 *            as long as nothing takes strikes away; if something may, they
 *            have no end. With s of 1 they do not matter at all. A limit on
 *            them makes the most of them stand for the limit of many, from
 *            which nothing is ever taken (chain_cut).
 *   clean    rounds matter to one with strikes, modulo forgive_after; a
 *            finding, which is how strikes come, sets them to 0.
 *   bond     matters if a rung takes of it, and not below 2^-60 of the whole,
 *            which is beyond what a payoff can show.
 *
 * What a response does is not told again here: it is regime.c that is asked,
 * with terms whose coins all fail, and all come up.
 */
#include "engine/chain_internal.h"

#include <gsl/gsl_math.h>
#include <string.h>

#include "base/memory.h"

static bool
make_sure(struct dt_chain *c, int side)
{
	const struct dt_terms *t = &c->model->terms;
	c->walk.rungs[side] = dt_memory_new(t->n_rungs + 1,
	    sizeof(*c->walk.rungs[side]));
	if (c->walk.rungs[side] == NULL)
		return false;
	c->walk.sure[side] = dt_terms_sure(t, side, c->walk.rungs[side]);
	return true;
}

bool
dt_chain_seat_start(struct dt_chain *c)
{
	const struct dt_terms *t = &c->model->terms;
	c->treaty = t->exists;
	if (!c->treaty)
		return true;
	c->strikes_most = dt_terms_strikes_most(t);
	c->cut = c->strikes_most < 0 && c->limits.strikes > 0;
	if (c->cut)
		c->strikes_most = GSL_MAX(c->limits.strikes,
		    t->rungs[t->n_rungs - 1].strikes);
	c->cleans = c->strikes_most != 0 && t->forgive_after > 0 &&
	    t->forgive != UINT64_MAX;
	for (size_t i = 0; i < t->n_rungs; i++)
		c->bonds = c->bonds || (t->rungs[i].bond > 0 && t->bond > 0);
	for (size_t i = 0; i < c->n; i++)
		if (t->joins[i] > c->last_joins)
			c->last_joins = t->joins[i];
	return make_sure(c, 0) && make_sure(c, 1);
}

static void
simplify(const struct dt_chain *c, struct dt_chain_seat *s)
{
	const struct dt_terms *t = &c->model->terms;
	if (!s->party)
		*s = (struct dt_chain_seat){ .class = s->class,
		    .state = s->state };
	if (!s->notified)
		s->notice_left = 0;
	if (c->strikes_most >= 0 && s->strikes > c->strikes_most)
		s->strikes = c->strikes_most;
	s->clean = c->cleans && s->strikes > 0 ?
	    s->clean % t->forgive_after : 0;
	if (!c->bonds || s->bond < t->bond * 0x1p-60)
		s->bond = 0;
}

uint32_t
dt_chain_seat_of(struct dt_chain *c, const struct dt_chain_seat *seat)
{
	struct dt_chain_seat s = *seat;
	uint32_t key[DT_CHAIN_SEAT_WORDS];
	simplify(c, &s);
	key[0] = s.class << 16 | s.state;
	key[1] = (uint32_t)s.party | (uint32_t)s.notified << 1;
	key[2] = (uint32_t)s.notice_left;
	key[3] = (uint32_t)s.strikes;
	key[4] = (uint32_t)s.clean;
	memcpy(&key[5], &s.bond, sizeof(s.bond));
	size_t known = c->seat_index.n;
	/* before it has a number, which nobody takes back */
	if (!dt_memory_reserve(&c->seats, &c->seat_room, known + 1,
	    sizeof(*c->seats)))
		return DT_CHAIN_NONE;
	uint32_t id = dt_index_of(&c->seat_index, key);
	if (id == known)
		c->seats[id] = s;
	return id;
}

/* A treaty of one party, in force, as regime.c has it. */
static struct dt_regime
alone(const struct dt_chain_seat *s)
{
	struct dt_regime r = { .phase = DT_PHASE_IN_FORCE, .parties = s->party,
	    .notified = s->notified };
	r.notice_left[0] = s->notice_left;
	r.strikes[0] = s->strikes;
	r.clean[0] = s->clean;
	r.bond[0] = s->bond;
	return r;
}

static void
respond(struct dt_chain *c, const struct dt_chain_seat *seat, bool found,
    int side, struct dt_chain_response *out)
{
	struct dt_regime r = alone(seat);
	double fines[DT_AGENTS_MOST] = { 0 };
	dt_regime_respond(&r, &c->walk.sure[side], found, NULL, fines);
	out->end[side] = r.phase == DT_PHASE_ENDED;
	out->suspend[side] = r.phase == DT_PHASE_SUSPENDED ?
	    r.suspended_left : 0;
	out->fine[side] = fines[0];
	struct dt_chain_seat next = { .class = seat->class,
	    .state = seat->state, .party = r.parties & 1,
	    .notified = r.notified & 1, .notice_left = r.notice_left[0],
	    .strikes = r.strikes[0], .clean = r.clean[0], .bond = r.bond[0] };
	if (c->cut && seat->strikes >= c->strikes_most) {
		next.strikes = seat->strikes;
		next.clean = 0;
	}
	out->seat[side] = dt_chain_seat_of(c, &next);
}

static double
coin(const struct dt_terms *t, const struct dt_chain_seat *s, bool found)
{
	if (!found)
		return dt_random_chance(t->forgive);
	const struct dt_terms_rung *rung = dt_terms_rung(t, s->strikes + 1);
	return rung == NULL ? 0 : dt_random_chance(rung->chance);
}

static bool
same_sides(const struct dt_chain_response *r)
{
	return r->seat[0] == r->seat[1] && r->suspend[0] == r->suspend[1] &&
	    r->end[0] == r->end[1] && r->fine[0] == r->fine[1];
}

const struct dt_chain_response *
dt_chain_seat_respond(struct dt_chain *c, uint32_t id, bool found)
{
	struct dt_chain_walk *w = &c->walk;
	size_t at = (size_t)id * 2 + found, known = w->response_room;
	if (!dt_memory_reserve(&w->responses, &w->response_room, at + 1,
	    sizeof(*w->responses)))
		return NULL;
	memset(w->responses + known, 0,
	    (w->response_room - known) * sizeof(*w->responses));
	if (w->responses[at].known)
		return &w->responses[at];
	struct dt_chain_seat seat = c->seats[id];
	struct dt_chain_response r = { .known = true,
	    .chance = coin(&c->model->terms, &seat, found) };
	respond(c, &seat, found, 0, &r);
	respond(c, &seat, found, 1, &r);
	if (r.seat[0] == DT_CHAIN_NONE || r.seat[1] == DT_CHAIN_NONE)
		return NULL;
	if (same_sides(&r))
		r.chance = 1;
	w->responses[at] = r;
	return &w->responses[at];
}

uint32_t
dt_chain_seat_enter(struct dt_chain *c, const struct dt_chain_seat *seat,
    uint32_t state)
{
	struct dt_chain_seat next = *seat;
	next.state = state;
	if (next.party && dt_chain_automaton(c, seat->class)->withdraws[state]) {
		struct dt_regime r = alone(seat);
		dt_regime_notice(&r, &c->model->terms, 0);
		next.notified = r.notified & 1;
		next.notice_left = r.notice_left[0];
	}
	return dt_chain_seat_of(c, &next);
}
