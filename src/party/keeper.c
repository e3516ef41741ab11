/* keeper: see keeper.h. */
#include "party/keeper.h"

#include <inttypes.h>
#include <string.h>

#include "party/proofs.h"

struct keep {
	struct dt_book *book;
	const struct dt_key *identity;
	struct dt_text entries, notes;
	uint64_t noted;         /* entries that the last checkpoint covers */
	struct dt_error *err;
};

/* The key by which it keeps the log now must be its own. */
static enum dt_status
sign_checkpoint(struct keep *k)
{
	struct dt_protocol *p = &k->book->protocol;
	const struct dt_vkey *key = dt_book_keeper(k->book, p->n);
	struct dt_merkle_hash root;
	struct dt_key *session = NULL;
	enum dt_status status = dt_key_session(&session, k->identity,
	    p->charter.name, k->err);
	if (status)
		return status;
	if (key == NULL || !dt_vkey_same_point(key, &session->vkey)) {
		dt_key_free(session);
		return dt_status_fail(k->err, DT_EUSAGE, key == NULL ?
		    "nobody keeps the log yet: append what the log itself "
		    "has signed by `join` first" : "the key is not the one "
		    "by which the log is kept");
	}
	dt_merkle_root(&p->tree, &root);
	dt_note_checkpoint(session, p->n, &root, &k->notes);
	dt_text_add_n(&k->notes, "\n", 1);
	dt_key_free(session);
	k->noted = p->n;
	return k->notes.failed ? dt_status_no_memory(k->err) : DT_OK;
}

/* What is refused may be the other half of an equivocation. */
static enum dt_status
accuse(struct keep *k, struct dt_keeper_statement *s,
    const struct dt_protocol_entry *e)
{
	struct dt_protocol *p = &k->book->protocol;
	uint64_t other = dt_protocol_denied(p, e);
	struct dt_text text = { 0 };
	struct dt_error not = { 0 };
	if (other == p->n || dt_entry_by(e->entry.kind) !=
	    DT_ENTRY_BY_SESSION)
		return DT_OK;
	const char *name = dt_arena_print(p->arena, "equivocation-%.*s-%"
	    PRIu64 "-%" PRIu64 ".txt", DT_LINES_SHOW(dt_entry_signer(
	    &e->entry)), e->entry.round, other);
	enum dt_status status = name ? dt_proofs_equivocation(p, other, e,
	    &text, &not) : dt_status_no_memory(k->err);
	if (status == DT_OK)
		status = dt_log_folder_write(&k->book->folder, name, text.bytes,
		    text.size, k->err);
	if (status == DT_OK)
		s->charge = name;
	dt_text_free(&text);
	return status == DT_EUSAGE ? DT_OK : status;
}

/* A halt that binds, or lapses, is committed to before anything else. */
static bool
is_turn(const struct dt_protocol *p, uint64_t halts)
{
	return p->halts != halts ||
	    p->entries[p->n - 1].entry.kind == DT_ENTRY_LAPSE;
}

static enum dt_status
take_one(struct keep *k, struct dt_keeper_statement *s, struct dt_lines *lines)
{
	struct dt_protocol *p = &k->book->protocol;
	struct dt_protocol_entry e;
	struct dt_lines after = *lines;
	const char *start = lines->at;
	uint64_t halts = p->halts;
	s->verdict = dt_protocol_read(p, &after, &e, &s->why);
	if (s->verdict == DT_VERDICT_GOOD && dt_protocol_said(p, &e) < p->n) {
		s->known++;
		*lines = after;
		return DT_OK;
	}
	if (s->verdict)
		return DT_OK;
	s->verdict = dt_protocol_take(p, lines, &s->why);
	if (s->verdict)
		return accuse(k, s, &e);
	s->taken++;
	dt_text_add_n(&k->entries, start, (size_t)(lines->at - start));
	if (lines->at[-2] != '\n')      /* the last of its file */
		dt_text_add_n(&k->entries, "\n", 1);
	return is_turn(p, halts) && dt_book_keeper(k->book, p->n) != NULL ?
	    sign_checkpoint(k) : DT_OK;
}

static enum dt_status
take(struct keep *k, struct dt_keeper_statement *s)
{
	struct dt_lines lines = { s->bytes, s->size, false };
	enum dt_status status = DT_OK;
	while (status == DT_OK && lines.left > 0 &&
	    s->verdict == DT_VERDICT_GOOD)
		status = take_one(k, s, &lines);
	if (s->verdict == DT_VERDICT_UNKNOWN)
		return dt_status_no_memory(k->err);
	return status;
}

static enum dt_status
take_all(struct keep *k, struct dt_keeper_statement *statements, size_t n,
    uint64_t now)
{
	struct dt_book *book = k->book;
	enum dt_status status = DT_OK;
	for (size_t i = 0; i < n && status == DT_OK; i++)
		status = take(k, &statements[i]);
	if (status == DT_OK && book->protocol.n > k->noted)
		status = sign_checkpoint(k);
	if (status == DT_OK && (k->entries.failed || k->notes.failed))
		status = dt_status_no_memory(k->err);
	if (status || k->notes.size == 0)
		return status;
	return dt_book_append(book, k->entries.bytes, k->entries.size,
	    k->notes.bytes, k->notes.size, book->protocol.n, now, k->err);
}

enum dt_status
dt_keeper_take(struct dt_book *book, const struct dt_key *keeper,
    struct dt_keeper_statement *statements, size_t n, uint64_t now,
    struct dt_error *err)
{
	struct keep k = { .book = book, .identity = keeper, .err = err,
		.noted = dt_book_covered(book) };
	if (book->verdict)
		return dt_status_fail(err, DT_EINPUT, "%s is not authentic, "
		    "and nothing is put behind it: %s", book->folder.path,
		    book->why.message);
	enum dt_status status = take_all(&k, statements, n, now);
	dt_text_free(&k.entries);
	dt_text_free(&k.notes);
	return status;
}
