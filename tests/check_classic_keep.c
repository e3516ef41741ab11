/*
 * check_classic_keep: models of what keeps agreements, through their settings.
 * Expected values are derived in the comment; each closed form is found a
 * second way here, by enumeration, search over a grid or value iteration.
 */
#include <check.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "classic/fines.h"
#include "classic/penal.h"
#include "classic/scrutiny.h"
#include "models.h"

static const struct dt_fines pair = { .game = { .temptation = 5, .reward = 3,
    .punishment = 1, .sucker = 0 }, .false_alarm = .05, .detection = .5 };

/* g/(d-a) = 2/.45; a of it is burnt; at 4 racing gains 2 - .45 4 = .2. Shared
 * 4.444/6.444. Any of two alarms: .0975 and .525, 2 (.0975)/.4275 lost. */
START_TEST(fines_and_what_they_waste)
{
	models_ask("fines", NULL);
	NEAR("fine", 2 / .45, 1e-12);
	NEAR("waste", .222222, 5e-7);
	NEAR("naive", 4, 1e-12);
	NEAR("naive_gain", 2 - .45 * 4, 1e-12);
	NEAR("shared_continuation", .689655, 5e-7);
	NEAR("collective_loss", 2 * .0975 / .4275, 1e-12);
	NEAR("v_star", 2.543860, 5e-7);
	NEAR("collective_continuation", .751880, 5e-7);
	NEAR("collective_chance", .3367, 5e-5);
	EXACT("usable", 1);
	models_ask("fines", "a=0", NULL);
	NEAR("fine", 4, 1e-12);
	EXACT("waste", 0);
	models_ask("fines", "cap=4.44", NULL);
	EXACT("usable", 0);
	/* a F = .45 2/.05 = 18 > R - P: nobody stays. */
	models_ask("fines", "a=.45", "cap=100", NULL);
	EXACT("usable", 0);
}
END_TEST

/* A party's value by iterating over the rounds left of a suspension, and what
 * racing for a round gains it. */
static double
iterate(int rounds, double fine, double c, double *gains)
{
	double v[64] = { 0 }, a = .05, d = .5, quiet = .95 * .95;
	for (int turn = 0; turn < 600; turn++) {
		v[0] = 3 - a * fine + c * (quiet * v[0] +
		    (1 - quiet) * v[rounds]);
		for (int k = 1; k <= rounds; k++)
			v[k] = 1 + c * v[k - 1];
	}
	double races = 5 - d * fine + c * (.95 * (1 - d) * v[0] +
	    (1 - .95 * (1 - d)) * v[rounds]);
	*gains = races - v[0];
	return (1 - c) * v[0];
}

/* Fines of a grid of .02, with up to 20 rounds: none that deters is worth more
 * than the model's best, which deters itself. Values never fall with the cap,
 * and without fines stay under v* = 2.543860. */
START_TEST(no_suspension_of_a_grid_is_better)
{
	static const double caps[] = { 0, 1, 3, 6 };
	static const double values[] = { 2.536367, 2.584543, 2.701223,
	    2.777778 };
	static const double fines[] = { 0, .77298, 2.989899, 4.444444 };
	static const int64_t rounds[] = { 4, 3, 1, 0 };
	for (size_t i = 0; i < 4; i++) {
		struct dt_fines_suspension s = dt_fines_best(&pair, .9,
		    caps[i]);
		double gains;
		ck_assert_int_eq(s.rounds, rounds[i]);
		ck_assert_double_eq_tol(s.fine, fines[i], 5e-6);
		ck_assert_double_eq_tol(s.value, values[i], 5e-7);
		ck_assert_double_eq_tol(iterate((int)s.rounds, s.fine, .9,
		    &gains), s.value, 1e-12);
		ck_assert_double_le(gains, 1e-9);
		for (int t = 0; t <= 20; t++)
			for (double f = 0; f <= caps[i]; f += .02) {
				double value = iterate(t, f, .9, &gains);
				if (gains <= 1e-12)
					ck_assert_double_le(value,
					    s.value + 1e-9);
			}
	}
	ck_assert_double_lt(dt_fines_best(&pair, .9, 0).value, 2.543860);
	ck_assert(isnan(dt_fines_best(&pair, .6, 0).value));
}
END_TEST

/* Of 10 items 4 are bad: all 2^10 samples, and all alarms of each by adding
 * one item after another. */
static double
by_samples(int looked, int bad, int alarms)
{
	double sum = 0, samples = 0;
	for (unsigned set = 0; set < 1024; set++) {
		double count[11] = { 1 };
		if (__builtin_popcount(set) != looked)
			continue;
		for (int i = 0; i < 10; i++) {
			double p = i < bad ? .7 : .1;
			if (!(set >> i & 1))
				continue;
			for (int j = 10; j > 0; j--)
				count[j] = count[j] * (1 - p) +
				    count[j - 1] * p;
			count[0] *= 1 - p;
		}
		for (int j = alarms; j <= 10; j++)
			sum += count[j];
		samples++;
	}
	return sum / samples;
}

START_TEST(alarms_of_samples_are_those_of_all_samples)
{
	for (int r = 1; r <= 4; r++)
		for (int n = 0; n <= 10; n++)
			for (int bad = 0; bad <= 10; bad += 2) {
				struct dt_scrutiny s = { 10, bad, .7, .1, r };
				ck_assert_double_eq_tol(dt_scrutiny_alarm(&s,
				    n, bad), by_samples(n, bad, r), 1e-12);
			}
	/* Certain items: 3 of 3 bad are seen, no clean one alarms. */
	struct dt_scrutiny sure = { 3, 3, 1, 0, 3 };
	ck_assert_double_eq_tol(dt_scrutiny_alarm(&sure, 3, 3), 1, 1e-15);
	ck_assert_double_eq_tol(dt_scrutiny_alarm(&sure, 3, 0), 0, 1e-15);
}
END_TEST

/* Feasible numbers are intervals: both ends, and by the rule. */
START_TEST(samples_that_deter_are_an_interval)
{
	static const char *const caps[] = { "cap=4", "cap=5", "cap=8" };
	static const double ends[][2] = { { 96, 692 }, { 68, 915 },
	    { 37, 1000 } };
	for (size_t i = 0; i < 3; i++) {
		models_ask("inspection-rules", caps[i], NULL);
		EXACT("least", ends[i][0]);
		EXACT("most", ends[i][1]);
	}
	EXACT("telling", 268);
	NEAR("detection", .932100, 5e-7);
	NEAR("false_alarm", .235195, 5e-7);
	models_ask("inspection-rules", NULL);
	EXACT("cheapest", 96);
	NEAR("fine", 3.99211, 5e-6);
	NEAR("cost", 1.3256, 5e-5);
	models_ask("inspection-rules", "r=2", NULL);
	EXACT("telling", 511);
	NEAR("detection", .973907, 5e-7);
	NEAR("false_alarm", .0934830, 5e-8);
	models_ask("inspection-rules", "cap=2.5", NULL);
	ck_assert(isnan(models_result("least")));      /* d - a < .8 */
}
END_TEST

START_TEST(grim_holds_for_an_interval_of_samples)
{
	models_ask("inspection-rules", "c=.9", NULL);
	EXACT("grim_least", 22);
	EXACT("grim_most", 271);
	models_ask("inspection-rules", "c=.8", NULL);
	EXACT("grim_least", 70);
	EXACT("grim_most", 178);
	models_ask("inspection-rules", "c=.7", NULL);
	ck_assert(isnan(models_result("grim_least")));
	NEAR("grim_continuation", .776756, 5e-7);
	EXACT("grim_best", 118);
}
END_TEST

/* Any alarm: 1 - prod, by hand for the sets that the model takes; and all 255
 * sets by their products. */
START_TEST(channels_are_the_cheapest_of_all_sets)
{
	static const double miss[] = { .35, .2, .5, .05, .3, .6, .4, .5 };
	static const double alarm[] = { .02, .01, .03, .001, .05, .02, .1,
	    .05 };
	static const double cost[] = { 1, 3, .8, 6, .6, .3, .5, .2 };
	static const double caps[] = { 2.5, 3, 4, 6 };
	static const double costs[] = { 1.5, .8, .5, .2 };
	static const char *const set[] = { "cap=2.5", "cap=3", "cap=4",
	    "cap=6" };
	for (size_t i = 0; i < 4; i++) {
		double least = INFINITY, feasible = 0;
		for (unsigned s = 1; s < 256; s++) {
			double quiet = 1, clean = 1, sum = 0;
			for (int k = 0; k < 8; k++)
				if (s >> k & 1) {
					quiet *= miss[k];
					clean *= 1 - alarm[k];
					sum += cost[k];
				}
			if (clean - quiet >= 2 / caps[i] - 1e-12) {
				feasible++;
				least = sum < least ? sum : least;
			}
		}
		models_ask("inspection-channels", set[i], NULL);
		NEAR("cost", least, 1e-12);
		NEAR("cost", costs[i], 1e-12);
		EXACT("sets", feasible);
		ck_assert_double_le(models_result("free_cost"),
		    models_result("cost") + 1e-12);
	}
	models_ask("inspection-channels", NULL);
	EXACT("sets", 245);
	NEAR("detection", .85, 1e-12);
	NEAR("false_alarm", .0975, 1e-12);
}
END_TEST

/* Two of three coins of .5, .4, .2: .5 .4 .8 + .5 .6 .2 + .5 .4 .2 + .5 .4 .2
 * = .16 + .06 + .04 + .04. */
START_TEST(so_many_of_channels)
{
	static const double p[] = { .5, .4, .2 };
	ck_assert_double_eq_tol(dt_scrutiny_of(p, 3, 7, 2), .3, 1e-12);
	ck_assert_double_eq_tol(dt_scrutiny_of(p, 3, 5, 2), .1, 1e-12);
	ck_assert_double_eq(dt_scrutiny_of(p, 3, 1, 2), 0);
}
END_TEST

/* The least continuation over a grid of sticks: to flood, and not to. */
static double
search(double n)
{
	double collude = 1 / (4 * n), gain = dt_penal_gain(n), least = 1;
	for (double x = 1 / (2 * n); x < 1; x += 1e-5) {
		double profit = x * (1 - n * x);
		double room = 1 - (n - 1) * x;
		double best = room > 0 ? room * room / 4 : 0;
		double loss = collude - profit;
		double c = (gain > best - profit ? gain : best - profit) /
		    loss;
		if (loss > 0 && c < least)
			least = c;
	}
	return least;
}

START_TEST(no_stick_of_a_grid_needs_less)
{
	for (double n = 2; n <= 9; n++) {
		struct dt_penal_stick stick = dt_penal_stick(n);
		ck_assert_double_eq_tol(stick.continuation, search(n), 2e-4);
		ck_assert_double_lt(stick.continuation, dt_penal_nash(n));
		ck_assert_double_ge(stick.continuation,
		    dt_penal_bound(n) - 1e-15);
	}
	models_ask("penal-code", NULL);
	NEAR("nash_reversion", 9. / 17, 1e-12);
	NEAR("carrot_and_stick", 9. / 32, 1e-12);
	NEAR("stick", 5. / 12, 1e-12);
	NEAR("flooded", 1. / 8, 1e-12);
	/* Nash reversion: 1/(4n) against its gain and 1/(n+1)^2 after. */
	double c = dt_penal_nash(3);
	ck_assert_double_eq_tol(1. / 12, (1 - c) * (1. / 12 +
	    dt_penal_gain(3)) + c / 16, 1e-12);
}
END_TEST

/* Just below each bound to confess is the better answer, by the payoffs. */
START_TEST(leniency_by_the_payoffs_of_the_pair)
{
	models_ask("leniency", "theta=.1999", NULL);
	NEAR("dominant_below", .2, 1e-12);
	NEAR("risk_dominant_below", .466667, 5e-7);
	ck_assert_double_gt(models_result("confess_alone"),
	    models_result("both_silent"));
	ck_assert_double_gt(models_result("both_confess"),
	    models_result("silent_alone"));
	models_ask("leniency", "theta=.2001", NULL);
	ck_assert_double_lt(models_result("confess_alone"),
	    models_result("both_silent"));
	static const char *const theta[] = { "theta=.4666", "theta=.4668" };
	for (int i = 0; i < 2; i++) {
		models_ask("leniency", theta[i], NULL);
		double confess = models_result("both_confess") +
		    models_result("confess_alone");
		double silent = models_result("silent_alone") +
		    models_result("both_silent");
		ck_assert(i == 0 ? confess > silent : confess < silent);
	}
}
END_TEST

/* Of 1,001 chances of detection none is better, gains summed by midpoints. */
START_TEST(detection_is_worth_its_cost)
{
	static const char *const harm[] = { "h=.8", "h=2", "h=.05" };
	static const double h[] = { .8, 2, .05 };
	for (int i = 0; i < 3; i++) {
		double best = -INFINITY;
		models_ask("enforcement", harm[i], NULL);
		for (int k = 0; k <= 1000; k++) {
			double p = k / 1000.0, sum = -.1 * p;
			for (int j = 0; j < 1000; j++)
				if ((j + .5) / 1000 > p)
					sum += ((j + .5) / 1000 - h[i]) /
					    1000;
			best = sum > best ? sum : best;
		}
		NEAR("welfare", best, 1e-6);
	}
	models_ask("enforcement", NULL);
	NEAR("detection", .7, 1e-12);
	NEAR("expected_fine", .7, 1e-12);
	ck_assert_double_lt(models_result("expected_fine"), .8);
}
END_TEST

/* At the bound D rounds of 5 and 1 ever after are worth 3 for ever. */
START_TEST(late_detection_needs_patience)
{
	static const char *const rounds[] = { "D=1", "D=2", "D=4", "D=12" };
	static const double late[] = { 1, 2, 4, 12 };
	static const double least[] = { .5, .707107, .840896, .943874 };
	for (int i = 0; i < 4; i++) {
		models_ask("detection-delay", rounds[i], NULL);
		double c = models_result("after_rounds"), sum = 0, left = 1;
		for (int t = 0; t < 2000; t++, left *= c)
			sum += left * (t < late[i] ? 5 : 1);
		NEAR("after_rounds", least[i], 5e-7);
		ck_assert_double_eq_tol((1 - c) * sum, 3, 1e-9);
	}
	/* 2 now against .5 of 2 a round ever after: c/(1-c) = 2. */
	NEAR("each_round", 2. / 3, 1e-12);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("classic_keep");
	TCase *tests = tcase_create("keep");
	tcase_set_timeout(tests, 60);
	tcase_add_checked_fixture(tests, NULL, models_end);
	tcase_add_test(tests, fines_and_what_they_waste);
	tcase_add_test(tests, no_suspension_of_a_grid_is_better);
	tcase_add_test(tests, alarms_of_samples_are_those_of_all_samples);
	tcase_add_test(tests, samples_that_deter_are_an_interval);
	tcase_add_test(tests, grim_holds_for_an_interval_of_samples);
	tcase_add_test(tests, channels_are_the_cheapest_of_all_sets);
	tcase_add_test(tests, so_many_of_channels);
	tcase_add_test(tests, no_stick_of_a_grid_needs_less);
	tcase_add_test(tests, leniency_by_the_payoffs_of_the_pair);
	tcase_add_test(tests, detection_is_worth_its_cost);
	tcase_add_test(tests, late_detection_needs_patience);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
