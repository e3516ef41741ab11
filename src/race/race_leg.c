/* race_leg: see race_leg.h. */
#include "race/race_leg.h"

#include <math.h>

#include "base/number.h"
#include "race/hazard.h"

static struct dt_growth
growth_of(const struct dt_race_leg *leg)
{
	return (struct dt_growth){ leg->rate, leg->race->phi,
	    leg->race->ceiling };
}

/* Growth that no finite time ends has no runaway, only numbers that end. */
static double
bounded(const struct dt_race_leg *leg, double capability)
{
	if (capability <= DT_RACE_LARGEST)
		return capability;
	return leg->race->phi > 1 ? INFINITY : DT_RACE_LARGEST;
}

double
dt_race_leg_end(const struct dt_race_leg *leg)
{
	struct dt_growth growth = growth_of(leg);
	if (isinf(leg->capability) || leg->rate <= 0 || leg->left <= 0)
		return leg->capability;
	return bounded(leg, dt_growth_after(&growth, leg->capability,
	    leg->left));
}

double
dt_race_leg_disrupts(const struct dt_race_leg *leg)
{
	struct dt_growth growth = growth_of(leg);
	if (isinf(leg->capability) || leg->capability >= DT_RACE_LARGEST)
		return 0;
	return dt_hazard_disruption(&growth, leg->capability,
	    leg->race->adapts, leg->left);
}

static double
excess_of(const struct dt_race_leg *leg, double years)
{
	struct dt_growth growth = growth_of(leg);
	if (years <= 0)
		return 0;
	if (isinf(leg->capability))
		return INFINITY;
	return dt_hazard_excess(&growth, leg->capability, leg->race->review,
	    years);
}

/* A generation that is reached within rounding at the end of a round is
 * reached in it, as in race_flow. */
#define REACHED 1e-12

bool
dt_race_leg_passes(struct dt_race_leg *leg)
{
	struct dt_growth growth = growth_of(leg);
	double next = leg->start *
	    pow(leg->race->generation, (double)(leg->generation + 1));
	double wait = isinf(leg->capability) || next > DT_RACE_LARGEST ?
	    INFINITY : dt_growth_years(&growth, leg->capability, next);
	if (wait > leg->left + REACHED * leg->race->years) {
		leg->excess = excess_of(leg, leg->left);
		leg->capability = dt_race_leg_end(leg);
		leg->left = 0;
		return false;
	}
	leg->excess = excess_of(leg, wait);
	leg->capability = next;
	leg->generation++;
	leg->left = dt_number_max(0, leg->left - wait);
	return true;
}
