/* check_certify: what looks at answers anew, and the stop that work looks
 * at. */
#include <math.h>

#include "base/stop.h"
#include "solve/certify.h"
#include "solve/gains.h"
#include "game_case.h"

static const double pennies[] = { 1, -1, -1, 1, -1, 1, 1, -1 };

/* In matching pennies, 1 if both show the same: the first always shows heads,
 * the second mixes evenly: the second gains 1 by always showing tails. */
START_TEST(the_gain_of_leaving_is_found)
{
	static const double pure[] = { 1, 0, .5, .5 };
	static const double even[] = { .5, .5, .5, .5 };
	struct dt_normal g = game(2, two, pennies);
	ck_assert_double_eq(dt_certify_regret(&g, pure), 1);
	ck_assert_double_eq(dt_certify_regret(&g, even), 0);
}
END_TEST

/* Where all pay the same, even chances are the response whatever lambda is; in
 * pennies against heads, heads pay the first 2 more: odds e^(2 lambda). */
START_TEST(a_response_has_the_odds_of_its_gains)
{
	static const double even[] = { .5, .5, .5, .5 };
	static const double heads[] = { .5, .5, 1, 0 };
	struct dt_normal g = game(2, two, pennies);
	ck_assert_double_eq(dt_certify_response(&g, even, 7), 0);
	ck_assert_double_eq_tol(dt_certify_response(&g, heads, 3), 6, 1e-12);
}
END_TEST

/* What is no mix gets no gain, so that no comparison takes it for one. */
START_TEST(what_is_no_profile_is_refused)
{
	static const double bad[][4] = { { .5, .6, .5, .5 },
		{ 1.5, -.5, .5, .5 }, { NAN, .5, .5, .5 }, { 0, 0, .5, .5 } };
	struct dt_normal g = game(2, two, pennies);
	for (size_t k = 0; k < 4; k++)
		ck_assert(isnan(dt_certify_regret(&g, bad[k])));
}
END_TEST

/* 1/2 is the one equilibrium; 1/2 + 1e-30 is not, though no double tells. */
START_TEST(rationals_are_looked_at_to_the_last_digit)
{
	static const char *const right[] = { "1/2", "1/2", "1/2", "1/2" };
	static const char *const wrong[] = {
		"500000000000000000000000000001/1000000000000000000000000000000",
		"499999999999999999999999999999/1000000000000000000000000000000",
		"1/2", "1/2" };
	static const char *const sum[] = { "1/2", "1/3", "1/2", "1/2" };
	static const char *const less[] = { "3/2", "-1/2", "1/2", "1/2" };
	struct dt_normal g = game(2, two, pennies);
	bool good;
	ck_assert_int_eq(dt_certify_exact(&g, right, &good, &error), DT_OK);
	ck_assert(good);
	ck_assert_int_eq(dt_certify_exact(&g, wrong, &good, &error), DT_OK);
	ck_assert(!good);
	ck_assert_int_eq(dt_certify_exact(&g, sum, &good, &error), DT_OK);
	ck_assert(!good);
	ck_assert_int_eq(dt_certify_exact(&g, less, &good, &error), DT_OK);
	ck_assert(!good);
}
END_TEST

/* Own payoffs 3 0 / 0 3 / 1 1: half of each of the first two pays 1.5, so the
 * third goes by it, but not by the first alone, nor the first by the third. */
START_TEST(what_dominates_pays_more_everywhere)
{
	static const size_t sizes[] = { 3, 2 };
	static const double pay[] = { 3, 0, 0, 0, 1, 0, 0, 0, 3, 0, 1, 0 };
	static const double half[] = { .5, .5, 0 }, first[] = { 1, 0, 0 };
	static const double third[] = { 0, 0, 1 };
	struct dt_normal g = game(2, sizes, pay);
	const struct { const double *mix; size_t strategy, good; } rows[] = {
		{ half, 2, 1 }, { first, 2, 0 }, { third, 0, 0 },
		{ half, 0, 0 },
	};
	for (size_t k = 0; k < 4; k++) {
		struct dt_dominance_step step = { .round = 1,
			.strategy = rows[k].strategy, .mix = rows[k].mix };
		struct dt_dominance d = { .n = 1, .steps = &step };
		size_t looked;
		ck_assert_uint_eq(dt_certify_dominance(&g, false, &d, NULL,
		    &looked), rows[k].good);
		ck_assert_uint_eq(looked, 1);
	}
}
END_TEST

/* The stag hunt has three equilibria: a list of two is even, and one of the
 * mix alone lacks the strict ones. */
START_TEST(a_list_with_gaps_is_not_complete)
{
	static const double hunt[] = { 4, 4, 3, 0, 0, 3, 2, 2 };
	static const double stag[] = { 1, 0, 1, 0 }, hare[] = { 0, 1, 0, 1 };
	static const double mix[] = { 2. / 3, 1. / 3, 2. / 3, 1. / 3 };
	struct dt_profile_point points[] = { { .chances = mix },
		{ .chances = stag }, { .chances = hare } };
	struct dt_normal g = game(2, two, hunt);
	struct dt_profile_list list = { .arena = &arena, .points = points };
	list.n = 3;
	ck_assert(dt_certify_can_be_all(&g, &list));
	list.n = 2;
	ck_assert(!dt_certify_can_be_all(&g, &list));
	list.n = 1;
	ck_assert(!dt_certify_can_be_all(&g, &list));
}
END_TEST

/* Ten million are at stake whatever one does, and 1 by one's own move. */
START_TEST(the_unit_is_what_moves_change)
{
	static const double pay[] = { 1e7, 1e7, 1e7 + 1, 0, 0, 1e7 + 1, 1, 1 };
	static const double by_other[] = { 5, 5, 5, 9, 9, 5, 9, 9 };
	static const double by_own[] = { 5, 5, 9, 5, 5, 9, 9, 9 };
	struct dt_normal g = game(2, two, pay), gains;
	double unit;
	ck_assert_int_eq(dt_gains_of(&g, &arena, &gains, &unit, &error),
	    DT_OK);
	ck_assert_double_eq(unit, 1);
	for (size_t c = 0; c < 4; c++) {
		ck_assert_double_eq(gains.payoffs[2 * c], c & 1);
		ck_assert_double_eq(gains.payoffs[2 * c + 1], c >> 1);
	}
	g = game(2, two, by_other);
	ck_assert_double_eq(dt_gains_unit(&g), 1);
	g = game(2, two, by_own);
	ck_assert_double_eq(dt_gains_unit(&g), 4);
}
END_TEST

START_TEST(a_stop_is_said_timed_and_handed_down)
{
	static atomic_bool flag;
	struct dt_stop above, own;
	ck_assert(!dt_stop_is(NULL));
	ck_assert(isinf(dt_stop_left(NULL)));
	dt_stop_start(&above, 0);
	above.flag = &flag;
	dt_stop_share(&own, &above, .5);
	ck_assert(!dt_stop_is(&own));
	ck_assert(isinf(dt_stop_left(&own)));
	atomic_store(&flag, true);
	ck_assert(dt_stop_is(&own));
	ck_assert_double_eq(dt_stop_left(&own), 0);
	atomic_store(&flag, false);
	dt_stop_start(&above, 1000);
	above.flag = &flag;
	dt_stop_share(&own, &above, .5);
	ck_assert(!dt_stop_is(&own));
	ck_assert_double_le(dt_stop_left(&own), 500);
	ck_assert_double_ge(dt_stop_left(&own), 400);
	atomic_store(&flag, true);
	ck_assert(dt_stop_is(&own));
	dt_stop_start(&above, 1e-9);
	while (!dt_stop_is(&above))
		;
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("certify");
	TCase *tests = tcase_create("answers");
	SRunner *runner = srunner_create(suite);
	tcase_add_checked_fixture(tests, NULL, finish);
	tcase_add_test(tests, the_gain_of_leaving_is_found);
	tcase_add_test(tests, a_response_has_the_odds_of_its_gains);
	tcase_add_test(tests, what_is_no_profile_is_refused);
	tcase_add_test(tests, rationals_are_looked_at_to_the_last_digit);
	tcase_add_test(tests, what_dominates_pays_more_everywhere);
	tcase_add_test(tests, a_list_with_gaps_is_not_complete);
	tcase_add_test(tests, the_unit_is_what_moves_change);
	tcase_add_test(tests, a_stop_is_said_timed_and_handed_down);
	suite_add_tcase(suite, tests);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed > 0;
}
