/*
 * store_own: whose a database is. Anybody can write a file that says it is of
 * détente: its triggers would act on our rows, its views in the place of tables
 * answer without end, its indices call functions. So every file is held, before
 * a row of it is read or written, against what its version of the tables makes:
 * the same tables and views, letter for letter, and nothing beside them.
 */
#include "store/store_internal.h"

#include <string.h>

#include "store/packed_sql.h"
#include "store/schema_1_sql.h"
#include "store/schema_2_sql.h"
#include "store/schema_3_sql.h"
#include "store/schema_4_sql.h"
#include "store/schema_sql.h"
#include "store/solution_sql.h"
#include "store/talks_sql.h"

/* Steps of SQLite's machine for all definitions: ours take some hundreds. */
enum { STEPS_AT_ONCE = 1000, LOOKS_MOST = 50 };

/* The version in which there first were tables of talks, talks.sql. */
enum { TALKS_SINCE = 4 };

static const char *const schemas[DT_STORE_VERSION + 1] = {
	[1] = dt_schema_1_sql,
	[2] = dt_schema_2_sql,
	[3] = dt_schema_3_sql,
	[4] = dt_schema_4_sql,
	[DT_STORE_VERSION] = dt_schema_sql,
};

enum dt_status
dt_store_shipped(sqlite3 **db, const char *path, int64_t version,
    int parts, struct dt_error *err)
{
	const char *const texts[] = { schemas[version],
	    version < TALKS_SINCE ? NULL : dt_talks_sql,
	    parts & DT_STORE_SOLUTIONS ? dt_solution_sql : NULL,
	    parts & DT_STORE_PACKED ? dt_packed_sql : NULL };
	int code = sqlite3_open(":memory:", db);
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		if (code == SQLITE_OK && texts[i] != NULL)
			code = sqlite3_exec(*db, texts[i], NULL, NULL, NULL);
	return code == SQLITE_OK ? DT_OK : dt_store_explain(path, *db, err);
}

enum dt_status
dt_store_parts(sqlite3 *db, const char *path, int *parts,
    struct dt_error *err)
{
	int64_t solutions = 0, packed = 0;
	enum dt_status status = dt_store_number(db, path,
	    DT_STORE_HAS_SOLUTIONS, &solutions, err);
	if (status == DT_OK)
		status = dt_store_number(db, path, DT_STORE_HAS_PACKED,
		    &packed, err);
	*parts = (solutions > 0 ? DT_STORE_SOLUTIONS : 0) |
	    (packed > 0 ? DT_STORE_PACKED : 0);
	return status;
}

static enum dt_status
refuse_newer(const char *path, int64_t version, struct dt_error *err)
{
	return dt_status_fail(err, DT_ESTORE, "%s: was written by a newer "
	    "détente (database version %lld, this one knows %d): upgrade",
	    path, (long long)version, DT_STORE_VERSION);
}

static enum dt_status
judge(const char *path, int64_t application, int64_t version, int64_t things,
    struct dt_error *err)
{
	if (application != DT_STORE_APPLICATION)
		return dt_status_fail(err, DT_ESTORE, "%s: is a SQLite "
		    "database of another program (application_id 0x%08x)",
		    path, (unsigned)application);
	if (version < 1 || things == 0)
		return dt_status_fail(err, DT_ESTORE, "%s: is damaged: it "
		    "says that détente made it, but has none of its tables",
		    path);
	return DT_OK;
}

/* The definitions of both sides, walked together in the order of names. */
struct side {
	sqlite3 *db;
	sqlite3_stmt *get;
	bool has;
};

static const char *
text_of(const struct side *side, int column)
{
	const char *text =
	    (const char *)sqlite3_column_text(side->get, column);
	return text ? text : "";
}

static enum dt_status
step(struct side *side, const char *path, struct dt_error *err)
{
	int code = sqlite3_step(side->get);
	side->has = code == SQLITE_ROW;
	return code == SQLITE_ROW || code == SQLITE_DONE ? DT_OK :
	    dt_store_explain(path, side->db, err);
}

static enum dt_status
missing(const struct side *ours, const char *path, struct dt_error *err)
{
	return dt_status_fail(err, DT_ESTORE, "%s: is damaged: it has no %s "
	    "%s", path, text_of(ours, 1), text_of(ours, 0));
}

static enum dt_status
foreign(const struct side *theirs, const char *path, struct dt_error *err)
{
	return dt_status_fail(err, DT_ESTORE, "%s: its %.20s '%.200s' is not "
	    "of détente, so nothing of the file is read or written. If it is "
	    "yours, keep it in a database of its own, which sqlite3 can ATTACH "
	    "this one to, and DROP it here", path, text_of(theirs, 1),
	    text_of(theirs, 0));
}

static enum dt_status
changed(const struct side *ours, const char *path, struct dt_error *err)
{
	return dt_status_fail(err, DT_ESTORE, "%s: its %s %s is not defined as "
	    "détente does it, so nothing of the file is read or written. Ask "
	    "for the file as it was made, or play it again", path,
	    text_of(ours, 1), text_of(ours, 0));
}

static bool
same(const struct side *ours, const struct side *theirs)
{
	for (int c = 0; c < DT_STORE_DEFINITION_COLUMNS; c++) {
		int n = sqlite3_column_bytes(ours->get, c);
		if (n != sqlite3_column_bytes(theirs->get, c) ||
		    sqlite3_column_type(ours->get, c) !=
		    sqlite3_column_type(theirs->get, c) ||
		    memcmp(text_of(ours, c), text_of(theirs, c), (size_t)n))
			return false;
	}
	return true;
}

/* Of a newer version: a table or view that this one does not know, which it
 * does not ask. An index would have a part in answers. */
static bool
is_news(const struct side *theirs)
{
	const char *type = text_of(theirs, 1);
	return strcmp(type, "table") == 0 || strcmp(type, "view") == 0 ||
	    (strcmp(type, "index") == 0 &&
	    sqlite3_column_type(theirs->get, 3) == SQLITE_NULL);
}

static enum dt_status
compare(struct side *ours, struct side *theirs, bool newer, const char *path,
    struct dt_error *err)
{
	enum dt_status status = step(ours, path, err);
	if (status == DT_OK)
		status = step(theirs, path, err);
	while (status == DT_OK && (ours->has || theirs->has)) {
		int order = !ours->has ? 1 : !theirs->has ? -1 :
		    strcmp(text_of(ours, DT_STORE_PLACE),
		    text_of(theirs, DT_STORE_PLACE));
		if (order < 0)
			return missing(ours, path, err);
		if (order > 0 && newer && is_news(theirs)) {
			status = step(theirs, path, err);
			continue;
		}
		if (order > 0 || strcmp(text_of(ours, 1), text_of(theirs, 1)))
			return foreign(theirs, path, err);
		if (!same(ours, theirs))
			return changed(ours, path, err);
		status = step(ours, path, err);
		if (status == DT_OK)
			status = step(theirs, path, err);
	}
	return status;
}

static enum dt_status
prepare(struct side *side, const char *path, struct dt_error *err)
{
	return sqlite3_prepare_v2(side->db, DT_STORE_DEFINITIONS, -1,
	    &side->get, NULL) == SQLITE_OK ? DT_OK : dt_store_explain(path,
	    side->db, err);
}

/* Files of before there were solutions have no tables for them; packed ones have
 * tables of their own. */
static enum dt_status
check_definitions(sqlite3 *db, const char *path, int64_t version,
    struct dt_error *err)
{
	int parts = 0;
	bool known = false;
	struct side ours = { 0 }, theirs = { .db = db };
	enum dt_status status = dt_store_parts(db, path, &parts, err);
	if (status == DT_OK && version == DT_STORE_VERSION)
		status = dt_store_is_shipped(db, path, parts, &known, err);
	if (known)
		return DT_OK;
	if (status == DT_OK)
		status = dt_store_shipped(&ours.db, path, version >
		    DT_STORE_VERSION ? DT_STORE_VERSION : version,
		    parts, err);
	if (status == DT_OK)
		status = prepare(&ours, path, err);
	if (status == DT_OK)
		status = prepare(&theirs, path, err);
	if (status == DT_OK)
		status = compare(&ours, &theirs, version > DT_STORE_VERSION,
		    path, err);
	sqlite3_finalize(ours.get);
	sqlite3_finalize(theirs.get);
	sqlite3_close(ours.db);
	return status;
}

/* Texts in UTF-16 are compared and cut elsewhere than in UTF-8. */
static enum dt_status
check_encoding(sqlite3 *db, const char *path, struct dt_error *err)
{
	int64_t other = 0;
	enum dt_status status = dt_store_number(db, path, "SELECT encoding <>"
	    " 'UTF-8' FROM pragma_encoding", &other, err);
	if (status == DT_OK && other != 0)
		return dt_status_fail(err, DT_ESTORE, "%s: its texts are in "
		    "UTF-16, in which détente writes none: nothing of the "
		    "file is read or written", path);
	return status;
}

static enum dt_status
identify(sqlite3 *db, const char *path, bool newer, int64_t *version,
    struct dt_error *err)
{
	int64_t application = 0, things = 0;
	enum dt_status status = dt_store_number(db, path,
	    "PRAGMA application_id", &application, err);
	if (status == DT_OK)
		status = dt_store_number(db, path, "PRAGMA user_version",
		    version, err);
	if (status == DT_OK)
		status = dt_store_number(db, path,
		    "SELECT count(*) FROM main.sqlite_master", &things, err);
	if (status)
		return status;
	if (application == 0 && *version == 0 && things == 0)
		return DT_OK;
	status = judge(path, application, *version, things, err);
	if (status == DT_OK && *version > DT_STORE_VERSION && !newer)
		return refuse_newer(path, *version, err);
	if (status == DT_OK)
		status = check_encoding(db, path, err);
	if (status == DT_OK)
		status = check_definitions(db, path, *version, err);
	return status == DT_ESTORE && *version > DT_STORE_VERSION ?
	    refuse_newer(path, *version, err) : status;
}

static int
count_looks(void *looks)
{
	return ++*(int *)looks > LOOKS_MOST;
}

enum dt_status
dt_store_identify(sqlite3 *db, const char *path, int64_t *version,
    struct dt_error *err)
{
	return dt_store_identify_read(db, path, false, version, err);
}

enum dt_status
dt_store_identify_read(sqlite3 *db, const char *path, bool newer,
    int64_t *version, struct dt_error *err)
{
	int looks = 0;
	/* In one moment: between two looks another process may make it. */
	bool held = sqlite3_get_autocommit(db) != 0 &&
	    sqlite3_exec(db, "BEGIN", NULL, NULL, NULL) == SQLITE_OK;
	sqlite3_progress_handler(db, STEPS_AT_ONCE, count_looks, &looks);
	enum dt_status status = identify(db, path, newer, version, err);
	sqlite3_progress_handler(db, 0, NULL, NULL);
	/* Without memory it may stay held, and nothing more could begin. */
	if (held && sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL) !=
	    SQLITE_OK && status == DT_OK)
		status = dt_store_explain(path, db, err);
	/* what the header says of the cache is not ours to follow */
	if (status == DT_OK && *version > 0 && sqlite3_exec(db,
	    "PRAGMA cache_size=-8000", NULL, NULL, NULL) != SQLITE_OK)
		status = dt_store_explain(path, db, err);
	if (status != DT_OK && looks > LOOKS_MOST)
		return dt_status_fail(err, DT_ESTORE, "%s: defines far more "
		    "than détente does: nothing of the file is read or "
		    "written", path);
	return status;
}

bool
dt_store_is_unmade(const char *path)
{
	sqlite3 *db = NULL;
	int64_t version = 1;
	if (!dt_store_has_tail(path, "-journal"))
		return false;
	enum dt_status status = dt_store_connect(&db, path,
	    SQLITE_OPEN_READWRITE, NULL);
	if (status == DT_OK)
		status = dt_store_identify(db, path, &version, NULL);
	sqlite3_close(db);
	return status == DT_OK && version == 0;
}
