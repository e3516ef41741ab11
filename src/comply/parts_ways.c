/*
 * parts_ways: where acts lead in a game that ends, and room for two of its
 * rounds; see parts.h. What is the same in all rounds is found here, once.
 */
#include "comply/parts_internal.h"

#include <math.h>
#include <string.h>

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
static bool
departs(const struct dt_parts *p, const struct dt_parts_rounds *r, size_t s)
{
	const uint8_t *may = r->may + s * DT_WORTH_ACTS;
	bool asked = s < p->graph.end[DT_GRAPH_KEPT] ||
	    s >= p->graph.end[DT_GRAPH_LEFT];
	for (int act = DT_SCENE_SECRET; act < DT_WORTH_ACTS; act++)
		asked = asked || (may[act] >> DT_PARTS_LEFT & 1) != 0;
	return s >= p->looked && asked;
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
 * Returns how many. */
static size_t
ways_of(const struct dt_parts *p, size_t s, int act, size_t width,
    struct dt_parts_way *ways)
{
	const struct dt_graph *g = &p->graph;
	const double *pattern = p->scenes.of[g->scene[s]].pattern[act];
	size_t n = 0;
	for (size_t e = g->row[s]; e < g->row[s + 1]; e++) {
		double chance = g->chance[e] * pattern[g->pattern[e]];
		if (chance > 0)
			ways[n++] = (struct dt_parts_way){ g->to[e] * width,
			    chance };
	}
	return n;
}

static bool
leads_as(const struct dt_parts_way *ways, const struct dt_parts_choice *c,
    const struct dt_parts_choice *before)
{
	size_t n = c->end - c->way;
	return before->end - before->way == n && memcmp(ways + c->way,
	    ways + before->way, n * sizeof(*ways)) == 0;
}

/* Its own ways are put behind those of the choice before it. */
static void
add_choice(const struct dt_parts *p, struct dt_parts_rounds *r, size_t s,
    int act, struct dt_parts_choice *c)
{
	const struct dt_parts_choice *before = c - 1;
	bool complies = act == DT_SCENE_COMPLY;
	size_t way = c == r->choices ? 0 : before->end;
	*c = (struct dt_parts_choice){ .way = way, .act = (uint8_t)act,
	    .pay = p->worth.pay[s * DT_SCENE_ACTS + (size_t)act],
	    .plans = complies ? UINT8_MAX : r->may[s * DT_WORTH_ACTS +
		(size_t)act] };
	c->end = c->way + ways_of(p, s, act, r->width, r->ways + c->way);
	c->again = !complies && leads_as(r->ways, c, before);
	c->worse = c->again && !(c->pay > before->pay) &&
	    (c->plans & ~before->plans) == 0;
	if (c->again) {
		c->way = before->way;
		c->end = before->end;
	}
}

static bool
is_asked(const struct dt_parts *p, const struct dt_parts_rounds *r, size_t s,
    int act)
{
	return !isnan(p->worth.pay[s * DT_SCENE_ACTS + (size_t)act]) &&
	    (act == DT_SCENE_COMPLY || departs(p, r, s));
}

/* Room for the choices of all states, and for their ways if each edge is one;
 * first[]: how many choices came before. */
static bool
make_room(const struct dt_parts *p, struct dt_parts_rounds *r)
{
	const struct dt_graph *g = &p->graph;
	size_t ways = 0;
	r->first = dt_memory_new(r->n + 1, sizeof(*r->first));
	for (size_t s = 0; r->first != NULL && s < r->n; s++) {
		size_t acts = 0;
		for (int act = DT_SCENE_COMPLY; act < DT_SCENE_ACTS; act++)
			acts += is_asked(p, r, s, act);
		ways += acts * (g->row[s + 1] - g->row[s]);
		r->first[s + 1] = r->first[s] + acts;
	}
	r->ways = dt_memory_new(ways + 1, sizeof(*r->ways));
	r->choices = r->first == NULL ? NULL :
	    dt_memory_new(r->first[r->n] + 1, sizeof(*r->choices));
	return r->ways != NULL && r->choices != NULL;
}

static bool
find_choices(const struct dt_parts *p, struct dt_parts_rounds *r)
{
	if (!make_room(p, r))
		return false;
	struct dt_parts_choice *c = r->choices;
	for (size_t s = 0; s < r->n; s++)
		for (int act = DT_SCENE_COMPLY; act < DT_SCENE_ACTS; act++)
			if (is_asked(p, r, s, act))
				add_choice(p, r, s, act, c++);
	return true;
}

enum dt_status
dt_parts_rounds_start(const struct dt_parts *p, struct dt_parts_rounds *r)
{
	size_t n = p->graph.done;
	*r = (struct dt_parts_rounds){ .n = n };
	set_columns(p, r);
	r->room = dt_memory_new(2 * r->width * n + 1, sizeof(*r->room));
	r->may = dt_memory_new(n, DT_WORTH_ACTS);
	r->at = dt_memory_new(n, sizeof(*r->at));
	enum dt_status status = dt_parts_news_start(p, &r->news);
	if (status != DT_OK || !r->room || !r->may || !r->at)
		return DT_ENOMEM;
	r->rows[0] = r->room;
	r->rows[1] = r->room + r->width * n;
	mark_may(p, r);
	return find_choices(p, r) ? DT_OK : DT_ENOMEM;
}

void
dt_parts_rounds_free(struct dt_parts_rounds *r)
{
	dt_parts_news_free(&r->news);
	dt_memory_free(r->room);
	dt_memory_free(r->may);
	dt_memory_free(r->at);
	dt_memory_free(r->ways);
	dt_memory_free(r->choices);
	dt_memory_free(r->first);
}

double
dt_parts_rounds_act(const struct dt_parts_rounds *r, size_t s, int act)
{
	const struct dt_parts_choice *c = r->choices + r->first[s];
	const struct dt_parts_choice *end = r->choices + r->first[s + 1];
	double sum = 0;
	while (c < end && c->act != act)
		c++;
	if (c == end)
		return NAN;
	for (size_t k = c->way; k < c->end; k++)
		sum += r->ways[k].chance * r->rows[1][r->ways[k].row +
		    DT_PARTS_COMPLY];
	return sum + c->pay;
}
