/* check_lesson: lessons, their translations, their games, and how people sit. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "catalogue/lesson.h"

static struct dt_arena arena;
static struct dt_catalogue catalogue;

static void
open_catalogue(void)
{
	static const char *brought[2];
	const char *source = getenv("srcdir");
	brought[0] = source != NULL ? source : "..";
	struct dt_error err;
	ck_assert_int_eq(dt_catalogue_open(&catalogue, &arena, NULL, brought,
	    &err), DT_OK);
}

static void
close_catalogue(void)
{
	dt_arena_free(&arena);
}

static struct dt_lesson
read_lesson(const char *name)
{
	struct dt_lesson lesson;
	struct dt_faults faults = { .arena = &arena };
	struct dt_error err = { 0 };
	ck_assert_msg(dt_lesson_read(&catalogue, name, &lesson, &faults,
	    &err) == DT_OK, "%s: %s %s", name, err.message,
	    faults.n ? faults.list[0].message : "");
	return lesson;
}

/* Writes a lesson and returns the first fault of it; "": there is none. */
static const char *
first_fault(const char *text)
{
	struct dt_lesson lesson;
	struct dt_faults faults = { .arena = &arena };
	struct dt_error err = { 0 };
	FILE *file = fopen("check_lesson.yaml", "w");
	ck_assert_ptr_nonnull(file);
	fputs(text, file);
	fclose(file);
	enum dt_status status = dt_lesson_read(&catalogue,
	    "./check_lesson.yaml", &lesson, &faults, &err);
	remove("check_lesson.yaml");
	return status == DT_OK ? "" : faults.n > 0 ? faults.list[0].message :
	    "no fault";
}

#define BLOCK "blocks: {one: {title: One}}\n"
#define HEAD "lesson: l\ntitle: L\nscenario: two-labs\n"

START_TEST(what_cannot_be_played_is_refused)
{
	ck_assert_str_eq(first_fault(HEAD BLOCK), "");
	ck_assert_ptr_nonnull(strstr(first_fault(HEAD
	    "blocks: {one: {title: One, treaty: nowhere}}\n"), "nowhere"));
	ck_assert_ptr_nonnull(strstr(first_fault(HEAD
	    "blocks: {one: {title: One, set: {noise.slipp: 0.1}}}\n"),
	    "slipp"));
	ck_assert_ptr_nonnull(strstr(first_fault(HEAD
	    "blocks: {one: {title: One, set: {noise.slip: [1]}}}\n"),
	    "as texts"));
	ck_assert_ptr_nonnull(strstr(first_fault(HEAD
	    "blocks: {one: {title: One}, two: {title: Two, scenario: "
	    "four-labs}}\n"), "not those of the first block"));
	ck_assert_ptr_nonnull(strstr(first_fault(HEAD
	    "agents: {lab-9: {title: Nine}}\n" BLOCK), "no agent 'lab-9'"));
	ck_assert_ptr_nonnull(strstr(first_fault(HEAD
	    "blocks: {one: {title: One, quiz: [{question: Q, answers: [a, b],"
	    " right: 3}]}}\n"), "only 2 answers"));
	ck_assert_ptr_nonnull(strstr(first_fault(HEAD
	    "blocks: {one: {title: One, treaty: pair-halt, clauses: {c: "
	    "{title: C, key: monitoring.miss, values: [0, 2], labels: [a, b]}"
	    "}}}\n"), "2 is over the largest value 1"));
	ck_assert_ptr_nonnull(strstr(first_fault(HEAD
	    "blocks: {one: {title: One, treaty: pair-halt, clauses: {c: "
	    "{title: C, key: monitoring.miss, values: [0, 1], labels: "
	    "[a, b, c]}}}}\n"), "3 labels for 2 values"));
	ck_assert_str_eq(first_fault(HEAD
	    "blocks: {one: {title: One, trips: 2}}\n"), "");
	ck_assert_ptr_nonnull(strstr(first_fault(HEAD
	    "blocks: {one: {title: One, trips: 3}}\n"), "over the largest"));
}
END_TEST

/* A translation says all that the lesson says in letters, and no more. */
START_TEST(a_translation_is_whole_or_refused)
{
	ck_assert_str_eq(first_fault(HEAD BLOCK
	    "translations: {de: {title: L, blocks: {one: {title: Eins}}}}\n"),
	    "");
	ck_assert_str_eq(first_fault(HEAD BLOCK
	    "translations: {de: {title: L}}\n"),
	    "'de' has no translation of this");
	ck_assert_str_eq(first_fault(HEAD BLOCK
	    "translations: {de: {title: L, blocks: {one: {title: Eins}, two: "
	    "{title: Zwei}}}}\n"),
	    "'de' translates what the lesson does not say");
	ck_assert_str_eq(first_fault(HEAD BLOCK
	    "translations: {de: {title: L, scenario: x, blocks: {one: {title: "
	    "Eins}}}}\n"), "'de' translates what is no text");
	ck_assert_str_eq(first_fault(HEAD BLOCK
	    "translations: {de: {title: [L], blocks: {one: {title: Eins}}}}\n"),
	    "'de' has another shape than the lesson");
	ck_assert_str_eq(first_fault(HEAD BLOCK "translations: [de]\n"),
	    "'translations' takes a map from languages to texts");
}
END_TEST

static const char *const shipped[] = { "pause-and-race", "fifteen-minutes",
    "treaty-lab", "labs-and-nations" };
enum { SHIPPED = sizeof(shipped) / sizeof(shipped[0]) };

/* The shipped ones can be played, and speak English and German. */
START_TEST(shipped_lessons_are_whole)
{
	struct dt_lesson lesson = read_lesson(shipped[_i]);
	const struct dt_lesson_block *b = lesson.blocks.items;
	ck_assert_str_eq(lesson.languages[0], "en");
	ck_assert_str_eq(lesson.languages[1], "de");
	ck_assert_ptr_null(lesson.languages[2]);
	ck_assert_uint_ge(lesson.blocks.n, 2);
	for (size_t k = 0; k < lesson.blocks.n; k++) {
		ck_assert_str_ne(dt_lesson_in(&lesson, "de", b[k].text),
		    b[k].text);
		ck_assert_str_eq(dt_lesson_in(&lesson, "en", b[k].text),
		    b[k].text);
		ck_assert_uint_gt(b[k].sheet.say.n, 0);
	}
	ck_assert_str_eq(dt_lesson_in(&lesson, "fr", lesson.title),
	    lesson.title);
}
END_TEST

/* The 50 minutes of the Classroom: no treaty, then one whose alarms are never
 * wrong, then misses and false alarms. */
START_TEST(blocks_are_games)
{
	struct dt_lesson lesson = read_lesson("pause-and-race");
	static const double miss[] = { 0, 0, 0, 0.3 };
	ck_assert_uint_eq(lesson.blocks.n, 4);
	ck_assert_uint_eq(lesson.group, 4);
	for (size_t b = 0; b < 4; b++) {
		struct dt_lesson_game game = { .lesson = &lesson, .block = b,
		    .seed = 7 };
		struct dt_experiment e;
		struct dt_faults faults = { .arena = &arena };
		struct dt_error err;
		ck_assert_int_eq(dt_lesson_compile(&catalogue, &game, &e,
		    &faults, &err), DT_OK);
		ck_assert_double_eq(e.scenario->treaty.monitoring.miss >= 0 ?
		    e.scenario->treaty.monitoring.miss : 0, miss[b]);
		ck_assert_str_eq(e.scenario->treaty.name, b < 2 ? "none" :
		    "class-halt");
		ck_assert_int_eq(e.scenario->rounds, b == 0 ? 2 : 10);
		ck_assert_uint_eq(e.seed, 7);
	}
	ck_assert_str_eq(dt_lesson_agent_title(&lesson, "lab-2"), "Lab 2");
	ck_assert_str_eq(dt_lesson_agent_title(&lesson, "x"), "x");
}
END_TEST

/* What the caller sets comes last, and who does not sign joins in no round. */
START_TEST(callers_have_the_last_word)
{
	struct dt_lesson lesson = read_lesson("pause-and-race");
	const char *sets[] = { "agents.lab-3.joins=0",
	    "treaty.monitoring.miss=0.5", NULL };
	struct dt_lesson_game game = { .lesson = &lesson, .block = 3,
	    .sets = sets };
	struct dt_experiment e;
	struct dt_faults faults = { .arena = &arena };
	struct dt_error err;
	ck_assert_int_eq(dt_lesson_compile(&catalogue, &game, &e, &faults,
	    &err), DT_OK);
	ck_assert_double_eq(e.scenario->treaty.monitoring.miss, 0.5);
	ck_assert_int_eq(e.model.terms.joins[2], 0);
	ck_assert_int_eq(e.model.terms.joins[1], 1);
}
END_TEST

/* By hand. 37 alone on 37 seats of groups of 4 need 40; 36 seats make one
 * delegation of 2 and no bot. 100 on 24 seats of at most 4: 96 sit. */
START_TEST(people_sit)
{
	struct dt_lesson lesson = { .group = 4, .delegation = 4 };
	static const struct {
		size_t people, seats, spare, alone, two, three, four, groups,
		    bots, looking;
	} cases[] = {
		{ 37, 37, 0, 37, 0, 0, 0, 10, 3, 0 },
		{ 37, 36, 0, 35, 1, 0, 0, 9, 0, 0 },
		{ 37, 24, 0, 11, 13, 0, 0, 6, 0, 0 },
		{ 100, 24, 0, 0, 0, 0, 24, 6, 0, 4 },
		{ 96, 24, 0, 0, 0, 0, 24, 6, 0, 0 },
		{ 5, 24, 19, 5, 0, 0, 0, 2, 3, 0 },
		{ 0, 24, 24, 0, 0, 0, 0, 1, 4, 0 },
		{ 3, 0, 0, 0, 0, 0, 0, 1, 4, 3 },
	};
	for (size_t k = 0; k < sizeof(cases) / sizeof(cases[0]); k++) {
		struct dt_lesson_plan p;
		dt_lesson_plan(&lesson, cases[k].people, cases[k].seats, &p);
		ck_assert_uint_eq(p.shared[0], cases[k].spare);
		ck_assert_uint_eq(p.shared[1], cases[k].alone);
		ck_assert_uint_eq(p.shared[2], cases[k].two);
		ck_assert_uint_eq(p.shared[3], cases[k].three);
		ck_assert_uint_eq(p.shared[4], cases[k].four);
		ck_assert_uint_eq(p.groups, cases[k].groups);
		ck_assert_uint_eq(p.bots, cases[k].bots);
		ck_assert_uint_eq(p.looking, cases[k].looking);
	}
	ck_assert_uint_eq(dt_lesson_plan_seats(&lesson, 37), 36);
	ck_assert_uint_eq(dt_lesson_plan_seats(&lesson, 7), 4);
	ck_assert_uint_eq(dt_lesson_plan_seats(&lesson, 3), 0);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("lesson");
	TCase *tests = tcase_create("lesson");
	tcase_add_checked_fixture(tests, open_catalogue, close_catalogue);
	tcase_add_test(tests, what_cannot_be_played_is_refused);
	tcase_add_test(tests, a_translation_is_whole_or_refused);
	tcase_add_loop_test(tests, shipped_lessons_are_whole, 0, SHIPPED);
	tcase_add_test(tests, blocks_are_games);
	tcase_add_test(tests, callers_have_the_last_word);
	tcase_add_test(tests, people_sit);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? 0 : 1;
}
