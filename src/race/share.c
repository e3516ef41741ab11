/* share: see share.h. */
#include "race/share.h"

#include <math.h>

void
dt_share_of(const double *c, size_t n, double weight, double *share)
{
	double top = 0, sum = 0;
	for (size_t i = 0; i < n; i++)
		top = c[i] > top ? c[i] : top;
	for (size_t i = 0; i < n; i++) {
		/* 0^0 and inf/inf are not asked for. */
		share[i] = c[i] == top ? 1 : c[i] <= 0 ? weight == 0 :
		    isinf(top) ? weight == 0 :
		    isinf(weight) ? 0 : exp(weight * log(c[i] / top));
		sum += share[i];
	}
	for (size_t i = 0; i < n; i++)
		share[i] /= sum;
}

double
dt_share_concentration(const double *share, size_t n)
{
	double sum = 0;
	for (size_t i = 0; i < n; i++)
		sum += share[i] * share[i];
	return sum;
}

double
dt_share_years(double lead, double faster, double weight, double share)
{
	double missing = log(share / (1 - share)) - weight * log(lead);
	if (missing <= 0)
		return 0;
	return faster <= 0 || weight <= 0 ? INFINITY :
	    missing / (weight * faster);
}
