/* check_game_view: the numbering of views, and conditions over them. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "game/view.h"

static struct dt_arena arena;
static struct dt_faults faults;

static const struct dt_view_constants constants = {
	.agents = 5, .detection = .3, .false_alarm = .05, .fine = 2,
	.bond = 10, .notice = 3, .continuation = .9,
};

/* Three of the four others seen racing, in a treaty's force. */
static const struct dt_view view = {
	.alarms = 3, .flagged = true, .raced = false, .party = true,
	.phase = DT_PHASE_IN_FORCE,
};

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
compile(const char *when, struct dt_view_condition *condition)
{
	static const struct dt_source source = { .path = "s.yaml" };
	struct dt_place at = { &source, 7, 20, 1 };
	return dt_view_compile(when, at, condition, &faults);
}

/* Five phases, three flags and 0 to n-1 alarms are 5*8*n views; each has its
 * own number below that, and the number gives the view back. */
START_TEST(views_are_numbered_densely)
{
	for (size_t n = 1; n <= DT_AGENTS_MOST; n++) {
		bool taken[DT_PHASES * 8 * DT_AGENTS_MOST] = { false };
		ck_assert_uint_eq(dt_view_number(n), 40 * n);
		for (size_t k = 0; k < 40 * n; k++) {
			size_t alarms = k % n, bits = k / n % 8;
			enum dt_phase phase = (enum dt_phase)(k / n / 8);
			size_t i = dt_view_index(n, alarms, bits & 1,
			    bits >> 1 & 1, bits >> 2, phase);
			ck_assert_uint_lt(i, 40 * n);
			ck_assert(!taken[i]);
			taken[i] = true;
			struct dt_view v = dt_view_of(n, i);
			ck_assert(v.alarms == alarms && v.phase == phase &&
			    v.flagged == (bits & 1) &&
			    v.raced == (bits >> 1 & 1) &&
			    v.party == (bits >> 2));
		}
	}
}
END_TEST

/* Comparisons with a race that is run are bits of the view, one each however
 * often they are written; where none is run they are constants. */
START_TEST(looks_at_a_race_are_bits)
{
	struct dt_view_condition one, two;
	struct dt_view_looks looks = { 0 };
	struct dt_view_constants runs = constants;
	struct dt_view_race race = { .lead = .2, .share = .5,
		.oversight = .25, .generation = 3 };
	runs.runs = true;
	ck_assert_int_eq(compile("lead >= 0.1 and oversight < 1/4", &one),
	    DT_OK);
	ck_assert_int_eq(compile("not lead >= 0.1 and generation == 3", &two),
	    DT_OK);
	ck_assert(dt_view_look(&one, &looks) && dt_view_look(&two, &looks));
	ck_assert_uint_eq(looks.n, 3);
	/* lead >= .1 and generation == 3 hold, .25 < .25 does not. */
	ck_assert_uint_eq(dt_view_looked(&looks, &race), 1 | 4);
	for (unsigned set = 0; set < 8; set++) {
		struct dt_view v = view;
		v.looks = set;
		ck_assert(dt_view_holds(&one, &v, &runs) ==
		    ((set & 3) == 3));
		ck_assert(dt_view_holds(&two, &v, &runs) == ((set & 5) == 4));
		ck_assert(!dt_view_holds(&one, &v, &constants));
	}
	runs = constants;
	runs.race = &race;
	ck_assert(!dt_view_holds(&one, &view, &runs));
	race.oversight = .2;
	ck_assert(dt_view_holds(&one, &view, &runs));
}
END_TEST

/* Nobody races for anything: level, all shares alike, all overseen. */
START_TEST(without_a_race_all_are_level)
{
	static const char *const whens[] = { "lead == 0", "behind == 0",
	    "capability_share == 1/5", "oversight == 1", "generation == 0" };
	for (size_t i = 0; i < sizeof(whens) / sizeof(whens[0]); i++) {
		struct dt_view_condition c;
		ck_assert_int_eq(compile(whens[i], &c), DT_OK);
		ck_assert(dt_view_holds(&c, &view, &constants));
	}
}
END_TEST

static const struct {
	const char *when;
	bool holds;
} right[] = {
	{ "alarms >= 3", true }, { "alarms > 3", false },
	{ "alarms <= 3", true }, { "alarms < 3", false },
	{ "alarms == 3", true }, { "alarms != 3", false },
	{ "alarms>=3", true }, { "  alarms\n>= 3\t", true },
	{ "alarm_share == 0.75", true }, { "alarm_share >= 4/5", false },
	{ "others == 4", true }, { "alarms < others", true },
	{ "flagged", true }, { "raced", false }, { "party", true },
	{ "not flagged", false }, { "not raced", true },
	{ "open", false }, { "in_force", true }, { "suspended", false },
	{ "ended", false }, { "not ended", true },
	{ "detection == 0.3", true }, { "false_alarm == .05", true },
	{ "fine == 2", true }, { "bond == 1e1", true },
	{ "notice == 3", true }, { "continuation == 0.9", true },
	{ "fine < bond and notice >= 3", true },
	{ "flagged and raced", false }, { "flagged and not raced", true },
	{ "not alarms >= 4 and flagged", true },
	{ "alarms >= -1", true }, { "continuation >= detection", true },
};
enum { RIGHT = sizeof(right) / sizeof(right[0]) };

START_TEST(conditions_mean_what_they_say)
{
	struct dt_view_condition condition;
	ck_assert_int_eq(compile(right[_i].when, &condition), DT_OK);
	ck_assert_uint_eq(faults.total, 0);
	ck_assert_msg(dt_view_holds(&condition, &view, &constants) ==
	    right[_i].holds, "%s", right[_i].when);
}
END_TEST

START_TEST(no_condition_always_holds)
{
	struct dt_view_condition condition = { .n = 0 };
	ck_assert(dt_view_holds(&condition, &view, &constants));
}
END_TEST

/* Alone, an agent has no others: the share of them that race is 0. */
START_TEST(the_share_of_nobody_is_zero)
{
	struct dt_view_constants alone = { .agents = 1 };
	struct dt_view quiet = { .alarms = 0 };
	struct dt_view_condition condition;
	ck_assert_int_eq(compile("alarm_share == 0", &condition), DT_OK);
	ck_assert(dt_view_holds(&condition, &quiet, &alone));
}
END_TEST

static const struct {
	const char *when;
	size_t column, length;
	const char *message, *help;
} wrong[] = {
	{ "", 1, 1, "ends where something an agent sees", NULL },
	{ "  ", 3, 1, "ends where something an agent sees", NULL },
	{ "alarm >= 1", 1, 5, "'alarm' is not something", "'alarms'" },
	{ "raced and flaged", 11, 6, "'flaged' is not", "'flagged'" },
	{ "alarms", 7, 1, "ends where a comparison", NULL },
	{ "alarms = 1", 8, 1, "'=' is not a comparison", NULL },
	{ "alarms => 1", 8, 2, "'=>' is not a comparison", NULL },
	{ "alarms is 1", 8, 2, "'is' is not a comparison", NULL },
	{ "alarms >=", 10, 1, "ends where a number or a quantity", NULL },
	{ "alarms >= two", 11, 3, "'two' is not a number", NULL },
	{ "alarms >= 5%", 11, 2, "'5%' is not a number", NULL },
	{ "alarms >= nan", 11, 3, "'nan' is not a number", NULL },
	{ "bond > fin", 8, 3, "'fin' is not a number", "'fine'" },
	{ "alarms > raced", 10, 5, "'raced' is not a number", NULL },
	{ "raced or flagged", 7, 2, "'or' is not 'and'", NULL },
	{ "raced flagged", 7, 7, "'flagged' is not 'and'", NULL },
	{ "raced == 1", 7, 2, "'==' is not 'and'", NULL },
	{ "raced and", 10, 1, "ends where something an agent sees", NULL },
	{ "and raced", 1, 3, "'and' is not something", NULL },
	{ "not not raced", 5, 3, "'not' is not something", NULL },
	{ "alarms \xe2\x89\xa5 1", 8, 1, "is not a comparison", NULL },
	{ "\xe2\x89\xa5 raced", 1, 1, "is not something", NULL },
	{ "\xc3\xa9\xc3\xa9 >= 1", 1, 2, "is not something", NULL },
	{ "raced\r and\r flaged", 13, 6, "'flaged' is not", "'flagged'" },
};
enum { WRONG = sizeof(wrong) / sizeof(wrong[0]) };

/* The text stands at 7:20, so its first character is column 20. */
START_TEST(faults_name_the_column_within_the_condition)
{
	struct dt_view_condition condition;
	ck_assert_int_eq(compile(wrong[_i].when, &condition), DT_EINPUT);
	ck_assert_uint_eq(faults.total, 1);
	const struct dt_fault *fault = &faults.list[0];
	ck_assert_msg(strstr(fault->message, wrong[_i].message) != NULL,
	    "%s: %s", wrong[_i].when, fault->message);
	ck_assert_uint_eq(fault->at.line, 7);
	ck_assert_msg(fault->at.column == 19 + wrong[_i].column &&
	    fault->at.length == wrong[_i].length, "%s: %zu, %zu long",
	    wrong[_i].when, fault->at.column - 19, fault->at.length);
	if (wrong[_i].help != NULL) {
		ck_assert_ptr_nonnull(fault->help);
		ck_assert_ptr_nonnull(strstr(fault->help, wrong[_i].help));
	}
}
END_TEST

/* A flag is no value, so that no flag is suggested for one. */
START_TEST(only_quantities_are_suggested_as_values)
{
	struct dt_view_condition condition;
	compile("alarms > raced", &condition);
	const char *help = faults.list[0].help;
	ck_assert(help == NULL || strstr(help, "raced") == NULL);
}
END_TEST

START_TEST(a_condition_has_at_most_16_terms)
{
	struct dt_view_condition condition;
	struct dt_text text = { 0 };
	dt_text_add(&text, "raced");
	for (int i = 1; i < 16; i++)
		dt_text_add(&text, " and raced");
	ck_assert_int_eq(compile(text.bytes, &condition), DT_OK);
	ck_assert_uint_eq(condition.n, 16);
	dt_text_add(&text, " and");
	ck_assert_int_eq(compile(text.bytes, &condition), DT_EINPUT);
	dt_text_free(&text);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("view");
	TCase *t = tcase_create("view");
	tcase_add_checked_fixture(t, start, finish);
	tcase_add_test(t, views_are_numbered_densely);
	tcase_add_test(t, looks_at_a_race_are_bits);
	tcase_add_test(t, without_a_race_all_are_level);
	tcase_add_loop_test(t, conditions_mean_what_they_say, 0, RIGHT);
	tcase_add_test(t, no_condition_always_holds);
	tcase_add_test(t, the_share_of_nobody_is_zero);
	tcase_add_loop_test(t, faults_name_the_column_within_the_condition,
	    0, WRONG);
	tcase_add_test(t, only_quantities_are_suggested_as_values);
	tcase_add_test(t, a_condition_has_at_most_16_terms);
	suite_add_tcase(suite, t);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
