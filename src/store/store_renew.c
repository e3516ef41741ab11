/*
 * store_renew: a file of an older version of the tables that is to be written
 * is brought to this version, after a copy was put beside it.
 */
#include "store/store_internal.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/memory.h"

/* The copy is whole before it gets its name, which nobody has: PATH.v1, else
 * PATH.v1-2 and so on. */
static enum dt_status
settle(const char *made, const char *path, int64_t version,
    char **name, struct dt_error *err)
{
	enum { MOST = 1000 };
	char tail[48];
	for (int k = 1; k <= MOST; k++) {
		snprintf(tail, sizeof(tail), k == 1 ? ".v%d" : ".v%d-%d",
		    (int)version, k);
		*name = dt_store_join(path, tail);
		if (*name == NULL)
			return dt_status_no_memory(err);
		if (link(made, *name) == 0)
			return DT_OK;
		int error = errno;
		dt_memory_free(*name);
		*name = NULL;
		if (error != EEXIST)
			return dt_store_system(path, error, err);
	}
	return dt_status_fail(err, DT_EUSAGE, "%s: a copy of it is to be kept "
	    "beside, but %s.v%d and %d more are there: remove some", path,
	    path, (int)version, MOST - 1);
}

static enum dt_status
copy_file(const char *made, const char *path, struct dt_error *err)
{
	sqlite3 *from = NULL, *to = NULL;
	enum dt_status status = dt_store_connect(&from, path,
	    SQLITE_OPEN_READONLY, err);
	if (status == DT_OK)
		status = dt_store_connect(&to, made, SQLITE_OPEN_READWRITE,
		    err);
	if (status == DT_OK)
		status = dt_store_copy(to, from, path, err);
	/* one file, whatever log the old one was written with */
	if (status == DT_OK && sqlite3_exec(to, "PRAGMA journal_mode=DELETE",
	    NULL, NULL, NULL) != SQLITE_OK)
		status = dt_store_explain(made, to, err);
	sqlite3_close(to);
	sqlite3_close(from);
	return status;
}

/* The file as it is, beside it. */
static enum dt_status
back_up(struct dt_store *store, int64_t version, struct dt_error *err)
{
	struct stat st;
	char *made = dt_store_join(store->path, ".new-XXXXXX");
	if (made == NULL)
		return dt_status_no_memory(err);
	int file = mkstemp(made);
	if (file < 0) {
		int error = errno;
		dt_memory_free(made);
		return dt_store_system(store->path, error, err);
	}
	if (stat(store->path, &st) == 0)
		(void)fchmod(file, st.st_mode & 0777);
	close(file);
	enum dt_status status = copy_file(made, store->path, err);
	if (status == DT_OK)
		status = settle(made, store->path, version, &store->backup,
		    err);
	unlink(made);
	dt_memory_free(made);
	return status;
}

/* In a transaction, so that another process is not doing the same. */
static enum dt_status
renew(struct dt_store *store, struct dt_error *err)
{
	int64_t version = 0;
	enum dt_status status = dt_store_number(store->db, store->path,
	    "PRAGMA user_version", &version, err);
	if (status != DT_OK || version == DT_STORE_VERSION)
		return status;
	status = back_up(store, version, err);
	return status ? status : dt_store_migrate(store->db, store->path,
	    version, err);
}

enum dt_status
dt_store_renew(struct dt_store *store, struct dt_error *err)
{
	enum dt_status status = dt_store_exec(store, "BEGIN IMMEDIATE", err);
	if (status != DT_OK)
		return status;
	status = renew(store, err);
	if (status == DT_OK)
		status = dt_store_exec(store, "COMMIT", err);
	if (status == DT_OK) {
		/* half of its pages are free now; if not, they will be used */
		(void)sqlite3_exec(store->db, "VACUUM", NULL, NULL, NULL);
		return DT_OK;
	}
	(void)sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
	if (store->backup != NULL)
		unlink(store->backup);
	dt_memory_free(store->backup);
	store->backup = NULL;
	return status;
}

const char *
dt_store_backup(const struct dt_store *store)
{
	return store->backup;
}
