/*
 * world_terms: what a treaty says of a race, in a run; see world.h. Where
 * nothing grows all is overseen and all parties are bound, as if it said
 * nothing.
 */
#include "engine/world.h"

static bool
is_bound(const struct dt_world *w, size_t i)
{
	const struct dt_terms *t = &w->model->terms;
	const struct dt_race *race = &w->model->race;
	double most = 0, years = 0;
	for (uint64_t set = dt_race_own_labs(race, i); set != 0; set &= set - 1) {
		size_t k = dt_move_first(set);
		double spent = (double)w->raced[k] * race->years;
		if (w->race.capability[k] > most)
			most = w->race.capability[k];
		if (spent > years)
			years = spent;
	}
	/* Sums of rounds are not exact in years. */
	return most >= t->cap && years >= t->compute * (1 - 1e-12);
}

uint64_t
dt_world_terms_bind(const struct dt_world *w, uint64_t parties)
{
	const struct dt_terms *t = &w->model->terms;
	uint64_t bound = 0;
	if (!w->model->race.exists || parties == 0)
		return parties;
	if (w->race.leader < t->from)
		return 0;
	if (t->cap <= 0 && t->compute <= 0)
		return parties;
	for (uint64_t set = parties; set != 0; set &= set - 1)
		if (is_bound(w, dt_move_first(set)))
			bound |= dt_move_bit(dt_move_first(set));
	return bound;
}

static double
oversight_of(const struct dt_world *w, size_t i)
{
	double least = 1;
	for (uint64_t set = dt_race_own_labs(&w->model->race, i); set != 0;
	    set &= set - 1)
		if (w->race.oversight[dt_move_first(set)] < least)
			least = w->race.oversight[dt_move_first(set)];
	return least;
}

uint64_t
dt_world_terms_dim(const struct dt_world *w, size_t i, uint64_t seen,
    uint64_t falsely)
{
	double x = w->model->terms.oversight;
	if (!w->model->race.exists)
		return seen;
	double sees = dt_random_chance(seen) *
	    (1 - x + x * oversight_of(w, i));
	uint64_t dim = dt_random_threshold(sees);
	return seen <= falsely ? seen : dim < falsely ? falsely : dim;
}

void
dt_world_terms_review(struct dt_world *w)
{
	const struct dt_terms *t = &w->model->terms;
	if (!w->model->race.exists || !dt_regime_review_due(&w->regime, t))
		return;
	for (uint64_t set = w->regime.parties; set != 0; set &= set - 1)
		if (oversight_of(w, dt_move_first(set)) < t->least) {
			dt_regime_review_ends(&w->regime);
			return;
		}
}

void
dt_world_terms_count(struct dt_world *w)
{
	for (uint64_t set = w->round.executed; set != 0; set &= set - 1)
		w->raced[dt_move_first(set)]++;
}
