/* evidence: see evidence.h. */
#include "play/evidence.h"

#include <inttypes.h>
#include <string.h>

#include "base/memory.h"
#include "play/rows.h"
#include "proof/base64.h"
#include "proof/note.h"

enum { EPOCH_ROWS = 8192, EPOCH_RUNS_MOST = 1024 };

int64_t
dt_evidence_epoch_runs(const struct dt_experiment *e,
    enum dt_seal_level level, bool rounds)
{
	const struct dt_model *m = &e->model;
	double length = m->rounds > 0 ? (double)m->rounds : 1e6;
	if (m->continuation_chance < 1 &&
	    1 / (1 - m->continuation_chance) < length)
		length = 1 / (1 - m->continuation_chance);
	double n = (double)m->n, rows = 1 + n;
	if (rounds)
		rows += length * (1 + n);
	if (level == DT_SEAL_FULL)
		rows += 2 * length * n;
	double runs = EPOCH_ROWS / rows;
	return runs < 1 ? 1 : runs > EPOCH_RUNS_MOST ? EPOCH_RUNS_MOST :
	    (int64_t)runs;
}

enum dt_status
dt_evidence_new(struct dt_evidence **evidence,
    const struct dt_experiment *experiment, enum dt_seal_level level,
    bool rounds, struct dt_error *err)
{
	*evidence = NULL;
	struct dt_evidence *v = dt_memory_new(1, sizeof(*v));
	if (v == NULL)
		return dt_status_no_memory(err);
	enum dt_status status = dt_roster_new(&v->roster, experiment, err);
	if (status == DT_OK)
		status = dt_seal_maker(&v->maker, experiment, v->roster,
		    level, rounds, err);
	v->epoch_runs = dt_evidence_epoch_runs(experiment, level, rounds);
	if (status)
		dt_evidence_free(v);
	else
		*evidence = v;
	return status;
}

void
dt_evidence_free(struct dt_evidence *v)
{
	if (v == NULL)
		return;
	dt_seal_free(&v->own);
	dt_roster_free(v->roster);
	dt_memory_free(v);
}

static enum dt_status
emit(struct dt_evidence *v, int64_t run, const struct dt_seal *seal,
    struct dt_text *signature, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	for (size_t i = 0; i < seal->n && status == DT_OK; i++) {
		const struct dt_seal_entry *e = &seal->entries[i];
		signature->size = 0;
		if (!e->bare)
			dt_base64_add(signature, e->signature, DT_SIGN_BYTES);
		if (signature->failed)
			return dt_status_no_memory(err);
		struct dt_store_entry row = {
			.leaf = (int64_t)v->tree.size,
			.kind = dt_entry_word(e->kind),
			.run = e->round ? run : 0, .round = e->round,
			.signer = (int64_t)e->seat + 1,
			.text = seal->texts.bytes + e->at, .size = e->size,
			.signature = e->bare ? NULL : signature->bytes,
		};
		dt_merkle_add(&v->tree, &e->leaf);
		status = v->sink.entry(v->sink.to, &row, err);
	}
	return status;
}

static enum dt_status
emit_entries(struct dt_evidence *v, int64_t run, const struct dt_seal *seal,
    struct dt_error *err)
{
	struct dt_text signature = { 0 };
	enum dt_status status = emit(v, run, seal, &signature, err);
	dt_text_free(&signature);
	return status;
}

static enum dt_status
emit_signer(struct dt_evidence *v, size_t seat, struct dt_error *err)
{
	const struct dt_roster_seat *s = &v->roster->seats[seat];
	struct dt_text session = { 0 }, identity = { 0 };
	dt_vkey_print(&s->session->vkey, &session);
	dt_vkey_print(&s->identity->vkey, &identity);
	struct dt_store_signer row = {
		.signer = (int64_t)seat + 1, .name = s->name, .role = s->role,
		.session = session.bytes, .identity = identity.bytes,
	};
	enum dt_status status = session.failed || identity.failed ?
	    dt_status_no_memory(err) : v->sink.signer(v->sink.to, &row, err);
	dt_text_free(&session);
	dt_text_free(&identity);
	return status;
}

static enum dt_status
sign_register(struct dt_evidence *v, size_t seat, struct dt_error *err)
{
	const struct dt_roster_seat *s = &v->roster->seats[seat];
	struct dt_entry e = {
		.kind = DT_ENTRY_REGISTER, .agent = dt_lines_word(s->name),
		.role = dt_lines_word(s->role), .key = s->session->vkey,
		.identity = s->identity->vkey,
	};
	memcpy(e.experiment, v->roster->experiment, sizeof(e.experiment));
	return dt_seal_sign(v->roster, seat, &e, &v->own, err);
}

static enum dt_status
sign_ratify(struct dt_evidence *v, size_t seat, struct dt_error *err)
{
	const struct dt_roster_seat *s = &v->roster->seats[seat];
	struct dt_entry e = {
		.kind = DT_ENTRY_RATIFY, .agent = dt_lines_word(s->name),
	};
	memcpy(e.treaty, v->maker.treaty, sizeof(e.treaty));
	return strcmp(s->role, "party") != 0 ? DT_OK :
	    dt_seal_sign(v->roster, seat, &e, &v->own, err);
}

/* Who is who, and who is bound by what: the beginning of the log. */
static enum dt_status
open_log(struct dt_evidence *v, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	v->own.n = v->own.texts.size = 0;
	for (size_t i = 0; i < v->roster->n && status == DT_OK; i++) {
		status = emit_signer(v, i, err);
		if (status == DT_OK)
			status = sign_register(v, i, err);
	}
	for (size_t i = 0; i < v->roster->agents && status == DT_OK &&
	    !v->talks; i++)
		status = sign_ratify(v, i, err);
	return status ? status : emit_entries(v, 0, &v->own, err);
}

static void
begin_epoch(struct dt_evidence *v, int64_t run)
{
	v->waiting = true;
	v->epoch++;
	v->first_run = run;
	v->rows = (struct dt_merkle){ 0 };
	dt_merkle_add(&v->rows, &v->head);
	if (v->talks)
		dt_merkle_add(&v->rows, &v->menu);
	for (size_t i = 0; i < v->roster->agents; i++)
		v->moves[i] = (struct dt_merkle){ 0 };
}

enum dt_status
dt_evidence_run(struct dt_evidence *v, int64_t run,
    const struct dt_seal *seal, bool *ends, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	*ends = false;
	if (run != v->last_run + 1)
		return dt_status_fail(err, DT_EUSAGE, "run %" PRId64 " comes "
		    "after run %" PRId64 " in the log", run, v->last_run);
	if (v->tree.size == 0)
		status = open_log(v, err);
	if (!v->waiting)
		begin_epoch(v, run);
	v->last_run = run;
	dt_merkle_add(&v->rows, &seal->rows_leaf);
	for (size_t i = 0; v->maker.level == DT_SEAL_EPOCH &&
	    i < v->roster->agents; i++)
		dt_merkle_add(&v->moves[i], &seal->moves[i]);
	if (status == DT_OK && v->maker.level == DT_SEAL_FULL)
		status = emit_entries(v, run, seal, err);
	*ends = status == DT_OK && run % v->epoch_runs == 0;
	return *ends ? dt_evidence_end(v, err) : status;
}

static enum dt_status
sign_epoch(struct dt_evidence *v, size_t seat, struct dt_error *err)
{
	const struct dt_roster_seat *s = &v->roster->seats[seat];
	struct dt_merkle_hash root;
	struct dt_entry e = {
		.kind = DT_ENTRY_EPOCH, .agent = dt_lines_word(s->name),
		.epoch = (uint64_t)v->epoch,
		.first_run = (uint64_t)v->first_run,
		.last_run = (uint64_t)v->last_run,
		.count = v->moves[seat].size,
	};
	dt_merkle_root(&v->moves[seat], &root);
	memcpy(e.hash, root.bytes, sizeof(e.hash));
	return strcmp(s->role, "party") != 0 ? DT_OK :
	    dt_seal_sign(v->roster, seat, &e, &v->own, err);
}

static enum dt_status
sign_outcome(struct dt_evidence *v, const struct dt_merkle_hash *digest,
    struct dt_error *err)
{
	size_t seat = dt_roster_officer(v->roster, DT_ROSTER_REFEREE);
	struct dt_entry e = {
		.kind = DT_ENTRY_OUTCOME,
		.officer = dt_lines_word(v->roster->seats[seat].name),
		.chunk = (uint64_t)v->epoch,
		.first_run = (uint64_t)v->first_run,
		.last_run = (uint64_t)v->last_run,
	};
	memcpy(e.hash, digest->bytes, sizeof(e.hash));
	return dt_seal_sign(v->roster, seat, &e, &v->own, err);
}

static enum dt_status
emit_checkpoint(struct dt_evidence *v, const struct dt_merkle_hash *digest,
    struct dt_error *err)
{
	size_t log = dt_roster_officer(v->roster, DT_ROSTER_LOG);
	struct dt_merkle_hash root;
	struct dt_text note = { 0 };
	char hex[DT_HASH_HEX];
	dt_merkle_root(&v->tree, &root);
	dt_note_checkpoint(v->roster->seats[log].session, v->tree.size,
	    &root, &note);
	struct dt_store_checkpoint row = {
		.epoch = v->epoch, .first_run = v->first_run,
		.last_run = v->last_run, .size = (int64_t)v->tree.size,
		.digest = dt_hash_hex(digest->bytes, hex), .note = note.bytes,
	};
	enum dt_status status = note.failed ? dt_status_no_memory(err) :
	    v->sink.checkpoint(v->sink.to, &row, err);
	dt_text_free(&note);
	return status;
}

enum dt_status
dt_evidence_end(struct dt_evidence *v, struct dt_error *err)
{
	struct dt_merkle_hash digest;
	enum dt_status status = DT_OK;
	if (!v->waiting)
		return DT_OK;
	v->own.n = v->own.texts.size = 0;
	for (size_t i = 0; v->maker.level == DT_SEAL_EPOCH &&
	    status == DT_OK && i < v->roster->agents; i++)
		status = sign_epoch(v, i, err);
	dt_merkle_root(&v->rows, &digest);
	if (status == DT_OK)
		status = sign_outcome(v, &digest, err);
	if (status == DT_OK)
		status = emit_entries(v, 0, &v->own, err);
	if (status == DT_OK)
		status = emit_checkpoint(v, &digest, err);
	v->waiting = false;
	return status;
}
