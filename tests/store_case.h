/*
 * store_case: what the tests of the store share: a folder of its own for each
 * test, and short words for what they do with the file in it.
 */
#ifndef DT_TESTS_STORE_CASE_H
#define DT_TESTS_STORE_CASE_H

#include <check.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store_example.h"

static char folder[64], path[96];
static struct dt_error err;

static inline void
set_up(void)
{
	strcpy(folder, "/tmp/check_store.XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/out.db", folder);
	err.message[0] = '\0';
}

static inline void
tear_down(void)
{
	char command[128];
	chmod(folder, 0700);
	snprintf(command, sizeof(command), "rm -rf %s", folder);
	ck_assert_int_eq(system(command), 0);
}

static inline const char *
beside(const char *tail)
{
	static char name[128];
	snprintf(name, sizeof(name), "%s%s", path, tail);
	return name;
}

static inline bool
there(const char *tail)
{
	return access(beside(tail), F_OK) == 0;
}

static inline void
write_file(const char *bytes, size_t n)
{
	FILE *file = fopen(path, "w");
	ck_assert_ptr_nonnull(file);
	ck_assert_uint_eq(fwrite(bytes, 1, n, file), n);
	fclose(file);
}

static inline void
sql(const char *text)
{
	sqlite3 *db;
	ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
	ck_assert_msg(sqlite3_exec(db, text, NULL, NULL, NULL) == SQLITE_OK,
	    "%s: %s", text, sqlite3_errmsg(db));
	sqlite3_close(db);
}

/* The first cell that a statement gives, "" if there is no row. */
static inline const char *
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

static inline void
opens(struct dt_store **store, enum dt_store_how how)
{
	ck_assert_msg(dt_store_open(store, path, how, &err) == DT_OK, "%s",
	    err.message);
}

static inline void
closes(struct dt_store *store)
{
	ck_assert_msg(dt_store_close(store, &err) == DT_OK, "%s",
	    err.message);
}

static inline int64_t
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
static inline void
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

#endif
