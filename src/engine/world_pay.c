/* world_pay: what a round pays, and a round of the race; see world.h. */
#include "engine/world.h"

#include <string.h>

/* Shares an amount that one agent paid among the parties but itself. */
static void
share_out(const struct dt_model *m, struct dt_round *r, size_t payer,
    double amount)
{
	uint64_t others = r->parties & ~dt_move_bit(payer);
	if (!m->terms.shared || others == 0)
		return;
	double each = amount / (double)dt_move_count(others);
	for (uint64_t set = others; set != 0; set &= set - 1)
		r->transfer[dt_move_first(set)] += each;
}

static void
levy(const struct dt_model *m, struct dt_round *r)
{
	for (size_t i = 0; i < m->n; i++) {
		if (r->fine[i] < 0)
			share_out(m, r, i, -r->fine[i]);
		if (dt_move_has(r->parties, i)) {
			r->cost[i] = 0 - m->terms.cost;
		} else if (m->terms.tariff > 0) {
			r->transfer[i] -= m->terms.tariff;
			share_out(m, r, i, m->terms.tariff);
		}
	}
}

static void
transfer(const struct dt_model *m, struct dt_round *r)
{
	for (size_t k = 0; k < m->terms.n_transfers; k++) {
		const struct dt_terms_transfer *t = &m->terms.transfers[k];
		if (!dt_move_has(r->parties, t->from) ||
		    !dt_move_has(r->parties, t->to))
			continue;
		r->transfer[t->from] -= t->amount;
		r->transfer[t->to] += t->amount;
	}
}

void
dt_world_pay(const struct dt_model *m, struct dt_round *r)
{
	double room[DT_AGENTS_MOST];
	const double *stage = dt_payoff_of(&m->payoff, r->executed, room);
	memset(r->cost, 0, m->n * sizeof(r->cost[0]));
	memset(r->transfer, 0, m->n * sizeof(r->transfer[0]));
	if (r->phase == DT_PHASE_IN_FORCE) {
		levy(m, r);
		transfer(m, r);
	}
	for (size_t i = 0; i < m->n; i++)
		r->payoff[i] = stage[i] + r->fine[i] + r->cost[i] +
		    r->transfer[i];
}

void
dt_world_race(struct dt_world *w)
{
	struct dt_round *r = &w->round;
	const struct dt_race *race = &w->model->race;
	if (!race->exists)
		return;
	if (w->model->looks != 0)
		memcpy(w->before, w->race.capability,
		    w->model->n * sizeof(w->before[0]));
	dt_race_step(race, &w->race, r->number, r->executed);
	dt_race_pay(race, &w->race, r->race);
	for (int k = 0; race->pays && k < DT_RACE_PARTS; k++)
		for (size_t i = 0; i < w->model->n; i++)
			r->payoff[i] += r->race[k][i];
}
