/* note: see note.h. Writing, and the body that is signed. */
#include "proof/note.h"

#include <inttypes.h>
#include <string.h>

#include "proof/base64.h"
#include "proof/note_internal.h"

void
dt_note_body(struct dt_lines_word origin, uint64_t size,
    const struct dt_merkle_hash *root, struct dt_text *text)
{
	dt_text_add(text, "%.*s\n%" PRIu64 "\n", DT_LINES_SHOW(origin), size);
	dt_base64_add(text, root->bytes, DT_HASH_BYTES);
	dt_text_add_n(text, "\n", 1);
}

void
dt_note_add_blob(const struct dt_vkey *vkey, const void *rest, size_t size,
    struct dt_text *text)
{
	unsigned char blob[DT_NOTE_BLOB_MOST];
	memcpy(blob, vkey->id, DT_VKEY_ID);
	memcpy(blob + DT_VKEY_ID, rest, size);
	dt_text_add(text, DT_NOTE_DASH "%.*s ", DT_LINES_SHOW(vkey->name));
	dt_base64_add(text, blob, DT_VKEY_ID + size);
	dt_text_add_n(text, "\n", 1);
}

void
dt_note_add_signature(const struct dt_vkey *vkey,
    const unsigned char signature[DT_SIGN_BYTES], struct dt_text *text)
{
	dt_note_add_blob(vkey, signature, DT_SIGN_BYTES, text);
}

void
dt_note_add_entry(const struct dt_entry_signed *entry,
    const struct dt_vkey *vkey, struct dt_text *text)
{
	dt_text_add_n(text, entry->text, entry->size);
	dt_text_add_n(text, "\n\n", 2);
	dt_note_add_signature(vkey, entry->signature, text);
}

void
dt_note_checkpoint(const struct dt_key *log, uint64_t size,
    const struct dt_merkle_hash *root, struct dt_text *text)
{
	unsigned char signature[DT_SIGN_BYTES];
	size_t start = text->size;
	dt_note_body(log->vkey.name, size, root, text);
	if (text->failed)
		return;
	dt_key_sign(log, text->bytes + start, text->size - start, signature);
	dt_text_add_n(text, "\n", 1);
	dt_note_add_signature(&log->vkey, signature, text);
}

void
dt_note_cosigned(struct dt_lines_word body, uint64_t time,
    struct dt_text *text)
{
	dt_text_add(text, "cosignature/v1\ntime %" PRIu64 "\n", time);
	dt_text_add_n(text, body.at, body.size);
}

void
dt_note_put_time(uint64_t time, unsigned char bytes[DT_NOTE_TIME])
{
	for (int i = 0; i < DT_NOTE_TIME; i++)
		bytes[i] = (unsigned char)(time >> 8 * (DT_NOTE_TIME - 1 - i));
}

static enum dt_status
cosign(const struct dt_key *witness, uint64_t time, struct dt_lines_word body,
    struct dt_text *text, struct dt_error *err)
{
	unsigned char rest[DT_NOTE_TIME + DT_SIGN_BYTES];
	struct dt_text message = { 0 };
	dt_note_cosigned(body, time, &message);
	bool whole = !message.failed;
	if (whole) {
		dt_note_put_time(time, rest);
		dt_key_sign(witness, message.bytes, message.size,
		    rest + DT_NOTE_TIME);
		dt_note_add_blob(&witness->vkey, rest, sizeof(rest), text);
	}
	dt_text_free(&message);
	return whole && !text->failed ? DT_OK : dt_status_no_memory(err);
}

enum dt_status
dt_note_cosign(const struct dt_key *witness, uint64_t time,
    struct dt_text *text, struct dt_error *err)
{
	struct dt_lines lines = { .at = dt_text_string(text),
		.left = text->size };
	struct dt_note_checkpoint checkpoint;
	struct dt_lines_word body;
	if (text->failed)
		return dt_status_no_memory(err);
	if (!dt_note_take_body(&lines, &checkpoint, &body) ||
	    !dt_lines_gap(&lines))
		return dt_status_fail(err, DT_EUSAGE,
		    "what is to be cosigned is no checkpoint");
	if (witness->vkey.type != DT_VKEY_COSIGNER || time > INT64_MAX)
		return dt_status_fail(err, DT_EUSAGE,
		    "'%s' is not a witness's key, or the time is too late",
		    witness->name);
	return cosign(witness, time, body, text, err);
}

bool
dt_note_take_body(struct dt_lines *lines,
    struct dt_note_checkpoint *checkpoint, struct dt_lines_word *body)
{
	const char *start = lines->at;
	struct dt_lines_word size, root;
	if (!dt_lines_next(lines, &checkpoint->origin) ||
	    !dt_lines_next(lines, &size) || !dt_lines_next(lines, &root))
		return false;
	*body = (struct dt_lines_word){ start, (size_t)(lines->at - start) };
	return dt_vkey_is_name(checkpoint->origin) &&
	    dt_lines_number(size, &checkpoint->size) &&
	    dt_lines_base64(root, checkpoint->root.bytes, DT_HASH_BYTES);
}
