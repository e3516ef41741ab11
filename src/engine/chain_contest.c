/*
 * chain_contest: races in few states on the chain. The lead is part of the
 * clock; a run that such a race ends comes to one state that is no round, pays
 * nothing and is stayed in, and whose visits are dropped in the end.
 */
#include "engine/chain_internal.h"

#include <string.h>

enum dt_status
dt_chain_contest_refuse(const struct dt_model *m, struct dt_error *err)
{
	if (m->contest.kind == DT_CONTEST_NONE || !m->terms.exists)
		return DT_OK;
	return dt_status_fail(err, DT_EUSAGE, "the engine chain has races in "
	    "few states without a treaty: leave one of the two out, or take "
	    "the engine reference");
}

void
dt_chain_contest_pay(const struct dt_chain_draw *d, uint64_t racers,
    double *pay)
{
	const struct dt_contest *contest = &d->chain->model->contest;
	struct dt_contest_outcome all[DT_CONTEST_OUTCOMES];
	size_t k = dt_contest_outcomes(contest, d->clock.lead, racers, all);
	for (size_t i = 0; i < k; i++)
		for (size_t a = 0; a < d->chain->n; a++)
			pay[a] += all[i].chance *
			    dt_contest_pay(contest, a, racers, &all[i]);
}

void
dt_chain_contest_stay(struct dt_chain_draw *d)
{
	memcpy(d->next, d->key, (d->chain->n + 1) * sizeof(d->next[0]));
	dt_chain_arrive(d, 1);
}

void
dt_chain_contest_close(const struct dt_chain *c, struct dt_chain_sums *sums)
{
	sums->rounds = 0;
	for (size_t s = 0; s < c->states.n; s++) {
		if (c->clocks[c->states.keys[s * (c->n + 1)]].over)
			sums->visits[s] = 0;
		sums->rounds += sums->visits[s];
	}
}
