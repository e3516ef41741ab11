/* quorum: see quorum.h. */
#include "pact/quorum.h"

#include <math.h>

static const double rounding = 1e-12;

static double
weight_of(const struct dt_quorum *q, size_t i)
{
	return q->weights != NULL ? q->weights[i] : 0;
}

bool
dt_quorum_enough(const struct dt_quorum *q, size_t count, double weight)
{
	return count > 0 && count >= q->count && weight >= q->weight - rounding;
}

bool
dt_quorum_met(const struct dt_quorum *q, uint64_t set)
{
	size_t count = 0;
	double weight = 0;
	for (size_t i = 0; i < q->n; i++)
		if (set >> i & 1) {
			count++;
			weight += weight_of(q, i);
		}
	return (q->named & ~set) == 0 && dt_quorum_enough(q, count, weight);
}

enum dt_status
dt_quorum_check(const struct dt_quorum *q, struct dt_error *err)
{
	if (q->n == 0 || q->n > DT_QUORUM_MOST)
		return dt_status_fail(err, DT_EUSAGE, "a rule of entry needs "
		    "1 to %d members, not %zu", DT_QUORUM_MOST, q->n);
	for (size_t i = 0; i < q->n; i++)
		if (!(weight_of(q, i) >= 0 && isfinite(weight_of(q, i))))
			return dt_status_fail(err, DT_EUSAGE, "member %zu "
			    "has a weight that is none: %g", i + 1,
			    weight_of(q, i));
	if (isnan(q->weight))
		return dt_status_fail(err, DT_EUSAGE, "the weight that a rule "
		    "of entry asks for is no number");
	if (q->n < 64 && q->named >> q->n != 0)
		return dt_status_fail(err, DT_EUSAGE, "a rule of entry names "
		    "a member beyond its %zu", q->n);
	return DT_OK;
}

enum dt_status
dt_quorum_count(const struct dt_quorum *q, uint64_t who, const double *chances,
    struct dt_votes *votes, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	for (size_t i = 0; i < q->n && status == DT_OK; i++) {
		double yes = chances != NULL ? chances[i] : 1;
		double no = chances != NULL ? 1 - chances[i] : 1;
		if (!(who >> i & 1))
			continue;
		status = q->named >> i & 1 ?
		    dt_votes_add(votes, weight_of(q, i), yes, 0, err) :
		    dt_votes_add(votes, weight_of(q, i), yes, no, err);
	}
	return status;
}

static uint64_t
all_of(size_t n)
{
	return n < 64 ? (UINT64_C(1) << n) - 1 : UINT64_MAX;
}

enum dt_status
dt_quorum_chance(const struct dt_quorum *q, const double *ratifies,
    double *chance, struct dt_error *err)
{
	struct dt_votes votes = { 0 };
	enum dt_status status = dt_quorum_check(q, err);
	for (size_t i = 0; i < q->n && status == DT_OK; i++)
		if (!(ratifies[i] >= 0 && ratifies[i] <= 1))
			status = dt_status_fail(err, DT_EUSAGE, "member %zu "
			    "ratifies with %g, which is no chance", i + 1,
			    ratifies[i]);
	if (status == DT_OK)
		status = dt_votes_new(&votes, err);
	if (status == DT_OK)
		status = dt_quorum_count(q, all_of(q->n), ratifies, &votes,
		    err);
	*chance = 0;
	for (size_t i = 0; i < votes.n && status == DT_OK; i++)
		if (dt_quorum_enough(q, votes.list[i].count,
		    votes.list[i].weight))
			*chance += votes.list[i].measure;
	dt_votes_free(&votes);
	return status;
}
