/*
 * twins: agents that are alike; see twins.h.
 */
#include "engine/twins.h"

#include <math.h>
#include <string.h>

static bool
same_lotteries(const struct dt_automaton *a, const struct dt_automaton *b)
{
	if (a->n_lotteries != b->n_lotteries)
		return false;
	for (size_t i = 0; i < a->n_lotteries; i++) {
		const struct dt_automaton_lottery *x = &a->lotteries[i];
		const struct dt_automaton_lottery *y = &b->lotteries[i];
		if (x->n != y->n)
			return false;
		for (size_t k = 0; k < x->n; k++)
			if (x->tickets[k].below != y->tickets[k].below ||
			    x->tickets[k].state != y->tickets[k].state)
				return false;
	}
	return true;
}

static bool
same_automaton(const struct dt_automaton *a, const struct dt_automaton *b)
{
	size_t n = a->states;
	return n == b->states && a->views == b->views &&
	    memcmp(&a->looks, &b->looks, sizeof(a->looks)) == 0 &&
	    a->deceives == b->deceives &&
	    memcmp(a->race, b->race, n * sizeof(*a->race)) == 0 &&
	    memcmp(a->withdraws, b->withdraws,
	    n * sizeof(*a->withdraws)) == 0 &&
	    memcmp(a->step, b->step,
	    (n + 1) * a->views * sizeof(*a->step)) == 0 &&
	    same_lotteries(a, b);
}

/* The same but for the rounding of sums in another order. */
static bool
same(double a, double b)
{
	return fabs(a - b) <= 1e-12 * (fabs(a) + fabs(b));
}

static bool
same_matrix(const struct dt_payoff_matrix *a, const struct dt_payoff_matrix *b)
{
	return a->reward == b->reward && a->sucker == b->sucker &&
	    a->temptation == b->temptation && a->punishment == b->punishment;
}

static bool
same_pairs(const struct dt_payoff *p, size_t i, size_t j)
{
	const double *share = p->share;
	size_t n = p->n;
	if (!same_matrix(&p->matrix[i], &p->matrix[j]) ||
	    !same(share[i * n + j], share[j * n + i]))
		return false;
	for (size_t k = 0; k < n; k++)
		if (k != i && k != j &&
		    (!same(share[i * n + k], share[j * n + k]) ||
		    !same(share[k * n + i], share[k * n + j])))
			return false;
	return true;
}

static uint64_t
swapped(uint64_t set, size_t i, size_t j)
{
	bool differ = dt_move_has(set, i) != dt_move_has(set, j);
	return differ ? set ^ dt_move_bit(i) ^ dt_move_bit(j) : set;
}

static bool
same_table(const struct dt_payoff *p, size_t i, size_t j)
{
	for (uint64_t racers = 0; racers <= dt_move_all(p->n); racers++) {
		const double *a = p->table + racers * p->n;
		const double *b = p->table + swapped(racers, i, j) * p->n;
		if (!same(a[i], b[j]) || !same(a[j], b[i]))
			return false;
		for (size_t k = 0; k < p->n; k++)
			if (k != i && k != j && !same(a[k], b[k]))
				return false;
	}
	return true;
}

static bool
same_standing(const struct dt_terms *t, size_t i, size_t j)
{
	if (!t->exists)
		return true;
	for (size_t k = 0; k < t->n_transfers; k++) {
		size_t from = t->transfers[k].from, to = t->transfers[k].to;
		if (from == i || from == j || to == i || to == j)
			return false;
	}
	return t->joins[i] == t->joins[j] && t->weight[i] == t->weight[j] &&
	    dt_move_has(t->entry_states, i) == dt_move_has(t->entry_states, j);
}

bool
dt_twins_alike(const struct dt_model *m, uint64_t hosts, size_t i, size_t j)
{
	return ((hosts >> i | hosts >> j) & 1) == 0 &&
	    ((m->minds >> i | m->minds >> j) & 1) == 0 &&
	    m->agents[i].host == m->agents[j].host &&
	    same_standing(&m->terms, i, j) &&
	    same_automaton(&m->agents[i].automaton, &m->agents[j].automaton) &&
	    (m->payoff.matrix != NULL ? same_pairs(&m->payoff, i, j) :
	    same_table(&m->payoff, i, j));
}

uint64_t
dt_twins_hosts(const struct dt_model *m)
{
	uint64_t hosts = 0;
	for (size_t i = 0; i < m->n; i++) {
		int host = m->agents[i].host;
		if (host >= 0 && m->agents[host].enforcement != 0)
			hosts |= dt_move_bit((size_t)host);
	}
	return hosts;
}
