/* hazard: see hazard.h. */
#include "race/hazard.h"

#include <math.h>

#include "base/number.h"

double
dt_hazard_excess(const struct dt_growth *g, double start, double review,
    double years)
{
	double from = start, left = years;
	if (review > start) {
		double wait = dt_growth_years(g, start, review);
		if (wait >= years)
			return 0;
		from = review;
		left = years - wait;
	}
	double area = dt_growth_area(g, from, left);
	return isinf(area) ? area :
	    dt_number_max(0, area - review * left);
}

double
dt_hazard_survival(double hazard, double excess)
{
	return hazard <= 0 ? 1 : exp(-hazard * excess);
}

double
dt_hazard_oversight(double capability, double review)
{
	return review >= capability ? 1 : review / capability;
}

/* Where phi > 0 the speed rises with C, so that there is one capability from
 * which on it disrupts, or (phi < 0) up to which; at the ceiling it stops. */
double
dt_hazard_disruption(const struct dt_growth *g, double start, double adapts,
    double years)
{
	double end = dt_growth_after(g, start, years), from = start, to = end;
	if (g->rate <= 0 || end <= start)
		return 0;
	double border = adapts <= 0 ? 0 : pow(adapts / g->rate, 1 / g->phi);
	if (g->phi > 0)
		from = dt_number_max(start, border);
	else if (g->phi < 0)
		to = dt_number_min(end, border > 0 ? border : INFINITY);
	else if (g->rate <= adapts)
		return 0;
	if (!(to > from))
		return 0;
	if (isinf(to))
		return INFINITY;
	return (to - from) - adapts * dt_growth_years(g, from, to);
}

double
dt_hazard_treaty_years(const struct dt_hazard_treaty *t)
{
	double least = (t->alarm + t->gain / t->loss) / t->detect;
	if (!(least <= 1))
		return 0;
	double room = log(t->review / (t->start * least));
	double faster = t->rate - t->review_rate;
	if (room < 0)
		return 0;
	return faster > 0 ? room / faster : INFINITY;
}

double
dt_hazard_treaty_margin(const struct dt_hazard_treaty *t, double years)
{
	double seen = dt_number_min(1, t->review / t->start *
	    exp((t->review_rate - t->rate) * years));
	return (seen * t->detect - t->alarm) * t->loss - t->gain;
}
