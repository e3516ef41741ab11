/* check_store: what is in the outcome database. */
#include "store_case.h"

/* What is inside */

START_TEST(every_column_is_documented_and_nothing_else)
{
	example_make(path);
	ck_assert_str_eq(ask("SELECT group_concat(s.name || '.' || p.name)"
	    " FROM sqlite_schema AS s JOIN pragma_table_info(s.name) AS p"
	    " LEFT JOIN schema_doc AS d ON d.table_name = s.name"
	    " AND d.column_name = p.name WHERE s.type IN ('table', 'view')"
	    " AND (d.meaning IS NULL OR d.unit = '')"), "(null)");
	ck_assert_str_eq(ask("SELECT count(*) FROM schema_doc AS d WHERE NOT"
	    " EXISTS (SELECT 1 FROM pragma_table_info(d.table_name) AS p"
	    " WHERE p.name = d.column_name)"), "0");
}
END_TEST

/* Figures of cells, NULL where there is no race. */
#define OF_A_RACE "'pause_share_per_run', 'disaster_share'," \
	    " 'mean_disaster_round', 'monopoly_share', 'mean_monopoly_round'," \
	    " 'runaway_share', 'mean_runaway_round', 'prize_per_run'," \
	    " 'oversight_loss_per_run', 'misalignment_loss_per_run'," \
	    " 'disruption_loss_per_run', 'monopoly_loss_per_run'," \
	    " 'disaster_loss_per_run'"

START_TEST(only_what_never_came_is_null)
{
	example_make(path);
	ck_assert_str_eq(ask("SELECT count(*) FROM pragma_table_list WHERE"
	    " schema = 'main' AND type = 'table' AND NOT strict"
	    " AND name NOT LIKE 'sqlite%'"), "0");
	/* an INTEGER PRIMARY KEY is never NULL, and does not say so */
	ck_assert_str_eq(ask("SELECT count(*) FROM sqlite_schema AS s"
	    " JOIN pragma_table_info(s.name) AS p WHERE s.type = 'table'"
	    " AND NOT p.\"notnull\" AND p.name NOT IN"
	    " ('experiment_id', 'sweep_id', 'solution_id', 'event',"
	    " 'entered_round', 'ended_round', 'first_breach_round',"
	    " 'mean_entered_round', 'mean_ended_round',"
	    " 'mean_breached_round', 'rounds_bound', 'decided_ms',"
	    " 'disaster_round', 'monopoly_round', 'monopolist',"
	    " 'runaway_round', 'escaped', 'behind_years')"
	    " AND NOT (s.name IN ('race_outcome', 'race_lab') AND"
	    " p.name = 'capability') AND NOT (s.name GLOB 'cell*' AND"
	    " p.name IN (" OF_A_RACE "))"
	    " AND NOT (s.name ="
	    " 'round_tally' AND p.name IN ('breaches', 'findings')) AND NOT"
	    " (s.name = 'talks_event' AND p.name IN ('agent', 'text', 'worth',"
	    " 'aspired', 'support', 'chance')) AND NOT (s.name = 'negotiation'"
	    " AND p.name = 'text') AND p.name NOT IN ('joined_round', 'outside_payoff',"
	    " 'outside_broken_payoff')"), "0");
	ck_assert_str_eq(ask("SELECT group_concat(coalesce(entered_round, '-')"
	    " || coalesce(ended_round, '-') ||"
	    " coalesce(first_breach_round, '-'), ' ') FROM run"),
	    "--- --- 133 1--");
}
END_TEST

START_TEST(the_file_says_what_it_is)
{
	example_make(path);
	ck_assert_str_eq(ask("PRAGMA application_id"), "1148472948");
	ck_assert_str_eq(ask("PRAGMA user_version"), "5");
	ck_assert_str_eq(ask("PRAGMA journal_mode"), "delete");
	ck_assert(!there("-wal") && !there("-shm") && !there("-journal"));
}
END_TEST

START_TEST(keys_and_checks_hold_though_not_enforced_row_by_row)
{
	example_make(path);
	ck_assert_str_eq(ask("PRAGMA foreign_key_check"), "");
	ck_assert_str_eq(ask("PRAGMA integrity_check"), "ok");
}
END_TEST

/* 2^64 - 1 has 20 digits and is no int64. */
START_TEST(a_seed_keeps_all_64_bits)
{
	example_make(path);
	ck_assert_str_eq(ask("SELECT seed FROM experiment WHERE"
	    " experiment_id = 2"), "18446744073709551615");
}
END_TEST

START_TEST(moves_are_words_and_flags_are_told_apart)
{
	example_make(path);
	ck_assert_str_eq(ask("SELECT group_concat(intended || executed ||"
	    " declared || party || alarm || stopped || finding || bound ||"
	    " alarms_seen || phase"
	    " || payoff || fine, ' ') FROM tidy_rounds WHERE"
	    " experiment_id = 2 AND run = 1 AND name = 'beta'"),
	    "PAUSEPAUSEPAUSE100010in force2.50.0 "
	    "PAUSEPAUSEPAUSE100010in force2.50.0 "
	    "RACERACEPAUSE110110in force2.52.0 "
	    "PAUSEPAUSEPAUSE000000ended3.00.0");
}
END_TEST

/* Each flag alone, so that no two share a bit. */
START_TEST(each_flag_has_its_own_bit)
{
	struct dt_store *store;
	opens(&store, DT_STORE_CREATE);
	int64_t id = registers(store, "k");
	const struct dt_store_run run = { .run = 1, .rounds = 8,
		.ending = "none" };
	const struct dt_store_outcome outcomes[2] = { { 0 } };
	const struct dt_store_move moves[8][2] = {
		{ { .intended = true } }, { { .executed = true } },
		{ { .declared = true } }, { { .party = true } },
		{ { .alarm = true } }, { { .stopped = true } },
		{ { .finding = true } }, { { .bound = true } } };
	ck_assert_int_eq(dt_store_begin(store, &err), DT_OK);
	ck_assert_int_eq(dt_store_put_run(store, id, &run, outcomes, 2, &err),
	    DT_OK);
	for (int i = 0; i < 8; i++)
		ck_assert_int_eq(dt_store_put_round(store, id, 1, i + 1, "x",
		    moves[i], 2, &err), DT_OK);
	ck_assert_int_eq(dt_store_commit(store, &err), DT_OK);
	closes(store);
	ck_assert_str_eq(ask("SELECT group_concat((intended = 'RACE') ||"
	    " (executed = 'RACE') || (declared = 'RACE') || party || alarm ||"
	    " stopped || finding || bound, ' ') FROM move WHERE agent = 1"),
	    "10000000 01000000 00100000 00010000 00001000 00000100"
	    " 00000010 00000001");
}
END_TEST

static const char *const views[] = { "move", "tidy_rounds", "run_summary",
	"agent_summary", "treaty_effect", "false_alarms", "pairwise" };

static void
outside_tool_reads(const char *have, const char *format)
{
	char command[512];
	if (system(have) != 0)
		return;
	example_make(path);
	for (size_t i = 0; i < sizeof(views) / sizeof(views[0]); i++) {
		snprintf(command, sizeof(command), format, path, views[i]);
		ck_assert_msg(system(command) == 0, "%s", command);
	}
}

START_TEST(the_stock_shell_reads_every_view)
{
	outside_tool_reads("command -v sqlite3 >/dev/null 2>&1",
	    "sqlite3 -readonly -bail %s 'SELECT * FROM %s' | grep -q .");
}
END_TEST

START_TEST(python_reads_every_view)
{
	outside_tool_reads("python3 -c 'import sqlite3' 2>/dev/null",
	    "python3 -c \"import sqlite3; assert sqlite3.connect('%s')"
	    ".execute('SELECT * FROM %s').fetchall()\"");
}
END_TEST

START_TEST(equal_rows_in_any_order_are_equal_dumps)
{
	char command[512], other[112];
	if (system("command -v sqlite3 >/dev/null 2>&1") != 0)
		return;
	example_make(path);
	snprintf(other, sizeof(other), "%s.2", path);
	struct dt_store *store;
	ck_assert_int_eq(dt_store_open(&store, other, DT_STORE_CREATE, &err),
	    DT_OK);
	const struct example_run turned[2] = { example_none[1],
		example_none[0] };
	example_add(store, "k1", "none", 1, turned);
	example_add(store, "k2", "halt", UINT64_MAX, example_halt);
	closes(store);
	snprintf(command, sizeof(command), "sqlite3 %s .dump >%s/a && "
	    "sqlite3 %s .dump >%s/b && cmp %s/a %s/b", path, folder, other,
	    folder, folder, folder);
	ck_assert_int_eq(system(command), 0);
}
END_TEST

static void
add_contents(Suite *suite)
{
	TCase *c = tcase_create("contents");
	tcase_add_checked_fixture(c, set_up, tear_down);
	tcase_add_test(c, every_column_is_documented_and_nothing_else);
	tcase_add_test(c, only_what_never_came_is_null);
	tcase_add_test(c, the_file_says_what_it_is);
	tcase_add_test(c, keys_and_checks_hold_though_not_enforced_row_by_row);
	tcase_add_test(c, a_seed_keeps_all_64_bits);
	tcase_add_test(c, moves_are_words_and_flags_are_told_apart);
	tcase_add_test(c, each_flag_has_its_own_bit);
	tcase_add_test(c, the_stock_shell_reads_every_view);
	tcase_add_test(c, python_reads_every_view);
	tcase_add_test(c, equal_rows_in_any_order_are_equal_dumps);
	suite_add_tcase(suite, c);
}

int
main(void)
{
	Suite *suite = suite_create("store");
	add_contents(suite);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
