/* check_properties_mixed: what shifting, scaling, renaming and adding leaves
 * of the answers of methods that work in doubles; see property_case.h. */
#include "property_case.h"

#include "solve/alpha_rank.h"
#include "solve/anonymous.h"
#include "solve/certify.h"
#include "solve/correlated.h"
#include "solve/gains.h"
#include "solve/lyapunov.h"
#include "solve/nash.h"
#include "solve/quantal.h"
#include "solve/support.h"

static struct dt_profile_list
by_support(const struct dt_normal *g)
{
	struct dt_profile_list list = { .arena = &arena };
	struct dt_support_request request = { .seed = 1, .starts = 3 };
	struct dt_support_done done;
	ck_assert_int_eq(dt_support_find(g, &request, &list, &done, &error),
	    DT_OK);
	ck_assert_uint_eq(done.looked, done.all);
	for (size_t k = 0; k < list.n; k++)
		ck_assert_double_le(dt_certify_regret(g,
		    list.points[k].chances), 1e-8 * dt_gains_unit(g) + 1e-8);
	return list;
}

/* The game that the method sees is the same to the last digit, so it finds
 * the same from the same starts. Renamed, it starts elsewhere, but what it
 * finds holds (by_support looks); where two play without ties it has all. */
START_TEST(equilibria_by_support_follow_the_game)
{
	for (uint64_t k = 0; k < GAMES; k++) {
		begin(11, k);
		struct dt_normal g = draw(2 + below(2), 3, 1000);
		struct image same = tell(&g, SHIFT | COMMON);
		struct image other = tell(&g, SHIFT | PLAYERS_MOVE |
		    STRATEGIES_MOVE);
		struct dt_profile_list a = by_support(&g);
		struct dt_profile_list b = by_support(&same.game);
		ck_assert(is_carried(&g, &same, &a, &b, 1e-6));
		b = by_support(&other.game);
		struct dt_profile_list all = { .arena = &arena };
		if (g.players == 2)
			ck_assert_int_eq(dt_nash_all(&g, &all, &error),
			    DT_OK);
		if (g.players == 2 && !all.degenerate)
			ck_assert(is_carried(&g, &other, &all, &b, 1e-6));
	}
}
END_TEST

static struct dt_profile_list
by_descent(const struct dt_normal *g)
{
	struct dt_profile_list list = { .arena = &arena };
	struct dt_lyapunov_request request = { .seed = 1, .starts = 2 };
	int tried;
	ck_assert_int_eq(dt_lyapunov_find(g, &request, &list, &tried,
	    &error), DT_OK);
	ck_assert_int_eq(tried, 2);
	for (size_t k = 0; k < list.n; k++)
		ck_assert_double_le(dt_certify_regret(g,
		    list.points[k].chances), 1.1e-6 * dt_gains_unit(g) +
		    1e-8);
	return list;
}

/* As by supports; however large payoffs are beside what moves change, no
 * point is called an equilibrium in which a move gains a millionth of it. */
START_TEST(equilibria_by_descent_follow_the_game)
{
	for (uint64_t k = 0; k < GAMES; k++) {
		begin(12, k);
		struct dt_normal g = draw(2 + below(2), 3, 1000);
		struct image same = tell(&g, SHIFT | COMMON);
		struct image other = tell(&g, SHIFT | PLAYERS_MOVE |
		    STRATEGIES_MOVE);
		struct dt_profile_list a = by_descent(&g);
		struct dt_profile_list b = by_descent(&same.game);
		ck_assert(is_carried(&g, &same, &a, &b, 1e-6));
		by_descent(&other.game);
	}
}
END_TEST

static struct dt_quantal
response(const struct dt_normal *g, double lambda)
{
	struct dt_quantal q;
	ck_assert_int_eq(dt_quantal_trace(g, lambda, NULL, &arena, &q,
	    &error), DT_OK);
	for (size_t p = 0; p < q.n_at; p++) {
		ck_assert_double_le(dt_certify_response(g, q.at[p].chances,
		    lambda), 1e-6);
	}
	if (q.settled)
		ck_assert_double_le(dt_certify_regret(g, q.limit),
		    1e-9 * dt_gains_unit(g) + 1e-8);
	return q;
}

/* Responses are by gains alone: no shift up to a million changes them, and a
 * scale is made good by lambda. Players and strategies may have any names. */
START_TEST(quantal_responses_follow_the_game)
{
	for (uint64_t k = 0; k < GAMES; k++) {
		double point[PLAYERS * STRATEGIES];
		begin(13, k);
		struct dt_normal g = draw(2 + below(2), 3, 1000);
		struct image m = tell(&g, SHIFT | COMMON | PLAYERS_MOVE |
		    STRATEGIES_MOVE);
		struct dt_quantal a = response(&g, .003);
		struct dt_quantal b = response(&m.game, .003 / m.scale[0]);
		ck_assert_uint_eq(a.n_at, b.n_at);
		for (size_t p = 0; p < a.n_at; p++) {
			carry(&g, &m, a.at[p].chances, point);
			ck_assert_double_le(apart(point, b.at[p].chances,
			    dt_profile_size(&g)), 1e-6);
		}
		carry(&g, &m, a.limit, point);
		if (a.settled && b.settled)
			ck_assert_double_le(apart(point, b.limit,
			    dt_profile_size(&g)), 1e-5);
	}
}
END_TEST

static struct dt_alpha_rank
many(const struct dt_normal *g, double alpha)
{
	struct dt_alpha_rank r;
	ck_assert_int_eq(dt_alpha_rank_many(g, alpha, 20, NULL, &arena, &r,
	    &error), DT_OK);
	double sum = 0;
	for (size_t c = 0; c < r.n; c++)
		sum += r.masses[c];
	ck_assert_double_eq_tol(sum, 1, 1e-9);
	return r;
}

/* A population each: moves are by own gains. Selection is weak to so strong
 * that chances are far below the smallest double: logarithms agree. */
START_TEST(alpha_rank_follows_the_game)
{
	static const double alphas[] = { .01, 1, 100, 10000 };
	for (uint64_t k = 0; k < GAMES; k++) {
		begin(14, k);
		struct dt_normal g = draw(2 + below(2), 3, 20);
		struct image m = tell(&g, SHIFT | COMMON | PLAYERS_MOVE |
		    STRATEGIES_MOVE);
		double alpha = alphas[k % 4];
		struct dt_alpha_rank a = many(&g, alpha);
		struct dt_alpha_rank b = many(&m.game, alpha / m.scale[0]);
		struct dt_normal dummy = with_dummy(&g);
		struct dt_alpha_rank d = many(&dummy, alpha);
		for (size_t c = 0; c < g.profiles; c++) {
			double size = 1 + fabs(a.log_masses[c]);
			ck_assert_double_eq_tol(a.log_masses[c],
			    b.log_masses[carry_pure(&g, &m, c)],
			    1e-9 * size);
			ck_assert_double_eq_tol(a.log_masses[c],
			    d.log_masses[c], 1e-9 * size);
		}
	}
}
END_TEST

/* One population: names of strategies do not matter, nor what is added to all
 * payoffs. */
START_TEST(alpha_rank_of_one_population_follows_the_game)
{
	for (uint64_t k = 0; k < GAMES; k++) {
		begin(15, k);
		struct dt_normal g = draw(1, 4, 0);
		size_t n = g.strategies[0], sizes[] = { n, n };
		double *pay;
		g = empty(2, sizes, &pay);
		for (size_t a = 0; a < n; a++)
			for (size_t b = 0; b < n; b++)
				pay[2 * (b + a * n) + 1] =
				    pay[2 * (a + b * n)] = whole(0, 20);
		struct image m = tell(&g, COMMON | STRATEGIES_MOVE |
		    TOGETHER);
		double *moved = (double *)m.game.payoffs;
		for (size_t c = 0; c < 2 * g.profiles; c++)
			moved[c] += 1e6 * m.scale[0];
		double alpha = k % 2 ? 50 : .1;
		struct dt_alpha_rank a, b;
		ck_assert_int_eq(dt_alpha_rank_one(&g, alpha, 30, NULL,
		    &arena, &a, &error), DT_OK);
		ck_assert_int_eq(dt_alpha_rank_one(&m.game,
		    alpha / m.scale[0], 30, NULL, &arena, &b, &error), DT_OK);
		for (size_t s = 0; s < n; s++)
			ck_assert_double_eq_tol(a.log_masses[s],
			    b.log_masses[m.strategy[0][s]],
			    1e-8 * (1 + fabs(a.log_masses[s])));
	}
}
END_TEST

/* Two moves, and only counts matter: roots stay where they are, and are
 * mirrored where the moves change names. */
START_TEST(symmetric_equilibria_follow_the_game)
{
	for (uint64_t k = 0; k < GAMES; k++) {
		double gain[8], other[8], x[DT_ANONYMOUS_MOST];
		double y[DT_ANONYMOUS_MOST], scale;
		size_t n;
		bool flat;
		begin(16, k);
		n = 2 + below(6);
		scale = ldexp(1, (int)whole(-10, 10));
		for (size_t i = 0; i < n; i++)
			gain[i] = whole(-100, 100) + .5;
		for (size_t i = 0; i < n; i++)
			other[i] = -scale * gain[n - 1 - i];
		size_t a = dt_anonymous_equilibria(gain, n, 1e-12, x, &flat);
		size_t b = dt_anonymous_equilibria(other, n, 1e-12 * scale,
		    y, &flat);
		ck_assert_uint_eq(a, b);
		for (size_t i = 0; i < a; i++)
			ck_assert_double_eq_tol(x[i], 1 - y[a - 1 - i],
			    1e-9);
	}
}
END_TEST

static struct dt_correlated
advice(const struct dt_normal *g)
{
	struct dt_correlated c;
	enum dt_status status = dt_correlated_find(g, &arena, &c, &error);
	ck_assert_msg(status == DT_OK, "%s", error.message);
	ck_assert_double_le(c.worst.welfare, c.best.welfare + 1e-7);
	return c;
}

/* The bounds of sums go with the payoffs; a duplicate, what is always worse
 * and a dummy's presence leave them where they are. */
START_TEST(correlated_bounds_follow_the_game)
{
	for (uint64_t k = 0; k < GAMES; k++) {
		begin(17, k);
		struct dt_normal g = draw(2, 3, 20);
		struct image m = tell(&g, CONSTANT | COMMON | PLAYERS_MOVE |
		    STRATEGIES_MOVE);
		struct extra e = extend(&g, k % 2);
		struct dt_correlated a = advice(&g), b = advice(&m.game);
		struct dt_correlated c = advice(&e.game);
		double more = m.constant[0] + m.constant[1];
		double within = 1e-5 * (1 + m.scale[0]);
		ck_assert_double_eq_tol(b.best.welfare,
		    m.scale[0] * a.best.welfare + more, within);
		ck_assert_double_eq_tol(b.worst.welfare,
		    m.scale[0] * a.worst.welfare + more, within);
		ck_assert_double_eq_tol(c.best.welfare, a.best.welfare,
		    1e-5);
		ck_assert_double_eq_tol(c.worst.welfare, a.worst.welfare,
		    1e-5);
	}
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("properties of methods in doubles");
	TCase *tests = tcase_create("games");
	SRunner *runner = srunner_create(suite);
	read_seed("check_properties_mixed");
	tcase_set_timeout(tests, 300);
	tcase_add_checked_fixture(tests, NULL, finish);
	tcase_add_test(tests, equilibria_by_support_follow_the_game);
	tcase_add_test(tests, equilibria_by_descent_follow_the_game);
	tcase_add_test(tests, quantal_responses_follow_the_game);
	tcase_add_test(tests, alpha_rank_follows_the_game);
	tcase_add_test(tests, alpha_rank_of_one_population_follows_the_game);
	tcase_add_test(tests, symmetric_equilibria_follow_the_game);
	tcase_add_test(tests, correlated_bounds_follow_the_game);
	suite_add_tcase(suite, tests);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed > 0;
}
