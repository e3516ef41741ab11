/* curve: see curve.h. */
#include "pact/curve.h"

#include <math.h>

double
dt_curve_other(double k, double u1)
{
	return 1 - pow(u1, k);
}

double
dt_curve_nash(double k, double w)
{
	return pow(w / (w + (1 - w) * k), 1 / k);
}

/* u + u^k rises from 0 to 2. */
double
dt_curve_equal(double k)
{
	double low = 0, high = 1;
	for (;;) {
		double u = low + (high - low) / 2;
		if (u == low || u == high)
			return u;
		if (u < dt_curve_other(k, u))
			low = u;
		else
			high = u;
	}
}

double
dt_curve_utilitarian(double k)
{
	return pow(k, -1 / (k - 1));
}
