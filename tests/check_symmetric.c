/* check_symmetric: strongly symmetric equilibria found by linear programs
 * against closed forms (solve/stage.h, whose own values are tested against
 * the literature) and cases worked out by hand. */
#include <check.h>
#include <math.h>
#include <stdlib.h>

#include "repeat/stage.h"
#include "repeat/symmetric.h"

static struct dt_arena arena;
static const struct dt_payoff_matrix dilemma = { .reward = 3, .sucker = 0,
    .temptation = 5, .punishment = 1 };
static const struct dt_payoff_matrix noisy = { .reward = 2, .sucker = -1,
    .temptation = 3, .punishment = 0 };

/* One alarm for both: chance of it by number of racers. */
static struct dt_symmetric_game
alarm(const struct dt_payoff_matrix *m, double a, double d)
{
	struct dt_signals signals;
	struct dt_symmetric_game game;
	const double bad[] = { a, d, d };
	ck_assert_int_eq(dt_signals_pair(&signals, &arena, m, NULL), DT_OK);
	ck_assert_int_eq(dt_signals_count(&signals, bad, NULL), DT_OK);
	ck_assert_int_eq(dt_symmetric_of(&signals, &arena, &game, NULL),
	    DT_OK);
	return game;
}

static struct dt_symmetric
best(const struct dt_symmetric_game *game, double continuation)
{
	struct dt_symmetric s;
	ck_assert_int_eq(dt_symmetric_best(game, continuation, &arena, &s,
	    NULL), DT_OK);
	return s;
}

static struct dt_symmetric
least(const struct dt_symmetric_game *game)
{
	struct dt_symmetric s;
	ck_assert_int_eq(dt_symmetric_least(game, &arena, &s, NULL), DT_OK);
	return s;
}

/* The collection's table: (a, d) -> v*, least continuation; to 1e-4 as
 * printed there, and to 1e-6 of the closed forms. */
START_TEST(published_prices_of_false_alarms_are_found)
{
	static const double rows[][4] = { { .05, .5, 2.7778, .7143 },
	    { .05, .9, 2.8824, .5556 }, { .1, .5, 2.5, .7692 } };
	for (int k = 0; k < 3; k++) {
		const double *r = rows[k];
		struct dt_symmetric_game game = alarm(&dilemma, r[0], r[1]);
		struct dt_symmetric s = best(&game, 1), l = least(&game);
		struct dt_stage_price price =
		    dt_stage_price(&dilemma, r[0], r[1]);
		ck_assert(s.any && l.any);
		ck_assert_double_eq_tol(s.value[0], r[2], 5e-5);
		ck_assert_double_eq_tol(s.continuation, r[3], 5e-5);
		ck_assert_double_eq_tol(s.value[1], price.value, 1e-6);
		ck_assert_double_eq_tol(s.continuation, price.continuation,
		    1e-6);
		ck_assert_double_eq_tol(l.continuation, price.continuation,
		    1e-6);
	}
}
END_TEST

/* At continuation .95, (.05, .5): an alarm is punished with .13158. */
START_TEST(punishment_chance_is_the_closed_forms)
{
	struct dt_symmetric_game game = alarm(&dilemma, .05, .5);
	struct dt_symmetric s = best(&game, .95);
	ck_assert_double_eq_tol(s.punish[1], .13158, 5e-6);
	ck_assert_double_eq_tol(s.punish[1],
	    dt_stage_punishment(&dilemma, .05, .5, .95), 1e-6);
	ck_assert_double_eq_tol(s.punish[0], 0, 1e-9);
	ck_assert(!best(&game, .71).any);
	ck_assert(best(&game, .72).any);
}
END_TEST

/* Over a grid of signals, closed form and programs are one, to 1e-6. */
START_TEST(closed_forms_hold_over_a_grid_and_in_any_unit)
{
	static const double units[] = { 1, 1000, 1e-6 };
	for (int k = 0; k < 3 * 100; k++) {
		double u = units[k % 3], a = .01 + .03 * (k / 3 % 10),
		    d = a + .06 * (1 + k / 30);
		struct dt_payoff_matrix m = { .reward = 3 * u, .sucker = 0,
		    .temptation = 5 * u, .punishment = u };
		struct dt_symmetric_game game = alarm(&m, a, fmin(d, 1));
		struct dt_stage_price p =
		    dt_stage_price(&m, a, fmin(d, 1));
		struct dt_symmetric s = best(&game, 1);
		ck_assert_int_eq(s.any, !isnan(p.value));
		if (!s.any)
			continue;
		ck_assert_double_eq_tol(s.value[0] / u, p.value / u, 1e-6);
		ck_assert_double_eq_tol(s.continuation, p.continuation,
		    1e-6);
	}
}
END_TEST

/* (2,-1,3,0), good signals .9, .5, .2: R - g/(L-1), L = .5/.1: 1.75. */
START_TEST(noisy_dilemma_has_the_published_bound)
{
	struct dt_symmetric_game game = alarm(&noisy, .1, .5);
	ck_assert_double_eq_tol(best(&game, 1).value[0], 1.75, 1e-6);
}
END_TEST

/* An alarm about each, .05 and .5. Punishing after both alarms alone: x = 50,
 * burnt .0025 * 50, so 1 + 2/1.125, from K = 50 on. With any of them, an
 * alarm of .0975 and .525: K = 2/(2 * .4275 - 2 * .0975). */
START_TEST(the_best_payoff_may_need_more_patience_than_any_pausing)
{
	static const struct dt_monitor_rates rates[] =
	    { { .5, .05 }, { .5, .05 } };
	struct dt_signals signals;
	struct dt_symmetric_game game;
	ck_assert_int_eq(dt_signals_pair(&signals, &arena, &dilemma, NULL),
	    DT_OK);
	ck_assert_int_eq(dt_signals_product(&signals, rates, NULL), DT_OK);
	ck_assert_int_eq(dt_symmetric_of(&signals, &arena, &game, NULL),
	    DT_OK);
	struct dt_symmetric s = best(&game, 1), l = least(&game);
	ck_assert_double_eq_tol(s.value[0], 1 + 2 / 1.125, 1e-6);
	ck_assert_double_eq_tol(s.continuation, 50. / 51, 1e-6);
	double k = 2 / (2 * .4275 - 2 * .0975);
	ck_assert_double_eq_tol(l.continuation, k / (1 + k), 1e-6);
}
END_TEST

/* Three parties that gain 1, 1, 2 by racing, lose 2, 4, 2 by punishment; one
 * alarm, .02 and .42. x must be g/((R-P)(d-a) - g a): 1/.78, 1/1.58, 2/.76;
 * the last binds, so K = 2/.76 and all keep 1/(1 + .02 K) of R - P. */
START_TEST(the_most_tempted_party_sets_the_price_for_all)
{
	static const double reward[] = { 2, 4, 3 }, gain[] = { 1, 1, 2 },
	    punishment[] = { 0, 0, 1 }, chance[] = { .98, .02 },
	    deviant[] = { .58, .42, .58, .42, .58, .42 };
	struct dt_symmetric_game game = { .n = 3, .signals = 2,
	    .reward = reward, .gain = gain, .punishment = punishment,
	    .credible = true, .chance = chance, .deviant = deviant };
	double k = 2 / .76, keep = 1 / (1 + .02 * k);
	struct dt_symmetric s = best(&game, 1);
	ck_assert_double_eq_tol(s.continuation, k / (1 + k), 1e-6);
	ck_assert_double_eq_tol(s.value[0], 2 * keep, 1e-6);
	ck_assert_double_eq_tol(s.value[1], 4 * keep, 1e-6);
	ck_assert_double_eq_tol(s.value[2], 1 + 2 * keep, 1e-6);
}
END_TEST

/* In chicken a racer's victim would rather give in; harmony needs nobody
 * punished; an alarm that says nothing deters nobody. */
START_TEST(no_threat_no_need_and_no_information_are_told_apart)
{
	static const struct dt_payoff_matrix chicken = { .reward = 4,
	    .sucker = 1, .temptation = 5, .punishment = 0 };
	static const struct dt_payoff_matrix harmony = { .reward = 4,
	    .sucker = 2, .temptation = 3, .punishment = 1 };
	struct dt_symmetric_game games[] = { alarm(&chicken, .05, .9),
	    alarm(&harmony, .05, .9), alarm(&dilemma, .3, .3) };
	ck_assert(!best(&games[0], 1).any);
	ck_assert(best(&games[1], .1).any);
	ck_assert_double_eq_tol(best(&games[1], .1).value[0], 4, 1e-9);
	ck_assert(!best(&games[2], 1).any);
	ck_assert(!least(&games[2]).any);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("symmetric");
	TCase *tests = tcase_create("symmetric");
	tcase_add_test(tests, published_prices_of_false_alarms_are_found);
	tcase_add_test(tests, punishment_chance_is_the_closed_forms);
	tcase_add_test(tests, closed_forms_hold_over_a_grid_and_in_any_unit);
	tcase_add_test(tests, noisy_dilemma_has_the_published_bound);
	tcase_add_test(tests,
	    the_best_payoff_may_need_more_patience_than_any_pausing);
	tcase_add_test(tests, the_most_tempted_party_sets_the_price_for_all);
	tcase_add_test(tests,
	    no_threat_no_need_and_no_information_are_told_apart);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	dt_arena_free(&arena);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
