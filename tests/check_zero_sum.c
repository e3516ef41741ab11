/* check_zero_sum: values of zero-sum games, derived and by another way. */
#include "nash_case.h"
#include "solve/zero_sum.h"

/* Without a saddle, the value of a b / c d is (ad - bc)/(a + d - b - c) (von
 * Neumann and Morgenstern): of 3 -1 / -2 1, 1/7, by 3/7, 4/7 against 2/7, 5/7.
 * A constant sum of 10 adds 10 to the second's; a unit scales both. */
START_TEST(a_game_of_two_by_two_has_the_formula_s_value)
{
	static const int cells[] = { 3, -1, -2, 1 };
	static const char *const units[] = { "", "000", "e-6" };
	double unit = _i == 0 ? 1 : _i == 1 ? 1000 : 1e-6;
	struct made m = { .game = { .title = "" } };
	struct dt_zero_sum z;
	lay(&m, 2, 2);
	for (size_t k = 0; k < 4; k++) {
		put(&m, 0, k / 2, k % 2, cells[k], units[_i]);
		put(&m, 1, k / 2, k % 2, 10 - cells[k], units[_i]);
	}
	ck_assert_int_eq(dt_zero_sum_find(&m.game, &m.arena, &z, NULL),
	    DT_OK);
	ck_assert_double_eq_tol(z.sum / unit, 10, 1e-12);
	ck_assert_double_eq_tol(z.value[0] / unit, 1. / 7, 1e-9);
	ck_assert_double_eq_tol(z.value[1] / unit, 10 - 1. / 7, 1e-9);
	ck_assert_double_eq_tol(z.chances[0], 3. / 7, 1e-9);
	ck_assert_double_eq_tol(z.chances[2], 2. / 7, 1e-9);
	ck_assert_double_lt(z.regret / unit, 1e-9);
	dt_arena_free(&m.arena);
}
END_TEST

/* All equilibria of a zero-sum game pay the same, so the exact enumeration
 * says what the linear programs must. */
START_TEST(linear_programs_and_vertices_agree_on_the_value)
{
	static const int ranges[] = { 3, 1001 };
	for (uint64_t seed = 1; seed <= 100; seed++) {
		struct made m = { .game = { .title = "" } };
		struct dt_zero_sum z;
		double pays[16];
		size_t one = 1 + seed % 7, two = 1 + seed / 7 % 7;
		draw(&m, one, two, seed, ranges[_i]);
		for (size_t k = 0; k < one * two; k++)
			put(&m, 1, k % one, k / one,
			    -(int)m.game.payoffs[2 * k], "");
		ck_assert_int_eq(dt_nash_all(&m.game, &m.list, NULL), DT_OK);
		ck_assert_int_eq(dt_zero_sum_find(&m.game, &m.arena, &z,
		    NULL), DT_OK);
		ck_assert_double_lt(z.regret, 1e-9 * ranges[_i]);
		for (size_t i = 0; i < m.list.n; i++) {
			const double *p = m.list.points[i].chances;
			dt_profile_payoffs(&m.game, p, pays);
			ck_assert_double_eq_tol(z.value[0], dt_profile_value(
			    &m.game, p, pays, 0), 1e-9 * ranges[_i]);
		}
		dt_arena_free(&m.arena);
	}
}
END_TEST

/* The stag hunt's payoffs add up to 8, 3 and 4. */
START_TEST(a_game_that_is_not_constant_sum_is_told_so)
{
	static const int cells[] = { 4, 0, 3, 2 };
	struct made m = { .game = { .title = "" } };
	struct dt_error err = { 0 };
	struct dt_zero_sum z;
	lay(&m, 2, 2);
	for (size_t k = 0; k < 4; k++) {
		put(&m, 0, k / 2, k % 2, cells[k], "");
		put(&m, 1, k % 2, k / 2, cells[k], "");
	}
	ck_assert_int_eq(dt_zero_sum_find(&m.game, &m.arena, &z, &err),
	    DT_EUSAGE);
	ck_assert_str_eq(err.message, "the game is neither zero-sum nor "
	    "constant-sum: payoffs add up to 8 at strategies 1, 1 and to 3 "
	    "at 2, 1");
	dt_arena_free(&m.arena);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("zero-sum");
	TCase *tests = tcase_create("zero-sum");
	tcase_add_loop_test(tests,
	    a_game_of_two_by_two_has_the_formula_s_value, 0, 3);
	tcase_add_loop_test(tests,
	    linear_programs_and_vertices_agree_on_the_value, 0, 2);
	tcase_add_test(tests, a_game_that_is_not_constant_sum_is_told_so);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
