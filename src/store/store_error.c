/*
 * store_error: SQLite's error codes as words that say what to do.
 */
#include "store/store_internal.h"

#include <errno.h>
#include <string.h>

#define KEPT "runs up to the last commit are kept: "

enum dt_status
dt_store_system(const char *path, int error, struct dt_error *err)
{
	switch (error) {
	case ENOMEM:
		return dt_status_no_memory(err);
	case ENOSPC:
		return dt_status_fail(err, DT_EIO, "%s: no space left on the "
		    "disk; " KEPT "make room and go on with --resume", path);
	case EDQUOT:
		return dt_status_fail(err, DT_EIO, "%s: your quota of disk "
		    "space is used up; " KEPT "make room and go on with "
		    "--resume", path);
	case EFBIG:
		return dt_status_fail(err, DT_EIO, "%s: larger than a file "
		    "may be here; " KEPT "raise the limit (ulimit -f) and go "
		    "on with --resume", path);
	case 0:
		return dt_status_fail(err, DT_EIO, "%s: the disk did not take "
		    "or give what was asked; " KEPT "see to the disk and go "
		    "on with --resume", path);
	default:
		return dt_status_fail(err, DT_EIO, "%s: %s", path,
		    strerror(error));
	}
}

/* SQLite forgets the system's error number where a commit fails; what errno
 * still says is taken only if it can be true of a failed write. */
static int
system_error(sqlite3 *db, int code)
{
	int now = errno, kept = sqlite3_system_errno(db);
	bool fits = now == ENOSPC || now == EDQUOT || now == EFBIG ||
	    now == EIO;
	if (kept == 0 && code == SQLITE_IOERR_WRITE && fits)
		return now;
	return kept;
}

static enum dt_status
explain_readonly(const char *path, int code, struct dt_error *err)
{
	switch (code) {
	case SQLITE_READONLY_ROLLBACK:
	case SQLITE_READONLY_RECOVERY:
	case SQLITE_READONLY_CANTINIT:
		return dt_status_fail(err, DT_EIO, "%s: a writer was stopped "
		    "before it could finish the file: 'sqlite3 %s .tables' in "
		    "a folder that you may write mends it", path, path);
	case SQLITE_READONLY_DBMOVED:
		return dt_status_fail(err, DT_EIO, "%s: was moved or removed "
		    "while it was written", path);
	default:
		return dt_status_fail(err, DT_EIO, "%s: may not be written: "
		    "change its permissions or choose another file", path);
	}
}

static enum dt_status
explain_code(const char *path, sqlite3 *db, int code, struct dt_error *err)
{
	switch (code & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
	case SQLITE_PROTOCOL:
		return dt_status_fail(err, DT_EIO, "%s: another process is "
		    "writing to it, and its turn is long: let it finish, or "
		    "choose another file", path);
	case SQLITE_INTERRUPT:
		return dt_status_fail(err, DT_ESTOPPED, "interrupted; nothing "
		    "was written to %s", path);
	case SQLITE_CORRUPT:
		return dt_status_fail(err, DT_ESTORE, "%s: is damaged (%s): "
		    "'sqlite3 %s .recover' prints what can be saved", path,
		    sqlite3_errmsg(db), path);
	case SQLITE_NOTADB:
		return dt_status_fail(err, DT_ESTORE,
		    "%s: is not a SQLite database", path);
	case SQLITE_CONSTRAINT:
		return dt_status_fail(err, DT_EUSAGE,
		    "%s: the row is refused: %s", path, sqlite3_errmsg(db));
	default:
		return dt_status_fail(err, DT_ESTORE, "%s: %s", path,
		    sqlite3_errmsg(db));
	}
}

enum dt_status
dt_store_explain(const char *path, sqlite3 *db, struct dt_error *err)
{
	if (db == NULL)
		return dt_status_no_memory(err);
	int code = sqlite3_extended_errcode(db);
	switch (code & 0xff) {
	case SQLITE_NOMEM:
		return dt_status_no_memory(err);
	case SQLITE_FULL:
		return dt_store_system(path, ENOSPC, err);
	case SQLITE_IOERR:
	case SQLITE_CANTOPEN:
		if (code == SQLITE_IOERR_NOMEM)
			return dt_status_no_memory(err);
		return dt_store_system(path, system_error(db, code), err);
	case SQLITE_PERM:
	case SQLITE_READONLY:
		return explain_readonly(path, code, err);
	default:
		return explain_code(path, db, code, err);
	}
}
