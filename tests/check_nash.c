/* check_nash: equilibria of games of two against the literature's values. */
#include <check.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "solve/lemke_howson.h"
#include "solve/nash.h"
#include "solve/zero_sum.h"

struct made {
	struct dt_arena arena;
	struct dt_normal game;
	struct dt_profile_list list;
};

static uint64_t
splitmix(uint64_t *x)
{
	uint64_t z = *x += UINT64_C(0x9E3779B97F4A7C15);
	z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
	return z ^ z >> 31;
}

/* Room for a game of m by n; its cells are then put. */
static void
lay(struct made *m, size_t one, size_t two)
{
	static const char *const names[] = { "one", "two" };
	size_t *strategies = dt_arena_new(&m->arena, 2, sizeof(size_t));
	size_t cells = 2 * one * two;
	strategies[0] = one;
	strategies[1] = two;
	m->game = (struct dt_normal){ .title = "", .comment = "",
	    .players = 2, .names = names, .strategies = strategies,
	    .profiles = one * two,
	    .payoffs = dt_arena_new(&m->arena, cells, sizeof(double)),
	    .written = dt_arena_new(&m->arena, cells, sizeof(char *)) };
	m->list = (struct dt_profile_list){ .arena = &m->arena };
}

static void
put(struct made *m, size_t player, size_t i, size_t j, int payoff,
    const char *unit)
{
	size_t cell = 2 * (j * m->game.strategies[0] + i) + player;
	char *text = dt_arena_print(&m->arena, "%d%s", payoff, unit);
	((const char **)m->game.written)[cell] = text;
	((double *)m->game.payoffs)[cell] = strtod(text, NULL);
}

/* The literature's random game: A row by row, then B. */
static void
solve(struct made *m, size_t n, uint64_t seed, const char *unit)
{
	uint64_t state = 1000 * n + seed;
	lay(m, n, n);
	for (size_t k = 0; k < 2 * n * n; k++)
		put(m, k / (n * n), k % (n * n) / n, k % n,
		    (int)(splitmix(&state) % 1001), unit);
	ck_assert_int_eq(dt_nash_all(&m->game, &m->list, NULL), DT_OK);
}

/* m by n payoffs below `range`; small ranges make most games degenerate. */
static void
draw(struct made *m, size_t one, size_t two, uint64_t seed, int range)
{
	uint64_t state = seed;
	lay(m, one, two);
	for (size_t k = 0; k < 2 * one * two; k++)
		put(m, k % 2, k / 2 % one, k / 2 / one,
		    (int)(splitmix(&state) % (uint64_t)range), "");
}

static struct dt_lemke_howson_path *
follow(struct made *m, struct dt_profile_list *reached)
{
	struct dt_lemke_howson_path *paths = dt_arena_new(&m->arena,
	    dt_profile_size(&m->game), sizeof(*paths));
	*reached = (struct dt_profile_list){ .arena = &m->arena };
	ck_assert_int_eq(dt_lemke_howson_all(&m->game, reached, paths, NULL),
	    DT_OK);
	return paths;
}

static bool
holds(const struct dt_profile_list *list, const char *const *exact, size_t n)
{
	for (size_t i = 0; i < list->n; i++) {
		size_t k = 0;
		while (k < n &&
		    strcmp(list->points[i].exact[k], exact[k]) == 0)
			k++;
		if (k == n)
			return true;
	}
	return false;
}

/* Counts of literature.md, "Normal form"; a unit changes no game. */
START_TEST(random_games_have_as_many_as_the_literature_says)
{
	static const size_t three[] = { 2, 3, 3, 1, 1, 3, 1, 1, 3, 1 };
	static const size_t five[] = { 1, 1, 5, 1, 3, 5, 5, 7, 5, 5 };
	static const char *const units[] = { "", "000", "e-6" };
	for (uint64_t s = 1; s <= 10; s++) {
		struct made a = { .game = { .title = "" } }, b = a;
		solve(&a, 3, s, units[_i]);
		solve(&b, 5, s, units[_i]);
		ck_assert_uint_eq(a.list.n, three[s - 1]);
		ck_assert_uint_eq(b.list.n, five[s - 1]);
		ck_assert_int_eq(a.list.degenerate, s == 1);
		for (size_t i = 0; i < b.list.n; i++)
			ck_assert(b.list.points[i].regret <= 0);
		dt_arena_free(&a.arena);
		dt_arena_free(&b.arena);
	}
}
END_TEST

/* n=5, s=1 there. */
START_TEST(the_equilibrium_of_five_is_rational)
{
	static const char *const want[] = { "0", "0", "0", "49/220",
	    "171/220", "253/447", "0", "0", "0", "194/447" };
	struct made m = { .game = { .title = "" } };
	solve(&m, 5, 1, "");
	for (size_t i = 0; i < 10; i++)
		ck_assert_str_eq(m.list.points[0].exact[i], want[i]);
	dt_arena_free(&m.arena);
}
END_TEST

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

/* Von Stengel 2007 ("Equilibrium computation for two-player games in strategic
 * and extensive form", Algorithmic Game Theory): rows 33 25 06 against 32 26
 * 31 has three equilibria. With 33 in the place of 32 row 1 makes the second
 * indifferent and is a best reply where it plays its first with 2/3 or more:
 * one set with two ends. The third equilibrium stays: (0,1/3,2/3), (1/3,2/3). */
START_TEST(a_tie_joins_two_equilibria_of_von_stengel_s_game)
{
	static const int a[] = { 3, 3, 2, 5, 0, 6 };
	static const int b[] = { 3, 2, 2, 6, 3, 1 };
	static const char *const want[2][3][5] = {
		{ { "1", "0", "0", "1", "0" },
		    { "4/5", "1/5", "0", "2/3", "1/3" },
		    { "0", "1/3", "2/3", "1/3", "2/3" } },
		{ { "1", "0", "0", "1", "0" }, { "1", "0", "0", "2/3", "1/3" },
		    { "0", "1/3", "2/3", "1/3", "2/3" } } };
	struct made m = { .game = { .title = "" } };
	size_t *component, n;
	lay(&m, 3, 2);
	for (size_t k = 0; k < 6; k++) {
		put(&m, 0, k / 2, k % 2, a[k], "");
		put(&m, 1, k / 2, k % 2, k == 1 && _i ? 3 : b[k], "");
	}
	ck_assert_int_eq(dt_nash_all(&m.game, &m.list, NULL), DT_OK);
	ck_assert_int_eq(m.list.degenerate, _i);
	ck_assert_uint_eq(m.list.n, 3);
	for (size_t i = 0; i < 3; i++)
		ck_assert(holds(&m.list, want[_i][i], 5));
	ck_assert_int_eq(dt_nash_components(&m.game, &m.list, &component, &n,
	    NULL), DT_OK);
	ck_assert_uint_eq(n, _i ? 2 : 3);
	dt_arena_free(&m.arena);
}
END_TEST

/* Everything is an equilibrium, so all pairs of pure strategies are extreme,
 * and all hang together. */
START_TEST(a_game_of_zeros_is_one_set_with_all_pure_profiles)
{
	struct made m = { .game = { .title = "" } };
	size_t *component, n;
	draw(&m, 3, 4, 1, 1);
	ck_assert_int_eq(dt_nash_all(&m.game, &m.list, NULL), DT_OK);
	ck_assert_uint_eq(m.list.n, 12);
	ck_assert_int_eq(dt_nash_components(&m.game, &m.list, &component, &n,
	    NULL), DT_OK);
	ck_assert_uint_eq(n, 1);
	dt_arena_free(&m.arena);
}
END_TEST

static double
deviation(const struct made *m, const struct dt_profile_point *point)
{
	double pays[16];
	dt_profile_payoffs(&m->game, point->chances, pays);
	return dt_profile_regret(&m->game, point->chances, pays);
}

/* Of 10,000 games of 2 to 5 strategies, a third of them mostly degenerate, no
 * equilibrium of either method has a deviation of more than what doubles of
 * the exact chances leave. */
START_TEST(no_equilibrium_of_ten_thousand_games_has_a_deviation)
{
	static const int ranges[] = { 3, 11, 1001 };
	for (uint64_t seed = 1 + (uint64_t)_i; seed <= 10000; seed += 4) {
		struct made m = { .game = { .title = "" } };
		struct dt_profile_list reached;
		int range = ranges[seed % 3];
		draw(&m, 2 + seed / 3 % 4, 2 + seed / 12 % 4, seed, range);
		ck_assert_int_eq(dt_nash_all(&m.game, &m.list, NULL), DT_OK);
		ck_assert_uint_ge(m.list.n, 1);
		follow(&m, &reached);
		for (size_t i = 0; i < m.list.n; i++)
			ck_assert_double_lt(deviation(&m, &m.list.points[i]),
			    1e-14 * range);
		for (size_t i = 0; i < reached.n; i++)
			ck_assert_double_lt(deviation(&m, &reached.points[i]),
			    1e-14 * range);
		dt_arena_free(&m.arena);
	}
}
END_TEST

/* More than 1000 digits are not kept: 7/3 becomes a double, so that the second
 * chance of the battle of the sexes' mix, 1/(1 + 7/3), is .3 to 16 digits. */
START_TEST(a_payoff_too_long_is_rounded_and_that_shows)
{
	static const int one[] = { 0, 0, 0, 1 }, two[] = { 1, 0, 0, 2 };
	struct made m = { .game = { .title = "" } };
	char text[1503] = "2.";
	lay(&m, 2, 2);
	for (size_t k = 0; k < 4; k++) {
		put(&m, 0, k / 2, k % 2, one[k], "");
		put(&m, 1, k / 2, k % 2, two[k], "");
	}
	memset(text + 2, '3', 1500);
	((const char **)m.game.written)[0] = text;
	((double *)m.game.payoffs)[0] = strtod(text, NULL);
	ck_assert_int_eq(dt_nash_all(&m.game, &m.list, NULL), DT_OK);
	ck_assert_uint_eq(m.list.n, 3);
	for (size_t i = 0; i < 3; i++) {
		ck_assert_ptr_null(m.list.points[i].exact);
		ck_assert_double_lt(m.list.points[i].regret, 1e-14);
		double chance = m.list.points[i].chances[2];
		ck_assert(chance <= 0 || chance >= 1 ||
		    fabs(chance - .3) < 1e-15);
	}
	dt_arena_free(&m.arena);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("nash");
	TCase *tests = tcase_create("nash");
	tcase_add_loop_test(tests,
	    random_games_have_as_many_as_the_literature_says, 0, 3);
	tcase_add_test(tests, the_equilibrium_of_five_is_rational);
	tcase_add_loop_test(tests,
	    in_coordination_paths_reach_the_pure_equilibria_alone, 2, 6);
	tcase_add_loop_test(tests, paths_end_at_extreme_equilibria, 0, 3);
	tcase_add_loop_test(tests,
	    a_game_of_two_by_two_has_the_formula_s_value, 0, 3);
	tcase_add_loop_test(tests,
	    linear_programs_and_vertices_agree_on_the_value, 0, 2);
	tcase_add_test(tests, a_game_that_is_not_constant_sum_is_told_so);
	tcase_add_loop_test(tests,
	    a_tie_joins_two_equilibria_of_von_stengel_s_game, 0, 2);
	tcase_add_test(tests,
	    a_game_of_zeros_is_one_set_with_all_pure_profiles);
	tcase_add_loop_test(tests,
	    no_equilibrium_of_ten_thousand_games_has_a_deviation, 0, 4);
	tcase_add_test(tests, a_payoff_too_long_is_rounded_and_that_shows);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
