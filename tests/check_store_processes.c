/* check_store_processes: kills, full disks, read-only folders. */
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "store_case.h"

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
		/* Tables and what is written in them about them take half. */
		const struct rlimit limit = { 800000, 800000 };
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
	refuses(DT_STORE_READ, DT_ESTORE, "empty");      /* undone */
	ck_assert(!there("-journal"));
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

/* Has it open, says so, and closes it once the gate opens. */
static void
close_with_others(int ready, int gate)
{
	struct dt_store *store = NULL;
	char byte = 0;
	bool good = dt_store_open(&store, path, DT_STORE_APPEND, &err) ==
	    DT_OK && write(ready, &byte, 1) == 1 && read(gate, &byte, 1) == 0;
	good = dt_store_close(store, &err) == DT_OK && good;
	_exit(good ? 0 : 1);
}

/* However many close it in the same moment: the log goes with the last. */
START_TEST(no_log_is_left_where_all_close_at_once)
{
	enum { WRITERS = 6 };
	int ready[2], gate[2];
	pid_t children[WRITERS];
	char byte;
	example_make(path);
	for (int round = 0; round < 40; round++) {
		ck_assert(pipe(ready) == 0 && pipe(gate) == 0);
		for (int k = 0; k < WRITERS; k++)
			if ((children[k] = fork()) == 0) {
				close(gate[1]);
				close_with_others(ready[1], gate[0]);
			}
		for (int k = 0; k < WRITERS; k++)
			ck_assert_int_eq(read(ready[0], &byte, 1), 1);
		ck_assert(there("-shm"));
		close(gate[1]);
		for (int k = 0; k < WRITERS; k++)
			ck_assert_int_eq(wait_for(children[k]), 0);
		ck_assert(!there("-shm") && !there("-wal"));
		close(ready[0]);
		close(ready[1]);
		close(gate[0]);
	}
}
END_TEST

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
	tcase_add_test(c, no_log_is_left_where_all_close_at_once);
	tcase_add_test(c, a_full_disk_at_the_start_leaves_no_file);
	suite_add_tcase(suite, c);
}

int
main(void)
{
	Suite *suite = suite_create("store_processes");
	add_processes(suite);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
