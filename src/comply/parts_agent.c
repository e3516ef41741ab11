/* parts_agent: an agent's values and departures in an endless game; see
 * parts.h. */
#include "comply/parts_internal.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"

/* Marks what a round of compliers may lead to from the states marked. */
static void
mark_ahead(const struct dt_parts *p, unsigned char *mark)
{
	const struct dt_graph *g = &p->graph;
	for (size_t s = 0; s < g->end[DT_GRAPH_KEPT]; s++) {
		const double *pattern =
		    p->scenes.of[g->scene[s]].pattern[DT_SCENE_COMPLY];
		for (size_t e = g->row[s]; mark[s] && e < g->row[s + 1]; e++)
			if (pattern[g->pattern[e]] > 0)
				mark[g->to[e]] = DT_PARTS_EXPECTED;
	}
}

/* All that compliers ever come to. States are met in the order of rounds, so
 * that few passes are needed. */
static void
mark_expected(struct dt_parts *p)
{
	size_t n = p->graph.end[DT_GRAPH_KEPT], before = 0, now = 1;
	p->expected[p->graph.start] = DT_PARTS_EXPECTED;
	while (now > before) {
		before = now;
		mark_ahead(p, p->expected);
		now = 0;
		for (size_t s = 0; s < n; s++)
			now += p->expected[s];
	}
}

/* The best plan, from the k-th of the past on; or from complying; or, without
 * what that is worth, from the plan and the values at hand. */
static enum dt_status
best(struct dt_parts *p, enum dt_graph_part part, size_t k,
    bool (*may)(const void *, size_t, int), const double *from, double *value)
{
	struct dt_worth_leave leave = { may, &p->graph };
	double off = 0;
	bool again = p->past != NULL && p->past->there;
	size_t n = p->worth.n = p->graph.end[part];
	uint8_t *plan = p->past == NULL ? NULL :
	    p->past->plan + k * p->graph.done;
	if (again)
		memcpy(p->worth.plan, plan, n);
	else if (from != NULL)
		memcpy(value, from, n * sizeof(*value));
	enum dt_status status = (again ? dt_worth_resume : from != NULL ?
	    dt_worth_best : dt_worth_better)(&p->worth, &leave, value, &off,
	    p->err);
	if (plan != NULL)
		memcpy(plan, p->worth.plan, n);
	p->rounding = off > p->rounding ? off : p->rounding;
	return status;
}

/* One round in which notice runs on; next: what it has after it. */
static double
run_on(const struct dt_parts *p, size_t s, bool best, const double *next)
{
	double acts[DT_WORTH_ACTS];
	if (!best)
		return dt_worth_act(&p->worth, s, DT_SCENE_COMPLY, next);
	dt_worth_acts(&p->worth, s, next, acts);
	double most = acts[DT_SCENE_COMPLY];
	for (int act = DT_SCENE_SECRET; act < DT_SCENE_ACTS; act++)
		most = acts[act] > most ? acts[act] : most;     /* no NAN */
	return most;
}

/* What it has with so many rounds of notice left: from that with one less after
 * the next round, and `after` where it is no party then. before is not kept;
 * NULL: this is the last round of notice, and the rest is `now`. At the best, or
 * complying. NAN: it cannot have given notice there. It is a party as before
 * until the last of them, so all but that one lead where the same round without
 * notice leads, and need no states of their own. */
static void
pass_notice(const struct dt_parts *p, bool best, const double *now,
    const double *after, double *before, double *out)
{
	const struct dt_graph *g = &p->graph;
	size_t n = g->done;
	for (size_t s = 0; before != NULL && s < n; s++)
		if (isnan(before[s]))
			before[s] = after[s];
	for (size_t s = 0; s < n; s++)
		if (g->leaving[s] == DT_INDEX_NONE)
			out[s] = NAN;
		else
			out[s] = before == NULL ? now[g->leaving[s]] :
			    run_on(p, s, best, before);
}

/* What giving notice is worth, from its last round back to its first. Where
 * findings alone are asked for, complying during it is not told. */
static enum dt_status
find_leave(struct dt_parts *p, struct dt_parts_values *x, bool plans)
{
	size_t n = p->graph.done;
	double *room = dt_memory_new(n, sizeof(*room));
	if (room == NULL)
		return DT_ENOMEM;
	for (int best = p->brief; best < 1 + plans; best++) {
		double *now = best ? x->leave_best : x->leave, *last = room;
		const double *after = best ? x->left : x->comply;
		for (int64_t left = 0; left <= p->m->model.terms.notice;
		    left++) {
			pass_notice(p, best, after, after, left == 0 ? NULL :
			    last, now);
			memcpy(last, now, n * sizeof(*now));
		}
	}
	if (p->brief)
		memcpy(x->leave, x->leave_best, n * sizeof(*x->leave));
	dt_memory_free(room);
	return DT_OK;
}

/* Of all departures, once the best plan of racing is at hand: none but notice
 * is to be added to it, in few states if any. */
static enum dt_status
find_full(struct dt_parts *p, struct dt_parts_values *x)
{
	size_t kept = p->graph.end[DT_GRAPH_KEPT];
	size_t rest = p->graph.end[DT_GRAPH_LEFT] - kept;
	p->worth.leave = x->leave_best;
	if (p->past == NULL || !p->past->there) {
		memcpy(x->full, x->kept, kept * sizeof(*x->full));
		memcpy(x->full + kept, x->comply + kept, rest *
		    sizeof(*x->full));
		memset(p->worth.plan + kept, DT_SCENE_COMPLY, rest);
	}
	return best(p, DT_GRAPH_LEFT, 2, dt_parts_may_full, NULL, x->full);
}

static enum dt_status
find_values(struct dt_parts *p, struct dt_parts_values *x)
{
	bool leaves = p->graph.whole >= DT_GRAPH_LEFT;
	p->worth.n = p->graph.done;
	enum dt_status status = dt_worth_comply(&p->worth, x->comply,
	    &p->rounding, p->err);
	if (status == DT_OK && leaves)
		status = best(p, DT_GRAPH_LEFT, 1, dt_parts_may_left,
		    x->comply, x->left);
	if (status == DT_OK && leaves)
		status = find_leave(p, x, true);
	if (status == DT_OK)
		status = best(p, DT_GRAPH_KEPT, 0, dt_parts_may_kept,
		    x->comply, x->kept);
	return status == DT_OK && leaves ? find_full(p, x) : status;
}

static enum dt_status
look(struct dt_parts *p, const struct dt_parts_values *values)
{
	struct dt_parts_sight x = { .norm = 1 - p->keep, .now = values,
	    .after = values, .expected = true };
	enum dt_status status = dt_parts_abstain(p, &x);
	for (size_t s = 0; s < p->graph.done && status == DT_OK; s++) {
		x.expected = s < p->graph.end[DT_GRAPH_KEPT] &&
		    p->expected[s];
		status = dt_parts_look(p, s, &x);
	}
	if (status == DT_OK)
		status = dt_parts_look_for_plan(p, p->expected,
		    p->shown[DT_COMPLY_KEPT], &x);
	p->v->start[p->agent] = values->comply[p->graph.start] * (1 - p->keep);
	return status;
}

static struct dt_parts_values
values_in(double *room, size_t n)
{
	return (struct dt_parts_values){ room, room + n, room + 2 * n,
	    room + 3 * n, room + 4 * n, room + 5 * n, 1, 1 };
}

enum dt_status
dt_parts_agent(struct dt_parts *p)
{
	size_t n = p->graph.done;
	p->room = p->past != NULL ? p->past->room :
	    dt_memory_new(DT_PARTS_VALUES * n, sizeof(*p->room));
	if (p->room == NULL)
		return DT_ENOMEM;
	struct dt_parts_values x = values_in(p->room, n);
	mark_expected(p);
	enum dt_status status = find_values(p, &x);
	if (status == DT_OK)
		status = look(p, &x);
	if (p->past != NULL)
		p->past->there = status == DT_OK;
	p->worth.leave = NULL;
	return status;
}

/* There all are met who comply, so that no other plans are asked for. */
enum dt_status
dt_parts_others(struct dt_parts *p, size_t from)
{
	size_t n = p->graph.done;
	double off = 0, *room = dt_memory_new(DT_PARTS_VALUES * n,
	    sizeof(*room));
	if (room == NULL)
		return DT_ENOMEM;
	struct dt_parts_values x = values_in(room, n);
	struct dt_parts_sight sight = { .norm = 1 - p->keep, .now = &x,
	    .after = &x };
	memcpy(x.comply, p->room, from * sizeof(*x.comply));
	dt_memory_free(p->room);
	p->room = room;
	enum dt_status status = dt_worth_comply(&p->worth, x.comply, &off,
	    p->err);
	p->rounding = off > p->rounding ? off : p->rounding;
	if (status == DT_OK)
		status = find_leave(p, &x, false);
	for (size_t s = from; s < n && status == DT_OK; s++)
		status = dt_parts_look(p, s, &sight);
	return status;
}
