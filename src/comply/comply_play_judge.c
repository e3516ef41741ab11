/* comply_play_judge: what was played as a verdict; see comply_play.h. */
#include "comply/comply_play.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "base/number.h"

enum { SEEN_LEAST = 30 };

/* Of a round's value: what counts as no gain. */
#define ZERO 1e-9

static void
add(struct dt_comply_play_tally *to, const struct dt_comply_play_tally *from)
{
	to->n += from->n;
	to->sum += from->sum;
	to->squares += from->squares;
	to->value += from->value;
	to->norm += from->norm;
}

/* Batches in their order, so that sums are the same for any threads. */
static void
sum_up(struct dt_comply_play_sheet *const *sheets, size_t agents)
{
	struct dt_comply_play_sheet *all = sheets[0];
	for (int b = 1; b < DT_COMPLY_PLAY_BATCH; b++)
		for (size_t i = 0; i < agents; i++) {
			all->start[i] += sheets[b]->start[i];
			for (int k = 0; k < DT_CHAIN_DEPARTURES; k++)
				for (size_t c = 0; c < DT_COMPLY_PLAY_KEYS;
				    c++)
					add(&all->cell[i][k][c],
					    &sheets[b]->cell[i][k][c]);
		}
}

static struct dt_comply_case
case_of(const struct dt_comply_play_tally *t, size_t agent, int departure,
    size_t key)
{
	static const int64_t rounds[DT_COMPLY_PLAY_STAGES] = { 0,
	    DT_COMPLY_PLAY_LATE, 1 };
	double n = (double)t->n, mean = t->sum / n;
	double variance = dt_number_max(t->squares / n - mean * mean, 0);
	double norm = t->norm / n;
	struct dt_comply_case one = { .agent = agent,
	    .departure = (enum dt_chain_departure)departure,
	    .round = rounds[key % DT_COMPLY_PLAY_STAGES], .value = t->value / n,
	    .worth = mean, .best = mean, .gain = mean * norm,
	    .seen = t->n, .error = sqrt(variance / (n - 1)) };
	one.departing = one.value + one.gain;
	key /= DT_COMPLY_PLAY_STAGES;
	one.where.party = key % 2;
	one.where.strikes = (int64_t)(key / 2 % (DT_COMPLY_STRIKES + 1));
	one.where.many = one.where.strikes == DT_COMPLY_STRIKES;
	one.where.phase = (enum dt_phase)(key / 2 / (DT_COMPLY_STRIKES + 1));
	one.where.expected = true;
	return one;
}

static void
find_cases(const struct dt_comply_play_sheet *all, size_t agents,
    struct dt_comply_verdict *v)
{
	for (size_t i = 0; i < agents; i++) {
		v->start[i] = all->start[i] / (double)v->samples;
		for (int k = 0; k < DT_CHAIN_DEPARTURES; k++)
			for (size_t c = 0; c < DT_COMPLY_PLAY_KEYS; c++)
				if (all->cell[i][k][c].n >= SEEN_LEAST)
					v->cases[v->n_cases++] = case_of(
					    &all->cell[i][k][c], i, k, c);
	}
}

/* What is surely gained, all cases looked at together: by Student's t, for as
 * many states as were seen of each. */
static double
least(const struct dt_comply_case *one, size_t n_cases)
{
	double t = gsl_cdf_tdist_Qinv(0.05 / (double)n_cases,
	    (double)(one->seen - 1));
	return one->worth - t * one->error;
}

/* Whose gain is surest; where none is sure, the largest that was seen. */
static void
conclude(struct dt_comply_verdict *v)
{
	double most = -INFINITY;
	v->answer = DT_COMPLY_PERHAPS;
	for (size_t k = 0; k < v->n_cases; k++) {
		const struct dt_comply_case *one = &v->cases[k];
		double gains = least(one, v->n_cases);
		if (!(gains > ZERO * fabs(one->value)) || gains <= most)
			continue;
		v->answer = DT_COMPLY_NO;
		most = gains;
		v->binding = *one;
	}
	for (size_t k = 0; v->answer != DT_COMPLY_NO && k < v->n_cases; k++)
		if (k == 0 || v->cases[k].worth > v->binding.worth)
			v->binding = v->cases[k];
	v->slack = v->n_cases > 0 ? -v->binding.worth : NAN;
}

static bool
is_finite(const struct dt_comply_verdict *v, size_t agents)
{
	for (size_t k = 0; k < v->n_cases; k++)
		if (!isfinite(v->cases[k].worth) ||
		    !isfinite(v->cases[k].value) ||
		    !isfinite(v->cases[k].error))
			return false;
	return dt_number_finite(v->start, agents);
}

bool
dt_comply_play_judge(struct dt_comply_play_sheet *const *sheets,
    size_t agents, struct dt_comply_verdict *v)
{
	sum_up(sheets, agents);
	find_cases(sheets[0], agents, v);
	conclude(v);
	return is_finite(v, agents);
}
