/* check_linear: programs whose answers are worked out by hand, in units far
 * apart, and faults that may not be hidden. */
#include <check.h>
#include <math.h>
#include <stdlib.h>

#include "linear/linear.h"
#include "linear/linear_internal.h"

/* Most of 3x + 2y with x + y <= 4, x + 3y <= 9, x <= 3: at (3, 1), 11; the
 * first row's price is 2, the second's 0, and the bound of x takes the other
 * 1. In units u of payoff, v of the rows, w of x. */
static struct dt_linear *
small(double u, double v, double w)
{
	struct dt_linear *l = dt_linear_new(2, 2, 4);
	ck_assert_ptr_nonnull(l);
	dt_linear_row(l, 0, -INFINITY, 4 * v);
	dt_linear_row(l, 1, -INFINITY, 9 * v);
	dt_linear_column(l, 0, 0, 3 * w);
	dt_linear_set(l, 0, 0, v / w);
	dt_linear_set(l, 0, 1, v);
	dt_linear_set(l, 1, 0, v / w);
	dt_linear_set(l, 1, 1, 3 * v);
	dt_linear_gain(l, 0, 3 * u / w);
	dt_linear_gain(l, 1, 2 * u);
	return l;
}

START_TEST(an_answer_and_its_prices_are_the_same_in_all_units)
{
	static const double units[][3] = { { 1, 1, 1 }, { 1e9, 1e-6, 1 },
	    { 1e-9, 1e6, 1e4 }, { 1e12, 1, 1e-5 } };
	for (size_t k = 0; k < 4; k++) {
		double u = units[k][0], v = units[k][1], w = units[k][2];
		struct dt_linear *l = small(u, v, w);
		ck_assert_int_eq(dt_linear_solve(l), DT_LINEAR_SOLVED);
		ck_assert_double_eq_tol(dt_linear_optimum(l) / u, 11, 1e-9);
		ck_assert_double_eq_tol(dt_linear_value(l, 0) / w, 3, 1e-9);
		ck_assert_double_eq_tol(dt_linear_value(l, 1), 1, 1e-9);
		ck_assert_double_eq_tol(dt_linear_price(l, 0) * v / u, 2,
		    1e-9);
		ck_assert_double_eq_tol(dt_linear_price(l, 1) * v / u, 0,
		    1e-9);
		dt_linear_free(l);
	}
}
END_TEST

/* Other gains: most of y is at (0, 3). One row more, x - y >= 1: with x + y <= 4
 * at (2.5, 1.5). */
START_TEST(a_program_goes_on_after_changes_and_new_rows)
{
	struct dt_linear *l = small(1, 1, 1);
	ck_assert_int_eq(dt_linear_solve(l), DT_LINEAR_SOLVED);
	dt_linear_gain(l, 0, 0);
	dt_linear_gain(l, 1, 1);
	ck_assert_int_eq(dt_linear_solve(l), DT_LINEAR_SOLVED);
	ck_assert_double_eq_tol(dt_linear_optimum(l), 3, 1e-9);
	ck_assert(dt_linear_more(l, 1, 2));
	dt_linear_set(l, 2, 0, 1);
	dt_linear_set(l, 2, 1, -1);
	dt_linear_row(l, 2, 1, INFINITY);
	ck_assert_int_eq(dt_linear_solve(l), DT_LINEAR_SOLVED);
	ck_assert_double_eq_tol(dt_linear_value(l, 0), 2.5, 1e-9);
	ck_assert_double_eq_tol(dt_linear_value(l, 1), 1.5, 1e-9);
	ck_assert_double_le(dt_linear_price(l, 2), 0);
	dt_linear_free(l);
}
END_TEST

/* x + y <= 4 and x >= 5; and most of x without a bound. */
START_TEST(no_answer_is_told_from_no_best_one)
{
	struct dt_linear *l = small(1, 1, 1);
	dt_linear_column(l, 0, 5, INFINITY);
	ck_assert_int_eq(dt_linear_solve(l), DT_LINEAR_INFEASIBLE);
	dt_linear_column(l, 0, 3, 2);
	ck_assert_int_eq(dt_linear_solve(l), DT_LINEAR_INFEASIBLE);
	dt_linear_free(l);
	l = dt_linear_new(1, 2, 2);
	dt_linear_set(l, 0, 0, 1);
	dt_linear_set(l, 0, 1, -1);
	dt_linear_row(l, 0, -INFINITY, 1);
	dt_linear_gain(l, 0, 1);
	ck_assert_int_eq(dt_linear_solve(l), DT_LINEAR_UNBOUNDED);
	dt_linear_free(l);
}
END_TEST

/* The check sees values out of a row, out of a bound, prices that hold
 * nothing, and an answer that is no optimum: (0, 0) meets all rows. */
START_TEST(a_wrong_answer_fails_its_check)
{
	struct dt_linear *l = small(1, 1, 1);
	ck_assert_int_eq(dt_linear_solve(l), DT_LINEAR_SOLVED);
	ck_assert(dt_linear_check(l, DT_LINEAR_TOLERANCE));
	l->column.value[1] = 1 + 1e-6;
	ck_assert(!dt_linear_check(l, DT_LINEAR_TOLERANCE));
	l->column.value[1] = 1 - 1e-6;
	ck_assert(!dt_linear_check(l, DT_LINEAR_TOLERANCE));
	l->column.value[0] = l->column.value[1] = 0;
	ck_assert(!dt_linear_check(l, DT_LINEAR_TOLERANCE));
	l->column.value[0] = 3;
	l->column.value[1] = 1;
	l->row.value[0] = -2;
	ck_assert(!dt_linear_check(l, DT_LINEAR_TOLERANCE));
	l->row.value[0] = NAN;
	ck_assert(!dt_linear_check(l, DT_LINEAR_TOLERANCE));
	dt_linear_free(l);
}
END_TEST

/* A place of the matrix set twice is a fault to GLPK, which would print and
 * abort. Other programs of the thread are made anew from what they are. */
START_TEST(a_fault_inside_the_solver_is_a_status_and_harms_no_other_program)
{
	struct dt_linear *good = small(1, 1, 1), *bad = dt_linear_new(1, 1, 2);
	ck_assert_int_eq(dt_linear_solve(good), DT_LINEAR_SOLVED);
	dt_linear_set(bad, 0, 0, 1);
	dt_linear_set(bad, 0, 0, 2);
	ck_assert_int_eq(dt_linear_solve(bad), DT_LINEAR_NO_MEMORY);
	dt_linear_gain(good, 0, 0);
	ck_assert_int_eq(dt_linear_solve(good), DT_LINEAR_SOLVED);
	ck_assert_double_eq_tol(dt_linear_value(good, 1), 3, 1e-9);
	dt_linear_free(good);
	dt_linear_free(bad);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("linear");
	TCase *tests = tcase_create("linear");
	tcase_add_test(tests,
	    an_answer_and_its_prices_are_the_same_in_all_units);
	tcase_add_test(tests, a_program_goes_on_after_changes_and_new_rows);
	tcase_add_test(tests, no_answer_is_told_from_no_best_one);
	tcase_add_test(tests, a_wrong_answer_fails_its_check);
	tcase_add_test(tests,
	    a_fault_inside_the_solver_is_a_status_and_harms_no_other_program);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
