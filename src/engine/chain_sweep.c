/*
 * chain_sweep: visits within a large part, by sweeps (Gauss and Seidel). After
 * each sweep all are scaled to meet the balance of the part - what comes in
 * must leak out - which takes out the slowest error, the level of all.
 */
#include "engine/chain_flow.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"

enum { SWEEPS_MOST = 100000 };

/* Who leads to a place of the part, but itself. */
struct sweeper {
	const struct dt_chain_part *p;
	size_t *row;                    /* by place */
	uint32_t *from;                 /* places */
	double *value;
	double *away;                   /* by place: leak, and to others */
	double *in;                     /* by place: from outside */
};

static void
count_columns(struct sweeper *s)
{
	const struct dt_chain_part *p = s->p;
	const struct dt_chain_flow *f = p->flow;
	for (size_t i = 0; i < p->n; i++)
		for (size_t e = f->row[p->member[i]];
		    e < f->row[p->member[i] + 1]; e++)
			if (dt_chain_inside(p, e) &&
			    f->to[e] != p->member[i])
				s->row[p->place[f->to[e]] + 2]++;
	for (size_t i = 0; i < p->n; i++)
		s->row[i + 2] += s->row[i + 1];
}

/* The part's matrix by columns; a column's start moves to its end, which is
 * the next one's start. */
static void
fill_columns(struct sweeper *s)
{
	const struct dt_chain_part *p = s->p;
	const struct dt_chain_flow *f = p->flow;
	for (size_t i = 0; i < p->n; i++) {
		s->away[i] = p->leak[i];
		for (size_t e = f->row[p->member[i]];
		    e < f->row[p->member[i] + 1]; e++) {
			if (!dt_chain_inside(p, e) ||
			    f->to[e] == p->member[i])
				continue;
			size_t at = s->row[p->place[f->to[e]] + 1]++;
			s->from[at] = (uint32_t)i;
			s->value[at] = p->keep * f->value[e];
			s->away[i] += s->value[at];
		}
	}
}

/* One sweep; how much it changed, to the whole. */
static double
sweep(const struct sweeper *s, double *x)
{
	double change = 0, sum = 0;
	for (size_t j = 0; j < s->p->n; j++) {
		double flow = s->in[j];
		for (size_t k = s->row[j]; k < s->row[j + 1]; k++)
			flow += x[s->from[k]] * s->value[k];
		double next = flow / s->away[j];
		change += fabs(next - x[j]);
		sum += next;
		x[j] = next;
	}
	return sum > 0 ? change / sum : 0;
}

static void
balance(const struct sweeper *s, double *x)
{
	const struct dt_chain_part *p = s->p;
	double comes = p->closed ? 1 : 0, goes = 0;
	for (size_t j = 0; j < p->n; j++) {
		comes += s->in[j];
		goes += p->closed ? x[j] : x[j] * p->leak[j];
	}
	for (size_t j = 0; goes > 0 && j < p->n; j++)
		x[j] *= comes / goes;
}

/* Until what is left of the error, if changes go on falling as slowly as of
 * late, does not show. */
static enum dt_status
settle(struct sweeper *s, double *x, struct dt_error *err)
{
	const struct dt_chain_part *p = s->p;
	double before = INFINITY, slowest = 0;
	for (size_t j = 0; j < p->n; j++) {
		s->in[j] = p->closed ? 0 : x[j];
		x[j] = 1;
	}
	balance(s, x);
	for (int k = 0; k < SWEEPS_MOST; k++) {
		double change = sweep(s, x);
		balance(s, x);
		slowest = dt_number_max(change / before, 0.95 * slowest);
		if (change < 5e-16 || (k > 3 && slowest < 1 &&
		    change * slowest / (1 - slowest) < 1e-14))
			return DT_OK;
		before = change;
	}
	return dt_status_fail(err, DT_EUSAGE, "an exact answer is out of "
	    "reach: %zu states that mix too slowly", p->n);
}

enum dt_status
dt_chain_sweep(const struct dt_chain_part *p, double *x, struct dt_error *err)
{
	const struct dt_chain_flow *f = p->flow;
	size_t edges = 0;
	for (size_t i = 0; i < p->n; i++)
		edges += f->row[p->member[i] + 1] - f->row[p->member[i]];
	struct sweeper s = {
		.p = p,
		.row = dt_memory_new(p->n + 2, sizeof(*s.row)),
		.from = dt_memory_new(edges, sizeof(*s.from)),
		.value = dt_memory_new(edges, sizeof(*s.value)),
		.away = dt_memory_new(p->n, sizeof(*s.away)),
		.in = dt_memory_new(p->n, sizeof(*s.in)),
	};
	enum dt_status status = DT_ENOMEM;
	if (s.row != NULL && s.from != NULL && s.value != NULL &&
	    s.away != NULL && s.in != NULL) {
		count_columns(&s);
		fill_columns(&s);
		status = settle(&s, x, err);
	}
	void *owned[] = { s.row, s.from, s.value, s.away, s.in };
	for (size_t i = 0; i < sizeof(owned) / sizeof(owned[0]); i++)
		dt_memory_free(owned[i]);
	return status == DT_ENOMEM ? dt_status_no_memory(err) : status;
}
