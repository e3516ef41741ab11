/* check_lemke_howson: where paths lead, and that they end. */
#include "base/memory.h"
#include "nash_case.h"

/* n strategies each, 1 where both choose the same, else 0. Every set of
 * strategies has one equilibrium, mixed equally: 2^n - 1. From each label the
 * best reply is that number, and its best reply the label: two steps to a
 * pure equilibrium. So 3 of 7 are reached, and 2 of 3. */
START_TEST(in_coordination_paths_reach_the_pure_equilibria_alone)
{
	size_t n = (size_t)_i;
	struct made m = { .game = { .title = "" } };
	struct dt_profile_list reached;
	lay(&m, n, n);
	for (size_t k = 0; k < n * n; k++) {
		put(&m, 0, k / n, k % n, k / n == k % n, "");
		put(&m, 1, k / n, k % n, k / n == k % n, "");
	}
	ck_assert_int_eq(dt_nash_all(&m.game, &m.list, NULL), DT_OK);
	ck_assert_uint_eq(m.list.n, (1u << n) - 1);
	struct dt_lemke_howson_path *paths = follow(&m, &reached);
	ck_assert_uint_eq(reached.n, n);
	for (size_t k = 0; k < 2 * n; k++) {
		ck_assert_uint_eq(paths[k].steps, 2);
		ck_assert_uint_eq(paths[k].equilibrium, k % n);
		ck_assert_double_eq(
		    reached.points[k % n].chances[k % n], 1);
	}
	dt_arena_free(&m.arena);
}
END_TEST

/* Where ties abound, a path without a rule for them may run in a circle. What
 * is reached has all labels, so it is among all extreme equilibria. In a game
 * that is not degenerate the reached have index +1, which are (k+1)/2 of k
 * (Shapley 1974). */
START_TEST(paths_end_at_extreme_equilibria)
{
	static const int ranges[] = { 2, 3, 1001 };
	for (uint64_t seed = 1; seed <= 300; seed++) {
		struct made m = { .game = { .title = "" } };
		struct dt_profile_list reached;
		size_t one = 1 + seed % 6, two = 1 + seed / 6 % 6;
		draw(&m, one, two, seed, ranges[_i]);
		ck_assert_int_eq(dt_nash_all(&m.game, &m.list, NULL), DT_OK);
		struct dt_lemke_howson_path *paths = follow(&m, &reached);
		for (size_t k = 0; k < one + two; k++)
			ck_assert_uint_lt(paths[k].equilibrium, reached.n);
		for (size_t i = 0; i < reached.n; i++)
			ck_assert(holds(&m.list, reached.points[i].exact,
			    one + two));
		ck_assert_uint_ge(reached.n, 1);
		if (!m.list.degenerate)
			ck_assert_uint_le(reached.n, (m.list.n + 1) / 2);
		dt_arena_free(&m.arena);
	}
}
END_TEST

/* One allocation after another fails; GMP's and GLPK's own cannot. */
START_TEST(memory_that_runs_out_is_an_error_and_no_crash)
{
	struct made m = { .game = { .title = "" } };
	struct dt_arena arena = { 0 };
	draw(&m, 3, 4, 7, 3);
	bool whole = false;
	for (long k = 0; !whole; k++) {
		struct dt_error err = { 0 };
		struct dt_profile_list list = { .arena = &arena };
		struct dt_lemke_howson_path paths[7];
		dt_memory_fail_after(k);
		enum dt_status status =
		    dt_lemke_howson_all(&m.game, &list, paths, &err);
		whole = dt_memory_fail_after(-1) <= k;
		ck_assert_int_eq(status, whole ? DT_OK : DT_ENOMEM);
		dt_arena_free(&arena);
	}
	dt_arena_free(&m.arena);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("lemke-howson");
	TCase *tests = tcase_create("lemke-howson");
	tcase_add_loop_test(tests,
	    in_coordination_paths_reach_the_pure_equilibria_alone, 2, 6);
	tcase_add_loop_test(tests, paths_end_at_extreme_equilibria, 0, 3);
	tcase_add_test(tests,
	    memory_that_runs_out_is_an_error_and_no_crash);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
