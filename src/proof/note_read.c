/* note_read: the strict reader of signed notes; see note.h. */
#include <string.h>

#include "proof/note_internal.h"

/* Is the next line a signature by that name? Then parts it. */
static bool
is_by(struct dt_lines *lines, const struct dt_vkey *vkey,
    struct dt_lines_word *blob)
{
	struct dt_lines after = *lines;
	struct dt_lines_word line;
	size_t head = strlen(DT_NOTE_DASH) + vkey->name.size + 1;
	if (!dt_lines_next(&after, &line) || line.size <= head ||
	    memcmp(line.at, DT_NOTE_DASH, strlen(DT_NOTE_DASH)) != 0 ||
	    memcmp(line.at + strlen(DT_NOTE_DASH), vkey->name.at,
	    vkey->name.size) != 0 || line.at[head - 1] != ' ')
		return false;
	*blob = (struct dt_lines_word){ line.at + head, line.size - head };
	*lines = after;
	return true;
}

/* Whether the line is that key's, and what stands behind the key's id. */
static bool
take_blob(struct dt_lines *lines, const struct dt_vkey *vkey, void *rest,
    size_t size)
{
	unsigned char bytes[DT_NOTE_BLOB_MOST];
	struct dt_lines after = *lines;
	struct dt_lines_word blob;
	if (!is_by(&after, vkey, &blob) ||
	    !dt_lines_base64(blob, bytes, DT_VKEY_ID + size) ||
	    memcmp(bytes, vkey->id, DT_VKEY_ID) != 0)
		return false;
	memcpy(rest, bytes + DT_VKEY_ID, size);
	*lines = after;
	return true;
}

enum dt_verdict
dt_note_take_signature(struct dt_lines *lines, const struct dt_vkey *vkey,
    unsigned char signature[DT_SIGN_BYTES], struct dt_error *why)
{
	if (take_blob(lines, vkey, signature, DT_SIGN_BYTES))
		return DT_VERDICT_GOOD;
	return dt_verdict_say(why, DT_VERDICT_STRANGER,
	    "there is no signature line of '%.*s' where it belongs",
	    DT_LINES_SHOW(vkey->name));
}

enum dt_verdict
dt_note_take_text(struct dt_lines *lines, struct dt_lines_word *text,
    struct dt_error *why)
{
	struct dt_lines_word line;
	const char *start = lines->at;
	while (dt_lines_next(lines, &line))
		continue;
	size_t size = (size_t)(lines->at - start);
	if (size == 0 || !dt_lines_gap(lines))
		return dt_verdict_say(why, DT_VERDICT_MALFORMED,
		    "a text with an empty line behind it is wanted");
	*text = (struct dt_lines_word){ start, size - 1 };
	return DT_VERDICT_GOOD;
}

static enum dt_verdict
check_pins(const struct dt_note_pins *pins, struct dt_error *why)
{
	bool sound = pins->n <= DT_NOTE_WITNESSES_MOST &&
	    pins->log.type == DT_VKEY_ED25519;
	for (size_t i = 0; i < pins->n && sound; i++) {
		const struct dt_vkey *witness = &pins->witnesses[i];
		sound = witness->type == DT_VKEY_COSIGNER &&
		    !dt_vkey_same_point(witness, &pins->log);
		for (size_t j = 0; j < i && sound; j++)
			sound = !dt_vkey_same_point(witness,
			    &pins->witnesses[j]);
	}
	return sound ? DT_VERDICT_GOOD : dt_verdict_say(why,
	    DT_VERDICT_STRANGER, "the pins are not sound: one key counts "
	    "once, and is the log's or a witness's");
}

/* Checks one witness's line if it is there; again is written what was read. */
static enum dt_verdict
take_cosignature(struct dt_lines *lines, struct dt_lines_word body,
    const struct dt_note_pins *pins, size_t i,
    struct dt_note_checkpoint *checkpoint, struct dt_text *again,
    struct dt_error *why)
{
	unsigned char rest[DT_NOTE_TIME + DT_SIGN_BYTES];
	struct dt_text message = { 0 };
	uint64_t time = 0;
	if (!take_blob(lines, &pins->witnesses[i], rest, sizeof(rest)))
		return DT_VERDICT_GOOD;
	for (size_t j = 0; j < DT_NOTE_TIME; j++)
		time = time << 8 | rest[j];
	dt_note_cosigned(body, time, &message);
	bool whole = !message.failed;
	bool good = whole && time <= INT64_MAX && dt_sign_verify(
	    pins->witnesses[i].public, message.bytes, message.size,
	    rest + DT_NOTE_TIME);
	dt_text_free(&message);
	if (!whole)
		return dt_verdict_no_memory(why);
	if (!good)
		return dt_verdict_say(why, DT_VERDICT_FORGED,
		    "the cosignature of '%.*s' is not of this checkpoint",
		    DT_LINES_SHOW(pins->witnesses[i].name));
	checkpoint->witnessed |= 1u << i;
	checkpoint->times[i] = time;
	dt_note_add_blob(&pins->witnesses[i], rest, sizeof(rest), again);
	return DT_VERDICT_GOOD;
}

static enum dt_verdict
take_log(struct dt_lines *lines, struct dt_lines_word body,
    const struct dt_note_pins *pins, struct dt_note_checkpoint *checkpoint,
    struct dt_text *again, struct dt_error *why)
{
	unsigned char signature[DT_SIGN_BYTES];
	if (!dt_lines_same(checkpoint->origin, pins->log.name))
		return dt_verdict_say(why, DT_VERDICT_STRANGER,
		    "the checkpoint is of '%.*s', not of '%.*s'",
		    DT_LINES_SHOW(checkpoint->origin),
		    DT_LINES_SHOW(pins->log.name));
	enum dt_verdict verdict = dt_note_take_signature(lines, &pins->log,
	    signature, why);
	if (verdict)
		return verdict;
	if (!dt_sign_verify(pins->log.public, body.at, body.size, signature))
		return dt_verdict_say(why, DT_VERDICT_FORGED,
		    "the signature of '%.*s' is not of this checkpoint",
		    DT_LINES_SHOW(pins->log.name));
	dt_note_body(checkpoint->origin, checkpoint->size, &checkpoint->root,
	    again);
	dt_text_add_n(again, "\n", 1);
	dt_note_add_signature(&pins->log, signature, again);
	return DT_VERDICT_GOOD;
}

static enum dt_verdict
take_checked(struct dt_lines *lines, const struct dt_note_pins *pins,
    struct dt_note_checkpoint *checkpoint, struct dt_text *again,
    struct dt_error *why)
{
	struct dt_lines_word body;
	struct dt_merkle_hash empty;
	*checkpoint = (struct dt_note_checkpoint){ 0 };
	if (!dt_note_take_body(lines, checkpoint, &body) ||
	    !dt_lines_gap(lines))
		return dt_verdict_say(why, DT_VERDICT_MALFORMED,
		    "not the three lines of a checkpoint and an empty one");
	dt_merkle_root_of(NULL, 0, &empty);
	if ((checkpoint->size == 0) !=
	    dt_merkle_same(&checkpoint->root, &empty))
		return dt_verdict_say(why, DT_VERDICT_MALFORMED,
		    "a tree has no leaves if its root is the empty one");
	enum dt_verdict verdict = take_log(lines, body, pins, checkpoint,
	    again, why);
	for (size_t i = 0; i < pins->n && verdict == DT_VERDICT_GOOD; i++)
		verdict = take_cosignature(lines, body, pins, i, checkpoint,
		    again, why);
	return verdict;
}

enum dt_verdict
dt_note_take(struct dt_lines *lines, const struct dt_note_pins *pins,
    struct dt_note_checkpoint *checkpoint, struct dt_error *why)
{
	const char *start = lines->at;
	struct dt_text again = { 0 };
	enum dt_verdict verdict = check_pins(pins, why);
	if (verdict == DT_VERDICT_GOOD)
		verdict = take_checked(lines, pins, checkpoint, &again, why);
	size_t size = (size_t)(lines->at - start);
	if (verdict == DT_VERDICT_GOOD && again.failed)
		verdict = dt_verdict_no_memory(why);
	if (verdict == DT_VERDICT_GOOD && (again.size != size ||
	    memcmp(again.bytes, start, size) != 0))
		verdict = dt_verdict_say(why, DT_VERDICT_MALFORMED,
		    "the checkpoint is not in its one form");
	dt_text_free(&again);
	return verdict;
}

enum dt_verdict
dt_note_read(const char *bytes, size_t size, const struct dt_note_pins *pins,
    struct dt_note_checkpoint *checkpoint, struct dt_error *why)
{
	struct dt_lines lines = { .at = bytes, .left = size };
	enum dt_verdict verdict = dt_note_take(&lines, pins, checkpoint, why);
	if (verdict == DT_VERDICT_GOOD && lines.left > 0)
		verdict = dt_verdict_say(why, DT_VERDICT_STRANGER,
		    "there is more behind the checkpoint and the signatures "
		    "of those who are pinned, in their order");
	return verdict;
}
