/*
 * lanes_share: fines followed lane by lane with the arithmetic of world.c and
 * regime.c, where counts alone do not tell them: they are shared out among
 * the other parties, or rounds are told. What is forfeited depends on what is
 * left of a bond. Findings are few.
 */
#include <string.h>

#include "lanes/lanes_program.h"

/* What a party pays, and its bond loses. */
static double
fine_of(struct dt_lanes *l, size_t lane, size_t i)
{
	const struct dt_terms *t = &l->program->model->terms;
	double *bond = &l->bond[i * DT_LANES + lane];
	for (size_t k = 0; k < t->n_rungs; k++) {
		if (!dt_lanes_bit(l, l->program->fined[i * t->n_rungs + k],
		    lane))
			continue;
		double forfeit = t->rungs[k].bond * *bond;
		*bond -= forfeit;
		return t->rungs[k].fine + forfeit;
	}
	return 0;
}

static void
share(struct dt_lanes *l, size_t lane, uint64_t others, double fine)
{
	double each = fine / (double)dt_move_count(others);
	for (; others != 0; others &= others - 1)
		l->shared[dt_move_first(others) * DT_LANES + lane] += each;
}

static void
fine_lane(struct dt_lanes *l, size_t lane)
{
	const struct dt_lanes_program *p = l->program;
	uint64_t parties = 0;
	for (size_t i = 0; i < p->model->n; i++)
		parties |= (uint64_t)dt_lanes_bit(l, p->fined_party[i],
		    lane) << i;
	for (uint64_t set = parties; set != 0; set &= set - 1) {
		size_t payer = dt_move_first(set);
		uint64_t others = parties & ~dt_move_bit(payer);
		double fine = fine_of(l, lane, payer);
		l->fined[payer * DT_LANES + lane] = fine;
		if (p->model->terms.shared && fine > 0 && others != 0)
			share(l, lane, others, fine);
	}
}

void
dt_lanes_fine(struct dt_lanes *l)
{
	const struct dt_lanes_program *p = l->program;
	size_t n = p->model->n, rungs = p->model->terms.n_rungs;
	memset(l->fined, 0, n * DT_LANES * sizeof(*l->fined));
	for (size_t w = 0; w < DT_LANES_WORDS; w++) {
		uint64_t any = 0;
		for (size_t k = 0; k < n * rungs; k++)
			any |= l->slots[p->fined[k]].word[w];
		for (; any != 0; any &= any - 1)
			fine_lane(l, w * 64 + (size_t)__builtin_ctzll(any));
	}
}
