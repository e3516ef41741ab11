/* store_evidence: see store_evidence.h. */
#include "store/store_evidence.h"

#include "store/store_internal.h"

/* Integers go to the parameters from 1, texts to those behind them. */
struct row {
	const int64_t *integers;
	int n;
	const char *const *texts;
	int m;
};

static int
bind(sqlite3_stmt *put, const struct row *row)
{
	int failed = 0;
	for (int i = 0; i < row->n; i++)
		failed |= sqlite3_bind_int64(put, i + 1, row->integers[i]);
	for (int i = 0; i < row->m; i++)
		failed |= sqlite3_bind_text(put, row->n + i + 1,
		    row->texts[i] ? row->texts[i] : "", -1, SQLITE_STATIC);
	return failed;
}

/* A put that fails ends the transaction: no half run is ever committed. */
static enum dt_status
finish(struct dt_store *store, sqlite3_stmt *put, int failed,
    struct dt_error *err)
{
	enum dt_status status = failed ?
	    dt_store_explain(store->path, store->db, err) :
	    dt_store_step(store, put, err);
	if (status && store->writing)
		dt_store_rollback(store);
	return status;
}

static enum dt_status
begin(struct dt_store *store, enum dt_store_sql which, sqlite3_stmt **put,
    struct dt_error *err)
{
	if (!store->writing)
		return dt_status_fail(err, DT_EUSAGE, "%s: evidence comes "
		    "between begin and commit", store->path);
	enum dt_status status = dt_store_statement(store, which, put, err);
	if (status)
		dt_store_rollback(store);
	return status;
}

enum dt_status
dt_store_evidence_signer(struct dt_store *store, int64_t id,
    const struct dt_store_signer *s, struct dt_error *err)
{
	const int64_t integers[] = { id, s->signer };
	const char *const texts[] = { s->name, s->role, s->session,
		s->identity };
	struct row row = { integers, 2, texts, 4 };
	sqlite3_stmt *put = NULL;
	enum dt_status status = begin(store, DT_STORE_SQL_SIGNER, &put, err);
	return status ? status : finish(store, put, bind(put, &row), err);
}

enum dt_status
dt_store_evidence_entry(struct dt_store *store, int64_t id,
    const struct dt_store_entry *e, struct dt_error *err)
{
	const int64_t integers[] = { id, e->leaf, e->run, e->round,
		e->signer };
	const char *const texts[] = { e->kind, e->signature };
	struct row row = { integers, 5, texts, 2 };
	sqlite3_stmt *put = NULL;
	enum dt_status status = begin(store, DT_STORE_SQL_ENTRY, &put, err);
	return status ? status : finish(store, put, bind(put, &row) |
	    sqlite3_bind_text64(put, 8, e->text, e->size, SQLITE_STATIC,
	    SQLITE_UTF8), err);
}

enum dt_status
dt_store_evidence_checkpoint(struct dt_store *store, int64_t id,
    const struct dt_store_checkpoint *c, struct dt_error *err)
{
	const int64_t integers[] = { id, c->epoch, c->first_run, c->last_run,
		c->size };
	const char *const texts[] = { c->digest, c->note };
	struct row row = { integers, 5, texts, 2 };
	sqlite3_stmt *put = NULL;
	enum dt_status status = begin(store, DT_STORE_SQL_CHECKPOINT, &put,
	    err);
	return status ? status : finish(store, put, bind(put, &row), err);
}
