/* check_normal: reading and printing of .nfg games. */
#include <check.h>
#include <string.h>

#include "base/memory.h"
#include "game/normal.h"

static struct dt_arena arena;
static struct dt_faults faults;
static struct dt_error error;
static struct dt_normal game;
static struct dt_source source;

static void
start(void)
{
	faults = (struct dt_faults){ .arena = &arena };
}

static void
finish(void)
{
	dt_arena_free(&arena);
}

static enum dt_status
read_n(const char *text, size_t n)
{
	source = (struct dt_source){ "game.nfg", text, n };
	faults = (struct dt_faults){ .arena = &arena };
	return dt_normal_read(&arena, &source, &game, &faults, &error);
}

static void
must_read(const char *text)
{
	ck_assert_int_eq(read_n(text, strlen(text)), DT_OK);
	ck_assert_uint_eq(faults.total, 0);
}

#define HEAD "NFG 1 R \"t\" { \"a\" \"b\" } "

static const char payoff_form[] =
    "NFG 1 R \"Stag hunt\" { \"Ann\" \"Bob\" }\n"
    "{ { \"stag\" \"hare\" } { \"stag\" \"hare\" \"sleep\" } }\n"
    "\"after Rousseau\"\n\n"
    "4 4 3 0 0 3 2 2 1/3 -.5 0 0\n";

static const char outcome_form[] =
    "NFG 1 D \"Stag hunt\" { \"Ann\" \"Bob\" }\n"
    "{ { \"stag\" \"hare\" }\n{ \"stag\" \"hare\" \"sleep\" }\n}\n"
    "\"after Rousseau\"\n"
    "{\n{ \"both\" 4, 4 }\n{ \"\" 3 0 }\n{ \"\" 0, 3 }\n"
    "{ \"hares\" 2, 2 }\n{ \"odd\" 1/3, -.5 }\n}\n"
    "1 2 3 4 5 0\n";

/* Profile number = Ann's strategy + 2 * Bob's: the second profile is (hare,
 * stag), the fifth (stag, sleep). */
static void
expect_stag_hunt(void)
{
	static const double payoffs[] = {
		4, 4, 3, 0, 0, 3, 2, 2, 1. / 3, -.5, 0, 0
	};
	ck_assert_uint_eq(game.players, 2);
	ck_assert_uint_eq(game.profiles, 6);
	ck_assert_uint_eq(game.strategies[0], 2);
	ck_assert_uint_eq(game.strategies[1], 3);
	ck_assert_str_eq(game.title, "Stag hunt");
	ck_assert_str_eq(game.comment, "after Rousseau");
	ck_assert_str_eq(game.names[1], "Bob");
	ck_assert_str_eq(game.labels[1][2], "sleep");
	ck_assert_str_eq(game.written[8], "1/3");
	ck_assert_str_eq(game.written[9], "-.5");
	ck_assert_str_eq(game.written[10], "0");
	for (size_t i = 0; i < 12; i++)
		ck_assert_double_eq(game.payoffs[i], payoffs[i]);
}

/* The same game written as payoffs and as outcomes, of which 0 is the one
 * that pays nothing. */
START_TEST(both_forms_give_the_same_game)
{
	must_read(payoff_form);
	expect_stag_hunt();
	must_read(outcome_form);
	expect_stag_hunt();
}
END_TEST

/* 40 outcomes that pay 1 to 40, in falling order. */
START_TEST(there_may_be_many_outcomes)
{
	struct dt_text text = { 0 };
	dt_text_add(&text, "NFG 1 R \"t\" { \"a\" } { 40 } {");
	for (int i = 1; i <= 40; i++)
		dt_text_add(&text, "{ \"\" %d }", i);
	dt_text_add(&text, "}");
	for (int i = 40; i >= 1; i--)
		dt_text_add(&text, " %d", i);
	must_read(dt_text_string(&text));
	for (int i = 0; i < 40; i++)
		ck_assert_double_eq(game.payoffs[i], 40 - i);
	ck_assert_str_eq(game.written[0], "40");
	dt_text_free(&text);
}
END_TEST

START_TEST(strategies_that_are_counted_are_named_by_number)
{
	must_read(HEAD "{ 1 3 } 1 2 3 4 5 6");
	ck_assert_uint_eq(game.profiles, 3);
	ck_assert_str_eq(game.labels[0][0], "1");
	ck_assert_str_eq(game.labels[1][2], "3");
	ck_assert_str_eq(game.comment, "");
	ck_assert_double_eq(game.payoffs[5], 6);
}
END_TEST

START_TEST(numbers_may_be_decimals_exponents_and_fractions)
{
	must_read(HEAD "{2 2} 1/3 -7/2 .25 5. +3 007 -2.5e-1 1E2");
	static const double values[] = {
		1. / 3, -3.5, .25, 5, 3, 7, -.25, 100
	};
	static const char *const written[] = {
		"1/3", "-7/2", ".25", "5", "3", "7", "-2.5e-1", "1E2"
	};
	for (size_t i = 0; i < 8; i++) {
		ck_assert_double_eq(game.payoffs[i], values[i]);
		ck_assert_str_eq(game.written[i], written[i]);
	}
}
END_TEST

START_TEST(white_space_is_free)
{
	must_read("\xef\xbb\xbfNFG\t1\r\nR\"t\"{\"a\"\n\n\"b\"}{1\v2}\"c\"1 2"
	    "\r\n\f3\n4");
	ck_assert_str_eq(game.comment, "c");
	ck_assert_double_eq(game.payoffs[3], 4);
	must_read("NFG 1 R \"t\"{\"a\"}{{\"x\"\"y\"}}{{\"o\"1}{\"\"2,}}2 1");
	ck_assert_double_eq(game.payoffs[0], 2);
	ck_assert_double_eq(game.payoffs[1], 1);
}
END_TEST

/* Within quotes \" is a quote and \\ a backslash; any other backslash is
 * itself, as in Gambit; a line may end there. */
START_TEST(quoted_names_have_escapes)
{
	must_read("NFG 1 R \"say \\\"no\\\"\" { \"a\\\\\" \"b\\n\" }\n"
	    "{ { \"{,}\" } { \"two\nlines\" } } 1 2");
	ck_assert_str_eq(game.title, "say \"no\"");
	ck_assert_str_eq(game.names[0], "a\\");
	ck_assert_str_eq(game.names[1], "b\\n");
	ck_assert_str_eq(game.labels[0][0], "{,}");
	ck_assert_str_eq(game.labels[1][0], "two\nlines");
}
END_TEST

static void
expect_same(const struct dt_normal *a, const struct dt_normal *b)
{
	ck_assert_str_eq(a->title, b->title);
	ck_assert_str_eq(a->comment, b->comment);
	ck_assert_uint_eq(a->players, b->players);
	ck_assert_uint_eq(a->profiles, b->profiles);
	for (size_t i = 0; i < a->players; i++) {
		ck_assert_str_eq(a->names[i], b->names[i]);
		ck_assert_uint_eq(a->strategies[i], b->strategies[i]);
		for (size_t j = 0; j < a->strategies[i]; j++)
			ck_assert_str_eq(a->labels[i][j], b->labels[i][j]);
	}
	for (size_t i = 0; i < a->profiles * a->players; i++) {
		ck_assert_double_eq(a->payoffs[i], b->payoffs[i]);
		ck_assert_str_eq(a->written[i], b->written[i]);
	}
}

START_TEST(printing_and_reading_are_inverse)
{
	static const char *const texts[] = {
		payoff_form, outcome_form,
		"NFG 1 R \"\\\"\\\\\" {\"\"} {{\"\\\\\\\"\"}} \"\n\" -1/3",
		"NFG 1 R \"\" {\"a\" \"b\" \"c\"} {1 2 2} 1 2 3 4 5 6 7 8 9 "
		"1e-300 11 -0",
	};
	struct dt_text text = { 0 };
	must_read(texts[_i]);
	struct dt_normal first = game;
	dt_normal_print(&first, &text);
	must_read(dt_text_string(&text));
	expect_same(&first, &game);
	dt_text_free(&text);
}
END_TEST

/* A game made by a program has numbers only; 0.1 prints as 0.1. */
START_TEST(a_game_without_written_numbers_prints)
{
	struct dt_text text = { 0 };
	double payoffs[] = { .1, -2 };
	must_read("NFG 1 R \"t\" { \"a\" } { 2 } 0 0");
	game.payoffs = payoffs;
	game.written = NULL;
	dt_normal_print(&game, &text);
	ck_assert_str_eq(dt_text_string(&text), "NFG 1 R \"t\" { \"a\" }\n\n"
	    "{ { \"1\" \"2\" }\n}\n\"\"\n\n0.1\n-2\n");
	dt_text_free(&text);
}
END_TEST

START_TEST(memory_may_run_out_anywhere)
{
	const char *texts[] = { payoff_form, outcome_form };
	enum dt_status status = DT_ENOMEM;
	for (long after = 0; status != DT_OK; after++) {
		dt_arena_free(&arena);
		dt_memory_fail_after(after);
		status = read_n(texts[_i], strlen(texts[_i]));
		dt_memory_fail_after(-1);
		ck_assert(status == DT_OK || status == DT_ENOMEM);
	}
}
END_TEST

static TCase *
cases(void)
{
	TCase *t = tcase_create("normal");
	tcase_add_checked_fixture(t, start, finish);
	tcase_add_test(t, both_forms_give_the_same_game);
	tcase_add_test(t, there_may_be_many_outcomes);
	tcase_add_test(t, strategies_that_are_counted_are_named_by_number);
	tcase_add_test(t, numbers_may_be_decimals_exponents_and_fractions);
	tcase_add_test(t, white_space_is_free);
	tcase_add_test(t, quoted_names_have_escapes);
	tcase_add_loop_test(t, printing_and_reading_are_inverse, 0, 4);
	tcase_add_test(t, a_game_without_written_numbers_prints);
	tcase_add_loop_test(t, memory_may_run_out_anywhere, 0, 2);
	return t;
}

int
main(void)
{
	Suite *suite = suite_create("normal");
	suite_add_tcase(suite, cases());
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
