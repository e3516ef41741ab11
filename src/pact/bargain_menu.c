/*
 * bargain_menu: solutions among texts themselves, each compared with the best
 * so far.
 */
#include <math.h>

#include "base/number.h"
#include "pact/bargain_internal.h"

static const double rounding = DT_BARGAIN_ROUNDING;

static const double *
gain_of(const struct dt_bargain_scaled *s, size_t text)
{
	return s->gain + text * s->parties;
}

static bool
consented(const struct dt_bargain_scaled *s, size_t text)
{
	for (size_t k = 0; k < s->parties; k++)
		if (gain_of(s, text)[k] < -rounding)
			return false;
	return true;
}

void
dt_bargain_menu_ideal(struct dt_bargain_scaled *s)
{
	for (size_t i = 0; i < s->n; i++) {
		if (!consented(s, i))
			continue;
		s->agreement = true;
		for (size_t k = 0; k < s->parties; k++)
			s->ideal[k] = dt_number_max(s->ideal[k],
			    gain_of(s, i)[k]);
	}
	for (size_t k = 0; k < s->parties; k++)
		s->gains[k] = s->ideal[k] > rounding;
}

static int
compare(double a, double b, double size)
{
	if (fabs(a - b) <= rounding * size)
		return 0;
	return a < b ? -1 : 1;
}

/* How many gain, and the logarithm of their product. */
static size_t
product(const struct dt_bargain_scaled *s, const double *gain, double *log_of)
{
	size_t n = 0;
	*log_of = 0;
	for (size_t k = 0; k < s->parties; k++)
		if (gain[k] > rounding) {
			n++;
			*log_of += s->weight[k] * log(gain[k]);
		}
	return n;
}

static int
by_nash(const struct dt_bargain_scaled *s, const double *a, const double *b)
{
	double log_a, log_b, size = 1;
	size_t n_a = product(s, a, &log_a), n_b = product(s, b, &log_b);
	for (size_t k = 0; k < s->parties; k++)
		size += s->weight[k];
	if (n_a != n_b)
		return n_a < n_b ? -1 : 1;
	return compare(log_a, log_b, size + fabs(log_a) + fabs(log_b));
}

/* What is compared between parties; sorted, the least first. */
static size_t
shares(const struct dt_bargain_scaled *s, enum dt_bargain_kind kind,
    const double *gain, double *sorted)
{
	size_t n = 0;
	for (size_t k = 0; k < s->parties; k++) {
		if (!s->gains[k])
			continue;
		double share = kind == DT_BARGAIN_KALAI_SMORODINSKY ?
		    gain[k] / s->ideal[k] : gain[k] * s->unit[k];
		size_t at = n++;
		for (; at > 0 && sorted[at - 1] > share; at--)
			sorted[at] = sorted[at - 1];
		sorted[at] = share;
	}
	return n;
}

static int
by_least(const struct dt_bargain_scaled *s, enum dt_bargain_kind kind,
    const double *a, const double *b)
{
	double of_a[DT_BARGAIN_PARTIES_MOST], of_b[DT_BARGAIN_PARTIES_MOST];
	size_t n = shares(s, kind, a, of_a);
	shares(s, kind, b, of_b);
	int found = 0;
	for (size_t k = 0; k < n && found == 0; k++)
		found = compare(of_a[k], of_b[k], fabs(of_a[n - 1]) +
		    fabs(of_b[n - 1]));
	return found;
}

static int
by_sum(const struct dt_bargain_scaled *s, const double *a, const double *b)
{
	double sum_a = 0, sum_b = 0, size = 0;
	for (size_t k = 0; k < s->parties; k++) {
		sum_a += a[k] * s->unit[k];
		sum_b += b[k] * s->unit[k];
		size += s->unit[k];
	}
	int found = compare(sum_a, sum_b, size);
	return found != 0 ? found :
	    by_least(s, DT_BARGAIN_EGALITARIAN, a, b);
}

/* -1, 0, 1: whether text a is worse than text b, by that solution. */
static int
judge(const struct dt_bargain_scaled *s, enum dt_bargain_kind kind, size_t a,
    size_t b)
{
	const double *of_a = gain_of(s, a), *of_b = gain_of(s, b);
	if (kind == DT_BARGAIN_NASH)
		return by_nash(s, of_a, of_b);
	if (kind == DT_BARGAIN_UTILITARIAN)
		return by_sum(s, of_a, of_b);
	return by_least(s, kind, of_a, of_b);
}

void
dt_bargain_menu_solve(const struct dt_bargain_scaled *s,
    enum dt_bargain_kind kind, struct dt_bargain_point *point, double *chance)
{
	size_t best = s->n;
	for (size_t i = 0; i < s->n; i++)
		if (consented(s, i) && (best == s->n ||
		    judge(s, kind, best, i) < 0))
			best = i;
	for (size_t i = best + 1; i < s->n; i++)
		point->ties += consented(s, i) &&
		    judge(s, kind, best, i) == 0;
	chance[best] = 1;
	point->text = best;
}

double
dt_bargain_menu_waste(const struct dt_bargain_scaled *s, const double *gain)
{
	double most = 0;
	for (size_t i = 0; i < s->n; i++) {
		double rise = 0;
		for (size_t k = 0; k < s->parties; k++) {
			double more = gain_of(s, i)[k] - gain[k];
			if (more < -rounding) {
				rise = 0;
				break;
			}
			if (more > rounding)
				rise += more / (s->gains[k] ? s->ideal[k] : 1);
		}
		most = dt_number_max(most, rise);
	}
	return most;
}
