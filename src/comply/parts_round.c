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
#include "comply/parts_weigh.h"

#include <math.h>
#include <string.h>

/* A head by each act that departs, as many as lanes. */
#define BY(acts, k, head) (acts)[(k) * DT_PARTS_HEADS + (head)]
#define HEAD_OF(acts, head) { BY(acts, 0, head), BY(acts, 1, head), \
	BY(acts, 2, head), BY(acts, 3, head) }

/* Which acts of a state may tell something new, by what they gain as the answer
 * asks for it in which they count. */
DT_INLINE unsigned
may_tell(const struct dt_parts_class *of, const double *acts, dt_quad *gain)
{
	const double *by = acts + DT_SCENE_SECRET * DT_PARTS_HEADS;
	dt_quad comply = HEAD_OF(by, DT_PARTS_COMPLY);
	dt_quad kept = HEAD_OF(by, DT_PARTS_KEPT);
	dt_quad_mask is_kept = dt_parts_lanes[of->kept];
	*gain = (dt_quad)((is_kept & (dt_quad_mask)kept) |
	    (~is_kept & (dt_quad_mask)comply)) - acts[DT_PARTS_COMPLY];
	dt_quad_mask more = *gain > *(const dt_quad *)of->bar;
	return (unsigned)((more[0] & 1) | (more[1] & 2) | (more[2] & 4) |
	    (more[3] & 8));
}

/* Acts that may tell something new, by their bits, and what each gains. */
DT_INLINE void
keep_news(struct dt_parts_news *news, size_t s, struct dt_parts_class *of,
    unsigned some, const dt_quad *gain)
{
	double *gains = dt_parts_news_keep(news, s, some);
	*(dt_quad *)gains = *gain;
	for (int act = DT_SCENE_SECRET; act < DT_SCENE_ACTS; act++)
		if ((some & DT_PARTS_NEWS_OF(act)) != 0)
			dt_parts_news_expect(news, of, act,
			    gains[dt_parts_departure(act)]);
}

/* What is to be looked at, by what acts are worth. */
DT_INLINE void
see_acts(struct dt_parts *p, struct dt_parts_rounds *r,
    const struct dt_parts_form *form, size_t s, const double *acts,
    unsigned char mark)
{
	dt_quad gain;
	bool expected = (mark & DT_PARTS_EXPECTED) != 0;
	double comply = acts[DT_PARTS_COMPLY];
	r->most = dt_number_max(r->most, fabs(comply));
	if (s < p->looked || (mark & DT_PARTS_REACHED) == 0)
		return;
	p->scale = dt_number_max(p->scale, fabs(comply));
	struct dt_parts_class *of = dt_parts_class(&r->news, s, expected);
	unsigned some = dt_parts_may_bind(p, r, s, expected) ? form->acts &
	    may_tell(of, acts, &gain) : 0;
	if (some != 0)
		keep_news(&r->news, s, of, some, &gain);
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
	if (r->best > DT_PARTS_FIRST)
		row[DT_PARTS_FIRST + r->gone] = left[DT_PARTS_LEFT];
	if (r->width > r->best)
		row[r->best + r->gone] = left[DT_PARTS_COMPLY];
}

/* The same in one step, where it is not worked out by columns. */
DT_INLINE void
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
DT_INLINE void
find_leave(struct dt_parts *p, struct dt_parts_rounds *r, size_t s,
    unsigned char mark)
{
	double *row = r->rows[0] + s * r->width;
	double best = r->now.leave_best[s * r->now.leave_stride];
	bool expected = (mark & DT_PARTS_EXPECTED) != 0;
	double gain = dt_parts_leaving(r, s, expected);
	struct dt_parts_class *of = dt_parts_class(&r->news, s, expected);
	if (best > row[DT_PARTS_FULL] &&
	    (r->may[s * DT_WORTH_ACTS + DT_WORTH_WITHDRAW] >> DT_PARTS_FULL &
	    1) != 0)
		row[DT_PARTS_FULL] = best;
	if (s < p->looked || (mark & DT_PARTS_REACHED) == 0 ||
	    !(gain > of->bar[dt_parts_departure(DT_WORTH_WITHDRAW)]))
		return;
	r->news.some[s] |= DT_PARTS_NEWS_LEAVE;
	dt_parts_news_expect(&r->news, of, DT_WORTH_WITHDRAW, gain);
}

/* Values of states of one form; but what hangs on giving notice, where that is
 * worked out by columns: then it is one state. */
DT_INLINE void
find_block(struct dt_parts *p, struct dt_parts_rounds *r,
    const struct dt_parts_form *form, const uint32_t *at, const int many,
    const bool narrow, const unsigned char *mark)
{
	const uint32_t *leaving = p->graph.leaving;
	struct dt_parts_block b = { .form = form, .at = at };
	for (int j = 0; j < many; j++)
		b.to[j] = r->to + r->place[at[j]].edge;
	if (narrow)
		dt_parts_weigh(r, &b, many, DT_PARTS_HEADS,
		    (struct dt_parts_along){ .heads = true });
	else
		dt_parts_weigh_wide(r, &b, leaving[at[0]] != DT_INDEX_NONE);
	for (int j = 0; j < many; j++) {
		see_acts(p, r, form, at[j], r->acts[j], mark[at[j]]);
		if (narrow && leaving[at[j]] != DT_INDEX_NONE) {
			find_notice(r, at[j]);
			find_leave(p, r, at[j], mark[at[j]]);
		}
	}
}

DT_EACH_PROCESSOR static void
find_by_form(struct dt_parts *p, struct dt_parts_rounds *r,
    const unsigned char *mark)
{
	for (size_t i = 0; i < r->forms.n; i++) {
		const struct dt_parts_form *form = r->forms.of + i;
		size_t k = form->here, end = form[1].here;
		for (; k + DT_PARTS_BLOCK <= end; k += DT_PARTS_BLOCK)
			find_block(p, r, form, r->at + k, DT_PARTS_BLOCK, true,
			    mark);
		for (; k < end; k++)
			find_block(p, r, form, r->at + k, 1, true, mark);
	}
}

/* Rows of many columns are read faster one after the other. */
DT_EACH_PROCESSOR_WIDE static void
find_one_by_one(struct dt_parts *p, struct dt_parts_rounds *r,
    const unsigned char *mark)
{
	for (size_t k = 0; k < r->here; k++)
		find_block(p, r, r->forms.of + r->place[r->at[k]].form,
		    r->at + k, 1, false, mark);
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
	size_t at[2] = { r->best > DT_PARTS_FIRST ? DT_PARTS_FIRST + r->given :
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
	r->news.n_gains = 0;
	memset(r->news.some, 0, r->n);
}

void
dt_parts_rounds_back(struct dt_parts *p, struct dt_parts_rounds *r, int64_t t,
    const struct dt_parts_marks *marks)
{
	turn(p, r, t);
	dt_parts_choices_list(r, marks);
	if (r->narrow)
		find_by_form(p, r, marks->mark);
	else
		find_one_by_one(p, r, marks->mark);
}
