/* check_sets: payoff sets against values of another calculation (exact
 * polygon projection, in the project's collection of the literature) and
 * against the folk theorem's sets, worked out by hand. */
#include <check.h>
#include <math.h>
#include <stdlib.h>

#include "repeat/limit.h"
#include "repeat/ppe.h"

static struct dt_arena arena;
static const struct dt_payoff_matrix noisy = { .reward = 2, .sucker = -1,
    .temptation = 3, .punishment = 0 };

static struct dt_ppe
find(const struct dt_signals *game, double continuation)
{
	struct dt_ppe ppe;
	ck_assert_int_eq(dt_ppe_find(&ppe, game, continuation, 1e-3, NULL,
	    NULL), DT_OK);
	return ppe;
}

static struct dt_signals
perfect(const struct dt_payoff_matrix *m)
{
	struct dt_signals game;
	ck_assert_int_eq(dt_signals_pair(&game, &arena, m, NULL), DT_OK);
	ck_assert_int_eq(dt_signals_perfect(&game, NULL), DT_OK);
	return game;
}

static struct dt_signals
good_or_bad(void)
{
	static const double bad[] = { .1, .5, .8 };
	struct dt_signals game;
	ck_assert_int_eq(dt_signals_pair(&game, &arena, &noisy, NULL), DT_OK);
	ck_assert_int_eq(dt_signals_count(&game, bad, NULL), DT_OK);
	return game;
}

START_TEST(below_its_threshold_the_set_is_the_stage_equilibrium)
{
	struct dt_signals games[] = { good_or_bad(), perfect(&noisy) };
	double continuation[] = { .55, .3 };
	for (int k = 0; k < 2; k++) {
		struct dt_ppe p = find(&games[k], continuation[k]);
		ck_assert(p.only_stage);
		ck_assert_uint_eq(p.inner.n, 1);
		ck_assert_double_eq_tol(p.inner.at[0].x, 0, 1e-9);
		ck_assert_double_eq_tol(p.inner.at[0].y, 0, 1e-9);
		dt_ppe_free(&p);
	}
}
END_TEST

/* The outer bound: area 3.258, largest sum 3.500, largest v1 2.1863. */
START_TEST(outer_set_under_a_good_or_bad_signal_is_as_published)
{
	struct dt_signals game = good_or_bad();
	struct dt_ppe p = find(&game, .7);
	ck_assert_double_eq_tol(dt_polygon_area(&p.outer), 3.258, 1e-3);
	ck_assert_double_eq_tol(dt_polygon_support(&p.outer, 1, 1), 3.5,
	    1e-3);
	ck_assert_double_eq_tol(dt_polygon_support(&p.outer, 1, 0), 2.1863,
	    1e-3);
	dt_ppe_free(&p);
}
END_TEST

/* An alarm about each, .05 false and .6 right: area 4.579, 3.8895, 2.5166. */
START_TEST(alarms_about_each_give_the_published_set)
{
	static const struct dt_monitor_rates rates[] =
	    { { .4, .05 }, { .4, .05 } };
	struct dt_signals game = perfect(&noisy);
	ck_assert_int_eq(dt_signals_product(&game, rates, NULL), DT_OK);
	struct dt_ppe p = find(&game, .7);
	ck_assert_double_le(p.distance, 1e-3);
	ck_assert_double_eq_tol(dt_polygon_area(&p.outer), 4.579, 1e-3);
	ck_assert_double_eq_tol(dt_polygon_support(&p.outer, 1, 1), 3.8895,
	    1e-3);
	ck_assert_double_eq_tol(dt_polygon_support(&p.outer, 1, 0), 2.5166,
	    1e-3);
	dt_ppe_free(&p);
}
END_TEST

/* T, R, P, S = 10, 9, 3, 1: corners (3,3)(9.75,3)(9,9)(3,9.75), whose area
 * is 40.5; both bounds are within a thousandth of them. */
START_TEST(perfect_monitoring_gives_the_folk_theorems_corners)
{
	static const struct dt_payoff_matrix m = { .temptation = 10,
	    .reward = 9, .punishment = 3, .sucker = 1 };
	static const double corners[][2] =
	    { { 3, 3 }, { 9.75, 3 }, { 9, 9 }, { 3, 9.75 } };
	struct dt_signals game = perfect(&m);
	for (int k = 0; k < 2; k++) {
		struct dt_ppe p = find(&game, k == 0 ? .3 : .6);
		ck_assert_double_le(p.distance, 1e-3);
		for (int i = 0; i < 4; i++)
			ck_assert_double_le(dt_polygon_distance(&p.inner,
			    (struct dt_polygon_point){ corners[i][0],
			    corners[i][1] }), 1e-3);
		ck_assert_double_eq_tol(dt_polygon_support(&p.outer, 1, 0),
		    9.75, 1e-3);
		dt_ppe_free(&p);
	}
}
END_TEST

/* Stag hunt 4, 0, 3, 2 at .3: both stage equilibria and what lies between. */
START_TEST(the_stag_hunt_gives_a_segment)
{
	static const struct dt_payoff_matrix m = { .reward = 4, .sucker = 0,
	    .temptation = 3, .punishment = 2 };
	struct dt_signals game = perfect(&m);
	struct dt_ppe p = find(&game, .3);
	ck_assert_uint_eq(p.inner.n, 2);
	ck_assert_double_eq_tol(p.inner.at[0].x, 2, 1e-9);
	ck_assert_double_eq_tol(p.inner.at[1].y, 4, 1e-9);
	dt_ppe_free(&p);
}
END_TEST

/* k(1,1): 3.5 under a good or bad signal; 4 with an alarm about each. Alone
 * nobody is held below 0, and k(-1,0) is 0. */
START_TEST(scores_of_the_limit_set_are_as_published)
{
	static const double sum[] = { 1, 1 }, less[] = { -1, 0 };
	static const struct dt_monitor_rates rates[] =
	    { { .4, .05 }, { .4, .05 } };
	struct dt_signals game = good_or_bad();
	double k;
	ck_assert_int_eq(dt_limit_score(&game, sum, &k, NULL), DT_OK);
	ck_assert_double_eq_tol(k, 3.5, 1e-6);
	ck_assert_int_eq(dt_limit_score(&game, less, &k, NULL), DT_OK);
	ck_assert_double_eq_tol(k, 0, 1e-6);
	game = perfect(&noisy);
	ck_assert_int_eq(dt_signals_product(&game, rates, NULL), DT_OK);
	ck_assert_int_eq(dt_limit_score(&game, sum, &k, NULL), DT_OK);
	ck_assert_double_eq_tol(k, 4, 1e-6);
}
END_TEST

START_TEST(senseless_questions_are_refused)
{
	struct dt_ppe p;
	struct dt_signals game = perfect(&noisy);
	ck_assert_int_eq(dt_ppe_find(&p, &game, 1, 1e-3, 0, NULL),
	    DT_EUSAGE);
	ck_assert_int_eq(dt_ppe_find(&p, &game, NAN, 1e-3, 0, NULL),
	    DT_EUSAGE);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("sets");
	TCase *tests = tcase_create("ppe");
	tcase_add_test(tests,
	    below_its_threshold_the_set_is_the_stage_equilibrium);
	tcase_add_test(tests,
	    outer_set_under_a_good_or_bad_signal_is_as_published);
	tcase_add_test(tests, alarms_about_each_give_the_published_set);
	tcase_add_test(tests,
	    perfect_monitoring_gives_the_folk_theorems_corners);
	tcase_add_test(tests, the_stag_hunt_gives_a_segment);
	tcase_add_test(tests, scores_of_the_limit_set_are_as_published);
	tcase_add_test(tests, senseless_questions_are_refused);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	dt_arena_free(&arena);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
