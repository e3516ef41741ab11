/*
 * store: see store.h. The life of a database file.
 *
 * Order: open, register, then any number of (begin, puts, commit), end, close.
 * The file is made by the first register, in the same transaction as the
 * experiment's rows: until then there is nothing to leave behind. A new file
 * that replaces another is made beside it and renamed over it when it is whole
 * (store_replace.c).
 *
 * What survives what: a commit is in the log (WAL) when it returns, so it
 * survives the death of this process. Because synchronous is NORMAL, a power
 * cut may take the commits since the last checkpoint (16 MB of log), never
 * the file's sanity; dt_store_end and dt_store_close checkpoint and sync.
 *
 * Foreign keys are not enforced on this connection: a look-up for each of
 * millions of rows would cost more than the rows. The parents of every row
 * are checked here by construction, and the tests run foreign_key_check.
 */
#include "store/store.h"

#include <unistd.h>

#include "base/memory.h"
#include "store/store_internal.h"

static enum dt_status
open_old(struct dt_store *store, struct dt_error *err)
{
	int64_t version = 0;
	enum dt_status status = dt_store_connect(&store->db, store->path,
	    SQLITE_OPEN_READWRITE, err);
	if (status == DT_OK)
		status = dt_store_identify(store->db, store->path, &version,
		    err);
	if (status == DT_OK && version == 0) {
		sqlite3_close(store->db);
		store->db = NULL;
		return DT_OK;
	}
	if (status == DT_OK && version < DT_STORE_VERSION)
		status = dt_store_renew(store, err);
	return status ? status : dt_store_write_ahead(store, err);
}

/* A file may be read while it is written: its tables must be of one moment, or
 * a log would seem longer than the runs that it tells of. */
static enum dt_status
open_moment(struct dt_store *store, struct dt_error *err)
{
	enum dt_status status = dt_store_connect_read(&store->db, store->path,
	    NULL, err);
	return status ? status : dt_store_hold(store, err);
}

static enum dt_status
open_as(struct dt_store *store, enum dt_store_how how, struct dt_error *err)
{
	enum dt_store_kind kind = DT_STORE_MISSING;
	if (how == DT_STORE_READ)
		return open_moment(store, err);
	enum dt_status status = dt_store_look(store->path, &kind, err);
	if (status == DT_OK && kind == DT_STORE_FILE &&
	    dt_store_is_unmade(store->path))
		kind = DT_STORE_EMPTY;
	if (status == DT_OK && how == DT_STORE_CREATE &&
	    kind == DT_STORE_FILE)
		return dt_status_fail(err, DT_EUSAGE, "%s: exists: choose "
		    "another name, --resume to add to it, or --force to "
		    "replace it", store->path);
	if (status == DT_OK)
		status = dt_store_not_served(store->path, err);
	if (status == DT_OK)
		status = dt_store_writable(store->path, kind, err);
	if (status == DT_OK && how == DT_STORE_REPLACE)
		return dt_store_replace(store, kind, err);
	if (status == DT_OK && kind == DT_STORE_FILE)
		return open_old(store, err);
	return status;
}

static void
release(struct dt_store *store)
{
	dt_store_finalize(store);
	if (store->db != NULL && store->how != DT_STORE_READ)
		dt_store_disconnect(store->db, store->path);
	else
		sqlite3_close(store->db);
	if (store->served >= 0)         /* behind SQLite's own locks */
		close(store->served);
	dt_store_feed_free(store->feed);
	dt_memory_free(store->backup);
	dt_memory_free(store->target);
	dt_memory_free(store->path);
	dt_memory_free(store);
}

enum dt_status
dt_store_open(struct dt_store **store, const char *path,
    enum dt_store_how how, struct dt_error *err)
{
	*store = NULL;
	struct dt_store *s = dt_memory_new(1, sizeof(*s));
	if (s == NULL)
		return dt_status_no_memory(err);
	s->how = how;
	s->served = -1;
	s->path = dt_store_join(path, "");
	enum dt_status status = s->path ? open_as(s, how, err) :
	    dt_status_no_memory(err);
	if (status)
		release(s);
	else
		*store = s;
	return status;
}

enum dt_status
dt_store_hold(struct dt_store *store, struct dt_error *err)
{
	return dt_store_exec(store, "BEGIN", err);
}

void
dt_store_let_go(struct dt_store *store)
{
	/* nothing was written: there is nothing to fail */
	(void)sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
}

static enum dt_status
finish(struct dt_store *store, struct dt_error *err)
{
	if (store->writing)
		dt_store_rollback(store);
	dt_store_finalize(store);
	return dt_store_end_log(store, err);
}

enum dt_status
dt_store_close(struct dt_store *store, struct dt_error *err)
{
	if (store == NULL)
		return DT_OK;
	enum dt_status status = DT_OK;
	if (store->db != NULL && store->how != DT_STORE_READ)
		status = finish(store, err);
	release(store);
	return status;
}

const char *
dt_store_sqlite_version(void)
{
	return sqlite3_libversion();
}
