/*
 * chain_solve: how often a flow visits each state.
 *
 * Part by part, those that are left for others first. A part of one state is
 * one division; a small part is eliminated state by state (Grassmann, Taksar
 * and Heyman 1985: only sums, products and quotients of chances, so no digit
 * is lost however seldom a part is left); a large one is swept over
 * (chain_sweep), and eliminated only where that makes no way. A part that
 * nothing leaves is balanced to its own share. That visits meet their equations
 * is then worked out again.
 */
#include "engine/chain_internal.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"

/* Up to so many states at once; and where sweeps make no way. */
enum { DENSE_MOST = 192, DENSE_LAST = 1500 };

/* Of all visits: what their equations may be off in the sum. */
#define OFF_MOST 1e-11

struct solver {
	struct dt_chain_part p;         /* at hand */
	struct dt_chain_parts parts;
	double *visits;
	double *inflow;                 /* by state, from parts before */
	bool *stays;
	double *cells;                  /* dense: [from * n + to] */
	size_t room;
};

/* What leaks from the part's states. */
static void
find_leaks(struct dt_chain_part *p)
{
	const struct dt_chain_flow *f = p->flow;
	p->closed = p->keep >= 1;
	for (size_t i = 0; i < p->n; i++) {
		uint32_t state = p->member[i];
		double leak = f->leak != NULL ? f->leak[state] : 0;
		p->place[state] = (uint32_t)i;
		for (size_t e = f->row[state]; e < f->row[state + 1]; e++)
			if (!dt_chain_inside(p, e))
				leak += f->value[e];
		p->leak[i] = p->keep * leak + (1 - p->keep);
		if (leak > 0)
			p->closed = false;
	}
}

/* The last first: each is replaced by ways around it. Then from the first on
 * its visits follow from those before. */
static void
eliminate(double *cells, double *leak, double *in, size_t n)
{
	for (size_t k = n; k-- > 0;) {
		double away = leak[k];
		double *row = cells + k * n;
		for (size_t j = 0; j < k; j++)
			away += row[j];
		for (size_t i = 0; i < k; i++) {
			double share = cells[i * n + k] / away;
			double *at = cells + i * n;
			for (size_t j = 0; share > 0 && j < k; j++)
				at[j] += share * row[j];
			leak[i] += share * leak[k];
			cells[i * n + k] = share;
		}
		for (size_t j = 0; k > 0 && j < k; j++)
			in[j] += in[k] / away * row[j];
		in[k] = away > 0 ? in[k] / away : 0;
	}
	for (size_t k = 1; k < n; k++)
		for (size_t i = 0; i < k; i++)
			in[k] += in[i] * cells[i * n + k];
}

static void
fill_cells(const struct dt_chain_part *p, double *cells)
{
	const struct dt_chain_flow *f = p->flow;
	memset(cells, 0, p->n * p->n * sizeof(*cells));
	for (size_t i = 0; i < p->n; i++)
		for (size_t e = f->row[p->member[i]];
		    e < f->row[p->member[i] + 1]; e++)
			if (dt_chain_inside(p, e))
				cells[i * p->n + p->place[f->to[e]]] +=
				    p->keep * f->value[e];
}

static enum dt_status
solve_dense(struct solver *s, double *x, struct dt_error *err)
{
	size_t n = s->p.n;
	if (!dt_memory_reserve(&s->cells, &s->room, n * n, sizeof(*s->cells)))
		return dt_status_no_memory(err);
	fill_cells(&s->p, s->cells);
	if (s->p.closed) {
		memset(x, 0, n * sizeof(*x));
		s->p.leak[0] = x[0] = 1;
	}
	eliminate(s->cells, s->p.leak, x, n);
	return DT_OK;
}

static double
total(const double *x, size_t n)
{
	double sum = 0;
	for (size_t i = 0; i < n; i++)
		sum += x[i];
	return sum;
}

/* Sweeps may mix too slowly for a part that elimination still can do. */
static enum dt_status
solve_large(struct solver *s, double *x, struct dt_error *err)
{
	enum dt_status status = dt_chain_sweep(&s->p, x, err);
	if (status != DT_EUSAGE || s->p.n > DENSE_LAST)
		return status;
	for (size_t i = 0; i < s->p.n; i++)
		x[i] = s->inflow[s->p.member[i]];
	return solve_dense(s, x, err);
}

/* x: what flows into the part's states; then how often they are visited. */
static enum dt_status
solve_part(struct solver *s, double *x, struct dt_error *err)
{
	struct dt_chain_part *p = &s->p;
	double mass = total(x, p->n);
	enum dt_status status = DT_OK;
	find_leaks(p);
	if (p->n == 1)
		x[0] = p->closed ? 1 : x[0] / p->leak[0];
	else if (p->n <= DENSE_MOST)
		status = solve_dense(s, x, err);
	else
		status = solve_large(s, x, err);
	double share = p->closed ? mass / total(x, p->n) : 1;
	for (size_t i = 0; i < p->n; i++)
		x[i] *= share;
	return status;
}

/* To the parts that follow. */
static void
pass_on(struct solver *s)
{
	const struct dt_chain_flow *f = s->p.flow;
	for (size_t i = 0; i < s->p.n; i++) {
		uint32_t state = s->p.member[i];
		double x = s->p.keep * s->visits[state];
		if (s->stays != NULL)
			s->stays[state] = s->p.closed;
		for (size_t e = f->row[state]; e < f->row[state + 1]; e++)
			if (!dt_chain_inside(&s->p, e))
				s->inflow[f->to[e]] += x * f->value[e];
	}
}

static enum dt_status
solve_all(struct solver *s, double *x, struct dt_error *err)
{
	struct dt_chain_part *p = &s->p;
	p->parts = &s->parts;
	for (p->part = s->parts.n; p->part-- > 0;) {
		size_t first = s->parts.first[p->part];
		p->member = s->parts.member + first;
		p->n = s->parts.first[p->part + 1] - first;
		for (size_t i = 0; i < p->n; i++)
			x[i] = s->inflow[p->member[i]];
		if (total(x, p->n) == 0)
			continue;
		enum dt_status status = solve_part(s, x, err);
		if (status != DT_OK)
			return status;
		for (size_t i = 0; i < p->n; i++)
			s->visits[p->member[i]] = x[i];
		pass_on(s);
	}
	return DT_OK;
}

/* By how much visits are off what comes in, to all visits, worked out again
 * apart from how they were solved: in states where it comes to stay, by what
 * comes from such states alone. NAN if anything is not finite. */
static double
find_error(const struct dt_chain_flow *f, double keep, const double *start,
    const double *visits, const bool *stays, double *comes)
{
	double off = 0, sum = 0;
	for (size_t s = 0; s < f->n; s++)
		comes[s] = stays != NULL && stays[s] ? 0 : start[s];
	for (size_t s = 0; s < f->n; s++)
		for (size_t e = f->row[s]; e < f->row[s + 1]; e++)
			if (stays == NULL || stays[s] == stays[f->to[e]])
				comes[f->to[e]] += keep * f->value[e] *
				    visits[s];
	for (size_t s = 0; s < f->n; s++) {
		off += fabs(comes[s] - visits[s]);
		sum += fabs(visits[s]);
	}
	return sum > 0 ? off / sum : off;
}

static enum dt_status
check(const struct solver *s, const double *start, double *room,
    struct dt_error *err)
{
	double off = find_error(s->p.flow, s->p.keep, start, s->visits,
	    s->stays, room);
	return off <= OFF_MOST ? DT_OK : dt_status_fail(err, DT_EUSAGE, "an "
	    "exact answer is out of reach: visits to %zu states were found, "
	    "but do not add up (off by %.2g of all)", s->p.flow->n, off);
}

enum dt_status
dt_chain_solve(const struct dt_chain_flow *flow, double keep,
    const double *start, double *visits, bool *stays, struct dt_error *err)
{
	size_t n = flow->n;
	struct solver s = { .p = { .flow = flow, .keep = keep },
	    .visits = visits, .stays = stays };
	double *room = dt_memory_new(3 * n, sizeof(*room));
	s.p.place = dt_memory_new(n, sizeof(*s.p.place));
	bool good = dt_chain_parts(flow, &s.parts);
	enum dt_status status = DT_ENOMEM;
	if (good && room != NULL && s.p.place != NULL) {
		s.inflow = room;
		s.p.leak = room + n;
		memcpy(s.inflow, start, n * sizeof(*start));
		memset(visits, 0, n * sizeof(*visits));
		status = solve_all(&s, room + 2 * n, err);
		if (status == DT_OK)
			status = check(&s, start, room, err);
	}
	dt_memory_free(room);
	dt_memory_free(s.p.place);
	dt_memory_free(s.cells);
	dt_chain_parts_free(&s.parts);
	return status == DT_ENOMEM ? dt_status_no_memory(err) : status;
}
