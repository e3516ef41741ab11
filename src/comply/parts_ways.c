/*
 * parts_ways: room for two rounds of a game that ends, and what notice is worth
 * in it where that can be said of all rounds at once; see parts.h.
 */
#include "comply/parts_rounds.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "base/vector.h"

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

/* What it has in a round where it is no party any more: at the best, and by
 * complying. */
static void
pay_out(const struct dt_parts *p, const struct dt_parts_rounds *r, size_t s,
    double out[DT_PARTS_NOTICES])
{
	const double *pay = p->worth.pay + s * DT_SCENE_ACTS;
	const uint8_t *may = r->may + s * DT_WORTH_ACTS;
	out[DT_PARTS_NOTICE_COMPLY] = out[DT_PARTS_NOTICE_BEST] =
	    pay[DT_SCENE_COMPLY];
	for (int act = DT_SCENE_SECRET; act < DT_SCENE_ACTS; act++)
		if ((may[act] >> DT_PARTS_LEFT & 1) != 0 &&
		    pay[act] > out[DT_PARTS_NOTICE_BEST])
			out[DT_PARTS_NOTICE_BEST] = pay[act];
}

/* A state where it is no party, once: it waits in at[] to be gone on from. */
static void
wait_out(const struct dt_parts *p, struct dt_parts_rounds *r, size_t s,
    unsigned char *seen)
{
	if (!seen[s] && p->graph.leaving[s] == DT_INDEX_NONE) {
		seen[s] = true;
		r->at[r->here++] = (uint32_t)s;
	}
}

/* Where notice ends, at its time or with the treaty. */
static void
wait_all_out(const struct dt_parts *p, struct dt_parts_rounds *r,
    unsigned char *seen)
{
	const struct dt_graph *g = &p->graph;
	for (size_t s = 0; s < r->n; s++) {
		if (g->leaving[s] == DT_INDEX_NONE)
			continue;
		wait_out(p, r, g->leaving[s], seen);
		for (size_t e = g->row[s]; e < g->row[s + 1]; e++)
			wait_out(p, r, g->to[e], seen);
	}
}

/* Whether it has the same in all rounds but the first of those in which it is no
 * party, and never is one again. */
static bool
is_level(const struct dt_parts *p, struct dt_parts_rounds *r,
    unsigned char *seen)
{
	const struct dt_graph *g = &p->graph;
	double out[DT_PARTS_NOTICES], *as = r->notice.out;
	bool some = false;
	wait_all_out(p, r, seen);
	for (size_t k = 0; k < r->here; k++)
		for (size_t e = g->row[r->at[k]]; e < g->row[r->at[k] + 1];
		    e++) {
			pay_out(p, r, g->to[e], some ? out : as);
			if (g->leaving[g->to[e]] != DT_INDEX_NONE ||
			    (some && (out[0] != as[0] || out[1] != as[1])))
				return false;
			some = true;
			wait_out(p, r, g->to[e], seen);
		}
	return some;
}

static bool
find_level(const struct dt_parts *p, struct dt_parts_rounds *r)
{
	unsigned char *seen = dt_memory_new(r->n, 1);
	r->notice.level = seen != NULL && p->graph.whole >= DT_GRAPH_LEFT &&
	    is_level(p, r, seen);
	r->narrow = r->notice.level || p->graph.whole < DT_GRAPH_LEFT;
	r->here = 0;
	dt_memory_free(seen);
	return seen != NULL;
}

/* How wide rows are; see mark_may. */
static void
set_columns(const struct dt_parts *p, struct dt_parts_rounds *r)
{
	size_t notices = (size_t)p->m->model.terms.notice + 1;
	size_t wide = (notices + DT_OCT - 1) / DT_OCT * DT_OCT;
	bool leaves = p->graph.whole >= DT_GRAPH_LEFT && !r->notice.level;
	r->best = (r->narrow ? DT_PARTS_HEADS : DT_PARTS_FIRST) +
	    (leaves && p->looked == 0 ? wide : 0);
	/* Complying then is not told where findings alone are asked for. */
	r->width = r->best + (leaves && !p->brief ? wide : 0);
}

/* They begin where vectors may. */
static bool
make_rows(struct dt_parts_rounds *r)
{
	size_t all = r->width * r->n;
	r->room = dt_memory_new(2 * all + DT_OCT, sizeof(*r->room));
	if (r->room == NULL)
		return false;
	uintptr_t off = (uintptr_t)r->room / sizeof(*r->room) % DT_OCT;
	r->rows[0] = r->room + (off > 0 ? DT_OCT - off : 0);
	r->rows[1] = r->rows[0] + all;
	return true;
}

/* What a state where notice runs is worth, from what it has after the round. */
static void
weigh_notice(const struct dt_parts_rounds *r, size_t s, const double *next,
    double *more)
{
	const struct dt_parts_place *is = r->place + s;
	const struct dt_parts_form *form = r->forms.of + is->form;
	const struct dt_parts_choice *first = r->forms.choices + form->choice;
	for (const struct dt_parts_choice *c = first; c < first + form->n; c++) {
		double sum[] = { c->pay - r->notice.out[0],
		    c->pay - r->notice.out[1] };
		for (size_t w = c->way; w < c->end; w++) {
			const struct dt_parts_way *way = r->forms.ways + w;
			const double *x = next + r->to[is->edge + way->to] *
			    (size_t)DT_PARTS_NOTICES;
			sum[0] += way->chance * x[0];
			sum[1] += way->chance * x[1];
		}
		if (c == first)
			memcpy(more, sum, sizeof(sum));
		else if (sum[DT_PARTS_NOTICE_BEST] > more[DT_PARTS_NOTICE_BEST])
			more[DT_PARTS_NOTICE_BEST] = sum[DT_PARTS_NOTICE_BEST];
	}
}

/* A round more of notice; first: what a round as no party has, if the next. */
static double *
add_notice(const struct dt_parts *p, const struct dt_parts_rounds *r,
    const double *first, const double *next, double *more)
{
	for (size_t s = 0; s < r->n; s++) {
		size_t at = s * DT_PARTS_NOTICES;
		if (p->graph.leaving[s] != DT_INDEX_NONE)
			weigh_notice(r, s, next, more + at);
		else
			memcpy(more + at, first + at, DT_PARTS_NOTICES *
			    sizeof(*more));
	}
	return more;
}

/* Notice that ends: the round after it, where it is no party for the first
 * time, may have another pay than those that follow. */
static void
start_notice(const struct dt_parts *p, const struct dt_parts_rounds *r,
    double *first, double *ends)
{
	const uint32_t *leaving = p->graph.leaving;
	for (size_t s = 0; s < r->n; s++) {
		double *x = first + s * DT_PARTS_NOTICES;
		pay_out(p, r, s, x);
		for (size_t k = 0; k < DT_PARTS_NOTICES; k++)
			x[k] -= r->notice.out[k];
	}
	for (size_t s = 0; s < r->n; s++)
		memcpy(ends + s * DT_PARTS_NOTICES, first + (leaving[s] ==
		    DT_INDEX_NONE ? s : leaving[s]) * DT_PARTS_NOTICES,
		    DT_PARTS_NOTICES * sizeof(*ends));
}

/* By how many rounds are left, up to its own; and, where more are gone through,
 * that of notice which ends: of fewer rounds it is in `last` and `spare` by
 * turns, so that the whole of it comes to stand in `last`. */
static void
add_all_notice(const struct dt_parts *p, struct dt_parts_rounds *r,
    size_t notice)
{
	size_t wide = r->n * DT_PARTS_NOTICES;
	double *next = r->notice.more, *last = next + (notice + 1) * wide;
	double *spare = last + wide, *first = spare + wide;
	size_t rounds = (size_t)r->gone_through;
	start_notice(p, r, first, notice % 2 == 0 ? last : spare);
	for (size_t k = 1; k <= notice && k <= rounds; k++) {
		next = add_notice(p, r, first, next, next + wide);
		if (rounds <= notice)
			continue;
		if ((notice - k) % 2 == 0)
			add_notice(p, r, first, spare, last);
		else
			add_notice(p, r, first, last, spare);
	}
}

static bool
find_notice(const struct dt_parts *p, struct dt_parts_rounds *r)
{
	struct dt_parts_notice *x = &r->notice;
	size_t notice = (size_t)p->m->model.terms.notice;
	size_t wide = r->n * DT_PARTS_NOTICES;
	if (!x->level)
		return true;
	x->more = dt_memory_new((notice + 4) * wide, sizeof(*x->more));
	x->now = dt_memory_new(wide, sizeof(*x->now));
	if (x->more == NULL || x->now == NULL)
		return false;
	add_all_notice(p, r, notice);
	return true;
}

enum dt_status
dt_parts_rounds_start(const struct dt_parts *p, struct dt_parts_rounds *r)
{
	size_t n = p->graph.done;
	*r = (struct dt_parts_rounds){ .n = n, .gone_through =
	    dt_parts_all_rounds(p->m, p->limits) ? p->m->model.rounds :
	    p->limits->last };
	r->may = dt_memory_new(n, DT_WORTH_ACTS);
	r->at = dt_memory_new(n + 1, sizeof(*r->at));
	enum dt_status status = dt_parts_news_start(p, &r->news);
	if (status != DT_OK || !r->may || !r->at)
		return DT_ENOMEM;
	mark_may(p, r);
	if (!find_level(p, r))
		return DT_ENOMEM;
	set_columns(p, r);
	return make_rows(r) && dt_parts_choices(p, r) && find_notice(p, r) ?
	    DT_OK : DT_ENOMEM;
}

void
dt_parts_rounds_free(struct dt_parts_rounds *r)
{
	dt_parts_news_free(&r->news);
	dt_memory_free(r->room);
	dt_memory_free(r->may);
	dt_memory_free(r->at);
	dt_parts_choices_free(r);
	dt_memory_free(r->notice.more);
	dt_memory_free(r->notice.now);
}

void
dt_parts_rounds_swap(struct dt_parts_rounds *r)
{
	double *row = r->rows[0];
	r->rows[0] = r->rows[1];
	r->rows[1] = row;
}
