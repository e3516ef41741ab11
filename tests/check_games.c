/* check_games: pure, dominance, correlated and quantal against values that
 * are derived or published. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "solve/correlated.h"
#include "solve/dominance.h"
#include "solve/profile.h"
#include "solve/pure.h"
#include "game_case.h"

/* 4 4 / 3 0 / 0 3 / 2 2: both pause and both race. */
static const double stag[] = { 4, 4, 3, 0, 0, 3, 2, 2 };
static const double pennies[] = { 1, 0, 0, 1, 0, 1, 1, 0 };
/* Aumann's chicken. */
static const double chicken[] = { 6, 6, 7, 2, 2, 7, 0, 0 };

START_TEST(stag_hunt_has_two_pure_equilibria_and_pennies_none)
{
	struct dt_normal g = game(2, two, stag);
	struct dt_pure pure;
	ck_assert_int_eq(dt_pure_find(&g, 0, &arena, &pure, &error), DT_OK);
	ck_assert_uint_eq(pure.n, 2);
	ck_assert_uint_eq(pure.profiles[0], 0);
	ck_assert_uint_eq(pure.profiles[1], 3);
	g = game(2, two, pennies);
	ck_assert_int_eq(dt_pure_find(&g, 0, &arena, &pure, &error), DT_OK);
	ck_assert_uint_eq(pure.found, 0);
}
END_TEST

/* All profiles of a game that pays nothing are equilibria, 8^7 = 2097152;
 * they are counted, and 1000 are listed. */
START_TEST(equilibria_without_number_are_counted)
{
	static const size_t eight[] = { 8, 8, 8, 8, 8, 8, 8 };
	double *zero = calloc(2097152 * 7, sizeof(*zero));
	struct dt_normal g = game(7, eight, zero);
	struct dt_pure pure;
	ck_assert_int_eq(dt_pure_find(&g, 0, &arena, &pure, &error), DT_OK);
	ck_assert_uint_eq(pure.found, 2097152);
	ck_assert_uint_eq(pure.n, DT_PURE_MOST);
	free(zero);
}
END_TEST

/* One's rows 3,0 / 0,3 / 1,1, the other pays 0 everywhere: the third row goes
 * by a mix alone, whatever the payoffs' scale. */
START_TEST(a_mix_dominates_where_no_strategy_does)
{
	static const size_t sizes[] = { 3, 2 };
	static const double plain[] = { 3, 0, 0, 0, 1, 0, 0, 0, 3, 0, 1, 0 };
	static const double scales[] = { 1, 1000, 1e-6 };
	for (size_t k = 0; k < 3; k++) {
		double pay[12];
		for (size_t i = 0; i < 12; i++)
			pay[i] = plain[i] * scales[k];
		struct dt_normal g = game(2, sizes, pay);
		struct dt_dominance d;
		ck_assert_int_eq(dt_dominance_find(&g, false, NULL, &arena, &d,
		    &error), DT_OK);
		ck_assert_uint_eq(d.n, 1);
		ck_assert_uint_eq(d.steps[0].strategy, 2);
		ck_assert(!d.steps[0].pure && d.whole);
		ck_assert_double_eq_tol(d.steps[0].mix[0], .5, 1e-6);
	}
}
END_TEST

/* T 1,1 0,0 / M 1,1 2,1 / B 0,0 2,1 (the textbook example in which the order
 * of weak elimination matters): nothing goes strictly; T and B are weakly
 * dominated by M, go at once, and then nothing more does. */
START_TEST(weak_elimination_is_another_thing)
{
	static const size_t sizes[] = { 3, 2 };
	static const double pay[] = { 1, 1, 1, 1, 0, 0, 0, 0, 2, 1, 2, 1 };
	struct dt_normal g = game(2, sizes, pay);
	struct dt_dominance d;
	ck_assert_int_eq(dt_dominance_find(&g, false, NULL, &arena, &d, &error),
	    DT_OK);
	ck_assert_uint_eq(d.n, 0);
	ck_assert_int_eq(dt_dominance_find(&g, true, NULL, &arena, &d, &error),
	    DT_OK);
	ck_assert_uint_eq(d.n, 2);
	ck_assert(!d.left[0] && d.left[1] && !d.left[2]);
	ck_assert(d.left[3] && d.left[4]);
}
END_TEST

/* The prisoner's dilemma: both PAUSEs go in the first round. */
START_TEST(the_dilemma_is_solved_by_dominance)
{
	static const double pay[] = { 3, 3, 5, 0, 0, 5, 1, 1 };
	struct dt_normal g = game(2, two, pay);
	struct dt_dominance d;
	ck_assert_int_eq(dt_dominance_find(&g, false, NULL, &arena, &d, &error),
	    DT_OK);
	ck_assert_uint_eq(d.n, 2);
	ck_assert(!d.left[0] && d.left[1] && !d.left[2] && d.left[3]);
	ck_assert_uint_eq(d.steps[1].round, 1);
}
END_TEST

/* Racing gains 1 against either move, so PAUSE is strictly dominated, goes,
 * and has no chance on any advice: both race, and get 1 each. At stakes of 1e9
 * as at 10; at 2e7 the programs did not end once. */
START_TEST(a_gain_of_one_decides_at_any_stakes)
{
	static const double stakes[] = { 10, 2e7, 1e9, 1e12 };
	for (size_t k = 0; k < 4; k++) {
		double s = stakes[k];
		double pay[] = { s, s, s + 1, 0, 0, s + 1, 1, 1 };
		struct dt_normal g = game(2, two, pay);
		struct dt_correlated c;
		struct dt_dominance d;
		ck_assert_int_eq(dt_correlated_find(&g, &arena, &c, &error),
		    DT_OK);
		ck_assert_double_eq_tol(c.best.welfare, 2, 1e-9);
		ck_assert_double_eq_tol(c.worst.welfare, 2, 1e-9);
		ck_assert_double_eq_tol(c.best.chances[3], 1, 1e-15);
		ck_assert_double_eq_tol(c.best.regret, 0, 1e-9);
		ck_assert_int_eq(dt_dominance_find(&g, false, NULL, &arena,
		    &d, &error), DT_OK);
		ck_assert_uint_eq(d.n, 2);
		ck_assert(!d.left[0] && d.left[1] && !d.left[2] && d.left[3]);
	}
}
END_TEST

/* The constraints with x on (6,6), y on each uneven profile, 0 on (0,0):
 * told to pause, racing gains x and loses 2 y, so x <= 2 y: x = 1/2, y = 1/4: sum 10.5. The most that one
 * player gets is 7, its pure equilibrium; the least 2. */
START_TEST(chicken_is_best_played_on_advice)
{
	static const double scales[] = { 1, 1000, 1e-6 };
	for (size_t k = 0; k < 3; k++) {
		double pay[8];
		for (size_t i = 0; i < 8; i++)
			pay[i] = chicken[i] * scales[k];
		struct dt_normal g = game(2, two, pay);
		struct dt_correlated c;
		ck_assert_int_eq(dt_correlated_find(&g, &arena, &c, &error),
		    DT_OK);
		ck_assert_double_eq_tol(c.best.welfare / scales[k], 10.5,
		    1e-7);
		ck_assert_double_eq_tol(c.best.chances[0], .5, 1e-7);
		ck_assert_double_eq_tol(c.best.chances[1], .25, 1e-7);
		ck_assert_double_eq_tol(c.most[0].values[0] / scales[k], 7,
		    1e-7);
		ck_assert_double_eq_tol(c.least[1].values[1] / scales[k], 2,
		    1e-7);
		ck_assert(c.best.regret <= 1e-7 * 7 * scales[k]);
	}
}
END_TEST

static void
draw(struct dt_random *random, double *pay, size_t n)
{
	for (size_t i = 0; i < n; i++)
		pay[i] = dt_random_unit(random);
}

/* A Nash equilibrium is a correlated one, and no strategy of it is strictly
 * dominated: 600 games of 2 to 4 players, three seeds. */
START_TEST(pure_equilibria_lie_within_the_bounds_of_correlated_ones)
{
	for (uint64_t seed = 1; seed <= 3; seed++) {
		struct dt_random random;
		dt_random_stream(&random, seed, 0, 0, 0);
		for (size_t k = 0; k < 200; k++) {
			size_t n = 2 + k % 3, cells = (size_t)1 << n;
			double pay[64];
			struct dt_pure pure;
			struct dt_correlated c;
			struct dt_dominance d;
			draw(&random, pay, cells * n);
			struct dt_normal g = game(n, two, pay);
			ck_assert_int_eq(dt_pure_find(&g, 0, &arena, &pure,
			    &error), DT_OK);
			ck_assert_int_eq(dt_correlated_find(&g, &arena, &c,
			    &error), DT_OK);
			ck_assert_int_eq(dt_dominance_find(&g, false, NULL, &arena,
			    &d, &error), DT_OK);
			ck_assert(c.best.regret < 1e-7);
			for (size_t p = 0; p < pure.n; p++)
				for (size_t i = 0; i < n; i++) {
					double u = pay[pure.profiles[p] * n +
					    i];
					ck_assert(u <= c.most[i].values[i] +
					    1e-7);
					ck_assert(u >= c.least[i].values[i] -
					    1e-7);
					ck_assert(d.left[2 * i +
					    (pure.profiles[p] >> i & 1)]);
				}
		}
		dt_arena_free(&arena);
	}
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("games");
	TCase *tests = tcase_create("games");
	tcase_add_checked_fixture(tests, NULL, finish);
	tcase_add_test(tests,
	    stag_hunt_has_two_pure_equilibria_and_pennies_none);
	tcase_add_test(tests, equilibria_without_number_are_counted);
	tcase_add_test(tests, a_mix_dominates_where_no_strategy_does);
	tcase_add_test(tests, weak_elimination_is_another_thing);
	tcase_add_test(tests, the_dilemma_is_solved_by_dominance);
	tcase_add_test(tests, a_gain_of_one_decides_at_any_stakes);
	tcase_add_test(tests, chicken_is_best_played_on_advice);
	tcase_add_test(tests,
	    pure_equilibria_lie_within_the_bounds_of_correlated_ones);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
