/* growth: see growth.h. */
#include "classic/growth.h"

#include <math.h>

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

double
dt_growth_blow_up(double start, double rate, double phi)
{
	return phi <= 1 ? INFINITY : pow(start, 1 - phi) /
	    (rate * (phi - 1));
}

double
dt_growth_capability(double start, double rate, double phi, double time)
{
	if (fabs(phi - 1) < 1e-9)
		return start * exp(rate * time);
	if (time >= dt_growth_blow_up(start, rate, phi))
		return INFINITY;
	double power = 1 - phi;
	return pow(pow(start, power) + power * rate * time, 1 / power);
}
