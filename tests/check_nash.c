/* check_nash: equilibria of games of two against the literature's values. */
#include <math.h>

#include "base/memory.h"
#include "nash_case.h"
#include "solve/nash_internal.h"

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

/* In von Stengel 2007 ("Equilibrium computation for two-player games in strategic
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

/* Half of the games have strategies twice, the other's too. */
static void
double_strategies(struct made *m)
{
	size_t one = m->game.strategies[0], two = m->game.strategies[1];
	for (size_t k = 0; k < 2 * one * two; k++) {
		size_t i = k / 2 % one, j = k / 2 / one;
		size_t from = 2 * (j / 2 * one + i / 2) + k % 2;
		((const char **)m->game.written)[k] = m->game.written[from];
		((double *)m->game.payoffs)[k] = m->game.payoffs[from];
	}
}

static void
ask_same(const struct dt_profile_list *a, const struct dt_profile_list *b,
    size_t n)
{
	ck_assert(a->complete && b->complete);
	ck_assert_uint_eq(a->n, b->n);
	ck_assert_int_eq(a->degenerate, b->degenerate);
	for (size_t i = 0; i < a->n; i++)
		for (size_t k = 0; k < n; k++)
			ck_assert_str_eq(a->points[i].exact[k],
			    b->points[i].exact[k]);
}

/* Branching on labels and pairs of all vertices share the last step alone.
 * 3000 games of 1 to 7 strategies, payoffs below 1 to 1001, many of them with
 * ties, some in long numbers. */
START_TEST(branching_finds_what_all_pairs_of_vertices_give)
{
	static const int ranges[] = { 1, 2, 2, 3, 4, 6, 21, 1001 };
	size_t degenerate = 0;
	for (uint64_t seed = 1 + (uint64_t)_i; seed <= 3000; seed += 4) {
		struct made m = { .game = { .title = "" } };
		struct dt_profile_list walk = { .arena = &m.arena };
		size_t one = 1 + seed % 7, two = 1 + seed / 7 % 7;
		draw(&m, one, two, seed, ranges[seed / 49 % 8]);
		if (seed / 392 % 2 == 1)
			double_strategies(&m);
		if (seed % 5 == 0)
			lengthen(&m);
		ck_assert_int_eq(dt_nash_all(&m.game, &m.list, NULL), DT_OK);
		ck_assert_int_eq(dt_nash_by(DT_NASH_WALK, &m.game, &walk,
		    NULL), DT_OK);
		ask_same(&m.list, &walk, one + two);
		degenerate += walk.degenerate;
		dt_arena_free(&m.arena);
	}
	ck_assert_uint_gt(degenerate, 200);
}
END_TEST

/* Of payoffs that are powers of ten up to 10^200 doubles see the largest alone,
 * so that most of what they say is wrong, and more than 500 times where games
 * are of 9 strategies and more. */
START_TEST(doubles_that_go_astray_change_no_list)
{
	for (uint64_t seed = 1; seed <= 24; seed++) {
		struct made m = { .game = { .title = "" } };
		struct dt_profile_list walk = { .arena = &m.arena };
		size_t n = 4 + seed % 6;
		draw(&m, n, n, seed, 10);
		uint64_t state = seed;
		for (size_t p = 0; p < 2 * n * n; p++) {
			int power = (int)(splitmix(&state) % 200);
			((const char **)m.game.written)[p] = dt_arena_print(
			    &m.arena, "%se%d", m.game.written[p], power);
			((double *)m.game.payoffs)[p] =
			    strtod(m.game.written[p], NULL);
		}
		ck_assert_int_eq(dt_nash_all(&m.game, &m.list, NULL), DT_OK);
		ck_assert_int_eq(dt_nash_by(DT_NASH_WALK, &m.game, &walk,
		    NULL), DT_OK);
		ask_same(&m.list, &walk, 2 * n);
		dt_arena_free(&m.arena);
	}
}
END_TEST

struct heard {
	size_t points, ends;
	double share;
};

/* Points come and stay, the share rises from 0 to 1. */
static bool
hear(void *context, const struct dt_profile_list *list, double share)
{
	struct heard *h = context;
	ck_assert_uint_ge(list->n, h->points);
	ck_assert_double_ge(share, h->share);
	ck_assert_double_lt(share, 1);
	h->points = list->n;
	h->share = share;
	return list->n < h->ends;
}

/* 10 by 10, seed 1, has 19 by lrsnash: most are told before the end. Who has
 * heard enough after 4 gets these. */
START_TEST(what_is_found_is_told_and_may_be_enough)
{
	static const size_t ends[] = { SIZE_MAX, 4 };
	struct made m = { .game = { .title = "" } };
	solve(&m, 10, 1, "");
	struct heard heard = { .ends = ends[_i] };
	struct dt_profile_list list = { .arena = &m.arena, .tell = hear,
	    .context = &heard };
	ck_assert_int_eq(dt_nash_all(&m.game, &list, NULL), DT_OK);
	ck_assert_uint_eq(m.list.n, 19);
	ck_assert_uint_eq(list.n, _i ? 4 : 19);
	ck_assert_int_eq(list.complete, !_i);
	ck_assert_int_eq(list.stopped, _i);
	ck_assert_uint_ge(heard.points, _i ? 4 : 15);
	ck_assert(heard.share > (_i ? 0 : .9));
	dt_arena_free(&m.arena);
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
		dt_memory_fail_after(k);
		enum dt_status status = dt_nash_all(&m.game, &list, &err);
		whole = dt_memory_fail_after(-1) <= k;
		ck_assert_int_eq(status, whole ? DT_OK : DT_ENOMEM);
		dt_arena_free(&arena);
	}
	dt_arena_free(&m.arena);
}
END_TEST

/* Every allocation fails once, GMP's too: the word is always the same, and the
 * last round, in which none failed, finds what it found before. */
START_TEST(memory_that_runs_out_is_told)
{
	struct dt_lemke_howson_path paths[6];
	bool failed = true;
	for (long after = 0; failed; after++) {
		struct made m = { .game = { .title = "" } };
		solve(&m, 3, 2, "000");
		struct dt_profile_list all = { .arena = &m.arena };
		struct dt_profile_list some = { .arena = &m.arena };
		dt_memory_fail_after(after);
		enum dt_status status = _i ?
		    dt_lemke_howson_all(&m.game, &some, paths, NULL) :
		    dt_nash_all(&m.game, &all, NULL);
		failed = dt_memory_fail_after(-1) > after;
		ck_assert_int_eq(status, failed ? DT_ENOMEM : DT_OK);
		if (!failed && _i == 0)
			ck_assert_uint_eq(all.n, m.list.n);
		ck_assert(failed || after > 50);
		dt_arena_free(&m.arena);
	}
}
END_TEST

/* GMP ends the process on doubles that are none. */
START_TEST(payoffs_that_are_no_numbers_are_refused)
{
	static const double bad[] = { INFINITY, -INFINITY, NAN };
	double payoffs[8] = { 1, 0, 0, 1, 0, 1, 1, 0 };
	struct made m = { .game = { .title = "" } };
	struct dt_lemke_howson_path paths[4];
	lay(&m, 2, 2);
	m.game.written = NULL;
	m.game.payoffs = payoffs;
	payoffs[2] = bad[_i];
	ck_assert_int_eq(dt_nash_all(&m.game, &m.list, NULL), DT_EUSAGE);
	ck_assert_int_eq(dt_lemke_howson_all(&m.game, &m.list, paths, NULL),
	    DT_EUSAGE);
	dt_arena_free(&m.arena);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("nash");
	TCase *tests = tcase_create("nash");
	tcase_set_timeout(tests, 120);
	tcase_add_loop_test(tests,
	    random_games_have_as_many_as_the_literature_says, 0, 3);
	tcase_add_test(tests, the_equilibrium_of_five_is_rational);
	tcase_add_loop_test(tests,
	    a_tie_joins_two_equilibria_of_von_stengel_s_game, 0, 2);
	tcase_add_test(tests,
	    a_game_of_zeros_is_one_set_with_all_pure_profiles);
	tcase_add_loop_test(tests,
	    no_equilibrium_of_ten_thousand_games_has_a_deviation, 0, 4);
	tcase_add_loop_test(tests,
	    branching_finds_what_all_pairs_of_vertices_give, 0, 4);
	tcase_add_test(tests, doubles_that_go_astray_change_no_list);
	tcase_add_loop_test(tests, what_is_found_is_told_and_may_be_enough, 0,
	    2);
	tcase_add_loop_test(tests, memory_that_runs_out_is_told, 0, 2);
	tcase_add_loop_test(tests, payoffs_that_are_no_numbers_are_refused, 0,
	    3);
	tcase_add_test(tests, a_payoff_too_long_is_rounded_and_that_shows);
	tcase_add_test(tests,
	    memory_that_runs_out_is_an_error_and_no_crash);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
