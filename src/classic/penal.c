/* penal: see penal.h. */
#include "classic/penal.h"

#include <math.h>

double
dt_penal_gain(double n)
{
	double root = (n - 1) / (4 * n);
	return root * root;
}

double
dt_penal_nash(double n)
{
	double square = (n + 1) * (n + 1);
	return square / (square + 4 * n);
}

double
dt_penal_bound(double n)
{
	double gain = dt_penal_gain(n);
	return gain / (gain + 1 / (4 * n));
}

struct dt_penal_stick
dt_penal_stick(double n)
{
	double gain = dt_penal_gain(n);
	double x = (3 * n - 1) / (2 * n * (n + 1));
	if ((n - 1) * x < 1)
		return (struct dt_penal_stick){ x,
		    gain / (1 / (4 * n) - x * (1 - n * x)) };
	return (struct dt_penal_stick){ (1 + sqrt(1 + 4 * n * gain)) / (2 * n),
	    dt_penal_bound(n) };
}

double
dt_penal_flooded(double n)
{
	return 4 * n * dt_penal_gain(n);
}
