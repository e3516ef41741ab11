/*
 * store_replace: a new file that is to replace another. It is made beside it,
 * under a name that nobody has, and takes its place when it is whole: until
 * then the old one is as it was, whatever happens.
 */
#include "store/store_internal.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"

/* Whether the old file may go: it must be ours and nobody else's just now. A
 * file in WAL mode leaves it only for a connection that is alone. */
static enum dt_status
may_go(const char *path, struct dt_error *err)
{
	int64_t version = 0;
	sqlite3 *db = NULL;
	enum dt_status status = dt_store_connect(&db, path,
	    SQLITE_OPEN_READWRITE, err);
	if (status == DT_OK)
		status = dt_store_identify(db, path, &version, err);
	if (status == DT_OK && sqlite3_exec(db, "PRAGMA busy_timeout=1000;"
	    "PRAGMA journal_mode=DELETE; BEGIN EXCLUSIVE; ROLLBACK", NULL, NULL, NULL) != SQLITE_OK)
		status = dt_store_explain(path, db, err);
	sqlite3_close(db);
	return status;
}

enum dt_status
dt_store_replace(struct dt_store *store, enum dt_store_kind kind,
    struct dt_error *err)
{
	if (kind != DT_STORE_FILE)
		return DT_OK;
	enum dt_status status = may_go(store->path, err);
	if (status == DT_ESTORE)
		return dt_status_fail(err, DT_ESTORE, "%s: refusing to "
		    "replace what is not a sound database of "
		    "détente: remove it yourself or choose another name",
		    store->path);
	if (status)
		return status;
	char *beside = dt_store_join(store->path, ".new-XXXXXX");
	if (beside == NULL)
		return dt_status_no_memory(err);
	store->target = store->path;
	store->path = beside;
	return DT_OK;
}

static enum dt_status
take_place(struct dt_store *store, struct dt_error *err)
{
	enum dt_status status = dt_store_end_log(store, err);
	if (status)
		return status;
	dt_store_finalize(store);
	if (sqlite3_close(store->db) != SQLITE_OK)
		return dt_store_explain(store->path, store->db, err);
	store->db = NULL;
	/* somebody may have removed the old one, or changed it */
	status = access(store->target, F_OK) != 0 ? DT_OK :
	    may_go(store->target, err);
	if (status == DT_OK && dt_store_has_tail(store->path, "-wal"))
		return dt_status_fail(err, DT_EIO, "%s: another process has "
		    "it open", store->path);
	if (status == DT_OK && rename(store->path, store->target) != 0)
		status = dt_store_system(store->target, errno, err);
	return status;
}

enum dt_status
dt_store_settle(struct dt_store *store, struct dt_error *err)
{
	struct dt_error why = { 0 };
	if (store->target == NULL || store->db == NULL)
		return DT_OK;
	enum dt_status status = store->writing ? dt_status_fail(&why,
	    DT_EUSAGE, "what was begun is to be committed first") :
	    take_place(store, &why);
	if (status != DT_OK)
		return dt_status_fail(err, status, "%s; %s is as it was, and "
		    "the new file is %s", why.message, store->target,
		    store->path);
	dt_memory_free(store->path);
	store->path = store->target;
	store->target = NULL;
	store->made = false;
	return DT_OK;
}

const char *
dt_store_path(const struct dt_store *store)
{
	return store->path;
}
