/* growth: see growth.h. */
#include "race/growth.h"

#include <math.h>

#include "base/number.h"

double
dt_growth_fault(double generations, double chance)
{
	return -expm1(generations * log1p(-chance));
}

double
dt_growth_compound(double generations, double share)
{
	return pow(1 + share, generations);
}

double
dt_growth_walk(double generations, double sigma)
{
	return sigma * sqrt(generations);
}

/* The sum of q^k for k below n, q = (1+l)^2. */
double
dt_growth_spread(double generations, double sigma, double share)
{
	double log_q = 2 * log1p(share);
	if (log_q == 0)
		return dt_growth_walk(generations, sigma);
	return sigma * sqrt(expm1(generations * log_q) / expm1(log_q));
}

double
dt_growth_returns(double parallel, double returns)
{
	return 1 + parallel - parallel / returns;
}

/* log1p(x k)/x, k where x is 0: how far the logarithm of C moves. -INFINITY
 * or NAN where 1 + x k <= 0. */
static double
stretch(double x, double k)
{
	return fabs(x * k) < 1e-300 ? k : log1p(x * k) / x;
}

double
dt_growth_after(const struct dt_growth *g, double start, double years)
{
	double x = 1 - g->phi, k = g->rate * pow(start, -x) * years;
	if (start >= g->ceiling)
		return start;
	double after = 1 + x * k <= 0 ? INFINITY :
	    start * exp(stretch(x, k));
	return dt_number_min(after, g->ceiling);
}

/* t = (to^x - from^x)/(r x), by its logarithms. */
double
dt_growth_years(const struct dt_growth *g, double from, double to)
{
	double x = 1 - g->phi;
	if (to <= from)
		return 0;
	if (to > g->ceiling || g->rate <= 0)
		return INFINITY;
	if (isinf(to))
		return x < 0 ? pow(from, x) / (-x * g->rate) : INFINITY;
	double e = log(to / from);
	double ratio = fabs(x * e) < 1e-300 ? e : expm1(x * e) / x;
	return pow(from, x) * ratio / g->rate;
}

/* Below the ceiling, from one capability to another: dt = dC/(r C^phi), so the
 * integral of C dt is that of C^(1-phi)/r dC. */
static double
area_between(const struct dt_growth *g, double from, double to)
{
	double x = 2 - g->phi;
	if (isinf(to))
		return x < 0 ? pow(from, x) / (-x * g->rate) : INFINITY;
	double e = log(to / from);
	double ratio = fabs(x * e) < 1e-300 ? e : expm1(x * e) / x;
	return pow(from, x) * ratio / g->rate;
}

double
dt_growth_area(const struct dt_growth *g, double start, double years)
{
	double end = dt_growth_after(g, start, years), rising = years;
	if (g->rate <= 0 || end <= start)
		return start * years;
	if (isinf(end))
		return INFINITY;
	if (end >= g->ceiling)
		rising = dt_growth_years(g, start, g->ceiling);
	return area_between(g, start, end) + end * (years - rising);
}

double
dt_growth_blow_up(double start, double rate, double phi)
{
	struct dt_growth g = { rate, phi, INFINITY };
	return dt_growth_years(&g, start, INFINITY);
}

double
dt_growth_capability(double start, double rate, double phi, double time)
{
	struct dt_growth g = { rate, phi, INFINITY };
	return dt_growth_after(&g, start, time);
}

/* With y = 1/x: y' = sg - (f + sg) y, a line: y goes to sg/(f + sg). */
double
dt_growth_lead(double lead, double faster, double diffusion, double years)
{
	double pull = faster + diffusion;
	if (pull == 0)
		return lead;
	double settled = diffusion / pull;
	return 1 / (settled + (1 / lead - settled) * exp(-pull * years));
}

double
dt_growth_lead_steady(double faster, double diffusion)
{
	return faster == 0 ? 1 : 1 + faster / diffusion;
}
