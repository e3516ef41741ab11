/* memoryless: see memoryless.h. */
#include "race/memoryless.h"

#include <math.h>

double
dt_memoryless_value(const struct dt_memoryless *x, int64_t racers, int races)
{
	double m = (double)racers, own = races != 0;
	double flow = x->win * x->winner * own +
	    x->win * (m - own) * x->loser - x->disaster * m * x->loss -
	    x->cost * own;
	return racers == 0 ? 0 :
	    flow / (x->discount + (x->win + x->disaster) * m);
}

/* J(n racers) < 0 and J(alone) > 0. */
struct dt_memoryless_window
dt_memoryless_dilemma(const struct dt_memoryless *x)
{
	double n = (double)x->n;
	double alone = x->win * x->winner - x->cost;
	double all = alone + (n - 1) * x->win * x->loser;
	return (struct dt_memoryless_window){ all / (n * x->loss),
	    alone / x->loss };
}

double
dt_memoryless_delay(const struct dt_memoryless *x)
{
	double alone = dt_memoryless_value(x, 1, 1);
	double all = dt_memoryless_value(x, x->n, 1);
	if (alone <= 0)
		return INFINITY;
	if (all >= 0)
		return 0;
	return log((alone - all) / alone) /
	    (x->discount + x->win + x->disaster);
}

/* J(race, n) <= J(pause, n - 1 race), both multiplied out; linear in eta. */
double
dt_memoryless_pause_from(const struct dt_memoryless *x)
{
	double n = (double)x->n, r = x->discount, lam = x->win;
	double others = lam * (n - 1) * x->loser;
	double steep = r * x->loss - (n - 1) * (lam * (x->winner - x->loser) -
	    x->cost);
	double least = (lam * x->winner + others - x->cost) *
	    (r + lam * (n - 1)) - others * (r + lam * n);
	if (steep < 0)
		return INFINITY;
	return least <= 0 ? 0 : least / steep;
}
