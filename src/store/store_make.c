/*
 * store_make: the first register makes the file, in the same transaction as
 * the experiment's rows; a killed or failed one leaves none, or an empty one.
 * A new file that replaces another is made beside it and renamed over it.
 */
#include "store/store_internal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "store/schema_sql.h"
#include "store/solution_sql.h"

char *
dt_store_join(const char *a, const char *b)
{
	char *text = dt_memory_new(strlen(a) + strlen(b) + 1, 1);
	if (text != NULL)
		strcat(strcpy(text, a), b);
	return text;
}

/* Whether the old file may go: it must be ours and nobody else's just now. A
 * file in WAL mode leaves it only for a connection that is alone. */
static enum dt_status
may_go(struct dt_store *store, struct dt_error *err)
{
	int64_t version = 0;
	enum dt_status status = dt_store_connect(&store->db, store->path,
	    SQLITE_OPEN_READWRITE, err);
	if (status)
		return status;
	status = dt_store_identify(store->db, store->path, &version, err);
	if (status == DT_OK)
		status = dt_store_exec(store, "PRAGMA journal_mode=DELETE;"
		    "BEGIN EXCLUSIVE; ROLLBACK", err);
	sqlite3_close(store->db);
	store->db = NULL;
	return status;
}

enum dt_status
dt_store_replace(struct dt_store *store, enum dt_store_kind kind,
    struct dt_error *err)
{
	if (kind != DT_STORE_FILE)
		return DT_OK;
	enum dt_status status = may_go(store, err);
	if (status == DT_ESTORE)
		return dt_status_fail(err, DT_ESTORE, "%s: refusing to "
		    "replace what is not a sound database of "
		    "détente: remove it yourself or choose another name",
		    store->path);
	if (status)
		return status;
	store->build = dt_store_join(store->path, ".new");
	return store->build ? DT_OK : dt_status_no_memory(err);
}

/* Puts the file that was built beside in the place of the old one. */
static enum dt_status
take_place(struct dt_store *store, struct dt_error *err)
{
	static const char *const tails[] = { "-wal", "-shm", "-journal" };
	if (store->build == NULL)
		return DT_OK;
	sqlite3_close(store->db);
	store->db = NULL;
	for (size_t i = 0; i < sizeof(tails) / sizeof(tails[0]); i++) {
		char *tail = dt_store_join(store->path, tails[i]);
		if (tail == NULL)
			return dt_status_no_memory(err);
		int error = unlink(tail) == 0 ? 0 : errno;
		dt_memory_free(tail);
		if (error != 0 && error != ENOENT)
			return dt_store_system(store->path, error, err);
	}
	if (rename(store->build, store->path) != 0)
		return dt_store_system(store->path, errno, err);
	dt_memory_free(store->build);
	store->build = NULL;
	store->made = false;
	return dt_store_connect(&store->db, store->path,
	    SQLITE_OPEN_READWRITE, err);
}

/* Reserves the name, so that two programs do not make one file. */
static enum dt_status
reserve(struct dt_store *store, struct dt_error *err)
{
	const char *path = store->build ? store->build : store->path;
	if (store->build != NULL && unlink(path) != 0 && errno != ENOENT)
		return dt_store_system(path, errno, err);
	int file = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0666);
	if (file >= 0) {
		close(file);
		store->made = true;
		return DT_OK;
	}
	if (errno != EEXIST)
		return dt_store_system(path, errno, err);
	if (store->how == DT_STORE_CREATE)
		return dt_status_fail(err, DT_EUSAGE, "%s: another process "
		    "made it in the meantime", path);
	return DT_OK;
}

/* Opens the new file and makes the tables in a transaction that it leaves
 * open, unless another process was faster. */
static enum dt_status
make(struct dt_store *store, struct dt_error *err)
{
	const char *path = store->build ? store->build : store->path;
	int64_t version = 0;
	enum dt_status status = reserve(store, err);
	if (status == DT_OK)
		status = dt_store_connect(&store->db, path,
		    SQLITE_OPEN_READWRITE, err);
	if (status == DT_OK)
		status = dt_store_exec(store, "BEGIN IMMEDIATE", err);
	if (status == DT_OK)
		status = dt_store_identify(store->db, path, &version, err);
	if (status == DT_OK && version == 0)
		status = dt_store_exec(store, dt_schema_sql, err);
	if (status == DT_OK && version == 0)
		status = dt_store_exec(store, dt_solution_sql, err);
	if (status == DT_OK && version != 0 && version < DT_STORE_VERSION)
		return dt_status_fail(err, DT_EUSAGE, "%s: an older détente "
		    "made it in the meantime: try again", path);
	return status;
}

/* Leaves nothing behind of a file that could not be made. */
static void
unmake(struct dt_store *store)
{
	dt_store_finalize(store);
	sqlite3_close(store->db);
	store->db = NULL;
	if (store->made)
		unlink(store->build ? store->build : store->path);
	store->made = false;
}

enum dt_status
dt_store_enter(struct dt_store *store, bool *fresh, struct dt_error *err)
{
	*fresh = store->db == NULL;
	if (store->how == DT_STORE_READ || store->writing)
		return dt_status_fail(err, DT_EUSAGE, "%s: register comes "
		    "before begin, in a store that may write", store->path);
	return *fresh ? make(store, err) :
	    dt_store_exec(store, "BEGIN IMMEDIATE", err);
}

enum dt_status
dt_store_leave(struct dt_store *store, bool fresh, enum dt_status status,
    struct dt_error *err)
{
	if (status == DT_OK)
		status = dt_store_exec(store, "COMMIT", err);
	if (status && store->db != NULL)
		dt_store_rollback(store);
	if (status == DT_OK && fresh)
		status = take_place(store, err);
	if (status == DT_OK && fresh)
		return dt_store_write_ahead(store, err);
	if (status && fresh)
		unmake(store);
	return status;
}

enum dt_status
dt_store_register(struct dt_store *store,
    const struct dt_store_experiment *experiment,
    const struct dt_store_agent *agents, size_t n, int64_t *id, bool *found,
    struct dt_error *err)
{
	bool fresh;
	enum dt_status status = dt_store_enter(store, &fresh, err);
	if (status == DT_OK)
		status = dt_store_put_experiment(store, experiment, agents, n,
		    id, found, err);
	return dt_store_leave(store, fresh, status, err);
}
