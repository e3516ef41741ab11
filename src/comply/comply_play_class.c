/*
 * comply_play_class: public states that have the same future, where what no
 * longer counts is left out, as in the exact engine; and those that look alike
 * to an agent, of which a few of each kind are kept. What tells kinds apart is
 * left out step by step, by level, where there are too many.
 */
#include "comply/comply_play_internal.h"

#include <string.h>

#include "base/memory.h"

static int64_t
least(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

/* A party's strikes, clean rounds, bond and notice. */
static bool
same_standing(const struct dt_comply_play_game *g, const struct dt_regime *a,
    const struct dt_regime *b, size_t i)
{
	const struct dt_terms *t = &g->model->terms;
	int64_t x = a->strikes[i], y = b->strikes[i];
	if (!g->forgives) {
		x = least(x, g->last_rung);
		y = least(y, g->last_rung);
	}
	if (x != y || a->bond[i] != b->bond[i])
		return false;
	if (t->forgive_after > 0 && a->clean[i] % t->forgive_after !=
	    b->clean[i] % t->forgive_after)
		return false;
	return !dt_move_has(a->notified, i) ||
	    a->notice_left[i] == b->notice_left[i];
}

static bool
same_regime(const struct dt_comply_play_game *g, const struct dt_regime *a,
    const struct dt_regime *b)
{
	const struct dt_terms *t = &g->model->terms;
	if (a->phase != b->phase)
		return false;
	if (a->phase == DT_PHASE_ENDED || a->phase == DT_PHASE_NONE)
		return true;
	if (a->phase == DT_PHASE_OPEN)
		return a->delay_left == b->delay_left;
	if (a->parties != b->parties || a->notified != b->notified ||
	    a->left != b->left || a->rounds_left != b->rounds_left ||
	    a->renewals_left != b->renewals_left ||
	    least(a->age, t->grace + 1) != least(b->age, t->grace + 1))
		return false;
	if (a->phase == DT_PHASE_SUSPENDED &&
	    a->suspended_left != b->suspended_left)
		return false;
	for (uint64_t set = a->parties; set != 0; set &= set - 1)
		if (!same_standing(g, a, b, dt_move_first(set)))
			return false;
	return true;
}

bool
dt_comply_play_same(const struct dt_comply_play_game *g,
    const struct dt_comply_play_state *a,
    const struct dt_comply_play_state *b)
{
	return same_regime(g, &a->regime, &b->regime) && (!g->reads ||
	    memcmp(a->state, b->state, g->model->n * sizeof(a->state[0])) == 0);
}

/* How much is told apart, by level. */
static const struct {
	int64_t strikes, others, idle;  /* strikes; of those not in force */
	int64_t suspended, notice, parties;
} coarse[DT_COMPLY_PLAY_LEVELS] = {
	{ 60, 60, 60, 30, 14, 64 },
	{ 60, 60, 3, 2, 1, 64 },
	{ 12, 12, 1, 1, 1, 2 },
	{ 3, 1, 0, 0, 0, 1 },
};

static void
stand(const struct dt_comply_play_game *g,
    const struct dt_comply_play_state *s, size_t agent,
    struct dt_chain_standing *w)
{
	const struct dt_regime *r = &s->regime;
	*w = (struct dt_chain_standing){ .phase = r->phase,
	    .party = dt_move_has(r->parties, agent),
	    .notified = dt_move_has(r->notified, agent),
	    .grace = r->phase == DT_PHASE_IN_FORCE &&
	    !dt_regime_binds(r, &g->model->terms),
	    .parties = r->parties, .expected = s->departed < 0 };
	if (r->phase == DT_PHASE_SUSPENDED)
		w->suspended_left = r->suspended_left;
	if (w->notified)
		w->notice_left = r->notice_left[agent];
	for (uint64_t set = r->parties; set != 0; set &= set - 1) {
		size_t i = dt_move_first(set);
		int64_t strikes = g->forgives ? r->strikes[i] :
		    least(r->strikes[i], g->last_rung);
		if (i == agent)
			w->strikes = strikes;
		else if (strikes > w->others)
			w->others = strikes;
	}
}

static uint64_t
pack(uint64_t key, int64_t x, int64_t most)
{
	return key * (uint64_t)(most + 1) + (uint64_t)least(x, most);
}

/* Rounds until the treaty runs out, or the game does. */
static int64_t
stage_of(int64_t left)
{
	return left <= 1 ? 0 : left <= DT_COMPLY_PLAY_LATE + 1 ? 1 : 2;
}

static enum dt_comply_play_notice
notice_of(const struct dt_comply_play_state *s, size_t agent)
{
	if (s->notifier < 0 || s->regime.phase == DT_PHASE_ENDED)
		return DT_COMPLY_PLAY_NOBODYS;
	if (s->notifier == (int)agent)
		return DT_COMPLY_PLAY_OWN;
	return dt_move_has(s->regime.notified, (size_t)s->notifier) ?
	    DT_COMPLY_PLAY_RUNS : DT_COMPLY_PLAY_GONE;
}

/* Rounds of the notice that runs, whosever it is: in its last ones others act
 * as if nothing were to follow. */
static int64_t
notice_left(const struct dt_comply_play_state *s)
{
	const struct dt_regime *r = &s->regime;
	return r->notified == 0 ? 0 :
	    r->notice_left[dt_move_first(r->notified)];
}

static uint64_t
key_of(const struct dt_comply_play_classes *c,
    const struct dt_comply_play_state *s, const struct dt_chain_standing *w,
    int64_t stage, enum dt_comply_play_notice notice)
{
	const struct dt_regime *r = &s->regime;
	bool in_force = w->phase == DT_PHASE_IN_FORCE && w->party;
	int64_t idle = coarse[c->level].idle;
	int64_t own = in_force ? coarse[c->level].strikes : idle;
	int64_t others = in_force ? coarse[c->level].others : idle;
	int64_t out = (int64_t)(dt_move_count(c->game->signers) -
	    dt_move_count(r->parties));
	uint64_t key = pack(w->phase, least(w->strikes, own), 60);
	key = pack(key, least(w->others, others), 60);
	key = pack(key, w->party, 1);
	key = pack(key, w->notified, 1);
	key = pack(key, dt_regime_binds(r, &c->game->model->terms), 1);
	key = pack(key, notice, DT_COMPLY_PLAY_RUNS);
	key = pack(key, least(w->suspended_left, coarse[c->level].suspended),
	    30);
	key = pack(key, least(notice_left(s), coarse[c->level].notice), 14);
	key = pack(key, least(out, coarse[c->level].parties), 64);
	key = pack(key, c->game->model->terms.rounds > 0 ?
	    stage_of(r->rounds_left) : 2, 2);
	key = pack(key, r->renewals_left > 0, 1);
	return pack(key, stage, 2) << 1 | w->expected;
}

static size_t
slot_of(const struct dt_comply_play_classes *c, uint64_t key, size_t agent)
{
	uint64_t hash = dt_comply_play_words_key(key, (int64_t)agent + 1);
	size_t at = (size_t)(hash % c->table_size);
	while (c->table[at] != 0) {
		const struct dt_comply_play_class *one =
		    &c->all[c->table[at] - 1];
		if (one->key == key && one->agent == agent)
			break;
		at = (at + 1) % c->table_size;
	}
	return at;
}

bool
dt_comply_play_class_start(struct dt_comply_play_classes *c)
{
	c->table_size = 4 * c->most + 1;
	c->all = dt_memory_new(c->most, sizeof(*c->all));
	c->table = dt_memory_new(c->table_size, sizeof(*c->table));
	return c->all != NULL && c->table != NULL;
}

void
dt_comply_play_class_free(struct dt_comply_play_classes *c)
{
	for (size_t k = 0; k < c->n; k++)
		for (size_t j = 0; j < c->all[k].n; j++)
			dt_memory_free(c->all[k].kept[j]);
	dt_memory_free(c->all);
	dt_memory_free(c->table);
	c->all = NULL;
	c->table = NULL;
	c->n = 0;
}

/* Of those that were seen each is as likely (Vitter 1985, algorithm R); the
 * same one is kept once. */
static void
keep(struct dt_comply_play_classes *c, struct dt_comply_play_class *one,
    const struct dt_comply_play_state *s, struct dt_random *random)
{
	bool endless = c->game->model->continuation_chance < 1;
	for (size_t k = 0; k < one->n; k++)
		if ((endless || one->kept[k]->round == s->round) &&
		    dt_comply_play_same(c->game, one->kept[k], s))
			return;
	size_t at = (size_t)(dt_random_unit(random) * (double)++one->seen);
	if (one->n < DT_COMPLY_PLAY_KEPT) {
		at = one->n;
		one->kept[at] = dt_memory_new(1, sizeof(*s));
		if (one->kept[at] == NULL) {
			c->failed = true;
			return;
		}
		one->n++;
	}
	if (at < DT_COMPLY_PLAY_KEPT)
		*one->kept[at] = *s;
}

static int64_t
stage_in(const struct dt_comply_play_classes *c,
    const struct dt_comply_play_state *s)
{
	const struct dt_model *m = c->game->model;
	return m->continuation_chance < 1 ? 2 : stage_of(m->rounds - s->round);
}

/* What runs of compliers come to is left to these. */
size_t
dt_comply_play_class_add_for(struct dt_comply_play_classes *c,
    const struct dt_comply_play_state *s, size_t agent,
    struct dt_random *random)
{
	static const int64_t rounds[] = { 1, DT_COMPLY_PLAY_LATE, 0 };
	struct dt_chain_standing w;
	int64_t stage = stage_in(c, s);
	enum dt_comply_play_notice notice = notice_of(s, agent);
	stand(c->game, s, agent, &w);
	uint64_t key = key_of(c, s, &w, stage, notice);
	/* Who was expelled is out as one that left. */
	uint64_t other = notice == DT_COMPLY_PLAY_RUNS || w.notified ? key :
	    key_of(c, s, &w, stage, DT_COMPLY_PLAY_NOBODYS);
	if (!w.expected && c->table[slot_of(c, other | 1, agent)] != 0)
		return 0;
	size_t at = slot_of(c, key, agent);
	bool new = c->table[at] == 0;
	if (new && c->n == c->most) {
		c->full = true;
		return 0;
	}
	if (new) {
		c->all[c->n] = (struct dt_comply_play_class){ .key = key,
		    .agent = agent, .expected = w.expected, .notice = notice,
		    .binds = dt_regime_binds(&s->regime,
		    &c->game->model->terms),
		    .where = w, .round = rounds[stage] };
		c->table[at] = (uint32_t)++c->n;
	}
	if (w.party && w.phase == DT_PHASE_IN_FORCE &&
	    w.strikes > c->most_strikes)
		c->most_strikes = w.strikes;
	keep(c, &c->all[c->table[at] - 1], s, random);
	return new;
}

size_t
dt_comply_play_class_add(struct dt_comply_play_classes *c,
    const struct dt_comply_play_state *s, struct dt_random *random)
{
	size_t new = 0;
	if (s->regime.phase == DT_PHASE_OPEN ||
	    s->regime.phase == DT_PHASE_NONE)
		return 0;
	if (s->departed >= 0)
		return dt_comply_play_class_add_for(c, s,
		    (size_t)s->departed, random);
	for (uint64_t set = c->judged; set != 0; set &= set - 1)
		new += dt_comply_play_class_add_for(c, s, dt_move_first(set),
		    random);
	return new;
}
