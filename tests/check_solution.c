/* check_solution: solutions in a database, by rows written out by hand. */
#include "store_case.h"
#include "solution_example.h"

#include "audit/audit.h"
#include "format/solution_json.h"
#include "store/merge.h"
#include "store/store_scan.h"

static const char all[] = "SELECT group_concat(coalesce(number, '-') || '/' ||"
    " coalesce(text, '-') || '/' || column_name, ' ') FROM solution_values";
static const char values[] = "-/mixed/profile 0.25/1/4/chance -/-/profile "
    "0.0/-/chance -/inf/most";

/* A rational has both, nothing has none, -0 is 0, infinity is a word, and a
 * table that people are not shown is kept too. */
START_TEST(every_kind_of_value_comes_back)
{
	ck_assert(!solution_example_keep(path, DT_STORE_CREATE, "solve a"));
	ck_assert_str_eq(ask(all), values);
	ck_assert_str_eq(ask("SELECT question || subject || method || holds"
	    " || tolerance || says FROM solution"),
	    "nashhuntby hand11.0e-09There is one.\n");
}
END_TEST

/* What a JSON reader gets: no key is left out, infinity is the word of the
 * database, what there is none of is null, -0 is 0. */
START_TEST(json_has_every_value_too)
{
	struct dt_arena arena = { 0 };
	struct dt_solution s;
	solution_example_fill(&s, &arena);
	json_t *json = dt_solution_json(&s);
	json_t *tables = json_object_get(json, "tables");
	dt_json_number(tables, "least", -INFINITY);
	dt_json_number(tables, "none", NAN);
	char *text = json_dumps(tables, JSON_COMPACT | JSON_SORT_KEYS);
	ck_assert_str_eq(text, "{\"bounds\":[{\"most\":\"inf\"}],"
	    "\"equilibria\":[{\"chance\":0.25,\"chance_exact\":\"1/4\","
	    "\"profile\":\"mixed\"},{\"chance\":0.0,\"profile\":null}],"
	    "\"least\":\"-inf\",\"none\":null}");
	free(text);
	json_decref(json);
	dt_solution_free(&s);
	dt_arena_free(&arena);
}
END_TEST

START_TEST(the_same_question_is_kept_once)
{
	solution_example_keep(path, DT_STORE_CREATE, "solve a");
	ck_assert(solution_example_keep(path, DT_STORE_APPEND, "solve a"));
	ck_assert_str_eq(ask("SELECT count(*) FROM solution"), "1");
	ck_assert(!solution_example_keep(path, DT_STORE_APPEND, "solve b"));
	ck_assert_str_eq(ask("SELECT count(*) FROM solution"), "2");
}
END_TEST

/* TeX's own signs are escaped, numbers are mathematics, nothing is a dash, and
 * what people are not shown is left out unless it is asked for. */
START_TEST(latex_takes_every_sign)
{
	struct dt_arena arena = { 0 };
	struct dt_solution s;
	struct dt_text text = { 0 };
	dt_solution_start(&s, &arena, "nash", "hunt");
	struct dt_solution_table *t = dt_solution_table(&s, "a", "50 % & _");
	dt_solution_column(t, "word", "{x}", "");
	dt_solution_column(t, "number", NULL, "");
	dt_solution_text(t, "a\\b~c^d#e$");
	dt_solution_number(t, -1.5e-07);
	dt_solution_text(t, "z");
	dt_solution_number(t, NAN);
	t = dt_solution_table(&s, "b", NULL);
	t->hidden = true;
	dt_solution_column(t, "only", NULL, "");
	dt_solution_whole(t, 7);
	dt_solution_latex(&s, NULL, &text);
	ck_assert_str_eq(dt_text_string(&text), "\\begin{table}\n\\centering\n"
	    "\\caption{50 \\% \\& \\_}\n\\begin{tabular}{lr}\n\\toprule\n"
	    "\\{x\\} & number \\\\\n\\midrule\n"
	    "a\\textbackslash{}b\\~{}c\\^{}d\\#e\\$ & "
	    "$-1.5 \\cdot 10^{-7}$ \\\\\nz & -- \\\\\n"
	    "\\bottomrule\n\\end{tabular}\n\\end{table}\n");
	dt_text_free(&text);
	dt_solution_latex(&s, t, &text);
	ck_assert_ptr_nonnull(strstr(dt_text_string(&text), "$7$ \\\\"));
	dt_text_free(&text);
	dt_solution_free(&s);
	dt_arena_free(&arena);
}
END_TEST

/* Two digits of the error: 2.34156 known to 0.0123 is 2.342, 2341.56 known to
 * 97.7 is 2342; ends of the interval follow; what has no error, or one of 0,
 * keeps seven digits; a gain that may be off is told to that; what rounds to 0
 * has no sign. CSV has all digits. */
START_TEST(numbers_are_shown_to_their_error)
{
	static const double rows[][6] = {
		{ 2.34156, .0123, 2.3169, 2.366, 1.23456789, .0567 },
		{ 2341.56, 97.7, 2146.2, 2536.9, -1e-5, .0567 },
		{ .123456789, 0, .1, .2, 1.23456789, NAN },
	};
	static const char *const names[] = { "share", "share_se",
		"share_low95", "share_high95", "gain", "off" };
	struct dt_arena arena = { 0 };
	struct dt_solution s;
	struct dt_text text = { 0 };
	dt_solution_start(&s, &arena, "a", "b");
	struct dt_solution_table *t = dt_solution_table(&s, "a", NULL);
	for (size_t c = 0; c < 6; c++)
		dt_solution_column(t, names[c], c == 1 ? "s.e." : "x", "");
	for (size_t i = 0; i < 18; i++)
		dt_solution_number(t, rows[i / 6][i % 6]);
	dt_solution_print(&s, 80, 0, &text);
	ck_assert_ptr_nonnull(strstr(dt_text_string(&text),
	    "      2.342  0.012  2.317  2.366     1.235  0.057\n"
	    "       2342     98   2146   2537     0.000  0.057\n"
	    "  0.1234568      0    0.1    0.2  1.234568      -\n"));
	dt_text_free(&text);
	dt_solution_csv(t, &text);
	ck_assert_ptr_nonnull(strstr(dt_text_string(&text),
	    "2.34156,0.0123,2.3169,2.366,1.23456789,0.0567"));
	dt_text_free(&text);
	dt_solution_free(&s);
	dt_arena_free(&arena);
}
END_TEST

static void
grow_old(void)
{
	sql("DROP VIEW solution_values; DROP TABLE solution_cell;"
	    " DROP TABLE solution; DELETE FROM schema_doc WHERE table_name"
	    " GLOB 'solution*'");
}

static const char *
complaints(struct dt_text *text)
{
	struct dt_store *store;
	opens(&store, DT_STORE_READ);
	ck_assert(dt_store_scan_check(store, text, &err) == DT_OK);
	closes(store);
	return dt_text_string(text);
}

/* As files were before there were solutions. */
START_TEST(an_older_file_is_sound_and_takes_solutions)
{
	struct dt_text text = { 0 };
	example_make(path);
	grow_old();
	ck_assert_str_eq(complaints(&text), "");
	solution_example_keep(path, DT_STORE_APPEND, "solve a");
	ck_assert_str_eq(ask(all), values);
	ck_assert_str_eq(ask("SELECT count(*) > 0 FROM run"), "1");
	ck_assert_str_eq(complaints(&text), "");
	dt_text_free(&text);
}
END_TEST

START_TEST(a_changed_table_of_solutions_is_seen)
{
	struct dt_store *store;
	solution_example_keep(path, DT_STORE_CREATE, "solve a");
	sql("DROP VIEW solution_values");
	ck_assert_int_eq(dt_store_open(&store, path, DT_STORE_READ, &err),
	    DT_ESTORE);
	ck_assert_ptr_nonnull(strstr(err.message,
	    "has no view solution_values"));
}
END_TEST

/* They are counted, and a changed one is no fault: they are not evidence. */
START_TEST(the_audit_passes_over_solutions)
{
	struct dt_audit_report report;
	struct dt_audit_request request = { 0 };
	solution_example_keep(path, DT_STORE_CREATE, "solve a");
	sql("UPDATE solution_cell SET number = 7 WHERE kind = 'number'");
	ck_assert_msg(dt_audit_file(path, &request, &report, &err) == DT_OK,
	    "%s", err.message);
	ck_assert_int_eq(report.faults, 0);
	ck_assert_int_eq(report.solutions, 1);
	dt_audit_free(&report);
}
END_TEST

/* One part with solutions a and b, one with a alone and an old one. */
START_TEST(parts_are_merged_also_with_an_older_file)
{
	char two[128], three[128], out[128];
	snprintf(two, sizeof(two), "%s", beside(".two"));
	snprintf(three, sizeof(three), "%s", beside(".three"));
	snprintf(out, sizeof(out), "%s", beside(".out"));
	const char *const parts[] = { two, three, path };
	struct dt_merge_count count;
	example_make(path);
	grow_old();
	solution_example_keep(two, DT_STORE_CREATE, "solve b");
	solution_example_keep(two, DT_STORE_APPEND, "solve a");
	solution_example_keep(three, DT_STORE_CREATE, "solve a");
	ck_assert_msg(dt_merge(out, DT_STORE_CREATE, DT_MERGE_AS_PARTS, parts, 3,
	    "2026-01-01T00:00:00Z", NULL, &count, &err) == DT_OK, "%s",
	    err.message);
	ck_assert_int_eq(count.solutions, 2);
	rename(out, path);
	ck_assert_str_eq(ask("SELECT count(*) || '/' || (SELECT count(*) FROM"
	    " solution_cell) FROM solution"), "2/10");
	ck_assert_str_eq(ask("SELECT count(*) > 0 FROM run"), "1");
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("solution");
	TCase *tcase = tcase_create("solution");
	tcase_add_checked_fixture(tcase, set_up, tear_down);
	tcase_add_test(tcase, every_kind_of_value_comes_back);
	tcase_add_test(tcase, json_has_every_value_too);
	tcase_add_test(tcase, the_same_question_is_kept_once);
	tcase_add_test(tcase, latex_takes_every_sign);
	tcase_add_test(tcase, numbers_are_shown_to_their_error);
	tcase_add_test(tcase, an_older_file_is_sound_and_takes_solutions);
	tcase_add_test(tcase, a_changed_table_of_solutions_is_seen);
	tcase_add_test(tcase, the_audit_passes_over_solutions);
	tcase_add_test(tcase, parts_are_merged_also_with_an_older_file);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
