/* check_normal_csv: games as tables, and all that is printed reads back. */
#include <check.h>
#include <string.h>

#include "base/memory.h"
#include "game/normal.h"

static struct dt_arena arena;
static struct dt_faults faults;
static struct dt_error error;

static void
finish(void)
{
	dt_arena_free(&arena);
}

typedef enum dt_status reader(struct dt_arena *, const struct dt_source *,
    struct dt_normal *, struct dt_faults *, struct dt_error *);

static enum dt_status
read_text(reader *reads, const char *text, struct dt_normal *game)
{
	struct dt_source *source = dt_arena_new(&arena, 1, sizeof(*source));
	*source = (struct dt_source){ "game", text, strlen(text) };
	faults = (struct dt_faults){ .arena = &arena };
	return reads(&arena, source, game, &faults, &error);
}

/* What the table says, read by eye: up left pays 1/3 and 2, up right -1 and
 * .5, down left 1000 and 0. The first player's strategy is fastest. */
START_TEST(a_table_is_read_with_quotes_blanks_and_any_line_end)
{
	static const double want[] = { 1. / 3, 2, 1000, 0, -1, .5, 2, 2 };
	struct dt_normal g;
	ck_assert_int_eq(read_text(dt_normal_read_csv, "\xef\xbb\xbf"
	    "\"a \"\"x\"\"/b\", \"left, far\" ,\r\n up, 1/3; 2 ,"
	    "\"-1;0.5\"\r\n\r\n,1e3;0,2;2", &g), DT_OK);
	ck_assert_uint_eq(g.players, 2);
	ck_assert_uint_eq(g.profiles, 4);
	ck_assert_str_eq(g.names[0], "a \"x\"");
	ck_assert_str_eq(g.names[1], "b");
	ck_assert_str_eq(g.labels[0][0], "up");
	ck_assert_str_eq(g.labels[0][1], "2");
	ck_assert_str_eq(g.labels[1][0], "left, far");
	ck_assert_str_eq(g.labels[1][1], "2");
	ck_assert_str_eq(g.written[0], "1/3");
	for (size_t k = 0; k < 8; k++)
		ck_assert_double_eq(g.payoffs[k], want[k]);
}
END_TEST

static const struct {
	const char *text, *message;
	size_t line, column;
} bad[] = {
	{ "", "no strategy for the second player", 1, 1 },
	{ ",", "no strategy for the first player", 1, 2 },
	{ ",l,r\nu,1;2,3", "a cell needs two payoffs, not '3'", 2, 7 },
	{ ",l,r\nu,1;2,3;nan", "expected a finite number, not 'nan'", 2, 9 },
	{ ",l,r\nu,1;2,1e999;2", "expected a finite number, not '1e999'", 2,
	    7 },
	{ ",l,r\nu,1;2,3;4;5", "expected a finite number, not '4;5'", 2, 9 },
	{ ",l,r\nu,1;2\n", "this line has fewer cells than the first, which "
	    "has 2 strategies", 2, 3 },
	{ ",l\nu,1;2,3;4\n", "this line has more cells than the first, which "
	    "has 1 strategy", 2, 3 },
	{ ",l\nu,\"1;2", "this quoted cell never ends", 2, 3 },
	{ ",l\nu,\"1;2\" x", "expected ',' behind a quoted cell", 2, 9 },
};

START_TEST(what_is_wrong_with_a_table_has_its_place)
{
	struct dt_normal g;
	ck_assert_int_eq(read_text(dt_normal_read_csv, bad[_i].text, &g),
	    DT_EINPUT);
	ck_assert_uint_eq(faults.n, 1);
	ck_assert_str_eq(faults.list[0].message, bad[_i].message);
	ck_assert_uint_eq(faults.list[0].at.line, bad[_i].line);
	ck_assert_uint_eq(faults.list[0].at.column, bad[_i].column);
}
END_TEST

/* Rows and columns of many, so that room grows more than once. */
START_TEST(every_form_that_is_printed_reads_back_the_same)
{
	struct dt_text table = { 0 }, one = { 0 }, two = { 0 }, out = { 0 };
	struct dt_normal g;
	for (int j = 0; j < 37; j++)
		dt_text_add(&table, ",\"c%d \"\"\\\"", j);
	for (int i = 0; i < 21; i++) {
		dt_text_add(&table, "\nr%d", i);
		for (int j = 0; j < 37; j++)
			dt_text_add(&table, ",%d/7;-%d.25", i - j, i * j);
	}
	ck_assert_int_eq(read_text(dt_normal_read_csv,
	    dt_text_string(&table), &g), DT_OK);
	ck_assert_uint_eq(g.strategies[0], 21);
	ck_assert_uint_eq(g.strategies[1], 37);
	ck_assert_str_eq(g.written[2 * (36 * 21 + 20)], "-16/7");
	ck_assert_str_eq(g.written[2 * (36 * 21 + 20) + 1], "-720.25");
	dt_normal_print(&g, &one);
	dt_normal_print_outcomes(&g, &out);
	ck_assert_int_eq(read_text(dt_normal_read, dt_text_string(&out), &g),
	    DT_OK);
	dt_text_free(&out);
	dt_normal_print_csv(&g, &out);
	ck_assert_int_eq(read_text(dt_normal_read_csv, dt_text_string(&out),
	    &g), DT_OK);
	dt_normal_print(&g, &two);
	ck_assert_str_eq(dt_text_string(&one), dt_text_string(&two));
	dt_text_free(&table);
	dt_text_free(&one);
	dt_text_free(&two);
	dt_text_free(&out);
}
END_TEST

START_TEST(memory_that_runs_out_is_an_error_and_no_crash)
{
	struct dt_normal g;
	static const char good[] = "a/b,l,r\n,1;2,3;4\nd,1;2,0;0\n";
	dt_memory_fail_after(-1);
	ck_assert_int_eq(read_text(dt_normal_read_csv, good, &g), DT_OK);
	long asked = dt_memory_fail_after(-1);
	dt_arena_free(&arena);
	for (long k = 1; k < asked; k++) {
		struct dt_source source = { "game", good, strlen(good) };
		dt_memory_fail_after(k - 1);
		enum dt_status status = dt_normal_read_csv(&arena, &source,
		    &g, &faults, &error);
		dt_memory_fail_after(-1);
		ck_assert(status == DT_ENOMEM || status == DT_OK);
		dt_arena_free(&arena);
	}
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("normal csv");
	TCase *tests = tcase_create("csv");
	tcase_add_checked_fixture(tests, NULL, finish);
	tcase_add_test(tests,
	    a_table_is_read_with_quotes_blanks_and_any_line_end);
	tcase_add_loop_test(tests, what_is_wrong_with_a_table_has_its_place, 0,
	    sizeof(bad) / sizeof(bad[0]));
	tcase_add_test(tests, every_form_that_is_printed_reads_back_the_same);
	tcase_add_test(tests, memory_that_runs_out_is_an_error_and_no_crash);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
