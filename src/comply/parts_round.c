/*
 * parts_round: what the agent at hand has in the states of one round of a game
 * that ends, from what it has in the next; see parts.h.
 *
 * A state's values stand side by side in a row: by complying and by each best
 * plan; then while its notice runs, with every number of rounds of it left, at
 * the best and by complying. So one walk over a state's edges does for all of
 * them, lanes at a time: most of the work is there.
 */
#include "comply/parts_internal.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"

/* Columns that are reckoned at once, two vectors of them; a row need not begin
 * where a vector may. */
enum { LANES = 4 };
typedef double pair __attribute__((vector_size(16), aligned(8), may_alias));

/* The first columns of a row. */
enum { COMPLY, KEPT, LEFT, FULL, NOTICE };

/* Departures of which a plan may be made in a state: bits of acts. */
static void
mark_may(const struct dt_parts *p, struct dt_parts_rounds *r)
{
	bool (*const may[])(const void *, size_t, int) = {
		[DT_PARTS_PLAN_KEPT] = dt_parts_may_kept,
		[DT_PARTS_PLAN_LEFT] = dt_parts_may_left,
		[DT_PARTS_PLAN_FULL] = dt_parts_may_full };
	for (size_t s = 0; s < r->n; s++)
		for (int plan = 0; plan < DT_PARTS_PLANS; plan++)
			for (int act = DT_SCENE_SECRET; act < DT_WORTH_ACTS;
			    act++)
				if (may[plan](&p->graph, s, act))
					r->may[plan][s] |=
					    (uint8_t)(1U << act);
}

/* How wide rows are. Of a game that was gone through before its graph has
 * grown, no plans are asked for: nobody who complies comes to what is new. */
static void
set_columns(const struct dt_parts *p, struct dt_parts_rounds *r)
{
	size_t notices = (size_t)p->m->model.terms.notice + 1;
	size_t wide = (notices + LANES - 1) / LANES * LANES;
	bool leaves = p->graph.whole >= DT_GRAPH_LEFT;
	r->best = NOTICE + (leaves && p->looked == 0 ? wide : 0);
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

/* Those of all states and acts: the same in all rounds. */
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
	r->room = dt_memory_new((DT_PARTS_VALUES + 2 * DT_SCENE_ACTS + 2 *
	    r->width) * n + DT_SCENE_ACTS * r->width, sizeof(*r->room));
	r->marks = dt_memory_new(DT_PARTS_PLANS, n);
	r->known = dt_memory_new(DT_PARTS_PLACES * n, sizeof(*r->known));
	r->asked = dt_parts_asked(p);
	r->at = dt_memory_new(n, sizeof(*r->at));
	if (!find_ways(p, r) || !r->room || !r->marks || !r->known || !r->asked ||
	    !r->at)
		return DT_ENOMEM;
	double *at = r->room;
	r->now = (struct dt_parts_values){ at, at + n, at + 2 * n, at + 3 * n,
	    at + 4 * n, at + 5 * n };
	r->by_comply = at += DT_PARTS_VALUES * n;
	r->by_kept = at += DT_SCENE_ACTS * n;
	r->rows[0] = at += DT_SCENE_ACTS * n;
	r->rows[1] = at += r->width * n;
	r->acts = at += r->width * n;
	for (int plan = 0; plan < DT_PARTS_PLANS; plan++)
		r->may[plan] = r->marks + (size_t)plan * n;
	mark_may(p, r);
	return DT_OK;
}

void
dt_parts_rounds_free(struct dt_parts_rounds *r)
{
	dt_memory_free(r->room);
	dt_memory_free(r->marks);
	dt_memory_free(r->known);
	dt_memory_free(r->asked);
	dt_memory_free(r->at);
	dt_memory_free(r->ways);
	dt_memory_free(r->first);
}

/* acts[act]: what the state is worth by an act, by column of the row after it.
 */
static void
add_up(const struct dt_worth *w, const struct dt_parts_rounds *r, size_t s,
    int act, size_t columns)
{
	size_t at = s * DT_SCENE_ACTS + (size_t)act;
	const struct dt_parts_way *end = r->ways + r->first[at + 1];
	double pay = w->pay[at];
	double *out = r->acts + (size_t)act * r->width;
	for (size_t c = 0; c < columns; c += LANES) {
		const double *there = r->rows[1] + c;
		pair low = { 0 }, high = { 0 };
		for (const struct dt_parts_way *way = r->ways + r->first[at];
		    way < end; way++) {
			const pair *x = (const pair *)(there + way->row);
			low += way->chance * x[0];
			high += way->chance * x[1];
		}
		((pair *)(out + c))[0] = pay + w->keep * low;
		((pair *)(out + c))[1] = pay + w->keep * high;
	}
}

/* Whether departures in a state are asked for, by a plan or by who looks at
 * them. */
static bool
departs(const struct dt_parts *p, const struct dt_parts_rounds *r, size_t s)
{
	return s >= p->looked && (s < p->graph.end[DT_GRAPH_KEPT] ||
	    s >= p->graph.end[DT_GRAPH_LEFT] ||
	    r->may[DT_PARTS_PLAN_LEFT][s] != 0);
}

/* The acts of a state; the best of its columns of notice is in that of
 * complying. */
static void
weigh_acts(struct dt_parts *p, struct dt_parts_rounds *r, size_t s)
{
	const double *pay = p->worth.pay + s * DT_SCENE_ACTS;
	double *comply = r->acts;
	size_t at = s * DT_SCENE_ACTS;
	bool leaves = p->graph.leaving[s] != DT_INDEX_NONE;
	int acts = departs(p, r, s) ? DT_SCENE_ACTS : DT_SCENE_SECRET;
	size_t columns = leaves ? r->best : NOTICE;
	add_up(&p->worth, r, s, DT_SCENE_COMPLY, leaves ? r->width : NOTICE);
	r->by_comply[at] = comply[COMPLY];
	r->by_kept[at] = comply[KEPT];
	for (int act = DT_SCENE_SECRET; act < acts; act++) {
		double *by = r->acts + (size_t)act * r->width;
		if (isnan(pay[act]))
			by[COMPLY] = by[KEPT] = by[LEFT] = by[FULL] = NAN;
		else
			add_up(&p->worth, r, s, act, columns);
		r->by_comply[at + (size_t)act] = by[COMPLY];
		r->by_kept[at + (size_t)act] = by[KEPT];
		for (size_t c = NOTICE; !isnan(pay[act]) && c < columns; c++)
			comply[c] = by[c] > comply[c] ? by[c] : comply[c];
	}
}

/* The best of a column, by departures that a plan may make. */
static double
best_of(const struct dt_parts_rounds *r, unsigned may, int column,
    uint8_t *plan)
{
	double best = r->acts[column];
	*plan = DT_SCENE_COMPLY;
	for (int act = DT_SCENE_SECRET; act < DT_SCENE_ACTS; act++) {
		double x = r->acts[(size_t)act * r->width + (size_t)column];
		if ((may >> act & 1) != 0 && x > best) {        /* no NAN */
			best = x;
			*plan = (uint8_t)act;
		}
	}
	return best;
}

/* One more round of notice is left than in the round after it. Where it cannot
 * have given any it is no party, and all goes on as it does. */
static void
run_on(const struct dt_parts_rounds *r, size_t from, size_t to, bool leaves,
    double stays, double *row)
{
	if (leaves && to > from)
		memcpy(row + from + 1, r->acts + from,
		    (to - from - 1) * sizeof(*row));
	for (size_t c = from; !leaves && c < to; c++)
		row[c] = stays;
}

/* All of a state but what hangs on giving notice in this round. */
static void
find_values(struct dt_parts *p, struct dt_parts_rounds *r, size_t s)
{
	struct dt_parts_values *x = &r->now;
	double *row = r->rows[0] + s * r->width;
	bool leaves = p->graph.leaving[s] != DT_INDEX_NONE;
	uint8_t plan;
	weigh_acts(p, r, s);
	x->comply[s] = x->kept[s] = x->left[s] = x->full[s] = r->acts[COMPLY];
	if (p->looked == 0) {
		x->kept[s] = best_of(r, r->may[DT_PARTS_PLAN_KEPT][s], KEPT,
		    &plan);
		x->left[s] = best_of(r, r->may[DT_PARTS_PLAN_LEFT][s], LEFT,
		    &plan);
		x->full[s] = best_of(r, r->may[DT_PARTS_PLAN_FULL][s], FULL,
		    &p->worth.plan[s]);
	}
	row[COMPLY] = x->comply[s];
	row[KEPT] = x->kept[s];
	row[LEFT] = x->left[s];
	row[FULL] = x->full[s];
	run_on(r, NOTICE, r->best, leaves, x->left[s], row);
	run_on(r, r->best, r->width, leaves, x->comply[s], row);
}

/* Giving notice: what it is worth, and whether the full plan does it. */
static void
find_leave(struct dt_parts *p, const struct dt_parts_rounds *r, size_t s)
{
	const struct dt_parts_values *x = &r->now;
	double *row = r->rows[0] + s * r->width;
	size_t notice = (size_t)p->m->model.terms.notice;
	uint32_t left = p->graph.leaving[s];
	x->leave[s] = x->leave_best[s] = NAN;
	if (left == DT_INDEX_NONE)
		return;
	if (r->best > NOTICE) {
		row[NOTICE] = x->left[left];
		x->leave[s] = x->leave_best[s] = row[NOTICE + notice];
	}
	if (r->width > r->best) {
		row[r->best] = x->comply[left];
		x->leave[s] = row[r->best + notice];
	}
	if (p->looked == 0 && x->leave_best[s] > x->full[s] &&
	    (r->may[DT_PARTS_PLAN_FULL][s] >> DT_WORTH_WITHDRAW & 1) != 0) {
		row[FULL] = x->full[s] = x->leave_best[s];
		p->worth.plan[s] = DT_WORTH_WITHDRAW;
	}
}

/* The states that are asked for, part by part. */
static void
list(const struct dt_graph *g, struct dt_parts_rounds *r,
    const unsigned char *mark)
{
	r->here = 0;
	for (size_t s = 0; s < g->done; s++)
		if ((mark[s] & DT_PARTS_ASKED) != 0)
			r->at[r->here++] = (uint32_t)s;
}

void
dt_parts_rounds_back(struct dt_parts *p, struct dt_parts_rounds *r,
    const unsigned char *mark)
{
	list(&p->graph, r, mark);
	for (size_t k = 0; k < r->here; k++)
		find_values(p, r, r->at[k]);
	for (size_t k = 0; k < r->here; k++)
		find_leave(p, r, r->at[k]);
	p->worth.leave = r->now.leave_best;
}

void
dt_parts_rounds_swap(struct dt_parts_rounds *r)
{
	double *row = r->rows[0];
	r->rows[0] = r->rows[1];
	r->rows[1] = row;
}
