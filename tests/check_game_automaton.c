/* check_game_automaton: strategies compiled to their tables. */
#include <check.h>
#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "build.h"

static struct build b;
static struct dt_automaton automaton;
static struct dt_view_constants constants;

static void
start(void)
{
	b = (struct build){ .n = 2 };
	constants = (struct dt_view_constants){ .agents = 3,
	    .detection = .5, .fine = 2 };
}

static void
finish(void)
{
	build_free(&b);
}

static void
compile(const char *strategy)
{
	build_must(&b, build_automaton(&b, strategy, &constants, &automaton));
}

/* The step of a state for a number of alarms, all else quiet. */
static size_t
step(size_t state, size_t alarms, bool raced)
{
	return automaton.step[state * automaton.views +
	    dt_view_index(3, alarms, false, raced, false, DT_PHASE_NONE)];
}

/* Two states and the start row, and a step for each of 5*8*3 views. */
START_TEST(tit_for_tat_is_its_table)
{
	compile(BUILD_TIT_FOR_TAT);
	ck_assert_uint_eq(automaton.states, 2);
	ck_assert_uint_eq(automaton.views, 120);
	ck_assert_uint_eq(automaton.n_lotteries, 0);
	ck_assert_uint_eq(automaton.race[0], 0);
	ck_assert_uint_eq(automaton.race[1], UINT64_MAX);
	for (size_t state = 0; state < 2; state++)
		for (size_t alarms = 0; alarms < 3; alarms++)
			ck_assert_uint_eq(step(state, alarms, false),
			    alarms > 0);
	for (size_t v = 0; v < automaton.views; v++)
		ck_assert_uint_eq(automaton.step[2 * automaton.views + v], 0);
}
END_TEST

/* Win-stay, lose-shift pauses after a round in which all did as it did. */
START_TEST(a_rule_may_look_at_the_own_move)
{
	compile(BUILD_WIN_STAY);
	for (size_t state = 0; state < 2; state++) {
		ck_assert_uint_eq(step(state, 0, false), 0);
		ck_assert_uint_eq(step(state, 0, true), 1);
		ck_assert_uint_eq(step(state, 2, false), 1);
		ck_assert_uint_eq(step(state, 2, true), 0);
	}
}
END_TEST

#define ABC(rules) "strategy: abc\nstart: a\nstates:\n" \
	"  a: {play: pause, next: [" rules "]}\n" \
	"  b: {play: {race: 0.25}, next: [{to: b}]}\n" \
	"  c: {play: race, withdraw: yes, next: [{to: c}]}\n"

START_TEST(the_first_rule_that_applies_is_taken)
{
	compile(ABC("{when: alarms >= 2, to: c}, {when: alarms >= 1, to: b},"
	    " {when: alarms >= 2, to: a}, {to: a}"));
	ck_assert_uint_eq(step(0, 0, false), 0);
	ck_assert_uint_eq(step(0, 1, false), 1);
	ck_assert_uint_eq(step(0, 2, false), 2);
}
END_TEST

/* Rules that leave nothing uncovered need no last one without `when`. */
START_TEST(rules_may_cover_everything_by_their_conditions)
{
	compile(ABC("{when: raced, to: b}, {when: not raced, to: c}"));
	ck_assert_uint_eq(step(0, 0, true), 1);
	ck_assert_uint_eq(step(0, 0, false), 2);
}
END_TEST

START_TEST(constants_of_the_terms_choose_rules)
{
	const char *text = ABC("{when: detection < 0.3, to: c}, "
	    "{when: fine >= 2 and others == 2, to: b}, {to: a}");
	compile(text);
	ck_assert_uint_eq(step(0, 0, false), 1);
	constants.detection = .2;
	compile(text);
	ck_assert_uint_eq(step(0, 0, false), 2);
	constants.detection = .5;
	constants.fine = 0;
	compile(text);
	ck_assert_uint_eq(step(0, 0, false), 0);
}
END_TEST

START_TEST(states_carry_their_moves_and_notices)
{
	compile(ABC("{to: b}"));
	ck_assert_uint_eq(automaton.race[1], (uint64_t)1 << 62);
	ck_assert(!automaton.withdraws[1] && automaton.withdraws[2]);
	ck_assert(!automaton.deceives);
	compile("strategy: d\ndeclares: pause\nstart: a\nstates:\n"
	    "  a: {play: {race: 1}, next: [{to: a}]}\n");
	ck_assert(automaton.deceives);
	ck_assert_uint_eq(automaton.race[0], UINT64_MAX);
}
END_TEST

#define START(rules) "strategy: s\nstart: " rules "\nstates:\n" \
	"  a: {play: pause, next: [{to: a}]}\n" \
	"  b: {play: race, next: [{to: b}]}\n"

START_TEST(the_start_may_depend_on_the_treaty)
{
	compile(START("[{when: in_force and party, to: a}, {to: b}]"));
	const uint16_t *row = automaton.step + 2 * automaton.views;
	ck_assert_uint_eq(row[dt_view_index(3, 0, false, false, true,
	    DT_PHASE_IN_FORCE)], 0);
	ck_assert_uint_eq(row[dt_view_index(3, 0, false, false, false,
	    DT_PHASE_IN_FORCE)], 1);
	ck_assert_uint_eq(row[dt_view_index(3, 0, false, false, true,
	    DT_PHASE_OPEN)], 1);
}
END_TEST

static const struct {
	const char *start;
	double chance;          /* of a */
} lotteries[] = {
	{ START("{a: 1/3, b: 2/3}"), 1. / 3 },
	{ START("{b: 0.1, a: 0.9}"), .9 },
	{ START("{a: 0, b: 1}"), 0 },
	{ START("{a: 1, b: 0}"), 1 },
	{ START("{b: 0, a: 1}"), 1 },
};

/* A lottery of chance c over n draws: standard error sqrt(c (1-c) / n). */
START_TEST(lotteries_have_their_chances)
{
	enum { DRAWS = 200000 };
	double c = lotteries[_i].chance, hits = 0;
	struct dt_random random;
	dt_random_stream(&random, 3, 0, 0, DT_FOR_START);
	compile(lotteries[_i].start);
	ck_assert_uint_eq(automaton.n_lotteries, 1);
	for (int i = 0; i < DRAWS; i++)
		hits += dt_automaton_next(&automaton, 2, 0, &random) == 0;
	ck_assert_double_eq_tol(hits / DRAWS, c,
	    4 * sqrt(c * (1 - c) / DRAWS) + 1e-15);
}
END_TEST

/* A step that is a state draws nothing, a lottery one word. */
START_TEST(only_lotteries_draw)
{
	struct dt_random random = { { 1, 2, 3, 4 } }, before = random;
	compile(START("{a: 1/2, b: 1/2}"));
	dt_automaton_next(&automaton, 0, 0, &random);
	ck_assert_mem_eq(&random, &before, sizeof(random));
	dt_automaton_next(&automaton, 2, 0, &random);
	dt_random_word(&before);
	ck_assert_mem_eq(&random, &before, sizeof(random));
}
END_TEST

START_TEST(memory_may_run_out_anywhere)
{
	struct dt_strategy *text = build_read(&b, &dt_strategy_schema,
	    ABC("{when: alarms >= 1, to: {b: 0.5, c: 0.5}}, {to: a}"));
	enum dt_status status = DT_ENOMEM;
	for (long after = 0; status != DT_OK; after++) {
		struct dt_arena arena = { 0 };
		dt_memory_fail_after(after);
		status = dt_automaton_compile(text, &constants, &arena,
		    &automaton, &b.faults, &b.error);
		dt_memory_fail_after(-1);
		ck_assert(status == DT_OK || status == DT_ENOMEM);
		dt_arena_free(&arena);
	}
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("automaton");
	TCase *t = tcase_create("automaton");
	tcase_add_checked_fixture(t, start, finish);
	tcase_add_test(t, tit_for_tat_is_its_table);
	tcase_add_test(t, a_rule_may_look_at_the_own_move);
	tcase_add_test(t, the_first_rule_that_applies_is_taken);
	tcase_add_test(t, rules_may_cover_everything_by_their_conditions);
	tcase_add_test(t, constants_of_the_terms_choose_rules);
	tcase_add_test(t, states_carry_their_moves_and_notices);
	tcase_add_test(t, the_start_may_depend_on_the_treaty);
	tcase_add_loop_test(t, lotteries_have_their_chances, 0, 5);
	tcase_add_test(t, only_lotteries_draw);
	tcase_add_test(t, memory_may_run_out_anywhere);
	suite_add_tcase(suite, t);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
