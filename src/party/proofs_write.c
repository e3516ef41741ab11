/* proofs_write: a log's evidence as a folder of files, for other tools. */
#include <errno.h>
#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>

#include "party/proofs.h"
#include "proof/minisign.h"
#include "proof/pem.h"
#include "proof/signify.h"

struct out {
	const struct dt_book *book;
	const struct dt_protocol *p;
	struct dt_log_folder folder;
	uint64_t files;
	struct dt_error *err;
};

/* Writes STEM TAIL and frees the text. */
static enum dt_status
put(struct out *o, const char *stem, const char *tail, struct dt_text *text)
{
	const char *name = dt_arena_print(o->p->arena, "%s%s", stem, tail);
	enum dt_status status = name == NULL || text->failed ?
	    dt_status_no_memory(o->err) : dt_log_folder_write(&o->folder, name,
	    dt_text_string(text), text->size, o->err);
	dt_text_free(text);
	o->files += status == DT_OK;
	return status;
}

static enum dt_status
put_key(struct out *o, const char *stem, const struct dt_vkey *key)
{
	struct dt_text text = { 0 };
	dt_vkey_print(key, &text);
	dt_text_add(&text, "\n");
	enum dt_status status = put(o, stem, ".vkey", &text);
	dt_pem_public(key, &text);
	if (status == DT_OK)
		status = put(o, stem, ".pem", &text);
	dt_minisign_public(key, &text);
	if (status == DT_OK)
		status = put(o, stem, ".minisign.pub", &text);
	dt_signify_public(key, &text);
	if (status == DT_OK)
		status = put(o, stem, ".signify.pub", &text);
	dt_text_free(&text);
	return status;
}

/* NAME and NAME-identity; after a rotation, under the names of the new keys. */
static enum dt_status
put_keys(struct out *o, const struct dt_entry *e)
{
	bool first = e->kind == DT_ENTRY_REGISTER;
	struct dt_lines_word name = first ? e->agent : e->identity.name;
	const char *stem = dt_arena_copy_n(o->p->arena, name.at, name.size);
	const char *identity = stem ? dt_arena_print(o->p->arena,
	    "%s-identity", stem) : NULL;
	if (identity == NULL)
		return dt_status_no_memory(o->err);
	enum dt_status status = put_key(o, stem, &e->key);
	return status ? status : put_key(o, identity, &e->identity);
}

static enum dt_status
put_signed(struct out *o, const char *stem,
    const struct dt_protocol_entry *e)
{
	struct dt_text text = { 0 };
	dt_text_add_n(&text, e->text.text, e->text.size);
	enum dt_status status = put(o, stem, ".txt", &text);
	dt_text_add_n(&text, (const char *)e->text.signature, DT_SIGN_BYTES);
	if (status == DT_OK)
		status = put(o, stem, ".sig", &text);
	dt_signify_print(&e->signer, e->text.signature, &text);
	if (status == DT_OK)
		status = put(o, stem, ".signify", &text);
	dt_text_free(&text);
	return status;
}

static enum dt_status
put_entry(struct out *o, uint64_t i)
{
	const struct dt_protocol_entry *e = &o->p->entries[i];
	struct dt_text text = { 0 };
	const char *stem = dt_arena_print(o->p->arena, "entry-%06" PRIu64
	    "-%s-%.*s", i, dt_entry_word(e->entry.kind),
	    DT_LINES_SHOW(dt_entry_signer(&e->entry)));
	if (stem == NULL)
		return dt_status_no_memory(o->err);
	enum dt_status status = put_signed(o, stem, e);
	if (status == DT_OK && (e->entry.kind == DT_ENTRY_REGISTER ||
	    e->entry.kind == DT_ENTRY_ROTATE))
		status = put_keys(o, &e->entry);
	if (status || i >= dt_book_covered(o->book))
		return status;
	status = dt_proofs_inclusion(o->book, i, &text, o->err);
	return status ? status : put(o, stem, ".tlog-proof", &text);
}

static enum dt_status
put_perjury(struct out *o, uint64_t i)
{
	const struct dt_entry *e = &o->p->entries[i].entry;
	struct dt_text text = { 0 };
	const char *stem = dt_arena_print(o->p->arena, "perjury-%.*s-%"
	    PRIu64, DT_LINES_SHOW(e->agent), e->round);
	enum dt_status status = stem ? dt_proofs_perjury(o->p, i, &text,
	    o->err) : dt_status_no_memory(o->err);
	if (status == DT_OK)
		return put(o, stem, ".txt", &text);
	dt_text_free(&text);
	return status == DT_EUSAGE ? DT_OK : status;
}

/* The note, and the bytes that its first signature is of. */
static enum dt_status
put_checkpoint(struct out *o)
{
	if (o->book->n == 0)
		return DT_OK;
	struct dt_lines_word note =
	    o->book->checkpoints[o->book->n - 1].note;
	const struct dt_vkey *key = dt_book_keeper(o->book,
	    dt_book_covered(o->book));
	const char *gap = strstr(note.at, "\n\n");
	struct dt_lines lines = { gap + 2,
		note.size - (size_t)(gap + 2 - note.at), false };
	unsigned char signature[DT_SIGN_BYTES];
	struct dt_text text = { 0 };
	dt_text_add_n(&text, note.at, note.size);
	enum dt_status status = put(o, "checkpoint", ".txt", &text);
	dt_text_add_n(&text, note.at, (size_t)(gap + 1 - note.at));
	if (status == DT_OK)
		status = put(o, "checkpoint", ".body", &text);
	if (dt_note_take_signature(&lines, key, signature, o->err))
		return DT_EINPUT;
	dt_text_add_n(&text, (const char *)signature, sizeof(signature));
	if (status == DT_OK)
		status = put(o, "checkpoint", ".sig", &text);
	dt_text_free(&text);
	return status;
}

static enum dt_status
put_halt(struct out *o)
{
	struct dt_text text = { 0 };
	enum dt_status status = dt_proofs_halt(o->book, &text, o->err);
	if (status == DT_OK)
		return put(o, "halt", ".txt", &text);
	dt_text_free(&text);
	return status == DT_EUSAGE ? DT_OK : status;
}

enum dt_status
dt_proofs_write(const struct dt_book *book, const char *folder,
    uint64_t *files, struct dt_error *err)
{
	struct out o = { .book = book, .p = &book->protocol, .err = err,
		.folder = { folder, book->protocol.arena, 0 } };
	if (mkdir(folder, 0777) != 0)
		return dt_status_fail(err, DT_EIO, "%s: %s", folder,
		    strerror(errno));
	enum dt_status status = put_checkpoint(&o);
	if (status == DT_OK)
		status = put_halt(&o);
	for (uint64_t i = 0; i < o.p->n && status == DT_OK; i++) {
		status = put_entry(&o, i);
		if (status == DT_OK &&
		    o.p->entries[i].entry.kind == DT_ENTRY_FINDING)
			status = put_perjury(&o, i);
	}
	*files = o.files;
	return status;
}
