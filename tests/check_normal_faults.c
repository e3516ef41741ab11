/* check_normal_faults: what .nfg texts may not say, and where it is told. */
#include <check.h>
#include <stdlib.h>
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

static const struct {
	const char *text;
	size_t line, column;
	const char *message, *help;
} wrong[] = {
	{ "", 1, 1, "the text ends where NFG should be", "a game begins" },
	{ "EFG 2 R", 1, 1, "not 'EFG'", "game tree" },
	{ "NFG 2 R", 1, 5, "expected version 1, not '2'", NULL },
	{ "NFG 1 Q", 1, 7, "expected R or D, not 'Q'", NULL },
	{ "NFG 1 R {", 1, 9, "expected a title in quotes, not '{'", NULL },
	{ "NFG 1 R \"t\n{ a }", 1, 9, "never ends", "put a \"" },
	{ "NFG 1 R \"t\" { }", 1, 15, "a player's name", "one player" },
	{ "NFG 1 R \"t\"\n{ ann }", 2, 3, "not 'ann'", "{ \"one\"" },
	{ "NFG 1 R \"t\" { \"a\"", 1, 18, "the text ends where", NULL },
	{ HEAD, 1, 24, "the text ends where '{' and the strategies", NULL },
	{ HEAD "{ 2 }", 1, 29, "not '}'", "every player" },
	{ HEAD "{ 2 2 2 } 1", 1, 31, "expected '}'", NULL },
	{ HEAD "{ 2 x }", 1, 29, "a finite number, not 'x'", NULL },
	{ HEAD "{ 2 1.5 }", 1, 29, "a whole number of strategies", NULL },
	{ HEAD "{ 2 -1 }", 1, 29, "a whole number of strategies", NULL },
	{ HEAD "{ 2 0 }", 1, 29, "player 2 has no strategy", NULL },
	{ HEAD "{ { } { \"x\" } }", 1, 27, "player 1 has no strategy", NULL },
	{ HEAD "{ { \"x\" } }", 1, 35, "expected '{'", NULL },
	{ HEAD "{ { x } }", 1, 29, "a strategy in quotes", NULL },
	{ HEAD "{ 2 2 }", 1, 32, "after 0 of 8 payoffs", NULL },
	{ HEAD "{ 2 2 }\n1 2\n3\n", 3, 2, "after 3 of 8 payoffs", NULL },
	{ HEAD "{ 1 1 }\n1 2\n3\n", 3, 1, "the text goes on", NULL },
	{ HEAD "{ 1 1 } nan 1", 1, 33, "a finite number, not 'nan'", NULL },
	{ HEAD "{ 1 1 } -inf 1", 1, 33, "a finite number", NULL },
	{ HEAD "{ 1 1 } 1e999 1", 1, 33, "a finite number", NULL },
	{ HEAD "{ 1 1 } 1/0 1", 1, 33, "a finite number", NULL },
	{ HEAD "{ 1 1 } 0x10 1", 1, 33, "a finite number", NULL },
	{ HEAD "{ 1 1 } 5% 1", 1, 33, "not '5%'", "0.05" },
	{ HEAD "{ 1 1 } 1, 1", 1, 34, "a number, not ','", "a point" },
	{ HEAD "{ 1 1 } { } 0", 1, 0, NULL, NULL },
	{ HEAD "{ 1 1 } { } 1", 1, 37, "no outcome 1, only 0 to 0", "0 st" },
	{ HEAD "{ 1 1 } { } 0.5", 1, 37, "no outcome 0.5", NULL },
	{ HEAD "{ 1 1 } { } 99999999999999999999", 1, 37, "no outcome", NULL },
	{ HEAD "{ 1 1 } { } 0 0", 1, 39, "the text goes on", NULL },
	{ HEAD "{ 1 2 } { } 0", 1, 38, "after 1 of 2 profiles", NULL },
	{ HEAD "{ 1 1 } { { 1 1 } } 1", 1, 37, "an outcome's name", NULL },
	{ HEAD "{ 1 1 } { { \"\" 1 } } 1", 1, 42, "a number, not '}'", NULL },
	{ HEAD "{ 1 1 } { { \"\" 1 2 3 } } 1", 1, 44, "expected '}'", NULL },
	{ HEAD "{ 1 1 } { { \"\" 1 2 } 1", 1, 46, "an outcome in br", NULL },
	{ "NFG 1 R \"\xc3\xa9\xc3\xa9\" x", 1, 14, "not 'x'", NULL },
};
enum { WRONG = sizeof(wrong) / sizeof(wrong[0]) };

/* Columns are those that an editor shows: HEAD has 24 characters; a two-byte
 * letter is one. A fault's message may be empty: then the text is right. */
START_TEST(the_first_fault_is_found_at_its_place)
{
	enum dt_status status = read_n(wrong[_i].text, strlen(wrong[_i].text));
	if (wrong[_i].message == NULL) {
		ck_assert_int_eq(status, DT_OK);
		return;
	}
	const struct dt_fault *fault = &faults.list[0];
	ck_assert_int_eq(status, DT_EINPUT);
	ck_assert_uint_eq(faults.total, 1);
	ck_assert_msg(strstr(fault->message, wrong[_i].message) != NULL,
	    "%s: %s", wrong[_i].text, fault->message);
	ck_assert_msg(fault->at.line == wrong[_i].line &&
	    fault->at.column == wrong[_i].column, "%s: at %zu:%zu",
	    wrong[_i].text, fault->at.line, fault->at.column);
	if (wrong[_i].help != NULL) {
		ck_assert_ptr_nonnull(fault->help);
		ck_assert_msg(strstr(fault->help, wrong[_i].help) != NULL,
		    "%s", fault->help);
	}
}
END_TEST

/* Memory follows the text, not what the file claims: the arena doubles from
 * 4 KiB, so that two blocks are 12 KiB. */
START_TEST(sizes_are_checked_before_allocating)
{
	static const char *const texts[] = {
		HEAD "{ 1000000000 1 } 1",
		HEAD "{ 8388609 1 } 1",
		HEAD "{ 4294967296 4294967296 } 1",
		HEAD "{ 9223372036854775807 2 } 1",
		HEAD "{ 99999999999999999999 2 } 1",
		HEAD "{ 100 80000 } 1 2 3",
		"NFG 1 R \"t\" { \"a\" } { 16777216 } 1 2 3",
		HEAD "{ 100 80000 } { { \"x\" 1 2 } } 1 1 1",
	};
	dt_memory_fail_after(-1);
	ck_assert_int_eq(read_n(texts[_i], strlen(texts[_i])), DT_EINPUT);
	ck_assert_uint_eq(faults.total, 1);
	ck_assert_int_le(dt_memory_fail_after(-1), 2);
}
END_TEST

START_TEST(a_game_has_at_most_64_players)
{
	struct dt_text text = { 0 };
	for (int players = 64; players <= 65; players++) {
		dt_text_free(&text);
		text = (struct dt_text){ 0 };
		dt_text_add(&text, "NFG 1 R \"t\" {");
		for (int i = 0; i < players; i++)
			dt_text_add(&text, "\"p\"");
		dt_text_add(&text, "} {");
		for (int i = 0; i < players; i++)
			dt_text_add(&text, "1 ");
		dt_text_add(&text, "} { } 0");
		ck_assert_int_eq(read_n(text.bytes, text.size),
		    players == 64 ? DT_OK : DT_EINPUT);
	}
	dt_text_free(&text);
}
END_TEST

/* Up to the last number, which is one digit, every part of a text lacks
 * something. A copy of the exact size lets the sanitizer see overreading. */
START_TEST(a_text_that_is_cut_off_is_refused)
{
	const char *texts[] = { payoff_form, outcome_form };
	size_t whole = strlen(texts[_i]) - 1;
	for (size_t n = 0; n < whole; n++) {
		char *part = malloc(n + 1);
		memcpy(part, texts[_i], n);
		part[n] = '\0';
		ck_assert_int_eq(read_n(part, n), DT_EINPUT);
		ck_assert_uint_eq(faults.total, 1);
		free(part);
		dt_arena_free(&arena);
	}
}
END_TEST

START_TEST(no_changed_byte_does_harm)
{
	static const char bytes[] = "\0{}\",\\ \n0-/e.9\xff\xc3";
	const char *texts[] = { payoff_form, outcome_form };
	size_t n = strlen(texts[_i]);
	char *copy = malloc(n + 1);
	for (size_t at = 0; at < n; at++)
		for (size_t b = 0; b < sizeof(bytes); b++) {
			memcpy(copy, texts[_i], n + 1);
			copy[at] = bytes[b];
			enum dt_status status = read_n(copy, n);
			ck_assert(status == DT_OK || status == DT_EINPUT);
			ck_assert_uint_eq(faults.total, status != DT_OK);
			dt_arena_free(&arena);
		}
	free(copy);
}
END_TEST

static TCase *
cases(void)
{
	TCase *t = tcase_create("normal faults");
	tcase_add_checked_fixture(t, start, finish);
	tcase_add_loop_test(t, the_first_fault_is_found_at_its_place, 0,
	    WRONG);
	tcase_add_loop_test(t, sizes_are_checked_before_allocating, 0, 8);
	tcase_add_test(t, a_game_has_at_most_64_players);
	tcase_add_loop_test(t, a_text_that_is_cut_off_is_refused, 0, 2);
	tcase_add_loop_test(t, no_changed_byte_does_harm, 0, 2);
	return t;
}

int
main(void)
{
	Suite *suite = suite_create("normal faults");
	suite_add_tcase(suite, cases());
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
