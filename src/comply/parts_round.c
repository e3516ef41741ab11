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

/* Four columns are reckoned at once; a row need not begin where a vector may.
 * Where the processor has no vectors so wide, two go for one, and come to the
 * same bits. */
typedef double quad __attribute__((vector_size(32), aligned(8), may_alias));
typedef long long quad_mask __attribute__((vector_size(32)));
enum { LANES = DT_PARTS_LANES, HEADS = DT_PARTS_HEADS / DT_PARTS_LANES };
enum { FEW = 1, SOME = 2, MANY = 4 };   /* vectors at once */
#if defined(__x86_64__) && defined(__GLIBC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__)  /* its own start comes too late */
#define FOR_EACH_PROCESSOR __attribute__((target_clones("avx2", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif
#define INLINE static inline __attribute__((always_inline))

/* Heads of which a plan is made, by their bits. */
#define OF(bits, head) ((bits) >> (head) & 1 ? -1LL : 0)
#define LANES_OF(bits) { OF(bits, 0), OF(bits, 1), OF(bits, 2), OF(bits, 3) }
#define FOUR(bits) LANES_OF(bits), LANES_OF((bits) + 1), \
	LANES_OF((bits) + 2), LANES_OF((bits) + 3)
static const quad_mask heads_of[] = { FOUR(0), FOUR(4), FOUR(8), FOUR(12) };

/* sum[quad]: what a state is worth after an act, by columns from one on. */
INLINE void
add_up(const struct dt_parts_rounds *r, const struct dt_parts_choice *c,
    size_t from, const int quads, quad *sum)
{
	const struct dt_parts_way *end = r->ways + c->end;
	const double *there = r->rows[1] + from;
#pragma GCC unroll 8
	for (int k = 0; k < quads; k++)
		sum[k] = (quad){ 0 };
	for (const struct dt_parts_way *way = r->ways + c->way; way < end;
	    way++) {
		const quad *x = (const quad *)(there + way->row);
#pragma GCC unroll 8
		for (int k = 0; k < quads; k++)
			sum[k] += way->chance * x[k];
	}
}

INLINE void
take(quad *best, const quad *sum, const quad_mask *more)
{
	*best = (quad)((*more & (quad_mask)*sum) |
	    (~*more & (quad_mask)*best));
}

/* The heads by complying; by acts that are not asked for they are not there. */
INLINE void
start_heads(struct dt_parts_rounds *r, quad sum)
{
	quad *acts = (quad *)r->acts;
	r->plan = DT_SCENE_COMPLY;
	acts[DT_SCENE_COMPLY] = sum;
#pragma GCC unroll 8
	for (int act = DT_SCENE_SECRET; act < DT_SCENE_ACTS; act++)
		acts[act] = (quad){ NAN, NAN, NAN, NAN };
}

/* The best of the heads so far, by the acts that each plan may do. */
INLINE void
weigh_heads(struct dt_parts_rounds *r, const struct dt_parts_choice *c,
    quad sum, quad *best)
{
	quad_mask more = (sum > *best) & heads_of[c->plans];
	r->plan = more[DT_PARTS_FULL] ? c->act : r->plan;
	take(best, &sum, &more);
}

/* Columns from one on: the best of each, by a state's choices, or by complying
 * alone; the heads are the first where they are asked for. */
INLINE void
weigh(struct dt_parts_rounds *r, size_t s, const bool complies, size_t from,
    const int heads, const int quads)
{
	const struct dt_parts_choice *c = r->choices + r->first[s];
	const struct dt_parts_choice *end = r->choices + r->first[s + 1];
	quad after[HEADS + MANY], best[HEADS + MANY];
	add_up(r, c, from, heads + quads, after);
#pragma GCC unroll 8
	for (int k = 0; k < heads + quads; k++)
		best[k] = after[k] + c->pay;
	if (heads > 0)
		start_heads(r, best[0]);
	while (!complies && ++c < end) {
		if (!c->again)
			add_up(r, c, from, heads + quads, after);
		if (heads > 0)
			*(quad *)(r->acts + c->act * DT_PARTS_HEADS) =
			    after[0] + c->pay;
		if (c->worse)
			continue;
		if (heads > 0)
			weigh_heads(r, c, after[0] + c->pay, &best[0]);
#pragma GCC unroll 8
		for (int k = heads; k < heads + quads; k++) {
			quad sum = after[k] + c->pay;
			quad_mask more = sum > best[k];
			take(&best[k], &sum, &more);
		}
	}
	quad *row = (quad *)(r->rows[0] + s * r->width + from);
#pragma GCC unroll 8
	for (int k = 0; k < heads + quads; k++)
		row[k] = best[k];
}

/* The best of columns [from, to). */
INLINE void
weigh_columns(struct dt_parts_rounds *r, size_t s, const bool complies,
    size_t from, size_t to)
{
	for (; from + MANY * LANES <= to; from += MANY * LANES)
		weigh(r, s, complies, from, 0, MANY);
	for (; from + SOME * LANES <= to; from += SOME * LANES)
		weigh(r, s, complies, from, 0, SOME);
	for (; from < to; from += LANES)
		weigh(r, s, complies, from, 0, FEW);
}

/* All columns of a state; or the heads alone, where it cannot have given
 * notice, as then it is no party, and all goes on as it does. The walk of the
 * heads takes as many columns along as there are registers for. */
INLINE void
weigh_all(struct dt_parts_rounds *r, size_t s, bool leaves)
{
	size_t best = leaves ? r->best : DT_PARTS_HEADS;
	size_t along = (best - DT_PARTS_HEADS) / LANES;
	along = along >= MANY ? MANY : along >= SOME ? SOME : along;
	if (along == 0)
		weigh(r, s, false, 0, HEADS, 0);
	else if (along == FEW)
		weigh(r, s, false, 0, HEADS, FEW);
	else if (along == SOME)
		weigh(r, s, false, 0, HEADS, SOME);
	else
		weigh(r, s, false, 0, HEADS, MANY);
	weigh_columns(r, s, false, DT_PARTS_HEADS + LANES * along, best);
	if (leaves)
		weigh_columns(r, s, true, r->best, r->width);
}

/* All of a state but what hangs on giving notice in this round. */
INLINE void
find_values(struct dt_parts *p, struct dt_parts_rounds *r, size_t s)
{
	double *row = r->rows[0] + s * r->width;
	bool leaves = p->graph.leaving[s] != DT_INDEX_NONE;
	weigh_all(r, s, leaves);
	p->worth.plan[s] = r->plan;
	for (size_t c = DT_PARTS_HEADS; !leaves && c < r->width; c++)
		row[c] = row[c < r->best ? DT_PARTS_LEFT : DT_PARTS_COMPLY];
	if (fabs(row[DT_PARTS_COMPLY]) > r->most)
		r->most = fabs(row[DT_PARTS_COMPLY]);
}

/* What is to be looked at, by what acts are worth. */
INLINE void
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
	if (row[given] > row[DT_PARTS_FULL] &&
	    (r->may[s * DT_WORTH_ACTS + DT_WORTH_WITHDRAW] >> DT_PARTS_FULL &
	    1) != 0) {
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

FOR_EACH_PROCESSOR static void
find_all(struct dt_parts *p, struct dt_parts_rounds *r,
    const unsigned char *mark)
{
	for (size_t k = 0; k < r->here; k++) {
		find_values(p, r, r->at[k]);
		see_acts(p, r, r->at[k], mark[r->at[k]]);
	}
}

void
dt_parts_rounds_back(struct dt_parts *p, struct dt_parts_rounds *r, int64_t t,
    const unsigned char *mark)
{
	turn(p, r, t);
	list(&p->graph, r, mark);
	find_all(p, r, mark);
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
