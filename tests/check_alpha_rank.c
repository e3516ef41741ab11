/* check_alpha_rank: alpha-rank against published and derived values. */
#include <math.h>
#include <stdlib.h>

#include "base/random.h"
#include "solve/alpha_rank.h"
#include "game_case.h"

/* [own * n + other] as a symmetric game of two. */
static void
both(const double *a, size_t n, double *pay)
{
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < n; j++) {
			pay[(i + j * n) * 2] = a[i * n + j];
			pay[(i + j * n) * 2 + 1] = a[j * n + i];
		}
}

/* Han, Pereira, Santos and Lenaerts 2013, r=1 t=2 p=0 s=-1 D=4 e=.25; the masses are
 * published values, and what power iteration of the chain, its chances of
 * fixation as plain sums, gives in another language. */
START_TEST(commitment_evolves_as_published)
{
	static const double a[] = { .875, .75, 0, 2.75, .75, 1, 1, -1, -1, -1,
		0, 2, 0, 0, 0, -2, 2, 0, 0, 0, 1, 2, 0, 0, 0 };
	static const double masses[] = { .40966787, .07959841, .20506998,
		.08505983, .2206039 };
	static const size_t sizes[] = { 5, 5 };
	static const double scales[] = { 1, 1000, 1e-6 };
	for (size_t k = 0; k < 3; k++) {
		double pay[50];
		struct dt_alpha_rank r;
		both(a, 5, pay);
		for (size_t i = 0; i < 50; i++)
			pay[i] *= scales[k];
		struct dt_normal g = game(2, sizes, pay);
		ck_assert_int_eq(dt_alpha_rank_one(&g, .1 / scales[k], 20, NULL,
		    &arena, &r, &error), DT_OK);
		for (size_t i = 0; i < 5; i++)
			ck_assert_double_eq_tol(r.masses[i], masses[i],
			    6e-9);
		ck_assert_uint_eq(r.ranks[0], 1);
		ck_assert_uint_eq(r.ranks[4], 2);
		ck_assert_uint_eq(r.ranks[1], 5);
	}
}
END_TEST

/* Two strategies, m = 2: one mutant gains u over one resident, so it takes
 * over with chance 1/(1 + e^-u), and the masses are as e^u to 1. For the
 * dilemma (5,3,1,0) a racer meets a pauser: u = alpha (5 - 0). */
START_TEST(two_imitators_are_solved_by_hand)
{
	static const double a[] = { 3, 0, 5, 1 };
	double pay[8];
	struct dt_alpha_rank r;
	both(a, 2, pay);
	struct dt_normal g = game(2, two, pay);
	ck_assert_int_eq(dt_alpha_rank_one(&g, .2, 2, NULL, &arena, &r, &error),
	    DT_OK);
	ck_assert_double_eq_tol(r.masses[1], 1 / (1 + exp(-1)), 1e-14);
}
END_TEST

/* Many populations: moves along one player's gain u have chances in the ratio
 * e^((m-1)u). With a potential (here common payoffs 0, 1, 1, 3) the masses
 * are as e^((m-1) alpha payoff), by detailed balance. */
START_TEST(common_payoffs_have_masses_by_their_potential)
{
	static const double pay[] = { 0, 0, 1, 1, 1, 1, 3, 3 };
	struct dt_normal g = game(2, two, pay);
	struct dt_alpha_rank r;
	ck_assert_int_eq(dt_alpha_rank_many(&g, .1, 11, NULL, &arena, &r, &error),
	    DT_OK);
	double sum = 1 + 2 * exp(1) + exp(3);
	ck_assert_double_eq_tol(r.masses[0], 1 / sum, 1e-14);
	ck_assert_double_eq_tol(r.masses[1], exp(1) / sum, 1e-14);
	ck_assert_double_eq_tol(r.masses[3], exp(3) / sum, 1e-14);
	ck_assert_uint_eq(r.ranks[3], 1);
	ck_assert_uint_eq(r.ranks[1], 2);
	ck_assert_uint_eq(r.ranks[2], 2);
}
END_TEST

/* Matching pennies: each profile leads to the next, all alike, so each has a
 * quarter whatever alpha is; even where e^(alpha m) has no number. */
START_TEST(strong_selection_ends_in_numbers)
{
	static const double pay[] = { 1, 0, 0, 1, 0, 1, 1, 0 };
	static const double alphas[] = { .1, 10, 1e3, 1e9 };
	struct dt_normal g = game(2, two, pay);
	for (size_t k = 0; k < 4; k++) {
		struct dt_alpha_rank r;
		ck_assert_int_eq(dt_alpha_rank_many(&g, alphas[k], 50,
		    NULL, &arena, &r, &error), DT_OK);
		for (size_t i = 0; i < 4; i++)
			ck_assert_double_eq_tol(r.masses[i], .25, 1e-12);
	}
}
END_TEST

/*
 * Stag hunt 10 8 / 0 7 among 50: the two chances of taking over are as the
 * exponential of alpha times the sum over k = 1..49 of what k stags get more:
 * ((k-1) 10 - 8 k - 7 (49-k))/49 sums to -128, so stag has e^(-128 alpha) of
 * hare's mass (a sum of whole numbers over 49 by hand: 10 (0+..+48) - 8
 * (1+..+49) - 7 (0+..+48), and that is 11760 - 9800 - 8232 = -6272 = -128 *
 * 49). No double holds that at alpha 100, its logarithm does.
 */
START_TEST(chances_below_the_smallest_double_count)
{
	static const double a[] = { 10, 0, 8, 7 };
	static const double alphas[] = { .001, .1, 1, 100, 1e6 };
	double pay[8];
	both(a, 2, pay);
	struct dt_normal g = game(2, two, pay);
	for (size_t k = 0; k < 5; k++) {
		struct dt_alpha_rank r;
		double log_ratio = -128 * alphas[k];
		ck_assert_int_eq(dt_alpha_rank_one(&g, alphas[k], 50, NULL,
		    &arena, &r, &error), DT_OK);
		ck_assert_double_eq_tol((r.log_masses[0] - r.log_masses[1]) /
		    log_ratio, 1, 1e-11);
		ck_assert_double_eq_tol(r.masses[1],
		    1 / (1 + exp(log_ratio)), 1e-13);
		ck_assert_uint_eq(r.ranks[1], 1);
		ck_assert_uint_eq(r.ranks[0], 2);
	}
}
END_TEST

/* What overflows is refused, not passed on. */
START_TEST(selection_beyond_numbers_is_refused)
{
	static const double pay[] = { 1, 0, 0, 1, 0, 1, 1, 0 };
	struct dt_normal g = game(2, two, pay);
	struct dt_alpha_rank r;
	ck_assert_int_eq(dt_alpha_rank_many(&g, 1e300, 50, NULL, &arena, &r,
	    &error), DT_EUSAGE);
	ck_assert_int_eq(dt_alpha_rank_many(&g, INFINITY, 50, NULL, &arena,
	    &r, &error), DT_EUSAGE);
}
END_TEST

/* Masses are what the chain leaves as it is: 60 random games, m = 2, where a
 * mutant's chance is 1/(1 + e^-u). */
START_TEST(masses_stay_as_they_are)
{
	static const size_t sizes[] = { 3, 3, 2 };
	for (uint64_t seed = 1; seed <= 60; seed++) {
		double pay[54], in[18] = { 0 }, out[18] = { 0 };
		struct dt_random random;
		struct dt_normal g = game(3, sizes, pay);
		struct dt_alpha_rank r;
		dt_random_stream(&random, seed, 0, 0, 0);
		for (size_t i = 0; i < 54; i++)
			pay[i] = dt_random_unit(&random);
		ck_assert_int_eq(dt_alpha_rank_many(&g, 5, 2, NULL, &arena, &r,
		    &error), DT_OK);
		for (size_t a = 0; a < 18; a++)
			for (size_t b = 0; b < 18; b++) {
				bool one = a % 3 != b % 3;
				bool other = a / 3 % 3 != b / 3 % 3;
				bool third = a / 9 != b / 9;
				if (one + other + third != 1)
					continue;
				size_t i = one ? 0 : other ? 1 : 2;
				double u = 5 * (pay[b * 3 + i] -
				    pay[a * 3 + i]);
				double flow = r.masses[a] / (1 + exp(-u));
				out[a] += flow;
				in[b] += flow;
			}
		for (size_t a = 0; a < 18; a++)
			ck_assert_double_eq_tol(in[a], out[a], 1e-13);
	}
}
END_TEST

START_TEST(a_game_that_is_not_symmetric_has_no_one_population)
{
	static const double pay[] = { 1, 0, 0, 1, 0, 1, 1, 0 };
	struct dt_normal g = game(2, two, pay);
	struct dt_alpha_rank r;
	ck_assert(!dt_alpha_rank_symmetric(&g));
	ck_assert_int_eq(dt_alpha_rank_one(&g, 1, 5, NULL, &arena, &r, &error),
	    DT_EUSAGE);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("alpha_rank");
	TCase *tests = tcase_create("alpha_rank");
	tcase_add_checked_fixture(tests, NULL, finish);
	tcase_add_test(tests, commitment_evolves_as_published);
	tcase_add_test(tests, two_imitators_are_solved_by_hand);
	tcase_add_test(tests, common_payoffs_have_masses_by_their_potential);
	tcase_add_test(tests, strong_selection_ends_in_numbers);
	tcase_add_test(tests, masses_stay_as_they_are);
	tcase_add_test(tests, chances_below_the_smallest_double_count);
	tcase_add_test(tests, selection_beyond_numbers_is_refused);
	tcase_add_test(tests,
	    a_game_that_is_not_symmetric_has_no_one_population);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
