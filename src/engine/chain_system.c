/*
 * chain_system: solves x = known + flow x, as values of states are found.
 *
 * Part by part, those that lead nowhere else first. A state alone is one
 * division, a small part is solved densely, a large one as chain_band does
 * or chain_krylov. What comes out is not believed: all equations are worked
 * out again, apart from how they were solved, and the largest error is told.
 * Values of rounds that go on with chance `keep` are then off by no more than
 * that over 1 - keep, since rows of the flow add up to no more than keep.
 */
#include "engine/chain_internal.h"

#include <math.h>

#include "base/lu.h"
#include "base/memory.h"
#include "base/number.h"

enum { DENSE_MOST = 160 };

struct solver {
	struct dt_chain_part p;         /* at hand; leak: by state, what is
	                                 * known and what comes from outside */
	struct dt_chain_parts parts;
	double *x;
};

static void
fill_dense(const struct solver *v, double *cells)
{
	const struct dt_chain_flow *f = v->p.flow;
	size_t n = v->p.n;
	for (size_t i = 0; i < n; i++) {
		size_t s = v->p.member[i];
		cells[i * n + i] += 1;
		cells[n * n + i] = v->p.leak[s];
		for (size_t e = f->row[s]; e < f->row[s + 1]; e++)
			if (dt_chain_inside(&v->p, e))
				cells[i * n + v->p.place[f->to[e]]] -=
				    f->value[e];
	}
}

static enum dt_status
solve_dense(struct solver *v)
{
	size_t n = v->p.n;
	double *cells = dt_memory_new(n * n + 2 * n, sizeof(*cells));
	size_t *order = dt_memory_new(n, sizeof(*order));
	enum dt_status status = DT_ENOMEM;
	if (cells != NULL && order != NULL) {
		double *right = cells + n * n, *x = right + n;
		fill_dense(v, cells);
		/* A singular matrix shows when the equations are checked. */
		if (dt_lu_make(cells, n, order) == 0)
			right[0] = cells[0] = NAN;
		dt_lu_solve(cells, n, order, right, x);
		for (size_t i = 0; i < n; i++)
			v->x[v->p.member[i]] = x[i];
		status = DT_OK;
	}
	dt_memory_free(cells);
	dt_memory_free(order);
	return status;
}

static enum dt_status
solve_large(struct solver *v)
{
	bool narrow = false;
	enum dt_status status = dt_chain_band(&v->p, v->x, &narrow);
	return status != DT_OK || narrow ? status :
	    dt_chain_krylov(&v->p, v->x);
}

static enum dt_status
solve_part(struct solver *v)
{
	const struct dt_chain_flow *f = v->p.flow;
	double stays = 0;
	for (size_t i = 0; i < v->p.n; i++)
		v->p.place[v->p.member[i]] = (uint32_t)i;
	if (v->p.n > DENSE_MOST)
		return solve_large(v);
	for (size_t i = 0; i < v->p.n; i++) {
		size_t s = v->p.member[i];
		for (size_t e = f->row[s]; e < f->row[s + 1]; e++)
			if (!dt_chain_inside(&v->p, e))
				v->p.leak[s] += f->value[e] * v->x[f->to[e]];
			else if (f->to[e] == s)
				stays += f->value[e];
	}
	if (v->p.n > 1)
		return solve_dense(v);
	v->x[v->p.member[0]] = v->p.leak[v->p.member[0]] / (1 - stays);
	return DT_OK;
}

/* The largest error of an equation; NAN if anything is not finite. */
static double
largest_error(const struct dt_chain_flow *f, const double *known,
    const double *x)
{
	double worst = 0;
	for (size_t s = 0; s < f->n; s++) {
		double sum = known[s];
		for (size_t e = f->row[s]; e < f->row[s + 1]; e++)
			sum += f->value[e] * x[f->to[e]];
		worst = dt_number_max(worst, fabs(sum - x[s]));
	}
	return dt_number_finite(x, f->n) && isfinite(worst) ? worst : NAN;
}

enum dt_status
dt_chain_system(const struct dt_chain_flow *flow, const double *known,
    double *x, double *error)
{
	size_t n = flow->n;
	struct solver v = { .p = { .flow = flow }, .x = x };
	v.p.place = dt_memory_new(n, sizeof(*v.p.place));
	v.p.leak = dt_memory_new(n, sizeof(*v.p.leak));
	bool good = dt_chain_parts(flow, &v.parts) && v.p.place != NULL &&
	    v.p.leak != NULL;
	enum dt_status status = good ? DT_OK : DT_ENOMEM;
	v.p.parts = &v.parts;
	for (size_t s = 0; good && s < n; s++)
		v.p.leak[s] = known[s];
	for (; status == DT_OK && v.p.part < v.parts.n; v.p.part++) {
		size_t first = v.parts.first[v.p.part];
		v.p.member = v.parts.member + first;
		v.p.n = v.parts.first[v.p.part + 1] - first;
		status = solve_part(&v);
	}
	if (status == DT_OK && error != NULL)
		*error = largest_error(flow, known, x);
	dt_memory_free(v.p.place);
	dt_memory_free(v.p.leak);
	dt_chain_parts_free(&v.parts);
	return status;
}
