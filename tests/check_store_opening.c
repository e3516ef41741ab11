/* check_store_opening: files that are ours, and files that are not. */
#include <signal.h>

#include "store/store_internal.h"
#include "store_case.h"

/* A change of the tables has other hashes, for store/store_shape.c. */
START_TEST(tables_are_known_by_their_hash)
{
	char hex[DT_HASH_HEX] = "";
	for (int parts = 0; parts < 4; parts++) {
		sqlite3 *db;
		bool is, other;
		ck_assert_int_eq(dt_store_shipped(&db, path, DT_STORE_VERSION,
		    parts, &err), DT_OK);
		ck_assert_int_eq(dt_store_shape(db, path, hex, &err), DT_OK);
		ck_assert_int_eq(dt_store_is_shipped(db, path, parts, &is,
		    &err), DT_OK);
		ck_assert_msg(is, "store_shape.c: shipped[%d] is now \"%s\"",
		    parts, hex);
		ck_assert_int_eq(dt_store_is_shipped(db, path, (parts + 1) % 4,
		    &other, &err), DT_OK);
		ck_assert(!other);
		sqlite3_close(db);
	}
}
END_TEST

START_TEST(other_tables_are_not_known)
{
	static const char *const changes[] = {
		"CREATE VIEW more AS SELECT 1", "DROP VIEW run_summary",
		"CREATE INDEX beside ON run (ending)",
		"PRAGMA writable_schema = 1; UPDATE sqlite_master SET sql ="
		" replace(sql, 'NOT NULL', 'NOT  NULL') WHERE name = 'run'" };
	for (size_t i = 0; i < sizeof(changes) / sizeof(changes[0]); i++) {
		sqlite3 *db;
		bool is = true;
		ck_assert_int_eq(dt_store_shipped(&db, path, DT_STORE_VERSION,
		    0, &err), DT_OK);
		ck_assert_int_eq(sqlite3_exec(db, changes[i], NULL, NULL,
		    NULL), SQLITE_OK);
		ck_assert_int_eq(dt_store_is_shipped(db, path, 0, &is, &err),
		    DT_OK);
		ck_assert(!is);
		sqlite3_close(db);
	}
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

START_TEST(what_is_replaced_is_whole_until_the_new_file_is)
{
	struct dt_store *store;
	char beside[256];
	example_make(path);
	opens(&store, DT_STORE_REPLACE);
	closes(store);
	ck_assert_str_eq(ask("SELECT count(*) FROM run"), "4");
	opens(&store, DT_STORE_REPLACE);
	registers(store, "new");
	snprintf(beside, sizeof(beside), "%s", dt_store_path(store));
	ck_assert_str_ne(beside, path);
	ck_assert_str_eq(ask("SELECT count(*) FROM run"), "4");
	ck_assert_msg(dt_store_settle(store, &err) == DT_OK, "%s",
	    err.message);
	ck_assert_str_eq(dt_store_path(store), path);
	closes(store);
	ck_assert_int_ne(access(beside, F_OK), 0);
	ck_assert_str_eq(ask("SELECT group_concat(experiment_key) FROM"
	    " experiment"), "new");
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

/* A user's file of any name is nobody else's business: FILE.new was written
 * through once. */
START_TEST(a_file_beside_is_left_alone)
{
	struct dt_store *store;
	char name[256], line[16] = "";
	snprintf(name, sizeof(name), "%s.new", path);
	FILE *file = fopen(name, "w");
	ck_assert_int_ge(fputs("mine", file), 0);
	fclose(file);
	example_make(path);
	opens(&store, DT_STORE_REPLACE);
	registers(store, "new");
	ck_assert_int_eq(dt_store_settle(store, &err), DT_OK);
	closes(store);
	file = fopen(name, "r");
	ck_assert_ptr_nonnull(file);
	ck_assert_ptr_nonnull(fgets(line, sizeof(line), file));
	fclose(file);
	unlink(name);
	ck_assert_str_eq(line, "mine");
}
END_TEST

/* What a call leaves that is killed before its first commit, is an empty
 * file (or becomes one: tests/check_torture.sh). */
START_TEST(an_unfinished_file_is_no_file)
{
	struct dt_store *store;
	write_file("", 0);
	opens(&store, DT_STORE_CREATE);
	registers(store, "k");
	closes(store);
	ck_assert_str_eq(ask("SELECT count(*) FROM experiment"), "1");
	refuses(DT_STORE_CREATE, DT_EUSAGE, "exists");
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
	sql("PRAGMA user_version = 6");
	refuses(DT_STORE_APPEND, DT_ESTORE, "newer");
	refuses(DT_STORE_READ, DT_ESTORE,
	    "database version 6, this one knows 5): upgrade");
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
	refuses(DT_STORE_READ, DT_EINPUT, "No such file");
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

static void
wake(int signal)
{
	(void)signal;
}

/* A signal ends the half minute that it waits. */
START_TEST(a_second_writer_waits_and_is_told)
{
	struct dt_store *first, *second;
	struct sigaction act = { .sa_handler = wake };
	sigaction(SIGALRM, &act, NULL);
	alarm(1);
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

static void
writes_a_run(struct dt_store *writer, int64_t id, size_t which)
{
	ck_assert_int_eq(dt_store_begin(writer, &err), DT_OK);
	example_put(writer, id, &example_none[which]);
	ck_assert_int_eq(dt_store_commit(writer, &err), DT_OK);
}

static int
runs_seen(struct dt_store *store, int64_t id)
{
	bool done[2];
	ck_assert_int_eq(dt_store_finished(store, id, done, 2, &err), DT_OK);
	return done[0] + done[1];
}

/* Each reader stays at the moment of its opening, whatever comes meanwhile. */
START_TEST(a_reader_sees_one_moment)
{
	struct dt_store *writer, *reader, *later;
	opens(&writer, DT_STORE_CREATE);
	int64_t id = registers(writer, "k");
	opens(&reader, DT_STORE_READ);
	ck_assert_int_eq(runs_seen(reader, id), 0);
	writes_a_run(writer, id, 0);
	ck_assert_int_eq(runs_seen(reader, id), 0);
	opens(&later, DT_STORE_READ);
	ck_assert_int_eq(runs_seen(later, id), 1);
	closes(writer);
	closes(reader);
	closes(later);
}
END_TEST

/* The runs and the log that a second writer takes up belong together. */
START_TEST(a_writer_that_holds_sees_one_moment)
{
	struct dt_store *first, *second;
	opens(&first, DT_STORE_CREATE);
	int64_t id = registers(first, "k");
	opens(&second, DT_STORE_APPEND);
	ck_assert_int_eq(dt_store_hold(second, &err), DT_OK);
	ck_assert_int_eq(runs_seen(second, id), 0);
	writes_a_run(first, id, 0);
	ck_assert_int_eq(runs_seen(second, id), 0);
	dt_store_let_go(second);
	ck_assert_int_eq(runs_seen(second, id), 1);
	writes_a_run(second, id, 1);
	closes(first);
	closes(second);
	ck_assert_str_eq(ask("SELECT count(*) FROM run"), "2");
}
END_TEST

static void
add_opening(Suite *suite)
{
	TCase *c = tcase_create("opening");
	tcase_add_checked_fixture(c, set_up, tear_down);
	tcase_set_timeout(c, 60);
	tcase_add_test(c, tables_are_known_by_their_hash);
	tcase_add_test(c, other_tables_are_not_known);
	tcase_add_test(c, a_file_that_is_there_is_not_created);
	tcase_add_test(c, a_file_made_meanwhile_is_not_created);
	tcase_add_test(c, what_is_replaced_is_whole_until_the_new_file_is);
	tcase_add_test(c, a_failed_replacement_keeps_the_old_file);
	tcase_add_test(c, a_file_beside_is_left_alone);
	tcase_add_test(c, an_unfinished_file_is_no_file);
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
	tcase_add_test(c, a_reader_sees_one_moment);
	tcase_add_test(c, a_writer_that_holds_sees_one_moment);
	suite_add_tcase(suite, c);
}

int
main(void)
{
	Suite *suite = suite_create("store_opening");
	add_opening(suite);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
