/* evidence_resume: takes up a log that is in a store; see evidence.h. */
#include "play/evidence.h"

#include <inttypes.h>
#include <string.h>

#include "play/rows.h"
#include "proof/note.h"

static enum dt_status
scan_open(struct dt_store_scan **scan, struct dt_store *store, int64_t id,
    enum dt_store_scan_what what, struct dt_error *err)
{
	struct dt_store_scan_range range = { .experiment = id };
	return dt_store_scan_open(scan, store, what, &range, err);
}

enum dt_status
dt_evidence_leaf(struct dt_store *store, int64_t id,
    struct dt_merkle_hash *leaf, struct dt_error *err)
{
	struct dt_text bytes = { 0 };
	enum dt_status status = dt_rows_add_experiment(store, id, &bytes,
	    err);
	if (status == DT_OK && bytes.failed)
		status = dt_status_no_memory(err);
	if (status == DT_OK)
		dt_merkle_leaf(bytes.bytes, bytes.size, leaf);
	dt_text_free(&bytes);
	return status;
}

enum dt_status
dt_evidence_head(struct dt_evidence *v, struct dt_store *store, int64_t id,
    struct dt_error *err)
{
	return dt_evidence_leaf(store, id, &v->head, err);
}

static enum dt_status
read_entries(struct dt_evidence *v, struct dt_store *store, int64_t id,
    struct dt_error *err)
{
	struct dt_store_scan *scan;
	const struct dt_cell *row = NULL;
	enum dt_status status = scan_open(&scan, store, id,
	    DT_STORE_SCAN_ENTRY, err);
	while (status == DT_OK && (status = dt_store_scan_next(scan, &row,
	    err)) == DT_OK && row != NULL) {
		struct dt_merkle_hash leaf;
		dt_merkle_leaf(row[5].text, strlen(row[5].text), &leaf);
		dt_merkle_add(&v->tree, &leaf);
	}
	dt_store_scan_close(scan);
	return status;
}

/* Does the note begin with what the log would sign for this tree? */
static bool
is_head(struct dt_evidence *v, const char *note)
{
	size_t log = dt_roster_officer(v->roster, DT_ROSTER_LOG);
	struct dt_text own = { 0 };
	struct dt_merkle_hash root;
	dt_merkle_root(&v->tree, &root);
	dt_note_checkpoint(v->roster->seats[log].session, v->tree.size,
	    &root, &own);
	bool same = !own.failed && strncmp(note, own.bytes, own.size) == 0;
	dt_text_free(&own);
	return same;
}

static enum dt_status
read_checkpoints(struct dt_evidence *v, struct dt_store *store, int64_t id,
    bool *fits, struct dt_error *err)
{
	struct dt_store_scan *scan;
	const struct dt_cell *row = NULL;
	enum dt_status status = scan_open(&scan, store, id,
	    DT_STORE_SCAN_CHECKPOINT, err);
	*fits = v->tree.size == 0;
	while (status == DT_OK && (status = dt_store_scan_next(scan, &row,
	    err)) == DT_OK && row != NULL) {
		v->epoch = row[0].integer;
		v->last_run = row[2].integer;
		if ((uint64_t)row[3].integer == v->tree.size)
			*fits = is_head(v, row[5].text);
		else
			*fits = false;
	}
	dt_store_scan_close(scan);
	return status;
}

enum dt_status
dt_evidence_resume(struct dt_evidence *v, struct dt_store *store, int64_t id,
    const bool *done, int64_t runs, struct dt_error *err)
{
	bool fits = false;
	enum dt_status status = dt_evidence_head(v, store, id, err);
	if (status == DT_OK)
		status = read_entries(v, store, id, err);
	if (status == DT_OK)
		status = read_checkpoints(v, store, id, &fits, err);
	if (status)
		return status;
	for (int64_t i = 0; i < runs && fits; i++)
		fits = done[i] == (i < v->last_run);
	if (!fits)
		return dt_status_fail(err, DT_ESTORE, "the log of experiment "
		    "%" PRId64 " and its runs do not fit together, so nothing "
		    "is added: see detente audit", id);
	return DT_OK;
}
