/* sfem_count: what choices are to strategies; see sfem.h. */
#include "infer/sfem.h"

#include <math.h>
#include <string.h>

enum { DRAWS_MOST = 4096 };

/* A state that it may be in. */
struct part {
	uint16_t state;
	double chance;
};

struct count {
	struct dt_sfem *sfem;
	struct dt_arena *arena;
	const struct dt_automaton *a;
	size_t strategy;
	size_t last;            /* draw that was found last */
	size_t n;
	struct part at[DT_STRATEGY_STATES_MOST];
	struct dt_error *err;
};

static void
add_part(struct part *parts, size_t *n, uint16_t state, double chance)
{
	for (size_t i = 0; i < *n; i++)
		if (parts[i].state == state) {
			parts[i].chance += chance;
			return;
		}
	parts[(*n)++] = (struct part){ state, chance };
}

/* Where a step leads: so many states, with their chances. */
static size_t
spread(const struct dt_automaton *a, size_t step, struct part *parts)
{
	size_t n = 0;
	if (step < a->states) {
		add_part(parts, &n, (uint16_t)step, 1);
		return n;
	}
	const struct dt_automaton_lottery *lot = &a->lotteries[step -
	    a->states];
	double before = 0;
	for (size_t i = 0; i < lot->n; i++) {
		double below = dt_random_chance(lot->tickets[i].below);
		if (below > before)
			add_part(parts, &n, lot->tickets[i].state,
			    below - before);
		before = below;
	}
	return n;
}

static bool
leads_alike(const struct dt_automaton *a, size_t one, size_t other)
{
	struct part x[DT_STRATEGY_STATES_MOST], y[DT_STRATEGY_STATES_MOST];
	size_t n = spread(a, one, x), same = 0;
	if (spread(a, other, y) != n)
		return false;
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < n; k++)
			same += x[i].state == y[k].state &&
			    fabs(x[i].chance - y[k].chance) < 1e-12;
	return same == n;
}

/* Of states that step alike it does not matter which it is in. Else the move
 * would tell of the state, and the error with it. */
static enum dt_status
step(struct count *c, size_t view, bool first)
{
	const struct dt_automaton *a = c->a;
	size_t from = first ? a->states : c->at[0].state;
	size_t to = a->step[from * a->views + view];
	for (size_t i = 1; !first && i < c->n; i++) {
		size_t other = a->step[c->at[i].state * a->views + view];
		if (other != to && !leads_alike(a, to, other))
			return dt_status_fail(c->err, DT_EUSAGE, "%s: its "
			    "lots leave open which state it is in, and its "
			    "moves do not say: leave it out of the set",
			    a->text->name);
	}
	c->n = spread(a, to, c->at);
	return DT_OK;
}

static struct dt_sfem_draw *
draw_of(struct count *c, double race)
{
	struct dt_sfem *s = c->sfem;
	for (size_t k = 0; k < s->n_draws; k++) {
		size_t d = (c->last + k) % s->n_draws;
		if (s->draws[d].strategy == c->strategy &&
		    s->draws[d].race == race)
			return &s->draws[c->last = d];
	}
	if (s->n_draws == DRAWS_MOST)
		return NULL;
	struct dt_sfem_draw *list = dt_arena_grow(c->arena, s->draws,
	    s->n_draws, &s->room_draws, sizeof(*list));
	uint32_t *counts = dt_arena_new(c->arena, 2 * s->n, sizeof(*counts));
	if (list == NULL || counts == NULL)
		return NULL;
	s->draws = list;
	list[s->n_draws] = (struct dt_sfem_draw){ c->strategy, race, counts,
		counts + s->n };
	return &list[c->last = s->n_draws++];
}

static void
mark(uint64_t *bits, const struct count *c, size_t choice)
{
	bits[c->strategy * c->sfem->words + choice / 64] |=
	    (uint64_t)1 << choice % 64;
}

/* A choice against what the strategy would do. */
static enum dt_status
weigh(struct count *c, size_t subject, size_t choice, bool raced)
{
	double race = 0;
	for (size_t i = 0; i < c->n; i++)
		race += c->at[i].chance * dt_random_chance(
		    c->a->race[c->at[i].state]);
	struct dt_sfem_count *count = &c->sfem->counts[subject * c->sfem->k +
	    c->strategy];
	bool races = race > 1 - 1e-12;
	if (races)
		mark(c->sfem->says, c, choice);
	if (race < 1e-12 || races) {
		count->right += races == raced;
		count->wrong += races != raced;
		return DT_OK;
	}
	struct dt_sfem_draw *draw = draw_of(c, race);
	if (draw == NULL)
		return dt_status_no_memory(c->err);
	(raced ? draw->raced : draw->paused)[subject]++;
	mark(c->sfem->lots, c, choice);
	return DT_OK;
}

static enum dt_status
lead(struct count *c, const struct dt_choices *choices)
{
	enum dt_status status = DT_OK;
	for (size_t m = 0; m < choices->n_matches && status == DT_OK; m++) {
		const struct dt_choices_match *match = &choices->matches[m];
		const struct dt_choice *list = choices->list + match->from;
		for (size_t t = 0; t < match->n && status == DT_OK; t++) {
			status = step(c, list[t].view, t == 0);
			if (status == DT_OK)
				status = weigh(c, match->subject,
				    match->from + t, list[t].race);
		}
	}
	return status;
}

enum dt_status
dt_sfem_count(const struct dt_choices *choices,
    const struct dt_automaton *const *strategies, size_t k,
    struct dt_arena *arena, struct dt_sfem *s, struct dt_error *err)
{
	size_t n = choices->n_subjects;
	uint32_t *made = dt_arena_new(arena, n, sizeof(*made));
	*s = (struct dt_sfem){ .n = n, .k = k, .choices = made,
		.words = choices->n / 64 + 1,
		.counts = dt_arena_new(arena, n, k * sizeof(*s->counts)) };
	s->says = dt_arena_new(arena, s->words, k * sizeof(*s->says));
	s->lots = dt_arena_new(arena, s->words, k * sizeof(*s->lots));
	if (!made || !s->counts || !s->says || !s->lots)
		return dt_status_no_memory(err);
	for (size_t m = 0; m < choices->n_matches; m++)
		made[choices->matches[m].subject] +=
		    (uint32_t)choices->matches[m].n;
	enum dt_status status = DT_OK;
	for (size_t j = 0; j < k && status == DT_OK; j++) {
		struct count c = { .sfem = s, .arena = arena,
			.a = strategies[j], .strategy = j, .err = err };
		status = lead(&c, choices);
	}
	return status;
}

/* ---- What cannot be told apart ---- */

uint64_t
dt_sfem_apart(const struct dt_sfem *s, size_t one, size_t other)
{
	uint64_t sum = 0;
	for (size_t w = 0; w < s->words; w++) {
		size_t a = one * s->words + w, b = other * s->words + w;
		sum += dt_move_count((s->says[a] ^ s->says[b]) |
		    s->lots[a] | s->lots[b]);
	}
	return sum;
}

/* Whether each draw of one has its like among those of the other. */
static bool
draws_alike(const struct dt_sfem *s, size_t one, size_t other)
{
	for (size_t d = 0; d < s->n_draws; d++) {
		const struct dt_sfem_draw *a = &s->draws[d], *b = NULL;
		if (a->strategy != one)
			continue;
		for (size_t e = 0; e < s->n_draws && b == NULL; e++)
			if (s->draws[e].strategy == other &&
			    s->draws[e].race == a->race)
				b = &s->draws[e];
		if (b == NULL || memcmp(a->raced, b->raced, s->n *
		    sizeof(*a->raced)) != 0 || memcmp(a->paused, b->paused,
		    s->n * sizeof(*a->paused)) != 0)
			return false;
	}
	return true;
}

static bool
is_alike(const struct dt_sfem *s, size_t one, size_t other)
{
	for (size_t i = 0; i < s->n; i++) {
		const struct dt_sfem_count *c = &s->counts[i * s->k];
		if (c[one].right != c[other].right ||
		    c[one].wrong != c[other].wrong)
			return false;
	}
	return draws_alike(s, one, other) && draws_alike(s, other, one);
}

void
dt_sfem_classes(const struct dt_sfem *s, size_t *class_of)
{
	for (size_t j = 0; j < s->k; j++) {
		class_of[j] = j;
		for (size_t b = 0; b < j && class_of[j] == j; b++)
			if (class_of[b] == b && is_alike(s, b, j))
				class_of[j] = b;
	}
}

static enum dt_status
keep_draws(const struct dt_sfem *all, const size_t *which,
    struct dt_arena *arena, struct dt_sfem *s, struct dt_error *err)
{
	s->n_draws = 0;
	s->draws = dt_arena_new(arena, all->n_draws + 1, sizeof(*s->draws));
	if (s->draws == NULL)
		return dt_status_no_memory(err);
	for (size_t d = 0; d < all->n_draws; d++)
		for (size_t j = 0; j < s->k; j++)
			if (which[j] == all->draws[d].strategy) {
				s->draws[s->n_draws] = all->draws[d];
				s->draws[s->n_draws++].strategy = j;
			}
	return DT_OK;
}

enum dt_status
dt_sfem_reduce(const struct dt_sfem *all, const size_t *class_of,
    struct dt_arena *arena, struct dt_sfem *s, size_t *which,
    struct dt_error *err)
{
	*s = *all;
	s->k = 0;
	for (size_t j = 0; j < all->k; j++)
		if (class_of[j] == j)
			which[s->k++] = j;
	s->counts = dt_arena_new(arena, s->n * s->k, sizeof(*s->counts));
	if (s->counts == NULL)
		return dt_status_no_memory(err);
	for (size_t i = 0; i < s->n; i++)
		for (size_t j = 0; j < s->k; j++)
			s->counts[i * s->k + j] = all->counts[i * all->k +
			    which[j]];
	return keep_draws(all, which, arena, s, err);
}
