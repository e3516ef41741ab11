/* race: see race.h. */
#include "race/race.h"

#include <math.h>
#include <string.h>

#include <gsl/gsl_cdf.h>

#include "base/number.h"
#include "race/hazard.h"
#include "race/race_move.h"
#include "race/race_track.h"
#include "race/share.h"

/* Beyond all that is kept of them: misalignment stays a number. */
#define MISALIGNMENT_MOST 1e100

/* Who sees to what growth tends to as capability rises. */
static double
steepness(const struct dt_race *race)
{
	const struct dt_bottleneck *b = &race->bottleneck;
	double slow = 1 - b->parallel / b->returns;
	return b->rho < 0 ? slow : slow + b->parallel;
}

uint64_t
dt_race_own_labs(const struct dt_race *race, size_t i)
{
	uint64_t set = 0;
	if (dt_move_has(race->labs, i))
		return dt_move_bit(i);
	for (uint64_t left = race->labs; left != 0; left &= left - 1)
		if (race->seats[dt_move_first(left)].host == (int)i)
			set |= dt_move_bit(dt_move_first(left));
	return set;
}

enum dt_status
dt_race_compile(struct dt_race *race, int64_t rounds, struct dt_arena *arena,
    struct dt_error *err)
{
	race->labs = 0;
	race->pays = race->loss > 0;
	for (size_t i = 0; i < race->n; i++)
		if (race->seats[i].capability > 0)
			race->labs |= dt_move_bit(i);
	for (int k = 0; k < DT_RACE_PARTS; k++)
		race->pays = race->pays || race->weight[k] > 0;
	if (race->scarce)
		race->phi = steepness(race);
	return dt_race_track_make(race, rounds, arena, err);
}

/* How much hazard until the next disaster: exponential, of mean 1. */
static double
wait(struct dt_race_state *s)
{
	return -log1p(-dt_random_unit(&s->chance));
}

/* Shares of those who have capability; a nation's is its labs'. */
static void
share_out(const struct dt_race *race, struct dt_race_state *s)
{
	double capability[DT_AGENTS_MOST], share[DT_AGENTS_MOST];
	size_t n = 0;
	if (race->labs == 0)
		return;
	for (uint64_t set = race->labs; set != 0; set &= set - 1)
		capability[n++] = s->capability[dt_move_first(set)];
	dt_share_of(capability, n, race->exponent, share);
	memset(s->share, 0, race->n * sizeof(s->share[0]));
	n = 0;
	for (uint64_t set = race->labs; set != 0; set &= set - 1) {
		size_t i = dt_move_first(set);
		int host = race->seats[i].host;
		s->share[i] += share[n];
		if (host >= 0)
			s->share[host] += share[n];
		n++;
	}
}

/* What follows from capabilities, once these have changed. */
static void
settle(const struct dt_race *race, struct dt_race_state *s)
{
	s->leader = 0;
	for (uint64_t set = race->labs; set != 0; set &= set - 1) {
		size_t i = dt_move_first(set);
		if (s->capability[i] > s->leader)
			s->leader = s->capability[i];
	}
	share_out(race, s);
}

static void
oversee(const struct dt_race *race, struct dt_race_state *s)
{
	for (uint64_t set = race->labs; set != 0; set &= set - 1) {
		size_t i = dt_move_first(set);
		s->oversight[i] = dt_hazard_oversight(s->capability[i],
		    race->review);
	}
}

void
dt_race_begin(const struct dt_race *race, struct dt_race_state *s,
    uint64_t seed, uint64_t experiment, uint64_t run)
{
	s->race = race;
	s->disaster = s->monopoly = s->runaway = s->disasters = 0;
	s->struck = false;
	s->suffered = 0;
	for (size_t i = 0; i < race->n; i++) {
		const struct dt_race_seat *seat = &race->seats[i];
		s->capability[i] = seat->capability;
		s->misalignment[i] = seat->misalignment;
		s->oversight[i] = 1;
		s->share[i] = 0;
		s->generation[i] = 0;
		s->raced[i] = 0;
		s->logarithm[i] = log(seat->capability);
		if (race->sigma > 0 && seat->capability > 0)
			dt_random_stream(&s->luck[i], seed, experiment, run,
			    DT_FOR_DRIFT + i);
	}
	for (int k = 0; k < DT_RACE_HORSEMEN; k++)
		memset(s->borne[k], 0, race->n * sizeof(s->borne[k][0]));
	dt_random_stream(&s->chance, seed, experiment, run, DT_FOR_HAZARD);
	s->bears = wait(s);
	settle(race, s);
	oversee(race, s);
}

/* Between 0 and 1, neither of them. */
static double
normal(struct dt_random *random)
{
	double u = (double)(dt_random_word(random) >> 12) * 0x1p-52;
	return gsl_cdf_ugaussian_Pinv(u + 0x1p-53);
}

/* The next generation: m' = (1 + l) m + s e. */
static void
breed(const struct dt_race *race, struct dt_race_state *s, size_t lab)
{
	double m = (1 + race->drift) * s->misalignment[lab];
	if (race->sigma > 0)
		m += race->sigma * normal(&s->luck[lab]);
	s->misalignment[lab] = dt_number_max(-MISALIGNMENT_MOST,
	    dt_number_min(m, MISALIGNMENT_MOST));
}

/* The hazard of a round, as its parts come in. */
struct sufferer {
	const struct dt_race *race;
	struct dt_race_state *state;
	double hazard;
};

static void
suffer(void *of, size_t lab, double excess, bool bred)
{
	struct sufferer *by = of;
	double misaligned = fabs(by->state->misalignment[lab]);
	if (excess > 0 && misaligned > 0 && by->race->hazard > 0)
		by->hazard += by->race->hazard * misaligned * excess;
	if (bred)
		breed(by->race, by->state, lab);
}

/* A round of a lab that races, from its track. */
static void
follow(const struct dt_race *race, struct dt_race_state *s, size_t i,
    struct sufferer *by, double *disruption)
{
	const struct dt_race_track *t = &race->tracks[i];
	const struct dt_race_track_step *now = &t->steps[s->raced[i]];
	const struct dt_race_track_step *next = now + 1;
	for (size_t k = now->part; k < next->part; k++)
		suffer(by, i, t->excess[k], k + 1 < next->part);
	*disruption = now->disruption;
	s->capability[i] = next->capability;
	s->logarithm[i] = next->logarithm;
	s->oversight[i] = next->oversight;
	s->generation[i] = next->generation;
	s->raced[i]++;
}

/* Whether all who race have rounds left on their tracks. */
static bool
is_on_track(const struct dt_race *race, const struct dt_race_state *s,
    uint64_t racers)
{
	if (race->tracks == NULL)
		return false;
	for (uint64_t set = racers; set != 0; set &= set - 1)
		if (s->raced[dt_move_first(set)] >= race->longest)
			return false;
	return true;
}

/* Moves all on. Returns the disruption by the lab that disrupts most. */
static double
move(const struct dt_race *race, struct dt_race_state *s, uint64_t racers,
    struct sufferer *by)
{
	double disruption[DT_AGENTS_MOST], most = 0;
	if (is_on_track(race, s, racers)) {
		for (uint64_t set = racers; set != 0; set &= set - 1) {
			double one;
			follow(race, s, dt_move_first(set), by, &one);
			most = one > most ? one : most;
		}
		return most;
	}
	struct dt_race_sink sink = { by, suffer };
	dt_race_move(race, s, racers, &sink, disruption);
	for (uint64_t set = race->labs; set != 0; set &= set - 1) {
		double one = disruption[dt_move_first(set)];
		most = one > most ? one : most;
	}
	oversee(race, s);
	return most;
}

/* By memorylessness hazard counts anew after a disaster; a round has one at
 * most. */
static void
strike(struct dt_race_state *s, int64_t round, double hazard)
{
	s->suffered += hazard;
	s->struck = s->suffered > s->bears;
	if (!s->struck)
		return;
	s->disasters++;
	s->suffered = 0;
	s->bears = wait(s);
	if (s->disaster == 0)
		s->disaster = round;
}

static void
mark(const struct dt_race *race, struct dt_race_state *s, int64_t round)
{
	for (uint64_t set = race->labs; set != 0; set &= set - 1) {
		size_t i = dt_move_first(set);
		if (s->monopoly == 0 && s->share[i] >= race->monopoly) {
			s->monopoly = round;
			s->monopolist = i;
		}
		if (s->runaway == 0 && isinf(s->capability[i])) {
			s->runaway = round;
			s->escaped = i;
		}
	}
}

static void
bear(const struct dt_race *race, struct dt_race_state *s, double disruption)
{
	double overseen = 1, misaligned = 0;
	for (uint64_t set = race->labs; set != 0; set &= set - 1) {
		size_t i = dt_move_first(set);
		double m = fabs(s->misalignment[i]);
		overseen = s->oversight[i] < overseen ? s->oversight[i] :
		    overseen;
		misaligned = m > misaligned ? m : misaligned;
	}
	int host = s->monopoly ? race->seats[s->monopolist].host : -1;
	for (size_t i = 0; i < race->n; i++) {
		double k = race->seats[i].disruption;
		bool free = s->monopoly == 0 || i == s->monopolist ||
		    (int)i == host;
		s->borne[DT_RACE_OVERSIGHT][i] = 1 - overseen;
		s->borne[DT_RACE_MISALIGNMENT][i] = misaligned;
		s->borne[DT_RACE_DISRUPTION][i] = k > 0 && disruption > 0 ?
		    dt_number_min(k * disruption, race->most) : 0;
		s->borne[DT_RACE_MONOPOLY][i] = free ? 0 : 1;
	}
}

void
dt_race_step(const struct dt_race *race, struct dt_race_state *s,
    int64_t round, uint64_t racers)
{
	struct sufferer by = { race, s, 0 };
	double disruption = move(race, s, racers & race->labs, &by);
	strike(s, round, by.hazard);
	if ((racers & race->labs) != 0 || race->tracks == NULL)
		settle(race, s);
	mark(race, s, round);
	bear(race, s, disruption);
}

void
dt_race_pay(const struct dt_race *race, const struct dt_race_state *s,
    double part[DT_RACE_PARTS][DT_AGENTS_MOST])
{
	double loss = s->struck ? 0 - race->loss : 0;
	for (size_t i = 0; i < race->n; i++) {
		for (int k = 0; k < DT_RACE_HORSEMEN; k++)
			part[k][i] = 0 - race->weight[k] * s->borne[k][i];
		part[DT_RACE_PRIZE][i] =
		    race->weight[DT_RACE_PRIZE] * s->share[i];
		part[DT_RACE_DISASTER][i] = loss;
	}
}
