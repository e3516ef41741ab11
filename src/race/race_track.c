/* race_track: see race_track.h. */
#include "race/race_track.h"

#include <math.h>
#include <string.h>

#include "race/hazard.h"
#include "race/race_move.h"

struct recorder {
	struct dt_arena *arena;
	struct dt_race_track_step *steps[DT_AGENTS_MOST];
	double *excess[DT_AGENTS_MOST];
	size_t n[DT_AGENTS_MOST], room[DT_AGENTS_MOST];
	bool failed;
};

static void
record(void *of, size_t lab, double excess, bool bred)
{
	struct recorder *r = of;
	double *grown = dt_arena_grow(r->arena, r->excess[lab], r->n[lab],
	    &r->room[lab], sizeof(*grown));
	(void)bred;
	r->failed = r->failed || grown == NULL;
	if (grown == NULL)
		return;
	r->excess[lab] = grown;
	grown[r->n[lab]++] = excess;
}

static void
note(const struct dt_race *race, const struct dt_race_state *s,
    struct recorder *r, size_t k)
{
	for (uint64_t set = race->labs; set != 0; set &= set - 1) {
		size_t i = dt_move_first(set);
		struct dt_race_track_step *step = &r->steps[i][k];
		step->capability = s->capability[i];
		step->logarithm = s->logarithm[i];
		step->oversight = dt_hazard_oversight(s->capability[i],
		    race->review);
		step->generation = s->generation[i];
		step->part = r->n[i];
	}
}

/* All race, in every round. */
static void
follow(const struct dt_race *race, struct recorder *r)
{
	struct dt_race_state s = { .leader = 0 };
	struct dt_race_sink sink = { r, record };
	double disruption[DT_AGENTS_MOST];
	for (uint64_t set = race->labs; set != 0; set &= set - 1) {
		size_t i = dt_move_first(set);
		s.capability[i] = race->seats[i].capability;
		s.logarithm[i] = log(s.capability[i]);
	}
	for (size_t k = 0; k < race->longest && !r->failed; k++) {
		note(race, &s, r, k);
		dt_race_move(race, &s, race->labs, &sink, disruption);
		for (uint64_t set = race->labs; set != 0; set &= set - 1)
			r->steps[dt_move_first(set)][k].disruption =
			    disruption[dt_move_first(set)];
	}
	note(race, &s, r, race->longest);
}

enum dt_status
dt_race_track_make(struct dt_race *race, int64_t rounds,
    struct dt_arena *arena, struct dt_error *err)
{
	struct recorder r = { .arena = arena };
	if (race->diffusion > 0 || race->pause_rate > 0)
		return DT_OK;
	race->longest = rounds > 0 && rounds < DT_RACE_TRACK_MOST ?
	    (size_t)rounds : DT_RACE_TRACK_MOST;
	struct dt_race_track *tracks = dt_arena_new(arena, race->n,
	    sizeof(*tracks));
	r.failed = tracks == NULL;
	for (size_t i = 0; i < race->n && !r.failed; i++) {
		r.steps[i] = dt_arena_new(arena, race->longest + 1,
		    sizeof(*r.steps[i]));
		r.failed = r.steps[i] == NULL;
	}
	if (!r.failed)
		follow(race, &r);
	if (r.failed)
		return dt_status_no_memory(err);
	for (size_t i = 0; i < race->n; i++)
		tracks[i] = (struct dt_race_track){ r.steps[i], r.excess[i] };
	race->tracks = tracks;
	return DT_OK;
}
