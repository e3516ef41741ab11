/* check_attribution: hand-made stages against formulas and figures derived on
 * paper; the search for the cheapest against one worked out by hand. */
#include <check.h>
#include <math.h>
#include <stdlib.h>

#include "verdict/attribution.h"
#include "repeat/stage.h"
#include "treaty/channels.h"

static struct dt_arena arena;

/* Two parties, R, S, T, P = 2, -1, 3, 0. */
static const double reward[] = { 2, 2, 2, 2, 2 }, gain[] = { 1, 1, 1, 1, 1 },
    nothing[] = { 0, 0, 0, 0, 0 };

static struct dt_attribution_stage
stage_of(size_t n)
{
	return (struct dt_attribution_stage){ .n = n, .reward = reward,
	    .gain = gain, .punishment = nothing,
	    .worst = nothing, .credible = true };
}

static struct dt_monitor_signal
steady(double miss, double false_alarm)
{
	return dt_monitor_steady((struct dt_monitor_rates){ miss,
	    false_alarm });
}

static struct dt_attribution_worth
worth(size_t n, double f, double d, double cost)
{
	struct dt_attribution_stage stage = stage_of(n);
	struct dt_attribution_worth w;
	struct dt_monitor_signal signals[5];
	for (size_t i = 0; i < n; i++)
		signals[i] = steady(1 - d, f);
	ck_assert_int_eq(dt_attribution_worth_of(&stage, signals, cost,
	    &arena, &w, NULL), DT_OK);
	return w;
}

/* f .05, d .6: 1/(1 + .55 * 2) = .47619, and the whole of R. */
START_TEST(attributable_alarms_keep_the_whole_payoff)
{
	struct dt_attribution_worth w = worth(2, .05, .6, .25);
	ck_assert_double_eq_tol(w.attributable_best, 1.75, 1e-12);
	ck_assert_double_eq_tol(w.attributable_least, .47619, 5e-6);
}
END_TEST

/* Any of two alarms: a = 1 - .95^2 = .0975, d = 1 - .95 * .4 = .62; then
 * R - g a/(d - a) = 2 - .0975/.5225, from g/(g + (d-a) v*) on. */
START_TEST(aggregate_alarms_pay_for_every_false_one)
{
	struct dt_attribution_worth w = worth(2, .05, .6, 0);
	double best = 2 - .0975 / .5225;
	ck_assert_double_eq_tol(w.aggregate_best, best, 1e-6);
	ck_assert_double_eq_tol(w.aggregate_least, 1 / (1 + .5225 * best),
	    1e-6);
}
END_TEST

/* The any-flag treaty of five parties, d .8, f .05 (from the collection):
 * grim's threshold g/((p-q)(R-P) + p g), p = .95^5, q = .95^4 * .2, .5011. */
START_TEST(five_parties_under_any_flag_need_the_published_patience)
{
	struct dt_attribution_stage stage = stage_of(5);
	ck_assert_double_eq_tol(dt_attribution_aggregate(&stage,
	    steady(.2, .05)), .5011, 5e-5);
	ck_assert_double_eq_tol(worth(5, .05, .8, 0).aggregate_least, .5011,
	    5e-5);
	stage = stage_of(2);
	ck_assert_double_eq_tol(dt_attribution_aggregate(&stage,
	    steady(.5, .05)), .5690, 5e-5);
}
END_TEST

/* Five parties whose one channel (miss .2, false alarm .05) is blind with
 * chance 1/4 for all at once. Any alarm: a = 3/4 (1 - .95^5) when all pause,
 * d = 3/4 (1 - .95^4 .2) when one races. Blindness scales both, so v* = R -
 * g a/(d - a) is what it is without; only more patience is wanted, 1/K = (d-a)
 * (R-P)/g - a. A party's own alarm has detection .6 and false alarm .0375. */
START_TEST(blindness_of_all_at_once_costs_patience_and_nothing_else)
{
	struct dt_attribution_stage stage = stage_of(5);
	struct dt_attribution_worth w;
	struct dt_monitor_signal signals[5];
	for (size_t i = 0; i < 5; i++)
		signals[i] = (struct dt_monitor_signal){ .blind = .25,
		    .in = { { .2, .05 }, { .miss = 1 } } };
	double a = .75 * (1 - pow(.95, 5)), d = .75 * (1 - pow(.95, 4) * .2);
	double least = 1 / (1 + (d - a) * 2 - a);
	ck_assert_int_eq(dt_attribution_worth_of(&stage, signals, 0, &arena,
	    &w, NULL), DT_OK);
	ck_assert_double_eq_tol(w.aggregate_best, 2 - a / (d - a), 1e-6);
	ck_assert_double_eq_tol(w.aggregate_best,
	    worth(5, .05, .8, 0).aggregate_best, 1e-6);
	ck_assert_double_eq_tol(w.aggregate_least, least, 1e-6);
	ck_assert_double_eq_tol(dt_attribution_aggregate(&stage, signals[0]),
	    least, 1e-12);
	ck_assert_double_eq_tol(w.attributable_least,
	    1 / (1 + (.6 - .0375) * 2), 1e-9);
}
END_TEST

/* Where nothing is learnt all race, and nobody pays for monitoring. */
START_TEST(signals_that_tell_nothing_are_worth_nothing)
{
	struct dt_attribution_worth w = worth(2, .3, .3, .25);
	ck_assert(isnan(w.aggregate_least) && isnan(w.attributable_least));
	ck_assert_double_eq(w.aggregate_best, 0);
	ck_assert_double_eq(w.attributable_best, 0);
}
END_TEST

/* Chicken, R, S, T, P = 4, 1, 5, 0: one of two gives in, so that an even
 * lottery gives 3, and who is brought to give in has 1. Without slips or false
 * alarms, d .5: attributable 1/(1 + .5 * 3), in aggregate 1/(1 + .5 * 1). A
 * slip of .1 makes R .81 * 4 + .09 * (1 + 5) = 3.78. */
START_TEST(who_plays_chicken_is_punished_by_having_to_give_in)
{
	static const double table[] = { 4, 4, 5, 1, 1, 5, 0, 0 };
	struct dt_model model = { .n = 2, .payoff = { .n = 2,
	    .table = table } };
	struct dt_monitor_signal signals[] = { steady(.5, 0),
		steady(.5, 0) };
	struct dt_attribution_stage stage;
	struct dt_attribution_worth w;
	ck_assert_int_eq(dt_attribution_stage_of(&model, &arena, &stage,
	    NULL), DT_OK);
	ck_assert_int_eq(dt_attribution_worth_of(&stage, signals, 0, &arena,
	    &w, NULL), DT_OK);
	ck_assert_double_eq_tol(w.attributable_least, 1 / 2.5, 1e-9);
	ck_assert_double_eq_tol(w.aggregate_least, 1 / 1.5, 1e-6);
	model.slip_chance = .1;
	ck_assert_int_eq(dt_attribution_stage_of(&model, &arena, &stage,
	    NULL), DT_OK);
	ck_assert_double_eq_tol(stage.reward[0], 3.78, 1e-9);
}
END_TEST

/* Over a grid: the closed form of the search is what the programs find. */
START_TEST(the_searchs_closed_form_is_that_of_the_programs)
{
	for (int k = 0; k < 200; k++) {
		double f = .01 * (k % 20), d = .1 * (1 + k / 20);
		size_t n = 1 + (size_t)k % 5;
		struct dt_attribution_stage stage = stage_of(n);
		struct dt_attribution_worth w = worth(n, f, d, 0);
		double least = dt_attribution_aggregate(&stage,
		    steady(1 - d, f));
		ck_assert_int_eq(isnan(least), isnan(w.aggregate_least));
		if (!isnan(least))
			ck_assert_double_eq_tol(w.aggregate_least, least,
			    1e-6);
	}
}
END_TEST

static struct dt_treaty_channel
plain(double miss, double cost)
{
	return (struct dt_treaty_channel){ .miss = miss, .false_alarm = 0,
	    .coverage = 1, .cost = cost };
}

/* Without false alarms g/(g + 2 d) <= .5 takes d >= 1/2. Channels that find
 * .3, .4, .45 at .01, .02, .04: of the pairs .58 at .03 is the cheapest. */
START_TEST(the_cheapest_pair_of_channels_is_found)
{
	struct dt_treaty_channel channels[] =
	    { plain(.7, .01), plain(.6, .02), plain(.55, .04) };
	struct dt_treaty_monitoring m = { .miss = NAN, .false_alarm = NAN,
	    .cost = .005, .channels = { channels, 3 } };
	struct dt_attribution_stage stage = stage_of(2);
	struct dt_attribution_cheapest c;
	ck_assert_int_eq(dt_attribution_cheapest_of(&stage, &m, .5, true, &c,
	    NULL), DT_OK);
	ck_assert(c.any);
	ck_assert_uint_eq(c.kept, 3);
	ck_assert_double_eq_tol(c.cost, .035, 1e-12);
	ck_assert_double_eq_tol(c.least, 1 / (1 + 2 * .58), 1e-12);
	ck_assert_int_eq(dt_attribution_cheapest_of(&stage, &m, .3, true, &c,
	    NULL), DT_OK);
	ck_assert(!c.any);
}
END_TEST

/* One bad item of ten, found when drawn: detection n/10. For .5 five must be
 * drawn; at .1 for the stated ten that is .05. */
START_TEST(the_least_sample_is_found)
{
	const struct dt_node node = { 0 };
	struct dt_treaty_channel channel = { .miss = NAN, .false_alarm = NAN,
	    .coverage = 1, .cost = .1, .sample = { .origin = { &node, NULL },
	    .items = 10, .hidden = 1, .inspected = 10, .detect = 1 } };
	struct dt_treaty_monitoring m = { .miss = NAN, .false_alarm = NAN,
	    .channels = { &channel, 1 } };
	struct dt_attribution_stage stage = stage_of(2);
	struct dt_attribution_cheapest c;
	ck_assert_int_eq(dt_attribution_cheapest_of(&stage, &m, .5 + 1e-9,
	    true, &c, NULL), DT_OK);
	ck_assert(c.any);
	ck_assert_int_eq(c.inspected, 5);
	ck_assert_double_eq_tol(c.cost, .05, 1e-12);
	/* In aggregate as well: without false alarms nothing is burnt. */
	ck_assert_int_eq(dt_attribution_cheapest_of(&stage, &m, .5 + 1e-9,
	    false, &c, NULL), DT_OK);
	ck_assert_int_eq(c.inspected, 5);
}
END_TEST

/* Rates that a treaty states outright cannot be bought more cheaply. */
START_TEST(stated_rates_keep_every_channel)
{
	struct dt_treaty_channel channels[] =
	    { plain(.7, .01), plain(.6, .02) };
	struct dt_treaty_monitoring m = { .miss = .1, .false_alarm = .01,
	    .channels = { channels, 2 } };
	struct dt_attribution_stage stage = stage_of(2);
	struct dt_attribution_cheapest c;
	ck_assert_int_eq(dt_attribution_cheapest_of(&stage, &m, .9, true, &c,
	    NULL), DT_OK);
	ck_assert_uint_eq(c.kept, 3);
	ck_assert_double_eq_tol(c.cost, .03, 1e-12);
	m.channels.n = 11;
	ck_assert_int_eq(dt_attribution_cheapest_of(&stage, &m, .9, true, &c,
	    NULL), DT_EUSAGE);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("attribution");
	TCase *tests = tcase_create("attribution");
	tcase_add_test(tests, attributable_alarms_keep_the_whole_payoff);
	tcase_add_test(tests, aggregate_alarms_pay_for_every_false_one);
	tcase_add_test(tests,
	    five_parties_under_any_flag_need_the_published_patience);
	tcase_add_test(tests,
	    who_plays_chicken_is_punished_by_having_to_give_in);
	tcase_add_test(tests,
	    blindness_of_all_at_once_costs_patience_and_nothing_else);
	tcase_add_test(tests, signals_that_tell_nothing_are_worth_nothing);
	tcase_add_test(tests,
	    the_searchs_closed_form_is_that_of_the_programs);
	tcase_add_test(tests, the_cheapest_pair_of_channels_is_found);
	tcase_add_test(tests, the_least_sample_is_found);
	tcase_add_test(tests, stated_rates_keep_every_channel);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	dt_arena_free(&arena);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
