/* talks_record: see talks_record.h. Into a store. */
#include "bargain/talks_record.h"

#include "bargain/talks_rows.h"
#include "store/store_row.h"

enum { ROWS_A_COMMIT = 8192 };

/* ---- evidence ---- */

static enum dt_status
put_signer(void *record, const struct dt_store_signer *row,
    struct dt_error *err)
{
	const struct dt_talks_record *r = record;
	return dt_store_evidence_signer(r->store, r->id, row, err);
}

static enum dt_status
put_entry(void *record, const struct dt_store_entry *row,
    struct dt_error *err)
{
	const struct dt_talks_record *r = record;
	return dt_store_evidence_entry(r->store, r->id, row, err);
}

static enum dt_status
put_checkpoint(void *record, const struct dt_store_checkpoint *row,
    struct dt_error *err)
{
	const struct dt_talks_record *r = record;
	return dt_store_evidence_checkpoint(r->store, r->id, row, err);
}

enum dt_status
dt_talks_record_leaf(const struct dt_talks_setting *setting,
    struct dt_merkle_hash *leaf, struct dt_error *err)
{
	struct dt_text bytes = { 0 };
	struct dt_talks_rows rows = { dt_talks_rows_bytes, &bytes };
	enum dt_status status = dt_talks_rows_menu(setting, &rows, err);
	if (status == DT_OK)
		dt_merkle_leaf(bytes.bytes, bytes.size, leaf);
	dt_text_free(&bytes);
	return status;
}

static enum dt_status
begin_evidence(struct dt_talks_record *r, enum dt_seal_level level,
    struct dt_arena *arena, struct dt_error *err)
{
	bool *done = dt_arena_new(arena, (size_t)r->there + 1,
	    sizeof(*done));
	if (level == DT_SEAL_NONE)
		return DT_OK;
	if (done == NULL)
		return dt_status_no_memory(err);
	for (int64_t k = 0; k < r->there; k++)
		done[k] = true;
	enum dt_status status = dt_evidence_new(&r->evidence, r->experiment,
	    level, true, err);
	if (status)
		return status;
	r->evidence->talks = true;
	r->evidence->epoch_runs = DT_TALKS_RECORD_EPOCH;
	r->evidence->sink = (struct dt_evidence_sink){ r, put_signer,
	    put_entry, put_checkpoint };
	status = dt_talks_record_leaf(r->setting, &r->evidence->menu, err);
	if (status == DT_OK)
		status = dt_talks_notary(&r->notary, r->setting,
		    &r->evidence->maker, arena, err);
	return status ? status : dt_evidence_resume(r->evidence, r->store,
	    r->id, done, r->there, err);
}

/* ---- rows ---- */

static enum dt_status
put_row(void *record, enum dt_store_scan_what table,
    const struct dt_cell *cells, struct dt_error *err)
{
	struct dt_talks_record *r = record;
	r->rows++;
	return dt_store_row_put(r->store, r->id, table, cells, err);
}

static enum dt_status
commit(struct dt_talks_record *r, struct dt_error *err)
{
	enum dt_status status = dt_store_commit(r->store, err);
	r->rows = 0;
	r->open = false;
	return status;
}

/* What is on the table, where a kill has not let it come in. */
static enum dt_status
put_menu(struct dt_talks_record *r, struct dt_error *err)
{
	int64_t texts = 0;
	struct dt_talks_rows rows = { put_row, r };
	enum dt_status status = dt_store_scan_rows(r->store, "talks_text",
	    r->id, &texts, err);
	if (status || texts > 0)
		return status;
	status = dt_store_begin(r->store, err);
	if (status == DT_OK)
		status = dt_talks_rows_menu(r->setting, &rows, err);
	return status ? status : commit(r, err);
}

static enum dt_status
register_it(struct dt_talks_record *r, const struct dt_record_provenance *p,
    struct dt_error *err)
{
	struct dt_store_agent agents[DT_AGENTS_MOST];
	struct dt_store_experiment row = dt_talks_record_row(r->setting,
	    r->experiment);
	char started[32];
	bool found;
	row.evidence = dt_seal_level_words[p->evidence];
	row.command = p->command;
	row.version = p->version;
	row.libraries = p->libraries;
	row.started_at = dt_record_time(started);
	dt_talks_record_agents(r->setting, r->experiment, agents);
	return dt_store_register(r->store, &row, agents,
	    r->experiment->model.n, &r->id, &found, err);
}

/* Negotiations and log of one moment: another process may be writing both. */
static enum dt_status
take_up(struct dt_talks_record *r, enum dt_seal_level level,
    struct dt_arena *arena, struct dt_error *err)
{
	enum dt_status status = dt_store_hold(r->store, err);
	if (status)
		return status;
	status = dt_store_scan_rows(r->store, "negotiation", r->id,
	    &r->there, err);
	if (status == DT_OK)
		status = begin_evidence(r, level, arena, err);
	dt_store_let_go(r->store);
	return status;
}

enum dt_status
dt_talks_record_begin(struct dt_talks_record *r, struct dt_store *store,
    const struct dt_talks_setting *setting,
    const struct dt_experiment *experiment,
    const struct dt_record_provenance *provenance, struct dt_arena *arena,
    struct dt_error *err)
{
	*r = (struct dt_talks_record){ .store = store, .setting = setting,
	    .experiment = experiment };
	enum dt_status status = register_it(r, provenance, err);
	if (status == DT_OK)
		status = put_menu(r, err);
	return status ? status : take_up(r, provenance->evidence, arena, err);
}

enum dt_status
dt_talks_record_one(void *record, int64_t number,
    const struct dt_talks_outcome *outcome, struct dt_error *err)
{
	struct dt_talks_record *r = record;
	struct dt_talks_rows rows = { put_row, r };
	if (number <= r->there)
		return DT_OK;
	enum dt_status status = r->open ? DT_OK : dt_store_begin(r->store,
	    err);
	if (status)
		return status;
	r->open = true;
	status = dt_talks_rows_outcome(r->setting, number, outcome, &rows,
	    err);
	bool ends = r->rows >= ROWS_A_COMMIT;
	if (status == DT_OK && r->evidence != NULL)
		status = dt_talks_seal(&r->notary, number, outcome, &r->seal,
		    err);
	if (status == DT_OK && r->evidence != NULL)
		status = dt_evidence_run(r->evidence, number, &r->seal, &ends,
		    err);
	return status == DT_OK && ends ? commit(r, err) : status;
}

enum dt_status
dt_talks_record_end(struct dt_talks_record *r, struct dt_error *err)
{
	char now[32];
	enum dt_status status = DT_OK;
	if (r->evidence != NULL && r->open)
		status = dt_evidence_end(r->evidence, err);
	if (status == DT_OK && r->open)
		status = commit(r, err);
	return status ? status : dt_store_end(r->store, r->id,
	    dt_record_time(now), err);
}

void
dt_talks_record_free(struct dt_talks_record *r)
{
	dt_evidence_free(r->evidence);
	dt_seal_free(&r->seal);
	r->evidence = NULL;
}
