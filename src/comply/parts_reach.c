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
#include "comply/parts_internal.h"

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
	int64_t *now, *next, *room;
	size_t first;                   /* the first class that is asked for */
	int64_t most;
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
	if (x->first == g->classes)
		return DT_OK;
	x->room = dt_memory_new(2 * all, sizeof(*x->room));
	if (x->room == NULL)
		return DT_ENOMEM;
	x->now = x->room;
	x->next = x->room + all;
	for (size_t c = x->first; c < g->classes; c++)
		x->now[c * g->done + g->start] =
		    dt_graph_has_party(g, g->start, c) ? 0 : -1;
	return DT_OK;
}

/* The ages of a class in the next round, from the states marked in this one;
 * notice of another is looked at in states alone in which nobody gave any. */
static void
grow_older(const struct dt_graph *g, const unsigned char *ever,
    const unsigned char *mark, int64_t most, const int64_t *now,
    int64_t *next, size_t class)
{
	size_t n = g->end[DT_GRAPH_KEPT];
	for (size_t s = 0; s < n; s++)
		next[s] = -1;
	for (size_t s = 0; s < n; s++) {
		int64_t age = now[s] < most ? now[s] + 1 : most;
		for (size_t e = g->row[s]; mark[s] && e < g->row[s + 1]; e++)
			if (age > next[g->to[e]] && ever[g->scene[s] *
			    g->patterns + g->pattern[e]] != 0)
				next[g->to[e]] = age;
	}
	for (size_t s = 0; s < n; s++)
		if (next[s] >= 0 && !dt_graph_has_party(g, s, class))
			next[s] = -1;
}

static void
grow_all_older(const struct dt_graph *g, const unsigned char *ever,
    const unsigned char *mark, struct ages *x)
{
	int64_t *now = x->now;
	for (size_t c = x->first; c < g->classes; c++)
		grow_older(g, ever, mark, x->most, now + c * g->done,
		    x->next + c * g->done, c);
	x->now = x->next;
	x->next = now;
}

/* Where notice is given, too, in this round or in one before it. */
static void
mark_notice(const struct dt_parts *p, const struct ages *x,
    unsigned char *mark)
{
	const struct dt_graph *g = &p->graph;
	for (size_t k = 0; k < g->n_given; k++) {
		const struct dt_graph_given *one = &g->given[k];
		bool may = mark[one->from] != 0 && (one->rounds == 0 ||
		    x->now[one->class * g->done + one->from] >= one->rounds);
		if (may)
			mark[one->to] |= DT_PARTS_REACHED |
			    (one->to >= p->looked ? DT_PARTS_ASKED : 0);
	}
	for (size_t s = 0; s < g->done; s++)
		if (mark[s] != 0 && g->leaving[s] != DT_INDEX_NONE)
			mark[g->leaving[s]] |= mark[s] & DT_PARTS_ASKED;
}

static void
mark_next(const struct dt_parts *p, const unsigned char *ever,
    const unsigned char *now, unsigned char *next)
{
	const struct dt_graph *g = &p->graph;
	for (size_t s = 0; s < g->done; s++) {
		const unsigned char *may = ever + g->scene[s] * g->patterns;
		if (now[s] == 0)
			continue;
		for (size_t e = g->row[s]; e < g->row[s + 1]; e++)
			next[g->to[e]] |= may[g->pattern[e]] & now[s];
	}
}

/* Whether a round is like the one before it: so all are from then on. */
static bool
is_settled(const struct dt_graph *g, const struct ages *x,
    const unsigned char *before, const unsigned char *now)
{
	size_t skipped = x->first * g->done;
	size_t n = g->classes * g->done - skipped;
	return memcmp(before, now, g->done) == 0 && (n == 0 ||
	    memcmp(x->now + skipped, x->next + skipped, n *
	    sizeof(*x->now)) == 0);
}

static void
mark_all(const struct dt_parts *p, const unsigned char *ever, size_t rounds,
    struct ages *ages, unsigned char *all)
{
	const struct dt_graph *g = &p->graph;
	unsigned char asked = p->looked == 0 ? DT_PARTS_ASKED : 0;
	if (g->whole >= DT_GRAPH_LEFT)
		all[g->abstain] = asked;
	all[g->start] = DT_PARTS_EXPECTED | DT_PARTS_REACHED | asked;
	for (size_t t = 0; t < rounds; t++) {
		unsigned char *now = all + t * g->done;
		mark_notice(p, ages, now);
		if (t + 1 == rounds)
			return;
		if (t > 0 && is_settled(g, ages, now - g->done, now)) {
			for (t++; t < rounds; t++)
				memcpy(all + t * g->done, now, g->done);
			return;
		}
		mark_next(p, ever, now, now + g->done);
		grow_all_older(g, ever, now, ages);
	}
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
	dt_memory_free(ages.room);
	dt_memory_free(ever);
	return all;
}
