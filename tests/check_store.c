/* check_store: the outcome database: what is in it, and what survives. */
#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/memory.h"
#include "store_example.h"

static char folder[64], path[96];
static struct dt_error err;

static void
set_up(void)
{
	strcpy(folder, "/tmp/check_store.XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/out.db", folder);
	err.message[0] = '\0';
}

static void
tear_down(void)
{
	char command[128];
	chmod(folder, 0700);
	snprintf(command, sizeof(command), "rm -rf %s", folder);
	ck_assert_int_eq(system(command), 0);
}

static const char *
beside(const char *tail)
{
	static char name[128];
	snprintf(name, sizeof(name), "%s%s", path, tail);
	return name;
}

static bool
there(const char *tail)
{
	return access(beside(tail), F_OK) == 0;
}

static void
write_file(const char *bytes, size_t n)
{
	FILE *file = fopen(path, "w");
	ck_assert_ptr_nonnull(file);
	ck_assert_uint_eq(fwrite(bytes, 1, n, file), n);
	fclose(file);
}

static void
sql(const char *text)
{
	sqlite3 *db;
	ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
	ck_assert_msg(sqlite3_exec(db, text, NULL, NULL, NULL) == SQLITE_OK,
	    "%s: %s", text, sqlite3_errmsg(db));
	sqlite3_close(db);
}

/* The first cell that a statement gives, "" if there is no row. */
static const char *
ask(const char *text)
{
	static char answer[4096];
	sqlite3 *db;
	sqlite3_stmt *statement;
	ck_assert_int_eq(sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY,
	    NULL), SQLITE_OK);
	ck_assert_msg(sqlite3_prepare_v2(db, text, -1, &statement, NULL) ==
	    SQLITE_OK, "%s: %s", text, sqlite3_errmsg(db));
	answer[0] = '\0';
	if (sqlite3_step(statement) == SQLITE_ROW)
		snprintf(answer, sizeof(answer), "%s",
		    (const char *)sqlite3_column_text(statement, 0));
	sqlite3_finalize(statement);
	sqlite3_close(db);
	return answer;
}

static void
opens(struct dt_store **store, enum dt_store_how how)
{
	ck_assert_msg(dt_store_open(store, path, how, &err) == DT_OK, "%s",
	    err.message);
}

static void
closes(struct dt_store *store)
{
	ck_assert_msg(dt_store_close(store, &err) == DT_OK, "%s",
	    err.message);
}

static int64_t
registers(struct dt_store *store, const char *key)
{
	struct dt_store_experiment e = example_experiment(key, "none", 7);
	int64_t id = 0;
	bool found = false;
	ck_assert_msg(dt_store_register(store, &e, example_agents, 2, &id,
	    &found, &err) == DT_OK, "%s", err.message);
	return id;
}

/* The opening fails so, with words that contain `words`. */
static void
refuses(enum dt_store_how how, enum dt_status status, const char *words)
{
	struct dt_store *store = NULL;
	ck_assert_int_eq(dt_store_open(&store, path, how, &err), status);
	ck_assert_ptr_null(store);
	ck_assert_int_eq(err.status, status);
	ck_assert_msg(strstr(err.message, words) != NULL, "%s", err.message);
	ck_assert_msg(strncmp(err.message, folder, strlen(folder)) == 0,
	    "%s does not begin with the path", err.message);
}

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

START_TEST(every_table_is_strict_and_has_no_null)
{
	example_make(path);
	ck_assert_str_eq(ask("SELECT count(*) FROM pragma_table_list WHERE"
	    " schema = 'main' AND type = 'table' AND NOT strict"
	    " AND name NOT LIKE 'sqlite%'"), "0");
	/* an INTEGER PRIMARY KEY is never NULL, and does not say so */
	ck_assert_str_eq(ask("SELECT count(*) FROM sqlite_schema AS s"
	    " JOIN pragma_table_info(s.name) AS p WHERE s.type = 'table'"
	    " AND NOT p.\"notnull\" AND p.name <> 'experiment_id'"), "0");
}
END_TEST

START_TEST(the_file_says_what_it_is)
{
	example_make(path);
	ck_assert_str_eq(ask("PRAGMA application_id"), "1148472948");
	ck_assert_str_eq(ask("PRAGMA user_version"), "1");
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
	    " declared || party || alarm || stopped || alarms_seen || phase"
	    " || payoff || fine, ' ') FROM tidy_rounds WHERE"
	    " experiment_id = 2 AND run = 1 AND name = 'beta'"),
	    "PAUSEPAUSEPAUSE1000in-force2.50.0 "
	    "PAUSEPAUSEPAUSE1000in-force2.50.0 "
	    "RACERACEPAUSE1100in-force2.5-2.0 "
	    "PAUSEPAUSEPAUSE0000ended3.00.0");
}
END_TEST

/* Each flag alone, so that no two share a bit. */
START_TEST(each_flag_has_its_own_bit)
{
	struct dt_store *store;
	opens(&store, DT_STORE_CREATE);
	int64_t id = registers(store, "k");
	const struct dt_store_run run = { .run = 1, .rounds = 6,
		.ending = "none" };
	const struct dt_store_outcome outcomes[2] = { { 0 } };
	const struct dt_store_move moves[6][2] = {
		{ { .intended = true } }, { { .executed = true } },
		{ { .declared = true } }, { { .party = true } },
		{ { .alarm = true } }, { { .stopped = true } } };
	ck_assert_int_eq(dt_store_begin(store, &err), DT_OK);
	ck_assert_int_eq(dt_store_put_run(store, id, &run, outcomes, 2, &err),
	    DT_OK);
	for (int i = 0; i < 6; i++)
		ck_assert_int_eq(dt_store_put_round(store, id, 1, i + 1, "x",
		    moves[i], 2, &err), DT_OK);
	ck_assert_int_eq(dt_store_commit(store, &err), DT_OK);
	closes(store);
	ck_assert_str_eq(ask("SELECT group_concat((intended = 'RACE') ||"
	    " (executed = 'RACE') || (declared = 'RACE') || party || alarm ||"
	    " stopped, ' ') FROM move WHERE agent = 1"),
	    "100000 010000 001000 000100 000010 000001");
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

/* Writing */

START_TEST(nothing_registered_leaves_no_file)
{
	struct dt_store *store;
	opens(&store, DT_STORE_CREATE);
	closes(store);
	ck_assert(!there(""));
	opens(&store, DT_STORE_APPEND);
	closes(store);
	ck_assert(!there(""));
}
END_TEST

START_TEST(a_failed_first_register_leaves_no_file)
{
	struct dt_store *store;
	struct dt_store_agent agents[2] = { example_agents[0],
		example_agents[1] };
	struct dt_store_experiment e = example_experiment("k", "none", 7);
	int64_t id;
	bool found;
	agents[1].weight = NAN;
	opens(&store, DT_STORE_CREATE);
	ck_assert_int_eq(dt_store_register(store, &e, agents, 2, &id, &found,
	    &err), DT_EUSAGE);
	ck_assert_ptr_nonnull(strstr(err.message, "weight"));
	ck_assert(!there("") && !there("-journal") && !there("-wal"));
	closes(store);
}
END_TEST

START_TEST(an_experiment_is_found_by_its_key)
{
	struct dt_store *store;
	bool found = false, done[3];
	int64_t id = 0;
	example_make(path);
	opens(&store, DT_STORE_APPEND);
	struct dt_store_experiment e = example_experiment("k2", "halt", 1);
	e.runs = 3;
	ck_assert_int_eq(dt_store_register(store, &e, example_agents, 2, &id,
	    &found, &err), DT_OK);
	ck_assert(found);
	ck_assert_int_eq(id, 2);
	ck_assert_int_eq(dt_store_finished(store, id, done, 3, &err), DT_OK);
	ck_assert(done[0] && done[1] && !done[2]);
	closes(store);
	ck_assert_str_eq(ask("SELECT count(*) || ' ' || sum(runs_asked) FROM"
	    " experiment"), "2 5");
	ck_assert_str_eq(ask("SELECT count(*) FROM agent"), "4");
}
END_TEST

START_TEST(another_detail_of_the_same_experiment_is_refused)
{
	struct dt_store *store;
	struct dt_store_experiment e = example_experiment("k1", "none", 1);
	bool found;
	int64_t id;
	e.detail = "runs";
	example_make(path);
	opens(&store, DT_STORE_APPEND);
	ck_assert_int_eq(dt_store_register(store, &e, example_agents, 2, &id,
	    &found, &err), DT_EUSAGE);
	ck_assert_ptr_nonnull(strstr(err.message, "'rounds'"));
	closes(store);
}
END_TEST

START_TEST(an_end_is_written_once)
{
	struct dt_store *store;
	example_make(path);
	opens(&store, DT_STORE_APPEND);
	ck_assert_int_eq(dt_store_end(store, 1, "2027-01-01T00:00:00Z", &err),
	    DT_OK);
	closes(store);
	ck_assert_str_eq(ask("SELECT ended_at || ' ' || runs_stored FROM"
	    " experiment WHERE experiment_id = 1"), "2026-06-01T12:00:09Z 2");
}
END_TEST

START_TEST(an_empty_file_is_a_new_one)
{
	struct dt_store *store;
	write_file("", 0);
	opens(&store, DT_STORE_APPEND);
	example_add(store, "k1", "none", 1, example_none);
	closes(store);
	ck_assert_str_eq(ask("SELECT count(*) FROM run"), "2");
}
END_TEST

/* -0 and 0 are equal and must be equal bytes, since they are hashed. */
START_TEST(minus_zero_is_stored_as_zero)
{
	struct dt_store *store;
	struct example_run r = example_none[1];
	r.outcomes[0].payoff = -0.0;
	opens(&store, DT_STORE_CREATE);
	int64_t id = registers(store, "k");
	ck_assert_int_eq(dt_store_begin(store, &err), DT_OK);
	example_put(store, id, &r);
	ck_assert_int_eq(dt_store_commit(store, &err), DT_OK);
	closes(store);
	ck_assert_str_eq(ask("SELECT payoff_total FROM outcome WHERE"
	    " agent = 1"), "0.0");
}
END_TEST

/* Runs a put that must fail, and shows that it took the transaction along. */
static void
put_fails(const struct example_run *r, const struct dt_store_move *moves,
    const char *words)
{
	struct dt_store *store;
	opens(&store, DT_STORE_CREATE);
	int64_t id = registers(store, "k");
	ck_assert_int_eq(dt_store_begin(store, &err), DT_OK);
	enum dt_status status = dt_store_put_run(store, id, &r->run,
	    r->outcomes, 2, &err);
	if (moves != NULL) {
		ck_assert_int_eq(status, DT_OK);
		status = dt_store_put_round(store, id, 1, 1, "none", moves, 2,
		    &err);
	}
	ck_assert_int_eq(status, DT_EUSAGE);
	ck_assert_msg(strstr(err.message, words) != NULL, "%s", err.message);
	ck_assert_int_eq(dt_store_commit(store, &err), DT_EUSAGE);
	closes(store);
	ck_assert_str_eq(ask("SELECT count(*) FROM run"), "0");
}

START_TEST(a_payoff_that_is_no_number_is_refused_by_name)
{
	struct example_run r = example_none[0];
	r.outcomes[1].payoff = NAN;
	put_fails(&r, NULL, "run 1, agent 2: payoff_total");
}
END_TEST

START_TEST(an_infinite_transfer_is_refused_by_name)
{
	struct example_run r = example_none[0];
	r.outcomes[0].transfers = -INFINITY;
	put_fails(&r, NULL, "run 1, agent 1: transfers_total");
}
END_TEST

START_TEST(a_move_that_is_worth_no_number_is_refused_by_name)
{
	struct dt_store_move moves[2] = { { 0 }, { .fine = NAN } };
	put_fails(&example_none[0], moves, "run 1, agent 2: fine");
}
END_TEST

START_TEST(a_negative_count_is_refused)
{
	struct example_run r = example_none[0];
	r.outcomes[1].slips = -1;
	put_fails(&r, NULL, "refused");
}
END_TEST

START_TEST(a_round_beyond_the_run_is_refused)
{
	struct dt_store *store;
	const struct dt_store_move moves[2] = { { 0 } };
	opens(&store, DT_STORE_CREATE);
	int64_t id = registers(store, "k");
	ck_assert_int_eq(dt_store_begin(store, &err), DT_OK);
	example_put(store, id, &example_none[1]);
	ck_assert_int_eq(dt_store_put_round(store, id, 2, 3, "none", moves, 2,
	    &err), DT_EUSAGE);
	closes(store);
}
END_TEST

START_TEST(a_run_of_an_unknown_experiment_is_refused)
{
	struct dt_store *store;
	opens(&store, DT_STORE_CREATE);
	registers(store, "k");
	ck_assert_int_eq(dt_store_begin(store, &err), DT_OK);
	ck_assert_int_eq(dt_store_put_run(store, 9, &example_none[0].run,
	    example_none[0].outcomes, 2, &err), DT_EUSAGE);
	ck_assert_ptr_nonnull(strstr(err.message, "experiment 9"));
	closes(store);
}
END_TEST

START_TEST(a_run_twice_is_refused)
{
	struct dt_store *store;
	opens(&store, DT_STORE_CREATE);
	int64_t id = registers(store, "k");
	ck_assert_int_eq(dt_store_begin(store, &err), DT_OK);
	example_put(store, id, &example_none[0]);
	ck_assert_int_eq(dt_store_put_run(store, id, &example_none[0].run,
	    example_none[0].outcomes, 2, &err), DT_EUSAGE);
	closes(store);
	ck_assert_str_eq(ask("SELECT count(*) FROM outcome"), "0");
}
END_TEST

START_TEST(an_open_transaction_is_rolled_back_by_close)
{
	struct dt_store *store;
	opens(&store, DT_STORE_CREATE);
	int64_t id = registers(store, "k");
	ck_assert_int_eq(dt_store_begin(store, &err), DT_OK);
	example_put(store, id, &example_none[0]);
	ck_assert_int_eq(dt_store_commit(store, &err), DT_OK);
	ck_assert_int_eq(dt_store_begin(store, &err), DT_OK);
	example_put(store, id, &example_none[1]);
	closes(store);
	ck_assert_str_eq(ask("SELECT group_concat(run) FROM run"), "1");
}
END_TEST

/* More rows than the feed holds at once, with nothing lost between. 9 runs of
 * 500 rounds of 2 agents are 9000 moves; the sum of k to 9000 by run. */
START_TEST(many_rounds_arrive_whole)
{
	struct dt_store *store;
	struct dt_store_run run = { .rounds = 500, .ending = "none" };
	const struct dt_store_outcome outcomes[2] = { { 0 } };
	int64_t n = 0;
	opens(&store, DT_STORE_CREATE);
	int64_t id = registers(store, "k");
	ck_assert_int_eq(dt_store_begin(store, &err), DT_OK);
	for (run.run = 1; run.run <= 9; run.run++) {
		ck_assert_int_eq(dt_store_put_run(store, id, &run, outcomes,
		    2, &err), DT_OK);
		for (int64_t r = 1; r <= 500; r++) {
			const struct dt_store_move moves[2] = {
				{ .payoff = (double)++n },
				{ .payoff = (double)++n } };
			ck_assert_int_eq(dt_store_put_round(store, id,
			    run.run, r, "none", moves, 2, &err), DT_OK);
		}
	}
	ck_assert_int_eq(dt_store_commit(store, &err), DT_OK);
	closes(store);
	ck_assert_str_eq(ask("SELECT count(*) || ' ' || sum(payoff) FROM"
	    " move"), "9000 40504500.0");
	ck_assert_str_eq(ask("SELECT count(*) FROM round"), "4500");
	ck_assert_str_eq(ask("SELECT count(*) FROM move WHERE payoff <> (run"
	    " - 1) * 1000 + (round - 1) * 2 + agent"), "0");
}
END_TEST

/* Opening */

START_TEST(a_file_that_is_there_is_not_created)
{
	example_make(path);
	refuses(DT_STORE_CREATE, DT_EUSAGE, "exists");
	refuses(DT_STORE_CREATE, DT_EUSAGE, "--resume");
}
END_TEST

START_TEST(a_file_made_meanwhile_is_not_created)
{
	struct dt_store *store;
	struct dt_store_experiment e = example_experiment("k", "none", 7);
	int64_t id;
	bool found;
	opens(&store, DT_STORE_CREATE);
	write_file("mine", 4);
	ck_assert_int_eq(dt_store_register(store, &e, example_agents, 2, &id,
	    &found, &err), DT_EUSAGE);
	closes(store);
	ck_assert(there(""));
}
END_TEST

START_TEST(replace_waits_for_the_first_experiment)
{
	struct dt_store *store;
	example_make(path);
	opens(&store, DT_STORE_REPLACE);
	closes(store);
	ck_assert_str_eq(ask("SELECT count(*) FROM run"), "4");
	opens(&store, DT_STORE_REPLACE);
	registers(store, "new");
	ck_assert_str_eq(ask("SELECT group_concat(experiment_key) FROM"
	    " experiment"), "new");
	closes(store);
	ck_assert(!there(".new"));
	ck_assert_str_eq(ask("PRAGMA journal_mode"), "delete");
}
END_TEST

START_TEST(a_failed_replacement_keeps_the_old_file)
{
	struct dt_store *store;
	struct dt_store_experiment e = example_experiment("k", "none", 7);
	int64_t id;
	bool found;
	e.detail = "everything";
	example_make(path);
	opens(&store, DT_STORE_REPLACE);
	ck_assert_int_eq(dt_store_register(store, &e, example_agents, 2, &id,
	    &found, &err), DT_EUSAGE);
	closes(store);
	ck_assert(!there(".new"));
	ck_assert_str_eq(ask("SELECT count(*) FROM run"), "4");
}
END_TEST

START_TEST(only_our_databases_are_replaced)
{
	write_file("a shopping list\n", 16);
	refuses(DT_STORE_REPLACE, DT_ESTORE, "refusing to replace");
	unlink(path);
	sql("CREATE TABLE t (x)");
	refuses(DT_STORE_REPLACE, DT_ESTORE, "refusing to replace");
}
END_TEST

START_TEST(a_database_in_use_is_not_replaced)
{
	struct dt_store *writer;
	opens(&writer, DT_STORE_CREATE);
	registers(writer, "k");
	refuses(DT_STORE_REPLACE, DT_EIO, "another process");
	closes(writer);
}
END_TEST

START_TEST(another_programs_database_is_refused)
{
	sql("CREATE TABLE t (x); PRAGMA application_id = 0x0f055111");
	refuses(DT_STORE_APPEND, DT_ESTORE,
	    "of another program (application_id 0x0f055111)");
	refuses(DT_STORE_READ, DT_ESTORE, "of another program");
}
END_TEST

START_TEST(a_newer_database_is_refused)
{
	example_make(path);
	sql("PRAGMA user_version = 2");
	refuses(DT_STORE_APPEND, DT_ESTORE, "newer");
	refuses(DT_STORE_READ, DT_ESTORE,
	    "database version 2, this one knows 1): upgrade");
}
END_TEST

START_TEST(what_is_no_database_is_refused)
{
	char garbage[4096];
	memset(garbage, 'x', sizeof(garbage));
	write_file(garbage, sizeof(garbage));
	refuses(DT_STORE_APPEND, DT_ESTORE, "is not a SQLite database");
	refuses(DT_STORE_READ, DT_ESTORE, "is not a SQLite database");
}
END_TEST

START_TEST(a_truncated_database_is_refused)
{
	example_make(path);
	ck_assert_int_eq(truncate(path, 8192), 0);
	refuses(DT_STORE_READ, DT_ESTORE, "is damaged");
	refuses(DT_STORE_APPEND, DT_ESTORE, "is damaged");
}
END_TEST

START_TEST(an_empty_file_has_nothing_to_read)
{
	write_file("", 0);
	refuses(DT_STORE_READ, DT_ESTORE, "nothing was recorded");
}
END_TEST

START_TEST(a_missing_file_has_nothing_to_read)
{
	refuses(DT_STORE_READ, DT_EIO, "No such file");
}
END_TEST

START_TEST(a_folder_is_no_database)
{
	strcpy(path, folder);
	refuses(DT_STORE_APPEND, DT_EIO, "is a folder");
	refuses(DT_STORE_READ, DT_EIO, "is a folder");
}
END_TEST

START_TEST(a_missing_folder_is_named)
{
	snprintf(path, sizeof(path), "%s/no/out.db", folder);
	refuses(DT_STORE_CREATE, DT_EIO, "there is no folder");
}
END_TEST

START_TEST(names_that_mean_something_to_sqlite_are_plain_names)
{
	ck_assert_int_eq(chdir(folder), 0);
	strcpy(path, ":memory:");
	struct dt_store *store;
	opens(&store, DT_STORE_CREATE);
	registers(store, "k");
	closes(store);
	ck_assert_int_eq(access("./:memory:", F_OK), 0);
	strcpy(path, "file:x?mode=memory");
	opens(&store, DT_STORE_CREATE);
	registers(store, "k");
	closes(store);
	ck_assert_int_eq(access("./file:x?mode=memory", F_OK), 0);
	ck_assert_int_eq(chdir("/"), 0);
}
END_TEST

START_TEST(a_store_to_read_does_not_write)
{
	struct dt_store *store;
	struct dt_store_experiment e = example_experiment("k", "none", 7);
	int64_t id;
	bool found, done[2];
	example_make(path);
	opens(&store, DT_STORE_READ);
	ck_assert_int_eq(dt_store_register(store, &e, example_agents, 2, &id,
	    &found, &err), DT_EUSAGE);
	ck_assert_int_eq(dt_store_begin(store, &err), DT_EUSAGE);
	ck_assert_int_eq(dt_store_end(store, 1, "", &err), DT_EUSAGE);
	ck_assert_int_eq(dt_store_finished(store, 1, done, 2, &err), DT_OK);
	ck_assert(done[0] && done[1]);
	closes(store);
}
END_TEST

START_TEST(a_second_writer_waits_and_is_told)
{
	struct dt_store *first, *second;
	opens(&first, DT_STORE_CREATE);
	registers(first, "k");
	opens(&second, DT_STORE_APPEND);
	ck_assert_int_eq(dt_store_begin(first, &err), DT_OK);
	ck_assert_int_eq(dt_store_begin(second, &err), DT_EIO);
	ck_assert_ptr_nonnull(strstr(err.message, "another process"));
	closes(second);
	closes(first);
	ck_assert_str_eq(ask("PRAGMA journal_mode"), "delete");
}
END_TEST

START_TEST(two_writers_take_turns)
{
	struct dt_store *first, *second;
	opens(&first, DT_STORE_CREATE);
	int64_t id = registers(first, "k");
	opens(&second, DT_STORE_APPEND);
	ck_assert_int_eq(registers(second, "k"), id);
	ck_assert_int_eq(dt_store_begin(first, &err), DT_OK);
	example_put(first, id, &example_none[0]);
	ck_assert_int_eq(dt_store_commit(first, &err), DT_OK);
	ck_assert_int_eq(dt_store_begin(second, &err), DT_OK);
	example_put(second, id, &example_none[1]);
	ck_assert_int_eq(dt_store_commit(second, &err), DT_OK);
	closes(first);
	closes(second);
	ck_assert_str_eq(ask("SELECT count(*) FROM run"), "2");
	ck_assert_str_eq(ask("PRAGMA journal_mode"), "delete");
}
END_TEST

/* Reads what another writes in the meantime. */
START_TEST(a_reader_sees_what_is_committed)
{
	struct dt_store *writer, *reader;
	bool done[2];
	opens(&writer, DT_STORE_CREATE);
	int64_t id = registers(writer, "k");
	opens(&reader, DT_STORE_READ);
	ck_assert_int_eq(dt_store_begin(writer, &err), DT_OK);
	example_put(writer, id, &example_none[0]);
	ck_assert_int_eq(dt_store_finished(reader, id, done, 2, &err), DT_OK);
	ck_assert(!done[0]);
	ck_assert_int_eq(dt_store_commit(writer, &err), DT_OK);
	ck_assert_int_eq(dt_store_finished(reader, id, done, 2, &err), DT_OK);
	ck_assert(done[0] && !done[1]);
	closes(writer);
	closes(reader);
}
END_TEST

/* Other processes */

/* What a child says about itself: its exit code. */
static int
wait_for(pid_t child)
{
	int state = 0;
	ck_assert_int_eq(waitpid(child, &state, 0), child);
	return WIFEXITED(state) ? WEXITSTATUS(state) : -1;
}

/* Permissions bind nobody who is root: become another in a child. 0: reads
 * both runs of the experiment; 1: not; 2: refused in the words wanted. */
static int
read_as_nobody(int64_t id, const char *words)
{
	pid_t child = fork();
	if (child != 0)
		return wait_for(child);
	if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
		_exit(1);
	struct dt_store *store = NULL;
	enum dt_status status = dt_store_open(&store, path, DT_STORE_READ,
	    &err);
	bool done[2] = { false };
	if (status == DT_OK)
		_exit(dt_store_finished(store, id, done, 2, NULL) == DT_OK &&
		    done[0] && done[1] &&
		    dt_store_close(store, NULL) == DT_OK ? 0 : 1);
	_exit(status == DT_EIO && strstr(err.message, words) ? 2 : 1);
}

START_TEST(a_finished_file_is_read_in_a_read_only_folder)
{
	example_make(path);
	chmod(path, 0444);
	chmod(folder, 0555);
	ck_assert_int_eq(read_as_nobody(1, ""), 0);
}
END_TEST

/* As a foreign tool may leave it: in WAL mode, without a log. */
START_TEST(a_wal_file_without_log_is_read_in_a_read_only_folder)
{
	example_make(path);
	sql("PRAGMA journal_mode=WAL");
	ck_assert(!there("-wal"));
	chmod(path, 0444);
	chmod(folder, 0555);
	ck_assert_int_eq(read_as_nobody(1, ""), 0);
}
END_TEST

/* Leaves, as a kill would, a file whose experiment 2 is only in its log. */
static void
leave_log(void)
{
	char command[512];
	struct dt_store *store;
	opens(&store, DT_STORE_CREATE);
	example_add(store, "k1", "none", 1, example_none);
	int64_t id = registers(store, "k2");
	ck_assert_int_eq(dt_store_begin(store, &err), DT_OK);
	example_put(store, id, &example_none[0]);
	example_put(store, id, &example_none[1]);
	ck_assert_int_eq(dt_store_commit(store, &err), DT_OK);
	snprintf(command, sizeof(command), "cp %s %s.c && cp %s-wal %s.c-wal",
	    path, path, path, path);
	ck_assert_int_eq(system(command), 0);
	closes(store);
	strcat(path, ".c");
	chmod(path, 0444);
	chmod(beside("-wal"), 0444);
	chmod(folder, 0555);
}

START_TEST(a_left_log_is_read_where_the_folder_can_be_written)
{
	leave_log();
	chmod(folder, 0777);
	ck_assert_int_eq(read_as_nobody(2, ""), 0);
}
END_TEST

START_TEST(a_left_log_in_a_read_only_folder_is_explained)
{
	leave_log();
	ck_assert_int_eq(read_as_nobody(2, "copy both"), 2);
}
END_TEST

START_TEST(a_read_only_folder_is_told_at_once)
{
	chmod(folder, 0555);
	pid_t child = fork();
	if (child == 0) {
		if (geteuid() == 0 && setuid(65534) != 0)
			_exit(1);
		struct dt_store *store;
		enum dt_status status = dt_store_open(&store, path,
		    DT_STORE_CREATE, &err);
		_exit(status == DT_EIO && strstr(err.message,
		    "cannot be written") ? 0 : 1);
	}
	ck_assert_int_eq(wait_for(child), 0);
}
END_TEST

/* A run of two rounds in a transaction of its own. */
static enum dt_status
write_run(struct dt_store *store, int64_t id, int64_t number)
{
	struct example_run r = example_none[1];
	struct dt_store_move moves[2];
	r.run.run = number;
	enum dt_status status = dt_store_begin(store, &err);
	if (status == DT_OK)
		status = dt_store_put_run(store, id, &r.run, r.outcomes, 2,
		    &err);
	for (int64_t n = 1; n <= 2 && status == DT_OK; n++) {
		example_round(&r, n, moves);
		status = dt_store_put_round(store, id, number, n, "none",
		    moves, 2, &err);
	}
	return status ? status : dt_store_commit(store, &err);
}

/* Writes runs, and says after each commit which run it was. Returns the
 * status that stopped it. */
static enum dt_status
write_until_stopped(int out, int64_t most)
{
	struct dt_store *store = NULL;
	struct dt_store_experiment e = example_experiment("k", "none", 7);
	int64_t id = 0;
	bool found;
	enum dt_status status = dt_store_open(&store, path, DT_STORE_APPEND,
	    &err);
	if (status == DT_OK)
		status = dt_store_register(store, &e, example_agents, 2, &id,
		    &found, &err);
	for (int64_t n = 1; n <= most && status == DT_OK; n++) {
		status = write_run(store, id, n);
		if (status == DT_OK && write(out, &n, sizeof(n)) != sizeof(n))
			_exit(3);
	}
	(void)dt_store_close(store, NULL);
	return status;
}

static void
all_runs_are_whole(int64_t least)
{
	char most[32];
	ck_assert_str_eq(ask("PRAGMA integrity_check"), "ok");
	ck_assert_str_eq(ask("PRAGMA foreign_key_check"), "");
	ck_assert_str_eq(ask("SELECT count(*) FROM run AS r WHERE"
	    " (SELECT count(*) FROM outcome AS o WHERE o.experiment_id ="
	    " r.experiment_id AND o.run = r.run) <> 2 OR"
	    " (SELECT count(*) FROM move AS m WHERE m.experiment_id ="
	    " r.experiment_id AND m.run = r.run) <> 4"), "0");
	snprintf(most, sizeof(most), "%s", ask("SELECT count(*) FROM run"));
	ck_assert_int_ge(atoll(most), least);
	ck_assert_str_eq(ask("SELECT count(*) FROM outcome WHERE run NOT IN"
	    " (SELECT run FROM run)"), "0");
}

/* Kills the writer after a different number of commits each time, mostly in
 * the middle of one, and goes on with the same file. */
START_TEST(kill_loses_no_run_and_leaves_no_half)
{
	int pipes[2];
	int64_t run = 0, last = 0;
	ck_assert_int_eq(pipe(pipes), 0);
	pid_t child = fork();
	if (child == 0)
		_exit(write_until_stopped(pipes[1], INT64_MAX) ? 1 : 0);
	close(pipes[1]);
	while (last < 100 + 137 * _i && read(pipes[0], &run, 8) == 8)
		last = run;
	ck_assert_int_eq(kill(child, SIGKILL), 0);
	ck_assert_int_eq(waitpid(child, NULL, 0), child);
	while (read(pipes[0], &run, 8) == 8)
		last = run;
	close(pipes[0]);
	ck_assert_int_ge(last, 100);
	all_runs_are_whole(last);
	struct dt_store *store;
	opens(&store, DT_STORE_APPEND);
	ck_assert_int_eq(registers(store, "k"), 1);
	closes(store);
	all_runs_are_whole(last);
	ck_assert_str_eq(ask("PRAGMA journal_mode"), "delete");
}
END_TEST

/* A limit on the size of files stands for a full disk. */
START_TEST(a_full_disk_keeps_what_was_committed)
{
	int pipes[2];
	int64_t run = 0, last = 0;
	ck_assert_int_eq(pipe(pipes), 0);
	pid_t child = fork();
	if (child == 0) {
		const struct rlimit limit = { 400000, 400000 };
		signal(SIGXFSZ, SIG_IGN);
		setrlimit(RLIMIT_FSIZE, &limit);
		enum dt_status status = write_until_stopped(pipes[1], 100000);
		_exit(status == DT_EIO && strstr(err.message, "--resume") &&
		    strstr(err.message, path) ? 0 : 1);
	}
	close(pipes[1]);
	while (read(pipes[0], &run, 8) == 8)
		last = run;
	close(pipes[0]);
	ck_assert_int_eq(wait_for(child), 0);
	ck_assert_int_ge(last, 10);
	all_runs_are_whole(last);
}
END_TEST

/* Killed within the first transaction: SQLite's journal is there, the file is
 * half made. Here the journal of a first transaction is brought back. */
START_TEST(a_half_made_file_is_taken_as_new)
{
	char command[512];
	sqlite3 *db;
	ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
	/* a cache of one page spills at once */
	ck_assert_int_eq(sqlite3_exec(db, "PRAGMA cache_size=1; BEGIN;"
	    "CREATE TABLE t (x); INSERT INTO t VALUES (zeroblob(100000))",
	    NULL, NULL, NULL), SQLITE_OK);
	snprintf(command, sizeof(command), "cp %s %s.c && cp %s-journal "
	    "%s.c-journal", path, path, path, path);
	ck_assert_int_eq(system(command), 0);
	sqlite3_close(db);
	strcat(path, ".c");
	ck_assert(there("-journal"));
	refuses(DT_STORE_READ, DT_EIO, ".tables");
	struct dt_store *store;
	opens(&store, DT_STORE_APPEND);
	example_add(store, "k1", "none", 1, example_none);
	closes(store);
	ck_assert_str_eq(ask("SELECT count(*) FROM run"), "2");
}
END_TEST

START_TEST(a_full_disk_at_the_start_leaves_no_file)
{
	pid_t child = fork();
	if (child == 0) {
		const struct rlimit limit = { 20000, 20000 };
		signal(SIGXFSZ, SIG_IGN);
		setrlimit(RLIMIT_FSIZE, &limit);
		_exit(write_until_stopped(1, 1) == DT_EIO ? 0 : 1);
	}
	ck_assert_int_eq(wait_for(child), 0);
	ck_assert(!there("") && !there("-journal") && !there("-wal"));
}
END_TEST

/* Memory */

static enum dt_status
whole_life(void)
{
	struct dt_store *store = NULL;
	struct dt_store_experiment e = example_experiment("k", "none", 7);
	const struct dt_store_move moves[2] = { { 0 } };
	int64_t id = 0;
	bool found;
	enum dt_status status = dt_store_open(&store, path, DT_STORE_REPLACE,
	    &err);
	if (status == DT_OK)
		status = dt_store_register(store, &e, example_agents, 2, &id,
		    &found, &err);
	if (status == DT_OK)
		status = dt_store_begin(store, &err);
	if (status == DT_OK)
		status = dt_store_put_run(store, id, &example_none[1].run,
		    example_none[1].outcomes, 2, &err);
	if (status == DT_OK)
		status = dt_store_put_round(store, id, 2, 1, "none", moves, 2,
		    &err);
	if (status == DT_OK)
		status = dt_store_commit(store, &err);
	if (status == DT_OK)
		status = dt_store_end(store, id, "then", &err);
	enum dt_status closed = dt_store_close(store, &err);
	return status ? status : closed;
}

START_TEST(memory_may_run_out_anywhere)
{
	long failed = 0;
	example_make(path);
	for (;; failed++) {
		dt_memory_fail_after(failed);
		enum dt_status status = whole_life();
		dt_memory_fail_after(-1);
		ck_assert_str_eq(ask("PRAGMA integrity_check"), "ok");
		if (status == DT_OK)
			break;
		ck_assert_int_eq(status, DT_ENOMEM);
		ck_assert(!there(".new"));
		ck_assert_int_lt(failed, 1000);
	}
	ck_assert_int_ge(failed, 5);
}
END_TEST

static void
add_contents(Suite *suite)
{
	TCase *c = tcase_create("contents");
	tcase_add_checked_fixture(c, set_up, tear_down);
	tcase_add_test(c, every_column_is_documented_and_nothing_else);
	tcase_add_test(c, every_table_is_strict_and_has_no_null);
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

static void
add_writing(Suite *suite)
{
	TCase *c = tcase_create("writing");
	tcase_add_checked_fixture(c, set_up, tear_down);
	tcase_add_test(c, nothing_registered_leaves_no_file);
	tcase_add_test(c, a_failed_first_register_leaves_no_file);
	tcase_add_test(c, an_experiment_is_found_by_its_key);
	tcase_add_test(c, another_detail_of_the_same_experiment_is_refused);
	tcase_add_test(c, an_end_is_written_once);
	tcase_add_test(c, an_empty_file_is_a_new_one);
	tcase_add_test(c, minus_zero_is_stored_as_zero);
	tcase_add_test(c, a_payoff_that_is_no_number_is_refused_by_name);
	tcase_add_test(c, an_infinite_transfer_is_refused_by_name);
	tcase_add_test(c, a_move_that_is_worth_no_number_is_refused_by_name);
	tcase_add_test(c, a_negative_count_is_refused);
	tcase_add_test(c, a_round_beyond_the_run_is_refused);
	tcase_add_test(c, a_run_of_an_unknown_experiment_is_refused);
	tcase_add_test(c, a_run_twice_is_refused);
	tcase_add_test(c, an_open_transaction_is_rolled_back_by_close);
	tcase_add_test(c, many_rounds_arrive_whole);
	tcase_add_test(c, memory_may_run_out_anywhere);
	suite_add_tcase(suite, c);
}

static void
add_opening(Suite *suite)
{
	TCase *c = tcase_create("opening");
	tcase_add_checked_fixture(c, set_up, tear_down);
	tcase_set_timeout(c, 60);
	tcase_add_test(c, a_file_that_is_there_is_not_created);
	tcase_add_test(c, a_file_made_meanwhile_is_not_created);
	tcase_add_test(c, replace_waits_for_the_first_experiment);
	tcase_add_test(c, a_failed_replacement_keeps_the_old_file);
	tcase_add_test(c, only_our_databases_are_replaced);
	tcase_add_test(c, a_database_in_use_is_not_replaced);
	tcase_add_test(c, another_programs_database_is_refused);
	tcase_add_test(c, a_newer_database_is_refused);
	tcase_add_test(c, what_is_no_database_is_refused);
	tcase_add_test(c, a_truncated_database_is_refused);
	tcase_add_test(c, an_empty_file_has_nothing_to_read);
	tcase_add_test(c, a_missing_file_has_nothing_to_read);
	tcase_add_test(c, a_folder_is_no_database);
	tcase_add_test(c, a_missing_folder_is_named);
	tcase_add_test(c,
	    names_that_mean_something_to_sqlite_are_plain_names);
	tcase_add_test(c, a_store_to_read_does_not_write);
	tcase_add_test(c, a_second_writer_waits_and_is_told);
	tcase_add_test(c, two_writers_take_turns);
	tcase_add_test(c, a_reader_sees_what_is_committed);
	suite_add_tcase(suite, c);
}

static void
add_processes(Suite *suite)
{
	TCase *c = tcase_create("processes");
	tcase_add_checked_fixture(c, set_up, tear_down);
	tcase_set_timeout(c, 120);
	tcase_add_test(c, a_finished_file_is_read_in_a_read_only_folder);
	tcase_add_test(c,
	    a_wal_file_without_log_is_read_in_a_read_only_folder);
	tcase_add_test(c,
	    a_left_log_is_read_where_the_folder_can_be_written);
	tcase_add_test(c, a_left_log_in_a_read_only_folder_is_explained);
	tcase_add_test(c, a_read_only_folder_is_told_at_once);
	tcase_add_loop_test(c, kill_loses_no_run_and_leaves_no_half, 0, 5);
	tcase_add_test(c, a_full_disk_keeps_what_was_committed);
	tcase_add_test(c, a_half_made_file_is_taken_as_new);
	tcase_add_test(c, a_full_disk_at_the_start_leaves_no_file);
	suite_add_tcase(suite, c);
}

int
main(void)
{
	Suite *suite = suite_create("store");
	add_contents(suite);
	add_writing(suite);
	add_opening(suite);
	add_processes(suite);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
