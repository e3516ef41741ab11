/* risk: see risk.h. */
#include "race/risk.h"

#include <math.h>

/* v(c) = u c^(gamma-1) - 1/(gamma-1) with u = v + 1/(gamma-1): c^(gamma-1) =
 * (g/delta + 1/(gamma-1))/u, which for gamma -> 1 is ln c = g/delta - v. */
double
dt_risk_years(const struct dt_risk *r)
{
	double bears = r->growth / r->risk, k = r->gamma - 1;
	if (r->life >= bears)
		return 0;
	double log_c = k < 1e-9 ? bears - r->life :
	    log1p(k * (bears - r->life) / (1 + k * r->life)) / k;
	return log_c / r->growth;
}
