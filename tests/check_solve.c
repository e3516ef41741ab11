/* check_solve: the closed forms of stage.h against published values. */
#include <check.h>
#include <math.h>
#include <stdlib.h>

#include "repeat/stage.h"

static const struct dt_payoff_matrix axelrod = { .reward = 3, .sucker = 0,
    .temptation = 5, .punishment = 1 };

static struct dt_payoff_matrix
game(double t, double r, double p, double s)
{
	return (struct dt_payoff_matrix){ .temptation = t, .reward = r,
	    .punishment = p, .sucker = s };
}

/* (T-R)/(T-P) = 2/4 and (T-R)/(R-S) = 2/3. */
START_TEST(grim_needs_half_and_tit_for_tat_two_thirds)
{
	ck_assert_double_eq_tol(dt_stage_grim(&axelrod), 0.5, 1e-15);
	ck_assert_double_eq_tol(dt_stage_tit_for_tat(&axelrod), 2.0 / 3,
	    1e-15);
}
END_TEST

/*
 * In chicken (5,4,0,1) one who raced gets S = 1 ever after against grim, so
 * (5-4)/(5-1) = 1/4, but grim would rather have S than P = 0. Against tit for
 * tat: max{1/5, 1/3}.
 */
START_TEST(in_chicken_the_threat_is_not_credible)
{
	struct dt_payoff_matrix m = game(5, 4, 0, 1);
	ck_assert_double_eq_tol(dt_stage_grim(&m), .25, 1e-15);
	ck_assert_double_eq_tol(dt_stage_tit_for_tat(&m), 1.0 / 3, 1e-15);
	ck_assert(!dt_stage_threat_is_credible(&m));
	ck_assert(isnan(dt_stage_price(&m, .05, .9).value));
	ck_assert(dt_stage_threat_is_credible(&axelrod));
}
END_TEST

/* Values of the price of false alarms in the literature's section 1. */
START_TEST(false_alarms_have_their_published_price)
{
	static const double rows[][4] = {
		{ .05, .5, 2.7778, .7143 }, { .05, .9, 2.8824, .5556 },
		{ .1, .5, 2.5, .7692 },
	};
	for (size_t i = 0; i < 3; i++) {
		struct dt_stage_price price =
		    dt_stage_price(&axelrod, rows[i][0], rows[i][1]);
		ck_assert_double_eq_tol(price.value, rows[i][2], 5e-5);
		ck_assert_double_eq_tol(price.continuation, rows[i][3], 5e-5);
	}
	ck_assert_double_eq_tol(dt_stage_punishment(&axelrod, .05, .5, .95),
	    .13158, 5e-6);
}
END_TEST

/* R - g/(L-1) with R 2, g 1, L = (1-.5)/(1-.9) = 5: 1.75 (Mailath and
 * Samuelson's noisy prisoners' dilemma). */
START_TEST(likelihood_ratio_form_agrees)
{
	struct dt_payoff_matrix m = game(3, 2, 0, -1);
	ck_assert_double_eq_tol(dt_stage_price(&m, .1, .5).value, 1.75,
	    1e-12);
}
END_TEST

START_TEST(signals_that_do_not_tell_have_no_price)
{
	ck_assert(isnan(dt_stage_price(&axelrod, .5, .5).value));
	ck_assert(isnan(dt_stage_price(&axelrod, .5, .4).value));
	/* v* = 3 - 2 * .3 / .1 = -3, below what racing gives. */
	ck_assert(isnan(dt_stage_price(&axelrod, .3, .4).value));
}
END_TEST

START_TEST(punishment_is_none_below_the_least_continuation)
{
	ck_assert(isnan(dt_stage_punishment(&axelrod, .05, .5, .7)));
	ck_assert(!isnan(dt_stage_punishment(&axelrod, .05, .5, .72)));
}
END_TEST

START_TEST(the_five_games_bear_their_names)
{
	struct dt_payoff_matrix m[] = { game(5, 3, 1, 0), game(3, 4, 2, 0),
	    game(4, 3, 0, 1), game(2, 4, 0, 3), game(5, 1, 3, 0) };
	ck_assert_int_eq(dt_stage_type_of(&m[0]), DT_STAGE_PRISONERS_DILEMMA);
	ck_assert_int_eq(dt_stage_type_of(&m[1]), DT_STAGE_STAG_HUNT);
	ck_assert_int_eq(dt_stage_type_of(&m[2]), DT_STAGE_CHICKEN);
	ck_assert_int_eq(dt_stage_type_of(&m[3]), DT_STAGE_HARMONY);
	ck_assert_int_eq(dt_stage_type_of(&m[4]), DT_STAGE_DEADLOCK);
}
END_TEST

/* Any of N flags with f .05 and d .5: p = .95^2, q = .95 * .5, as in the
 * literature's any-flag treaty of two. */
START_TEST(any_flag_of_several_parties)
{
	ck_assert_double_eq_tol(dt_stage_any_false_alarm(2, .05),
	    1 - .95 * .95, 1e-15);
	ck_assert_double_eq_tol(dt_stage_any_detection(2, .5, .05),
	    1 - .95 * .5, 1e-15);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("solve");
	TCase *tests = tcase_create("stage");
	tcase_add_test(tests, grim_needs_half_and_tit_for_tat_two_thirds);
	tcase_add_test(tests, in_chicken_the_threat_is_not_credible);
	tcase_add_test(tests, false_alarms_have_their_published_price);
	tcase_add_test(tests, likelihood_ratio_form_agrees);
	tcase_add_test(tests, signals_that_do_not_tell_have_no_price);
	tcase_add_test(tests,
	    punishment_is_none_below_the_least_continuation);
	tcase_add_test(tests, the_five_games_bear_their_names);
	tcase_add_test(tests, any_flag_of_several_parties);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
