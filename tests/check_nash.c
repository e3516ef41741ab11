/* check_nash: equilibria of games of two against the literature's values. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "solve/nash.h"

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

/* The literature's random game: A row by row, then B. */
static void
solve(struct made *m, size_t n, uint64_t seed, const char *unit)
{
	static const char *const names[] = { "one", "two" };
	size_t *strategies = dt_arena_new(&m->arena, 2, sizeof(size_t));
	double *payoffs = dt_arena_new(&m->arena, 2 * n * n, sizeof(double));
	const char **written = dt_arena_new(&m->arena, 2 * n * n,
	    sizeof(*written));
	uint64_t state = 1000 * n + seed;
	for (size_t k = 0; k < 2 * n * n; k++) {
		size_t player = k / (n * n), i = k % (n * n) / n, j = k % n;
		size_t cell = 2 * (j * n + i) + player;
		written[cell] = dt_arena_print(&m->arena, "%d%s",
		    (int)(splitmix(&state) % 1001), unit);
		payoffs[cell] = strtod(written[cell], NULL);
	}
	strategies[0] = strategies[1] = n;
	m->game = (struct dt_normal){ .title = "", .comment = "",
	    .players = 2, .names = names, .strategies = strategies,
	    .profiles = n * n, .payoffs = payoffs, .written = written };
	m->list.arena = &m->arena;
	ck_assert_int_eq(dt_nash_all(&m->game, &m->list, NULL), DT_OK);
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

int
main(void)
{
	Suite *suite = suite_create("nash");
	TCase *tests = tcase_create("nash");
	tcase_add_loop_test(tests,
	    random_games_have_as_many_as_the_literature_says, 0, 3);
	tcase_add_test(tests, the_equilibrium_of_five_is_rational);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
