/*
 * parts_ending: an agent's values and departures in a game that ends, from its
 * last round to its first; see parts.h. Expected are the states that compliers
 * come to in that very round.
 */
#include "comply/parts_internal.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"

/* Of each number of rounds of notice left: [left * n + state]. */
struct notices {
	double *now, *after, *best_now, *best_after;
};

/* Marks of each round, one after the other. */
static unsigned char *
mark_rounds(const struct dt_parts *p, size_t rounds)
{
	size_t n = p->graph.done;
	unsigned char *all = dt_memory_new(rounds + 1, n);
	if (all == NULL)
		return NULL;
	all[p->graph.start] = 1;
	for (size_t t = 1; t < rounds; t++)
		dt_parts_ahead(p, all + (t - 1) * n, all + t * n);
	return all;
}

/* The best of a round, by departures that a plan may make. */
static double
best_of(const struct dt_parts *p, size_t s,
    bool (*may)(const void *, size_t, int), const double *after,
    uint8_t *plan)
{
	double best = dt_worth_act(&p->worth, s, DT_SCENE_COMPLY, after);
	*plan = DT_SCENE_COMPLY;
	for (int act = DT_SCENE_SECRET; act < DT_WORTH_ACTS; act++) {
		if (!may(&p->graph, s, act))
			continue;
		double x = dt_worth_act(&p->worth, s, act, after);
		if (!isnan(x) && x > best) {
			best = x;
			*plan = (uint8_t)act;
		}
	}
	return best;
}

/* What giving notice is worth in this round: [left * n + state] of those with
 * so many rounds of it left, of this round and of the one after. */
static void
leave(struct dt_parts *p, bool best, const double *now, const double *after,
    double *here, double *there, double *out)
{
	size_t n = p->graph.done;
	int64_t notice = p->m->model.terms.notice;
	for (int64_t left = 0; left <= notice; left++)
		dt_parts_notice(p, best, now, after, left == 0 ? NULL :
		    there + (size_t)(left - 1) * n, here + (size_t)left * n);
	memcpy(out, here + (size_t)notice * n, n * sizeof(*out));
}

/* The best plans of a round: each of states that its departures lead to. */
static void
plan_back(struct dt_parts *p, const struct dt_parts_values *now,
    const struct dt_parts_values *after, const struct notices *x)
{
	uint8_t plan;
	const size_t *end = p->graph.end;
	for (size_t s = 0; s < end[DT_GRAPH_KEPT]; s++)
		now->kept[s] = best_of(p, s, dt_parts_may_kept, after->kept,
		    &plan);
	if (p->graph.whole < DT_GRAPH_LEFT)
		return;
	for (size_t s = 0; s < end[DT_GRAPH_LEFT]; s++)
		now->left[s] = best_of(p, s, dt_parts_may_left, after->left,
		    &plan);
	leave(p, true, now->left, after->left, x->best_now, x->best_after,
	    now->leave_best);
	p->worth.leave = now->leave_best;
	for (size_t s = 0; s < end[DT_GRAPH_KEPT]; s++)
		now->full[s] = best_of(p, s, dt_parts_may_full, after->full,
		    &p->worth.plan[s]);
}

/* One round further back. Where a game was gone through before its graph has
 * grown, no plans are asked for: nobody who complies comes to what is new. */
static void
go_back(struct dt_parts *p, const struct dt_parts_values *now,
    const struct dt_parts_values *after, const struct notices *x)
{
	size_t n = p->graph.done;
	for (size_t s = 0; s < n; s++)
		now->comply[s] = dt_worth_act(&p->worth, s, DT_SCENE_COMPLY,
		    after->comply);
	if (p->looked == 0)
		plan_back(p, now, after, x);
	if (p->graph.whole < DT_GRAPH_LEFT)
		return;
	if (p->brief)   /* as parts_agent.c: complying then is not told */
		memcpy(now->leave, now->leave_best, n * sizeof(*now->leave));
	else
		leave(p, false, now->comply, after->comply, x->now, x->after,
		    now->leave);
}

/* The most that the full plan gains where racing alone gains nothing. */
static enum dt_status
look_for_plan(struct dt_parts *p, const unsigned char *mark,
    const struct dt_parts_sight *x)
{
	size_t at = SIZE_MAX;
	double most = 0;
	if (p->graph.whole < DT_GRAPH_LEFT || p->shown[DT_COMPLY_KEPT] >
	    1e-10 * p->scale)
		return DT_OK;
	for (size_t s = 0; s < p->graph.end[DT_GRAPH_KEPT]; s++) {
		double gain = x->now->full[s] - x->now->comply[s];
		if (mark[s] && gain > most &&
		    p->worth.plan[s] != DT_SCENE_COMPLY) {
			most = gain;
			at = s;
		}
	}
	return at == SIZE_MAX ? DT_OK : dt_parts_plan(p, at, x);
}

static enum dt_status
look(struct dt_parts *p, const unsigned char *mark,
    const struct dt_parts_sight *sight)
{
	struct dt_parts_sight x = *sight;
	enum dt_status status = DT_OK;
	for (size_t s = p->looked; s < p->graph.done && status == DT_OK; s++) {
		x.expected = mark[s];
		status = dt_parts_look(p, s, &x);
	}
	x.expected = true;
	return status != DT_OK || p->looked > 0 ? status :
	    look_for_plan(p, mark, &x);
}

static void
set_values(struct dt_parts_values *x, double *room, size_t n)
{
	*x = (struct dt_parts_values){ room, room + n, room + 2 * n,
	    room + 3 * n, room + 4 * n, room + 5 * n };
}

static enum dt_status
go_through(struct dt_parts *p, const unsigned char *marks, double *room)
{
	size_t n = p->graph.done;
	int64_t rounds = p->m->model.rounds;
	struct dt_parts_values one, other, *now = &one, *after = &other;
	enum dt_status status = DT_OK;
	size_t all = (size_t)(p->m->model.terms.notice + 1) * n;
	set_values(now, room, n);
	set_values(after, room + 6 * n, n);
	room += 12 * n;
	struct notices x = { room, room + all, room + 2 * all,
	    room + 3 * all }, back;
	/* After the last round there is nothing: 0, and nobody has notice. */
	for (size_t k = 0; k < all; k++)
		x.after[k] = x.best_after[k] = 0;
	for (int64_t t = rounds; t > 0 && status == DT_OK; t--) {
		go_back(p, now, after, &x);
		if (!dt_number_finite(now->comply, n))
			return dt_status_fail(p->err, DT_EUSAGE, "values that "
			    "are not finite");
		struct dt_parts_sight sight = { .round = t, .now = now,
		    .after = after, .expected = true,
		    .norm = 1 / (double)(rounds - t + 1) };
		status = look(p, marks + (size_t)(t - 1) * n, &sight);
		if (t == 1 && status == DT_OK && p->looked == 0)
			status = dt_parts_abstain(p, &sight);
		struct dt_parts_values *swap = now;
		now = after;
		after = swap;
		back = (struct notices){ x.after, x.now, x.best_after,
		    x.best_now };
		x = back;
	}
	if (status == DT_OK)
		p->v->start[p->agent] = after->comply[p->graph.start] /
		    (double)rounds;
	return status;
}

enum dt_status
dt_parts_ending(struct dt_parts *p)
{
	size_t n = p->graph.done, rounds = (size_t)p->m->model.rounds;
	double kept = (double)rounds + 4 * (double)p->m->model.terms.notice;
	if (kept * (double)n > p->limits->round_states)
		return dt_status_fail(p->err, DT_EUSAGE, "an exact answer is "
		    "out of reach: %zu states in each of %zu rounds", n,
		    rounds);
	unsigned char *marks = mark_rounds(p, rounds);
	size_t notices = (size_t)p->m->model.terms.notice + 1;
	double *room = dt_memory_new((12 + 4 * notices) * n, sizeof(*room));
	enum dt_status status = marks == NULL || room == NULL ? DT_ENOMEM :
	    go_through(p, marks, room);
	p->worth.leave = NULL;
	dt_memory_free(marks);
	dt_memory_free(room);
	return status;
}
