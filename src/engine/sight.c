/* sight: see sight.h. */
#include "engine/sight.h"

#include <math.h>

#include "race/race_move.h"

static void
nobody_hears(void *of, size_t lab, double excess, bool bred)
{
	(void)of;
	(void)lab;
	(void)excess;
	(void)bred;
}

/* Where all would be had those raced. */
static void
had_they_raced(const struct dt_world *w, uint64_t racers,
    struct dt_race_state *there)
{
	const struct dt_race *race = &w->model->race;
	struct dt_race_sink sink = { NULL, nobody_hears };
	double disruption[DT_AGENTS_MOST];
	*there = w->race;
	for (size_t k = 0; k < race->n; k++) {
		there->capability[k] = w->before[k];
		there->logarithm[k] = log(w->before[k]);
	}
	dt_race_move(race, there, racers & race->labs, &sink, disruption);
}

/* The capabilities as the agent sees them. */
static void
look(const struct dt_world *w, size_t i, uint64_t own, double *capability)
{
	const struct dt_race *race = &w->model->race;
	uint64_t others = race->labs & ~own;
	uint64_t missed = w->round.executed & ~w->round.seen[i] & others;
	uint64_t wrong = w->round.seen[i] & ~w->round.executed & others;
	struct dt_race_state there;
	if (w->round.number == 0)
		missed = wrong = 0;
	if (wrong != 0)
		had_they_raced(w, w->round.executed | wrong, &there);
	for (uint64_t set = race->labs; set != 0; set &= set - 1) {
		size_t k = dt_move_first(set);
		capability[k] = dt_move_has(missed, k) ? w->before[k] :
		    dt_move_has(wrong, k) ? there.capability[k] :
		    w->race.capability[k];
	}
}

static double
largest(const double *capability, uint64_t set)
{
	double most = 0;
	for (; set != 0; set &= set - 1)
		if (capability[dt_move_first(set)] > most)
			most = capability[dt_move_first(set)];
	return most;
}

/* By how much a is more than b, as a share of b; capability may be without
 * bound. */
static double
beyond(double a, double b)
{
	return a <= b ? 0 : b > 0 && isfinite(a) ? a / b - 1 : INFINITY;
}

/* Without bound, as are k of them: 1/k. */
static double
share_of(const double *capability, uint64_t labs, uint64_t own)
{
	double all = 0, mine = 0;
	bool endless = isinf(largest(capability, labs));
	for (uint64_t set = labs; set != 0; set &= set - 1) {
		size_t k = dt_move_first(set);
		double c = !endless ? capability[k] : isinf(capability[k]);
		all += c;
		mine += dt_move_has(own, k) ? c : 0;
	}
	return all > 0 ? mine / all : 0;
}

struct dt_view_race
dt_sight_lead(int64_t lead, size_t i)
{
	int64_t own = i == 0 ? lead : -lead;
	return (struct dt_view_race){ .lead = own > 0 ? (double)own : 0,
		.behind = own < 0 ? (double)-own : 0, .share = .5,
		.oversight = 1 };
}

void
dt_sight_of(const struct dt_world *w, size_t i, struct dt_view_race *race)
{
	const struct dt_race *r = &w->model->race;
	uint64_t own = dt_race_own_labs(r, i), overseen = own != 0 ? own : r->labs;
	double capability[DT_AGENTS_MOST];
	if (!r->exists) {
		*race = dt_sight_lead(w->lead, i);
		return;
	}
	look(w, i, own, capability);
	double mine = largest(capability, own);
	double theirs = largest(capability, r->labs & ~own);
	*race = (struct dt_view_race){ .lead = beyond(mine, theirs),
		.behind = beyond(theirs, mine), .oversight = 1,
		.share = share_of(capability, r->labs, own) };
	for (; overseen != 0; overseen &= overseen - 1) {
		size_t k = dt_move_first(overseen);
		double generation = (double)w->race.generation[k];
		if (w->race.oversight[k] < race->oversight)
			race->oversight = w->race.oversight[k];
		if (generation > race->generation)
			race->generation = generation;
	}
}
