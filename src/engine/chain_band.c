/*
 * chain_band: a large part whose states lead to near ones alone, straight, as a
 * band of equations. So it is where one thing goes up and down by steps,
 * such as strikes that are got and forgiven: thousands of states then, each of
 * which leads to its neighbours.
 */
#include "engine/chain_internal.h"

#include <math.h>

#include "base/band.h"
#include "base/memory.h"

/* Before the diagonal of a row times behind it, which is what it costs; wider
 * ones are left to chain_krylov. */
enum { COST_MOST = 512 };

struct band {
	struct dt_band of;
	uint32_t *order, *room;         /* states, by place */
	double *x;
};

static void
set_places(const struct dt_chain_part *p, const uint32_t *order)
{
	for (size_t i = 0; i < p->n; i++)
		p->place[order[i]] = (uint32_t)i;
}

/* As they are numbered: from the least member to the greatest, those between
 * that are of the part. A large one leaves out few. */
static void
set_order(struct band *b, const struct dt_chain_part *p)
{
	uint32_t least = p->member[0], most = p->member[0];
	size_t n = 0;
	for (size_t i = 1; i < p->n; i++) {
		least = p->member[i] < least ? p->member[i] : least;
		most = p->member[i] > most ? p->member[i] : most;
	}
	for (uint32_t s = least; s <= most; s++)
		if (p->parts->part[s] == p->part)
			b->order[n++] = s;
	set_places(p, b->order);
}

/* How far the entries of a place are from it. */
static void
measure_row(struct band *b, const struct dt_chain_part *p, size_t i)
{
	const struct dt_chain_flow *f = p->flow;
	size_t s = b->order[i];
	for (size_t e = f->row[s]; e < f->row[s + 1]; e++) {
		size_t j = dt_chain_inside(p, e) ? p->place[f->to[e]] : i;
		if (i > j && i - j > b->of.below)
			b->of.below = i - j;
		if (j > i && j - i > b->of.above)
			b->of.above = j - i;
	}
}

/* False: it is too wide. */
static bool
measure(struct band *b, const struct dt_chain_part *p)
{
	b->of.below = b->of.above = 0;
	for (size_t i = 0; i < p->n && b->of.below * b->of.above <= COST_MOST;
	    i++)
		measure_row(b, p, i);
	return b->of.below * b->of.above <= COST_MOST;
}

/* As they are numbered, which is by steps; or else along what is likely, such as
 * clean rounds until a strike is forgiven. */
static bool
find_order(struct band *b, const struct dt_chain_part *p)
{
	set_order(b, p);
	if (measure(b, p))
		return true;
	dt_chain_likely(p, b->order, b->room);
	return measure(b, p);
}

static void
fill(struct band *b, const struct dt_chain_part *p, const double *x)
{
	const struct dt_chain_flow *f = p->flow;
	for (size_t i = 0; i < p->n; i++) {
		size_t s = b->order[i];
		b->of.cells[dt_band_at(&b->of, i, i)] += 1;
		b->x[i] = p->leak[s];
		for (size_t e = f->row[s]; e < f->row[s + 1]; e++) {
			size_t j = p->place[f->to[e]];
			if (dt_chain_inside(p, e))
				b->of.cells[dt_band_at(&b->of, i, j)] -=
				    f->value[e];
			else
				b->x[i] += f->value[e] * x[f->to[e]];
		}
	}
}

static enum dt_status
solve_band(struct band *b, const struct dt_chain_part *p, double *x)
{
	size_t n = b->of.n = p->n, width = dt_band_width(&b->of);
	b->of.cells = dt_memory_new(n * (width + 1), sizeof(*b->of.cells));
	if (b->of.cells == NULL)
		return DT_ENOMEM;
	b->x = b->of.cells + n * width;
	fill(b, p, x);
	/* A singular matrix shows when the equations are checked. */
	if (!dt_band_solve(&b->of, b->x))
		b->x[0] = NAN;
	for (size_t i = 0; i < n; i++)
		x[b->order[i]] = b->x[i];
	dt_memory_free(b->of.cells);
	return DT_OK;
}

enum dt_status
dt_chain_band(const struct dt_chain_part *p, double *x, bool *narrow)
{
	struct band b = { .order = dt_memory_new(2 * p->n, sizeof(*b.order)) };
	enum dt_status status = DT_ENOMEM;
	if (b.order != NULL) {
		b.room = b.order + p->n;
		*narrow = find_order(&b, p);
		status = *narrow ? solve_band(&b, p, x) : DT_OK;
		set_places(p, p->member);
	}
	dt_memory_free(b.order);
	return status;
}
