/* class_log_put: an entry into a block's log, and into its tree. */
#include <string.h>

#include "class/class_log.h"
#include "proof/base64.h"

enum dt_status
dt_class_log_put(struct dt_class_log *s, enum dt_entry_kind kind,
    int64_t run, int64_t round, int64_t signer,
    const struct dt_class_signed *text)
{
	struct dt_text signature = { 0 };
	struct dt_merkle_hash leaf;
	dt_base64_add(&signature, text->signature, DT_SIGN_BYTES);
	struct dt_store_entry row = { .leaf = (int64_t)s->tree.size,
		.kind = dt_entry_word(kind), .run = run, .round = round,
		.signer = signer, .text = text->text, .size = text->size,
		.signature = signature.bytes };
	dt_merkle_leaf(text->text, text->size, &leaf);
	dt_merkle_add(&s->tree, &leaf);
	enum dt_status status = signature.failed ?
	    dt_status_no_memory(s->err) : dt_store_evidence_entry(
	    s->store->store, s->store->record.id, &row, s->err);
	dt_text_free(&signature);
	return status;
}

static int64_t
row_of(const struct dt_class_log *s, enum dt_roster_officer officer)
{
	return s->n - DT_ROSTER_OFFICERS + 1 + (int64_t)officer;
}

enum dt_status
dt_class_log_sign(struct dt_class_log *s, enum dt_roster_officer officer,
    const struct dt_entry *entry)
{
	size_t seat = dt_roster_officer(s->roster, officer);
	s->seal.n = s->seal.texts.size = 0;
	enum dt_status status = dt_seal_sign(s->roster, seat, entry, &s->seal,
	    s->err);
	if (status != DT_OK)
		return status;
	struct dt_class_signed text = { s->seal.texts.bytes,
		s->seal.texts.size, { 0 } };
	memcpy(text.signature, s->seal.entries[0].signature, DT_SIGN_BYTES);
	return dt_class_log_put(s, entry->kind, entry->round ?
	    (int64_t)entry->run : 0, (int64_t)entry->round,
	    row_of(s, officer), &text);
}
