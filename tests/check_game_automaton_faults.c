/* check_game_automaton_faults: what strategies may not say. */
#include <check.h>
#include <string.h>

#include "build.h"

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

static enum dt_status
compile(const char *strategy)
{
	struct dt_view_constants constants = { .agents = 3 };
	struct dt_automaton automaton;
	return build_automaton(&b, strategy, &constants, &automaton);
}

/* Line 4 is the state's: what it plays begins at column 17, the first rule
 * behind a word of five letters at column 31. */
#define STATE(play, rules) "strategy: s\nstart: trust\nstates:\n" \
	"  trust: {play: " play ", next: [" rules "]}\n" \
	"  war: {play: race, next: [{to: war}]}\n"
#define RULE(rule) STATE("pause", rule)
#define START(start) "strategy: s\nstart: " start "\nstates:\n" \
	"  trust: {play: pause, next: [{to: trust}]}\n"

static const struct {
	const char *text;
	size_t line, column;
	const char *message, *help;
} wrong[] = {
	{ RULE("{to: trst}"), 4, 36, "there is no state 'trst'", "'trust'" },
	{ RULE("{to: {trust: 0.5, wr: 0.5}}"), 4, 49,
	  "there is no state 'wr'", NULL },
	{ RULE("{to: {trust: 2, war: -1}}"), 4, 44, "'2' is not a chance",
	  "from 0 to 1" },
	{ RULE("{to: {trust: '1'}}"), 4, 44, "'1' is not a chance", NULL },
	{ RULE("{to: {trust: much}}"), 4, 44, "'much' is not a ch", NULL },
	{ RULE("{to: {trust: [1]}}"), 4, 44, "this is not a ch", NULL },
	{ RULE("{to: {trust: 0.5, war: 0.4}}"), 4, 36, "add up to 0.9",
	  "add up to 1" },
	{ RULE("{to: {}}"), 4, 36, "add up to 0", NULL },
	{ RULE("{to: [trust, war]}"), 4, 36, "no next state", "1/3" },
	{ RULE("{when: alarms > 1, to: war}"), 4, 24, "do not cover",
	  "no `when`" },
	{ RULE("{when: alarm > 1, to: war}, {to: war}"), 4, 38,
	  "'alarm' is not", "'alarms'" },
	{ RULE("{when: \"raced, alarms > 1\", to: war}"), 4, 39,
	  "'raced,' is not", NULL },
	{ STATE("stop", "{to: war}"), 4, 17, "this is no move", "race: 0.3" },
	{ STATE("{pause: 0.3}", "{to: war}"), 4, 17, "no move", NULL },
	{ STATE("{race: 0.3, pause: 1}", "{to: war}"), 4, 17, "no move",
	  NULL },
	{ STATE("[race]", "{to: war}"), 4, 17, "no move", NULL },
	{ STATE("{race: 1.5}", "{to: war}"), 4, 24, "'1.5' is not a chance",
	  NULL },
	{ START("trst"), 2, 8, "there is no state 'trst'", "'trust'" },
	{ START("{trust: 0.9}"), 2, 8, "add up to 0.9", NULL },
	{ START("[{when: in_force, to: trust}]"), 2, 8, "do not cover",
	  NULL },
	{ START("[{when: force, to: trust}, {to: trust}]"), 2, 16,
	  "'force' is not", NULL },
	{ START("[{too: trust}]"), 2, 10, "too", NULL },
	{ START("[trust]"), 2, 9, "", NULL },
};
enum { WRONG = sizeof(wrong) / sizeof(wrong[0]) };

START_TEST(faults_have_their_place)
{
	ck_assert_int_eq(compile(wrong[_i].text), DT_EINPUT);
	const struct dt_fault *fault = &b.faults.list[0];
	ck_assert_msg(strstr(fault->message, wrong[_i].message) != NULL,
	    "%s: %s", wrong[_i].text, fault->message);
	ck_assert_msg(fault->at.line == wrong[_i].line &&
	    fault->at.column == wrong[_i].column, "%s: %zu:%zu: %s",
	    wrong[_i].text, fault->at.line, fault->at.column,
	    fault->message);
	if (wrong[_i].help != NULL) {
		ck_assert_ptr_nonnull(fault->help);
		ck_assert_ptr_nonnull(strstr(fault->help, wrong[_i].help));
	}
}
END_TEST

START_TEST(all_faults_are_found_at_once)
{
	ck_assert_int_eq(compile("strategy: s\nstart: a\nstates:\n"
	    "  trust: {play: stop, next: [{when: alrms > 1, to: trst}, "
	    "{to: wr}]}\n"
	    "  war: {play: race, next: [{to: {war: 0.9}}]}\n"), DT_EINPUT);
	ck_assert_uint_eq(b.faults.total, 6);
}
END_TEST

/* 64 states with 64 lotteries each are the 4096 that a table has room for;
 * the start's is one more. */
START_TEST(there_may_be_4096_mixed_steps)
{
	for (int more = 0; more < 2; more++) {
		struct dt_text text = { 0 };
		dt_text_add(&text, "strategy: s\nstart: %s\nstates:\n",
		    more ? "{s0: 0.5, s1: 0.5}" : "s0");
		for (int i = 0; i < 64; i++) {
			dt_text_add(&text, "  s%d: {play: race, next: [", i);
			for (int k = 0; k < 64; k++)
				dt_text_add(&text, "%s{to: {s0: 0.5, s1: 0.5}"
				    "}", k ? ", " : "");
			dt_text_add(&text, "]}\n");
		}
		ck_assert_int_eq(compile(text.bytes),
		    more ? DT_EINPUT : DT_OK);
		dt_text_free(&text);
	}
	ck_assert_ptr_nonnull(strstr(b.faults.list[0].message,
	    "more than 4096 mixed steps"));
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("automaton faults");
	TCase *t = tcase_create("automaton faults");
	tcase_add_checked_fixture(t, start, finish);
	tcase_add_loop_test(t, faults_have_their_place, 0, WRONG);
	tcase_add_test(t, all_faults_are_found_at_once);
	tcase_add_test(t, there_may_be_4096_mixed_steps);
	suite_add_tcase(suite, t);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
