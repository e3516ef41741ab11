/* check_mixed: mixed equilibria of games of any number of players, against
 * closed forms, against the exact solver of games of two, and against every
 * pure deviation. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "solve/anonymous.h"
#include "solve/lyapunov.h"
#include "solve/nash.h"
#include "solve/pure.h"
#include "solve/support.h"
#include "game_case.h"

static struct dt_support_done done;
static int tried;

/* A good of worth 1 if two of three give .25: giving gains 1 where exactly one
 * of two others gives, 2x(1-x), so that x = (1 -+ sqrt(1/2))/2; and where
 * nobody gives nobody should. */
START_TEST(a_threshold_good_has_its_two_roots)
{
	static const double gain[] = { -.25, .75, -.25 };
	double x[DT_ANONYMOUS_MOST];
	bool flat;
	ck_assert_uint_eq(dt_anonymous_equilibria(gain, 3, 1e-12, x, &flat),
	    3);
	ck_assert(!flat && x[0] == 0);
	ck_assert_double_eq_tol(x[1], (1 - sqrt(.5)) / 2, 1e-14);
	ck_assert_double_eq_tol(x[2], (1 + sqrt(.5)) / 2, 1e-14);
}
END_TEST

/* The volunteer's dilemma (Diekmann 1985): one volunteer is enough for all to
 * get 1, and costs c. (1-x)^(n-1) = c. */
START_TEST(volunteers_of_any_number_mix_by_the_closed_form)
{
	double gain[DT_NORMAL_PLAYERS_MOST], x[DT_ANONYMOUS_MOST];
	bool flat;
	for (size_t n = 2; n <= DT_NORMAL_PLAYERS_MOST; n++) {
		for (size_t k = 0; k < n; k++)
			gain[k] = (k == 0) - .3;
		ck_assert_uint_eq(dt_anonymous_equilibria(gain, n, 1e-12, x,
		    &flat), 1);
		ck_assert_double_eq_tol(x[0],
		    1 - pow(.3, 1 / ((double)n - 1)), 1e-12);
	}
}
END_TEST

/* (x - 1/2)^2 has the Bernstein coefficients 1/4, -1/4, 1/4: a root that does
 * not change the sign; and the second move is best where all make it. */
START_TEST(a_root_that_only_touches_is_found)
{
	static const double gain[] = { .25, -.25, .25 };
	double x[DT_ANONYMOUS_MOST];
	bool flat;
	ck_assert_uint_eq(dt_anonymous_equilibria(gain, 3, 1e-12, x, &flat),
	    2);
	ck_assert_double_eq_tol(x[0], .5, 1e-6);
	ck_assert_double_eq(x[1], 1);
}
END_TEST

START_TEST(a_flat_game_is_told_apart)
{
	static const double gain[] = { 0, 0, 0, 0 };
	double x[DT_ANONYMOUS_MOST];
	bool flat;
	ck_assert_uint_eq(dt_anonymous_equilibria(gain, 4, 1e-12, x, &flat),
	    2);
	ck_assert(flat);
}
END_TEST

/* The volunteer's dilemma of n, as a table: bit i set: i volunteers. */
static void
volunteers(size_t n, double cost, double scale, double *payoffs)
{
	for (size_t p = 0; p < (size_t)1 << n; p++)
		for (size_t i = 0; i < n; i++)
			payoffs[p * n + i] = scale *
			    ((p != 0) - cost * (double)(p >> i & 1));
}

/* Three volunteers, cost 1/2: three in which one volunteers; one in which all
 * mix with 1 - sqrt(1/2); and three in which one never does and two mix with
 * 1/2, since (1/2)^2 < 1/2 keeps the third out. Seven, at any scale. */
START_TEST(three_volunteers_have_seven_equilibria)
{
	static const double scales[] = { 1, 1000, 1e-6 };
	double payoffs[24], gain[DT_NORMAL_PLAYERS_MOST];
	for (int s = 0; s < 3; s++) {
		volunteers(3, .5, scales[s], payoffs);
		struct dt_normal g = game(3, two, payoffs);
		struct dt_profile_list list = { .arena = &arena };
		struct dt_support_request request = { .seed = 1 };
		ck_assert_int_eq(dt_support_find(&g, &request, &list, &done,
		    &error), DT_OK);
		ck_assert_uint_eq(list.n, 7);
		size_t mixed = 0;
		for (size_t i = 0; i < list.n; i++)
			mixed += fabs(list.points[i].chances[1] - 1 +
			    sqrt(.5)) < 1e-9;
		ck_assert_uint_eq(mixed, 1);
		ck_assert(dt_anonymous_of(&g, 0, gain));
		ck_assert_double_eq_tol(gain[0] / scales[s], .5, 1e-12);
	}
}
END_TEST

/* Jordan's (1993) matching pennies of three: the first wants to be like the
 * second, the second like the third, the third unlike the first. Only
 * (1/2, 1/2, 1/2) is an equilibrium. */
static void
pennies(double *payoffs)
{
	for (size_t p = 0; p < 8; p++) {
		size_t a = p & 1, b = p >> 1 & 1, c = p >> 2 & 1;
		payoffs[p * 3] = a == b;
		payoffs[p * 3 + 1] = b == c;
		payoffs[p * 3 + 2] = c != a;
	}
}

START_TEST(pennies_of_three_have_one_equilibrium)
{
	double payoffs[24];
	pennies(payoffs);
	struct dt_normal g = game(3, two, payoffs);
	struct dt_profile_list list = { .arena = &arena };
	struct dt_support_request request = { .seed = 1 };
	ck_assert_int_eq(dt_support_find(&g, &request, &list, &done,
	    &error), DT_OK);
	ck_assert_uint_eq(list.n, 1);
	for (size_t k = 0; k < 6; k++)
		ck_assert_double_eq_tol(list.points[0].chances[k], .5, 1e-12);
	struct dt_lyapunov_request by_descent = { .seed = 1 };
	struct dt_profile_list second = { .arena = &arena };
	ck_assert_int_eq(dt_lyapunov_find(&g, &by_descent, &second, &tried,
	    &error),
	    DT_OK);
	ck_assert_uint_eq(second.n, 1);
	for (size_t k = 0; k < 6; k++)
		ck_assert_double_eq_tol(second.points[0].chances[k], .5,
		    1e-4);
}
END_TEST

static void
draw(struct dt_random *random, double *payoffs, size_t n)
{
	for (size_t k = 0; k < n; k++)
		payoffs[k] = floor(1001 * dt_random_unit(random));
}

static bool
has(const struct dt_profile_list *list, const double *chances, size_t n)
{
	for (size_t i = 0; i < list->n; i++) {
		double most = 0;
		for (size_t k = 0; k < n; k++)
			most = fmax(most, fabs(chances[k] -
			    list->points[i].chances[k]));
		if (most < 1e-6)
			return true;
	}
	return false;
}

/* Systems of two players are linear, so that supports find what the vertices
 * of the best-reply polytopes give, where the game is not degenerate. */
START_TEST(games_of_two_have_the_equilibria_of_the_exact_solver)
{
	for (uint64_t seed = 1; seed <= 200; seed++) {
		size_t sizes[] = { 2 + seed % 3, 2 + seed / 3 % 3 };
		double payoffs[32];
		struct dt_random random;
		dt_random_stream(&random, seed, 7, 0, 0);
		draw(&random, payoffs, 2 * sizes[0] * sizes[1]);
		struct dt_normal g = game(2, sizes, payoffs);
		struct dt_profile_list exact = { .arena = &arena };
		struct dt_profile_list list = { .arena = &arena };
		struct dt_support_request request = { .seed = 1 };
		ck_assert_int_eq(dt_nash_all(&g, &exact, &error), DT_OK);
		if (exact.degenerate)
			continue;
		ck_assert_int_eq(dt_support_find(&g, &request, &list, &done,
		    &error), DT_OK);
		ck_assert_uint_eq(list.n, exact.n);
		for (size_t i = 0; i < exact.n; i++)
			ck_assert(has(&list, exact.points[i].chances,
			    dt_profile_size(&g)));
	}
}
END_TEST

/* What a player gets from a profile, summed over all pure profiles as the
 * definition has it, if it plays `own` in place of its mix (SIZE_MAX: not). */
static double
expected(const struct dt_normal *g, const double *chances, size_t player,
    size_t own)
{
	double sum = 0;
	for (size_t p = 0; p < g->profiles; p++) {
		double chance = 1;
		size_t at = 0;
		for (size_t i = 0; i < g->players; i++) {
			size_t k = dt_pure_strategy(g, p, i);
			chance *= i == player && own != SIZE_MAX ?
			    k == own : chances[at + k];
			at += g->strategies[i];
		}
		sum += chance * g->payoffs[p * g->players + player];
	}
	return sum;
}

static double
largest_deviation(const struct dt_normal *g, const double *chances)
{
	double most = 0;
	for (size_t i = 0; i < g->players; i++)
		for (size_t k = 0; k < g->strategies[i]; k++)
			most = fmax(most, expected(g, chances, i, k) -
			    expected(g, chances, i, SIZE_MAX));
	return most;
}

static size_t
hold_all(const struct dt_normal *g, const struct dt_profile_list *list,
    double tolerance)
{
	for (size_t i = 0; i < list->n; i++)
		ck_assert_double_le(largest_deviation(g,
		    list->points[i].chances), tolerance * dt_pure_range(g));
	return list->n;
}

/* 10,000 games of 2 to 5 players with payoffs 0 to 1000; every one has an
 * equilibrium (Nash 1951), and some method should find it in nearly all. */
START_TEST(no_point_of_ten_thousand_games_has_a_deviation)
{
	size_t found = 0;
	for (uint64_t seed = 1; seed <= 10000; seed++) {
		size_t n = 2 + seed % 4;
		double payoffs[32 * 5];
		struct dt_random random;
		dt_random_stream(&random, seed, 8, 0, 0);
		draw(&random, payoffs, ((size_t)1 << n) * n);
		struct dt_normal g = game(n, two, payoffs);
		struct dt_profile_list list = { .arena = &arena };
		struct dt_support_request request = { .seed = 1, .starts = 2 };
		ck_assert_int_eq(dt_support_find(&g, &request, &list, &done,
		    &error), DT_OK);
		found += hold_all(&g, &list, 1e-9) > 0;
		if (seed % 50 == 0) {
			struct dt_lyapunov_request by_descent = {
				.seed = seed, .starts = 4 };
			struct dt_profile_list more = { .arena = &arena };
			ck_assert_int_eq(dt_lyapunov_find(&g, &by_descent,
			    &more, &tried, &error), DT_OK);
			hold_all(&g, &more, 1e-6);
		}
		dt_arena_free(&arena);
	}
	ck_assert_uint_ge(found, 9990);
}
END_TEST

START_TEST(too_many_supports_are_refused_with_a_way_out)
{
	static const size_t sizes[] = { 12, 12, 2 };
	double *payoffs = calloc(12 * 12 * 2 * 3, sizeof(*payoffs));
	struct dt_normal g = game(3, sizes, payoffs);
	struct dt_profile_list list = { .arena = &arena };
	struct dt_support_request request = { .seed = 1 };
	ck_assert_int_eq(dt_support_find(&g, &request, &list, &done,
	    &error),
	    DT_EUSAGE);
	ck_assert_ptr_nonnull(strstr(error.message, "lyapunov"));
	free(payoffs);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("mixed");
	TCase *all = tcase_create("all");
	tcase_add_checked_fixture(all, NULL, finish);
	tcase_set_timeout(all, 60);
	tcase_add_test(all, a_threshold_good_has_its_two_roots);
	tcase_add_test(all, volunteers_of_any_number_mix_by_the_closed_form);
	tcase_add_test(all, a_root_that_only_touches_is_found);
	tcase_add_test(all, a_flat_game_is_told_apart);
	tcase_add_test(all, three_volunteers_have_seven_equilibria);
	tcase_add_test(all, pennies_of_three_have_one_equilibrium);
	tcase_add_test(all,
	    games_of_two_have_the_equilibria_of_the_exact_solver);
	tcase_add_test(all, no_point_of_ten_thousand_games_has_a_deviation);
	tcase_add_test(all, too_many_supports_are_refused_with_a_way_out);
	suite_add_tcase(suite, all);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
