/* joint: see joint.h. */
#include "pact/joint.h"

#include <math.h>

#include "base/coins.h"
#include "base/number.h"

double
dt_joint_conditional(int64_t n, double gain)
{
	return pow(dt_number_min(gain, 1), (double)n);
}

double
dt_joint_reply(int64_t n, double gain, double chance)
{
	return dt_number_min(1, gain * pow(chance, (double)(n - 1)));
}

bool
dt_joint_pays(const struct dt_joint_threshold *t)
{
	return (double)t->k * t->benefit >= t->cost;
}

/* What joining adds where each other one joins with p: kb - c where it
 * completes the k, b - c where there are enough already. */
static double
gain_of_joining(const struct dt_joint_threshold *t, double p)
{
	size_t others = (size_t)t->n - 1;
	return dt_coins_chance(others, (size_t)t->k - 1, p) *
	    ((double)t->k * t->benefit - t->cost) -
	    (t->cost - t->benefit) * dt_coins_least(others, p, t->k);
}

/* P(Bin >= k)/P(Bin = k-1) rises with p, so joining pays below one p and not
 * above it. */
double
dt_joint_mixed(const struct dt_joint_threshold *t)
{
	double low = 0, high = 1;
	if (!((double)t->k * t->benefit > t->cost))
		return 0;
	if (t->k == t->n)
		return 1;
	for (;;) {
		double p = low + (high - low) / 2;
		if (p == low || p == high)
			return p;
		if (gain_of_joining(t, p) > 0)
			low = p;
		else
			high = p;
	}
}

static double
member_abates(const struct dt_joint_modest *m, int64_t members)
{
	return dt_number_max(m->benefit, m->ambition * (double)members *
	    m->benefit);
}

static double
payoff(const struct dt_joint_modest *m, int64_t members, double own)
{
	double all = (double)members * member_abates(m, members) +
	    (double)(m->n - members) * m->benefit;
	return m->benefit * all - own * own / 2;
}

double
dt_joint_member(const struct dt_joint_modest *m, int64_t members)
{
	return payoff(m, members, member_abates(m, members));
}

double
dt_joint_outsider(const struct dt_joint_modest *m, int64_t members)
{
	return payoff(m, members, m->benefit);
}

double
dt_joint_welfare(const struct dt_joint_modest *m, int64_t members)
{
	double in = (double)members, out = (double)(m->n - members);
	return (members > 0 ? in * dt_joint_member(m, members) : 0) +
	    (members < m->n ? out * dt_joint_outsider(m, members) : 0);
}

/* Ties are common (two members with ambition 1), and rounding is not to
 * decide them. */
static bool
no_less(double a, double b)
{
	return a >= b - 1e-12 * (fabs(a) + fabs(b));
}

bool
dt_joint_stable(const struct dt_joint_modest *m, int64_t k)
{
	if (k > 0 && !no_less(dt_joint_member(m, k),
	    dt_joint_outsider(m, k - 1)))
		return false;
	return k == m->n || no_less(dt_joint_outsider(m, k),
	    dt_joint_member(m, k + 1));
}

int64_t
dt_joint_size(const struct dt_joint_modest *m)
{
	int64_t k = m->n;
	while (k > 0 && !dt_joint_stable(m, k))
		k--;
	return k;
}

int64_t
dt_joint_size_formula(const struct dt_joint_modest *m)
{
	double k = floor((2 + sqrt(3 - 2 * m->ambition)) / m->ambition +
	    1e-9);
	return k < (double)m->n ? (int64_t)k : m->n;
}
