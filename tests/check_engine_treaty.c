/*
 * check_engine_treaty: treaties as equilibria of the repeated game under a
 * public signal: the values of Green and Porter's and of Mailath and
 * Samuelson's worked examples, earned by the world.
 *
 * Payoffs R, S, T, P = 2, -1, 3, 0. With continuation c, the mean of a run's
 * total payoff is V/(1-c), V being the value normalised to a round.
 */
#include <check.h>
#include <math.h>

#include "build.h"

enum { RUNS = 40000 };

static struct build b;

static void
start(void)
{
	b = (struct build){ .n = 2, .seed = 3,
	    .payoffs = BUILD_MATRIX("noisy", "2", "-1", "3", "0") };
}

static void
finish(void)
{
	build_free(&b);
}

/* The total payoff of an agent, its mean over the runs and its error. */
static double
total(size_t agent, double *error)
{
	double sum = 0, squares = 0;
	struct dt_world *world = dt_world_new(&b.model);
	for (uint64_t run = 1; run <= RUNS; run++) {
		double one = 0;
		const struct dt_round *r;
		dt_world_begin(world, run);
		while ((r = dt_world_step(world)) != NULL)
			one += r->payoff[agent];
		sum += one;
		squares += one * one;
	}
	dt_world_free(world);
	double mean = sum / RUNS;
	*error = sqrt((squares / RUNS - mean * mean) / RUNS);
	return mean;
}

static void
expect_total(size_t agent, double value)
{
	double error, mean = total(agent, &error);
	ck_assert_double_eq_tol(mean, value, 4 * error);
}

/* Pause while the treaty is in force, race else. */
static void
all_comply(const char *treaty, double continuation)
{
	for (size_t i = 0; i < b.n; i++)
		b.agents[i].strategy = BUILD_COMPLY;
	b.treaty = treaty;
	b.continuation = continuation;
}

#define GRIM(f, miss) "treaty: grim\nmonitoring: {miss: " miss \
	", false_alarm: " f "}\nresponse: {ladder: [{end: yes}]}\n"

/*
 * Any flag ends it. With false alarms f = .05 no flag is raised at two pauses
 * with p = .95^2 = .9025. A round of pausing pays 2 and is followed by
 * another with chance c p: in all 2/(1-cp), V = 2(1-c)/(1-cp). At c = .8:
 * 2/.278 = 7.194.
 */
START_TEST(grim_earns_its_value)
{
	all_comply(GRIM("0.05", "0.5"), .8);
	build_model(&b);
	expect_total(0, 2 / (1 - .8 * .9025));
	expect_total(1, 2 / (1 - .8 * .9025));
}
END_TEST

/* Five parties: p = .95^5. */
START_TEST(grim_earns_its_value_with_five_parties)
{
	b.n = 5;
	all_comply(GRIM("0.05", "0.2"), .8);
	build_model(&b);
	expect_total(4, 2 / (1 - .8 * pow(.95, 5)));
}
END_TEST

/*
 * Who races once earns 3 and keeps the treaty with q = .95 (1-d), d = .5:
 * 3 + c q 2/(1-cp) in all. At c* = 1/(3p-2q) = .5690 that is just what
 * complying earns; above it less, below it more.
 */
START_TEST(at_the_least_continuation_a_race_pays_just_as_much)
{
	static const double continuations[] = { .569, .45, .7 };
	double c = continuations[_i], p = .9025, q = .475;
	double comply = 2 / (1 - c * p), race = 3 + c * q * comply;
	ck_assert_double_eq_tol(1 / (3 * p - 2 * q), .5690, 5e-5);
	if (_i == 0)
		ck_assert_double_eq_tol(race, comply, 2e-3);
	else
		ck_assert((race > comply) == (_i == 1));
	all_comply(GRIM("0.05", "0.5"), c);
	b.agents[0].strategy = "strategy: once\nstart: first\nstates:\n"
	    "  first: {play: race, next: [{when: in_force, to: nice}, "
	    "{to: mean}]}\n"
	    "  nice: {play: pause, next: [{when: in_force, to: nice}, "
	    "{to: mean}]}\n"
	    "  mean: {play: race, next: [{to: mean}]}\n";
	build_model(&b);
	expect_total(0, race);
}
END_TEST

/*
 * T rounds of punishment: V = 2(1-c)/(1-cp-(1-p)c^(T+1)). p = .9 with two
 * parties is f = 1 - sqrt(.9) = .0513167019495. c = .7, T = 3: V = 1.734154.
 */
START_TEST(punishment_for_three_rounds_earns_its_value)
{
	double c = .7, p = .9;
	double value = 2 * (1 - c) / (1 - c * p - (1 - p) * pow(c, 4));
	ck_assert_double_eq_tol(value, 1.734154, 5e-7);
	all_comply("treaty: three\nmonitoring: {miss: 0.5, "
	    "false_alarm: 0.0513167019495}\n"
	    "response: {ladder: [{suspend: 3}]}\n", c);
	build_model(&b);
	expect_total(0, value / (1 - c));
}
END_TEST

/*
 * Green and Porter in Tirole's form, in units of half profit: a shared low
 * demand, chance a, is one flag for all: agent 0 alone is watched, its false
 * alarms are the low demand, which pays nothing. Pausing in a round of high
 * demand pays 1: V = (1-a)(1-c)/(1-(1-a)c-a c^(T+1)). a .25, c .8, T 4:
 * .471579. Here each round pays its mean, 1-a.
 */
START_TEST(green_and_porter_earn_their_value)
{
	double a = .25, c = .8;
	double value = (1 - a) * (1 - c) /
	    (1 - (1 - a) * c - a * pow(c, 5));
	ck_assert_double_eq_tol(value, .471579, 5e-7);
	b.payoffs = BUILD_MATRIX("cartel", "0.75", "0", "1.5", "0");
	all_comply("treaty: cartel\nparties: [a]\nmonitoring: {miss: 0, "
	    "false_alarm: 0.25}\nresponse: {ladder: [{suspend: 4}]}\n", c);
	b.agents[1].strategy = BUILD_TWO_STATES("partner",
	    "{when: in_force, to: nice}");
	build_model(&b);
	expect_total(1, value / (1 - c));
}
END_TEST

/*
 * A race gains T-R = 1 and is found with d = .5, a pause with f = .05, and
 * nothing else follows than a fine F: racing pays 3 - .5 F a round, pausing
 * 2 - .05 F. They are alike at F = 1/.45.
 */
START_TEST(a_fine_deters_by_its_mean)
{
	b.rounds = 20;
	all_comply("treaty: fine\nmonitoring: {miss: 0.5, false_alarm: 0.05}\n"
	    "response: {ladder: [{fine: 2.2222222222222}]}\n", 1);
	b.agents[0].strategy = BUILD_RACE;
	build_model(&b);
	expect_total(0, 20 * (3 - .5 / .45));
	expect_total(1, 20 * (-1 - .05 / .45));
	ck_assert_double_eq_tol(3 - .5 / .45, 2 - .05 / .45, 1e-12);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("treaty values");
	TCase *t = tcase_create("treaty values");
	tcase_add_checked_fixture(t, start, finish);
	tcase_set_timeout(t, 60);
	tcase_add_test(t, grim_earns_its_value);
	tcase_add_test(t, grim_earns_its_value_with_five_parties);
	tcase_add_loop_test(t,
	    at_the_least_continuation_a_race_pays_just_as_much, 0, 3);
	tcase_add_test(t, punishment_for_three_rounds_earns_its_value);
	tcase_add_test(t, green_and_porter_earn_their_value);
	tcase_add_test(t, a_fine_deters_by_its_mean);
	suite_add_tcase(suite, t);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
