/* standing: see standing.h. */
#include "comply/standing.h"

#include <string.h>

#include "base/memory.h"

enum { WORDS = 6 };

/* Whether anything is taken of a deposit. */
static bool
has_bonds(const struct dt_terms *t)
{
	for (size_t i = 0; i < t->n_rungs; i++)
		if (t->rungs[i].bond > 0 && t->bond > 0)
			return true;
	return false;
}

/* Whether what one party is found to do bears on another. */
static bool
bears_on_others(const struct dt_terms *t)
{
	for (size_t i = 0; i < t->n_rungs; i++)
		if (t->rungs[i].suspend > 0 || t->rungs[i].expel ||
		    t->rungs[i].end)
			return true;
	return t->shared && t->n_rungs > 0;
}

bool
dt_standing_start(struct dt_standings *all, const struct dt_terms *t,
    const int64_t strikes_cut[2])
{
	int64_t most = dt_terms_strikes_most(t);
	*all = (struct dt_standings){ .terms = t, .cut = most < 0,
	    .rungs = dt_memory_new(2 * t->n_rungs + 1, sizeof(*all->rungs)),
	    .bonds = has_bonds(t), .others = bears_on_others(t) };
	if (!dt_index_start(&all->index, WORDS) || all->rungs == NULL)
		return false;
	for (int focal = 0; focal < 2; focal++)
		all->strikes_most[focal] = all->cut ? strikes_cut[focal] :
		    most;
	all->cleans = most != 0 && t->forgive_after > 0 &&
	    t->forgive != UINT64_MAX;
	for (int side = 0; side < 2; side++) {
		all->sure[side] = dt_terms_sure(t, side,
		    all->rungs + (size_t)side * t->n_rungs);
		all->sure[side].bond = 1;
	}
	/* Fines are asked of the terms at hand; here only what is forfeited. */
	for (size_t i = 0; i < 2 * t->n_rungs; i++)
		all->rungs[i].fine = 0;
	struct dt_standing none = { 0 }, out = { .out = true },
	    fresh = { .party = true, .bond = 1 },
	    focal = { .party = true, .bond = 1, .focal = true };
	return dt_standing_of(all, &none) == DT_STANDING_NONE &&
	    dt_standing_of(all, &out) == DT_STANDING_OUT &&
	    dt_standing_of(all, &fresh) == DT_STANDING_FRESH &&
	    dt_standing_of(all, &focal) == DT_STANDING_FOCAL;
}

void
dt_standing_free(struct dt_standings *all)
{
	dt_index_free(&all->index);
	dt_memory_free(all->rungs);
	dt_memory_free(all->of);
	dt_memory_free(all->responses);
	all->rungs = NULL;
	all->of = NULL;
	all->responses = NULL;
}

/* In its last round a party is answered once more, and never again: the fewest
 * strikes to which a finding brings the same response. */
static void
simplify_last(const struct dt_standings *all, struct dt_standing *s)
{
	const struct dt_terms_rung *rung = dt_terms_rung(all->terms,
	    s->strikes + 1);
	s->strikes = rung == NULL ? 0 : rung->strikes - 1;
	s->clean = 0;
}

static void
simplify(const struct dt_standings *all, struct dt_standing *s)
{
	if (!s->party)
		*s = (struct dt_standing){ .out = s->out };
	else
		s->out = false;
	if (!s->notified)
		s->notice_left = 0;
	int64_t most = s->focal || all->others ?
	    all->strikes_most[s->focal] : 0;
	if (s->strikes > most)
		s->strikes = most;
	s->clean = all->cleans && s->strikes > 0 ?
	    s->clean % all->terms->forgive_after : 0;
	if (dt_standing_leaves(s))
		simplify_last(all, s);
	bool bonds = all->bonds && (s->focal || all->terms->shared);
	if (s->party && (!bonds || s->bond < 0x1p-34))
		s->bond = bonds ? 0 : 1;
}

uint32_t
dt_standing_of(struct dt_standings *all, const struct dt_standing *standing)
{
	struct dt_standing s = *standing;
	uint32_t key[WORDS];
	simplify(all, &s);
	key[0] = (uint32_t)s.party | (uint32_t)s.notified << 1 |
	    (uint32_t)s.out << 2 | (uint32_t)s.focal << 3;
	key[1] = (uint32_t)s.notice_left;
	key[2] = (uint32_t)s.strikes;
	key[3] = (uint32_t)s.clean;
	memcpy(&key[4], &s.bond, sizeof(s.bond));
	size_t known = all->index.n;
	uint32_t id = dt_index_of(&all->index, key);
	if (id == DT_INDEX_NONE || !dt_memory_reserve(&all->of, &all->room,
	    all->index.n, sizeof(*all->of)))
		return DT_INDEX_NONE;
	if (id == known)
		all->of[id] = s;
	return id;
}

/* A treaty of one party, in force, as regime.c has it. */
static struct dt_regime
alone(const struct dt_standing *s)
{
	struct dt_regime r = { .phase = DT_PHASE_IN_FORCE, .parties = s->party,
	    .notified = s->notified };
	r.notice_left[0] = s->notice_left;
	r.strikes[0] = s->strikes;
	r.clean[0] = s->clean;
	r.bond[0] = s->bond;
	return r;
}

static struct dt_standing
after(const struct dt_regime *r, bool focal)
{
	return (struct dt_standing){ .party = r->parties & 1, .focal = focal,
	    .notified = r->notified & 1, .out = r->left & 1,
	    .notice_left = r->notice_left[0], .strikes = r->strikes[0],
	    .clean = r->clean[0], .bond = r->bond[0] };
}

static bool
respond(struct dt_standings *all, const struct dt_standing *s, bool found,
    int side, struct dt_standing_response *out)
{
	struct dt_regime r = alone(s);
	double forfeit[DT_AGENTS_MOST] = { 0 };
	dt_regime_respond(&r, &all->sure[side], found, NULL, forfeit);
	out->end[side] = r.phase == DT_PHASE_ENDED;
	out->suspend[side] = r.phase == DT_PHASE_SUSPENDED ?
	    r.suspended_left : 0;
	out->forfeit[side] = forfeit[0];
	struct dt_standing next = after(&r, s->focal);
	out->next[side] = dt_standing_of(all, &next);
	return out->next[side] != DT_INDEX_NONE;
}

static bool
same_sides(const struct dt_standing_response *r)
{
	return r->next[0] == r->next[1] && r->suspend[0] == r->suspend[1] &&
	    r->end[0] == r->end[1] && r->rung == NULL;
}

const struct dt_standing_response *
dt_standing_respond(struct dt_standings *all, uint32_t id, bool found)
{
	size_t at = (size_t)id * 2 + found, known = all->response_room;
	if (at < known && all->responses[at].known)
		return &all->responses[at];
	if (!dt_memory_reserve(&all->responses, &all->response_room, at + 1,
	    sizeof(*all->responses)))
		return NULL;
	memset(all->responses + known, 0, (all->response_room - known) *
	    sizeof(*all->responses));
	const struct dt_terms *t = all->terms;
	struct dt_standing s = all->of[id];
	struct dt_standing_response r = { .known = true,
	    .rung = found ? dt_terms_rung(t, s.strikes + 1) : NULL };
	r.chance = dt_random_chance(!found ? t->forgive : r.rung == NULL ? 0 :
	    r.rung->chance);
	if (!respond(all, &s, found, 0, &r) || !respond(all, &s, found, 1, &r))
		return NULL;
	if (same_sides(&r))
		r.chance = 1;
	all->responses[at] = r;
	return &all->responses[at];
}

uint32_t
dt_standing_tick(struct dt_standings *all, uint32_t id)
{
	struct dt_standing s = all->of[id];
	if (dt_standing_leaves(&s))
		return DT_STANDING_OUT;
	if (!s.party || !s.notified)
		return id;
	s.notice_left--;
	return dt_standing_of(all, &s);
}

uint32_t
dt_standing_notify(struct dt_standings *all, uint32_t id, int64_t notice_left)
{
	struct dt_standing s = all->of[id];
	s.notified = true;
	s.notice_left = notice_left;
	return dt_standing_of(all, &s);
}

uint32_t
dt_standing_last(struct dt_standings *all, uint32_t id)
{
	struct dt_standing s = all->of[id];
	simplify_last(all, &s);
	return dt_standing_of(all, &s);
}
