/* check_asked: what a named query takes is read from its head and bound, other
 * files lie beside, all rows can be had at once, and answers are drawn. */
#include <check.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "report/picture.h"
#include "sql/sql.h"
#include "store/query_rows.h"
#include "store_example.h"

static char folder[64], path[96], other[96];
static struct dt_error err;
static struct dt_arena arena;

static void
set_up(void)
{
	strcpy(folder, "/tmp/check_asked.XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/out.db", folder);
	snprintf(other, sizeof(other), "%s/2 more.db", folder);
	example_make(path);
	example_make(other);
	err.message[0] = '\0';
}

static void
tear_down(void)
{
	char command[128];
	dt_arena_free(&arena);
	snprintf(command, sizeof(command), "rm -rf %s", folder);
	ck_assert_int_eq(system(command), 0);
}

/* The head of a query, then SELECT 1. */
static enum dt_status
read_head(const char *lines, struct dt_query_file *file)
{
	*file = (struct dt_query_file){ .name = "some", .path = "some.sql" };
	file->sql = dt_arena_print(&arena, "-- title: T\n-- about: A\n%s"
	    "SELECT 1", lines);
	return dt_query_read_head(&arena, file, &err);
}

static const char lines[] =
    "-- question: Is it\n"
    "--           so?\n"
    "-- parameter: key text = noise.slip (path); the setting, a\n"
    "--         long one\n"
    "-- parameter: most integer; how many\n"
    "-- parameter: side up|down = up; which\n"
    "-- parameter: share number = .5 (share); of them\n"
    "-- column: low95 (share); lower end\n"
    "-- column: bare; without a unit\n"
    "-- example: key=x most=3\n"
    "-- picture: bars x=a,b y=c low=d high=e group=f\n"
    "-- no word of a head; and no more of it\n";

START_TEST(a_head_says_what_the_query_takes_and_gives)
{
	struct dt_query_file f;
	ck_assert_msg(read_head(lines, &f) == DT_OK, "%s", err.message);
	ck_assert_str_eq(f.question, "Is it so?");
	ck_assert_uint_eq(f.n_parameters, 4);
	ck_assert_str_eq(f.parameters[0].name, "key");
	ck_assert_str_eq(f.parameters[0].type, "text");
	ck_assert_str_eq(f.parameters[0].initial, "noise.slip");
	ck_assert_str_eq(f.parameters[0].unit, "path");
	ck_assert_str_eq(f.parameters[0].meaning, "the setting, a long one");
	ck_assert_ptr_null(f.parameters[1].initial);
	ck_assert_str_eq(f.parameters[1].unit, "");
	ck_assert_str_eq(f.parameters[2].type, "up|down");
	ck_assert_uint_eq(f.n_columns, 2);
	ck_assert_str_eq(f.columns[0].name, "low95");
	ck_assert_str_eq(f.columns[0].unit, "share");
	ck_assert_str_eq(f.columns[1].unit, "");
	ck_assert_str_eq(f.example, "key=x most=3");
	ck_assert_str_eq(f.picture.kind, "bars");
	ck_assert_str_eq(f.picture.x, "a,b");
	ck_assert_str_eq(f.picture.group, "f");
}
END_TEST

/* Each with the line that is wrong, and how it is written. */
static const struct {
	const char *lines, *place, *words;
} wrong[] = {
	{ "-- parameter: key\n", ":3:1:", "NAME TYPE = VALUE (UNIT)" },
	{ "-- parameter: key text\n", ":3:1:", "NAME TYPE" },
	{ "-- parameter: key number = x; what\n", ":3:1:", "not of its type" },
	{ "-- parameter: key up|down = left; what\n", ":3:1:", "up|down" },
	{ "-- parameter: key real = 1; what\n", ":3:1:", "not of its type" },
	{ "-- question: q\n-- column: low95\n", ":4:1:", "NAME (UNIT)" },
	{ "-- picture: pie x=a y=b\n", ":3:1:", "bars, lines" },
	{ "-- picture: bars x=a\n", ":3:1:", "x and y" },
	{ "-- picture: bars x=a y=b z=c\n", ":3:1:", "bars, lines" },
	{ "-- example:\n", ":3:1:", "nothing behind" },
};

START_TEST(a_wrong_line_of_a_head_is_named)
{
	struct dt_query_file f;
	ck_assert_int_eq(read_head(wrong[_i].lines, &f), DT_EINPUT);
	ck_assert_msg(strstr(err.message, wrong[_i].place) != NULL, "%s",
	    err.message);
	ck_assert_msg(strstr(err.message, wrong[_i].words) != NULL, "%s",
	    err.message);
}
END_TEST

START_TEST(values_are_those_given_or_the_querys_own)
{
	const char *const sets[] = { "most=-3", "side=down", NULL };
	struct dt_query_value *v = NULL;
	struct dt_query_file f;
	size_t n = 0;
	ck_assert_int_eq(read_head(lines, &f), DT_OK);
	ck_assert_msg(dt_query_set(&arena, &f, sets, &v, &n, &err) == DT_OK,
	    "%s", err.message);
	ck_assert_uint_eq(n, 4);
	ck_assert_str_eq(v[0].cell.text, "noise.slip");
	ck_assert_int_eq(v[1].cell.type, DT_CELL_INTEGER);
	ck_assert_int_eq(v[1].cell.integer, -3);
	ck_assert_str_eq(v[2].cell.text, "down");
	ck_assert(v[3].cell.type == DT_CELL_REAL && v[3].cell.real == .5);
	ck_assert_int_eq(dt_query_set(&arena, &f, NULL, &v, &n, &err), DT_OK);
	ck_assert_int_eq(v[1].cell.type, DT_CELL_NULL);
}
END_TEST

static const struct {
	const char *one, *two, *words;
} refused[] = {
	{ "kye=x", NULL, "did you mean 'key'?" },
	{ "nothing=x", NULL, "detente show query" },
	{ "most=many", NULL, "a whole number, not 'many': how many" },
	{ "most=1.5", NULL, "a whole number" },
	{ "share=half", NULL, "a number, not 'half'" },
	{ "share=nan", NULL, "a number, not 'nan'" },
	{ "side=u", NULL, "one of up|down, not 'u'" },
	{ "side=up|down", NULL, "one of up|down" },
	{ "side=", NULL, "one of up|down" },
	{ "key", NULL, "NAME=VALUE" },
	{ "=x", NULL, "NAME=VALUE" },
	{ "key=a", "key=b", "given twice" },
};

START_TEST(a_wrong_value_is_refused_with_the_way_out)
{
	const char *const sets[] = { refused[_i].one, refused[_i].two, NULL };
	struct dt_query_value *v = NULL;
	struct dt_query_file f;
	size_t n = 0;
	ck_assert_int_eq(read_head(lines, &f), DT_OK);
	ck_assert_int_eq(dt_query_set(&arena, &f, sets, &v, &n, &err),
	    DT_EUSAGE);
	ck_assert_msg(strstr(err.message, refused[_i].words) != NULL, "%s",
	    err.message);
}
END_TEST

/* The rows of SQL of one's own; all is well. */
static void
ask(const char *sql, const char *const *sets, const char *const *attached,
    struct dt_query_rows *rows)
{
	struct dt_query_value *v = NULL;
	struct dt_query_terms terms = { .functions = dt_sql_functions,
		.attached = attached };
	ck_assert_int_eq(dt_query_set(&arena, NULL, sets, &v,
	    &terms.n_values, &err), DT_OK);
	terms.values = v;
	ck_assert_msg(dt_query_rows_ask(&arena, path, sql, &terms, 1000, rows,
	    &err) == DT_OK, "%s", err.message);
}

static void
refuses(const char *sql, const char *const *sets, const char *const *attached,
    enum dt_status want, const char *words)
{
	struct dt_query_value *v = NULL;
	struct dt_query_rows rows;
	struct dt_query_terms terms = { .attached = attached };
	ck_assert_int_eq(dt_query_set(&arena, NULL, sets, &v,
	    &terms.n_values, &err), DT_OK);
	terms.values = v;
	ck_assert_int_eq(dt_query_rows_ask(&arena, path, sql, &terms, 1000,
	    &rows, &err), want);
	ck_assert_msg(strstr(err.message, words) != NULL, "%s", err.message);
}

/* A text that is SQL is a text: nothing is pasted. */
START_TEST(values_are_bound)
{
	const char *const sets[] = { "a=1", "b=.5", "c=x' OR 1", NULL };
	struct dt_query_rows r;
	ask("SELECT typeof(:a), typeof(:b), :c, :a + :a", sets, NULL, &r);
	ck_assert_str_eq(r.cells[0].text, "integer");
	ck_assert_str_eq(r.cells[1].text, "real");
	ck_assert_str_eq(r.cells[2].text, "x' OR 1");
	ck_assert_int_eq(r.cells[3].integer, 2);
	refuses("SELECT :a, :b", sets, NULL, DT_EUSAGE, "there is no :c");
	refuses("SELECT :a, :b, :c, :d", sets, NULL, DT_EREFUSED,
	    "--set d=VALUE");
	refuses("SELECT ?3, :a, :b, :c", sets, NULL, DT_EREFUSED,
	    "a parameter needs a name");
}
END_TEST

/* Each of its own: the file's stem, or the name that was given. */
START_TEST(other_files_lie_beside_by_their_names)
{
	const char *named = dt_arena_print(&arena, "twin=%s", other);
	const char *const beside[] = { other, named, NULL };
	struct dt_query_rows r;
	ask("SELECT (SELECT count(*) FROM run), (SELECT count(*) FROM"
	    " _2_more.run), (SELECT count(*) FROM twin.run_summary), (SELECT"
	    " count(*) FROM main.run JOIN twin.run USING (experiment_id,"
	    " run))", NULL, beside, &r);
	for (size_t i = 0; i < 4; i++)
		ck_assert_int_eq(r.cells[i].integer, 4);
	refuses("DELETE FROM twin.run", NULL, beside, DT_EREFUSED,
	    "would delete rows of run");
	refuses("ATTACH 'x' AS y", NULL, beside, DT_EREFUSED, "--attach");
	refuses("DETACH twin", NULL, beside, DT_EREFUSED, "close a file");
}
END_TEST

START_TEST(a_name_is_of_one_file)
{
	const char *twice[] = { other, other, NULL };
	const char *main_too[] = { dt_arena_print(&arena, "Main=%s", other),
		NULL };
	const char *missing[] = { "/no/such.db", NULL };
	const char *many[12] = { NULL };
	for (int i = 0; i < 11; i++)
		many[i] = dt_arena_print(&arena, "a%d=%s", i, other);
	refuses("SELECT 1", NULL, twice, DT_EUSAGE, "--attach NAME=");
	refuses("SELECT 1", NULL, main_too, DT_EUSAGE, "out.db");
	refuses("SELECT 1", NULL, missing, DT_EINPUT, "/no/such.db");
	refuses("SELECT 1", NULL, many, DT_EUSAGE, "at most 10");
}
END_TEST

START_TEST(too_many_rows_are_refused)
{
	struct dt_query_rows r;
	ck_assert_int_eq(dt_query_rows_ask(&arena, path, "SELECT run FROM run",
	    &(struct dt_query_terms){ 0 }, 3, &r, &err), DT_EREFUSED);
	ck_assert_ptr_nonnull(strstr(err.message, "more than 3 rows"));
	ck_assert_int_eq(dt_query_rows_ask(&arena, path, "SELECT run FROM run",
	    &(struct dt_query_terms){ 0 }, 4, &r, &err), DT_OK);
	ck_assert_uint_eq(r.n, 4);
}
END_TEST

/* The head first, then the file's own dictionary. */
START_TEST(columns_have_their_units)
{
	struct dt_query_file f;
	struct dt_query_rows r;
	ck_assert_int_eq(read_head(lines, &f), DT_OK);
	ask("SELECT 1 AS low95, 2 AS payoff_total, 3 AS other", NULL, NULL,
	    &r);
	ck_assert_int_eq(dt_query_rows_find_units(&r, &arena, path, &f, &err),
	    DT_OK);
	ck_assert_str_eq(dt_query_rows_unit(&r, "low95"), "share");
	ck_assert_str_eq(dt_query_rows_unit(&r, "payoff_total"), "payoff");
	ck_assert_str_eq(dt_query_rows_unit(&r, "other"), "");
}
END_TEST

/* ---- what the file says of queries ---- */

static const char *
cell_text(const struct dt_query_rows *r, size_t row, size_t column)
{
	return r->cells[row * r->columns + column].text;
}

static void
check_parameters(const struct dt_query_file *f)
{
	struct dt_query_rows r;
	const char *name = dt_arena_print(&arena, "name=%s", f->name);
	const char *const sets[] = { name, NULL };
	ask("SELECT parameter, type, unit, value, meaning FROM query_parameter"
	    " WHERE query = :name ORDER BY place", sets, NULL, &r);
	ck_assert_msg(r.n == f->n_parameters, "%s", f->name);
	for (size_t i = 0; i < r.n; i++) {
		const struct dt_query_parameter *p = &f->parameters[i];
		ck_assert_str_eq(cell_text(&r, i, 0), p->name);
		ck_assert_str_eq(cell_text(&r, i, 1), p->type);
		ck_assert_str_eq(cell_text(&r, i, 2), p->unit);
		ck_assert_str_eq(cell_text(&r, i, 3), p->initial ?
		    p->initial : "");
		ck_assert_str_eq(cell_text(&r, i, 4), p->meaning);
	}
}

/* query_doc is made by an awk script, heads are read in C: the same. The SQL is
 * the file's without its head. */
START_TEST(the_file_documents_the_queries)
{
	struct dt_query_rows r;
	const char *srcdir = getenv("srcdir");
	ask("SELECT query, title, question, about, example, sql FROM query_doc",
	    NULL, NULL, &r);
	ck_assert_uint_ge(r.n, 39);
	for (size_t i = 0; i < r.n; i++) {
		struct dt_query_file f;
		const char *at = dt_arena_print(&arena,
		    "%s/data/queries/%s.sql", srcdir ? srcdir : ".",
		    cell_text(&r, i, 0));
		ck_assert_msg(dt_query_read_file(&arena, at, &f, &err) ==
		    DT_OK, "%s", err.message);
		ck_assert_str_eq(cell_text(&r, i, 1), f.title);
		ck_assert_str_eq(cell_text(&r, i, 2), f.question);
		ck_assert_str_eq(cell_text(&r, i, 3), f.about);
		ck_assert_str_eq(cell_text(&r, i, 4), f.example);
		const char *sql = cell_text(&r, i, 5);
		ck_assert_msg(strncmp(sql, "--", 2) != 0, "%s", f.name);
		const char *tail = f.sql + strlen(f.sql) - strlen(sql);
		ck_assert_str_eq(tail, sql);
		check_parameters(&f);
	}
}
END_TEST

/* As it is shipped: each says its question, gives its columns a unit or a word
 * (here or in schema_doc), and its example can be set and asked. */
START_TEST(each_shipped_query_says_what_it_gives)
{
	struct dt_query_rows all, r;
	ask("SELECT query, example, sql FROM query_doc", NULL, NULL, &all);
	for (size_t i = 0; i < all.n; i++) {
		struct dt_query_file f;
		struct dt_query_value *v = NULL;
		struct dt_query_terms t = { .functions = dt_sql_functions };
		const char *srcdir = getenv("srcdir"), *sets[5] = { NULL };
		char *rest = NULL, *example = dt_arena_copy(&arena,
		    cell_text(&all, i, 1));
		size_t n = 0;
		for (char *w = strtok_r(example, " ", &rest); w && n < 4;
		    w = strtok_r(NULL, " ", &rest))
			sets[n++] = w;
		ck_assert(dt_query_read_file(&arena, dt_arena_print(&arena,
		    "%s/data/queries/%s.sql", srcdir ? srcdir : ".",
		    cell_text(&all, i, 0)), &f, &err) == DT_OK);
		ck_assert_msg(f.question[0] != '\0', "%s", f.name);
		ck_assert_msg(dt_query_set(&arena, &f, sets, &v, &t.n_values,
		    &err) == DT_OK, "%s", err.message);
		t.values = v;
		ck_assert_msg(dt_query_rows_ask(&arena, path, f.sql, &t, 1000,
		    &r, &err) == DT_OK, "%s: %s", f.name, err.message);
		for (size_t c = 0; c < r.columns; c++) {
			struct dt_query_rows known;
			bool here = false;
			for (size_t k = 0; k < f.n_columns; k++)
				here |= strcmp(f.columns[k].name,
				    r.names[c]) == 0;
			const char *const column[] = { dt_arena_print(&arena,
			    "c=%s", r.names[c]), NULL };
			ask("SELECT count(*) FROM schema_doc WHERE"
			    " column_name = :c", column, NULL, &known);
			ck_assert_msg(here || known.cells[0].integer > 0,
			    "%s: %s", f.name, r.names[c]);
		}
	}
}
END_TEST

/* ---- pictures ---- */

static enum dt_status
draw(const char *picture, const char *sql, struct dt_text *svg)
{
	struct dt_query_file f;
	struct dt_query_rows r;
	ck_assert_msg(read_head(picture, &f) == DT_OK, "%s", err.message);
	ask(sql, NULL, NULL, &r);
	return dt_picture_draw(&arena, &f, &r, svg, &err);
}

static size_t
count(const struct dt_text *svg, const char *word)
{
	size_t n = 0;
	for (const char *c = dt_text_string(svg); (c = strstr(c, word));
	    c += strlen(word))
		n++;
	return n;
}

/* Two of the three have a value: two bars, one whisker, each label once; a
 * name that is markup stays text. */
START_TEST(bars_are_drawn_with_their_ends)
{
	struct dt_text svg = { 0 };
	ck_assert_int_eq(draw("-- picture: bars x=name y=y low=low high=high\n",
	    "SELECT '<b>' AS name, 1 AS y, .5 AS low, 2 AS high UNION ALL"
	    " SELECT 'beta', 3, NULL, NULL UNION ALL SELECT 'gone', NULL,"
	    " NULL, NULL", &svg), DT_OK);
	ck_assert_uint_eq(count(&svg, "class=\"edge\""), 1);
	ck_assert_uint_eq(count(&svg, ">&lt;b&gt;<"), 1);
	ck_assert_uint_eq(count(&svg, "<b>"), 0);
	ck_assert_uint_eq(count(&svg, ">beta<"), 1);
	ck_assert_uint_eq(count(&svg, "gone"), 0);
	ck_assert_uint_eq(count(&svg, "y goes from 1 to 3."), 1);
	dt_text_free(&svg);
}
END_TEST

START_TEST(a_group_is_a_line_and_a_name_of_the_legend)
{
	struct dt_text svg = { 0 };
	ck_assert_int_eq(draw("-- picture: lines x=x y=y group=a,b\n",
	    "SELECT 1 AS x, 2 AS y, 'p' AS a, 7 AS b UNION ALL SELECT 2, 3,"
	    " 'p', 7 UNION ALL SELECT 1, 1, 'q', 7", &svg), DT_OK);
	ck_assert_uint_eq(count(&svg, ">p, 7<"), 1);
	ck_assert_uint_eq(count(&svg, ">q, 7<"), 1);
	dt_text_free(&svg);
}
END_TEST

/* All live at age 0, which no row says. */
START_TEST(survival_begins_with_all)
{
	struct dt_text svg = { 0 };
	ck_assert_int_eq(draw("-- picture: survival x=age y=alive\n",
	    "SELECT 5 AS age, .5 AS alive", &svg), DT_OK);
	ck_assert_uint_eq(count(&svg, ">0<") + count(&svg, ">0.0<"), 2);
	ck_assert_uint_eq(count(&svg, ">1<") + count(&svg, ">1.0<"), 2);
	dt_text_free(&svg);
}
END_TEST

START_TEST(an_empty_answer_is_a_picture_that_says_so)
{
	struct dt_text svg = { 0 };
	ck_assert_int_eq(draw("-- picture: bars x=a y=b\n",
	    "SELECT 1 AS a, 2 AS b WHERE 0", &svg), DT_OK);
	ck_assert_uint_eq(count(&svg, "</svg>"), 1);
	dt_text_free(&svg);
}
END_TEST

static const struct {
	const char *head, *sql, *words;
} undrawn[] = {
	{ "", "SELECT 1", "has no picture" },
	{ "-- picture: bars x=a y=b\n", "SELECT 1 AS a", "a column b" },
	{ "-- picture: bars x=a,no y=a\n", "SELECT 1 AS a", "a column no" },
	{ "-- picture: bars x=a y=a\n", "WITH RECURSIVE t (a) AS (SELECT 1"
	    " UNION ALL SELECT a + 1 FROM t WHERE a < 61) SELECT a FROM t",
	    "61 bars" },
	{ "-- picture: lines x=a y=a group=a\n", "WITH RECURSIVE t (a) AS"
	    " (SELECT 1 UNION ALL SELECT a + 1 FROM t WHERE a < 9) SELECT a"
	    " FROM t", "9 lines" },
};

START_TEST(what_cannot_be_drawn_is_told)
{
	struct dt_text svg = { 0 };
	ck_assert_int_eq(draw(undrawn[_i].head, undrawn[_i].sql, &svg),
	    DT_EUSAGE);
	ck_assert_msg(strstr(err.message, undrawn[_i].words) != NULL, "%s",
	    err.message);
	dt_text_free(&svg);
}
END_TEST

/* The rows that a picture was made of are printed from memory. */
START_TEST(rows_are_given_again)
{
	struct dt_query *query = NULL;
	struct dt_query_rows r;
	const struct dt_cell *row = NULL;
	ck_assert_int_eq(dt_query_open(&query, path, "SELECT run FROM run"
	    " ORDER BY experiment_id, run", &(struct dt_query_terms){ 0 },
	    &err), DT_OK);
	ck_assert_int_eq(dt_query_rows_take(query, &arena, 9, &r, &err),
	    DT_OK);
	dt_query_rows_again(query, &r);
	for (int64_t i = 0; i < 4; i++) {
		ck_assert_int_eq(dt_query_next(query, &row, &err), DT_OK);
		ck_assert_int_eq(row[0].integer, i % 2 + 1);
	}
	ck_assert_int_eq(dt_query_next(query, &row, &err), DT_OK);
	ck_assert_ptr_null(row);
	dt_query_close(query);
}
END_TEST

START_TEST(memory_may_run_out_anywhere)
{
	const char *const sets[] = { "x=1", NULL };
	const char *const beside[] = { other, NULL };
	enum dt_status status = DT_ENOMEM;
	for (long failed = 0; status != DT_OK && failed < 2000; failed++) {
		struct dt_arena own = { 0 };
		struct dt_query_file f = { .path = "p", .name = "n" };
		struct dt_query_value *v = NULL;
		struct dt_query_rows r;
		struct dt_text svg = { 0 };
		struct dt_query_terms t = { .attached = beside };
		f.sql = "-- title: T\n-- about: A\n-- parameter: x integer;"
		    " n\n-- picture: lines x=a y=b group=c\nSELECT run AS a,"
		    " :x AS b, rounds AS c FROM _2_more.run";
		dt_memory_fail_after(failed);
		status = dt_query_read_head(&own, &f, &err);
		if (status == DT_OK)
			status = dt_query_set(&own, &f, sets, &v, &t.n_values,
			    &err);
		t.values = v;
		if (status == DT_OK)
			status = dt_query_rows_ask(&own, path, f.sql, &t, 99,
			    &r, &err);
		if (status == DT_OK)
			status = dt_query_rows_find_units(&r, &own, path, &f,
			    &err);
		if (status == DT_OK)
			status = dt_picture_draw(&own, &f, &r, &svg, &err);
		dt_memory_fail_after(-1);
		dt_text_free(&svg);
		dt_arena_free(&own);
		ck_assert_msg(status == DT_OK || status == DT_ENOMEM, "%s",
		    err.message);
	}
	ck_assert_int_eq(status, DT_OK);
}
END_TEST

#define MANY(list) (int)(sizeof(list) / sizeof((list)[0]))

int
main(void)
{
	Suite *suite = suite_create("asked");
	TCase *c = tcase_create("asked");
	tcase_add_checked_fixture(c, set_up, tear_down);
	tcase_set_timeout(c, 60);
	tcase_add_test(c, a_head_says_what_the_query_takes_and_gives);
	tcase_add_loop_test(c, a_wrong_line_of_a_head_is_named, 0,
	    MANY(wrong));
	tcase_add_test(c, values_are_those_given_or_the_querys_own);
	tcase_add_loop_test(c, a_wrong_value_is_refused_with_the_way_out,
	    0, MANY(refused));
	tcase_add_test(c, values_are_bound);
	tcase_add_test(c, other_files_lie_beside_by_their_names);
	tcase_add_test(c, a_name_is_of_one_file);
	tcase_add_test(c, too_many_rows_are_refused);
	tcase_add_test(c, columns_have_their_units);
	tcase_add_test(c, the_file_documents_the_queries);
	tcase_add_test(c, each_shipped_query_says_what_it_gives);
	tcase_add_test(c, bars_are_drawn_with_their_ends);
	tcase_add_test(c, a_group_is_a_line_and_a_name_of_the_legend);
	tcase_add_test(c, survival_begins_with_all);
	tcase_add_test(c, an_empty_answer_is_a_picture_that_says_so);
	tcase_add_loop_test(c, what_cannot_be_drawn_is_told, 0,
	    MANY(undrawn));
	tcase_add_test(c, rows_are_given_again);
	tcase_add_test(c, memory_may_run_out_anywhere);
	suite_add_tcase(suite, c);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
