/*
 * store_make: the first register makes the file, in the same transaction as
 * the experiment's rows; a failed one leaves none, a killed one one that is
 * empty, or will be when it is next opened.
 */
#include "store/store_internal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "store/queries_sql.h"
#include "store/schema_sql.h"
#include "store/solution_sql.h"
#include "store/talks_sql.h"

/* Made from data/queries by queries.awk. */
const char *const dt_store_queries = dt_queries_sql;

char *
dt_store_join(const char *a, const char *b)
{
	char *text = dt_memory_new(strlen(a) + strlen(b) + 1, 1);
	if (text != NULL)
		strcat(strcpy(text, a), b);
	return text;
}

/* The new file, under a name of its own where it is to replace another. */
static int
create(struct dt_store *store)
{
	struct stat st;
	if (store->target == NULL)
		return open(store->path, O_CREAT | O_EXCL | O_RDWR |
		    O_CLOEXEC, 0666);
	int file = mkstemp(store->path);
	if (file >= 0 && stat(store->target, &st) == 0)
		(void)fchmod(file, st.st_mode & 0777);
	return file;
}

static enum dt_status
refuse_other(const struct dt_store *store, struct dt_error *err)
{
	return dt_status_fail(err, DT_EUSAGE, "%s: another process made it in "
	    "the meantime", store->path);
}

/* Reserves the name, so that two programs do not make one file. One that is
 * there is empty: of a program that was killed, or has only just begun. */
static enum dt_status
reserve(struct dt_store *store, struct dt_error *err)
{
	enum dt_store_kind kind = DT_STORE_MISSING;
	int file = create(store);
	if (file >= 0) {
		close(file);
		store->made = true;
		return DT_OK;
	}
	if (errno != EEXIST)
		return dt_store_system(store->path, errno, err);
	enum dt_status status = dt_store_look(store->path, &kind, err);
	if (status == DT_OK && kind == DT_STORE_FILE &&
	    store->how != DT_STORE_APPEND)
		return refuse_other(store, err);
	return status;
}

static bool
is_empty(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0 && st.st_size == 0;
}

/* Now that others wait: is it still to be made? Where that cannot be told, an
 * empty file is still ours to take away. */
static enum dt_status
look_again(struct dt_store *store, int64_t *version, struct dt_error *err)
{
	enum dt_status status = dt_store_identify(store->db, store->path,
	    version, err);
	if (status == DT_OK && *version == 0)
		return DT_OK;
	store->made &= status != DT_OK && is_empty(store->path);
	if (status == DT_OK && store->how != DT_STORE_APPEND)
		return refuse_other(store, err);
	if (status == DT_OK && *version < DT_STORE_VERSION)
		return dt_status_fail(err, DT_EUSAGE, "%s: an older détente "
		    "made it in the meantime: try again", store->path);
	return status;
}

/* Opens the new file and makes the tables in a transaction that it leaves
 * open, unless another process was faster. */
static enum dt_status
make(struct dt_store *store, struct dt_error *err)
{
	int64_t version = 0;
	enum dt_status status = reserve(store, err);
	if (status == DT_OK)
		status = dt_store_connect(&store->db, store->path,
		    SQLITE_OPEN_READWRITE, err);
	if (status == DT_OK)
		status = dt_store_exec(store, "BEGIN IMMEDIATE", err);
	if (status == DT_OK)
		status = look_again(store, &version, err);
	if (status == DT_OK && version == 0)
		status = dt_store_exec(store, dt_schema_sql, err);
	if (status == DT_OK && version == 0)
		status = dt_store_exec(store, dt_talks_sql, err);
	if (status == DT_OK && version == 0)
		status = dt_store_exec(store, dt_solution_sql, err);
	if (status == DT_OK && version == 0)
		status = dt_store_exec(store, dt_store_queries, err);
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
		unlink(store->path);
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
