/* check_machine: strategies as machines: states that are never reached, states
 * and strategies that do the same, and what one slip does to two copies. */
#include <check.h>
#include <string.h>

#include "build.h"
#include "game/study.h"

static struct build b;

static void
start(void)
{
	b = (struct build){ .n = 2 };
}

static void
finish(void)
{
	build_free(&b);
}

static struct dt_study
study(const char *yaml)
{
	struct dt_study s;
	ck_assert_int_eq(dt_study_make(build_read(&b, &dt_strategy_schema,
	    yaml), &b.arena, &s, &b.error), DT_OK);
	return s;
}

static enum dt_study_like
compare(const char *one, const char *other)
{
	struct dt_study x = study(one), y = study(other);
	enum dt_study_like like;
	ck_assert_int_eq(dt_study_compare(&x, &y, &b.arena, &like, &b.error),
	    DT_OK);
	return like;
}

#define HEAD "strategy: s\nstart: a\nstates:\n"

/* Tit for tat with each of its states twice, and a state that no rule leads
 * to. */
#define DOUBLE HEAD \
	"  a: {play: pause, next: [{when: alarms >= 1, to: b}, {to: c}]}\n" \
	"  b: {play: race, next: [{when: alarms >= 1, to: d}, {to: a}]}\n" \
	"  c: {play: pause, next: [{when: alarms >= 1, to: d}, {to: a}]}\n" \
	"  d: {play: race, next: [{when: alarms >= 1, to: b}, {to: c}]}\n" \
	"  e: {play: race, next: [{to: a}]}\n"

START_TEST(states_that_do_the_same_are_one)
{
	struct dt_study s = study(DOUBLE);
	ck_assert_uint_eq(s.two.states, 5);
	ck_assert_uint_eq(s.machine.classes, 2);
	ck_assert_uint_eq(s.machine.class_of[0], s.machine.class_of[2]);
	ck_assert_uint_eq(s.machine.class_of[1], s.machine.class_of[3]);
	ck_assert_uint_ne(s.machine.class_of[0], s.machine.class_of[1]);
	ck_assert_uint_eq(s.machine.class_of[4], DT_MACHINE_NO_CLASS);
}
END_TEST

START_TEST(a_state_that_nothing_leads_to_is_warned_of)
{
	struct dt_study s = study(DOUBLE);
	struct dt_faults faults = { .arena = &b.arena };
	dt_study_warn(&s, &faults);
	ck_assert_uint_eq(faults.n_warnings, 1);
	ck_assert_ptr_nonnull(strstr(faults.warnings[0].message, "'e'"));
	ck_assert_int_eq(faults.warnings[0].at.line, 8);
}
END_TEST

/* `alarms == 2` happens among three; no start of a lot with chance 0 does. */
START_TEST(a_state_for_more_agents_is_reached)
{
	struct dt_study s = study(HEAD
	    "  a: {play: pause, next: [{when: alarms == 2, to: b}, {to: a}]}\n"
	    "  b: {play: race, next: [{to: {a: 1, c: 0}}]}\n"
	    "  c: {play: race, next: [{to: a}]}\n");
	ck_assert(s.reached[1]);
	ck_assert(!s.reached[2]);
}
END_TEST

#define MAJORITY HEAD \
	"  a: {play: pause, next: [{when: alarm_share > 0.5, to: b}, " \
	"{to: a}]}\n" \
	"  b: {play: race, next: [{when: alarm_share > 0.5, to: b}, " \
	"{to: a}]}\n"
#define BULLY "strategy: s\nstart: b\nstates:\n" \
	"  a: {play: pause, next: [{when: alarms >= 1, to: a}, {to: b}]}\n" \
	"  b: {play: race, next: [{when: alarms >= 1, to: a}, {to: b}]}\n"
#define CHEAT "strategy: s\ndeclares: pause\nstart: a\nstates:\n" \
	"  a: {play: race, next: [{to: a}]}\n"
/* A third as the first of a lot and as the last is cut differently. */
#define LOT(one, other) HEAD "  a: {play: pause, next: [{to: {" one ", " \
	other "}}]}\n  b: {play: race, next: [{to: {" other ", " one "}}]}\n"

/* With two, one other is all others; with five it is a quarter of them. What
 * is declared counts, and so does the first move. */
START_TEST(machines_are_compared_by_what_they_do)
{
	ck_assert_int_eq(compare(DOUBLE, BUILD_TIT_FOR_TAT), DT_STUDY_LIKE);
	ck_assert_int_eq(compare(MAJORITY, BUILD_TIT_FOR_TAT),
	    DT_STUDY_LIKE_OF_TWO);
	ck_assert_int_eq(compare(BUILD_GRIM, BUILD_TIT_FOR_TAT),
	    DT_STUDY_OTHER);
	ck_assert_int_eq(compare(BULLY, BUILD_TIT_FOR_TAT), DT_STUDY_OTHER);
	ck_assert_int_eq(compare(CHEAT, BUILD_RACE), DT_STUDY_OTHER);
	ck_assert_int_eq(compare(LOT("a: 1/3", "b: 2/3"),
	    LOT("b: 2/3", "a: 1/3")), DT_STUDY_LIKE);
	ck_assert_int_eq(compare(LOT("a: 1/3", "b: 2/3"),
	    LOT("a: 0.3333", "b: 0.6667")), DT_STUDY_OTHER);
}
END_TEST

#define OF_TERMS HEAD \
	"  a: {play: pause, next: [{when: detection >= 0.3, to: a}, " \
	"{to: b}]}\n  b: {play: race, next: [{to: b}]}\n"

/* Without detection it leaves its pause; under a treaty that detects it never
 * does: neither its states nor its likes can be told from the text alone. */
START_TEST(of_what_looks_at_terms_nothing_is_said)
{
	struct dt_study s = study(OF_TERMS);
	struct dt_faults faults = { .arena = &b.arena };
	ck_assert(s.of_terms);
	dt_study_warn(&s, &faults);
	ck_assert_uint_eq(faults.n_warnings, 0);
	ck_assert_int_eq(compare(OF_TERMS, OF_TERMS), DT_STUDY_OTHER);
}
END_TEST

static const struct {
	const char *yaml;
	bool pause, race, returns;
	size_t rounds;
} slips[] = {
	/* The slip is answered for ever. */
	{ BUILD_GRIM, true, false, false, 0 },
	/* PR, RP, PR, ... */
	{ BUILD_TIT_FOR_TAT, true, false, false, 0 },
	/* Both race in the next round, and pause after it. */
	{ BUILD_WIN_STAY, true, false, true, 1 },
	{ BUILD_PAUSE, true, false, true, 0 },
	{ BUILD_RACE, false, true, true, 0 },
	/* Both hold out for two rounds each after any alarm. */
	{ HEAD "  a: {play: pause, next: [{when: alarms >= 1, to: b}, "
	    "{to: a}]}\n  b: {play: pause, next: [{to: a}]}\n",
	    true, false, true, 1 },
	/* Mercy by lot: a way back, by both at once or one after the other. */
	{ HEAD "  a: {play: pause, next: [{when: alarms >= 1, to: b}, "
	    "{to: a}]}\n  b: {play: race, next: [{to: {a: 0.1, b: 0.9}}]}\n",
	    true, false, true, 2 },
};

/* The merciful one: the slipper pauses, the other is at war (depth 0). In the
 * next round the slipper sees it race and turns, whatever the other draws;
 * so both at war or one, and from both at war both can draw mercy: 2. */
START_TEST(one_slip_of_two_copies)
{
	struct dt_study s = study(slips[_i].yaml);
	ck_assert_int_eq(s.slip.all_pause, slips[_i].pause);
	ck_assert_int_eq(s.slip.all_race, slips[_i].race);
	ck_assert_int_eq(s.slip.returns, slips[_i].returns);
	if (slips[_i].returns)
		ck_assert_uint_eq(s.slip.rounds, slips[_i].rounds);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("machine");
	TCase *tcase = tcase_create("machine");
	tcase_add_checked_fixture(tcase, start, finish);
	tcase_add_test(tcase, states_that_do_the_same_are_one);
	tcase_add_test(tcase, a_state_that_nothing_leads_to_is_warned_of);
	tcase_add_test(tcase, a_state_for_more_agents_is_reached);
	tcase_add_test(tcase, machines_are_compared_by_what_they_do);
	tcase_add_test(tcase, of_what_looks_at_terms_nothing_is_said);
	tcase_add_loop_test(tcase, one_slip_of_two_copies, 0,
	    (int)(sizeof(slips) / sizeof(slips[0])));
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? 0 : 1;
}
