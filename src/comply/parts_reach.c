/*
 * parts_reach: which states each round of a game that ends may be in; see
 * parts.h. Three strikes are no threat in the first round, for there was no
 * round in which anybody got them.
 *
 * The agent at hand may have done anything but stay out and give notice, and
 * others have complied or given notice. What follows where it did is worked out
 * and not judged, so that it does no harm to mark more of it: as if any round
 * could be the last one of its notice.
 */
#include "comply/parts_rounds.h"

#include <string.h>

#include "base/memory.h"

/* ever[scene * patterns + pattern]: what it means for a round to go so: that
 * some act may lead to it, and whether complying may. NULL: no memory. */
static unsigned char *
find_ever(const struct dt_parts *p)
{
	const struct dt_scenes *scenes = &p->scenes;
	size_t patterns = p->graph.patterns;
	unsigned char *ever = dt_memory_new(scenes->n * patterns + 1, 1);
	for (size_t k = 0; ever != NULL && k < scenes->n * patterns; k++) {
		const struct dt_scene *in = &scenes->of[k / patterns];
		size_t pattern = k % patterns;
		if (in->pattern[DT_SCENE_COMPLY][pattern] > 0)
			ever[k] = DT_PARTS_MARKS;
		for (int act = DT_SCENE_SECRET; act < DT_SCENE_ACTS; act++)
			if (in->may[act] && in->pattern[act][pattern] > 0)
				ever[k] |= DT_PARTS_REACHED |
				    DT_PARTS_ASKED;
	}
	return ever;
}

/* age[class * n + state]: for how many rounds agents of a class may have been
 * parties by now; -1: they are none. So long may a notice have run; longer than
 * any runs is as long as the longest. */
struct ages {
	int64_t *before, *now, *next, *room;
	size_t first;                   /* the first class that is asked for */
	int64_t most;
	uint32_t *wait;                 /* [waiting]: notices of others that may
	                                 * not be given in some round to come */
	size_t waiting;
};

/* Two rounds in turn. `grown`: all that holds in the one before holds in the
 * one at hand, and so in all rounds from then on, as what follows from more is
 * more. Then the next round is this one, and what follows from what is new. */
struct step {
	const unsigned char *before;
	unsigned char *now, *next;
	bool grown;
};

static enum dt_status
start_ages(const struct dt_parts *p, struct ages *x)
{
	const struct dt_graph *g = &p->graph;
	size_t all = g->classes * g->done;
	*x = (struct ages){ .first = g->classes };
	for (size_t k = 0; k < g->n_given; k++)
		if (g->given[k].rounds > x->most)
			x->most = g->given[k].rounds;
	if (x->most > 0)
		x->first = 1;
	x->wait = dt_memory_new(g->n_given + 1, sizeof(*x->wait));
	if (x->wait == NULL)
		return DT_ENOMEM;
	for (; x->waiting < g->n_given; x->waiting++)
		x->wait[x->waiting] = (uint32_t)x->waiting;
	if (x->first == g->classes)
		return DT_OK;
	x->room = dt_memory_new(3 * all, sizeof(*x->room));
	if (x->room == NULL)
		return DT_ENOMEM;
	x->before = x->room;
	x->now = x->room + all;
	x->next = x->room + 2 * all;
	for (size_t c = x->first; c < g->classes; c++)
		x->now[c * g->done + g->start] =
		    dt_graph_has_party(g, g->start, c) ? 0 : -1;
	return DT_OK;
}

/* The next state of the round at hand of which something is new, from one on,
 * or of all; ages may be NULL. Most are not, so that eight go at once. */
static size_t
next_new(const struct step *step, const int64_t *now, const int64_t *before,
    size_t s, size_t n)
{
	enum { MANY = 8 };
	while (step->grown && s + MANY <= n &&
	    memcmp(step->now + s, step->before + s, MANY) == 0 &&
	    (now == NULL || memcmp(now + s, before + s, MANY *
	    sizeof(*now)) == 0))
		s += MANY;
	while (step->grown && s < n && step->now[s] == step->before[s] &&
	    (now == NULL || now[s] == before[s]))
		s++;
	return s;
}

/* The ages of a class in the next round, from the states marked in this one;
 * notice of another is looked at in states alone in which nobody gave any. */
static void
grow_older(const struct dt_graph *g, const unsigned char *ever,
    const struct step *step, const struct ages *x, size_t class)
{
	size_t n = g->end[DT_GRAPH_KEPT], at = class * g->done;
	const int64_t *before = x->before + at, *now = x->now + at;
	int64_t *next = x->next + at;
	if (step->grown)
		memcpy(next, now, n * sizeof(*next));
	for (size_t s = 0; s < n && !step->grown; s++)
		next[s] = -1;
	for (size_t s = 0; (s = next_new(step, now, before, s, n)) < n; s++) {
		int64_t age = now[s] < x->most ? now[s] + 1 : x->most;
		const unsigned char *may = ever + g->scene[s] * g->patterns;
		for (size_t e = g->row[s]; step->now[s] != 0 &&
		    e < g->row[s + 1]; e++)
			if (age > next[g->to[e]] && may[g->pattern[e]] != 0 &&
			    dt_graph_has_party(g, g->to[e], class))
				next[g->to[e]] = age;
	}
}

static void
grow_all_older(const struct dt_graph *g, const unsigned char *ever,
    const struct step *step, struct ages *x)
{
	int64_t *before = x->before;
	for (size_t c = x->first; c < g->classes; c++)
		grow_older(g, ever, step, x, c);
	x->before = x->now;
	x->now = x->next;
	x->next = before;
}

/* Notice of another, if it is given. False: it is not, and was not. */
static bool
mark_given(const struct dt_parts *p, const struct ages *x,
    const struct dt_graph_given *one, unsigned char *mark)
{
	unsigned char to = DT_PARTS_REACHED |
	    (one->to >= p->looked ? DT_PARTS_ASKED : 0);
	if ((mark[one->to] & to) == to)
		return true;
	if (mark[one->from] == 0 || (one->rounds > 0 && x->now[one->class *
	    p->graph.done + one->from] < one->rounds))
		return false;
	mark[one->to] |= to;
	return true;
}

/* Where notice is given, too, in this round or in one before it. */
static void
mark_notice(const struct dt_parts *p, struct ages *x, const struct step *step)
{
	const struct dt_graph *g = &p->graph;
	unsigned char *mark = step->now;
	size_t n = g->done, k = 0;
	while (k < x->waiting)
		if (mark_given(p, x, &g->given[x->wait[k]], mark) &&
		    step->grown)
			x->wait[k] = x->wait[--x->waiting];
		else
			k++;
	for (size_t s = 0; (s = next_new(step, NULL, NULL, s, n)) < n; s++)
		if (mark[s] != 0 && g->leaving[s] != DT_INDEX_NONE)
			mark[g->leaving[s]] |= mark[s] & DT_PARTS_ASKED;
}

static void
mark_next(const struct dt_graph *g, const unsigned char *ever,
    const struct step *step)
{
	size_t n = g->done;
	if (step->grown)
		memcpy(step->next, step->now, n);
	for (size_t s = 0; (s = next_new(step, NULL, NULL, s, n)) < n; s++) {
		const unsigned char *may = ever + g->scene[s] * g->patterns;
		unsigned char now = step->now[s];
		for (size_t e = g->row[s]; now != 0 && e < g->row[s + 1]; e++)
			step->next[g->to[e]] |= may[g->pattern[e]] & now;
	}
}

/* Whether a round is like the one before it: so all are from then on. */
static bool
is_settled(const struct dt_graph *g, const struct ages *x,
    const struct step *step)
{
	size_t skipped = x->first * g->done;
	size_t n = g->classes * g->done - skipped;
	return memcmp(step->before, step->now, g->done) == 0 && (n == 0 ||
	    memcmp(x->now + skipped, x->before + skipped, n *
	    sizeof(*x->now)) == 0);
}

static bool
has_grown(const struct dt_graph *g, const struct ages *x,
    const struct step *step)
{
	bool grown = true;
	for (size_t s = 0; s < g->done; s++)
		grown &= (step->before[s] & ~step->now[s]) == 0;
	for (size_t k = x->first * g->done; k < g->classes * g->done; k++)
		grown &= x->now[k] >= x->before[k];
	return grown;
}

static void
mark_all(const struct dt_parts *p, const unsigned char *ever, size_t rounds,
    struct ages *ages, unsigned char *all)
{
	const struct dt_graph *g = &p->graph;
	unsigned char asked = p->looked == 0 ? DT_PARTS_ASKED : 0;
	struct step step = { .now = all, .next = all + g->done };
	if (g->whole >= DT_GRAPH_LEFT)
		all[g->abstain] = asked;
	all[g->start] = DT_PARTS_EXPECTED | DT_PARTS_REACHED | asked;
	mark_notice(p, ages, &step);
	for (size_t t = 1; t < rounds; t++) {
		mark_next(g, ever, &step);
		grow_all_older(g, ever, &step, ages);
		step.before = step.now;
		step.now = step.next;
		step.next += g->done;
		mark_notice(p, ages, &step);
		if (is_settled(g, ages, &step))
			break;
		step.grown = step.grown || has_grown(g, ages, &step);
	}
	for (; step.next < all + rounds * g->done; step.next += g->done)
		memcpy(step.next, step.now, g->done);
}

unsigned char *
dt_parts_reach(const struct dt_parts *p, size_t rounds)
{
	struct ages ages;
	enum dt_status status = start_ages(p, &ages);
	unsigned char *all = dt_memory_new(rounds + 1, p->graph.done);
	unsigned char *ever = find_ever(p);
	if (status == DT_OK && all != NULL && ever != NULL) {
		mark_all(p, ever, rounds, &ages, all);
	} else {
		dt_memory_free(all);
		all = NULL;
	}
	dt_memory_free(ages.wait);
	dt_memory_free(ages.room);
	dt_memory_free(ever);
	return all;
}
