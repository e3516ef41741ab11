/*
 * check_sql: what SQL can call beyond SQLite's own functions, against closed
 * forms, published figures and tables.
 */
#include <check.h>
#include <math.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "sql/sql.h"

static sqlite3 *db;

static void
set_up(void)
{
	ck_assert_int_eq(sqlite3_open(":memory:", &db), SQLITE_OK);
	ck_assert_int_eq(dt_sql_functions(db), SQLITE_OK);
}

static void
tear_down(void)
{
	ck_assert_int_eq(sqlite3_close(db), SQLITE_OK);
}

static int
add_row(void *answer, int n, char **cells, char **names)
{
	(void)names;
	for (int i = 0; i < n; i++) {
		strcat(answer, cells[i] == NULL ? "" : cells[i]);
		strcat(answer, i + 1 < n ? "|" : "\n");
	}
	return 0;
}

/* All rows, a line each, or what is wrong. */
static const char *
ask(const char *sql)
{
	static char answer[16384];
	char *message = NULL;
	answer[0] = '\0';
	if (sqlite3_exec(db, sql, add_row, answer, &message) != SQLITE_OK)
		snprintf(answer, sizeof(answer), "%s", message);
	sqlite3_free(message);
	return answer;
}

static double
number(const char *sql)
{
	return strtod(ask(sql), NULL);
}

/* (1, 2) and (3, 2): R = 4/4, residuals -+1, error sqrt(2 * 2) / 4; t of one
 * degree is tan(.475 pi) = 12.7062. Of one length the ratio's error is that of
 * a mean: 1, 2, 3, 4 over 1: sqrt((5/3) / 4), t of 3 degrees 3.182446. */
START_TEST(a_ratio_has_cochrans_error)
{
#define OF(rows) " FROM (SELECT column1 AS x, column2 AS n FROM (VALUES" rows \
    "))"
	ck_assert_str_eq(ask("SELECT ratio(x, n), ratio_se(x, n),"
	    " ratio_effective(x, n)" OF("(1,2),(3,2)")), "1.0|0.5|2.0\n");
	ck_assert_double_eq_tol(number("SELECT ratio_high(x, n)"
	    OF("(1,2),(3,2)")), 1 + .5 * 12.706204736, 1e-8);
	ck_assert_double_eq_tol(number("SELECT ratio_low(x, n)"
	    OF("(1,1),(2,1),(3,1),(4,1)")), 2.5 - 3.182446305 *
	    .645497224367903, 1e-8);
	/* of unlike lengths, worth (1 + 3)^2 / 10: too few for an interval */
	ck_assert_str_eq(ask("SELECT ratio(x, n), ratio_effective(x, n),"
	    " ratio_low(x, n)" OF("(1,1),(2,3)")), "0.75|1.6|\n");
	ck_assert_str_eq(ask("SELECT ratio(x, n), ratio_se(x, n),"
	    " ratio_low(x, n)" OF("(1,2),(NULL,1),(1,NULL),(0,0)")),
	    "0.5||\n");
	ck_assert_str_eq(ask("SELECT ratio(x, n), ratio_se(x, n)"
	    OF("(0,0),(NULL,1)")), "|\n");
	ck_assert_ptr_nonnull(strstr(ask("SELECT ratio(x, n)" OF("(1,-1)")),
	    "not below 0"));
	ck_assert_double_eq_tol(number("SELECT student(.975, 10)"),
	    2.228138852, 1e-8);
	ck_assert_str_eq(ask("SELECT student(.975, NULL)"), "\n");
	ck_assert_ptr_nonnull(strstr(ask("SELECT student(1, 3)"), "between"));
}
END_TEST

#define GROUPS(rows) " FROM (SELECT column1 AS x, column2 AS g FROM (VALUES" \
    rows "))"

/* Hollander and Wolfe 1973, section 4.1, tritiated water through membranes at
 * term and at 12 to 26 weeks: U 35, one-sided .1272. */
#define TERM "(.80,1),(.83,1),(1.89,1),(1.04,1),(1.45,1),(1.38,1),(1.91,1)," \
    "(1.64,1),(.73,1),(1.46,1),(1.15,0),(.88,0),(.90,0),(.74,0),(1.21,0)"

/* Ties: of 1 1 2 | 2 3 3 the ranks are 1.5 1.5 3.5 3.5 5.5 5.5; of the 20
 * choices of three, the sum 6.5 is reached by 2 (either 3.5) and is the
 * least, 14.5 by 2: p .2. */
START_TEST(ranks_are_tested_exactly)
{
	ck_assert_double_eq_tol(number("SELECT rank_sum_p(x, g)"
	    GROUPS(TERM)), 764. / 3003, 1e-12);
	ck_assert_double_eq_tol(number("SELECT rank_sum_p(x, g)"
	    GROUPS(TERM)), .2544, 5e-5);
	ck_assert_str_eq(ask("SELECT rank_sum_u(x, g)" GROUPS(TERM)),
	    "35.0\n");
	ck_assert_str_eq(ask("SELECT rank_sum_p(x, g)"
	    GROUPS("(1,0),(2,0),(3,0),(4,1),(5,1),(6,1)")), "0.1\n");
	ck_assert_str_eq(ask("SELECT rank_sum_p(x, g), rank_sum_p(x, 1 - g)"
	    GROUPS("(1,0),(1,0),(2,0),(2,1),(3,1),(3,1)")), "0.2|0.2\n");
	ck_assert_str_eq(ask("SELECT rank_sum_p(x, g), rank_sum_u(x, g)"
	    GROUPS("(7,0),(7,1),(7,1)")), "1.0|1.0\n");
	ck_assert_str_eq(ask("SELECT rank_sum_p(x, g), rank_sum_u(x, g)"
	    GROUPS("(7,1),(8,1),(NULL,0),(9,NULL)")), "|\n");
	ck_assert_ptr_nonnull(strstr(ask("SELECT rank_sum_p(x, g)"
	    GROUPS("(7,2)")), "0 or 1"));
}
END_TEST

/* Of 1..81 the rank sum of the 40 even ones is 1640 = 40 * 82 / 2, just what is
 * expected: 1. */
START_TEST(many_ranks_go_by_the_normal_law)
{
	const char *rows = " FROM (WITH RECURSIVE t (x) AS (SELECT 1 UNION ALL"
	    " SELECT x + 1 FROM t WHERE x < 81) SELECT x FROM t)";
	char sql[400];
	snprintf(sql, sizeof(sql), "SELECT rank_sum_p(x, x %% 2 = 0)%s",
	    rows);
	ck_assert_str_eq(ask(sql), "1.0\n");
	snprintf(sql, sizeof(sql), "SELECT rank_sum_p(x, x > 76)%s", rows);
	/* five largest: U 380 against 190, variance 5 * 76 * 82 / 12 */
	ck_assert_double_eq_tol(number(sql),
	    erfc(189.5 / sqrt(5. * 76 * 82 / 12) / sqrt(2)), 1e-12);
}
END_TEST

/* Brown, Cai and DasGupta 2001 give the form; z = 1.959964: 5 of 10 is .5
 * +- z/(1 + z^2/10) sqrt(.025 + z^2/400), 0 of 10 ends at z^2/(10 + z^2). */
START_TEST(wilsons_interval_is_that_of_its_formula)
{
	ck_assert_double_eq_tol(number("SELECT wilson_low(5, 10)"),
	    0.236593090512564, 1e-12);
	ck_assert_double_eq_tol(number("SELECT wilson_high(5, 10)"),
	    0.763406909487436, 1e-12);
	ck_assert_str_eq(ask("SELECT wilson_low(0, 10), wilson_high(10, 10)"),
	    "0.0|1.0\n");
	ck_assert_double_eq_tol(number("SELECT wilson_high(0, 10)"),
	    0.277532799862889, 1e-12);
	/* z = 1.644854 at .9 */
	ck_assert_double_eq_tol(number("SELECT wilson_high(0, 10, 0.9)"),
	    2.705543454095404 / 12.705543454095404, 1e-12);
	ck_assert_str_eq(ask("SELECT wilson_low(NULL, 3), wilson_low(0, 0)"),
	    "|\n");
}
END_TEST

/* A resample of (0, 1) has mean 0, 1/2, 1 with chance 1/4, 1/2, 1/4. Of 400
 * numbers 0 to 399 the mean's standard error is 115.47/20 = 5.77: 199.5 +-
 * 1.96 x 5.77, here within a tenth of that for 2,000 draws. */
START_TEST(the_bootstrap_finds_the_error_of_a_mean)
{
	ck_assert_str_eq(ask("SELECT bootstrap_low(x), bootstrap_high(x) FROM"
	    " (SELECT 0 AS x UNION ALL SELECT 1)"), "0.0|1.0\n");
#define COUNT "WITH RECURSIVE n(x) AS (SELECT 0 UNION ALL SELECT x + 1 FROM" \
	" n WHERE x < 399) SELECT "
	ck_assert_double_eq_tol(number(COUNT "bootstrap_low(x) FROM n"),
	    199.5 - 1.96 * 5.7735, 1.2);
	ck_assert_double_eq_tol(number(COUNT "bootstrap_high(x) FROM n"),
	    199.5 + 1.96 * 5.7735, 1.2);
	ck_assert_double_eq_tol(number(COUNT "bootstrap_high(x, 0.5) FROM n"),
	    199.5 + .6745 * 5.7735, 0.8);
	/* the same in any order, and again */
	ck_assert_str_eq(ask(COUNT "bootstrap_low(x) = (SELECT"
	    " bootstrap_low(x) FROM (SELECT x FROM n ORDER BY -x)) FROM n"),
	    "1\n");
	ck_assert_str_eq(ask("SELECT bootstrap_low(1)"), "\n");
}
END_TEST

/* Remissions in weeks of 21 patients under 6-mercaptopurine; those marked with
 * 0 were still in remission (Freireich and others 1963). */
#define REMISSIONS " FROM (SELECT column1 AS t, column2 AS e FROM (VALUES " \
	"(6,1),(6,1),(6,1),(6,0),(7,1),(9,0),(10,1),(10,0),(11,0),(13,1)," \
	"(16,1),(17,0),(19,0),(20,0),(22,1),(23,1),(25,0),(32,0),(32,0)," \
	"(34,0),(35,0)))"

/* The product-limit estimates that the textbooks print: .857, .807, .753,
 * .690, .627, .538, .448; with their products written out. */
START_TEST(survival_is_the_product_over_those_at_risk)
{
	static const struct { const char *at; double share; } table[] = {
		{ "5.9", 1 }, { "6", 18.0 / 21 },
		{ "7", 18.0 / 21 * 16 / 17 },
		{ "10", 18.0 / 21 * 16 / 17 * 14 / 15 },
		{ "13", 18.0 / 21 * 16 / 17 * 14 / 15 * 11 / 12 },
		{ "16", 18.0 / 21 * 16 / 17 * 14 / 15 * 10 / 12 },
		{ "22", 18.0 / 21 * 16 / 17 * 14 / 15 * 10 / 12 * 6 / 7 },
		{ "40", 18.0 / 21 * 16 / 17 * 14 / 15 * 10 / 12 * 5 / 7 },
	};
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		char sql[1024];
		snprintf(sql, sizeof(sql), "SELECT survival(t, e, %s)"
		    REMISSIONS, table[i].at);
		ck_assert_double_eq_tol(number(sql), table[i].share, 1e-12);
	}
	ck_assert_str_eq(ask("SELECT survival_median(t, e)" REMISSIONS),
	    "23.0\n");
}
END_TEST

/* Greenwood at 10 weeks: 3/(21 x 18) + 1/(17 x 16) + 1/(15 x 14) = .016375,
 * so S's standard error is .752941 x .127965 = .09635 (printed: .0963); on the
 * scale log(-log S) the interval is S^exp(-+1.96 x .127965/.283769). */
START_TEST(survival_has_greenwoods_interval)
{
	ck_assert_double_eq_tol(number("SELECT survival_low(t, e, 10)"
	    REMISSIONS), 0.503200, 2e-5);
	ck_assert_double_eq_tol(number("SELECT survival_high(t, e, 10)"
	    REMISSIONS), 0.889363, 2e-5);
	ck_assert_str_eq(ask("SELECT survival_low(t, e, 1)" REMISSIONS),
	    "\n");
	ck_assert_str_eq(ask("SELECT survival(1, NULL, 2)"),
	    "the second argument of survival says whether it ended: a number "
	    "from 0 to 1");
}
END_TEST

START_TEST(a_game_is_known_by_its_payoffs)
{
	ck_assert_str_eq(ask("SELECT dilemma(5,3,1,0), dilemma(5,4,0,1),"
	    " dilemma(3,4,2,0), grim_continuation(5,3,1,0)"),
	    "prisoner's dilemma|chicken|stag hunt|0.5\n");
	ck_assert_str_eq(ask("SELECT payoff('RACE','PAUSE',5,3,1,0),"
	    " payoff('PAUSE','PAUSE',5,3,1,0), payoff('PAUSE','RACE',5,3,1,0),"
	    " payoff('RACE','RACE',5,3,1,0), payoff(NULL,'RACE',5,3,1,0)"),
	    "5.0|3.0|0.0|1.0|\n");
	ck_assert_str_eq(ask("SELECT payoff('WAIT','PAUSE',5,3,1,0)"),
	    "a move is 'PAUSE' or 'RACE'");
	/* 3 - 2 x .05/.45; none where the signal says nothing */
	ck_assert_double_eq_tol(number("SELECT v_star(5,3,1,0,0.05,0.5)"),
	    3 - .1 / .45, 1e-12);
	ck_assert_str_eq(ask("SELECT v_star(5,3,1,0,0.5,0.5)"), "\n");
}
END_TEST

/* Tit for tat with itself under slips visits all four outcomes alike, (3 + 2.5
 * + 2.5 + 1)/4; against one that always races it loses the first round alone:
 * (1-c) 0 + c 1. */
START_TEST(two_memory_one_strategies_are_paid_exactly)
{
	ck_assert_double_eq_tol(number("SELECT memory_one('1 0 1 0',"
	    " '1 0 1 0 1', 5, 3, 1, 0, 0.05)"), 2.25, 1e-9);
	ck_assert_double_eq_tol(number("SELECT memory_one('1,0,1,0,1',"
	    " '0,0,0,0,0', 5, 3, 1, 0, 0, 0.9)"), .9, 1e-12);
	ck_assert_str_eq(ask("SELECT memory_one('1 0 1', '1 0 1 0',5,3,1,0)"),
	    "a strategy is four or five chances to pause, as in '1 0 1 0 1'");
	ck_assert_str_eq(ask("SELECT memory_one(NULL, '1 0 1 0',5,3,1,0)"),
	    "\n");
}
END_TEST

/* Chicken (5,4,0,1): one races, or both pause with the chance p at which the
 * other does not care: 4p + (1-p) = 5p, p = 1/2, worth 2.5. */
START_TEST(nash_gives_every_equilibrium_as_rows)
{
	ck_assert_str_eq(ask("SELECT equilibrium, player, label, probability,"
	    " payoff FROM nash(5, 3, 1, 0) WHERE probability > 0"),
	    "1|row|RACE|1.0|1.0\n1|column|RACE|1.0|1.0\n");
	ck_assert_str_eq(ask("SELECT count(DISTINCT equilibrium), count(*)"
	    " FROM nash(5, 4, 0, 1)"), "3|12\n");
	ck_assert_str_eq(ask("SELECT player, exact, payoff FROM"
	    " nash(5, 4, 0, 1) WHERE exact = '1/2' AND label = 'PAUSE'"),
	    "row|1/2|2.5\ncolumn|1/2|2.5\n");
}
END_TEST

/* The battle of the sexes has two pure equilibria and (2/3, 1/3). */
START_TEST(nash_reads_a_game_as_one_writes_it)
{
	ck_assert_str_eq(ask("SELECT count(DISTINCT equilibrium),"
	    " max(CASE WHEN exact = '2/3' THEN player || label END) FROM"
	    " nash('her/him,ballet,fight' || char(10) || 'ballet,2;1,0;0' ||"
	    " char(10) || 'fight,0;0,1;2')"), "3|himfight\n");
	ck_assert_str_eq(ask("SELECT g, (SELECT count(*) FROM nash(g)) FROM"
	    " (SELECT NULL AS g)"), "|0\n");
	/* one row of a query, one game */
	ck_assert_str_eq(ask("SELECT t, count(DISTINCT equilibrium) FROM"
	    " (SELECT 5 AS t UNION ALL SELECT 2), nash(t, 3, 1, 0) GROUP BY"
	    " t"), "2|3\n5|1\n");
}
END_TEST

START_TEST(what_is_no_game_is_refused_in_words)
{
	ck_assert_ptr_nonnull(strstr(ask("SELECT * FROM nash"),
	    "nash takes a game's text, or T, R, P, S"));
	ck_assert_ptr_nonnull(strstr(ask("SELECT * FROM nash(1, 2)"),
	    "nash takes a game's text, or T, R, P, S"));
	ck_assert_ptr_nonnull(strstr(ask("SELECT * FROM nash('a', 1, 1, 1)"),
	    "four numbers"));
	ck_assert_ptr_nonnull(strstr(ask("SELECT * FROM nash('hello')"),
	    "the game:1"));
	ck_assert_ptr_nonnull(strstr(ask("SELECT * FROM nash('NFG 1 R \"x\""
	    " { \"a\" \"b\" \"c\" } { 1 1 1 } 1 1 1')"), "two players"));
}
END_TEST

/* Memory that runs out anywhere is an error, and nothing is kept. */
START_TEST(memory_may_run_out_anywhere)
{
	const char *result = "";
	long after = 0;
	do {
		dt_memory_fail_after(after++);
		result = ask("SELECT round(sum(probability), 6), (SELECT"
		    " bootstrap_low(column1) FROM (VALUES (1), (1))) FROM"
		    " nash(5, 4, 0, 1)");
		dt_memory_fail_after(-1);
		ck_assert_msg(strcmp(result, "6.0|1.0\n") == 0 ||
		    strstr(result, "memory") != NULL, "%s", result);
	} while (strcmp(result, "6.0|1.0\n") != 0 && after < 2000);
	ck_assert_str_eq(result, "6.0|1.0\n");
	ck_assert_int_ge(after, 5);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("sql");
	TCase *c = tcase_create("functions");
	tcase_add_checked_fixture(c, set_up, tear_down);
	tcase_add_test(c, wilsons_interval_is_that_of_its_formula);
	tcase_add_test(c, a_ratio_has_cochrans_error);
	tcase_add_test(c, ranks_are_tested_exactly);
	tcase_add_test(c, many_ranks_go_by_the_normal_law);
	tcase_add_test(c, the_bootstrap_finds_the_error_of_a_mean);
	tcase_add_test(c, survival_is_the_product_over_those_at_risk);
	tcase_add_test(c, survival_has_greenwoods_interval);
	tcase_add_test(c, a_game_is_known_by_its_payoffs);
	tcase_add_test(c, two_memory_one_strategies_are_paid_exactly);
	tcase_add_test(c, nash_gives_every_equilibrium_as_rows);
	tcase_add_test(c, nash_reads_a_game_as_one_writes_it);
	tcase_add_test(c, what_is_no_game_is_refused_in_words);
	tcase_add_test(c, memory_may_run_out_anywhere);
	suite_add_tcase(suite, c);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
