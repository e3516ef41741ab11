/* check_query: named queries give the right numbers; the sandbox says no. */
#include <check.h>
#include <dirent.h>
#include <math.h>
#include <stdlib.h>
#include <sqlite3.h>
#include <unistd.h>

#include "base/memory.h"
#include "sql/sql.h"
#include "store/query.h"
#include "store_example.h"
#include "solution_example.h"
#include "sweep_example.h"

static char folder[64], path[96];
static struct dt_error err;

/* A map of two cells, x falling. */
static void
fill_map(struct dt_solution *s)
{
	static const char *const columns[] = { "x", "y", "holds", "slack" };
	dt_solution_start(s, s->arena, "treaty-map", "duo");
	s->method = "by hand";
	struct dt_solution_table *t = dt_solution_table(s, "map", NULL);
	for (size_t i = 0; i < 4; i++)
		dt_solution_column(t, columns[i], NULL, "");
	for (int i = 0; i < 2; i++) {
		dt_solution_number(t, i ? .25 : .5);
		dt_solution_number(t, .9);
		dt_solution_text(t, i ? "yes" : "no");
		dt_solution_number(t, i ? 1.5 : -.25);
	}
}

static void
keep_map(void)
{
	struct dt_record_provenance provenance = { .command = "solve map",
		.version = "1", .libraries = "none" };
	struct dt_arena arena = { 0 };
	struct dt_solution s = { .arena = &arena };
	struct dt_store *store = NULL;
	bool found;
	fill_map(&s);
	ck_assert(dt_store_open(&store, path, DT_STORE_APPEND, &err) ==
	    DT_OK);
	ck_assert(dt_solution_record(store, &s, &provenance, &found, &err) ==
	    DT_OK);
	ck_assert(dt_store_close(store, &err) == DT_OK);
	dt_solution_free(&s);
	dt_arena_free(&arena);
}

static void
set_up(void)
{
	strcpy(folder, "/tmp/check_query.XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/out.db", folder);
	example_make(path);
	sweep_example_add(path);
	solution_example_keep(path, DT_STORE_APPEND, "solve a");
	keep_map();
	err.message[0] = '\0';
}

static void
tear_down(void)
{
	char command[128];
	snprintf(command, sizeof(command), "rm -rf %s", folder);
	ck_assert_int_eq(system(command), 0);
}

/* Numbers as the stock shell prints them. */
static void
add_cell(char *answer, size_t size, const struct dt_cell *cell)
{
	size_t n = strlen(answer);
	char *end = answer + n;
	if (cell->type == DT_CELL_INTEGER)
		snprintf(end, size - n, "%lld", (long long)cell->integer);
	else if (cell->type == DT_CELL_REAL)
		snprintf(end, size - n, "%.15g%s", cell->real,
		    floor(cell->real) == cell->real ? ".0" : "");
	else if (cell->type == DT_CELL_TEXT)
		snprintf(end, size - n, "%s", cell->text);
}

static enum dt_status
open_query(struct dt_query **query, const char *file, const char *sql,
    double seconds)
{
	const struct dt_query_terms terms = { .seconds = seconds,
		.functions = dt_sql_functions };
	return dt_query_open(query, file, sql, &terms, &err);
}

/* All rows, a line each, cells between bars. */
static const char *
ask_with(const char *sql, const struct dt_query_terms *terms)
{
	static char answer[16384];
	struct dt_query *query = NULL;
	const struct dt_cell *row = NULL;
	answer[0] = '\0';
	ck_assert_msg(dt_query_open(&query, path, sql, terms, &err) == DT_OK,
	    "%s", err.message);
	for (;;) {
		ck_assert_msg(dt_query_next(query, &row, &err) == DT_OK,
		    "%s", err.message);
		if (row == NULL)
			break;
		for (size_t i = 0; i < dt_query_columns(query); i++) {
			add_cell(answer, sizeof(answer), &row[i]);
			strcat(answer, i + 1 < dt_query_columns(query) ?
			    "|" : "\n");
		}
	}
	dt_query_close(query);
	return answer;
}

static const char *
ask(const char *sql)
{
	const struct dt_query_terms terms = { .seconds = 10,
		.functions = dt_sql_functions };
	return ask_with(sql, &terms);
}

/* The SQL is refused, at once or while it runs, in these words. */
static void
refuses(const char *sql, double seconds, const char *words)
{
	struct dt_query *query = NULL;
	const struct dt_cell *row = NULL;
	enum dt_status status = open_query(&query, path, sql, seconds);
	if (status == DT_OK)
		do {
			status = dt_query_next(query, &row, &err);
		} while (status == DT_OK && row != NULL);
	else
		ck_assert_ptr_null(query);
	dt_query_close(query);
	ck_assert_msg(status == DT_EREFUSED, "%s: %d %s", sql, status,
	    err.message);
	ck_assert_msg(strstr(err.message, words) != NULL, "%s:\n%s", sql,
	    err.message);
}

/* Named queries */

struct answer {
	const char *name;
	const char *rows;
};

/*
 * treaty-effect: sums over sums of 2 agents. none: runs of 4 and 2 rounds, worth
 * 36/20 of one length: no interval. Paused 4/12, all 1/6, paid 22/12. halt:
 * paused 15/16, residuals -+.5: error sqrt(2 * .5) / 16 = .0625, t of one
 * degree 12.7062: half .7941. All paused 7/8, -+.5: .125, 1.5883. Paid 38/16,
 * -+1: .125.
 */
static const struct answer answers[] = {
	{ "treaty-effect",
	    "1|duo|none|all_paused_share|1|2|1.8|0.1667|||||||\n"
	    "2|duo|halt|all_paused_share|1|2|2.0|0.875|-0.7133|2.4633|2|"
	    "0.1667|0.7083||\n"
	    "1|duo|none|pause_share|1|2|1.8|0.3333|||||||\n"
	    "2|duo|halt|pause_share|1|2|2.0|0.9375|0.1434|1.7316|2|0.3333|"
	    "0.6042||\n"
	    "1|duo|none|payoff_per_round|1|2|1.8|1.8333|||||||\n"
	    "2|duo|halt|payoff_per_round|1|2|2.0|2.375|0.7867|3.9633|2|"
	    "1.8333|0.5417||\n" },
	/* alpha: bound in 7 rounds, no breach, 1 false alarm: 1/7. beta: 1
	 * breach, seen. */
	{ "false-alarms",
	    "2|duo|halt|alpha|7|1|0.1429|0|0||0.0\n"
	    "2|duo|halt|beta|6|0|0.0|1|0|0.0|1.0\n" },
	/* none: alpha after beta's pause: round 2, P; after its race: rounds
	 * 3, 4 and 2 of run 2, all R. beta after alpha's pause: RR; after its
	 * race: round 4 P, run 2 R. halt: one race by beta, alpha pauses on;
	 * 5 rounds follow a pause of beta's, 1 its race; 6 follow alpha's, in
	 * one of which beta races. */
	{ "pairwise",
	    "1|duo|none|alpha|beta|6|1|1|1|3|1.0|0.0\n"
	    "1|duo|none|beta|alpha|6|1|1|1|3|0.0|0.5\n"
	    "2|duo|halt|alpha|beta|8|7|1|0|0|1.0|1.0\n"
	    "2|duo|halt|beta|alpha|8|7|0|1|0|0.8333|\n" },
	/* none: 4/12, 1/6 and 22/12; its second run is half as long. */
	{ "run-summary",
	    "1|duo|none|2|3.0|0.3333|0.0|0.5|0.1667|1.8333|0.0|0.0|0.0\n"
	    "2|duo|halt|2|4.0|0.9375|0.875|1.0|0.875|2.375|0.5|0.875|0.5\n" },
	/* halt: alpha 17.5/8, beta 20.5/8, the field 38/16. none: 11/6 each;
	 * pauses 2/6. */
	{ "payoff-by-strategy",
	    "duo|pd|halt|race|1|2|2.5625|0.1875|0.875\n"
	    "duo|pd|halt|grim|1|2|2.1875|-0.1875|1.0\n"
	    "duo|pd|none|grim|1|2|1.8333|0.0|0.3333\n"
	    "duo|pd|none|race|1|2|1.8333|0.0|0.3333\n" },
	{ "breaches-detected", "2|duo|halt|2|1|0.5|1|1|1.0|3.0\n" },
	/* Run 1 dies after its 3 rounds in force, with both alive until then;
	 * run 2 is seen for 4. */
	{ "time-to-end",
	    "2|duo|halt|3|2|1|0.5\n"
	    "2|duo|halt|4|1|0|0.5\n" },
	/* beta declared PAUSE in all of its 7 rounds as a party, and raced in
	 * one: 1/7. */
	{ "declared-against-true",
	    "2|duo|halt|alpha|grim|7|0|0|0.0|7|0|0.0\n"
	    "2|duo|halt|beta|race|7|1|1|0.1429|7|1|0.1429\n" },
	/* Monitoring 3.5/8 each, beta's fine 2/8. The stage game: alpha
	 * 3+3+0+3 and 12, beta 3+3+5+3 and 12, over 8. */
	{ "who-pays",
	    "1|duo|none|alpha|lab|grim|1.8333|1.8333|0.0|0.0|0.0\n"
	    "1|duo|none|beta|nation|race|1.8333|1.8333|0.0|0.0|0.0\n"
	    "2|duo|halt|alpha|lab|grim|2.1875|2.625|0.0|0.4375|0.0\n"
	    "2|duo|halt|beta|nation|race|2.5625|3.25|0.25|0.4375|0.0\n" },
	/* Both slip by 0; the treaty differs, and its parties are in one. */
	{ "settings",
	    "1|duo|none|treaty|none|\n"
	    "2|duo|halt|treaty|halt|\n"
	    "2|duo|halt|treaty.parties|[alpha, beta]|\n" },
	{ "provenance",
	    "1|duo|none|detente run duo|1|philox|reference|0.1.0|1|sqlite|2|"
	    "2|rounds|2026-06-01T12:00:00Z|2026-06-01T12:00:09Z|c0|k1\n"
	    "2|duo|halt|detente run duo|18446744073709551615|philox|"
	    "reference|0.1.0|1|sqlite|2|2|rounds|2026-06-01T12:00:00Z|"
	    "2026-06-01T12:00:09Z|c0|k2\n" },
	{ "worst-runs",
	    "1|duo|none|1|2|2|0.0|0.0|1.0||0|0||none\n"
	    "1|duo|none|2|1|4|0.5|0.25|2.25||0|0||none\n"
	    "2|duo|halt|1|1|4|0.875|0.75|2.25|3|1|1|3|response\n"
	    "2|duo|halt|2|2|4|1.0|1.0|2.5||0|0||none\n" },
	/* Two values x < y: median and mean (x + y)/2, 10 % of the way x +
	 * .1 (y - x), stdev (y - x)/sqrt(2), standard error (y - x)/2; any two
	 * points correlate fully. none 1, 2.25 for both; halt alpha 1.875,
	 * 2.5 (always pausing, so no correlation), beta 2.625, 2.5. */
	/* Sums over sums, with two opposite residuals e the error 2 |e| over
	 * all rounds: none 11/6, e = 9 - 22/3; halt 17.5/8, e = -1.25, and
	 * 20.5/8, e = .25. */
	{ "payoff-spread",
	    "1|duo|none|alpha|grim|2|1.8333|0.5556|1.125|1.625|2.125|1.625|"
	    "0.8839|1.0\n"
	    "1|duo|none|beta|race|2|1.8333|0.5556|1.125|1.625|2.125|1.625|"
	    "0.8839|1.0\n"
	    "2|duo|halt|alpha|grim|2|2.1875|0.3125|1.9375|2.1875|2.4375|"
	    "2.1875|0.4419|\n"
	    "2|duo|halt|beta|race|2|2.5625|0.0625|2.5125|2.5625|2.6125|"
	    "2.5625|0.0884|-1.0\n" },
	/* All from sweep_example.h by hand. */
	{ "sweep-map",
	    "tiny|fine=0, own=comply|1.0|0.0|1.0|3.0|1.0|0.0|chain|0\n"
	    "tiny|fine=0, own=race|0.5|0.01|0.0|2.5|1.0|0.25|lanes|100\n"
	    "tiny|fine=2, own=comply|1.0|0.0|1.0|3.0|1.0|0.0|chain|0\n"
	    "tiny|fine=2, own=race|0.25|0.01|0.0|1.5|0.5|0.25|lanes|100\n" },
	/* fine 0: (1 + .5)/2; fine 2: (1 + .25)/2. */
	{ "sweep-best",
	    "tiny|0|fine=0, own=comply|1.0|3.0|0.75|2\n"
	    "tiny|2|fine=2, own=comply|1.0|3.0|0.625|2\n" },
	/* alpha: 3 against 5 without a fine, 3 against 1 with one. */
	{ "sweep-best-reply",
	    "tiny|alpha|fine=0|race|5.0|comply|2.0|0.02\n"
	    "tiny|alpha|fine=2|comply|3.0|race|2.0|0.02\n" },
	/* All from solution_example.h. */
	{ "solutions",
	    "1|nash|hunt|yes|bounds|1|most||inf|payoff\n"
	    "1|nash|hunt|yes|equilibria|1|profile||mixed|\n"
	    "1|nash|hunt|yes|equilibria|1|chance|0.25|1/4|chance\n"
	    "1|nash|hunt|yes|equilibria|2|profile|||\n"
	    "1|nash|hunt|yes|equilibria|2|chance|0.0||chance\n"
	    "2|treaty-map|duo|yes|map|1|x|0.5||\n"
	    "2|treaty-map|duo|yes|map|1|y|0.9||\n"
	    "2|treaty-map|duo|yes|map|1|holds||no|\n"
	    "2|treaty-map|duo|yes|map|1|slack|-0.25||\n"
	    "2|treaty-map|duo|yes|map|2|x|0.25||\n"
	    "2|treaty-map|duo|yes|map|2|y|0.9||\n"
	    "2|treaty-map|duo|yes|map|2|holds||yes|\n"
	    "2|treaty-map|duo|yes|map|2|slack|1.5||\n" },
	/* From keep_map, in the order of x; columns that it lacks are NULL. */
	{ "phase-map",
	    "2|duo|0.25|0.9|yes|1.5||||\n"
	    "2|duo|0.5|0.9|no|-0.25||||\n" },
};

enum { ANSWERS = sizeof(answers) / sizeof(answers[0]) };

static const char *
queries(void)
{
	static char name[512];
	const char *srcdir = getenv("srcdir");
	snprintf(name, sizeof(name), "%s/data/queries",
	    srcdir ? srcdir : ".");
	return name;
}

static void
read_query(struct dt_arena *arena, const char *name,
    struct dt_query_file *file)
{
	const char *at = dt_arena_print(arena, "%s/%s.sql", queries(), name);
	ck_assert_msg(dt_query_read_file(arena, at, file, &err) == DT_OK,
	    "%s", err.message);
}

START_TEST(a_named_query_gives_the_numbers_worked_out_by_hand)
{
	struct dt_arena arena = { 0 };
	struct dt_query_file file;
	struct dt_query_value *values = NULL;
	struct dt_query_terms terms = { .seconds = 10,
		.functions = dt_sql_functions };
	read_query(&arena, answers[_i].name, &file);
	ck_assert_str_eq(file.name, answers[_i].name);
	ck_assert_int_eq(dt_query_set(&arena, &file, NULL, &values,
	    &terms.n_values, &err), DT_OK);
	terms.values = values;
	ck_assert_str_eq(ask_with(file.sql, &terms), answers[_i].rows);
	dt_arena_free(&arena);
}
END_TEST

/* Unless it says that it needs more. */
START_TEST(the_stock_shell_gives_the_same)
{
	char command[1024], got[16384];
	struct dt_arena arena = { 0 };
	struct dt_query_file file;
	read_query(&arena, answers[_i].name, &file);
	bool more = strstr(file.about, "Needs 'detente query'") != NULL;
	if (!more && system("command -v sqlite3 >/dev/null 2>&1") == 0) {
		snprintf(command, sizeof(command), "sqlite3 -readonly %s <%s",
		    path, file.path);
		FILE *pipe = popen(command, "r");
		ck_assert_ptr_nonnull(pipe);
		got[fread(got, 1, sizeof(got) - 1, pipe)] = '\0';
		ck_assert_int_eq(pclose(pipe), 0);
		ck_assert_str_eq(got, answers[_i].rows);
	}
	dt_arena_free(&arena);
}
END_TEST

static bool
has_answer(const char *name, size_t n)
{
	for (size_t i = 0; i < ANSWERS; i++)
		if (strlen(answers[i].name) == n &&
		    strncmp(answers[i].name, name, n) == 0)
			return true;
	return false;
}

/* A function of its name in tests/named_*.py works it out from the rows. */
static bool
is_recomputed(const char *name, size_t n)
{
	char word[256], command[512];
	const char *srcdir = getenv("srcdir");
	snprintf(word, sizeof(word), "%.*s", (int)n, name);
	for (char *c = word; *c != '\0'; c++)
		if (*c == '-')
			*c = '_';
	snprintf(command, sizeof(command), "grep -q '^def %s()' %s/tests/"
	    "named_*.py", word, srcdir ? srcdir : ".");
	return system(command) == 0;
}

START_TEST(every_query_file_has_an_answer_here_or_in_python)
{
	DIR *dir = opendir(queries());
	ck_assert_msg(dir != NULL, "%s", queries());
	for (struct dirent *e; (e = readdir(dir)) != NULL;) {
		const char *dot = strrchr(e->d_name, '.');
		if (dot == NULL || strcmp(dot, ".sql") != 0)
			continue;
		size_t n = (size_t)(dot - e->d_name);
		ck_assert_msg(has_answer(e->d_name, n) ||
		    is_recomputed(e->d_name, n), "%s", e->d_name);
	}
	closedir(dir);
}
END_TEST

/* Newton's roots in treaty_effect against sqrt. none: residuals 4 - 8/3 and
 * -4/3, error 2 * 4/3 / 12 = 2/9. */
START_TEST(standard_errors_are_roots_to_the_last_digits)
{
	ck_assert_str_eq(ask("SELECT count(*) FROM treaty_effect WHERE"
	    " measure = 'pause_share' AND treaty = 'halt' AND"
	    " abs(effect_standard_error - sqrt(4 / 81.0 + 0.0625 *"
	    " 0.0625)) < 1e-15"), "1\n");
}
END_TEST

/* The head of a query file */

static enum dt_status
read_text(struct dt_arena *arena, const char *text,
    struct dt_query_file *file)
{
	char name[128];
	snprintf(name, sizeof(name), "%s/some-query.sql", folder);
	FILE *out = fopen(name, "w");
	ck_assert_ptr_nonnull(out);
	fputs(text, out);
	fclose(out);
	return dt_query_read_file(arena, name, file, &err);
}

START_TEST(a_head_is_read_to_its_last_line)
{
	struct dt_arena arena = { 0 };
	struct dt_query_file file;
	ck_assert_int_eq(read_text(&arena, "-- title: A b\n-- about: One\n"
	    "--    two\n--\tnot this\nSELECT 1", &file), DT_OK);
	ck_assert_str_eq(file.name, "some-query");
	ck_assert_str_eq(file.title, "A b");
	ck_assert_str_eq(file.about, "One two");
	ck_assert_ptr_nonnull(strstr(file.sql, "SELECT 1"));
	dt_arena_free(&arena);
}
END_TEST

START_TEST(a_missing_head_is_named_with_its_line)
{
	struct dt_arena arena = { 0 };
	struct dt_query_file file;
	ck_assert_int_eq(read_text(&arena, "SELECT 1", &file), DT_EINPUT);
	ck_assert_ptr_nonnull(strstr(err.message, "some-query.sql:1:1:"));
	ck_assert_int_eq(read_text(&arena, "-- title: x\nSELECT 1", &file),
	    DT_EINPUT);
	ck_assert_ptr_nonnull(strstr(err.message, "some-query.sql:2:1:"));
	ck_assert_int_eq(read_text(&arena, "", &file), DT_EINPUT);
	dt_arena_free(&arena);
}
END_TEST

START_TEST(a_missing_query_file_is_a_missing_input)
{
	struct dt_arena arena = { 0 };
	struct dt_query_file file;
	ck_assert_int_eq(dt_query_read_file(&arena, "/no/such.sql", &file,
	    &err), DT_EINPUT);
	dt_arena_free(&arena);
}
END_TEST

/* The sandbox */

static const struct {
	const char *sql, *words;
} refused[] = {
	{ "DELETE FROM outcome", "would delete rows of outcome" },
	{ "INSERT INTO round VALUES (1, 1, 9, 'x')",
	    "would add rows to round" },
	{ "UPDATE run SET rounds = 1", "would change rows of run" },
	{ "UPDATE sqlite_schema SET sql = ''", "may not be modified" },
	{ "UPDATE sqlite_temp_schema SET sql = ''",
	    "may not be modified" },
	{ "DROP TABLE run", "make, change or remove a table" },
	{ "CREATE TABLE t (x)", "make, change or remove a table" },
	{ "CREATE TEMP VIEW v AS SELECT 1", "make, change or remove" },
	{ "ALTER TABLE run RENAME TO x", "make, change or remove" },
	{ "ATTACH '/tmp/x.db' AS x", "open or write another file" },
	{ "VACUUM INTO '/tmp/x.db'", "sandbox only reads" },
	{ "VACUUM", "sandbox only reads" },
	{ "ANALYZE", "sandbox only reads" },
	{ "REINDEX", "sandbox only reads" },
	{ "BEGIN", "begin or end a transaction" },
	{ "SAVEPOINT a", "begin or end a transaction" },
	{ "PRAGMA journal_mode=WAL", "PRAGMA journal_mode" },
	{ "PRAGMA query_only=OFF", "PRAGMA query_only" },
	{ "PRAGMA writable_schema=ON", "PRAGMA writable_schema" },
	{ "PRAGMA user_version=7", "PRAGMA user_version" },
	{ "SELECT * FROM pragma_query_only", "PRAGMA query_only" },
	{ "SELECT load_extension('x')", "reach outside of the database" },
	{ "SELECT readfile('/etc/passwd')", "no such function: readfile" },
	{ "EXPLAIN DELETE FROM run", "would delete rows of run" },
	{ "WITH x AS (SELECT 1) DELETE FROM run",
	    "would delete rows of run" },
	{ "SELECT 1; DELETE FROM run", "only one statement" },
	{ "SELECT 1;\n  SELECT 2", "SQL:2:3: error: only one statement" },
	{ "SELECT 1; nonsense", "only one statement" },
	{ "", "no SQL" },
	{ " -- nothing\n ;", "no SQL" },
	{ "SELECT ?", "a parameter needs a name" },
	{ "SELECT * FROM run WHERE run = :run", "--set run=VALUE" },
	{ "SELECT randomblob(4)", "ask for hex" },
	{ "SELECT zeroblob(1000000000)", "too big" },
	{ "SELECT 9223372036854775807 + abs(-9223372036854775807 - 1)",
	    "integer overflow" },
};

START_TEST(the_sandbox_says_no_and_why)
{
	refuses(refused[_i].sql, 10, refused[_i].words);
}
END_TEST

START_TEST(the_sandbox_changed_nothing)
{
	char command[256];
	snprintf(command, sizeof(command), "cp %s %s.before", path, path);
	ck_assert_int_eq(system(command), 0);
	for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++)
		refuses(refused[i].sql, 10, refused[i].words);
	snprintf(command, sizeof(command), "cmp %s %s.before", path, path);
	ck_assert_int_eq(system(command), 0);
}
END_TEST

static const struct {
	const char *sql, *rows;
} allowed[] = {
	{ "SELECT 1", "1\n" },
	{ "SELECT 1;  -- and a word\n", "1\n" },
	{ "VALUES (1, 'a'), (2.5, NULL)", "1|a\n2.5|\n" },
	{ "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n"
	    " WHERE i < 3) SELECT i FROM n", "1\n2\n3\n" },
	{ "PRAGMA user_version", "5\n" },
	{ "SELECT name FROM pragma_table_info('round') LIMIT 1",
	    "experiment_id\n" },
	{ "PRAGMA integrity_check", "ok\n" },
	{ "SELECT sum(value) FROM json_each('[1, 2]')", "3\n" },
	{ "SELECT count(*) FROM sqlite_schema WHERE name = 'run'", "1\n" },
	{ "SELECT 'PAUSE' FROM run WHERE 0", "" },
};

START_TEST(reading_goes_through)
{
	ck_assert_str_eq(ask(allowed[_i].sql), allowed[_i].rows);
}
END_TEST

START_TEST(explain_goes_through)
{
	ck_assert_ptr_nonnull(strstr(ask("EXPLAIN QUERY PLAN SELECT * FROM"
	    " run"), "SCAN run"));
}
END_TEST

START_TEST(an_endless_query_ends)
{
	refuses("WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1"
	    " FROM n) SELECT count(*) FROM n", 0.2, "its time is up");
}
END_TEST

/* The clock stands while the reader is slow. */
START_TEST(a_slow_reader_is_not_blamed)
{
	struct dt_query *query;
	const struct dt_cell *row;
	ck_assert_int_eq(open_query(&query, path, "SELECT * FROM move",
	    0.2), DT_OK);
	usleep(300000);
	ck_assert_int_eq(dt_query_next(query, &row, &err), DT_OK);
	usleep(300000);
	ck_assert_msg(dt_query_next(query, &row, &err) == DT_OK, "%s",
	    err.message);
	ck_assert_ptr_nonnull(row);
	dt_query_close(query);
}
END_TEST

START_TEST(after_the_last_row_there_is_none)
{
	struct dt_query *query;
	const struct dt_cell *row;
	ck_assert_int_eq(open_query(&query, path, "SELECT 7 AS seven",
	    0), DT_OK);
	ck_assert_str_eq(dt_query_column(query, 0), "seven");
	ck_assert_int_eq(dt_query_next(query, &row, &err), DT_OK);
	ck_assert_ptr_nonnull(row);
	for (int i = 0; i < 3; i++) {
		ck_assert_int_eq(dt_query_next(query, &row, &err), DT_OK);
		ck_assert_ptr_null(row);
	}
	dt_query_close(query);
}
END_TEST

/* Faults in SQL */

START_TEST(a_misspelt_column_is_shown_with_the_nearest)
{
	refuses("SELECT run,\n    rouns\nFROM run", 0,
	    "SQL:2:5: error: no such column: rouns\n"
	    "    2 |     rouns\n"
	    "      |     ^~~~~\n"
	    "      = help: did you mean 'rounds'?");
}
END_TEST

START_TEST(a_misspelt_table_is_shown_with_the_nearest)
{
	refuses("SELECT * FROM outcomes", 0, "did you mean 'outcome'?");
}
END_TEST

START_TEST(a_misspelt_function_is_shown_with_the_nearest)
{
	refuses("SELECT medain(payoff) FROM move", 0,
	    "did you mean 'median'?");
}
END_TEST

START_TEST(text_in_double_quotes_is_told_to_be_text)
{
	refuses("SELECT * FROM move WHERE executed = \"PAUSE\"", 0,
	    "text stands in single quotes: 'PAUSE'");
}
END_TEST

START_TEST(a_syntax_error_has_its_place)
{
	refuses("SELECT *\nFORM run", 0, "SQL:2:1: error: near \"FORM\"");
}
END_TEST

START_TEST(columns_are_counted_in_characters)
{
	refuses("SELECT 'détente', nothing_like_it", 0, "SQL:1:19: error:");
}
END_TEST

START_TEST(what_is_no_database_is_no_question_of_sql)
{
	struct dt_query *query = NULL;
	ck_assert_int_eq(open_query(&query, "/no/such.db", "SELECT 1", 0), DT_EINPUT);
	ck_assert_int_eq(open_query(&query, "/etc/passwd", "SELECT 1", 0), DT_ESTORE);
	ck_assert_ptr_null(query);
}
END_TEST

/* Aggregates, against closed forms */

#define OVER(list) " FROM (SELECT column1 AS x, column2 AS y FROM (VALUES " \
	list "))"

static const struct {
	const char *sql, *rows;
} aggregates[] = {
	{ "SELECT median(x)" OVER("(3,0),(1,0),(2,0)"), "2.0\n" },
	{ "SELECT median(x)" OVER("(4,0),(1,0),(2,0),(3,0)"), "2.5\n" },
	{ "SELECT median(x)" OVER("(7,0),(NULL,0)"), "7.0\n" },
	/* Type 7: position .25 * 4 = 1, .9 * 4 = 3.6. */
	{ "SELECT quantile(x, 0.25), quantile(x, 0.9), quantile(x, 0),"
	    " quantile(x, 1)" OVER("(10,0),(20,0),(30,0),(40,0),(50,0)"),
	    "20.0|46.0|10.0|50.0\n" },
	/* 4, 7, 13, 16: squares of deviations 36 + 9 + 9 + 36 = 90, over 3;
	 * the standard error is sqrt(30 / 4). */
	{ "SELECT variance(x), abs(stdev(x) - sqrt(30)) < 1e-12,"
	    " abs(stderr_mean(x) - sqrt(7.5)) < 1e-12"
	    OVER("(4,0),(7,0),(13,0),(16,0)"), "30.0|1|1\n" },
	/* Sums of squares would have lost this. */
	{ "SELECT variance(x + 1e9)" OVER("(4,0),(7,0),(13,0),(16,0)"),
	    "30.0\n" },
	{ "SELECT correlation(x, y)" OVER("(1,2),(2,4),(3,6)"), "1.0\n" },
	{ "SELECT correlation(x, y)" OVER("(1,1),(2,-1),(3,1)"), "0.0\n" },
	/* Deviations (-1,0,1) and (-1,-1,2)... products 3 over
	 * sqrt(2 * 6) = .866025. */
	{ "SELECT abs(correlation(x, y) - sqrt(3) / 2) < 1e-15"
	    OVER("(1,0),(2,0),(3,3)"), "1\n" },
	{ "SELECT correlation(x, y), correlation(y, x)"
	    OVER("(1,5),(2,5),(3,5)"), "|\n" },
	{ "SELECT variance(x), stdev(x), stderr_mean(x), median(x)"
	    OVER("(5,0)"), "|||5.0\n" },
	{ "SELECT variance(x), median(x), quantile(x, 0.5), correlation(x, y)"
	    OVER("(5,0)") " WHERE 0", "|||\n" },
	{ "SELECT run, median(payoff) FROM move WHERE experiment_id = 1 GROUP"
	    " BY run", "1|2.0\n2|1.0\n" },
};

START_TEST(an_aggregate_agrees_with_its_closed_form)
{
	ck_assert_str_eq(ask(aggregates[_i].sql), aggregates[_i].rows);
}
END_TEST

START_TEST(aggregates_refuse_what_is_no_number)
{
	refuses("SELECT median(ending) FROM run", 0, "no number");
	refuses("SELECT quantile(run, 1.5) FROM run", 0, "from 0 to 1");
	refuses("SELECT quantile(run, NULL) FROM run", 0, "from 0 to 1");
	refuses("SELECT median(x), stdev('a')" OVER("(1,0),(2,0)"), 0,
	    "no number");
}
END_TEST

START_TEST(memory_may_run_out_anywhere)
{
	long failed = 0;
	enum dt_status status = DT_ENOMEM;
	for (; status != DT_OK && failed < 1000; failed++) {
		struct dt_query *query = NULL;
		const struct dt_cell *row = NULL;
		dt_memory_fail_after(failed);
		status = open_query(&query, path, "SELECT median(payoff),"
		    " quantile(payoff, 0.1), 'x' FROM move", 0);
		if (status == DT_OK)
			status = dt_query_next(query, &row, &err);
		dt_memory_fail_after(-1);
		dt_query_close(query);
		ck_assert(status == DT_OK || status == DT_ENOMEM);
	}
	ck_assert_int_eq(status, DT_OK);
	ck_assert_int_ge(failed, 5);
}
END_TEST

static void
add_named(Suite *suite)
{
	TCase *c = tcase_create("named");
	tcase_add_checked_fixture(c, set_up, tear_down);
	tcase_add_loop_test(c,
	    a_named_query_gives_the_numbers_worked_out_by_hand, 0, ANSWERS);
	tcase_add_loop_test(c, the_stock_shell_gives_the_same, 0, ANSWERS);
	tcase_add_test(c, every_query_file_has_an_answer_here_or_in_python);
	tcase_add_test(c, standard_errors_are_roots_to_the_last_digits);
	tcase_add_test(c, a_head_is_read_to_its_last_line);
	tcase_add_test(c, a_missing_head_is_named_with_its_line);
	tcase_add_test(c, a_missing_query_file_is_a_missing_input);
	suite_add_tcase(suite, c);
}

static void
add_sandbox(Suite *suite)
{
	TCase *c = tcase_create("sandbox");
	tcase_add_checked_fixture(c, set_up, tear_down);
	tcase_set_timeout(c, 30);
	tcase_add_loop_test(c, the_sandbox_says_no_and_why, 0,
	    sizeof(refused) / sizeof(refused[0]));
	tcase_add_test(c, the_sandbox_changed_nothing);
	tcase_add_loop_test(c, reading_goes_through, 0,
	    sizeof(allowed) / sizeof(allowed[0]));
	tcase_add_test(c, explain_goes_through);
	tcase_add_test(c, an_endless_query_ends);
	tcase_add_test(c, a_slow_reader_is_not_blamed);
	tcase_add_test(c, after_the_last_row_there_is_none);
	suite_add_tcase(suite, c);
}

static void
add_faults(Suite *suite)
{
	TCase *c = tcase_create("faults");
	tcase_add_checked_fixture(c, set_up, tear_down);
	tcase_add_test(c, a_misspelt_column_is_shown_with_the_nearest);
	tcase_add_test(c, a_misspelt_table_is_shown_with_the_nearest);
	tcase_add_test(c, a_misspelt_function_is_shown_with_the_nearest);
	tcase_add_test(c, text_in_double_quotes_is_told_to_be_text);
	tcase_add_test(c, a_syntax_error_has_its_place);
	tcase_add_test(c, columns_are_counted_in_characters);
	tcase_add_test(c, what_is_no_database_is_no_question_of_sql);
	suite_add_tcase(suite, c);
}

static void
add_aggregates(Suite *suite)
{
	TCase *c = tcase_create("aggregates");
	tcase_add_checked_fixture(c, set_up, tear_down);
	tcase_add_loop_test(c, an_aggregate_agrees_with_its_closed_form, 0,
	    sizeof(aggregates) / sizeof(aggregates[0]));
	tcase_add_test(c, aggregates_refuse_what_is_no_number);
	tcase_add_test(c, memory_may_run_out_anywhere);
	suite_add_tcase(suite, c);
}

int
main(void)
{
	Suite *suite = suite_create("query");
	add_named(suite);
	add_sandbox(suite);
	add_faults(suite);
	add_aggregates(suite);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
