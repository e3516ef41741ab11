/*
 * parts_round: what the agent at hand has in the states of one round of a game
 * that ends, from what it has in the next; see parts.h.
 *
 * A state's values stand side by side in a row: by complying and by each best
 * plan; then while its notice runs, by the round in which that ends, at the
 * best and by complying. Those rounds take their columns in turn, so that what
 * one is worth comes from its own column in the next row. So one walk over a
 * state's ways does for many columns.
 *
 * States of one form (parts_choice.c) are gone through together.
 */
#include "comply/parts_rounds.h"

#include <math.h>
#include <string.h>

/* Four columns are reckoned at once; a row need not begin where a vector may.
 * Where the processor has no vectors so wide, two go for one, and come to the
 * same bits. */
typedef double quad __attribute__((vector_size(32), aligned(8), may_alias));
typedef long long quad_mask __attribute__((vector_size(32)));
enum { LANES = DT_PARTS_LANES };
enum { FEW = 1, SOME = 2, MANY = 4 };   /* vectors at once */
enum { BLOCK = DT_PARTS_BLOCK };
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
static const quad_mask heads_of[DT_PARTS_PLAN_SETS] = { FOUR(0), FOUR(4),
	FOUR(8), FOUR(12) };

/* States that are gone through together: they have one form. */
struct block {
	const struct dt_parts_form *form;
	const uint32_t *at;
	const uint32_t *to[BLOCK];      /* of each: where its edges lead */
};

/* sum[state * quads + quad]: what states are worth after an act, by columns
 * from one on. */
INLINE void
add_up(const struct dt_parts_rounds *r, const struct block *b,
    const struct dt_parts_choice *c, const int many, const bool shared,
    size_t from, const int quads, quad *sum)
{
	const struct dt_parts_way *end = r->forms.ways + c->end;
	const double *there = r->rows[1] + from;
#pragma GCC unroll 8
	for (int i = 0; i < many * quads; i++)
		sum[i] = (quad){ 0 };
	for (const struct dt_parts_way *way = r->forms.ways + c->way; way < end;
	    way++)
#pragma GCC unroll 8
		for (int j = 0; j < many; j++) {
			const quad *x = (const quad *)(there + (shared ?
			    b->to[j][way->to] * (size_t)DT_PARTS_HEADS :
			    way->to));
#pragma GCC unroll 8
			for (int k = 0; k < quads; k++)
				sum[j * quads + k] += way->chance * x[k];
		}
}

INLINE void
take(quad *best, const quad *sum, const quad_mask *more)
{
	*best = (quad)((*more & (quad_mask)*sum) |
	    (~*more & (quad_mask)*best));
}

/* Columns from one on (of one state, but the heads): the best of each, by choices
 * or by complying alone. The heads are the first where they are asked for: what
 * each act does to them is kept, and each plan has acts of its own. */
INLINE void
weigh(struct dt_parts_rounds *r, const struct block *b, const int many,
    const bool shared, const bool complies, size_t from, const int heads,
    const int quads)
{
	const struct dt_parts_choice *c = r->forms.choices + b->form->choice;
	const struct dt_parts_choice *end = c + b->form->n;
	const int all = heads + quads;
	quad after[BLOCK * (1 + MANY)], best[BLOCK * (1 + MANY)];
	add_up(r, b, c, many, shared, from, all, after);
#pragma GCC unroll 8
	for (int i = 0; i < many * all; i++)
		best[i] = after[i] + c->pay;
	for (int j = 0; heads > 0 && j < many; j++)
		*(quad *)r->acts[j] = best[j * all];
	while (!complies && ++c < end) {
		if (!c->again)
			add_up(r, b, c, many, shared, from, all, after);
		const quad_mask may = heads_of[c->plans];
#pragma GCC unroll 8
		for (int j = 0; heads > 0 && j < many; j++) {
			quad sum = after[j * all] + c->pay;
			quad_mask more = (sum > best[j * all]) & may;
			*(quad *)(r->acts[j] + c->act * DT_PARTS_HEADS) = sum;
			take(&best[j * all], &sum, &more);
		}
		if (c->worse)
			continue;
#pragma GCC unroll 8
		for (int k = heads; k < all; k++) {
			quad sum = after[k] + c->pay;
			quad_mask more = sum > best[k];
			take(&best[k], &sum, &more);
		}
	}
	for (int j = 0; j < many; j++)
#pragma GCC unroll 8
		for (int k = 0; k < all; k++)
			((quad *)(r->rows[0] + b->at[j] * r->width + from))[k] =
			    best[j * all + k];
}

/* Columns [from, to) of one state. */
INLINE void
weigh_columns(struct dt_parts_rounds *r, const struct block *b,
    const bool complies, size_t from, size_t to)
{
	for (; from + MANY * LANES <= to; from += MANY * LANES)
		weigh(r, b, 1, false, complies, from, 0, MANY);
	for (; from + SOME * LANES <= to; from += SOME * LANES)
		weigh(r, b, 1, false, complies, from, 0, SOME);
	for (; from < to; from += LANES)
		weigh(r, b, 1, false, complies, from, 0, FEW);
}

/* All columns of one state; the walk of the heads takes as many along as there
 * are registers for. The heads alone, where it cannot have given notice: then it
 * is no party, and all goes on as it does. */
INLINE void
weigh_all(struct dt_parts_rounds *r, const struct block *b, bool leaves)
{
	double *row = r->rows[0] + b->at[0] * r->width;
	size_t best = leaves ? r->best : DT_PARTS_HEADS;
	size_t along = (best - DT_PARTS_HEADS) / LANES;
	along = along >= MANY ? MANY : along >= SOME ? SOME : along;
	if (along == 0)
		weigh(r, b, 1, false, false, 0, 1, 0);
	else if (along == FEW)
		weigh(r, b, 1, false, false, 0, 1, FEW);
	else if (along == SOME)
		weigh(r, b, 1, false, false, 0, 1, SOME);
	else
		weigh(r, b, 1, false, false, 0, 1, MANY);
	weigh_columns(r, b, false, DT_PARTS_HEADS + LANES * along, best);
	if (leaves)
		weigh_columns(r, b, true, r->best, r->width);
	for (size_t c = DT_PARTS_HEADS; !leaves && c < r->best; c++)
		row[c] = row[DT_PARTS_LEFT];
	for (size_t c = r->best; !leaves && c < r->width; c++)
		row[c] = row[DT_PARTS_COMPLY];
}

/* Whether an act of a state may tell something new. */
INLINE bool
may_tell(const struct dt_parts_rounds *r, const struct dt_parts_form *form,
    size_t at, const double *acts)
{
	const struct dt_parts_choice *c = r->forms.choices + form->choice;
	const struct dt_parts_choice *end = c + form->n;
	bool some = false;
	while (++c < end) {
		double gain = dt_parts_gain(acts, c->act,
		    r->news.asked[at + c->act]);
		some |= gain > r->news.bar[at + c->act];
	}
	return some;
}

/* What is to be looked at, by what acts are worth. */
INLINE void
see_acts(struct dt_parts *p, struct dt_parts_rounds *r,
    const struct dt_parts_form *form, size_t s, const double *acts,
    unsigned char mark)
{
	bool expected = (mark & DT_PARTS_EXPECTED) != 0;
	double comply = acts[DT_PARTS_COMPLY];
	r->most = dt_number_max(r->most, fabs(comply));
	if (s < p->looked || (mark & DT_PARTS_REACHED) == 0)
		return;
	p->scale = dt_number_max(p->scale, fabs(comply));
	if (dt_parts_may_bind(p, r, s, expected) &&
	    may_tell(r, form, dt_parts_at(s, 0, expected), acts))
		dt_parts_news_keep(&r->news, s, acts);
	if (expected)
		r->tempts = dt_number_max(r->tempts, r->now.kept[s *
		    r->width] - acts[DT_PARTS_KEPT]);
}

/* Notice that ends now: what it has as no party. */
static void
end_notice(const struct dt_parts *p, struct dt_parts_rounds *r, size_t s)
{
	double *row = r->rows[0] + s * r->width;
	const double *left = r->rows[0] + p->graph.leaving[s] * r->width;
	if (r->best > DT_PARTS_HEADS)
		row[DT_PARTS_HEADS + r->gone] = left[DT_PARTS_LEFT];
	if (r->width > r->best)
		row[r->best + r->gone] = left[DT_PARTS_COMPLY];
}

/* The same in one step, where it is not worked out by columns. */
INLINE void
find_notice(struct dt_parts_rounds *r, size_t s)
{
	struct dt_parts_notice *x = &r->notice;
	const double *more = x->more + (r->given * r->n + s) *
	    DT_PARTS_NOTICES;
	double *now = x->now + s * DT_PARTS_NOTICES;
	for (size_t k = 0; k < DT_PARTS_NOTICES; k++)
		now[k] = more[k] + x->rest[k];
}

/* Giving notice: what it is worth, and what the full plan has where it does. */
INLINE void
find_leave(struct dt_parts *p, struct dt_parts_rounds *r, size_t s,
    unsigned char mark)
{
	double *row = r->rows[0] + s * r->width;
	double best = r->now.leave_best[s * r->now.leave_stride];
	double gain = dt_number_max(best, r->now.leave[s *
	    r->now.leave_stride]) - row[DT_PARTS_COMPLY];
	size_t at = dt_parts_at(s, DT_WORTH_WITHDRAW,
	    (mark & DT_PARTS_EXPECTED) != 0);
	if (best > row[DT_PARTS_FULL] &&
	    (r->may[s * DT_WORTH_ACTS + DT_WORTH_WITHDRAW] >> DT_PARTS_FULL &
	    1) != 0)
		row[DT_PARTS_FULL] = best;
	/* Either way of going on, whichever its answer asks for. */
	if (s >= p->looked && (mark & DT_PARTS_REACHED) != 0 &&
	    gain > r->news.bar[at])
		r->news.some[s] |= DT_PARTS_NEWS_LEAVE;
}

/* Values of states of one form; but what hangs on giving notice, where that is
 * worked out by columns: then it is one state. */
INLINE void
find_block(struct dt_parts *p, struct dt_parts_rounds *r,
    const struct dt_parts_form *form, const uint32_t *at, const int many,
    const bool shared, const unsigned char *mark)
{
	const uint32_t *leaving = p->graph.leaving;
	struct block b = { .form = form, .at = at };
	for (int j = 0; shared && j < many; j++)
		b.to[j] = r->to + r->place[at[j]].edge;
	if (shared)
		weigh(r, &b, many, true, false, 0, 1, 0);
	else
		weigh_all(r, &b, leaving[at[0]] != DT_INDEX_NONE);
	for (int j = 0; j < many; j++) {
		see_acts(p, r, form, at[j], r->acts[j], mark[at[j]]);
		if (shared && leaving[at[j]] != DT_INDEX_NONE) {
			find_notice(r, at[j]);
			find_leave(p, r, at[j], mark[at[j]]);
		}
	}
}

/* Acts that a form does not ask for are not there. */
INLINE void
start_acts(struct dt_parts_rounds *r, size_t many)
{
	for (size_t j = 0; j < many; j++)
		for (size_t k = 0; k < DT_PARTS_ACTS_HEADS; k++)
			r->acts[j][k] = NAN;
}

FOR_EACH_PROCESSOR static void
find_by_form(struct dt_parts *p, struct dt_parts_rounds *r,
    const unsigned char *mark)
{
	for (size_t i = 0; i < r->forms.n; i++) {
		const struct dt_parts_form *form = r->forms.of + i;
		size_t k = form->here, end = form[1].here;
		start_acts(r, k < end ? BLOCK : 0);
		for (; k + BLOCK <= end; k += BLOCK)
			find_block(p, r, form, r->at + k, BLOCK, true, mark);
		for (; k < end; k++)
			find_block(p, r, form, r->at + k, 1, true, mark);
	}
}

/* Rows of many columns are read faster one after the other, by forms that are
 * their own. */
FOR_EACH_PROCESSOR static void
find_one_by_one(struct dt_parts *p, struct dt_parts_rounds *r,
    const unsigned char *mark)
{
	for (size_t k = 0; k < r->here; k++) {
		start_acts(r, 1);
		find_block(p, r, r->forms.of + r->at[k], r->at + k, 1, false,
		    mark);
	}
	for (size_t k = 0; k < r->here; k++)
		if (p->graph.leaving[r->at[k]] != DT_INDEX_NONE) {
			end_notice(p, r, r->at[k]);
			find_leave(p, r, r->at[k], mark[r->at[k]]);
		}
}

/* Columns of the t-th round, and where its values are found in its rows. */
static void
turn(const struct dt_parts *p, struct dt_parts_rounds *r, int64_t t)
{
	size_t notice = (size_t)p->m->model.terms.notice;
	size_t left = (size_t)(p->m->model.rounds - t + 1);
	double *row = r->rows[0];
	r->gone = (size_t)t % (notice + 1);
	r->given = ((size_t)t + notice) % (notice + 1);
	size_t at[2] = { r->best > DT_PARTS_HEADS ? DT_PARTS_HEADS + r->given :
	    0, r->width > r->best ? r->best + r->given : 0 };
	r->now = (struct dt_parts_values){ row + DT_PARTS_COMPLY,
	    row + DT_PARTS_KEPT, row + DT_PARTS_LEFT, row + DT_PARTS_FULL,
	    row + at[at[1] != 0], row + at[0], r->width, r->width };
	if (r->notice.level) {
		for (size_t k = 0; k < DT_PARTS_NOTICES; k++)
			r->notice.rest[k] = r->notice.out[k] * (double)left;
		r->given = left <= notice ? left : notice + 1;
		r->now.leave_best = r->notice.now + DT_PARTS_NOTICE_BEST;
		r->now.leave = r->notice.now + DT_PARTS_NOTICE_COMPLY;
		r->now.leave_stride = DT_PARTS_NOTICES;
	}
	r->tempts = r->most = 0;
	r->news.n_acts = 0;
	memset(r->news.some, 0, r->n);
}

void
dt_parts_rounds_back(struct dt_parts *p, struct dt_parts_rounds *r, int64_t t,
    const unsigned char *mark)
{
	turn(p, r, t);
	dt_parts_choices_list(r, mark);
	if (r->shared)
		find_by_form(p, r, mark);
	else
		find_one_by_one(p, r, mark);
}
