/* check_quantal: quantal response against published and derived values. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/random.h"
#include "solve/profile.h"
#include "solve/quantal.h"
#include "game_case.h"

static const size_t three[] = { 3, 3, 3, 3 };
static const double scales[] = { 1, 1000, 1e-6 };

static struct dt_quantal
trace(const struct dt_normal *g, double lambda)
{
	struct dt_quantal q;
	ck_assert_int_eq(dt_quantal_trace(g, lambda, NULL, &arena, &q, &error),
	    DT_OK);
	return q;
}

/* 9 0 0 1 0 1 1 0: the published values at lambda .5 and 1, which also solve
 * p = 1/(1+exp(-lambda (10q-1))), q = 1/(1+exp(-lambda (1-2p))) by bisection
 * in another language. */
START_TEST(asymmetric_pennies_are_played_as_published)
{
	static const double pay[] = { 9, 0, 0, 1, 0, 1, 1, 0 };
	static const double at[][3] = {
		{ .5, .8306705917, .4180774666 },
		{ 1, .8935763306, .3127803750 },
	};
	for (size_t k = 0; k < 3; k++) {
		double scaled[8];
		for (size_t i = 0; i < 8; i++)
			scaled[i] = pay[i] * scales[k];
		struct dt_normal g = game(2, two, scaled);
		for (size_t r = 0; r < 2; r++) {
			struct dt_quantal q = trace(&g, at[r][0] / scales[k]);
			ck_assert_uint_eq(q.n_at, 1);
			ck_assert_double_eq_tol(q.at[0].chances[0], at[r][1],
			    1e-9);
			ck_assert_double_eq_tol(q.at[0].chances[2], at[r][2],
			    1e-9);
		}
	}
}
END_TEST

/* Its one equilibrium: the other mixes so that 9 q = 1 - q, q = .1; one mixes
 * so that 1 - p = p. */
START_TEST(its_limit_is_the_equilibrium_at_any_scale)
{
	static const double pay[] = { 9, 0, 0, 1, 0, 1, 1, 0 };
	for (size_t k = 0; k < 3; k++) {
		double scaled[8];
		for (size_t i = 0; i < 8; i++)
			scaled[i] = pay[i] * scales[k];
		struct dt_normal g = game(2, two, scaled);
		struct dt_quantal q = trace(&g, 0);
		ck_assert(q.settled);
		ck_assert_double_eq_tol(q.limit[0], .5, 1e-12);
		ck_assert_double_eq_tol(q.limit[2], .1, 1e-12);
		ck_assert(q.regret <= 1e-12 * 9 * scales[k]);
	}
}
END_TEST

/* Harsanyi and Selten: in a symmetric 2x2 game with two strict equilibria the
 * branch goes to the risk dominant one: with 4 4 / 3 0 / 0 3 / 2 2, racing
 * pays 2.5 against even chances and pausing 2. */
START_TEST(stag_hunt_leads_to_the_risk_dominant_equilibrium)
{
	static const double pay[] = { 4, 4, 3, 0, 0, 3, 2, 2 };
	struct dt_normal g = game(2, two, pay);
	struct dt_quantal q = trace(&g, 0);
	ck_assert(q.settled);
	ck_assert_double_eq_tol(q.limit[1], 1, 1e-12);
	ck_assert_double_eq_tol(q.limit[3], 1, 1e-12);
}
END_TEST

/* The dilemma at lambda 1: racing pays 2 q + 1 (1-q) more than pausing, q the
 * chance of a pause, so log((1-q)/q) = 1 + q in (5,3,1,0); by bisection. */
START_TEST(the_dilemma_solves_one_equation)
{
	static const double pay[] = { 3, 3, 5, 0, 0, 5, 1, 1 };
	double low = 0, high = 1;
	for (int k = 0; k < 100; k++) {
		double q = (low + high) / 2;
		if (log((1 - q) / q) > 1 + q)
			low = q;
		else
			high = q;
	}
	struct dt_normal g = game(2, two, pay);
	struct dt_quantal q = trace(&g, 1);
	ck_assert_double_eq_tol(q.at[0].chances[0], low, 1e-10);
	ck_assert_double_eq_tol(q.at[0].chances[2], low, 1e-10);
	ck_assert_double_eq_tol(q.limit[1], 1, 1e-12);
}
END_TEST

/* Where payoffs are the same for both coordinations, even chances stay: the
 * branch is a symmetry's, and its limit the mixed equilibrium. A game that
 * pays nothing has even chances too. */
START_TEST(what_is_even_stays_even)
{
	static const double same[] = { 1, 1, 0, 0, 0, 0, 1, 1 };
	static const double zero[8] = { 0 };
	const double *pays[] = { same, zero };
	for (size_t k = 0; k < 2; k++) {
		struct dt_normal g = game(2, two, pays[k]);
		struct dt_quantal q = trace(&g, 3);
		ck_assert(q.settled);
		for (size_t i = 0; i < 4; i++)
			ck_assert_double_eq_tol(q.limit[i], .5, 1e-9);
	}
}
END_TEST

/* The definition, with payoffs by another function, at every point: chances
 * are as exp(lambda payoff). And each limit is an equilibrium; 240 random
 * games of 2 to 8 players, three seeds. */
static void
follow_random(uint64_t seed, size_t k)
{
	static const size_t sizes[][2] = { { 2, 2 }, { 2, 3 }, { 3, 2 },
		{ 4, 2 }, { 3, 3 }, { 8, 2 } };
	size_t n = sizes[k % 6][0], m = sizes[k % 6][1];
	double pay[2048], payoffs[16];
	struct dt_random random;
	struct dt_normal g = game(n, m == 2 ? two : three, pay);
	dt_random_stream(&random, seed, k, 0, 0);
	for (size_t i = 0; i < g.profiles * n; i++)
		pay[i] = dt_random_unit(&random);
	struct dt_quantal q = trace(&g, 0);
	for (size_t p = 0; p < q.n; p++) {
		const double *c = q.points[p].chances;
		dt_profile_payoffs(&g, c, payoffs);
		for (size_t i = 0; i < n * m; i++) {
			size_t first = i / m * m;
			double odds = q.points[p].lambda *
			    (payoffs[i] - payoffs[first]);
			if (c[i] > 1e-6 && c[first] > 1e-6)
				ck_assert_double_eq_tol(log(c[i] / c[first]),
				    odds, 1e-8 * (1 + q.points[p].lambda));
		}
	}
	ck_assert_msg(q.settled && q.regret < 1e-9,
	    "seed %d game %zu: %zu points, lambda %g, regret %g", (int)seed,
	    k, q.n, q.points[q.n - 1].lambda, q.regret);
	dt_arena_free(&arena);
}

START_TEST(every_point_is_a_response_and_every_limit_an_equilibrium)
{
	for (uint64_t seed = 1; seed <= 3; seed++)
		for (size_t k = 0; k < 80; k++)
			follow_random(seed, k);
}
END_TEST

/* Two's L pays 1 and R 0. One's A pays 1, B pays 1 against L and 0 against R,
 * so A gains lambda times R's chance, about lambda exp(-lambda): nothing in
 * the end, and A keeps one half, within a continuum of equilibria. */
START_TEST(a_limit_may_lie_within_a_continuum)
{
	static const double pay[] = { 1, 1, 1, 1, 1, 0, 0, 0 };
	struct dt_normal g = game(2, two, pay);
	struct dt_quantal q = trace(&g, 2);
	double r = 1 / (1 + exp(2));
	ck_assert_double_eq_tol(q.at[0].chances[3], r, 1e-10);
	ck_assert_double_eq_tol(q.at[0].chances[0], 1 / (1 + exp(-2 * r)),
	    1e-10);
	ck_assert(q.settled);
	ck_assert_double_eq_tol(q.limit[0], .5, 1e-7);
	ck_assert_double_eq_tol(q.limit[2], 1, 1e-12);
}
END_TEST

/* 1000 games of 2 to 5 players; some of them (592 and 760) have turns so sharp
 * that a tracer without regard to the determinant's sign comes back to even
 * chances. */
START_TEST(sharp_turns_are_followed)
{
	for (uint64_t k = 0; k < 1000; k++) {
		struct dt_random random;
		size_t n = 2 + k % 4, sizes[5];
		size_t more = n == 2 ? 6 : n == 3 ? 3 : 2;
		double pay[2000];
		dt_random_stream(&random, 77, k, 0, 0);
		for (size_t i = 0; i < n; i++)
			sizes[i] = 2 + (size_t)((double)more *
			    dt_random_unit(&random));
		struct dt_normal g = game(n, sizes, pay);
		for (size_t i = 0; i < g.profiles * n; i++)
			pay[i] = dt_random_unit(&random);
		struct dt_quantal q = trace(&g, 0);
		ck_assert_msg(q.settled && q.regret < 1e-10,
		    "game %d: lambda %g, regret %g", (int)k + 1,
		    q.points[q.n - 1].lambda, q.regret);
		dt_arena_free(&arena);
	}
}
END_TEST

START_TEST(what_does_not_fit_is_said)
{
	static const double pay[] = { 9, 0, 0, 1, 0, 1, 1, 0 };
	static const size_t big[] = { 300, 300 };
	struct dt_normal g = game(2, two, pay);
	struct dt_quantal q;
	ck_assert_int_eq(dt_quantal_trace(&g, 1e9, NULL, &arena, &q, &error),
	    DT_EUSAGE);
	double *zero = calloc(90000 * 2, sizeof(*zero));
	g = game(2, big, zero);
	ck_assert(!dt_quantal_fits(&g));
	ck_assert_int_eq(dt_quantal_trace(&g, 0, NULL, &arena, &q, &error),
	    DT_EUSAGE);
	free(zero);
}
END_TEST

/* Whichever allocation fails, the status says so. The arena takes large blocks:
 * what it has before moves the calls at which it asks for one. */
START_TEST(memory_may_run_out_anywhere)
{
	static const double pay[] = { 9, 0, 0, 1, 0, 1, 1, 0 };
	struct dt_normal g = game(2, two, pay);
	struct dt_quantal q;
	for (size_t fill = 0; fill < 4200; fill += 16) {
		enum dt_status status = DT_ENOMEM;
		for (long k = 1; status == DT_ENOMEM; k++) {
			dt_arena_free(&arena);
			ck_assert_ptr_nonnull(dt_arena_new(&arena, fill, 1));
			dt_memory_fail_after(k);
			status = dt_quantal_trace(&g, .5, NULL, &arena, &q,
			    &error);
			bool failed = dt_memory_fail_after(-1) > k;
			ck_assert(status == (failed ? DT_ENOMEM : DT_OK));
		}
	}
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("quantal");
	TCase *tests = tcase_create("quantal");
	tcase_add_checked_fixture(tests, NULL, finish);
	tcase_add_test(tests, asymmetric_pennies_are_played_as_published);
	tcase_add_test(tests, its_limit_is_the_equilibrium_at_any_scale);
	tcase_add_test(tests,
	    stag_hunt_leads_to_the_risk_dominant_equilibrium);
	tcase_add_test(tests, memory_may_run_out_anywhere);
	tcase_add_test(tests, the_dilemma_solves_one_equation);
	tcase_add_test(tests, what_is_even_stays_even);
	tcase_add_test(tests,
	    every_point_is_a_response_and_every_limit_an_equilibrium);
	tcase_add_test(tests, a_limit_may_lie_within_a_continuum);
	tcase_add_test(tests, sharp_turns_are_followed);
	tcase_add_test(tests, what_does_not_fit_is_said);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
