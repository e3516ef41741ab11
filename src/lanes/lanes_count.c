/*
 * lanes_count: from planes of digits to counts lane by lane, and from counts
 * to payoffs. Compiled once for all processors, so that sums round alike.
 */
#include <math.h>
#include <string.h>

#include "lanes/lanes_program.h"

/* Bit i of a byte as the lowest bit of byte i. */
static uint64_t
spread(uint64_t byte)
{
	uint64_t each = byte * 0x0101010101010101u & 0x8040201008040201u;
	return (each + 0x7f7f7f7f7f7f7f7fu) >> 7 & 0x0101010101010101u;
}

/* Adds up to eight digits, weighted from 2^shift on, to the counts. */
static void
add_digits(const struct dt_lanes_plane *digits, int n, int shift,
    uint32_t *counts)
{
	for (size_t byte = 0; byte < DT_LANES / 8; byte++) {
		uint64_t eight = 0;
		for (int d = 0; d < n; d++)
			eight |= spread(digits[d].word[byte / 8] >>
			    byte % 8 * 8 & 0xff) << d;
		for (size_t k = 0; k < 8; k++)
			counts[byte * 8 + k] |=
			    (uint32_t)(eight >> 8 * k & 0xff) << shift;
	}
}

static void
count_lanes(struct dt_lanes *l)
{
	size_t n = l->program->counters;
	int digits = (int)dt_lanes_digits((uint64_t)l->number);
	memset(l->counts, 0, (n + DT_LANES_COUNTERS) * DT_LANES *
	    sizeof(*l->counts));
	for (size_t lane = 0; lane < DT_LANES; lane++)
		l->counts[DT_LANES_EVERY * DT_LANES + lane] =
		    (uint32_t)l->number;
	for (size_t k = 0; k < n; k++)
		for (int d = 0; d < digits; d += 8)
			add_digits(&l->digits[k * DT_LANES_DIGITS + (size_t)d],
			    digits - d < 8 ? digits - d : 8, d,
			    &l->counts[(k + DT_LANES_COUNTERS) * DT_LANES]);
}

static const uint32_t *
counts_of(const struct dt_lanes *l, uint32_t counter)
{
	return &l->counts[(size_t)counter * DT_LANES];
}

/* Adds what a counter is worth. */
static void
add_worth(const struct dt_lanes *l, uint32_t counter, double amount,
    double *sums)
{
	const uint32_t *counts = counts_of(l, counter);
	for (size_t lane = 0; lane < DT_LANES; lane++)
		sums[lane] += amount * (double)counts[lane];
}

static void
add_flow(const struct dt_lanes *l, const struct dt_lanes_flow *flow,
    double *sums)
{
	for (size_t k = 0; k < flow->n.n; k++)
		add_worth(l, flow->weights[k].counter,
		    flow->weights[k].amount, sums);
}

/* A party is one once only, so what is left of its bond is a product over
 * all forfeits of the run. */
static void
forfeit(const struct dt_lanes *l, size_t i, double *fines)
{
	const struct dt_terms *t = &l->program->model->terms;
	const uint32_t *fired = l->program->account[i].fired;
	for (size_t lane = 0; lane < DT_LANES; lane++) {
		double left = 1;
		for (size_t k = 0; k < t->n_rungs; k++) {
			uint32_t n = counts_of(l, fired[k])[lane];
			if (n > 0 && t->rungs[k].bond > 0)
				left *= pow(1 - t->rungs[k].bond, n);
		}
		fines[lane] -= t->bond * (1 - left);
	}
}

static void
fine(const struct dt_lanes *l, size_t i, double *fines)
{
	const struct dt_terms *t = &l->program->model->terms;
	const uint32_t *fired = l->program->account[i].fired;
	bool forfeits = false;
	for (size_t k = 0; k < t->n_rungs; k++) {
		if (fired[k] == DT_LANES_NEVER)
			continue;
		add_worth(l, fired[k], -t->rungs[k].fine, fines);
		forfeits |= t->rungs[k].bond * t->bond > 0;
	}
	if (forfeits)
		forfeit(l, i, fines);
}

static void
pay_agent(struct dt_lanes *l, size_t i)
{
	const struct dt_lanes_account *account = &l->program->account[i];
	double *payoff = l->payoff + i * DT_LANES;
	double *fines = l->fines + i * DT_LANES;
	double *cost = l->cost + i * DT_LANES;
	double *transfer = l->transfer + i * DT_LANES;
	add_flow(l, &account->stage, payoff);
	fine(l, i, fines);
	add_flow(l, &account->cost, cost);
	add_flow(l, &account->transfer, transfer);
	for (size_t lane = 0; lane < DT_LANES; lane++) {
		if (l->shared != NULL)
			transfer[lane] += l->shared[i * DT_LANES + lane];
		payoff[lane] += fines[lane] + cost[lane] + transfer[lane];
	}
}

void
dt_lanes_tell(struct dt_lanes *l)
{
	size_t n = l->program->model->n, size = n * DT_LANES * sizeof(double);
	if (l->told)
		return;
	dt_lanes_flush(l);
	count_lanes(l);
	memset(l->payoff, 0, size);
	memset(l->fines, 0, size);
	memset(l->cost, 0, size);
	memset(l->transfer, 0, size);
	for (size_t i = 0; i < n; i++)
		pay_agent(l, i);
	l->told = true;
}
