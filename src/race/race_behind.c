/* race_behind: the lead in time; see race.h. */
#include "race/race.h"

#include <math.h>

#include "race/growth.h"

double
dt_race_behind(const struct dt_race_state *s, size_t lab)
{
	const struct dt_race *race = s->race;
	struct dt_growth growth = { race->seats[lab].rate, race->phi,
	    race->ceiling };
	if (s->capability[lab] >= s->leader)
		return 0;
	return race->scarce || isinf(s->leader) ? INFINITY :
	    dt_growth_years(&growth, s->capability[lab], s->leader);
}
