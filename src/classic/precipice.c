/* precipice: see precipice.h. */
#include "classic/precipice.h"

#include <math.h>

#include "base/number.h"

double
dt_precipice_safety_none(const struct dt_precipice *p)
{
	return dt_number_min(1, p->capability / ((double)p->teams * p->enmity));
}

/* The k of the private game: a team's safety is its capability over k. */
static double
slope(const struct dt_precipice *p)
{
	return (double)p->teams * p->enmity - p->enmity + 1;
}

double
dt_precipice_safety_private(const struct dt_precipice *p, double x)
{
	return dt_number_min(1, x / slope(p));
}

double
dt_precipice_safety_public(const struct dt_precipice *p, double gap)
{
	return dt_number_min(1, gap / p->enmity);
}

double
dt_precipice_none(const struct dt_precipice *p)
{
	return 1 - dt_precipice_safety_none(p);
}

double
dt_precipice_private(const struct dt_precipice *p)
{
	double n = (double)p->teams, mu = p->capability, k = slope(p);
	if (mu <= k)
		return 1 - n * mu / ((n + 1) * k);
	return pow(k / mu, n) / (n + 1);
}

double
dt_precipice_public(const struct dt_precipice *p)
{
	double n = (double)p->teams, mu = p->capability, e = p->enmity;
	double share = mu / (e * (n + 1));
	if (mu <= e)
		return 1 - share;
	return 1 - share * (1 - pow(1 - e / mu, n + 1));
}
