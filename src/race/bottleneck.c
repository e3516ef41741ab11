/* bottleneck: see bottleneck.h. */
#include "race/bottleneck.h"

#include <math.h>

enum { PARTS = 500 };

double
dt_bottleneck_effort(const struct dt_bottleneck *b, double c)
{
	if (b->share <= 0)
		return c;
	if (b->rho == 0)
		return pow(c, 1 - b->share);
	/* 1 + (1-a)(C^rho - 1), which is 1 at C = 1 for any rho. */
	return exp(log1p((1 - b->share) * expm1(b->rho * log(c))) / b->rho);
}

double
dt_bottleneck_cap(const struct dt_bottleneck *b)
{
	return b->rho >= 0 || b->share <= 0 ? INFINITY :
	    pow(b->share, 1 / b->rho);
}

double
dt_bottleneck_speed(const struct dt_bottleneck *b, double c)
{
	return b->rate * pow(dt_bottleneck_effort(b, c), b->parallel) *
	    pow(c, 1 - b->parallel / b->returns);
}

double
dt_bottleneck_elasticity(const struct dt_bottleneck *b, double c)
{
	if (b->share <= 0)
		return 1;
	double labour = (1 - b->share) * exp(b->rho * log(c));
	return isinf(labour) ? 1 : labour / (b->share + labour);
}

double
dt_bottleneck_lead_growth(const struct dt_bottleneck *b, double c,
    double diffusion)
{
	double returns = b->parallel * (dt_bottleneck_elasticity(b, c) -
	    1 / b->returns);
	return returns * dt_bottleneck_speed(b, c) / c - diffusion;
}

/* dt/dz with z = ln C. */
static double
slowness(const struct dt_bottleneck *b, double z)
{
	double c = exp(z);
	return c / dt_bottleneck_speed(b, c);
}

/* Gauss and Legendre's five points in each of n parts. */
static double
integrate(const struct dt_bottleneck *b, double from, double to, int n)
{
	double inner = sqrt(5 - 2 * sqrt(10. / 7)) / 3;
	double outer = sqrt(5 + 2 * sqrt(10. / 7)) / 3;
	double near = (322 + 13 * sqrt(70)) / 900;
	double far = (322 - 13 * sqrt(70)) / 900;
	double half = (to - from) / n / 2, sum = 0;
	for (int k = 0; k < n; k++) {
		double z = from + (2 * k + 1) * half;
		sum += 128. / 225 * slowness(b, z) +
		    near * (slowness(b, z - inner * half) +
		    slowness(b, z + inner * half)) +
		    far * (slowness(b, z - outer * half) +
		    slowness(b, z + outer * half));
	}
	return sum * half;
}

/* GSL's quadrature would do, but it ends the program where it fails, if who
 * uses the library has not told it otherwise. */
enum dt_status
dt_bottleneck_years(const struct dt_bottleneck *b, double from, double to,
    double *years, struct dt_error *err)
{
	*years = 0;
	if (to <= from)
		return DT_OK;
	double rough = integrate(b, log(from), log(to), PARTS);
	*years = integrate(b, log(from), log(to), 2 * PARTS);
	return fabs(*years - rough) <= 1e-10 * *years ? DT_OK :
	    dt_status_fail(err, DT_EUSAGE, "the time from %g to %g cannot be "
	    "worked out: growth is too slow or too fast", from, to);
}
