/* check_properties: what shifting, scaling, renaming and adding leaves of the
 * answers of the exact methods; see property_case.h. */
#include "property_case.h"

#include "base/guard.h"
#include "solve/certify.h"
#include "solve/dominance.h"
#include "solve/dummy.h"
#include "solve/facts.h"
#include "solve/lemke_howson.h"
#include "solve/nash.h"
#include "solve/pure.h"
#include "solve/vertices.h"
#include "solve/zero_sum.h"

/* Gains are the same or scaled, so best replies are the same. */
enum { SAME_REPLIES = SHIFT | SCALE | PLAYERS_MOVE | STRATEGIES_MOVE };

static struct dt_pure
pure_of(const struct dt_normal *g)
{
	struct dt_pure pure;
	ck_assert_int_eq(dt_pure_find(g, 0, &arena, &pure, &error), DT_OK);
	return pure;
}

static bool
is_among(const struct dt_pure *pure, size_t profile)
{
	for (size_t k = 0; k < pure->n; k++)
		if (pure->profiles[k] == profile)
			return true;
	return false;
}

/* A duplicate is an equilibrium with whatever its original is; a strategy that
 * is always worse never is; a dummy changes nothing. */
START_TEST(pure_equilibria_follow_the_game)
{
	for (uint64_t k = 0; k < GAMES; k++) {
		begin(1, k);
		struct dt_normal g = draw(2 + below(2), 4, 2 + (int)(k % 9));
		struct image m = tell(&g, SAME_REPLIES);
		struct dt_pure a = pure_of(&g), b = pure_of(&m.game);
		ck_assert_uint_eq(a.found, b.found);
		size_t twice = 0;
		struct extra e = extend(&g, false);
		for (size_t p = 0; p < a.n; p++) {
			ck_assert(is_among(&b, carry_pure(&g, &m,
			    a.profiles[p])));
			twice += part(&g, a.profiles[p], e.player) ==
			    e.source;
		}
		ck_assert_uint_eq(pure_of(&e.game).found, a.found + twice);
		e = extend(&g, true);
		ck_assert_uint_eq(pure_of(&e.game).found, a.found);
		struct dt_normal dummy = with_dummy(&g);
		ck_assert_uint_eq(pure_of(&dummy).found, a.found);
	}
}
END_TEST

static struct dt_dominance
strict(const struct dt_normal *g)
{
	struct dt_dominance d;
	ck_assert_int_eq(dt_dominance_find(g, false, NULL, &arena, &d,
	    &error), DT_OK);
	ck_assert(d.whole && !d.stopped);
	size_t looked;
	ck_assert_uint_eq(dt_certify_dominance(g, false, &d, NULL, &looked),
	    d.n);
	ck_assert_uint_eq(looked, d.n);
	return d;
}

/* What is left of strict dominance does not hang on the order, so it goes
 * where its strategies go; a duplicate stays if its original does, what is
 * always worse goes. */
START_TEST(strict_dominance_follows_the_game)
{
	for (uint64_t k = 0; k < GAMES; k++) {
		begin(2, k);
		struct dt_normal g = draw(2 + below(2), 3, 4 + (int)(k % 7));
		struct image m = tell(&g, SAME_REPLIES);
		struct dt_dominance a = strict(&g), b = strict(&m.game);
		ck_assert_uint_eq(a.n, b.n);
		for (size_t i = 0; i < g.players; i++)
			for (size_t s = 0; s < g.strategies[i]; s++)
				ck_assert(a.left[dt_profile_start(&g, i) +
				    s] == b.left[dt_profile_start(&m.game,
				    m.player[i]) + m.strategy[i][s]]);
		for (int worse = 0; worse < 2; worse++) {
			struct extra e = extend(&g, worse);
			struct dt_dominance c = strict(&e.game);
			size_t end = dt_profile_start(&e.game, e.player) +
			    g.strategies[e.player];
			bool stays = !worse && a.left[dt_profile_start(&g,
			    e.player) + e.source];
			ck_assert(c.left[end] == stays);
			ck_assert_uint_eq(c.n, a.n + !stays);
		}
	}
}
END_TEST

static struct dt_profile_list
all_of(const struct dt_normal *g)
{
	struct dt_profile_list list = { .arena = &arena };
	bool good;
	ck_assert_int_eq(dt_nash_all(g, &list, &error), DT_OK);
	ck_assert(list.complete);
	ck_assert(dt_certify_can_be_all(g, &list));
	for (size_t k = 0; k < list.n; k++) {
		ck_assert_int_eq(dt_certify_exact(g, list.points[k].exact,
		    &good, &error), DT_OK);
		ck_assert(good);
		ck_assert_double_le(dt_certify_regret(g,
		    list.points[k].chances), 1e-8);
	}
	return list;
}

/* Those of a game with one strategy more: each of the game's is there without
 * it, and each that is there is one of the game's. */
static void
hold_extended(const struct dt_normal *g, const struct dt_profile_list *list,
    bool worse)
{
	double point[PLAYERS * STRATEGIES];
	struct extra e = extend(g, worse);
	struct dt_profile_list more = all_of(&e.game);
	for (size_t k = 0; k < list->n; k++) {
		widen(g, &e, list->points[k].chances, point);
		ck_assert(dt_profile_known(&more, dt_profile_size(&e.game),
		    point, 1e-9));
	}
	for (size_t k = 0; k < more.n; k++) {
		narrow(g, &e, more.points[k].chances, point);
		ck_assert_double_le(dt_certify_regret(g, point), 1e-9);
	}
	ck_assert(!worse || more.n == list->n);
}

/* Extreme equilibria are vertices of polytopes that shifts and scales leave
 * as they are, also where the game is degenerate. */
START_TEST(all_equilibria_follow_the_game)
{
	for (uint64_t k = 0; k < GAMES; k++) {
		begin(3, k);
		struct dt_normal g = draw(2, 4, k % 3 == 0 ? 2 : 20);
		struct image m = tell(&g, SAME_REPLIES);
		struct dt_profile_list a = all_of(&g), b = all_of(&m.game);
		ck_assert(is_carried(&g, &m, &a, &b, 1e-9));
		hold_extended(&g, &a, false);
		hold_extended(&g, &a, true);
	}
}
END_TEST

/* Without a choice one is no player: the game among the others is the game
 * itself, and its equilibria come back with the one strategy. */
START_TEST(a_dummy_leaves_equilibria_as_they_are)
{
	for (uint64_t k = 0; k < GAMES; k++) {
		begin(4, k);
		struct dt_normal g = draw(2, 3, 20), small;
		struct dt_normal dummy = with_dummy(&g);
		struct dt_profile_list whole_list = { .arena = &arena };
		ck_assert_uint_eq(dt_dummy_choosers(&dummy), 2);
		ck_assert_int_eq(dt_dummy_drop(&dummy, &arena, &small,
		    &error), DT_OK);
		ck_assert_uint_eq(small.players, 2);
		struct dt_profile_list a = all_of(&g), b = all_of(&small);
		ck_assert_int_eq(dt_dummy_restore(&dummy, &b, &whole_list,
		    &error), DT_OK);
		ck_assert_uint_eq(a.n, whole_list.n);
		for (size_t p = 0; p < a.n; p++) {
			const double *c = whole_list.points[p].chances;
			ck_assert_double_eq(apart(a.points[p].chances, c,
			    dt_profile_size(&g)), 0);
			ck_assert_double_eq(c[dt_profile_size(&g)], 1);
			ck_assert_double_le(dt_certify_regret(&dummy, c),
			    1e-9);
		}
	}
}
END_TEST

struct ties {
	const struct dt_normal *game;
	bool found;
};

static void
find_ties(void *context)
{
	struct ties *t = context;
	struct dt_bimatrix b;
	ck_assert_int_eq(dt_bimatrix_make(t->game, &b, &error), DT_OK);
	for (size_t i = 0; i < 2; i++) {
		struct dt_vertices v = { .n = 0 };
		bool all;
		ck_assert_int_eq(dt_vertices_exact(&b, i, NULL, &v, &all,
		    &error), DT_OK);
		t->found |= v.degenerate;
		dt_vertices_free(&v);
	}
	dt_bimatrix_free(&b);
}

/* Does more bind at a vertex than it takes to be one, at an equilibrium or
 * elsewhere? */
static bool
has_ties(const struct dt_normal *g)
{
	struct ties t = { .game = g };
	ck_assert(dt_guard_run(find_ties, &t));
	return t.found;
}

/* Paths go by labels: renamed, they lead to what is renamed; and whatever
 * they reach is among all. Only where no ratio is tied. */
START_TEST(paths_follow_the_game)
{
	struct dt_lemke_howson_path x[16], y[16];
	double point[PLAYERS * STRATEGIES];
	for (uint64_t k = 0; k < GAMES; k++) {
		begin(5, k);
		struct dt_normal g = draw(2, 4, 1000);
		struct image m = tell(&g, SHIFT | SCALE | STRATEGIES_MOVE);
		struct dt_profile_list all = all_of(&g);
		struct dt_profile_list a = { .arena = &arena };
		struct dt_profile_list b = { .arena = &arena };
		ck_assert_int_eq(dt_lemke_howson_all(&g, &a, x, &error),
		    DT_OK);
		ck_assert_int_eq(dt_lemke_howson_all(&m.game, &b, y,
		    &error), DT_OK);
		for (size_t p = 0; p < a.n; p++)
			ck_assert(dt_profile_known(&all, dt_profile_size(&g),
			    a.points[p].chances, 1e-12));
		for (size_t i = 0; i < 2 && !has_ties(&g); i++)
			for (size_t s = 0; s < g.strategies[i]; s++) {
				size_t start = dt_profile_start(&g, i);
				size_t to = start + m.strategy[i][s];
				carry(&g, &m, a.points[x[start + s].
				    equilibrium].chances, point);
				ck_assert_double_le(apart(point, b.points[
				    y[to].equilibrium].chances,
				    dt_profile_size(&g)), 1e-12);
				ck_assert_uint_eq(x[start + s].steps,
				    y[to].steps);
			}
	}
}
END_TEST

static struct dt_zero_sum
value_of(const struct dt_normal *g)
{
	struct dt_zero_sum z;
	ck_assert_int_eq(dt_zero_sum_find(g, &arena, &z, &error), DT_OK);
	ck_assert_ptr_nonnull(z.exact);
	ck_assert_double_le(dt_certify_regret(g, z.chances), 1e-9);
	return z;
}

/* The value goes with the payoffs, is the other's when the two change places,
 * and does not see duplicates and what is always worse. */
START_TEST(values_of_zero_sum_games_follow_the_game)
{
	for (uint64_t k = 0; k < GAMES; k++) {
		begin(6, k);
		struct dt_normal g = draw(2, 5, 30);
		double *pay = (double *)g.payoffs, constant = whole(-50, 50);
		double scale = ldexp(1, (int)whole(-10, 10));
		for (size_t c = 0; c < g.profiles; c++)
			pay[2 * c + 1] = constant - pay[2 * c];
		struct image m = tell(&g, PLAYERS_MOVE | STRATEGIES_MOVE);
		struct dt_zero_sum a = value_of(&g), b = value_of(&m.game);
		for (size_t i = 0; i < 2; i++)
			ck_assert_str_eq(a.exact_value[i],
			    b.exact_value[m.player[i]]);
		struct extra e = extend(&g, false);
		ck_assert_str_eq(value_of(&e.game).exact_value[0],
		    a.exact_value[0]);
		for (size_t c = 0; c < 2 * g.profiles; c++)
			pay[c] = scale * (pay[c] + 1e6);
		b = value_of(&g);
		ck_assert_double_eq_tol(b.value[0] / scale,
		    a.value[0] + 1e6, 1e-8);
	}
}
END_TEST

static double
maximin(const struct dt_normal *g, size_t player, double *by_mix)
{
	struct dt_facts_maximin m;
	ck_assert_int_eq(dt_facts_maximin(g, player, &arena, &m, &error),
	    DT_OK);
	*by_mix = m.mixed;
	return m.pure;
}

/* What one is sure of goes with one's payoffs, and another strategy that is
 * like one, or worse, adds nothing to it; efficient profiles and sinks stay
 * where they were. */
START_TEST(facts_follow_the_game)
{
	for (uint64_t k = 0; k < GAMES; k++) {
		begin(7, k);
		struct dt_normal g = draw(2 + below(2), 3, 9);
		struct image m = tell(&g, CONSTANT | COMMON | PLAYERS_MOVE |
		    STRATEGIES_MOVE);
		struct extra e = extend(&g, k % 2);
		for (size_t i = 0; i < g.players; i++) {
			double x, y, z, high = m.scale[i] * 1e-9;
			double pure = maximin(&g, i, &x);
			double again = maximin(&m.game, m.player[i], &y);
			ck_assert_double_eq_tol(again, m.constant[i] +
			    m.scale[i] * pure, 1e-9 + high);
			ck_assert_double_eq_tol(y, m.constant[i] +
			    m.scale[i] * x, 1e-6 * (1 + m.scale[i]));
			if (k % 2 == 0 || i == e.player) {
				maximin(&e.game, i, &z);
				ck_assert_double_eq_tol(z, x, 1e-6);
			}
		}
		struct dt_facts_profiles a, b;
		struct dt_facts_sinks c, d;
		ck_assert_int_eq(dt_facts_efficient(&g, &arena, &a, &error),
		    DT_OK);
		ck_assert_int_eq(dt_facts_efficient(&m.game, &arena, &b,
		    &error), DT_OK);
		ck_assert_uint_eq(a.n, b.n);
		ck_assert_int_eq(dt_facts_sinks(&g, &arena, &c, &error),
		    DT_OK);
		ck_assert_int_eq(dt_facts_sinks(&m.game, &arena, &d, &error),
		    DT_OK);
		ck_assert_uint_eq(c.n, d.n);
		ck_assert_uint_eq(c.n_cycles, d.n_cycles);
	}
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("properties");
	TCase *tests = tcase_create("games");
	SRunner *runner = srunner_create(suite);
	read_seed("check_properties");
	tcase_set_timeout(tests, 300);
	tcase_add_checked_fixture(tests, NULL, finish);
	tcase_add_test(tests, pure_equilibria_follow_the_game);
	tcase_add_test(tests, strict_dominance_follows_the_game);
	tcase_add_test(tests, all_equilibria_follow_the_game);
	tcase_add_test(tests, a_dummy_leaves_equilibria_as_they_are);
	tcase_add_test(tests, paths_follow_the_game);
	tcase_add_test(tests, values_of_zero_sum_games_follow_the_game);
	tcase_add_test(tests, facts_follow_the_game);
	suite_add_tcase(suite, tests);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed > 0;
}
