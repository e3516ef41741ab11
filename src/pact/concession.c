/* concession: see concession.h. */
#include "pact/concession.h"

#include <math.h>

double
dt_concession_rate(const struct dt_concession *w, int side)
{
	return w->discount[!side] * (w->low + w->cost) / (w->high - w->low);
}

static double
rates(const struct dt_concession *w)
{
	return dt_concession_rate(w, 0) + dt_concession_rate(w, 1);
}

double
dt_concession_delay(const struct dt_concession *w)
{
	return 1 / rates(w);
}

double
dt_concession_none(const struct dt_concession *w, double time)
{
	return exp(-rates(w) * time);
}

double
dt_concession_asks(const struct dt_concession_curve *c, double time)
{
	return 1 - (1 - c->reserve) * pow(time, 1 / c->e);
}

/* What they ask for together falls from 2 to the sum of their reserves, so
 * that halving finds where it passes 1; the end that is returned is one at
 * which it has. */
double
dt_concession_meet(const struct dt_concession_curve *one,
    const struct dt_concession_curve *other)
{
	double early = 0, late = 1;
	if (one->reserve + other->reserve > 1)
		return NAN;
	while (early < late) {
		double time = early + (late - early) / 2;
		if (time == early || time == late)
			break;
		if (dt_concession_asks(one, time) +
		    dt_concession_asks(other, time) > 1)
			early = time;
		else
			late = time;
	}
	return late;
}
