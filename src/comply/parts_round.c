/*
 * parts_round: what an agent's states are worth in one round of a game that
 * ends, from what they are worth in the next; see parts.h.
 *
 * The acts of a state share a walk over its edges, and so do all numbers of
 * rounds of notice that may be left: most of the work is there.
 */
#include "comply/parts_internal.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"

/* Of a vector of values with notice: rows of whole lanes. */
enum { LANES = 4 };

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

enum dt_status
dt_parts_rounds_start(const struct dt_parts *p, struct dt_parts_rounds *r)
{
	size_t n = p->graph.done;
	size_t notices = (size_t)p->m->model.terms.notice + 1;
	size_t wide = (notices + LANES - 1) / LANES * LANES;
	*r = (struct dt_parts_rounds){ .n = n, .wide = wide,
	    .room = dt_memory_new((2 * DT_PARTS_VALUES + 2 * DT_SCENE_ACTS +
	    4 * wide) * n + 2 * wide, sizeof(*r->room)),
	    .marks = dt_memory_new(DT_PARTS_PLANS, n),
	    .known = dt_memory_new(2 * DT_WORTH_ACTS * n,
	    sizeof(*r->known)) };
	if (r->room == NULL || r->marks == NULL || r->known == NULL)
		return DT_ENOMEM;
	double *at = r->room;
	for (int k = 0; k < 2; k++, at += DT_PARTS_VALUES * n)
		r->of[k] = (struct dt_parts_values){ at, at + n, at + 2 * n,
		    at + 3 * n, at + 4 * n, at + 5 * n };
	r->by_comply = at;
	r->by_kept = at += DT_SCENE_ACTS * n;
	at += DT_SCENE_ACTS * n;
	for (int k = 0; k < 4; k++, at += wide * n)
		r->notice[k / 2][k % 2] = at;
	r->row = at;
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
}

/* The best of a round, by departures that a plan may make: `acts` and, where it
 * is among them, giving notice. */
static double
best_of(unsigned may, const double *acts, double leave, uint8_t *plan)
{
	double best = acts[DT_SCENE_COMPLY];
	*plan = DT_SCENE_COMPLY;
	for (int act = DT_SCENE_SECRET; act < DT_WORTH_ACTS; act++) {
		double x = act == DT_WORTH_WITHDRAW ? leave : acts[act];
		if ((may >> act & 1) != 0 && !isnan(x) && x > best) {
			best = x;
			*plan = (uint8_t)act;
		}
	}
	return best;
}

/* Adds a chance of values to a row of them. */
static void
add_row(double *restrict row, const double *restrict values, double chance,
    size_t wide)
{
	for (size_t k = 0; k < wide; k += LANES)
		for (size_t i = 0; i < LANES; i++)
			row[k + i] += chance * values[k + i];
}

/* row[left]: what it has by an act while its notice runs on, from what it has
 * in the next round with so many rounds of it left. */
static void
run_on(const struct dt_worth *w, size_t s, int act, const double *there,
    double *row, size_t wide)
{
	const struct dt_graph *g = w->graph;
	const double *pattern = w->scenes->of[g->scene[s]].pattern[act];
	memset(row, 0, wide * sizeof(*row));
	for (size_t e = g->row[s]; e < g->row[s + 1]; e++) {
		double chance = g->chance[e] * pattern[g->pattern[e]];
		if (chance > 0)
			add_row(row, there + g->to[e] * wide, chance, wide);
	}
	double pay = w->pay[s * DT_SCENE_ACTS + (size_t)act];
	for (size_t k = 0; k < wide; k++)
		row[k] = pay + w->keep * row[k];
}

/* here[1 + left]: the best of all acts, or complying. */
static void
notice_of(const struct dt_parts_rounds *r, const struct dt_worth *w, size_t s,
    bool best, const double *there, double *here)
{
	double *most = r->row, *row = r->row + r->wide;
	run_on(w, s, DT_SCENE_COMPLY, there, most, r->wide);
	for (int act = DT_SCENE_SECRET; best && act < DT_SCENE_ACTS; act++) {
		if (isnan(w->pay[s * DT_SCENE_ACTS + (size_t)act]))
			continue;
		run_on(w, s, act, there, row, r->wide);
		for (size_t k = 0; k < r->wide; k++)
			most[k] = row[k] > most[k] ? row[k] : most[k];
	}
	memcpy(here + 1, most, (r->wide - 1) * sizeof(*here));
}

/* Of each state with every number of rounds of notice left, see
 * dt_parts_notice; out[state]: with all of them. Where it cannot have given
 * notice it is no party, and all goes on as it does. */
static void
leave(const struct dt_parts *p, const struct dt_parts_rounds *r, bool best,
    const double *now, double *out)
{
	const struct dt_graph *g = &p->graph;
	double *here = r->notice[best][0];
	for (size_t s = 0; s < r->n; s++) {
		double *row = here + s * r->wide;
		if (g->leaving[s] != DT_INDEX_NONE) {
			notice_of(r, &p->worth, s, best, r->notice[best][1],
			    row);
			row[0] = now[g->leaving[s]];
			out[s] = row[p->m->model.terms.notice];
			continue;
		}
		for (size_t k = 0; k < r->wide; k++)
			row[k] = now[s];
		out[s] = NAN;
	}
}

/* The best plans of a round: each of states that its departures lead to. */
static void
plan_back(struct dt_parts *p, const struct dt_parts_rounds *r)
{
	const struct dt_parts_values *now = &r->of[0], *after = &r->of[1];
	const size_t *end = p->graph.end;
	double acts[DT_SCENE_ACTS];
	uint8_t plan;
	for (size_t s = 0; s < end[DT_GRAPH_KEPT]; s++) {
		double *by = r->by_kept + s * DT_SCENE_ACTS;
		dt_worth_acts(&p->worth, s, after->kept, by);
		now->kept[s] = best_of(r->may[DT_PARTS_PLAN_KEPT][s], by, NAN,
		    &plan);
	}
	if (p->graph.whole < DT_GRAPH_LEFT)
		return;
	for (size_t s = 0; s < end[DT_GRAPH_LEFT]; s++) {
		unsigned may = r->may[DT_PARTS_PLAN_LEFT][s];
		if (may == 0) {
			now->left[s] = dt_worth_act(&p->worth, s,
			    DT_SCENE_COMPLY, after->left);
			continue;
		}
		dt_worth_acts(&p->worth, s, after->left, acts);
		now->left[s] = best_of(may, acts, NAN, &plan);
	}
	leave(p, r, true, now->left, now->leave_best);
	p->worth.leave = now->leave_best;
	for (size_t s = 0; s < end[DT_GRAPH_KEPT]; s++) {
		dt_worth_acts(&p->worth, s, after->full, acts);
		now->full[s] = best_of(r->may[DT_PARTS_PLAN_FULL][s], acts,
		    now->leave_best[s], &p->worth.plan[s]);
	}
}

void
dt_parts_rounds_back(struct dt_parts *p, struct dt_parts_rounds *r)
{
	const struct dt_parts_values *now = &r->of[0], *after = &r->of[1];
	for (size_t s = 0; s < r->n; s++) {
		double *by = r->by_comply + s * DT_SCENE_ACTS;
		dt_worth_acts(&p->worth, s, after->comply, by);
		now->comply[s] = by[DT_SCENE_COMPLY];
	}
	/* Where a game was gone through before its graph has grown, no plans
	 * are asked for: nobody who complies comes to what is new. */
	if (p->looked == 0)
		plan_back(p, r);
	if (p->graph.whole < DT_GRAPH_LEFT)
		return;
	if (p->brief)   /* as parts_agent.c: complying then is not told */
		memcpy(now->leave, now->leave_best, r->n *
		    sizeof(*now->leave));
	else
		leave(p, r, false, now->comply, now->leave);
}

void
dt_parts_rounds_swap(struct dt_parts_rounds *r)
{
	struct dt_parts_values values = r->of[0];
	r->of[0] = r->of[1];
	r->of[1] = values;
	for (int best = 0; best < 2; best++) {
		double *notice = r->notice[best][0];
		r->notice[best][0] = r->notice[best][1];
		r->notice[best][1] = notice;
	}
}
