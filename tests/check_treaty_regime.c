/* check_treaty_regime: entry, membership and end of a treaty, by its clock. */
#include <check.h>
#include <string.h>

#include "build.h"
#include "treaty/regime.h"

static struct build b;
static struct dt_terms terms;
static struct dt_regime regime;
static struct dt_random dice;
static int64_t now;             /* the round whose clock has struck */

static void
start(void)
{
	b = (struct build){ .n = 3 };
	dt_random_stream(&dice, 1, 0, 0, DT_FOR_TREATY);
	now = 0;
}

static void
finish(void)
{
	build_free(&b);
}

static void
open_treaty(const char *treaty)
{
	b.treaty = treaty;
	build_must(&b, build_terms(&b, &terms));
	dt_regime_start(&regime, &terms);
	now = 0;
}

static void
clock_to(int64_t round)
{
	while (now < round)
		dt_regime_clock(&regime, &terms, ++now, &dice);
}

static void
find(uint64_t findings)
{
	double fines[DT_AGENTS_MOST] = { 0 };
	dt_regime_respond(&regime, &terms, findings, &dice, fines);
}

/* The phase in rounds 1, 2, ... by letters: - none, o open, f in force,
 * s suspended, e ended. */
static void
expect_phases(const char *letters)
{
	for (size_t i = 0; letters[i] != '\0'; i++) {
		clock_to((int64_t)i + 1);
		ck_assert_msg("-ofse"[regime.phase] == letters[i],
		    "%s: round %zu", letters, i + 1);
	}
}

START_TEST(no_treaty_has_no_phase)
{
	open_treaty("treaty: none\n");
	expect_phases("---");
	ck_assert_uint_eq(regime.parties, 0);
}
END_TEST

/* All sign in round 1 and there is no delay: in force from round 1 on. */
START_TEST(entry_without_delay_is_at_once)
{
	open_treaty("treaty: t\n");
	expect_phases("fff");
	ck_assert_uint_eq(regime.parties, 7);
	ck_assert_int_eq(regime.age, 3);
}
END_TEST

/* The last signature comes in round 3, and two rounds lie between. */
START_TEST(entry_waits_for_signatures_and_delay)
{
	b.agents[1].joins = 3;
	open_treaty("treaty: t\nentry: {delay: 2}\n");
	expect_phases("ooooff");
	ck_assert_int_eq(regime.age, 2);
}
END_TEST

/* Two suffice, b is needed: c, which never signs, is no party. */
START_TEST(entry_waits_for_named_states)
{
	b.agents[1].joins = 2;
	b.agents[2].joins = -1;
	open_treaty("treaty: t\nentry: {parties: 1, states: [b]}\n");
	expect_phases("off");
	ck_assert_uint_eq(regime.parties, 3);
}
END_TEST

/* Weights 1, 1, 2: a and b are half of it, 0.75 needs c too. */
START_TEST(entry_waits_for_weight)
{
	b.agents[2].weight = 2;
	b.agents[2].joins = 4;
	open_treaty("treaty: t\nentry: {parties: 1, weight: 0.75}\n");
	expect_phases("ooof");
}
END_TEST

START_TEST(a_treaty_that_too_few_sign_never_enters)
{
	b.agents[0].joins = -1;
	open_treaty("treaty: t\n");
	expect_phases("oooooooo");
}
END_TEST

/* In force from round 1, with a grace of 2: racing is a breach in round 3. */
START_TEST(grace_postpones_the_obligation)
{
	open_treaty("treaty: t\nobligation: {grace: 2}\n");
	clock_to(1);
	ck_assert(!dt_regime_binds(&regime, &terms));
	clock_to(2);
	ck_assert(!dt_regime_binds(&regime, &terms));
	clock_to(3);
	ck_assert(dt_regime_binds(&regime, &terms));
}
END_TEST

/* A late joiner becomes a party in its round, with its bond deposited. */
START_TEST(a_late_joiner_accedes)
{
	b.agents[2].joins = 3;
	open_treaty("treaty: t\nentry: {parties: 2}\nbond: 4\n");
	clock_to(2);
	ck_assert_uint_eq(regime.parties, 3);
	ck_assert_double_eq(regime.bond[2], 0);
	clock_to(3);
	ck_assert_uint_eq(regime.parties, 7);
	ck_assert_double_eq(regime.bond[2], 4);
}
END_TEST

/* Notice in round 2 with notice N: bound in rounds 2 to 2+N, gone after. */
START_TEST(notice_binds_for_its_rounds)
{
	static const char *const treaties[] = {
		"treaty: t\nwithdrawal: {notice: 0}\n",
		"treaty: t\nwithdrawal: {notice: 1}\n",
		"treaty: t\nwithdrawal: {notice: 3}\n",
	};
	static const int64_t notice[] = { 0, 1, 3 };
	open_treaty(treaties[_i]);
	clock_to(2);
	dt_regime_notice(&regime, &terms, 1);
	dt_regime_notice(&regime, &terms, 1);
	clock_to(2 + notice[_i]);
	ck_assert_uint_eq(regime.parties, 7);
	clock_to(3 + notice[_i]);
	ck_assert_uint_eq(regime.parties, 5);
	ck_assert_uint_eq(regime.left, 2);
	ck_assert_uint_eq(regime.notified, 0);
	clock_to(20);
	ck_assert_uint_eq(regime.parties, 5);
}
END_TEST

/* A second notice does not begin the count anew: leaving is in round 5. */
START_TEST(notice_is_given_once)
{
	open_treaty("treaty: t\nwithdrawal: {notice: 2}\n");
	clock_to(2);
	dt_regime_notice(&regime, &terms, 0);
	clock_to(4);
	dt_regime_notice(&regime, &terms, 0);
	clock_to(5);
	ck_assert_uint_eq(regime.parties, 6);
}
END_TEST

START_TEST(who_may_not_or_is_no_party_gives_no_notice)
{
	open_treaty("treaty: t\nwithdrawal: {allowed: no}\n");
	clock_to(1);
	dt_regime_notice(&regime, &terms, 1);
	ck_assert_uint_eq(regime.notified, 0);
	b.agents[1].joins = -1;
	open_treaty("treaty: t\nentry: {parties: 2}\n");
	clock_to(1);
	dt_regime_notice(&regime, &terms, 1);
	ck_assert_uint_eq(regime.notified, 0);
}
END_TEST

/* All give notice in round 1 and nobody is left in round 2. */
START_TEST(a_treaty_without_parties_is_deserted)
{
	open_treaty("treaty: t\n");
	clock_to(1);
	for (size_t i = 0; i < 3; i++)
		dt_regime_notice(&regime, &terms, i);
	clock_to(2);
	ck_assert_int_eq(regime.phase, DT_PHASE_ENDED);
	ck_assert_int_eq(regime.ending, DT_ENDING_DESERTED);
	ck_assert_uint_eq(regime.parties, 0);
}
END_TEST

/* It needs two; with lapses it ends when only one is left, else it stays. */
START_TEST(a_treaty_may_lapse)
{
	for (int lapses = 0; lapses < 2; lapses++) {
		open_treaty(lapses ? "treaty: t\nentry: {parties: 2}\n"
		    "duration: {lapses: yes}\n" :
		    "treaty: t\nentry: {parties: 2}\n");
		clock_to(1);
		dt_regime_notice(&regime, &terms, 0);
		clock_to(2);
		ck_assert_int_eq(regime.phase, DT_PHASE_IN_FORCE);
		dt_regime_notice(&regime, &terms, 1);
		clock_to(3);
		ck_assert_int_eq(regime.phase,
		    lapses ? DT_PHASE_ENDED : DT_PHASE_IN_FORCE);
		ck_assert_int_eq(regime.ending,
		    lapses ? DT_ENDING_LAPSE : DT_ENDING_NONE);
	}
}
END_TEST

/* Three rounds in force, no more. What ends stays so, and nobody joins. */
START_TEST(sunset_comes_after_its_rounds)
{
	b.agents[2].joins = 6;
	open_treaty("treaty: t\nentry: {parties: 2, delay: 1}\n"
	    "duration: {rounds: 3}\n");
	expect_phases("offfeee");
	ck_assert_int_eq(regime.ending, DT_ENDING_SUNSET);
	ck_assert_uint_eq(regime.parties, 0);
}
END_TEST

/* Two rounds, then two renewals of one and of one, or as long as the term. */
START_TEST(renewals_prolong_it)
{
	open_treaty("treaty: t\nduration: {rounds: 2, renewals: 2, "
	    "renewal_rounds: 1}\n");
	expect_phases("ffffee");
	open_treaty("treaty: t\nduration: {rounds: 2, renewals: 1}\n");
	expect_phases("ffffee");
	open_treaty("treaty: t\nduration: {rounds: 2, renewals: 1, "
	    "renewal_chance: 0}\n");
	expect_phases("ffee");
}
END_TEST

/* Each of up to 4 renewals is agreed on with chance .7: it lasts 1 round and
 * on average .7 + .7^2 + .7^3 + .7^4 more; over 20000, 4 standard errors of
 * a number whose deviation is below 2 are .057. */
START_TEST(renewals_have_their_chance)
{
	enum { TIMES = 20000 };
	double rounds = 0;
	for (int i = 0; i < TIMES; i++) {
		if (i == 0)
			open_treaty("treaty: t\nduration: {rounds: 1, "
			    "renewals: 4, renewal_chance: 0.7}\n");
		dt_regime_start(&regime, &terms);
		for (now = 0; regime.phase != DT_PHASE_ENDED; )
			clock_to(now + 1);
		rounds += (double)now - 1;
	}
	ck_assert_double_eq_tol(rounds / TIMES,
	    1 + .7 + .49 + .343 + .2401, .057);
}
END_TEST

/* A suspension is a part of the term: it does not put off the sunset. */
START_TEST(suspended_rounds_count_for_the_sunset)
{
	open_treaty("treaty: t\nduration: {rounds: 4}\n"
	    "response: {ladder: [{suspend: 2}]}\n");
	clock_to(1);
	find(1);
	clock_to(2);
	ck_assert_int_eq(regime.phase, DT_PHASE_SUSPENDED);
	clock_to(4);
	ck_assert_int_eq(regime.phase, DT_PHASE_IN_FORCE);
	clock_to(5);
	ck_assert_int_eq(regime.phase, DT_PHASE_ENDED);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("regime");
	TCase *t = tcase_create("regime");
	tcase_add_checked_fixture(t, start, finish);
	tcase_add_test(t, no_treaty_has_no_phase);
	tcase_add_test(t, entry_without_delay_is_at_once);
	tcase_add_test(t, entry_waits_for_signatures_and_delay);
	tcase_add_test(t, entry_waits_for_named_states);
	tcase_add_test(t, entry_waits_for_weight);
	tcase_add_test(t, a_treaty_that_too_few_sign_never_enters);
	tcase_add_test(t, grace_postpones_the_obligation);
	tcase_add_test(t, a_late_joiner_accedes);
	tcase_add_loop_test(t, notice_binds_for_its_rounds, 0, 3);
	tcase_add_test(t, notice_is_given_once);
	tcase_add_test(t, who_may_not_or_is_no_party_gives_no_notice);
	tcase_add_test(t, a_treaty_without_parties_is_deserted);
	tcase_add_test(t, a_treaty_may_lapse);
	tcase_add_test(t, sunset_comes_after_its_rounds);
	tcase_add_test(t, renewals_prolong_it);
	tcase_add_test(t, renewals_have_their_chance);
	tcase_add_test(t, suspended_rounds_count_for_the_sunset);
	suite_add_tcase(suite, t);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
