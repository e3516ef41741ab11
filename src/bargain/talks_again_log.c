/* talks_again_log: the log of talks, verified by public keys and made again;
 * see talks_again.h. */
#include <string.h>

#include "base/memory.h"
#include "bargain/talks_again_internal.h"
#include "proof/note.h"

static enum dt_status
bad(struct dt_talks_again_work *w, const char *table, int64_t leaf,
    const char *words)
{
	return dt_talks_again_fault(w, &(struct dt_talks_again_fault){
	    .table = table, .leaf = leaf }, "%s", words);
}

/* ---- by public keys ---- */

/* Registrations are taken, and whoever pins keys wants these. */
static enum dt_verdict
take(struct dt_talks_again_work *w, const struct dt_entry_signed *e,
    struct dt_error *why)
{
	static const char registers[] = "detente.example/register/";
	struct dt_entry entry;
	enum { HEAD = sizeof(registers) - 1 };
	if (e->size <= HEAD || memcmp(e->text, registers, HEAD) != 0)
		return dt_registry_check(&w->registry, e, &entry, why);
	return dt_registry_add(&w->registry, e, why);
}

static enum dt_status
verify(struct dt_talks_again_work *w, int64_t leaf, const char *text,
    const char *signature)
{
	struct dt_entry_signed e = { text, strlen(text), { 0 } };
	struct dt_merkle_hash hash;
	struct dt_error why = { 0 };
	dt_merkle_leaf(text, e.size, &hash);
	dt_merkle_add(&w->tree, &hash);
	if (!dt_lines_base64(dt_lines_word(signature), e.signature,
	    DT_SIGN_BYTES))
		return bad(w, "entry", leaf, "the signature is not canonical "
		    "base64 of 64 bytes");
	enum dt_verdict verdict = take(w, &e, &why);
	if (verdict == DT_VERDICT_UNKNOWN)
		return dt_status_no_memory(w->err);
	if (verdict != DT_VERDICT_GOOD)
		return bad(w, "entry", leaf, why.message);
	w->seen.entries++;
	w->seen.vouched[DT_STORE_SCAN_ENTRY]++;
	return DT_OK;
}

static const struct dt_registry_row *
log_of(const struct dt_talks_again_work *w)
{
	for (size_t i = 0; i < w->registry.n; i++)
		if (dt_lines_is(w->registry.rows[i].role, "log"))
			return &w->registry.rows[i];
	return NULL;
}

static enum dt_status
verify_note(struct dt_talks_again_work *w, const char *note)
{
	const struct dt_registry_row *log = log_of(w);
	struct dt_note_checkpoint c;
	struct dt_merkle_hash root;
	struct dt_error why = { 0 };
	char hex[DT_HASH_HEX];
	if (log == NULL)
		return bad(w, "checkpoint", -1, "nobody is registered as log");
	struct dt_note_pins pins = { .log = log->key };
	enum dt_verdict verdict = dt_note_read(note, strlen(note), &pins, &c,
	    &why);
	if (verdict == DT_VERDICT_UNKNOWN)
		return dt_status_no_memory(w->err);
	if (verdict != DT_VERDICT_GOOD)
		return bad(w, "checkpoint", -1, why.message);
	dt_merkle_root(&w->tree, &root);
	if (c.size != w->tree.size || !dt_merkle_same(&c.root, &root))
		return bad(w, "checkpoint", -1, "it is signed, but not of the "
		    "entries that are stored");
	w->seen.checkpoints++;
	w->seen.vouched[DT_STORE_SCAN_CHECKPOINT]++;
	w->seen.origin = dt_arena_copy_n(&w->arena, log->key.name.at,
	    log->key.name.size);
	w->seen.root = dt_arena_copy(&w->arena, dt_hash_hex(root.bytes, hex));
	return w->seen.origin != NULL && w->seen.root != NULL ? DT_OK :
	    dt_status_no_memory(w->err);
}

/* ---- made again ---- */

static struct dt_cell
whole(int64_t number)
{
	return (struct dt_cell){ .type = DT_CELL_INTEGER, .integer = number };
}

static struct dt_cell
text(const char *words)
{
	return (struct dt_cell){ .type = DT_CELL_TEXT, .text = words };
}

/* Whoever pins keys wants all of them to be his. */
static enum dt_status
check_pin(struct dt_talks_again_work *w, const struct dt_store_signer *s)
{
	const struct dt_pins *pins = w->again->pins;
	struct dt_vkey identity;
	if (pins == NULL || w->again->newcomers)
		return DT_OK;
	return dt_vkey_read(&identity, dt_lines_word(s->identity)) &&
	    dt_pins_has(pins, dt_lines_word(s->name), &identity) ? DT_OK :
	    dt_talks_again_fault(w, &(struct dt_talks_again_fault){
	    .table = "signer", .leaf = -1, .agent = s->signer,
	    .column = "identity_vkey" }, "the roster has no such key of %s",
	    s->name);
}

static enum dt_status
same_signer(void *work, const struct dt_store_signer *s,
    struct dt_error *err)
{
	struct dt_talks_again_work *w = work;
	const struct dt_cell cells[] = { whole(s->signer), text(s->name),
		text(s->role), text(s->session), text(s->identity) };
	(void)err;
	w->seen.signers++;
	enum dt_status status = dt_talks_again_same(w, DT_STORE_SCAN_SIGNER,
	    cells, 5);
	return status ? status : check_pin(w, s);
}

/* Stored and made again are the same bytes, or it was told: so what is verified
 * is what is stored. */
static enum dt_status
same_entry(void *work, const struct dt_store_entry *e, struct dt_error *err)
{
	struct dt_talks_again_work *w = work;
	const char *words = dt_arena_copy_n(&w->arena, e->text, e->size);
	(void)err;
	if (words == NULL)
		return dt_status_no_memory(w->err);
	const struct dt_cell cells[] = { whole(e->leaf), text(e->kind),
		whole(e->run), whole(e->round), whole(e->signer), text(words),
		text(e->signature) };
	int64_t before = w->seen.faults;
	enum dt_status status = dt_talks_again_same(w, DT_STORE_SCAN_ENTRY,
	    cells, 7);
	return status || w->seen.faults > before ||
	    w->lost[DT_STORE_SCAN_ENTRY] ? status :
	    verify(w, e->leaf, words, e->signature);
}

static enum dt_status
same_checkpoint(void *work, const struct dt_store_checkpoint *c,
    struct dt_error *err)
{
	struct dt_talks_again_work *w = work;
	const struct dt_cell cells[] = { whole(c->epoch), whole(c->first_run),
		whole(c->last_run), whole(c->size), text(c->digest),
		text(c->note) };
	(void)err;
	int64_t before = w->seen.faults;
	enum dt_status status = dt_talks_again_same(w,
	    DT_STORE_SCAN_CHECKPOINT, cells, 6);
	return status || w->seen.faults > before ||
	    w->lost[DT_STORE_SCAN_CHECKPOINT] ? status :
	    verify_note(w, c->note);
}

/* Where epochs ended, as the file has it: at the last run that was asked for,
 * too. */
static enum dt_status
read_ends(struct dt_talks_again_work *w)
{
	struct dt_store_scan *scan = NULL;
	struct dt_store_scan_range range = { .experiment =
	    w->seen.experiment };
	const struct dt_cell *row = NULL;
	int64_t rows = 0;
	enum dt_status status = dt_store_scan_rows(w->store, "checkpoint",
	    w->seen.experiment, &rows, w->err);
	w->ends = status ? NULL : dt_arena_new(&w->arena, (size_t)rows + 1,
	    sizeof(*w->ends));
	if (w->ends == NULL)
		return status ? status : dt_status_no_memory(w->err);
	status = dt_store_scan_open(&scan, w->store, DT_STORE_SCAN_CHECKPOINT,
	    &range, w->err);
	while (status == DT_OK && w->n_ends < rows &&
	    (status = dt_store_scan_next(scan, &row, w->err)) == DT_OK &&
	    row != NULL)
		w->ends[w->n_ends++] = row[2].integer;
	dt_store_scan_close(scan);
	return status == DT_ESTORE ? bad(w, "checkpoint", -1,
	    w->err->message) : status;
}

enum dt_status
dt_talks_again_open_log(struct dt_talks_again_work *w)
{
	if (w->level == DT_SEAL_NONE)
		return DT_OK;
	enum dt_status status = dt_evidence_new(&w->evidence, &w->experiment,
	    w->level, true, w->err);
	if (status)
		return status;
	memcpy(w->registry.experiment, w->evidence->roster->experiment,
	    DT_HASH_BYTES);
	w->evidence->talks = true;
	w->evidence->epoch_runs = DT_TALKS_RECORD_EPOCH;
	w->evidence->sink = (struct dt_evidence_sink){ w, same_signer,
	    same_entry, same_checkpoint };
	status = dt_talks_record_leaf(&w->setting, &w->evidence->menu,
	    w->err);
	if (status == DT_OK)
		status = dt_evidence_head(w->evidence, w->store,
		    w->seen.experiment, w->err);
	if (status == DT_OK)
		status = dt_talks_notary(&w->notary, &w->setting,
		    &w->evidence->maker, &w->arena, w->err);
	return status ? status : read_ends(w);
}

enum dt_status
dt_talks_again_log(struct dt_talks_again_work *w, int64_t number,
    const struct dt_talks_outcome *outcome)
{
	bool ends = false, stored = false;
	if (w->evidence == NULL)
		return DT_OK;
	enum dt_status status = dt_talks_seal(&w->notary, number, outcome,
	    &w->seal, w->err);
	if (status == DT_OK)
		status = dt_evidence_run(w->evidence, number, &w->seal, &ends,
		    w->err);
	for (int64_t k = 0; k < w->n_ends; k++)
		stored = stored || w->ends[k] == number;
	return status == DT_OK && !ends && stored ?
	    dt_evidence_end(w->evidence, w->err) : status;
}

enum dt_status
dt_talks_again_end_log(struct dt_talks_again_work *w)
{
	static const enum dt_store_scan_what tables[] = {
		DT_STORE_SCAN_SIGNER, DT_STORE_SCAN_ENTRY,
		DT_STORE_SCAN_CHECKPOINT };
	enum dt_status status = DT_OK;
	if (w->evidence != NULL && w->evidence->waiting)
		status = bad(w, "checkpoint", -1, "there is none behind the "
		    "last negotiations");
	for (size_t k = 0; status == DT_OK && k < 3; k++)
		status = dt_talks_again_end(w, tables[k]);
	return status;
}
