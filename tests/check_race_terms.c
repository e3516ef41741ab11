/*
 * check_race_terms: what treaties say of a race, and what agents see of one,
 * in the world's rounds. Capability doubles with each year of racing (phi 1,
 * rate ln 2, rounds of a year), so that all of it is known by counting.
 */
#include <check.h>
#include <math.h>

#include "build.h"
#include "engine/sight.h"

static struct build b;
static struct dt_race_seat seats[3];

static void
start(void)
{
	b = (struct build){ .n = 2, .rounds = 1000, .looks = true };
	for (int i = 0; i < 3; i++)
		seats[i] = (struct dt_race_seat){ .capability = 1,
		    .rate = log(2), .misalignment = 1, .host = -1 };
}

static void
finish(void)
{
	build_free(&b);
}

static struct dt_world *
begin(double review)
{
	build_model(&b);
	b.model.race = (struct dt_race){ .exists = true, .n = b.n,
	    .seats = seats, .years = 1, .phi = 1, .ceiling = INFINITY,
	    .review = review, .generation = 2, .exponent = 1, .monopoly = 1 };
	for (size_t i = 0; i < b.n; i++)
		if (b.model.agents[i].automaton.looks.n > 0)
			b.model.looks |= dt_move_bit(i);
	build_must(&b, dt_race_compile(&b.model.race, 100, &b.arena,
	    &b.error));
	struct dt_world *w = dt_world_new(&b.model);
	ck_assert_ptr_nonnull(w);
	dt_world_begin(w, 1);
	return w;
}

/* Steps, and the parties that were bound. */
static uint64_t
bound(struct dt_world *w)
{
	return dt_world_step(w)->bound;
}

/* The racer has 1, 2, 4 before its rounds 1, 2, 3; the other stays at 1. */
START_TEST(a_cap_binds_who_has_reached_it)
{
	b.treaty = "treaty: t\nobligation: {cap: 4}\n";
	b.agents[0].strategy = BUILD_RACE;
	struct dt_world *w = begin(1e9);
	ck_assert_uint_eq(bound(w), 0);
	ck_assert_uint_eq(bound(w), 0);
	ck_assert_uint_eq(bound(w), 1);
	ck_assert_uint_eq(bound(w), 1);
	dt_world_free(w);
}
END_TEST

/* From the leader's 4 on all are bound, the one at 1 too. */
START_TEST(a_threshold_binds_all_at_once)
{
	b.treaty = "treaty: t\nobligation: {from: 4}\n";
	b.agents[1].strategy = BUILD_RACE;
	struct dt_world *w = begin(1e9);
	ck_assert_uint_eq(bound(w), 0);
	ck_assert_uint_eq(bound(w), 0);
	ck_assert_uint_eq(bound(w), 3);
	dt_world_free(w);
}
END_TEST

/* Two years of racing are free: the third is a breach. Who pauses has them
 * still. */
START_TEST(compute_is_counted_in_years_of_racing)
{
	b.treaty = "treaty: t\nobligation: {compute: 2}\n";
	b.agents[0].strategy = BUILD_RACE;
	struct dt_world *w = begin(1e9);
	ck_assert_uint_eq(bound(w), 0);
	ck_assert_uint_eq(bound(w), 0);
	ck_assert_uint_eq(bound(w), 1);
	dt_world_begin(w, 2);
	ck_assert_uint_eq(bound(w), 0);
	dt_world_free(w);
}
END_TEST

/* A nation answers for the labs that it hosts. */
START_TEST(nations_are_bound_by_their_labs)
{
	b.treaty = "treaty: t\nobligation: {cap: 2}\n";
	b.n = 3;
	b.agents[0].strategy = BUILD_RACE;
	b.agents[2].nation = true;
	seats[0].host = 2;
	seats[2].capability = 0;
	struct dt_world *w = begin(1e9);
	ck_assert_uint_eq(bound(w), 0);
	ck_assert_uint_eq(bound(w), 1 | 4);
	dt_world_free(w);
}
END_TEST

static const struct {
	double capability, oversight, sees;
} dims[] = {
	/* o = min(1, 1/C); .8 times o, not less than the false alarm .05; half
	 * of it: .8 (1 - .5 + .5 o). */
	{ 1, 1, .8 }, { 4, 1, .2 }, { 4, .5, .5 }, { 100, 1, .05 },
	{ 1, 0, .8 }, { 4, 0, .8 },
};

/* Within five standard errors of 40,000 rounds; nothing grows here. */
START_TEST(oversight_multiplies_detection)
{
	enum { ROUNDS = 40000 };
	char treaty[200];
	double hits = 0, p = dims[_i].sees;
	snprintf(treaty, sizeof(treaty), "treaty: t\nmonitoring: {miss: 0.2, "
	    "false_alarm: 0.05, oversight: %g}\n", dims[_i].oversight);
	b.treaty = treaty;
	b.rounds = ROUNDS;
	b.agents[0].strategy = BUILD_RACE;
	for (int i = 0; i < 2; i++) {
		seats[i].capability = dims[_i].capability;
		seats[i].rate = 0;
	}
	struct dt_world *w = begin(1);
	const struct dt_round *r;
	while ((r = dt_world_step(w)) != NULL)
		hits += dt_move_has(r->alarms, 0);
	dt_world_free(w);
	ck_assert_double_le(fabs(hits / ROUNDS - p),
	    5 * sqrt(p * (1 - p) / ROUNDS));
}
END_TEST

/* Reviewed every three rounds, with review for 4: after three rounds the racer
 * has 8, an oversight of a half, which will do; after six 64, which will not:
 * round seven is the first without the treaty. Without `least` it goes on. */
START_TEST(a_review_ends_what_is_not_overseen)
{
	b.treaty = _i == 0 ? "treaty: t\nduration: {review: 3, least: 0.5}\n" :
	    "treaty: t\nduration: {review: 3}\n";
	b.agents[0].strategy = BUILD_RACE;
	struct dt_world *w = begin(4);
	for (int64_t t = 1; t <= 8; t++) {
		const struct dt_round *r = dt_world_step(w);
		ck_assert_int_eq(r->phase, t <= 6 || _i == 1 ?
		    DT_PHASE_IN_FORCE : DT_PHASE_ENDED);
	}
	ck_assert_int_eq(w->regime.ending, _i == 0 ? DT_ENDING_REVIEW :
	    DT_ENDING_NONE);
	dt_world_free(w);
}
END_TEST

/* Where nothing grows, all these words are idle. */
START_TEST(without_a_race_these_terms_say_nothing)
{
	b.treaty = "treaty: t\nobligation: {cap: 4, from: 9, compute: 9}\n"
	    "monitoring: {miss: 0, false_alarm: 0, oversight: 1}\n"
	    "duration: {review: 1, least: 1}\n";
	b.agents[0].strategy = BUILD_RACE;
	build_model(&b);
	struct dt_world *w = dt_world_new(&b.model);
	dt_world_begin(w, 1);
	for (int t = 0; t < 3; t++) {
		const struct dt_round *r = dt_world_step(w);
		ck_assert_uint_eq(r->bound, 3);
		ck_assert_uint_eq(r->findings, 1);
	}
	dt_world_free(w);
}
END_TEST

/* Seen: 0 pausing where it raced, so with what it had, 1, in place of 2; or
 * racing where it paused, so with 2 in place of 1. Agent 1 paused, and has 1:
 * what it sees of 0 is 1 or 2. From the round before that on all is known. */
START_TEST(errors_of_signals_are_errors_of_leads)
{
	struct dt_monitor_rates wrong = { .miss = 1, .false_alarm = 1 };
	struct dt_view_race race;
	b.public = &wrong;
	b.agents[0].strategy = _i == 0 ? BUILD_RACE : BUILD_PAUSE;
	b.agents[1].strategy = "strategy: s\nstart: only\nstates:\n"
	    "  only: {play: pause, next: [{when: behind > 0.5, to: only}, "
	    "{to: only}]}\n";
	struct dt_world *w = begin(1e9);
	dt_sight_of(w, 1, &race);
	ck_assert(race.lead == 0 && race.behind == 0 && race.share == .5);
	(void)dt_world_step(w);
	dt_sight_of(w, 1, &race);
	ck_assert_double_eq_tol(race.behind, _i == 0 ? 0 : 1, 1e-12);
	ck_assert_double_eq_tol(race.share, _i == 0 ? .5 : 1. / 3, 1e-12);
	(void)dt_world_step(w);
	dt_sight_of(w, 1, &race);
	ck_assert_double_eq_tol(race.behind, 1, 1e-12);
	dt_world_free(w);
}
END_TEST

/* 0 races alone and is seen to: 1, 2, 4, 8 after 0 to 3 rounds. Generations
 * are doublings; with review for 2, oversight is 1, 1, .5, .25. */
START_TEST(standing_in_a_race_is_counted)
{
	struct dt_view_race race;
	b.agents[0].strategy = BUILD_RACE;
	struct dt_world *w = begin(2);
	for (int t = 0; t <= 3; t++) {
		double c = exp2(t);
		dt_sight_of(w, 0, &race);
		ck_assert_double_eq_tol(race.lead, c - 1, 1e-9);
		ck_assert(race.behind == 0);
		ck_assert_double_eq_tol(race.share, c / (c + 1), 1e-9);
		ck_assert_double_eq_tol(race.generation, t, 1e-9);
		ck_assert_double_eq_tol(race.oversight,
		    t < 2 ? 1 : 2 / c, 1e-9);
		(void)dt_world_step(w);
	}
	dt_world_free(w);
}
END_TEST

/* Who pauses at a lead of 2 and more races in rounds with a lead of 0 and 1,
 * then stops: the lead is 3, as 1, 2, 4 are its capabilities. */
START_TEST(strategies_follow_the_race)
{
	b.agents[0].strategy = "strategy: s\n"
	    "start: [{when: lead >= 2, to: stop}, {to: go}]\nstates:\n"
	    "  go: {play: race, next: [{when: lead >= 2, to: stop}, "
	    "{to: go}]}\n  stop: {play: pause, next: [{to: stop}]}\n";
	struct dt_world *w = begin(1e9);
	ck_assert_uint_eq(dt_world_step(w)->executed, 1);
	ck_assert_uint_eq(dt_world_step(w)->executed, 1);
	ck_assert_uint_eq(dt_world_step(w)->executed, 0);
	ck_assert_uint_eq(dt_world_step(w)->executed, 0);
	ck_assert_double_eq_tol(w->race.capability[0], 4, 1e-9);
	dt_world_free(w);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("race terms");
	TCase *t = tcase_create("treaties and sight");
	tcase_add_checked_fixture(t, start, finish);
	tcase_add_test(t, a_cap_binds_who_has_reached_it);
	tcase_add_test(t, a_threshold_binds_all_at_once);
	tcase_add_test(t, compute_is_counted_in_years_of_racing);
	tcase_add_test(t, nations_are_bound_by_their_labs);
	tcase_add_loop_test(t, oversight_multiplies_detection, 0,
	    sizeof(dims) / sizeof(dims[0]));
	tcase_add_loop_test(t, a_review_ends_what_is_not_overseen, 0, 2);
	tcase_add_test(t, without_a_race_these_terms_say_nothing);
	tcase_add_loop_test(t, errors_of_signals_are_errors_of_leads, 0, 2);
	tcase_add_test(t, standing_in_a_race_is_counted);
	tcase_add_test(t, strategies_follow_the_race);
	suite_add_tcase(suite, t);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed > 0;
}
