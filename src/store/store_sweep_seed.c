/* store_sweep_seed: by which seed a file has a sweep; see store_sweep.h. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/store_internal.h"
#include "store/store_sweep.h"

static const char sweeps[] = "SELECT sweep_key, seed, ended_at = ''"
    " FROM sweep ORDER BY sweep_id";

struct tally {
	size_t all, open;       /* of the sweep; those that are not whole */
	uint64_t seed, open_seed;
};

static enum dt_status
count(struct dt_store *store, sqlite3_stmt *row,
    const struct dt_store_sweep_like *like, struct tally *t,
    struct dt_error *err)
{
	const char *key = (const char *)sqlite3_column_text(row, 0);
	const char *text = (const char *)sqlite3_column_text(row, 1);
	if (key == NULL || text == NULL)
		return dt_store_explain(store->path, store->db, err);
	uint64_t seed = strtoull(text, NULL, 10);
	const char *wanted = like->key(like->of, seed, err);
	if (wanted == NULL)
		return err->status;
	if (strcmp(wanted, key) != 0)
		return DT_OK;
	t->all++;
	t->seed = seed;
	if (sqlite3_column_int(row, 2) == 0)
		return DT_OK;
	t->open++;
	t->open_seed = seed;
	return DT_OK;
}

static enum dt_status
choose(const struct dt_store *store, const struct tally *t, uint64_t *seed,
    bool *found, struct dt_error *err)
{
	*found = t->all > 0;
	if (t->all > 1 && t->open != 1)
		return dt_status_fail(err, DT_EUSAGE, "%s: has this sweep by "
		    "%zu seeds, among them %" PRIu64 ": say by --seed which "
		    "goes on", store->path, t->all, t->seed);
	if (t->all > 0)
		*seed = t->open == 1 ? t->open_seed : t->seed;
	return DT_OK;
}

enum dt_status
dt_store_sweep_seed(struct dt_store *store,
    const struct dt_store_sweep_like *like, uint64_t *seed, bool *found,
    struct dt_error *err)
{
	struct tally t = { 0 };
	sqlite3_stmt *get = NULL;
	int code = SQLITE_DONE;
	enum dt_status status = DT_OK;
	*found = false;
	if (store->db == NULL)
		return DT_OK;
	if (sqlite3_prepare_v2(store->db, sweeps, -1, &get, NULL) !=
	    SQLITE_OK)
		return dt_store_explain(store->path, store->db, err);
	while (status == DT_OK && (code = sqlite3_step(get)) == SQLITE_ROW)
		status = count(store, get, like, &t, err);
	if (status == DT_OK && code != SQLITE_DONE)
		status = dt_store_explain(store->path, store->db, err);
	sqlite3_finalize(get);
	return status ? status : choose(store, &t, seed, found, err);
}
