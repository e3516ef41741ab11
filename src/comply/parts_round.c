/*
 * parts_round: what the agent at hand has in the states of one round of a game
 * that ends, from what it has in the next; see parts.h.
 *
 * A state's values stand side by side in a row: by complying and by each best
 * plan; then while its notice runs, by the round in which that ends, at the
 * best and by complying. Those rounds take their columns in turn, so that what
 * one is worth comes from its own column in the next row. So one walk over a
 * state's ways does for many columns: most of the work is there.
 */
#include "comply/parts_internal.h"

#include <math.h>

/* Two columns are reckoned at once; a row need not begin where a vector may. */
typedef double pair __attribute__((vector_size(16), aligned(8), may_alias));
typedef long long pair_mask __attribute__((vector_size(16)));
enum {
	PAIR = 2, HEADS = DT_PARTS_HEADS / PAIR, FEW = DT_PARTS_LANES / PAIR,
	MANY = 2 * FEW, LANES_MANY = 2 * DT_PARTS_LANES
};

static inline pair
larger(pair a, pair b)
{
	pair_mask more = (pair_mask)(a > b);
	return (pair)((more & (pair_mask)a) | (~more & (pair_mask)b));
}

/* sum[pair]: what a state is worth by an act, by columns from one on. */
static inline __attribute__((always_inline)) void
add_up(const struct dt_worth *w, const struct dt_parts_rounds *r, size_t at,
    size_t from, const int pairs, pair *sum)
{
	const struct dt_parts_way *end = r->ways + r->first[at + 1];
	const double *there = r->rows[1] + from;
#pragma GCC unroll 8
	for (int k = 0; k < pairs; k++)
		sum[k] = (pair){ 0 };
	for (const struct dt_parts_way *way = r->ways + r->first[at];
	    way < end; way++) {
		const pair *x = (const pair *)(there + way->row);
#pragma GCC unroll 8
		for (int k = 0; k < pairs; k++)
			sum[k] += way->chance * x[k];
	}
#pragma GCC unroll 8
	for (int k = 0; k < pairs; k++)
		sum[k] += w->pay[at];
}

/* The first columns, by each of so many acts, and the best of some after them;
 * without heads the best of some from one on. */
static inline __attribute__((always_inline)) void
weigh(const struct dt_worth *w, struct dt_parts_rounds *r, size_t s, int acts,
    size_t from, const int heads, const int pairs)
{
	pair sum[HEADS + MANY], best[HEADS + MANY];
#pragma GCC unroll 8
	for (int k = heads; k < heads + pairs; k++)
		best[k] = (pair){ -INFINITY, -INFINITY };
	for (int act = DT_SCENE_COMPLY; act < acts; act++) {
		size_t at = s * DT_SCENE_ACTS + (size_t)act;
		pair *head = (pair *)(r->acts + act * DT_PARTS_HEADS);
		if (isnan(w->pay[at])) {
#pragma GCC unroll 8
			for (int k = 0; k < heads; k++)
				head[k] = (pair){ NAN, NAN };
			continue;
		}
		add_up(w, r, at, from, heads + pairs, sum);
#pragma GCC unroll 8
		for (int k = 0; k < heads; k++)
			head[k] = sum[k];
#pragma GCC unroll 8
		for (int k = heads; k < heads + pairs; k++)
			best[k] = larger(sum[k], best[k]);
	}
	pair *row = (pair *)(r->rows[0] + s * r->width + from);
#pragma GCC unroll 8
	for (int k = heads; k < heads + pairs; k++)
		row[k] = best[k];
}

/* The best of columns [from, to). */
static void
weigh_columns(const struct dt_worth *w, struct dt_parts_rounds *r, size_t s,
    int acts, size_t from, size_t to)
{
	for (; from + LANES_MANY <= to; from += LANES_MANY)
		weigh(w, r, s, acts, from, 0, MANY);
	if (from < to)
		weigh(w, r, s, acts, from, 0, FEW);
}

/* All columns of a state. Where it cannot have given notice it is no party, and
 * all goes on as it does. */
static void
weigh_all(const struct dt_worth *w, struct dt_parts_rounds *r, size_t s,
    int acts, bool leaves)
{
	size_t best = leaves ? r->best : DT_PARTS_HEADS;
	size_t many = DT_PARTS_HEADS + LANES_MANY;
	if (best == DT_PARTS_HEADS)
		weigh(w, r, s, acts, 0, HEADS, 0);
	else if (best < many)
		weigh(w, r, s, acts, 0, HEADS, FEW);
	else
		weigh(w, r, s, acts, 0, HEADS, MANY);
	weigh_columns(w, r, s, acts, many, best);
	if (leaves)
		weigh_columns(w, r, s, DT_SCENE_COMPLY + 1, r->best, r->width);
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

/* The best of a head, by departures that a plan may make. */
static double
best_of(const struct dt_parts_rounds *r, unsigned may, int head, uint8_t *plan)
{
	double best = r->acts[head];
	*plan = DT_SCENE_COMPLY;
	for (int act = DT_SCENE_SECRET; may != 0 && act < DT_SCENE_ACTS;
	    act++) {
		double x = r->acts[act * DT_PARTS_HEADS + head];
		if ((may >> act & 1) != 0 && x > best) {        /* no NAN */
			best = x;
			*plan = (uint8_t)act;
		}
	}
	return best;
}

static void
find_heads(struct dt_parts *p, struct dt_parts_rounds *r, size_t s,
    double *row)
{
	uint8_t plan;
	double comply = r->acts[DT_PARTS_COMPLY];
	for (int head = 0; head < DT_PARTS_HEADS; head++)
		row[head] = comply;
	if (p->looked > 0)
		return;
	row[DT_PARTS_KEPT] = best_of(r, r->may[DT_PARTS_PLAN_KEPT][s],
	    DT_PARTS_KEPT, &plan);
	row[DT_PARTS_LEFT] = best_of(r, r->may[DT_PARTS_PLAN_LEFT][s],
	    DT_PARTS_LEFT, &plan);
	row[DT_PARTS_FULL] = best_of(r, r->may[DT_PARTS_PLAN_FULL][s],
	    DT_PARTS_FULL, &p->worth.plan[s]);
}

/* All of a state but what hangs on giving notice in this round. */
static void
find_values(struct dt_parts *p, struct dt_parts_rounds *r, size_t s)
{
	double *row = r->rows[0] + s * r->width;
	int acts = departs(p, r, s) ? DT_SCENE_ACTS : DT_SCENE_SECRET;
	bool leaves = p->graph.leaving[s] != DT_INDEX_NONE;
	weigh_all(&p->worth, r, s, acts, leaves);
	find_heads(p, r, s, row);
	for (size_t c = DT_PARTS_HEADS; !leaves && c < r->width; c++)
		row[c] = row[c < r->best ? DT_PARTS_LEFT : DT_PARTS_COMPLY];
	if (fabs(row[DT_PARTS_COMPLY]) > r->most)
		r->most = fabs(row[DT_PARTS_COMPLY]);
}

/* What is to be looked at, by what acts are worth. */
static void
see_acts(struct dt_parts *p, struct dt_parts_rounds *r, size_t s,
    unsigned char mark)
{
	bool expected = (mark & DT_PARTS_EXPECTED) != 0;
	r->news.some[s] = 0;
	if (s < p->looked || (mark & DT_PARTS_REACHED) == 0)
		return;
	p->scale = dt_number_max(p->scale, fabs(r->acts[DT_PARTS_COMPLY]));
	dt_parts_news_see(&r->news, s, expected, r->acts);
	if (expected)
		r->tempts = dt_number_max(r->tempts,
		    r->now.kept[s * r->width] - r->acts[DT_PARTS_KEPT]);
}

/* Giving notice: what it is worth, and whether the full plan does it. */
static void
find_leave(struct dt_parts *p, struct dt_parts_rounds *r, size_t s,
    unsigned char mark)
{
	double *row = r->rows[0] + s * r->width;
	const double *left = r->rows[0] + p->graph.leaving[s] * r->width;
	size_t given = DT_PARTS_HEADS + r->given;
	size_t at = dt_parts_at(s, DT_WORTH_WITHDRAW,
	    (mark & DT_PARTS_EXPECTED) != 0);
	if (r->best > DT_PARTS_HEADS)
		row[DT_PARTS_HEADS + r->gone] = left[DT_PARTS_LEFT];
	if (r->width > r->best)
		row[r->best + r->gone] = left[DT_PARTS_COMPLY];
	if (p->looked == 0 && row[given] > row[DT_PARTS_FULL] &&
	    (r->may[DT_PARTS_PLAN_FULL][s] >> DT_WORTH_WITHDRAW & 1) != 0) {
		row[DT_PARTS_FULL] = row[given];
		p->worth.plan[s] = DT_WORTH_WITHDRAW;
	}
	/* Either way of going on, whichever its answer asks for. */
	if (s >= p->looked && (mark & DT_PARTS_REACHED) != 0 &&
	    dt_number_max(row[given], r->now.leave[s * r->width]) -
	    row[DT_PARTS_COMPLY] > r->news.bar[at])
		r->news.some[s] |= DT_PARTS_NEWS_LEAVE;
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

/* Columns of the t-th round, and where its values are found in its rows. */
static void
turn(const struct dt_parts *p, struct dt_parts_rounds *r, int64_t t)
{
	size_t notice = (size_t)p->m->model.terms.notice;
	double *row = r->rows[0];
	r->gone = (size_t)t % (notice + 1);
	r->given = ((size_t)t + notice) % (notice + 1);
	size_t at[2] = { r->best > DT_PARTS_HEADS ? DT_PARTS_HEADS + r->given :
	    0, r->width > r->best ? r->best + r->given : 0 };
	r->now = (struct dt_parts_values){ row + DT_PARTS_COMPLY,
	    row + DT_PARTS_KEPT, row + DT_PARTS_LEFT, row + DT_PARTS_FULL,
	    row + at[at[1] != 0], row + at[0], r->width };
	r->tempts = r->most = 0;
	r->news.n_acts = 0;
}

void
dt_parts_rounds_back(struct dt_parts *p, struct dt_parts_rounds *r, int64_t t,
    const unsigned char *mark)
{
	turn(p, r, t);
	list(&p->graph, r, mark);
	for (size_t k = 0; k < r->here; k++) {
		find_values(p, r, r->at[k]);
		see_acts(p, r, r->at[k], mark[r->at[k]]);
	}
	for (size_t k = 0; k < r->here; k++)
		if (p->graph.leaving[r->at[k]] != DT_INDEX_NONE)
			find_leave(p, r, r->at[k], mark[r->at[k]]);
}

void
dt_parts_rounds_swap(struct dt_parts_rounds *r)
{
	double *row = r->rows[0];
	r->rows[0] = r->rows[1];
	r->rows[1] = row;
}
