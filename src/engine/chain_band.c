/*
 * chain_band: a large part whose states lead to near ones alone, straight, as a
 * band of equations, by GSL. So it is where one thing goes up and down by steps,
 * such as strikes that are got and forgiven: thousands of states then, each of
 * which leads to its neighbours.
 */
#include "engine/chain_internal.h"

#include <gsl/gsl_linalg.h>

#include "base/memory.h"

/* Entries of a row, with room for pivots; wider ones are left to chain_krylov. */
enum { WIDE_MOST = 64 };

/* How far entries are from the diagonal. */
struct band {
	size_t below, above, width;
	uint32_t *order;                /* states, by place: as they are
	                                 * numbered, which is by steps */
	double *cells;                  /* [column * width + below + above +
	                                 * row - column] */
	double *x;
	unsigned *pivots;
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
		if (i > j && i - j > b->below)
			b->below = i - j;
		if (j > i && j - i > b->above)
			b->above = j - i;
	}
}

/* Until it is too wide. */
static void
measure(struct band *b, const struct dt_chain_part *p)
{
	for (size_t i = 0; i < p->n && b->width <= WIDE_MOST; i++) {
		measure_row(b, p, i);
		b->width = 2 * b->below + b->above + 1;
	}
}

static void
fill(struct band *b, const struct dt_chain_part *p, const double *x)
{
	const struct dt_chain_flow *f = p->flow;
	size_t middle = b->below + b->above;
	for (size_t i = 0; i < p->n; i++) {
		size_t s = b->order[i];
		b->cells[i * b->width + middle] += 1;
		b->x[i] = p->leak[s];
		for (size_t e = f->row[s]; e < f->row[s + 1]; e++) {
			size_t j = p->place[f->to[e]];
			if (dt_chain_inside(p, e))
				b->cells[j * b->width + middle + i - j] -=
				    f->value[e];
			else
				b->x[i] += f->value[e] * x[f->to[e]];
		}
	}
}

/* A singular matrix shows when the equations are checked. */
static void
solve(struct band *b, size_t n)
{
	gsl_matrix_view cells = gsl_matrix_view_array(b->cells, n, b->width);
	gsl_vector_view x = gsl_vector_view_array(b->x, n);
	gsl_vector_uint pivots = { .size = n, .stride = 1,
	    .data = b->pivots };
	if (gsl_linalg_LU_band_decomp(n, b->below, b->above, &cells.matrix,
	    &pivots) == GSL_SUCCESS)
		(void)gsl_linalg_LU_band_svx(b->below, b->above,
		    &cells.matrix, &pivots, &x.vector);
}

static enum dt_status
solve_band(struct band *b, const struct dt_chain_part *p, double *x)
{
	size_t n = p->n;
	b->cells = dt_memory_new(n * (b->width + 1), sizeof(*b->cells));
	b->pivots = dt_memory_new(n, sizeof(*b->pivots));
	bool good = b->cells != NULL && b->pivots != NULL;
	if (good) {
		b->x = b->cells + n * b->width;
		fill(b, p, x);
		solve(b, n);
		for (size_t i = 0; i < n; i++)
			x[b->order[i]] = b->x[i];
	}
	dt_memory_free(b->cells);
	dt_memory_free(b->pivots);
	return good ? DT_OK : DT_ENOMEM;
}

enum dt_status
dt_chain_band(const struct dt_chain_part *p, double *x, bool *narrow)
{
	struct band b = { .order = dt_memory_new(p->n, sizeof(*b.order)) };
	enum dt_status status = DT_ENOMEM;
	if (b.order != NULL) {
		set_order(&b, p);
		measure(&b, p);
		*narrow = b.width <= WIDE_MOST;
		status = *narrow ? solve_band(&b, p, x) : DT_OK;
		set_places(p, p->member);
	}
	dt_memory_free(b.order);
	return status;
}
