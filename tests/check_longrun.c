/* check_longrun: exact values of strategies, against closed forms. */
#include <string.h>

#include "verdict/longrun.h"
#include "lab_case.h"

static struct dt_solution solution;

static void
finish(void)
{
	dt_solution_free(&solution);
	tear_down();
}

static enum dt_status
solve(const char *scenario, const char *strategies, const char *const *sets)
{
	struct dt_experiment e;
	struct dt_faults faults = { .arena = &arena };
	struct dt_error err = { 0 };
	struct dt_experiment_request request = { .scenario = scenario,
	    .strategies = strategies, .sets = sets, .seed = 1, .rounds = -1 };
	ck_assert_int_eq(dt_experiment_make(&catalogue, &request, &e,
	    &faults, &err), DT_OK);
	dt_solution_start(&solution, &arena, "long-run", scenario);
	return dt_longrun_solve(&e, &solution, &err);
}

/* The number in a column of the row of table `values`. */
static double
value(size_t row, const char *column)
{
	const struct dt_solution_table *t = solution.tables;
	ck_assert_str_eq(t->name, "values");
	for (size_t c = 0; c < t->n_columns; c++)
		if (strcmp(t->columns[c].name, column) == 0)
			return t->cells[row * t->n_columns + c].number;
	ck_abort_msg("no column %s", column);
	return 0;
}

/* Press and Dyson: the extortioner's gain over 1 is twice the other's. Against
 * one that always pauses only the chances 8/9 and 1/3 matter: it pauses
 * (1/3) / (1/3 + 1/9) = 3/4, so the payoffs are 3.5 and 2.25. */
START_TEST(extortion_takes_twice_the_gain)
{
	ck_assert_int_eq(solve("duel", "extortioner,always-pause", NULL),
	    DT_OK);
	ck_assert_double_eq_tol(value(0, "paused"), .75, 1e-9);
	ck_assert_double_eq_tol(value(0, "payoff"), 3.5, 1e-9);
	ck_assert_double_eq_tol(value(1, "payoff"), 2.25, 1e-9);
}
END_TEST

/* Slips of .05, continuation .9, by the discounted four-state chain of the
 * project's literature notes: 2.648960963. The scenario's 200 rounds do not
 * matter. */
START_TEST(a_continuation_below_one_discounts)
{
	static const char *const sets[] =
	    { "noise.slip=0.05", "continuation=0.9", NULL };
	ck_assert_int_eq(solve("duel", "tit-for-tat", sets), DT_OK);
	ck_assert_double_eq_tol(value(0, "payoff"), 2.648960963, 5e-10);
	ck_assert_double_eq_tol(value(1, "payoff"), 2.648960963, 5e-10);
}
END_TEST

/* Treaties of many parties have more joint states than can be followed. */
START_TEST(too_many_states_are_refused)
{
	ck_assert_int_eq(solve("frontier", NULL, NULL), DT_EUSAGE);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("longrun");
	TCase *tests = tcase_create("longrun");
	tcase_add_checked_fixture(tests, set_up, finish);
	tcase_set_timeout(tests, 120);
	tcase_add_test(tests, extortion_takes_twice_the_gain);
	tcase_add_test(tests, a_continuation_below_one_discounts);
	tcase_add_test(tests, too_many_states_are_refused);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
