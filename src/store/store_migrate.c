/*
 * store_migrate: a file of an older version of the tables becomes one of this
 * version, or is read as if it were.
 *
 * The rows of version v are temporary views TABLE_v. A step is a small SQL
 * file, migrate_v_w.sql, that makes TABLE_w from TABLE_v where the two differ;
 * the others are the same. At the end schema.sql makes the tables anew and
 * takes the rows of the last views, so that a migrated file is, byte by byte
 * of its definitions, what this program would have made; its checks are made
 * again of every row. What follows from other rows, settings from their
 * configurations and counts from rounds, is worked out from the rows that were
 * taken. All of it is one transaction: whoever is killed leaves the file as it
 * was. Signed texts are copied, never changed.
 *
 * To add a version: keep schema.sql as schema_v.sql (store_own.c knows them by
 * version), raise DT_STORE_VERSION and schema.sql's user_version, write the step
 * and its line in `steps` and Makefile.am.
 */
#include "store/store_internal.h"

#include <string.h>

#include "base/arena.h"
#include "store/migrate_1_2_sql.h"
#include "store/migrate_2_3_sql.h"
#include "store/migrate_3_4_sql.h"
#include "store/migrate_4_5_sql.h"
#include "store/schema_sql.h"
#include "store/solution_sql.h"
#include "store/talks_sql.h"

static const char *const steps[DT_STORE_VERSION] = {
	[1] = dt_migrate_1_2_sql,
	[2] = dt_migrate_2_3_sql,
	[3] = dt_migrate_3_4_sql,
	[4] = dt_migrate_4_5_sql,
};

struct migration {
	sqlite3 *db;
	const char *path;
	int64_t version;        /* that the file has */
	struct dt_arena arena;
	struct dt_error *err;
	char **tables, **views; /* of this version, by name; NULL-terminated */
};

static enum dt_status
explain(struct migration *m)
{
	const char *said = sqlite3_errmsg(m->db);
	switch (sqlite3_errcode(m->db) & 0xff) {
	case SQLITE_CONSTRAINT:
	case SQLITE_ERROR:
		return dt_status_fail(m->err, DT_ESTORE, "%s: is of version "
		    "%d of the tables, and cannot be brought to %d (%s); the "
		    "file is as it was: merge what is sound in it, or play "
		    "it again", m->path, (int)m->version, DT_STORE_VERSION,
		    said);
	default:
		return dt_store_explain(m->path, m->db, m->err);
	}
}

/* Runs SQL; NULL is SQL for which memory was out. */
static enum dt_status
run(struct migration *m, const char *sql)
{
	if (sql == NULL)
		return dt_status_no_memory(m->err);
	return sqlite3_exec(m->db, sql, NULL, NULL, NULL) == SQLITE_OK ?
	    DT_OK : explain(m);
}

/* The first column of all rows, in the arena, NULL-terminated. */
static enum dt_status
list(struct migration *m, sqlite3 *db, const char *sql, char ***texts)
{
	enum { MOST = 256 };
	sqlite3_stmt *get = NULL;
	size_t n = 0;
	*texts = dt_arena_new(&m->arena, MOST + 1, sizeof(**texts));
	if (*texts == NULL)
		return dt_status_no_memory(m->err);
	int code = sqlite3_prepare_v2(db, sql, -1, &get, NULL);
	while (code == SQLITE_OK || code == SQLITE_ROW) {
		code = sqlite3_step(get);
		const char *text = code != SQLITE_ROW || n == MOST ? NULL :
		    (const char *)sqlite3_column_text(get, 0);
		if (text != NULL &&
		    ((*texts)[n++] = dt_arena_copy(&m->arena, text)) == NULL)
			code = SQLITE_NOMEM;
	}
	sqlite3_finalize(get);
	return code == SQLITE_DONE ? DT_OK : code == SQLITE_NOMEM ?
	    dt_status_no_memory(m->err) : dt_store_explain(m->path, db,
	    m->err);
}

/* What this version has. */
static enum dt_status
look_around(struct migration *m)
{
	sqlite3 *shipped = NULL;
	enum dt_status status = dt_store_shipped(&shipped, m->path,
	    DT_STORE_VERSION, DT_STORE_SOLUTIONS, m->err);
	if (status == DT_OK)
		status = list(m, shipped, "SELECT name FROM sqlite_schema"
		    " WHERE type = 'table' ORDER BY rowid", &m->tables);
	if (status == DT_OK)
		status = list(m, shipped, "SELECT name FROM sqlite_schema"
		    " WHERE type = 'view' ORDER BY rowid", &m->views);
	sqlite3_close(shipped);
	return status;
}

static enum dt_status
has(struct migration *m, const char *table, bool *there)
{
	int64_t n = 0;
	const char *sql = dt_arena_print(&m->arena, "SELECT count(*) FROM"
	    " main.sqlite_schema WHERE type = 'table' AND name = '%s'",
	    table);
	enum dt_status status = sql == NULL ? dt_status_no_memory(m->err) :
	    dt_store_number(m->db, m->path, sql, &n, m->err);
	*there = n > 0;
	return status;
}

/* Puts the old tables aside, each behind its view. */
static enum dt_status
put_aside(struct migration *m)
{
	enum dt_status status = DT_OK;
	for (char **v = m->views; *v != NULL && status == DT_OK; v++)
		status = run(m, dt_arena_print(&m->arena,
		    "DROP VIEW IF EXISTS main.%s", *v));
	for (char **t = m->tables; *t != NULL && status == DT_OK; t++) {
		bool there = false;
		status = has(m, *t, &there);
		if (status == DT_OK && there)
			status = run(m, dt_arena_print(&m->arena, "ALTER TABLE"
			    " main.%s RENAME TO before_%s;"
			    "CREATE TEMP VIEW %s_%d AS SELECT * FROM"
			    " main.before_%s", *t, *t, *t, (int)m->version,
			    *t));
	}
	return status;
}

/* One step: its own views, and those of the tables that it leaves alone. */
static enum dt_status
step(struct migration *m, int version)
{
	enum dt_status status = run(m, steps[version]);
	for (char **t = m->tables; *t != NULL && status == DT_OK; t++) {
		bool there = false;
		status = has(m, dt_arena_print(&m->arena, "before_%s", *t),
		    &there);
		if (status == DT_OK && there)
			status = run(m, dt_arena_print(&m->arena, "CREATE TEMP"
			    " VIEW IF NOT EXISTS %s_%d AS SELECT * FROM"
			    " temp.%s_%d", *t, version + 1, *t, version));
	}
	return status;
}

/* Tables whose rows are those of the new version. */
static bool
documents(const char *table)
{
	return strcmp(table, "schema_doc") == 0 ||
	    strcmp(table, "query_doc") == 0 ||
	    strcmp(table, "query_parameter") == 0;
}

/* The rows of one table into its new form. */
static enum dt_status
take(struct migration *m, const char *table)
{
	bool there = false;
	char **columns;
	const char *names = "";
	enum dt_status status = has(m, dt_arena_print(&m->arena, "before_%s",
	    table), &there);
	if (status != DT_OK || !there)
		return status;
	if (!documents(table)) {
		status = list(m, m->db, dt_arena_print(&m->arena, "SELECT"
		    " name FROM pragma_table_info('%s') ORDER BY cid", table),
		    &columns);
		for (; status == DT_OK && names && *columns; columns++)
			names = dt_arena_print(&m->arena, "%s%s%s", names,
			    *names ? ", " : "", *columns);
		if (status == DT_OK)
			status = run(m, names == NULL ? NULL : dt_arena_print(
			    &m->arena, "INSERT INTO main.%s (%s) SELECT %s"
			    " FROM temp.%s_%d", table, names, names, table,
			    DT_STORE_VERSION));
	}
	return status;
}

/* What was put aside goes, last version's views first. */
static enum dt_status
clear(struct migration *m)
{
	enum dt_status status = DT_OK;
	for (char **t = m->tables; *t != NULL && status == DT_OK; t++) {
		for (int v = DT_STORE_VERSION; v >= m->version; v--)
			if (status == DT_OK)
				status = run(m, dt_arena_print(&m->arena,
				    "DROP VIEW IF EXISTS temp.%s_%d", *t, v));
		if (status == DT_OK)
			status = run(m, dt_arena_print(&m->arena,
			    "DROP TABLE IF EXISTS main.before_%s", *t));
	}
	/* the dictionary speaks of all tables that were there */
	if (status == DT_OK)
		status = run(m, "DELETE FROM schema_doc WHERE table_name GLOB"
		    " 'before_*'");
	return status;
}

static enum dt_status
check_pages(struct migration *m)
{
	char **said;
	enum dt_status status = list(m, m->db, "PRAGMA integrity_check(1)",
	    &said);
	if (status != DT_OK || (*said != NULL && strcmp(*said, "ok") == 0))
		return status;
	return dt_status_fail(m->err, DT_ESTORE, "%s: is damaged (%s): "
	    "'sqlite3 %s .recover' prints what can be saved", m->path,
	    *said ? *said : "", m->path);
}

static enum dt_status
carry(struct migration *m)
{
	enum dt_status status = check_pages(m);
	if (status == DT_OK)
		status = look_around(m);
	if (status == DT_OK)
		status = put_aside(m);
	for (int v = (int)m->version; v < DT_STORE_VERSION &&
	    status == DT_OK; v++)
		status = step(m, v);
	if (status == DT_OK)
		status = run(m, dt_schema_sql);
	if (status == DT_OK)
		status = run(m, dt_talks_sql);
	if (status == DT_OK)
		status = run(m, dt_solution_sql);
	if (status == DT_OK)
		status = run(m, dt_store_queries);
	for (char **t = m->tables; status == DT_OK && *t != NULL; t++)
		status = take(m, *t);
	if (status == DT_OK && m->version < 3)
		status = dt_store_put_all_settings(m->db, m->path, m->err);
	if (status == DT_OK && m->version < 4)
		status = dt_store_count_all(m->db, m->path, m->err);
	return status ? status : clear(m);
}

/* In the transaction that db is in. Without the old manner, renaming a table
 * would change what other tables say of it. */
enum dt_status
dt_store_migrate(sqlite3 *db, const char *path, int64_t version,
    struct dt_error *err)
{
	struct migration m = { .db = db, .path = path, .version = version,
	    .err = err };
	(void)sqlite3_db_config(db, SQLITE_DBCONFIG_LEGACY_ALTER_TABLE, 1,
	    NULL);
	enum dt_status status = carry(&m);
	(void)sqlite3_db_config(db, SQLITE_DBCONFIG_LEGACY_ALTER_TABLE, 0,
	    NULL);
	dt_arena_free(&m.arena);
	return status;
}
