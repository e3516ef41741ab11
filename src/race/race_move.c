/* race_move: see race_move.h. */
#include "race/race_move.h"

#include <math.h>

#include "base/number.h"
#include "race/race_flow.h"
#include "race/race_leg.h"

static double
rate_of(const struct dt_race *race, size_t lab, bool races)
{
	double rate = race->seats[lab].rate;
	return races ? rate : rate * race->pause_rate;
}

/* One lab on its own, in closed form. */
static void
walk(const struct dt_race *race, struct dt_race_state *s, size_t lab,
    bool races, const struct dt_race_sink *sink, double *disruption)
{
	struct dt_race_leg leg = { race, rate_of(race, lab, races),
	    s->capability[lab], race->seats[lab].capability,
	    s->generation[lab], race->years, 0 };
	double end = dt_race_leg_end(&leg);
	*disruption = dt_race_leg_disrupts(&leg);
	bool bred;
	do {
		bred = dt_race_leg_passes(&leg);
		sink->part(sink->of, lab, races ? leg.excess : 0, bred);
	} while (bred);
	s->capability[lab] = end;
	s->generation[lab] = leg.generation;
}

/* Those of finite capability; what is without bound reaches all to whom it
 * diffuses. */
static void
gather(const struct dt_race *race, struct dt_race_state *s, uint64_t racers,
    struct dt_race_flow *f)
{
	f->race = race;
	f->n = 0;
	f->left = race->years;
	for (uint64_t set = race->labs; set != 0; set &= set - 1) {
		size_t i = dt_move_first(set);
		if (isinf(s->leader) && race->diffusion > 0)
			s->capability[i] = s->logarithm[i] = INFINITY;
		if (isinf(s->logarithm[i]))
			continue;
		f->agent[f->n] = i;
		f->races[f->n] = dt_move_has(racers, i);
		f->rate[f->n] = rate_of(race, i, f->races[f->n]);
		f->log[f->n] = s->logarithm[i];
		f->generation[f->n++] = s->generation[i];
	}
}

static void
flow(const struct dt_race *race, struct dt_race_state *s, uint64_t racers,
    const struct dt_race_sink *sink, double *disruption)
{
	struct dt_race_flow f;
	gather(race, s, racers, &f);
	dt_race_flow_begin(&f);
	for (size_t i; (i = dt_race_flow_passes(&f)) < f.n;) {
		sink->part(sink->of, f.agent[i], f.excess[i], true);
		f.excess[i] = 0;
	}
	for (size_t i = 0; i < f.n; i++) {
		size_t agent = f.agent[i];
		bool stands = f.log[i] == s->logarithm[agent];
		sink->part(sink->of, agent, f.excess[i], false);
		disruption[agent] = f.disruption[i];
		s->generation[agent] = f.generation[i];
		s->logarithm[agent] = f.log[i];
		if (!stands)
			s->capability[agent] = dt_number_min(exp(f.log[i]),
			    race->ceiling);
	}
}

/* A lab without bound that races is without bound in what nobody reviews. */
static void
boundless(const struct dt_race *race, const struct dt_race_state *s,
    uint64_t racers, const struct dt_race_sink *sink)
{
	for (uint64_t set = race->labs & racers; set != 0; set &= set - 1) {
		size_t i = dt_move_first(set);
		if (isinf(s->capability[i]))
			sink->part(sink->of, i, INFINITY, false);
	}
}

void
dt_race_move(const struct dt_race *race, struct dt_race_state *s,
    uint64_t racers, const struct dt_race_sink *sink, double *disruption)
{
	for (uint64_t set = race->labs; set != 0; set &= set - 1)
		disruption[dt_move_first(set)] = 0;
	if (race->scarce || race->diffusion > 0) {
		boundless(race, s, racers, sink);
		flow(race, s, racers, sink, disruption);
		return;
	}
	for (uint64_t set = race->labs; set != 0; set &= set - 1) {
		size_t i = dt_move_first(set);
		walk(race, s, i, dt_move_has(racers, i), sink,
		    &disruption[i]);
	}
}
