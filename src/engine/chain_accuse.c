/*
 * chain_accuse: signals in a round in which private alarms make findings.
 *
 * Then what the observers see is bound together: that enough of them accuse
 * an agent is a finding, which all feel. The joint distribution of findings
 * and of each observer's count of alarms is built subject by subject, equal
 * outcomes merged. An observer whose next step does not depend on its count
 * needs none, and one whose step is the same from some count on needs none
 * beyond it (`ceiling`); observers without a count are told apart no more,
 * only how many of them accuse.
 */
#include "engine/chain_internal.h"

#include <gsl/gsl_math.h>
#include <string.h>

#include "base/memory.h"

/* Counts are kept in four bits each. */
enum { AGENTS_MOST = 16, KEY_WORDS = 3 };

struct table {
	struct dt_chain_draw *d;
	const struct dt_chain_piece *who[AGENTS_MOST];  /* by place */
	uint8_t ceiling[AGENTS_MOST];
	uint64_t counting, parties;     /* places */
	int now;                        /* the table that is read; the other
	                                 * is written */
};

static size_t
ceiling_of(const struct dt_automaton *a, size_t agents, size_t state,
    bool raced)
{
	size_t ceiling = 0;
	const uint16_t *step = a->step + state * a->views;
	for (size_t bits = 0; bits < 8 * DT_PHASES; bits++) {
		const uint16_t *by = step + bits * agents;
		size_t top = agents - 1;
		if (dt_view_of(agents, bits * agents).raced != raced)
			continue;
		while (top > ceiling && by[top] == by[top - 1])
			top--;
		if (top > ceiling)
			ceiling = top;
	}
	return ceiling;
}

static bool
find_ceilings(struct dt_chain *c, size_t class)
{
	const struct dt_automaton *a = dt_chain_automaton(c, class);
	uint8_t *ceiling = dt_memory_new(a->states * 2, sizeof(*ceiling));
	c->walk.ceiling[class] = ceiling;
	for (size_t k = 0; ceiling != NULL && k < a->states * 2; k++)
		ceiling[k] = (uint8_t)ceiling_of(a, c->n, k / 2, k % 2);
	return ceiling != NULL;
}

bool
dt_chain_accuse_start(struct dt_chain *c)
{
	const struct dt_terms *t = &c->model->terms;
	c->coupled = t->exists && t->accusers > 0 &&
	    dt_chain_alarm_blurs(&t->monitor);
	if (!c->coupled)
		return true;
	for (int k = 0; k < 2; k++)
		if (!dt_index_start(&c->walk.accused[k], KEY_WORDS))
			return false;
	for (size_t class = 0; class < c->classes; class++)
		if (!find_ceilings(c, class))
			return false;
	return true;
}

/* Adds an outcome to the table that is written. */
static void
put(struct table *t, const uint32_t *key, double chance)
{
	struct dt_chain_walk *w = &t->d->chain->walk;
	int to = !t->now;
	size_t known = w->accused[to].n;
	bool room = dt_memory_reserve(&w->accused_chance[to],
	    &w->accused_room[to], known + 1, sizeof(double));
	uint32_t id = room ? dt_index_of(&w->accused[to], key) :
	    DT_CHAIN_NONE;
	if (id == DT_CHAIN_NONE) {
		w->failed = DT_ENOMEM;
		return;
	}
	if (id == known)
		w->accused_chance[to][id] = 0;
	w->accused_chance[to][id] += chance;
}

/* Every outcome so far, and then: these see the subject race, and there is a
 * finding against it or not. */
static void
extend(struct table *t, uint64_t seers, size_t subject, bool found,
    double chance)
{
	struct dt_chain_walk *w = &t->d->chain->walk;
	const struct dt_index *from = &w->accused[t->now];
	if (chance == 0)
		return;
	t->d->chain->work += from->n;
	if (t->d->chain->work > t->d->chain->limits.work)
		w->failed = DT_EUSAGE;
	for (size_t k = 0; k < from->n && !w->failed; k++) {
		uint32_t key[KEY_WORDS];
		uint64_t counts;
		memcpy(key, from->keys + k * KEY_WORDS, sizeof(key));
		memcpy(&counts, &key[1], sizeof(counts));
		key[0] |= (uint32_t)found << subject;
		for (uint64_t set = seers; set != 0; set &= set - 1) {
			size_t j = dt_move_first(set);
			if ((counts >> 4 * j & 15) < t->ceiling[j])
				counts += (uint64_t)1 << 4 * j;
		}
		memcpy(&key[1], &counts, sizeof(counts));
		put(t, key, w->accused_chance[t->now][k] * chance);
	}
}

/* All that may be seen of one subject. */
static void
see(struct table *t, size_t subject)
{
	const struct dt_chain_draw *d = t->d;
	const struct dt_chain_piece *piece = t->who[subject];
	bool bound = dt_move_has(d->bound, d->chain->order[piece->place]);
	double alarm = dt_chain_alarm(d, piece, false);
	double p = dt_chain_alarm(d, piece, true);
	uint64_t seers = t->counting & ~dt_move_bit(subject), some = seers;
	size_t rest = dt_move_count(t->parties & ~t->counting &
	    ~dt_move_bit(subject));
	extend(t, seers, subject, bound, alarm);
	for (;; some = (some - 1) & seers) {
		size_t see = dt_move_count(some), all = dt_move_count(seers);
		int64_t more = d->chain->model->terms.accusers -
		    (int64_t)dt_move_count(some & t->parties);
		double found = bound ? dt_coins_least(rest, p, more) : 0;
		double chance = (1 - alarm) * gsl_pow_uint(p, (unsigned)see) *
		    gsl_pow_uint(1 - p, (unsigned)(all - see));
		extend(t, some, subject, true, chance * found);
		extend(t, some, subject, false, chance * (1 - found));
		if (some == 0 || t->d->chain->walk.failed)
			break;
	}
}

/* An outcome as pieces of one agent each, with what each of them saw. */
static void
settle(struct table *t, size_t k, double weight)
{
	struct dt_chain_draw *d = t->d;
	const uint32_t *key = d->chain->walk.accused[t->now].keys +
	    k * KEY_WORDS;
	uint64_t counts;
	memcpy(&counts, &key[1], sizeof(counts));
	for (size_t p = 0; p < d->chain->n; p++) {
		struct dt_chain_piece *piece = &d->piece[3][p];
		*piece = *t->who[p];
		piece->place = piece->sight = (uint8_t)p;
		piece->count = 1;
		piece->found = key[0] >> p & 1;
		d->sight_most[p] = counts >> 4 * p & 15;
		memset(d->sight[p], 0, d->chain->n * sizeof(d->sight[p][0]));
		d->sight[p][d->sight_most[p]] = 1;
	}
	d->pieces[3] = d->chain->n;
	dt_chain_round_respond(d, weight *
	    d->chain->walk.accused_chance[t->now][k]);
}

static void
seat_all(struct table *t)
{
	struct dt_chain_draw *d = t->d;
	const struct dt_chain *c = d->chain;
	for (size_t i = 0; i < d->pieces[2]; i++) {
		const struct dt_chain_piece *piece = &d->piece[2][i];
		const struct dt_chain_seat *s = &c->seats[piece->seat];
		for (size_t k = 0; k < piece->count; k++) {
			size_t p = piece->place + k;
			t->who[p] = piece;
			t->ceiling[p] = c->walk.ceiling[s->class][
			    s->state * 2 + piece->raced];
			if (t->ceiling[p] > 0)
				t->counting |= dt_move_bit(p);
			if (s->party)
				t->parties |= dt_move_bit(p);
		}
	}
}

void
dt_chain_accuse(struct dt_chain_draw *d, double weight)
{
	struct table t = { .d = d };
	struct dt_chain_walk *w = &d->chain->walk;
	const uint32_t nothing[KEY_WORDS] = { 0 };
	if (d->chain->n > AGENTS_MOST) {
		w->failed = DT_EUSAGE;
		return;
	}
	seat_all(&t);
	dt_index_clear(&w->accused[1]);
	put(&t, nothing, 1);
	for (size_t p = 0; p < d->chain->n; p++) {
		t.now = !t.now;
		dt_index_clear(&w->accused[!t.now]);
		see(&t, p);
	}
	t.now = !t.now;
	for (size_t k = 0; k < w->accused[t.now].n && !w->failed; k++)
		settle(&t, k, weight);
}
