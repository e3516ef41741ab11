/* lanes_tell: tallies and sums from the counts of a block; see lanes.h. */
#include <string.h>

#include "lanes/lanes_program.h"

static int64_t
count(const struct dt_lanes *l, uint32_t counter, size_t lane)
{
	return l->counts[(size_t)counter * DT_LANES + lane];
}

/* The treaty's rounds: before its entry, in force, suspended, and the rest
 * after its end. */
static void
tell_treaty(const struct dt_lanes *l, size_t lane, struct dt_tally *t)
{
	const struct dt_lanes_program *p = l->program;
	int64_t ending = 0;
	t->in_force = count(l, p->in_force, lane);
	t->suspended = count(l, p->suspended, lane);
	t->entered = p->entry <= t->rounds ? p->entry : 0;
	for (int k = 0; k < 3; k++)
		ending |= (int64_t)dt_lanes_bit(l, p->reason[k], lane) << k;
	t->ending = (enum dt_regime_ending)ending;
	if (t->ending != DT_ENDING_NONE)
		t->ended = p->entry + t->in_force + t->suspended - 1;
}

static void
tell_agent(const struct dt_lanes *l, size_t lane, size_t i,
    struct dt_tally *t)
{
	const struct dt_lanes_account *account = &l->program->account[i];
	size_t at = i * DT_LANES + lane;
	struct dt_tally_agent *a = &t->agent[i];
	a->paused = t->rounds - count(l, account->raced, lane);
	a->party = count(l, account->party, lane);
	a->bound = count(l, account->bound, lane);
	a->slips = count(l, account->slips, lane);
	a->stopped = count(l, account->stopped, lane);
	a->breaches = count(l, account->breaches, lane);
	a->alarms_right = count(l, account->right, lane);
	a->alarms_wrong = count(l, account->wrong, lane);
	a->missed = a->breaches - a->alarms_right;
	a->false_declarations = count(l, account->lies, lane);
	a->payoff = l->payoff[at];
	a->fines = l->fines[at];
	a->cost = l->cost[at];
	a->transfers = l->transfer[at];
}

void
dt_lanes_tally(struct dt_lanes *l, size_t lane, struct dt_tally *tally)
{
	const struct dt_lanes_program *p = l->program;
	dt_lanes_tell(l);
	dt_tally_reset(tally, p->model->n);
	tally->rounds = count(l, p->rounds, lane);
	tally->all_paused = count(l, p->all_paused, lane);
	if (dt_lanes_bit(l, p->breached, lane))
		tally->first_breach = count(l, p->unbreached, lane) + 1;
	tell_treaty(l, lane, tally);
	for (size_t i = 0; i < p->model->n; i++)
		tell_agent(l, lane, i, tally);
}

static void
add_moments(const uint32_t *rounds, const double *x, size_t runs,
    struct dt_lanes_moments *to)
{
	for (size_t k = 0; k < runs; k++) {
		to->sum += x[k];
		to->squares += x[k] * x[k];
		to->products += x[k] * (double)rounds[k];
	}
}

static void
add_count(struct dt_lanes *l, uint32_t counter, size_t runs,
    struct dt_lanes_moments *to)
{
	const uint32_t *counts = l->counts + (size_t)counter * DT_LANES;
	double x[DT_LANES];
	for (size_t k = 0; k < DT_LANES; k++)
		x[k] = (double)counts[k];
	add_moments(l->counts + (size_t)l->program->rounds * DT_LANES, x,
	    runs, to);
}

static void
add_agent(struct dt_lanes *l, size_t i, size_t runs,
    struct dt_lanes_sums *sums)
{
	const struct dt_lanes_program *p = l->program;
	const uint32_t *rounds = l->counts + (size_t)p->rounds * DT_LANES;
	const uint32_t *raced =
	    l->counts + (size_t)p->account[i].raced * DT_LANES;
	double paused[DT_LANES];
	for (size_t k = 0; k < DT_LANES; k++)
		paused[k] = (double)(rounds[k] - raced[k]);
	add_moments(rounds, paused, runs, &sums->agent[i].paused);
	add_moments(rounds, l->payoff + i * DT_LANES, runs,
	    &sums->agent[i].payoff);
}

void
dt_lanes_add(struct dt_lanes *l, size_t runs, struct dt_lanes_sums *sums)
{
	const struct dt_lanes_program *p = l->program;
	dt_lanes_tell(l);
	sums->runs += (int64_t)runs;
	for (size_t k = 0; k < runs; k++) {
		sums->entered += p->entry <= count(l, p->rounds, k);
		sums->ended += dt_lanes_bit(l, p->ended, k);
		sums->breached += dt_lanes_bit(l, p->breached, k);
	}
	add_count(l, p->rounds, runs, &sums->rounds);
	add_count(l, p->all_paused, runs, &sums->all_paused);
	add_count(l, p->in_force, runs, &sums->in_force);
	add_count(l, p->suspended, runs, &sums->suspended);
	for (size_t i = 0; i < p->model->n; i++)
		add_agent(l, i, runs, sums);
}
