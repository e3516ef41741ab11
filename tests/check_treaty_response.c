/* check_treaty_response: what a treaty does about findings. */
#include <check.h>
#include <math.h>

#include "build.h"
#include "treaty/regime.h"

static struct build b;
static struct dt_terms terms;
static struct dt_regime regime;
static struct dt_random dice;
static double fines[DT_AGENTS_MOST];
static int64_t now;

static void
start(void)
{
	b = (struct build){ .n = 3 };
	dt_random_stream(&dice, 2, 0, 0, DT_FOR_TREATY);
}

static void
finish(void)
{
	build_free(&b);
}

/* In force, in round 1. */
static void
enter(const char *treaty)
{
	b.treaty = treaty;
	build_must(&b, build_terms(&b, &terms));
	dt_regime_start(&regime, &terms);
	now = 1;
	dt_regime_clock(&regime, &terms, now, &dice);
	ck_assert_int_eq(regime.phase, DT_PHASE_IN_FORCE);
}

/* A round's findings, and the next round's clock. */
static void
play(uint64_t findings)
{
	for (size_t i = 0; i < 3; i++)
		fines[i] = 0;
	if (dt_regime_binds(&regime, &terms))
		dt_regime_respond(&regime, &terms, findings, &dice, fines);
	dt_regime_clock(&regime, &terms, ++now, &dice);
}

/* The rungs apply from 1, 3 and 4 strikes on: fines 1, 1, 7, 20, 20. */
START_TEST(the_ladder_is_climbed_by_strikes)
{
	static const double expected[] = { 1, 1, 7, 20, 20 };
	enter("treaty: t\nresponse: {ladder: [{fine: 1}, {strikes: 3, "
	    "fine: 7}, {strikes: 4, fine: 20}]}\n");
	for (int i = 0; i < 5; i++) {
		play(2);
		ck_assert_double_eq(fines[1], expected[i]);
		ck_assert_double_eq(fines[0], 0);
		ck_assert_int_eq(regime.strikes[1], i + 1);
	}
	play(1);
	ck_assert_double_eq(fines[0], 1);
}
END_TEST

START_TEST(below_the_first_rung_nothing_happens)
{
	enter("treaty: t\nresponse: {ladder: [{strikes: 2, fine: 3}]}\n");
	play(1);
	ck_assert_double_eq(fines[0], 0);
	play(1);
	ck_assert_double_eq(fines[0], 3);
}
END_TEST

START_TEST(findings_against_others_than_parties_are_ignored)
{
	b.agents[2].joins = -1;
	enter("treaty: t\nentry: {parties: 2}\n"
	    "response: {ladder: [{fine: 1, end: yes}]}\n");
	play(4);
	ck_assert_int_eq(regime.phase, DT_PHASE_IN_FORCE);
	ck_assert_double_eq(fines[2], 0);
}
END_TEST

/* After a finding all are released for exactly T rounds. */
START_TEST(a_suspension_lasts_its_rounds)
{
	static const char *const treaties[] = {
		"treaty: t\nresponse: {ladder: [{suspend: 1}]}\n",
		"treaty: t\nresponse: {ladder: [{suspend: 2}]}\n",
		"treaty: t\nresponse: {ladder: [{suspend: 5}]}\n",
	};
	static const int rounds[] = { 1, 2, 5 };
	enter(treaties[_i]);
	for (int twice = 0; twice < 2; twice++) {
		play(1);
		for (int i = 0; i < rounds[_i]; i++) {
			ck_assert_int_eq(regime.phase, DT_PHASE_SUSPENDED);
			ck_assert(!dt_regime_binds(&regime, &terms));
			ck_assert_uint_eq(regime.parties, 7);
			play(7);
		}
		ck_assert_int_eq(regime.phase, DT_PHASE_IN_FORCE);
		ck_assert_int_eq(regime.strikes[0], twice + 1);
		ck_assert_int_eq(regime.strikes[1], 0);
	}
}
END_TEST

/* Two findings in a round, for 1 and for 4 rounds: the longer one counts,
 * whoever comes first. */
START_TEST(the_longest_suspension_counts)
{
	for (int other = 0; other < 2; other++) {
		enter("treaty: t\nresponse: {ladder: [{suspend: 1}, "
		    "{strikes: 2, suspend: 4}]}\n");
		play(other ? 4 : 1);
		play(0);
		play(5);
		for (int i = 0; i < 4; i++) {
			ck_assert_int_eq(regime.phase, DT_PHASE_SUSPENDED);
			play(0);
		}
		ck_assert_int_eq(regime.phase, DT_PHASE_IN_FORCE);
	}
}
END_TEST

/* Half of 8 is forfeited each time: 4, 2, 1; together with a fine of 3. */
START_TEST(a_bond_is_forfeited_by_shares_of_what_is_left)
{
	enter("treaty: t\nbond: 8\n"
	    "response: {ladder: [{bond: 0.5, fine: 3}]}\n");
	ck_assert_double_eq(regime.bond[0], 8);
	for (int i = 0; i < 3; i++) {
		play(1);
		ck_assert_double_eq(fines[0], 3 + 4 / pow(2, i));
	}
	ck_assert_double_eq(regime.bond[0], 1);
	ck_assert_double_eq(regime.bond[1], 8);
}
END_TEST

/* The expelled do not come back. The last one leaves the treaty deserted. */
START_TEST(expulsion_is_for_good)
{
	enter("treaty: t\nresponse: {ladder: [{fine: 2, expel: yes}]}\n");
	play(2);
	ck_assert_double_eq(fines[1], 2);
	ck_assert_uint_eq(regime.parties, 5);
	for (int i = 0; i < 10; i++)
		play(2);
	ck_assert_uint_eq(regime.parties, 5);
	play(5);
	ck_assert_int_eq(regime.phase, DT_PHASE_ENDED);
	ck_assert_int_eq(regime.ending, DT_ENDING_DESERTED);
}
END_TEST

/* It needs two parties and may lapse: an expulsion can end it. */
START_TEST(expulsion_may_make_it_lapse)
{
	enter("treaty: t\nentry: {parties: 3}\nduration: {lapses: yes}\n"
	    "response: {ladder: [{expel: yes}]}\n");
	play(1);
	ck_assert_int_eq(regime.ending, DT_ENDING_LAPSE);
}
END_TEST

/* A finding in the same round as the end is still fined. */
START_TEST(the_end_is_the_end)
{
	enter("treaty: t\nresponse: {ladder: [{fine: 2, suspend: 3, "
	    "end: yes}]}\n");
	play(5);
	ck_assert_double_eq(fines[0], 2);
	ck_assert_double_eq(fines[2], 2);
	ck_assert_int_eq(regime.phase, DT_PHASE_ENDED);
	ck_assert_int_eq(regime.ending, DT_ENDING_RESPONSE);
	for (int i = 0; i < 9; i++)
		play(0);
	ck_assert_int_eq(regime.phase, DT_PHASE_ENDED);
	ck_assert_uint_eq(regime.parties, 0);
}
END_TEST

/* Carried out with chance .3: over n, standard error sqrt(.21/n). */
START_TEST(a_response_has_its_chance)
{
	enum { TIMES = 100000 };
	enter("treaty: t\nresponse: {ladder: [{fine: 1, chance: 0.3}]}\n");
	double sum = 0;
	for (int i = 0; i < TIMES; i++) {
		play(1);
		sum += fines[0];
	}
	ck_assert_double_eq_tol(sum / TIMES, .3, 4 * sqrt(.21 / TIMES));
}
END_TEST

/* Three clean rounds take a strike away; a finding begins the count anew;
 * strikes do not fall below none. */
START_TEST(clean_rounds_forgive)
{
	static const uint64_t findings[] = {
		1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
	};
	static const int64_t strikes[] = {
		1, 2, 2, 2, 3, 3, 3, 2, 2, 2, 1, 1, 1, 0, 0, 0, 0
	};
	enter("treaty: t\nresponse: {ladder: [{fine: 1}], "
	    "forgive_after: 3}\n");
	for (int i = 0; i < 17; i++) {
		play(findings[i]);
		ck_assert_int_eq(regime.strikes[0], strikes[i]);
	}
}
END_TEST

/* Rounds in which nothing is promised are not clean ones. */
START_TEST(suspended_rounds_do_not_forgive)
{
	enter("treaty: t\nresponse: {ladder: [{suspend: 4}], "
	    "forgive_after: 2}\n");
	play(1);
	for (int i = 0; i < 4; i++)
		play(0);
	ck_assert_int_eq(regime.strikes[0], 1);
	play(0);
	ck_assert_int_eq(regime.strikes[0], 1);
	play(0);
	ck_assert_int_eq(regime.strikes[0], 0);
}
END_TEST

/* A strike lives a geometric time with chance .2 a clean round, mean 5 and
 * deviation sqrt(.8)/.2. */
START_TEST(chance_forgives)
{
	enum { TIMES = 20000 };
	enter("treaty: t\nresponse: {ladder: [{fine: 1}], "
	    "forgive_chance: 0.2}\n");
	double rounds = 0;
	for (int i = 0; i < TIMES; i++) {
		play(1);
		while (regime.strikes[0] > 0) {
			play(0);
			rounds++;
		}
	}
	ck_assert_double_eq_tol(rounds / TIMES, 5,
	    4 * sqrt(.8) / .2 / sqrt(TIMES));
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("response");
	TCase *t = tcase_create("response");
	tcase_add_checked_fixture(t, start, finish);
	tcase_add_test(t, the_ladder_is_climbed_by_strikes);
	tcase_add_test(t, below_the_first_rung_nothing_happens);
	tcase_add_test(t, findings_against_others_than_parties_are_ignored);
	tcase_add_loop_test(t, a_suspension_lasts_its_rounds, 0, 3);
	tcase_add_test(t, the_longest_suspension_counts);
	tcase_add_test(t, a_bond_is_forfeited_by_shares_of_what_is_left);
	tcase_add_test(t, expulsion_is_for_good);
	tcase_add_test(t, expulsion_may_make_it_lapse);
	tcase_add_test(t, the_end_is_the_end);
	tcase_add_test(t, a_response_has_its_chance);
	tcase_add_test(t, clean_rounds_forgive);
	tcase_add_test(t, suspended_rounds_do_not_forgive);
	tcase_add_test(t, chance_forgives);
	suite_add_tcase(suite, t);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
