/*
 * store_read: a connection to read from, however the folder of the file is and
 * however old its tables are. One of an older version is left alone: what is
 * read is a copy that was brought to this version.
 */
#include "store/store_internal.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"

/* A database in WAL mode whose log is gone is whole, yet SQLite refuses it in
 * a folder that it cannot write unless it is told that nobody changes it. */
static enum dt_status
connect_immutable(sqlite3 **db, const char *path, struct dt_error *err)
{
	struct dt_arena arena = { 0 };
	char *name = dt_arena_print(&arena, "file:%s", *path == '/' ? "" :
	    "./");
	for (const char *c = path; *c != '\0' && name != NULL; c++)
		name = dt_arena_print(&arena, strchr("?#%", *c) ? "%s%%%02X" :
		    "%s%c", name, *c);
	if (name != NULL)
		name = dt_arena_print(&arena, "%s?immutable=1", name);
	enum dt_status status = dt_store_connect_name(db, path, name,
	    SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, err);
	dt_arena_free(&arena);
	return status;
}

/* A writer that was killed in a transaction left a journal, by which SQLite
 * goes back to what was there before: on a connection that may write. */
static enum dt_status
recover(const char *path, struct dt_error *err)
{
	sqlite3 *db = NULL;
	int64_t things = 0;
	enum dt_status status = dt_store_connect(&db, path,
	    SQLITE_OPEN_READWRITE, err);
	if (status == DT_OK)
		status = dt_store_number(db, path,
		    "SELECT count(*) FROM sqlite_schema", &things, err);
	sqlite3_close(db);
	return status;
}

/* The copy lies where the system has its temporary files, and may take this
 * much of it. */
static const int64_t copy_most = INT64_C(1) << 30;

static enum dt_status
check_size(sqlite3 *db, const char *path, int64_t version,
    struct dt_error *err)
{
	int64_t bytes = 0;
	enum dt_status status = dt_store_number(db, path, "SELECT page_count *"
	    " page_size FROM pragma_page_count, pragma_page_size", &bytes,
	    err);
	if (status != DT_OK || bytes <= copy_most)
		return status;
	return dt_status_fail(err, DT_EUSAGE, "%s: is of version %lld and has "
	    "%lld MB; files of at most %lld MB are read as if they were of "
	    "version %d: bring it to that first, by a run or a sweep with "
	    "--append, which keeps it as it was beside it", path,
	    (long long)version, (long long)(bytes >> 20),
	    (long long)(copy_most >> 20), DT_STORE_VERSION);
}

static enum dt_status
read_through(sqlite3 **db, const char *path, int64_t version,
    struct dt_error *err)
{
	sqlite3 *through = NULL;
	enum dt_status status = check_size(*db, path, version, err);
	/* a file without a name, which SQLite removes by itself */
	if (status == DT_OK)
		status = dt_store_connect_name(&through, path, "",
		    SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, err);
	if (status == DT_OK)
		status = dt_store_copy(through, *db, path, err);
	if (status == DT_OK && sqlite3_exec(through, "BEGIN", NULL, NULL,
	    NULL) != SQLITE_OK)
		status = dt_store_explain(path, through, err);
	if (status == DT_OK)
		status = dt_store_migrate(through, path, version, err);
	if (status == DT_OK && sqlite3_exec(through, "COMMIT; PRAGMA"
	    " query_only = 1", NULL, NULL, NULL) != SQLITE_OK)
		status = dt_store_explain(path, through, err);
	sqlite3_close(*db);
	*db = status == DT_OK ? through : NULL;
	if (status != DT_OK)
		sqlite3_close(through);
	return status;
}

static enum dt_status
identify_read(sqlite3 **db, const char *path, int64_t *newer,
    struct dt_error *err)
{
	int64_t version = 0;
	enum dt_status status = dt_store_identify_read(*db, path,
	    newer != NULL, &version, err);
	if (newer != NULL)
		*newer = version > DT_STORE_VERSION ? version : 0;
	if (status == DT_OK && version == 0)
		status = dt_status_fail(err, DT_ESTORE,
		    "%s: is empty: nothing was recorded in it", path);
	if (status == DT_OK && version < DT_STORE_VERSION)
		return read_through(db, path, version, err);
	if (status) {
		sqlite3_close(*db);
		*db = NULL;
	}
	return status;
}

/* What a writer that was stopped left behind is part of the database: to read
 * the file without it would show an older state, or nonsense. */
static enum dt_status
refuse_log(const char *path, struct dt_error *err)
{
	return dt_status_fail(err, DT_EIO, "%s: the log %s-wal that belongs "
	    "to it cannot be used here: copy both together to a folder of "
	    "yours and open the copy", path, path);
}

enum dt_status
dt_store_connect_read(sqlite3 **db, const char *path, int64_t *newer,
    struct dt_error *err)
{
	enum dt_store_kind kind = DT_STORE_MISSING;
	enum dt_status status = dt_store_look(path, &kind, err);
	if (status)
		return status;
	if (kind == DT_STORE_MISSING)
		return dt_status_unread(err, path, ENOENT);
	if (access(path, R_OK) != 0)
		return dt_store_system(path, errno, err);
	if (dt_store_has_tail(path, "-journal") &&
	    dt_store_writable(path, DT_STORE_FILE, NULL) == DT_OK)
		status = recover(path, err);
	if (status == DT_OK)
		status = dt_store_connect(db, path, SQLITE_OPEN_READONLY, err);
	if (status)
		return status;
	status = identify_read(db, path, newer, err);
	if (status != DT_EIO || dt_store_writable(path, DT_STORE_MISSING,
	    NULL) == DT_OK)
		return status;
	if (dt_store_has_tail(path, "-wal"))
		return refuse_log(path, err);
	status = connect_immutable(db, path, err);
	return status ? status : identify_read(db, path, newer, err);
}

enum dt_status
dt_store_copy_file(const char *to, const char *from, struct dt_error *err)
{
	sqlite3 *source = NULL, *copy = NULL;
	enum dt_status status = dt_store_connect_read(&source, from, NULL, err);
	if (status)
		return status;
	status = dt_store_connect_name(&copy, to, to, SQLITE_OPEN_READWRITE |
	    SQLITE_OPEN_CREATE, err);
	if (status == DT_OK)
		status = dt_store_copy(copy, source, from, err);
	if (status == DT_OK && sqlite3_exec(copy, "PRAGMA"
	    " journal_mode=DELETE", NULL, NULL, NULL) != SQLITE_OK)
		status = dt_store_explain(to, copy, err);
	sqlite3_close(copy);
	sqlite3_close(source);
	return status;
}

/* Deleted rows' bytes are gone with the pages that the file is written anew
 * without. */
enum dt_status
dt_store_copy_public(const char *to, const char *from, struct dt_error *err)
{
	static const struct {
		const char *table, *sql;
	} private[] = {
		{ "class_name", "DELETE FROM class_name" },
		{ "class_event", "DELETE FROM class_event" },
		{ "class_answer", "DELETE FROM class_answer WHERE"
		    " kind = 'reflect'" },
	};
	sqlite3 *db = NULL;
	bool any = false, bad = false;
	enum dt_status status = dt_store_copy_file(to, from, err);
	if (status == DT_OK)
		status = dt_store_connect_name(&db, to, to,
		    SQLITE_OPEN_READWRITE, err);
	for (size_t k = 0; status == DT_OK && k < sizeof(private) /
	    sizeof(private[0]) && !bad; k++) {
		if (sqlite3_table_column_metadata(db, "main",
		    private[k].table, NULL, NULL, NULL, NULL, NULL, NULL) !=
		    SQLITE_OK)
			continue;
		any = true;
		bad = sqlite3_exec(db, private[k].sql, NULL, NULL, NULL) !=
		    SQLITE_OK;
	}
	if (status == DT_OK && any && !bad)
		bad = sqlite3_exec(db, "VACUUM", NULL, NULL, NULL) !=
		    SQLITE_OK;
	if (bad)
		status = dt_store_explain(to, db, err);
	sqlite3_close(db);
	return status;
}
