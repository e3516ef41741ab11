/* survival: see survival.h. */
#include "base/survival.h"

#include <math.h>

static const double normal_975 = 1.959963984540054;

void
dt_survival_pass(struct dt_survival *s, double at_risk, double ended)
{
	s->share *= 1 - ended / at_risk;
	if (ended > 0)
		s->variance += ended / (at_risk * (at_risk - ended));
}

double
dt_survival_end(const struct dt_survival *s, int side)
{
	if (!(s->share > 0 && s->share < 1))
		return NAN;
	double slope = -sqrt(s->variance) / log(s->share);
	return pow(s->share, exp(-side * normal_975 * slope));
}
