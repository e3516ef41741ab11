/*
 * audit_log: the log of an experiment by public keys alone: entries,
 * signers, checkpoints.
 */
#include "audit/audit_internal.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "proof/note.h"

static enum dt_status
bad_entry(struct dt_audit *a, const struct dt_audit_item *item,
    const char *column, const char *words)
{
	return dt_audit_fault(a, &(struct dt_audit_fault){ .table = "entry",
	    .column = column, .run = item->run, .round = item->round,
	    .leaf = item->leaf }, "%s", words);
}

static enum dt_status
bad_checkpoint(struct dt_audit *a, size_t epoch, const char *words)
{
	return dt_audit_fault(a, &(struct dt_audit_fault){ .leaf = -1,
	    .table = "checkpoint" }, "epoch %zu: %s", epoch + 1, words);
}

static enum dt_status
keep_epoch(struct dt_audit *a, const struct dt_cell *row)
{
	struct dt_audit_epoch *list = dt_memory_resize(a->epochs,
	    a->n_epochs + 1, sizeof(*list));
	if (list == NULL)
		return dt_status_no_memory(a->err);
	a->epochs = list;
	size_t i = a->n_epochs++;
	dt_audit_cover(a, DT_STORE_SCAN_CHECKPOINT, false, false);
	list[i] = (struct dt_audit_epoch){ .first_run = row[1].integer,
		.last_run = row[2].integer, .size = row[3].integer,
		.digest = dt_arena_copy(&a->arena, row[4].text),
		.note = dt_arena_copy(&a->arena, row[5].text) };
	if (list[i].digest == NULL || list[i].note == NULL)
		return dt_status_no_memory(a->err);
	int64_t before = i > 0 ? list[i - 1].last_run : 0;
	int64_t size = i > 0 ? list[i - 1].size : 0;
	if (row[0].integer != (int64_t)i + 1 || list[i].size <= size ||
	    list[i].first_run != before + 1 ||
	    list[i].last_run < list[i].first_run)
		return bad_checkpoint(a, i, "it does not follow the one "
		    "before it");
	return DT_OK;
}

static enum dt_status
read_epochs(struct dt_audit *a)
{
	struct dt_store_scan *scan = NULL;
	const struct dt_cell *row = NULL;
	bool lost = false;
	enum dt_status status = dt_audit_scan(a, DT_STORE_SCAN_CHECKPOINT,
	    &scan);
	while (status == DT_OK && (status = dt_store_scan_next(scan, &row,
	    a->err)) == DT_OK && row != NULL)
		status = keep_epoch(a, row);
	dt_store_scan_close(scan);
	return dt_audit_damage(a, status, &lost);
}

static const struct dt_registry_row *
by_role(const struct dt_audit *a, const char *role)
{
	for (size_t i = 0; i < a->registry.n; i++)
		if (dt_lines_is(a->registry.rows[i].role, role))
			return &a->registry.rows[i];
	return NULL;
}

/* Is the note of an epoch signed by the log, of this very tree? */
static enum dt_status
check_note(struct dt_audit *a, size_t i)
{
	struct dt_audit_epoch *e = &a->epochs[i];
	const struct dt_registry_row *log = by_role(a, "log");
	struct dt_note_checkpoint c;
	struct dt_merkle_hash root;
	struct dt_error why = { 0 };
	if (log == NULL)
		return bad_checkpoint(a, i, "nobody is registered as log");
	struct dt_note_pins pins = { .log = log->key };
	enum dt_verdict verdict = dt_note_read(e->note, strlen(e->note),
	    &pins, &c, &why);
	if (verdict == DT_VERDICT_UNKNOWN)
		return dt_status_no_memory(a->err);
	if (verdict != DT_VERDICT_GOOD)
		return bad_checkpoint(a, i, why.message);
	dt_merkle_root(&a->tree, &root);
	if (c.size != a->tree.size || !dt_merkle_same(&c.root, &root))
		return bad_checkpoint(a, i, "it is signed, but not of the "
		    "entries that are stored");
	e->headed = true;
	e->root = root;
	a->now->checkpoints++;
	a->now->cover[DT_STORE_SCAN_CHECKPOINT].vouched++;
	return DT_OK;
}

static enum dt_status
pass_checkpoint(struct dt_audit *a)
{
	if (a->next_epoch == a->n_epochs ||
	    (uint64_t)a->epochs[a->next_epoch].size != a->tree.size)
		return DT_OK;
	return check_note(a, a->next_epoch++);
}

/* The columns that repeat the text. */
static const char *
wrong_column(const struct dt_audit *a, const struct dt_audit_item *item)
{
	const struct dt_entry *e = &item->entry;
	const struct dt_registry_row *row = dt_registry_of(&a->registry, e);
	if (strcmp(item->kind, dt_entry_word(e->kind)) != 0)
		return "kind";
	if ((uint64_t)item->round != e->round || (uint64_t)item->run !=
	    (e->round ? e->run : 0))
		return item->round == (int64_t)e->round ? "run" : "round";
	if (row == NULL || item->signer != row - a->registry.rows + 1)
		return "signer";
	return NULL;
}

static enum dt_status
judge(struct dt_audit *a, const struct dt_audit_item *item, const char *text)
{
	struct dt_merkle_hash leaf;
	enum dt_status status = DT_OK;
	const char *column = NULL;
	if (item->leaf != a->leaf)
		status = bad_entry(a, item, "leaf", "an entry was removed or "
		    "added before it");
	a->leaf = item->leaf + 1;
	dt_audit_cover(a, DT_STORE_SCAN_ENTRY, false,
	    item->verdict == DT_VERDICT_GOOD);
	dt_merkle_leaf(text, item->size, &leaf);
	dt_merkle_add(&a->tree, &leaf);
	if (status)
		return status;
	if (item->verdict != DT_VERDICT_GOOD)
		return bad_entry(a, item, "text", item->why);
	a->now->entries++;
	column = wrong_column(a, item);
	if (column != NULL)
		status = bad_entry(a, item, column,
		    "the column does not repeat what the text says");
	return status ? status : dt_audit_round(a, item, text);
}

static enum dt_status
flush(struct dt_audit *a, struct dt_audit_batch *b)
{
	enum dt_status status = dt_audit_batch(a, b);
	for (size_t i = 0; i < b->n && status == DT_OK; i++) {
		status = judge(a, &b->items[i], b->texts.bytes +
		    b->items[i].at);
		if (status == DT_OK)
			status = pass_checkpoint(a);
	}
	if (status == DT_OK)
		status = dt_audit_tick(a, (int64_t)b->n);
	b->n = b->texts.size = 0;
	return status;
}

/* Registrations are taken at once: what follows is checked by them. */
static enum dt_status
take(struct dt_audit *a, struct dt_audit_batch *b, const struct dt_cell *row)
{
	struct dt_audit_item *item = &b->items[b->n++];
	struct dt_error why = { 0 };
	*item = (struct dt_audit_item){ .leaf = row[0].integer,
		.run = row[2].integer, .round = row[3].integer,
		.signer = row[4].integer, .at = b->texts.size,
		.size = strlen(row[5].text) };
	snprintf(item->kind, sizeof(item->kind), "%s", row[1].text);
	dt_text_add_n(&b->texts, row[5].text, item->size);
	struct dt_entry_signed e = { row[5].text, item->size, { 0 } };
	if (!dt_lines_base64(dt_lines_word(row[6].text), item->signature,
	    DT_SIGN_BYTES)) {
		item->verdict = DT_VERDICT_MALFORMED;
		snprintf(item->why, sizeof(item->why),
		    "the signature is not canonical base64 of 64 bytes");
	} else if (dt_registry_introduces(&e)) {
		memcpy(e.signature, item->signature, DT_SIGN_BYTES);
		item->verdict = dt_registry_introduce(&a->registry, &e, &why);
		snprintf(item->why, sizeof(item->why), "%.190s", why.message);
	}
	return item->verdict == DT_VERDICT_UNKNOWN ?
	    dt_status_no_memory(a->err) : DT_OK;
}

static enum dt_status
read_entries(struct dt_audit *a, struct dt_audit_batch *b)
{
	struct dt_store_scan *scan = NULL;
	const struct dt_cell *row = NULL;
	bool lost = false;
	enum dt_status status = dt_audit_damage(a, dt_audit_scan(a,
	    DT_STORE_SCAN_ENTRY, &scan), &lost);
	while (status == DT_OK && !lost) {
		status = dt_audit_damage(a, dt_store_scan_next(scan, &row,
		    a->err), &lost);
		if (status != DT_OK || row == NULL)
			break;
		status = take(a, b, row);
		if (status == DT_OK && b->n == DT_AUDIT_BATCH)
			status = flush(a, b);
	}
	dt_store_scan_close(scan);
	if (status == DT_OK)
		status = flush(a, b);
	return status ? status : dt_audit_round(a, NULL, NULL);
}

static enum dt_status
check_end(struct dt_audit *a)
{
	size_t n = a->n_epochs;
	bool none = a->now->level == DT_SEAL_NONE;
	if (none && (n > 0 || a->tree.size > 0))
		return dt_audit_fault(a, &(struct dt_audit_fault){
		    .table = "experiment", .column = "evidence", .leaf = -1 },
		    "says none, but there is some");
	if (a->next_epoch < n)
		return bad_checkpoint(a, a->next_epoch, "there are not as "
		    "many entries");
	if (n > 0 ? (uint64_t)a->epochs[n - 1].size != a->tree.size :
	    a->tree.size > 0)
		return dt_audit_fault(a, &(struct dt_audit_fault){
		    .table = "entry", .leaf = (int64_t)a->tree.size - 1 },
		    "entries stand behind the last checkpoint");
	return DT_OK;
}

static enum dt_status
tell_root(struct dt_audit *a)
{
	const struct dt_registry_row *log = by_role(a, "log");
	struct dt_merkle_hash root;
	char hex[DT_HASH_HEX];
	if (log == NULL || a->n_epochs == 0)
		return DT_OK;
	dt_merkle_root(&a->tree, &root);
	a->now->root = dt_arena_copy(&a->report->arena,
	    dt_hash_hex(root.bytes, hex));
	a->now->origin = dt_arena_copy_n(&a->report->arena,
	    log->key.name.at, log->key.name.size);
	return a->now->root && a->now->origin ? DT_OK :
	    dt_status_no_memory(a->err);
}

enum dt_status
dt_audit_log(struct dt_audit *a)
{
	struct dt_audit_batch *batch = dt_memory_new(1, sizeof(*batch));
	if (batch == NULL)
		return dt_status_no_memory(a->err);
	const struct dt_pins *pins = a->request->pins;
	a->registry = (struct dt_registry){ .newcomers =
		a->request->newcomers };
	if (pins != NULL) {
		static const struct dt_registry_pin none;
		a->registry.pins = pins->n ? pins->list : &none;
		a->registry.pinned = pins->n;
	}
	(void)dt_lines_hex(dt_lines_word(a->experiment.key),
	    a->registry.experiment, DT_HASH_BYTES);
	a->registry.class = a->class.is;
	a->registry.block = (size_t)a->class.block;
	memcpy(a->registry.class_digest, a->class_digest, DT_HASH_BYTES);
	enum dt_status status = read_epochs(a);
	if (status == DT_OK)
		status = read_entries(a, batch);
	if (status == DT_OK)
		status = check_end(a);
	if (status == DT_OK)
		status = dt_audit_signers(a);
	if (status == DT_OK)
		status = dt_audit_statutes(a);
	dt_text_free(&batch->texts);
	dt_memory_free(batch);
	if (status == DT_OK)
		status = tell_root(a);
	return status ? status : dt_audit_cosigned(a);
}
