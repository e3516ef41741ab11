/* power: see power.h. */
#include "pact/power.h"

#include <math.h>

/* The chance that exactly these `count` of n - 1 others come before one in a
 * random order: count! (n - 1 - count)! / n!. */
static double
before(size_t n, size_t count)
{
	return exp(lgamma((double)count + 1) + lgamma((double)(n - count)) -
	    lgamma((double)n + 1));
}

/* One member against all ways in which the others join. `named` others are
 * in in every one that dt_quorum_count counts. */
static void
weigh(const struct dt_quorum *q, size_t i, const struct dt_votes *votes,
    struct dt_power *power)
{
	double own = q->weights != NULL ? q->weights[i] : 0;
	bool named = q->named >> i & 1;
	double swings = 0, orders = 0;
	for (size_t v = 0; v < votes->n; v++) {
		const struct dt_vote *vote = &votes->list[v];
		if (!dt_quorum_enough(q, vote->count + 1, vote->weight + own))
			continue;
		if (!named && dt_quorum_enough(q, vote->count, vote->weight))
			continue;
		swings += vote->measure;
		orders += vote->measure * before(q->n, vote->count);
	}
	power->banzhaf[i] = swings;
	power->swing[i] = ldexp(swings, -(int)(q->n - 1));
	power->shapley[i] = orders;
}

/* Shares of their sum; both indices sum to 1 where anybody is decisive, and
 * the logarithms' rounding goes with this. */
static void
share(double *values, size_t n)
{
	double sum = 0;
	for (size_t i = 0; i < n; i++)
		sum += values[i];
	for (size_t i = 0; i < n && sum > 0; i++)
		values[i] /= sum;
}

enum dt_status
dt_power_of(const struct dt_quorum *q, struct dt_power *power,
    struct dt_error *err)
{
	enum dt_status status = dt_quorum_check(q, err);
	*power = (struct dt_power){ 0 };
	for (size_t i = 0; i < q->n && status == DT_OK; i++) {
		struct dt_votes votes;
		status = dt_votes_new(&votes, err);
		if (status == DT_OK)
			status = dt_quorum_count(q, ~(UINT64_C(1) << i), NULL,
			    &votes, err);
		if (status == DT_OK)
			weigh(q, i, &votes, power);
		dt_votes_free(&votes);
	}
	if (status == DT_OK)
		share(power->banzhaf, q->n);
	if (status == DT_OK)
		share(power->shapley, q->n);
	return status;
}
