/* commons: see commons.h. */
#include "classic/commons.h"

#include <math.h>

double
dt_commons_all_or_none(int64_t players, double slip)
{
	double n = (double)players;
	double same = pow(1 - slip, n) + pow(slip, n);
	return same * (1 - slip) + (1 - same) * slip;
}

/* A ratio that is whole but for rounding, as .3/.1, counts as whole. */
int64_t
dt_commons_linear(double benefit, double cost)
{
	return (int64_t)ceil(cost / benefit - 1e-9);
}

static double
payoff(const struct dt_commons_quadratic *m, double all, double own)
{
	double benefit = m->linear ? m->benefit * all :
	    m->benefit / (double)m->players *
	    (m->demand * all - all * all / 2);
	return benefit - m->cost * own * own / 2;
}

/* Each follower sets b/N (a - Q) = c q, the coalition maximises its members'
 * sum knowing that; with a linear benefit nobody follows anybody. */
static void
abate(const struct dt_commons_quadratic *m, double k,
    struct dt_commons_point *at)
{
	double n = (double)m->players, h = k / n;
	double g = m->cost / m->benefit;
	if (m->linear) {
		at->member_does = k / g;
		at->outsider_does = 1 / g;
		at->all_do = k * at->member_does + (n - k) / g;
		return;
	}
	double reach = g + 1 - h;
	at->member_does = m->demand * h * g / (reach * reach + g * h * h * n);
	at->all_do = (g * k * at->member_does + (1 - h) * m->demand) / reach;
	at->outsider_does = (m->demand - at->all_do) / (g * n);
}

struct dt_commons_point
dt_commons_at(const struct dt_commons_quadratic *m, int64_t members)
{
	struct dt_commons_point at = { 0 };
	abate(m, (double)members, &at);
	at.member = payoff(m, at.all_do, at.member_does);
	at.outsider = payoff(m, at.all_do, at.outsider_does);
	return at;
}

bool
dt_commons_stable(const struct dt_commons_quadratic *m, int64_t k)
{
	struct dt_commons_point here = dt_commons_at(m, k);
	double nearly = 1e-9 * (fabs(here.member) + fabs(here.outsider));
	bool stays = k < 1 || here.member >=
	    dt_commons_at(m, k - 1).outsider - nearly;
	bool none_joins = k >= m->players || here.outsider >=
	    dt_commons_at(m, k + 1).member - nearly;
	return stays && none_joins;
}

int64_t
dt_commons_size(const struct dt_commons_quadratic *m)
{
	for (int64_t k = m->players; k > 1; k--)
		if (dt_commons_stable(m, k))
			return k;
	return 0;
}
