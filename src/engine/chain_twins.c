/*
 * chain_twins: agents that are alike, so that swapping them changes nothing.
 *
 * Alike: the same automaton, host, date of signing, weight; neither may stop
 * others nor is named in a side payment; and swapped they leave the payoffs
 * as they are. To be alike is an equivalence, so every permutation within a
 * class is a symmetry of the game, and joint states may be sorted by class.
 * Places are the agents in the order of their classes.
 */
#include "engine/chain_internal.h"

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

static bool
alike(const struct dt_model *m, uint64_t hosts, size_t i, size_t j)
{
	return ((hosts >> i | hosts >> j) & 1) == 0 &&
	    m->agents[i].host == m->agents[j].host &&
	    same_standing(&m->terms, i, j) &&
	    same_automaton(&m->agents[i].automaton, &m->agents[j].automaton) &&
	    (m->payoff.matrix != NULL ? same_pairs(&m->payoff, i, j) :
	    same_table(&m->payoff, i, j));
}

/* Agents that may stop others. */
static uint64_t
hosts_of(const struct dt_model *m)
{
	uint64_t hosts = 0;
	for (size_t i = 0; i < m->n; i++) {
		int host = m->agents[i].host;
		if (host >= 0 && m->agents[host].enforcement != 0)
			hosts |= dt_move_bit((size_t)host);
	}
	return hosts;
}

/* Gathers the agents not yet placed that are like one. */
static size_t
gather(struct dt_chain *c, uint64_t hosts, size_t i, size_t place,
    uint64_t *placed)
{
	for (size_t j = i; j < c->n; j++) {
		if (dt_move_has(*placed, j) || (j != i &&
		    (c->limits.apart || dt_move_has(c->limits.departing, i) ||
		    dt_move_has(c->limits.departing, j) ||
		    !alike(c->model, hosts, i, j))))
			continue;
		*placed |= dt_move_bit(j);
		c->order[place] = (uint8_t)j;
		c->class[place++] = (uint8_t)c->classes;
	}
	c->first[++c->classes] = (uint8_t)place;
	return place;
}

void
dt_chain_twins(struct dt_chain *c)
{
	uint64_t hosts = hosts_of(c->model), placed = 0;
	size_t place = 0, place_of[DT_AGENTS_MOST] = { 0 };
	for (size_t i = 0; i < c->n; i++)
		if (!dt_move_has(placed, i))
			place = gather(c, hosts, i, place, &placed);
	for (size_t p = 0; p < c->n; p++)
		place_of[c->order[p]] = p;
	for (size_t p = 0; p < c->n; p++) {
		int host = c->model->agents[c->order[p]].host;
		bool stops = host >= 0 && dt_move_has(hosts, (size_t)host);
		c->host[p] = stops ? (int)place_of[host] : -1;
		if (stops)
			c->hosts |= dt_move_bit(place_of[host]);
	}
}
