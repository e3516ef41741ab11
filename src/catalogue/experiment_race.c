/* experiment_race: see experiment_race.h. */
#include "catalogue/experiment_race.h"

#include <math.h>

static double
or_else(double own, double other)
{
	return isnan(own) ? other : own;
}

/* What a lab with nothing to grow on, or beyond the end of growth, would mean
 * nobody knows. */
static enum dt_status
check_seat(const struct dt_scenario_agent *seat,
    const struct dt_scenario_race *race, double capability,
    struct dt_faults *faults)
{
	double ceiling = race->growth.ceiling;
	struct dt_place at = dt_node_key_place(seat->origin.node,
	    "capability");
	if (capability > 0 && capability < 1e-9)
		return dt_faults_add(faults, at, "give 1e-9 or more, or 0 for "
		    "none", "so little capability has no growth");
	if (ceiling > 0 && capability > ceiling)
		return dt_faults_add(faults, at, "raise race.growth.ceiling, "
		    "or 0 for none", "'%s' starts above the ceiling",
		    seat->origin.name);
	return DT_OK;
}

static enum dt_status
seat_all(const struct dt_scenario *s, struct dt_race_seat *seats,
    const struct dt_model *m, struct dt_faults *faults)
{
	const struct dt_scenario_agent *agents = s->agents.items;
	enum dt_status status = DT_OK;
	for (size_t i = 0; i < s->agents.n; i++) {
		const struct dt_scenario_agent *a = &agents[i];
		bool nation = a->kind == DT_NATION;
		double capability = or_else(a->capability, !nation);
		seats[i] = (struct dt_race_seat){
			.capability = capability,
			.rate = or_else(a->growth, s->race.growth.rate),
			.misalignment = or_else(a->misalignment, 1),
			.disruption = !nation ? 0 :
			    or_else(a->disruption, s->race.disruption.factor),
			.host = m->agents[i].host,
		};
		enum dt_status one = check_seat(a, &s->race, capability,
		    faults);
		if (one != DT_OK)
			status = one;
	}
	return status;
}

/* Growth with scarce compute that is a power of capability after all. */
static double
power_of(const struct dt_scenario_race_bottleneck *b)
{
	double labour = b->share > 0 ? 1 - b->share : 1;
	return 1 - b->parallel / b->returns + labour * b->parallel;
}

static enum dt_status
compile_growth(const struct dt_scenario_race_growth *g, struct dt_race *race,
    struct dt_faults *faults)
{
	const struct dt_scenario_race_bottleneck *b = &g->bottleneck;
	bool bottleneck = b->origin.node != NULL;
	race->ceiling = g->ceiling > 0 ? g->ceiling : INFINITY;
	race->pause_rate = g->pause_rate;
	race->scarce = bottleneck && b->share > 0 && b->rho != 0;
	race->phi = bottleneck ? power_of(b) : or_else(g->phi, 1);
	race->bottleneck = (struct dt_bottleneck){ g->rate, b->parallel,
	    b->returns, b->share, b->rho };
	if (!bottleneck || isnan(g->phi))
		return DT_OK;
	return dt_faults_add(faults, dt_node_key_place(g->origin.node, "phi"),
	    "leave out `phi` or `bottleneck`", "growth is by phi or by a "
	    "bottleneck, which has a phi of its own");
}

static void
compile_rest(const struct dt_scenario_race *s, struct dt_race *race)
{
	race->years = s->years;
	race->diffusion = s->diffusion;
	race->review = s->review;
	race->hazard = s->hazard;
	race->ends = s->disaster.ends;
	race->loss = s->disaster.loss;
	race->drift = s->drift.share;
	race->sigma = s->drift.sigma;
	race->generation = s->drift.generation;
	race->adapts = s->disruption.adaptation;
	race->most = s->disruption.most;
	race->exponent = s->prize.exponent;
	race->monopoly = s->prize.monopoly;
	race->weight[DT_RACE_PRIZE] = s->weights.prize;
	race->weight[DT_RACE_OVERSIGHT] = s->weights.oversight;
	race->weight[DT_RACE_MISALIGNMENT] = s->weights.misalignment;
	race->weight[DT_RACE_DISRUPTION] = s->weights.disruption;
	race->weight[DT_RACE_MONOPOLY] = s->weights.monopoly;
}

enum dt_status
dt_experiment_race(const struct dt_scenario *s, struct dt_arena *arena,
    struct dt_model *m, struct dt_faults *faults, struct dt_error *err)
{
	struct dt_race *race = &m->race;
	*race = (struct dt_race){ .exists = s->race.origin.node != NULL &&
	    !dt_experiment_contest_is(s), .n = m->n };
	if (!race->exists)
		return DT_OK;
	struct dt_race_seat *seats = dt_arena_new(arena, m->n,
	    sizeof(*seats));
	if (seats == NULL)
		return DT_ENOMEM;
	race->seats = seats;
	enum dt_status seated = seat_all(s, seats, m, faults);
	enum dt_status grown = compile_growth(&s->race.growth, race, faults);
	if (seated != DT_OK || grown != DT_OK)
		return seated != DT_OK ? seated : grown;
	compile_rest(&s->race, race);
	return dt_race_compile(race, s->rounds, arena, err);
}
