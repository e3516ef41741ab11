/*
 * parts_ways: where acts lead in a game that ends, and room for two of its
 * rounds; see parts.h. What is the same in all rounds is found here, once.
 */
#include "comply/parts_internal.h"

#include <math.h>

#include "base/memory.h"

/* Departures that plans are made of; none, of a game that was gone through
 * before its graph has grown: nobody who complies comes to what is new. */
static void
mark_may(const struct dt_parts *p, struct dt_parts_rounds *r)
{
	bool (*const may[])(const void *, size_t, int) = {
		[DT_PARTS_KEPT] = dt_parts_may_kept,
		[DT_PARTS_LEFT] = dt_parts_may_left,
		[DT_PARTS_FULL] = dt_parts_may_full };
	for (size_t s = 0; s < r->n && p->looked == 0; s++)
		for (int head = DT_PARTS_KEPT; head < DT_PARTS_HEADS; head++)
			for (int act = DT_SCENE_SECRET; act < DT_WORTH_ACTS;
			    act++)
				if (may[head](&p->graph, s, act))
					r->may[s * DT_WORTH_ACTS +
					    (size_t)act] |=
					    (uint8_t)(1U << head);
}

/* Whether departures in a state are asked for, by a plan or by who looks at
 * them. */
static void
mark_departs(const struct dt_parts *p, struct dt_parts_rounds *r)
{
	for (size_t s = p->looked; s < r->n; s++) {
		bool departs = s < p->graph.end[DT_GRAPH_KEPT] ||
		    s >= p->graph.end[DT_GRAPH_LEFT];
		for (int act = DT_SCENE_SECRET; act < DT_WORTH_ACTS; act++)
			departs = departs || (r->may[s * DT_WORTH_ACTS +
			    (size_t)act] >> DT_PARTS_LEFT & 1) != 0;
		r->departs[s] = departs;
	}
}

/* How wide rows are; see mark_may. */
static void
set_columns(const struct dt_parts *p, struct dt_parts_rounds *r)
{
	size_t notices = (size_t)p->m->model.terms.notice + 1;
	size_t wide = (notices + DT_PARTS_LANES - 1) / DT_PARTS_LANES *
	    DT_PARTS_LANES;
	bool leaves = p->graph.whole >= DT_GRAPH_LEFT;
	r->best = DT_PARTS_HEADS + (leaves && p->looked == 0 ? wide : 0);
	/* Complying then is not told where findings alone are asked for. */
	r->width = r->best + (leaves && !p->brief ? wide : 0);
}

/* An act's ways from a state: where an edge leads and how likely, if it can be.
 * Counted, or written where there is room for them. */
static size_t
ways_of(const struct dt_parts *p, size_t s, int act, size_t width,
    struct dt_parts_way *ways)
{
	const struct dt_graph *g = &p->graph;
	const double *pattern = p->scenes.of[g->scene[s]].pattern[act];
	size_t n = 0;
	if (isnan(p->worth.pay[s * DT_SCENE_ACTS + (size_t)act]))
		return 0;
	for (size_t e = g->row[s]; e < g->row[s + 1]; e++) {
		double chance = g->chance[e] * pattern[g->pattern[e]];
		if (!(chance > 0))
			continue;
		if (ways != NULL)
			ways[n] = (struct dt_parts_way){ g->to[e] * width,
			    chance };
		n++;
	}
	return n;
}

/* Those of all states and acts. */
static bool
find_ways(const struct dt_parts *p, struct dt_parts_rounds *r)
{
	size_t all = r->n * DT_SCENE_ACTS;
	r->first = dt_memory_new(all + 1, sizeof(*r->first));
	for (size_t k = 0; r->first != NULL && k < all; k++)
		r->first[k + 1] = r->first[k] + ways_of(p, k / DT_SCENE_ACTS,
		    (int)(k % DT_SCENE_ACTS), r->width, NULL);
	r->ways = r->first == NULL ? NULL :
	    dt_memory_new(r->first[all] + 1, sizeof(*r->ways));
	for (size_t k = 0; r->ways != NULL && k < all; k++)
		(void)ways_of(p, k / DT_SCENE_ACTS, (int)(k % DT_SCENE_ACTS),
		    r->width, r->ways + r->first[k]);
	return r->ways != NULL;
}

enum dt_status
dt_parts_rounds_start(const struct dt_parts *p, struct dt_parts_rounds *r)
{
	size_t n = p->graph.done;
	*r = (struct dt_parts_rounds){ .n = n };
	set_columns(p, r);
	r->room = dt_memory_new(2 * r->width * n + 1, sizeof(*r->room));
	r->may = dt_memory_new(n, DT_WORTH_ACTS);
	r->departs = dt_memory_new(n, sizeof(*r->departs));
	r->at = dt_memory_new(n, sizeof(*r->at));
	enum dt_status status = dt_parts_news_start(p, &r->news);
	if (status != DT_OK || !find_ways(p, r) || !r->room || !r->may ||
	    !r->departs || !r->at)
		return DT_ENOMEM;
	r->rows[0] = r->room;
	r->rows[1] = r->room + r->width * n;
	mark_may(p, r);
	mark_departs(p, r);
	return DT_OK;
}

void
dt_parts_rounds_free(struct dt_parts_rounds *r)
{
	dt_parts_news_free(&r->news);
	dt_memory_free(r->room);
	dt_memory_free(r->may);
	dt_memory_free(r->departs);
	dt_memory_free(r->at);
	dt_memory_free(r->ways);
	dt_memory_free(r->first);
}

double
dt_parts_rounds_act(const struct dt_worth *w, const struct dt_parts_rounds *r,
    size_t s, int act)
{
	size_t at = s * DT_SCENE_ACTS + (size_t)act;
	double sum = 0;
	if (isnan(w->pay[at]))
		return NAN;
	for (size_t k = r->first[at]; k < r->first[at + 1]; k++)
		sum += r->ways[k].chance * r->rows[1][r->ways[k].row +
		    DT_PARTS_COMPLY];
	return sum + w->pay[at];
}
