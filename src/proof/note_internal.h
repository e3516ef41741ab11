/* note_internal: what writing and reading notes share. For src/proof/note*.c
 * alone. */
#ifndef DT_PROOF_NOTE_INTERNAL_H
#define DT_PROOF_NOTE_INTERNAL_H

#include "proof/note.h"

#define DT_NOTE_DASH "\xe2\x80\x94 "    /* em dash and space */

enum {
	DT_NOTE_TIME = 8,
	DT_NOTE_BLOB_MOST = DT_VKEY_ID + DT_NOTE_TIME + DT_SIGN_BYTES,
};

void dt_note_body(struct dt_lines_word origin, uint64_t size,
    const struct dt_merkle_hash *root, struct dt_text *text);

/* The signature line of a blob: the key's id and the rest. */
void dt_note_add_blob(const struct dt_vkey *vkey, const void *rest,
    size_t size, struct dt_text *text);

/* The message that a cosignature signs. */
void dt_note_cosigned(struct dt_lines_word body, uint64_t time,
    struct dt_text *text);
void dt_note_put_time(uint64_t time, unsigned char bytes[DT_NOTE_TIME]);

/* Reads the three lines of a body. */
bool dt_note_take_body(struct dt_lines *lines,
    struct dt_note_checkpoint *checkpoint, struct dt_lines_word *body);

#endif
