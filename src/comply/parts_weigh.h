/*
 * parts_weigh: what states of a round are worth, from rows of the round after
 * it; see parts_round.c. One walk over a state's ways does for many columns.
 */
#ifndef DT_COMPLY_PARTS_WEIGH_H
#define DT_COMPLY_PARTS_WEIGH_H

#include "base/vector.h"
#include "comply/parts_rounds.h"

/* Lanes by their bits: of heads of which a plan is made, or of acts. */
#define DT_PARTS_LANE(bits, lane) ((bits) >> (lane) & 1 ? -1LL : 0)
#define DT_PARTS_LANES(bits) { DT_PARTS_LANE(bits, 0), \
	DT_PARTS_LANE(bits, 1), DT_PARTS_LANE(bits, 2), DT_PARTS_LANE(bits, 3) }
#define DT_PARTS_LANES_FOUR(bits) DT_PARTS_LANES(bits), \
	DT_PARTS_LANES((bits) + 1), DT_PARTS_LANES((bits) + 2), \
	DT_PARTS_LANES((bits) + 3)
static const dt_quad_mask dt_parts_lanes[DT_PARTS_PLAN_SETS] = {
	DT_PARTS_LANES_FOUR(0), DT_PARTS_LANES_FOUR(4), DT_PARTS_LANES_FOUR(8),
	DT_PARTS_LANES_FOUR(12) };

/* States that are gone through together: they have one form. */
struct dt_parts_block {
	const struct dt_parts_form *form;
	const uint32_t *at;
	const uint32_t *to[DT_PARTS_BLOCK];     /* of each: where its edges
	                                         * lead */
};

/* Columns that one walk takes along: the heads of some states; or of one state
 * the heads, if at all, and so many vectors of notice from one column on: at
 * the best, and by complying, which needs the first choice alone. */
enum { DT_PARTS_ALONG = 2 };            /* vectors of each at the most */
struct dt_parts_along {
	bool heads;
	int best, comply;
	size_t from;
};

/* What states are worth after an act, or at the most. */
struct dt_parts_sums {
	dt_quad heads[DT_PARTS_BLOCK];
	dt_oct best[DT_PARTS_ALONG], comply[DT_PARTS_ALONG];
};

/* By one of its ways. */
DT_INLINE void
dt_parts_add_notice(const struct dt_parts_rounds *r, const double *row,
    const struct dt_parts_along along, double chance,
    struct dt_parts_sums *sum)
{
	const dt_oct *best = (const dt_oct *)(row + DT_PARTS_FIRST +
	    along.from);
	const dt_oct *comply = (const dt_oct *)(row + r->best + along.from);
#pragma GCC unroll 2
	for (int k = 0; k < along.best; k++)
		sum->best[k] += chance * best[k];
#pragma GCC unroll 2
	for (int k = 0; k < along.comply; k++)
		sum->comply[k] += chance * comply[k];
}

DT_INLINE void
dt_parts_add_up(const struct dt_parts_rounds *r,
    const struct dt_parts_block *b, const struct dt_parts_choice *c,
    const int many, const size_t width, const struct dt_parts_along along,
    struct dt_parts_sums *sum)
{
	const struct dt_parts_way *end = r->forms.ways + c->end;
	*sum = (struct dt_parts_sums){ 0 };
	for (const struct dt_parts_way *way = r->forms.ways + c->way; way < end;
	    way++)
#pragma GCC unroll 4
		for (int j = 0; j < many; j++) {
			const double *row = r->rows[1] + b->to[j][way->to] *
			    width;
			if (along.heads)
				sum->heads[j] += way->chance *
				    *(const dt_quad *)row;
			dt_parts_add_notice(r, row, along, way->chance, sum);
		}
}

/* What each act does to the heads of states is kept, and each plan has acts of
 * its own. */
DT_INLINE void
dt_parts_weigh_heads(struct dt_parts_rounds *r,
    const struct dt_parts_choice *c, const int many,
    const struct dt_parts_sums *after, struct dt_parts_sums *most)
{
	const dt_quad_mask may = dt_parts_lanes[c->plans];
#pragma GCC unroll 4
	for (int j = 0; j < many; j++) {
		dt_quad sum = after->heads[j] + c->pay;
		dt_quad_mask more = (sum > most->heads[j]) & may;
		*(dt_quad *)(r->acts[j] + c->act * DT_PARTS_HEADS) = sum;
		most->heads[j] = (dt_quad)((more & (dt_quad_mask)sum) |
		    (~more & (dt_quad_mask)most->heads[j]));
	}
}

DT_INLINE void
dt_parts_weigh_best(const struct dt_parts_choice *c, const int best,
    const struct dt_parts_sums *after, struct dt_parts_sums *most)
{
#pragma GCC unroll 2
	for (int k = 0; k < best; k++) {
		dt_oct sum = after->best[k] + c->pay;
		dt_oct_mask more = sum > most->best[k];
		most->best[k] = (dt_oct)((more & (dt_oct_mask)sum) |
		    (~more & (dt_oct_mask)most->best[k]));
	}
}

/* By the first choice, which is to comply. */
DT_INLINE void
dt_parts_weigh_first(struct dt_parts_rounds *r,
    const struct dt_parts_choice *c, const int many,
    const struct dt_parts_along along, const struct dt_parts_sums *after,
    struct dt_parts_sums *most, double *row)
{
#pragma GCC unroll 4
	for (int j = 0; j < many * along.heads; j++)
		most->heads[j] = *(dt_quad *)r->acts[j] = after->heads[j] +
		    c->pay;
#pragma GCC unroll 2
	for (int k = 0; k < along.best; k++)
		most->best[k] = after->best[k] + c->pay;
#pragma GCC unroll 2
	for (int k = 0; k < along.comply; k++)
		((dt_oct *)(row + r->best + along.from))[k] =
		    after->comply[k] + c->pay;
}

/* By that, and then by all others, which may be better. */
DT_INLINE void
dt_parts_weigh(struct dt_parts_rounds *r, const struct dt_parts_block *b,
    const int many, const size_t width, const struct dt_parts_along along)
{
	const struct dt_parts_choice *c = r->forms.choices + b->form->choice;
	const struct dt_parts_choice *end = c + b->form->n;
	const struct dt_parts_along rest = { along.heads, along.best, 0,
	    along.from };
	double *rows = r->rows[0], *row = rows + b->at[0] * width;
	struct dt_parts_sums after, most;
	dt_parts_add_up(r, b, c, many, width, along, &after);
	dt_parts_weigh_first(r, c, many, along, &after, &most, row);
	while ((along.heads || along.best > 0) && ++c < end) {
		if (!c->again)
			dt_parts_add_up(r, b, c, many, width, rest, &after);
		if (along.heads)
			dt_parts_weigh_heads(r, c, many, &after, &most);
		if (!c->worse)
			dt_parts_weigh_best(c, along.best, &after, &most);
	}
#pragma GCC unroll 4
	for (int j = 0; j < many * along.heads; j++)
		*(dt_quad *)(rows + b->at[j] * width) = most.heads[j];
#pragma GCC unroll 2
	for (int k = 0; k < along.best; k++)
		((dt_oct *)(row + DT_PARTS_FIRST + along.from))[k] =
		    most.best[k];
}

/* Where it cannot have given notice it is no party: all goes on as it does. */
DT_INLINE void
dt_parts_go_on(const struct dt_parts_rounds *r, double *row)
{
	for (size_t c = DT_PARTS_FIRST; c < r->best; c += DT_OCT)
		*(dt_oct *)(row + c) = (dt_oct){ 0 } + row[DT_PARTS_LEFT];
	for (size_t c = r->best; c < r->width; c += DT_OCT)
		*(dt_oct *)(row + c) = (dt_oct){ 0 } + row[DT_PARTS_COMPLY];
}

/* So many columns of notice, of these kinds; the heads go with the first. */
DT_INLINE void
dt_parts_weigh_columns(struct dt_parts_rounds *r,
    const struct dt_parts_block *b, const bool best, const bool comply,
    size_t columns)
{
	size_t from = columns > DT_OCT ? 2 * DT_OCT : DT_OCT;
	if (columns > DT_OCT)
		dt_parts_weigh(r, b, 1, r->width, (struct dt_parts_along){
		    true, 2 * best, 2 * comply, 0 });
	else
		dt_parts_weigh(r, b, 1, r->width, (struct dt_parts_along){
		    true, best, comply, 0 });
	for (; from < columns; from += DT_OCT)
		dt_parts_weigh(r, b, 1, r->width, (struct dt_parts_along){
		    false, best, comply, from });
}

/* All columns of a state; `leaves`: it may give notice. */
DT_INLINE void
dt_parts_weigh_wide(struct dt_parts_rounds *r, const struct dt_parts_block *b,
    bool leaves)
{
	size_t best = r->best - DT_PARTS_FIRST, comply = r->width - r->best;
	if (!leaves) {
		dt_parts_weigh(r, b, 1, r->width, (struct dt_parts_along){
		    .heads = true });
		dt_parts_go_on(r, r->rows[0] + b->at[0] * r->width);
	} else if (comply == 0) {
		dt_parts_weigh_columns(r, b, true, false, best);
	} else if (best == 0) {
		dt_parts_weigh_columns(r, b, false, true, comply);
	} else {
		dt_parts_weigh_columns(r, b, true, true, best);
	}
}

#endif
