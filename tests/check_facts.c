/* check_facts: facts of games against values that are derived or published. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "solve/facts.h"
#include "solve/pure.h"
#include "repeat/stage.h"
#include "game_case.h"

static const double dilemma[] = { 3, 3, 5, 0, 0, 5, 1, 1 };
static const double stag[] = { 4, 4, 3, 0, 0, 3, 2, 2 };
static const double pennies[] = { 1, 0, 0, 1, 0, 1, 1, 0 };
/* Aumann's chicken. */
static const double chicken[] = { 6, 6, 7, 2, 2, 7, 0, 0 };

static enum dt_stage_type
type(const double *pay, size_t player, size_t pause)
{
	struct dt_normal g = game(2, two, pay);
	struct dt_payoff_matrix m = dt_facts_matrix(&g, player, pause);
	return dt_stage_type_of(&m);
}

/* The row player has the dilemma's payoffs 3 0 5 1, the column player the stag
 * hunt's 4 0 3 2; and with the strategies swapped, PAUSE is the second. */
START_TEST(each_player_has_its_own_dilemma)
{
	static const double pay[] = { 3, 4, 5, 0, 0, 3, 1, 2 };
	static const double swapped[] = { 1, 2, 0, 3, 5, 0, 3, 4 };
	ck_assert_int_eq(type(pay, 0, 0), DT_STAGE_PRISONERS_DILEMMA);
	ck_assert_int_eq(type(pay, 1, 0), DT_STAGE_STAG_HUNT);
	ck_assert_int_eq(type(swapped, 0, 1), DT_STAGE_PRISONERS_DILEMMA);
	ck_assert_int_eq(type(swapped, 1, 1), DT_STAGE_STAG_HUNT);
	for (size_t i = 0; i < 2; i++)
		ck_assert_int_eq(type(chicken, i, 0), DT_STAGE_CHICKEN);
}
END_TEST

/* Dilemma: sums 6, 5, 5, 2, the equilibrium has 2: 3 and 3. Stag hunt: 8 and
 * 4: 2 and 1. Chicken: 12 against 9. Pennies: no equilibrium. A dilemma with
 * punishment -1: the sum is negative, no ratio. */
START_TEST(prices_are_ratios_of_sums)
{
	static const double bad[] = { 3, 3, 5, -2, -2, 5, -1, -1 };
	static const double *const pays[] = { dilemma, stag, chicken, pennies,
		bad };
	static const double known[][3] = { { 6, 3, 3 }, { 8, 2, 1 },
		{ 12, 12. / 9, 12. / 9 }, { 1, NAN, NAN }, { 6, NAN, NAN } };
	for (size_t k = 0; k < 5; k++) {
		struct dt_normal g = game(2, two, pays[k]);
		struct dt_facts_price p;
		ck_assert_int_eq(dt_facts_price(&g, &p, &error), DT_OK);
		ck_assert(p.welfare == known[k][0]);
		ck_assert(p.listed == (k != 3));
		if (isnan(known[k][1])) {
			ck_assert(isnan(p.anarchy) && isnan(p.stability));
			continue;
		}
		ck_assert_double_eq_tol(p.anarchy, known[k][1], 1e-15);
		ck_assert_double_eq_tol(p.stability, known[k][2], 1e-15);
	}
}
END_TEST

/* Stag hunt: (4-3)^2 and (2-0)^2. Chicken: (7-6)(2-0) at both. The dilemma
 * has one equilibrium, pennies none. */
START_TEST(the_larger_product_is_risk_dominant)
{
	struct dt_facts_risk risk;
	struct dt_normal g = game(2, two, stag);
	ck_assert(dt_facts_risk(&g, &risk));
	ck_assert_uint_eq(risk.profiles[1], 3);
	ck_assert(risk.products[0] == 1 && risk.products[1] == 4);
	g = game(2, two, chicken);
	ck_assert(dt_facts_risk(&g, &risk));
	ck_assert(risk.products[0] == 2 && risk.products[1] == 2);
	g = game(2, two, dilemma);
	ck_assert(!dt_facts_risk(&g, &risk));
	g = game(2, two, pennies);
	ck_assert(!dt_facts_risk(&g, &risk));
}
END_TEST

/* Pennies: 0 by one strategy, 1/2 by even chances. Asymmetric pennies, one's
 * payoffs 9 0 / 0 1: 9 p = 1 - p, so p = .1 and .9. Dilemma: 1 by racing. */
START_TEST(a_mix_can_make_surer_of_more)
{
	static const double nine[] = { 9, 0, 0, 1, 0, 1, 1, 0 };
	static const double *const pays[] = { pennies, nine, dilemma };
	static const double pure[] = { 0, 0, 1 }, mixed[] = { .5, .9, 1 };
	static const double first[] = { .5, .1, 0 };
	static const double scales[] = { 1, 1000, 1e-6 };
	for (size_t k = 0; k < 9; k++) {
		double pay[8], scale = scales[k / 3];
		for (size_t i = 0; i < 8; i++)
			pay[i] = pays[k % 3][i] * scale;
		struct dt_normal g = game(2, two, pay);
		struct dt_facts_maximin m;
		ck_assert_int_eq(dt_facts_maximin(&g, 0, &arena, &m, &error),
		    DT_OK);
		ck_assert(m.pure == pure[k % 3] * scale);
		ck_assert_double_eq_tol(m.mixed / scale, mixed[k % 3], 1e-9);
		ck_assert_double_eq_tol(m.mix[0], first[k % 3], 1e-9);
	}
}
END_TEST

/* Three players: one's payoff is 1 if it is the odd one out, else 0; the
 * others can always see to it that a pure strategy gets 0, and by agreeing on
 * what it does not play, that even chances get 1/2; but they choose among all
 * profiles, also disagreeing, which gives 0. So 0. */
START_TEST(the_others_are_all_against_one)
{
	static const size_t sizes[] = { 2, 2, 2 };
	static const double pay[] = { 0,0,0, 1,0,0, 0,1,0, 0,0,1,
		0,0,1, 0,1,0, 1,0,0, 0,0,0 };
	struct dt_normal g = game(3, sizes, pay);
	for (size_t i = 0; i < 3; i++) {
		struct dt_facts_maximin m;
		ck_assert_int_eq(dt_facts_maximin(&g, i, &arena, &m, &error),
		    DT_OK);
		ck_assert(m.pure == 0);
		ck_assert_double_eq_tol(m.mixed, 0, 1e-12);
	}
}
END_TEST

/* In the dilemma all but mutual racing are efficient; in the stag hunt only
 * (4,4) is; in pennies all are. */
START_TEST(efficient_is_what_nothing_is_better_than)
{
	static const double *const pays[] = { dilemma, stag, pennies };
	static const size_t n[] = { 3, 1, 4 };
	for (size_t k = 0; k < 3; k++) {
		struct dt_normal g = game(2, two, pays[k]);
		struct dt_facts_profiles e;
		ck_assert_int_eq(dt_facts_efficient(&g, &arena, &e, &error),
		    DT_OK);
		ck_assert_uint_eq(e.n, n[k]);
		ck_assert_uint_eq(e.profiles[0], 0);
	}
}
END_TEST

/* Rock, paper, scissors: from a draw either moves to what wins; from a win the
 * loser moves to what wins over that: six profiles go round, no draw comes
 * back. Pennies: four. The stag hunt ends in two equilibria. */
START_TEST(best_replies_go_round_or_end)
{
	static const size_t three[] = { 3, 3 };
	static const double rock[] = { 0, 0, 1, -1, -1, 1, -1, 1, 0, 0, 1, -1,
		1, -1, -1, 1, 0, 0 };
	struct dt_facts_sinks sinks;
	struct dt_normal g = game(2, three, rock);
	ck_assert_int_eq(dt_facts_sinks(&g, &arena, &sinks, &error), DT_OK);
	ck_assert(sinks.n == 1 && sinks.n_cycles == 1);
	ck_assert_uint_eq(sinks.cycles[0].n, 6);
	for (size_t k = 0; k < 6; k++)
		ck_assert_uint_ne(sinks.cycles[0].profiles[k] % 4, 0);
	g = game(2, two, pennies);
	ck_assert_int_eq(dt_facts_sinks(&g, &arena, &sinks, &error), DT_OK);
	ck_assert(sinks.n == 1 && sinks.cycles[0].n == 4);
	g = game(2, two, stag);
	ck_assert_int_eq(dt_facts_sinks(&g, &arena, &sinks, &error), DT_OK);
	ck_assert(sinks.n == 2 && sinks.equilibria == 2 && !sinks.n_cycles);
}
END_TEST

enum { CELLS = 27 };

/* reach[a][b]: best replies lead from a to b; by Warshall's closure, another
 * method than the one under test. */
static void
close_up(const struct dt_normal *g, bool reach[CELLS][CELLS])
{
	memset(reach, 0, sizeof(bool) * CELLS * CELLS);
	for (size_t a = 0; a < CELLS; a++)
		for (size_t i = 0, stride = 1; i < 3; i++, stride *= 3) {
			size_t zero = a - a / stride % 3 * stride;
			double best = -INFINITY;
			for (size_t s = 0; s < 3; s++)
				best = fmax(best, g->payoffs[(zero +
				    s * stride) * 3 + i]);
			for (size_t s = 0; s < 3; s++) {
				size_t b = zero + s * stride;
				reach[a][b] |= g->payoffs[a * 3 + i] < best &&
				    g->payoffs[b * 3 + i] == best;
			}
		}
	for (size_t k = 0; k < CELLS; k++)
		for (size_t a = 0; a < CELLS; a++)
			for (size_t b = 0; b < CELLS; b++)
				reach[a][b] |= reach[a][k] && reach[k][b];
}

/* 300 games of three players, payoffs from 0 to 4 so that there are ties: a
 * profile is in a sink if all that it leads to leads back. */
START_TEST(sinks_are_those_of_the_closure)
{
	static const size_t sizes[] = { 3, 3, 3 };
	static bool reach[CELLS][CELLS];
	for (uint64_t seed = 1; seed <= 300; seed++) {
		struct dt_random random;
		double pay[CELLS * 3];
		struct dt_normal g = game(3, sizes, pay);
		struct dt_facts_sinks sinks;
		struct dt_pure pure;
		size_t members = 0, counted = 0;
		dt_random_stream(&random, seed, 0, 0, 0);
		for (size_t i = 0; i < CELLS * 3; i++)
			pay[i] = floor(5 * dt_random_unit(&random));
		close_up(&g, reach);
		ck_assert_int_eq(dt_facts_sinks(&g, &arena, &sinks, &error),
		    DT_OK);
		ck_assert_int_eq(dt_pure_find(&g, 0, &arena, &pure, &error),
		    DT_OK);
		ck_assert_uint_eq(sinks.equilibria, pure.found);
		ck_assert_uint_eq(sinks.n, sinks.equilibria + sinks.n_cycles);
		for (size_t a = 0; a < CELLS; a++) {
			bool sink = true;
			for (size_t b = 0; b < CELLS; b++)
				sink &= !reach[a][b] || reach[b][a];
			members += sink;
		}
		for (size_t k = 0; k < sinks.n_cycles; k++) {
			const struct dt_facts_profiles *c = &sinks.cycles[k];
			counted += c->n;
			for (size_t j = 0; j < c->n; j++)
				ck_assert(reach[c->profiles[0]]
				    [c->profiles[j]]);
		}
		ck_assert_uint_eq(members, counted + sinks.equilibria);
		dt_arena_free(&arena);
	}
}
END_TEST

/* A path as long as the game does not overflow a stack: 299 by 299, each
 * player's best reply is a step above the other's strategy: 598 profiles go
 * round, twice round the strategies, whose number is odd. Bigger games are
 * refused. */
START_TEST(long_cycles_are_followed)
{
	static const size_t sizes[] = { 299, 299 };
	static const size_t big[] = { 1025, 1024 };
	double *pay = calloc(1025 * 1024 * 2, sizeof(*pay));
	struct dt_facts_sinks sinks;
	struct dt_normal g = game(2, sizes, pay);
	for (size_t b = 0; b < 299; b++) {
		pay[((b + 1) % 299 + 299 * b) * 2] = 1;
		pay[(b + 299 * ((b + 1) % 299)) * 2 + 1] = 1;
	}
	ck_assert_int_eq(dt_facts_sinks(&g, &arena, &sinks, &error), DT_OK);
	ck_assert_uint_eq(sinks.n, 1);
	ck_assert_uint_eq(sinks.cycles[0].n, 598);
	g = game(2, big, pay);
	ck_assert_int_eq(dt_facts_sinks(&g, &arena, &sinks, &error),
	    DT_EUSAGE);
	free(pay);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("facts");
	TCase *tests = tcase_create("facts");
	tcase_add_checked_fixture(tests, NULL, finish);
	tcase_add_test(tests, each_player_has_its_own_dilemma);
	tcase_add_test(tests, prices_are_ratios_of_sums);
	tcase_add_test(tests, the_larger_product_is_risk_dominant);
	tcase_add_test(tests, a_mix_can_make_surer_of_more);
	tcase_add_test(tests, the_others_are_all_against_one);
	tcase_add_test(tests, efficient_is_what_nothing_is_better_than);
	tcase_add_test(tests, best_replies_go_round_or_end);
	tcase_add_test(tests, sinks_are_those_of_the_closure);
	tcase_add_test(tests, long_cycles_are_followed);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
