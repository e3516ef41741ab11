/* check_transfers: equilibria with payments against values worked out by
 * hand; each derivation is beside its test. L is the liquidity, K = c/(1-c);
 * see solve/transfers.h. */
#include <check.h>
#include <math.h>
#include <stdlib.h>

#include "repeat/limit.h"
#include "repeat/ppe.h"
#include "repeat/transfers.h"

static struct dt_arena arena;
static const struct dt_payoff_matrix noisy = { .reward = 2, .sucker = -1,
    .temptation = 3, .punishment = 0 };
static const struct dt_payoff_matrix dilemma = { .reward = 3, .sucker = 0,
    .temptation = 5, .punishment = 1 };

static struct dt_signals
pair(const struct dt_payoff_matrix *m)
{
	struct dt_signals game;
	ck_assert_int_eq(dt_signals_pair(&game, &arena, m, NULL), DT_OK);
	return game;
}

static struct dt_signals
perfect(const struct dt_payoff_matrix *m)
{
	struct dt_signals game = pair(m);
	ck_assert_int_eq(dt_signals_perfect(&game, NULL), DT_OK);
	return game;
}

static void
expect(const struct dt_signals *game, double continuation, double joint,
    double punishment, double unit)
{
	struct dt_transfers t;
	ck_assert_int_eq(dt_transfers_find(game, continuation, &arena, &t,
	    NULL), DT_OK);
	ck_assert(t.any);
	ck_assert_double_eq_tol(t.joint, joint, 1e-9 * unit);
	for (size_t i = 0; i < game->n; i++)
		ck_assert_double_eq_tol(t.punishment[i], punishment,
		    1e-9 * unit);
	ck_assert_double_eq_tol(t.liquidity, continuation /
	    (1 - continuation) * (joint - (double)game->n * punishment),
	    1e-8 * unit);
}

static void
expect_least(const struct dt_signals *game, double efficient, double least)
{
	double e, c;
	ck_assert_int_eq(dt_transfers_least(game, &arena, &e, &c, NULL),
	    DT_OK);
	ck_assert_double_eq_tol(e, efficient, 1e-9 * fabs(efficient));
	if (isnan(least))
		ck_assert(isnan(c));
	else
		ck_assert_double_eq_tol(c, least, 1e-9);
}

/* Each gains 5 - 3 by racing, and keeps to CC if it is promised 2 more after
 * CC: L = 4. Racing for ever is an equilibrium and as bad as can be: v = 1,
 * U - sum v = 6 - 2. K 4 = 4: c = .5. One who races alone, sum 5, leaves one
 * to be paid 1 - 0: L = 1 = K (5 - 2), c = .25; below that, only (1, 1). */
START_TEST(dilemma_seen_perfectly_pauses_from_one_half)
{
	struct dt_signals game = perfect(&dilemma);
	expect_least(&game, 6, .5);
	expect(&game, .51, 6, 1, 1);
	expect(&game, .49, 5, 1, 1);
	expect(&game, .26, 5, 1, 1);
	expect(&game, .24, 2, 1, 1);
	expect(&game, 0, 2, 1, 1);
}
END_TEST

START_TEST(unit_of_payoffs_does_not_matter)
{
	static const double units[] = { 1000, 1e-6 };
	for (int k = 0; k < 2; k++) {
		double u = units[k];
		struct dt_payoff_matrix m = { .reward = 3 * u,
		    .temptation = 5 * u, .punishment = u };
		struct dt_signals game = perfect(&m);
		expect_least(&game, 6 * u, .5);
		expect(&game, .51, 6 * u, u, u);
		expect(&game, .24, 2 * u, u, u);
	}
}
END_TEST

/* With all of L shared out after every signal, the sum over both of what
 * racing costs in promises is at most L times the sum over signals of the
 * larger p - q_i: (d-f) [(1-f) + f + f - f] = d-f, so L (d-f) = 2 g, and
 * K 2 (R-P) = L: c = g/(g + (d-f)(R-P)) = 1/2.1. */
START_TEST(alarm_about_each_needs_no_burning)
{
	static const struct dt_monitor_rates each[] = {
	    { .miss = .4, .false_alarm = .05 },
	    { .miss = .4, .false_alarm = .05 } };
	struct dt_signals game = pair(&noisy);
	ck_assert_int_eq(dt_signals_product(&game, each, NULL), DT_OK);
	expect_least(&game, 4, 1 / 2.1);
	expect(&game, .4763, 4, 0, 1);
}
END_TEST

/* Good with .9, .5, .2 by racers. Both must be promised 1/.4 more after good
 * than after bad: 5 are burnt after bad, 5 * .1 in the mean, and L = 5 <=
 * K 3.5 from c = 5/8.5 = .588 on. No signal tells who it was, so nothing can
 * be had without burning. One who races alone (sum 2, K >= 3.33/2) comes
 * later. */
START_TEST(signal_about_both_burns_money)
{
	static const double bad[] = { .1, .5, .8 };
	struct dt_signals game = pair(&noisy);
	ck_assert_int_eq(dt_signals_count(&game, bad, NULL), DT_OK);
	expect_least(&game, 4, NAN);
	expect(&game, .5883, 3.5, 0, 1);
	expect(&game, .999, 3.5, 0, 1);
	expect(&game, .5882, 0, 0, 1);
}
END_TEST

static struct dt_signals
public_good(size_t n)
{
	size_t moves[DT_SIGNALS_PLAYERS_MOST];
	struct dt_signals game;
	for (size_t i = 0; i < n; i++)
		moves[i] = 2;
	ck_assert_int_eq(dt_signals_new(&game, &arena, n, moves, NULL),
	    DT_OK);
	for (size_t a = 0; a < game.profiles; a++) {
		size_t givers = n;
		for (size_t i = 0; i < n; i++)
			givers -= dt_signals_move(&game, a, i);
		for (size_t i = 0; i < n; i++)
			game.payoff[a * n + i] = .6 * (double)givers -
			    (dt_signals_move(&game, a, i) == 0);
	}
	return game;
}

/* To give costs 1 and brings each .6: one gains .4 by not giving. Of three, k
 * givers make (3 .6 - 1) k = .8 k together and take L = .4 k, so all or none:
 * K .8 = .4, c = 1/3. Of six, 2.6 k: K = .4/2.6, c = 2/15. */
START_TEST(public_good_of_three_and_six)
{
	struct dt_signals three = public_good(3), six = public_good(6);
	ck_assert_int_eq(dt_signals_perfect(&three, NULL), DT_OK);
	ck_assert_int_eq(dt_signals_perfect(&six, NULL), DT_OK);
	expect_least(&three, 2.4, 1. / 3);
	expect(&three, .334, 2.4, 0, 1);
	expect(&three, .333, 0, 0, 1);
	expect_least(&six, 15.6, 2. / 15);
	expect(&six, .134, 15.6, 0, 1);
	expect(&six, .133, 0, 0, 1);
}
END_TEST

/* An alarm whether any of three failed, false with h = 1 - .98^3, right with
 * 1 - .98^2 .1: each must be promised .4/D more after silence, D the
 * difference; 1.2/D burns after an alarm. */
START_TEST(one_alarm_about_three_burns_money)
{
	struct dt_monitor_rates each[3] = { { 0 } };
	double h = 1 - pow(.98, 3), d = 1 - .98 * .98 * .1 - h;
	for (int i = 0; i < 3; i++) {
		each[i].miss = .1;
		each[i].false_alarm = .02;
	}
	struct dt_signals game = public_good(3);
	ck_assert_int_eq(dt_signals_any(&game, each, NULL), DT_OK);
	expect_least(&game, 2.4, NAN);
	expect(&game, .6, 2.4 - h * 1.2 / d, 0, 1);
}
END_TEST

/* Both pausing (2, 2) is the only stage equilibrium; to hit the other costs 1
 * and takes 4 from it, who gets -2, or -3 by hitting too. To be made to hit
 * needs L = 1, backed by K (4 + 4): c = 1/9. Below, no punishment. */
START_TEST(punishment_must_be_paid_for)
{
	static const struct dt_payoff_matrix hit = { .reward = 2,
	    .sucker = -2, .temptation = 1, .punishment = -3 };
	struct dt_signals game = perfect(&hit);
	expect_least(&game, 4, 0);
	expect(&game, .112, 4, -2, 1);
	expect(&game, .110, 4, 2, 1);
}
END_TEST

/* The noisy dilemma, and a third move: as racing, but it costs 5 and takes 4
 * from the other. v is -4 where L >= 5 pays for hitting, else 0. Pausing
 * takes L = 2: backed from K = 2/4 on without hitting; with hitting from
 * K = 5/(4 + 8), c = 5/17, on, which is less. */
START_TEST(least_continuation_may_take_more_liquidity)
{
	static const size_t moves[] = { 3, 3 };
	static const double own[3][3] = { { 2, -1, -1 }, { 3, 0, 0 },
	    { 3, 0, 0 } };
	struct dt_signals game;
	ck_assert_int_eq(dt_signals_new(&game, &arena, 2, moves, NULL),
	    DT_OK);
	for (size_t a = 0; a < 9; a++)
		for (size_t i = 0; i < 2; i++) {
			size_t me = dt_signals_move(&game, a, i);
			size_t you = dt_signals_move(&game, a, 1 - i);
			game.payoff[2 * a + i] = own[me][you] -
			    5 * (me == 2) - 4 * (you == 2);
		}
	ck_assert_int_eq(dt_signals_perfect(&game, NULL), DT_OK);
	expect_least(&game, 4, 5. / 17);
	expect(&game, .295, 4, -4, 1);
	expect(&game, .293, 0, 0, 1);
}
END_TEST

/* Matching pennies has no equilibrium in pure moves, and no surplus. */
START_TEST(game_without_pure_equilibria_says_so)
{
	static const size_t moves[] = { 2, 2 };
	struct dt_signals game;
	struct dt_transfers t;
	ck_assert_int_eq(dt_signals_new(&game, &arena, 2, moves, NULL),
	    DT_OK);
	for (size_t a = 0; a < 4; a++) {
		game.payoff[2 * a] = a == 0 || a == 3 ? 1 : -1;
		game.payoff[2 * a + 1] = -game.payoff[2 * a];
	}
	ck_assert_int_eq(dt_signals_perfect(&game, NULL), DT_OK);
	ck_assert_int_eq(dt_transfers_find(&game, .2, &arena, &t, NULL),
	    DT_OK);
	ck_assert(!t.any);
	ck_assert(isnan(t.joint));
}
END_TEST

START_TEST(wrong_questions_are_refused)
{
	struct dt_signals game = pair(&noisy), seen = perfect(&noisy);
	struct dt_transfers t;
	double e, c;
	ck_assert_int_eq(dt_transfers_find(&game, .5, &arena, &t, NULL),
	    DT_EUSAGE);
	ck_assert_int_eq(dt_transfers_least(&game, &arena, &e, &c, NULL),
	    DT_EUSAGE);
	ck_assert_int_eq(dt_transfers_find(&seen, 1, &arena, &t, NULL),
	    DT_EUSAGE);
	ck_assert_int_eq(dt_transfers_find(&seen, NAN, &arena, &t, NULL),
	    DT_EUSAGE);
}
END_TEST

/* A dilemma with payoffs and chances of four signals moved about. */
static struct dt_signals
random_game(uint64_t seed)
{
	struct dt_signals game = pair(&noisy);
	ck_assert_int_eq(dt_signals_perfect(&game, NULL), DT_OK);
	uint64_t x = seed * 0x9e3779b97f4a7c15;
	double u[24];
	for (int k = 0; k < 24; k++) {
		x ^= x << 13;
		x ^= x >> 7;
		x ^= x << 17;
		u[k] = (double)(x >> 11) * 0x1p-53;
	}
	for (size_t k = 0; k < 8; k++)
		game.payoff[k] += u[k] - .5;
	for (size_t a = 0; a < 4; a++) {
		double *chance = &game.chance[4 * a], sum = 0;
		for (size_t y = 0; y < 4; y++)
			sum += chance[y] = u[8 + 4 * a + y] +
			    2 * (double)(a == y);
		for (size_t y = 0; y < 4; y++)
			chance[y] /= sum;
	}
	return game;
}

/* Payments can only add to what equilibria without them reach, by another
 * method, and no patience reaches beyond the score of the limit set, whose
 * promises are the same but for what backs them; near 1 it is reached. */
START_TEST(random_games_lie_between_the_payoff_set_and_the_limit)
{
	static const double both[] = { 1, 1 };
	for (uint64_t seed = 1; seed <= 4; seed++) {
		struct dt_signals game = random_game(seed);
		struct dt_transfers some, more;
		struct dt_ppe ppe;
		double score;
		ck_assert_int_eq(dt_ppe_find(&ppe, &game, .7, 1e-2, NULL,
		    NULL), DT_OK);
		ck_assert_int_eq(dt_limit_score(&game, both, &score, NULL),
		    DT_OK);
		ck_assert_int_eq(dt_transfers_find(&game, .7, &arena, &some,
		    NULL), DT_OK);
		ck_assert_int_eq(dt_transfers_find(&game, .9999, &arena,
		    &more, NULL), DT_OK);
		if (ppe.inner.n > 0) {
			ck_assert(some.any);
			ck_assert_double_ge(some.joint, dt_polygon_support(
			    &ppe.inner, 1, 1) - 1e-7);
			ck_assert_double_le(some.punishment[0],
			    -dt_polygon_support(&ppe.inner, -1, 0) + 1e-7);
		}
		if (some.any && some.liquidity > 1e-6) {
			ck_assert_double_ge(more.joint, some.joint - 1e-9);
			ck_assert_double_le(some.joint, score + 1e-7);
			ck_assert_double_eq_tol(more.joint, score, 1e-7);
		}
		dt_ppe_free(&ppe);
	}
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("transfers");
	TCase *tests = tcase_create("transfers");
	tcase_add_test(tests, dilemma_seen_perfectly_pauses_from_one_half);
	tcase_add_test(tests, unit_of_payoffs_does_not_matter);
	tcase_add_test(tests, alarm_about_each_needs_no_burning);
	tcase_add_test(tests, signal_about_both_burns_money);
	tcase_add_test(tests, public_good_of_three_and_six);
	tcase_add_test(tests, one_alarm_about_three_burns_money);
	tcase_add_test(tests, punishment_must_be_paid_for);
	tcase_add_test(tests, least_continuation_may_take_more_liquidity);
	tcase_add_test(tests, game_without_pure_equilibria_says_so);
	tcase_add_test(tests,
	    random_games_lie_between_the_payoff_set_and_the_limit);
	tcase_add_test(tests, wrong_questions_are_refused);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	dt_arena_free(&arena);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
