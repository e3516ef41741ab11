/*
 * note: C2SP signed notes, checkpoints and cosignatures, as strictly as they
 * can be read (https://c2sp.org/signed-note, tlog-checkpoint,
 * tlog-cosignature).
 *
 * A checkpoint is an origin, a size and a root, a line each, then an empty
 * line, then the log's signature over the body with its last LF, then at most
 * one cosignature of each witness:
 *
 *     — NAME BASE64(key id || signature)
 *     — NAME BASE64(key id || time, 8 bytes big-endian || signature)
 *
 * The specifications let a reader pass over lines that it does not know, and
 * so over flipped bits in them. This reader knows every signer beforehand
 * (they are pinned), wants the log first and witnesses in the order of their
 * pins, allows no extension line and nothing behind the last signature, and
 * writes what it has read again to compare. Any one flipped bit is refused.
 * What it cannot see is a cosignature that was cut off whole: ask `witnessed`.
 *
 * A cosignature (type 0x04) says that at that time the witness had seen no
 * larger tree of that origin, and that this one extends what it had seen. It
 * is the witness who must check the consistency before signing.
 */
#ifndef DT_PROOF_NOTE_H
#define DT_PROOF_NOTE_H

#include "proof/entry.h"
#include "proof/key.h"
#include "proof/merkle.h"

enum { DT_NOTE_WITNESSES_MOST = 15 };

/* Whose signatures count. The log's key is named like its origin. */
struct dt_note_pins {
	struct dt_vkey log;                     /* DT_VKEY_ED25519 */
	const struct dt_vkey *witnesses;        /* DT_VKEY_COSIGNER; no key
	                                         * twice */
	size_t n;                               /* <= the most */
};

struct dt_note_checkpoint {
	struct dt_lines_word origin;            /* points into the text */
	uint64_t size;
	struct dt_merkle_hash root;
	unsigned witnessed;     /* bit i: witness i of the pins has cosigned */
	uint64_t times[DT_NOTE_WITNESSES_MOST]; /* POSIX seconds, where so */
};

/* Appends the checkpoint of a log whose origin is the key's name. */
void dt_note_checkpoint(const struct dt_key *log, uint64_t size,
    const struct dt_merkle_hash *root, struct dt_text *text);

/* Appends the witness's line to a text that is a checkpoint with its
 * signatures. DT_EUSAGE: it is none, the key is no witness's, or the time is
 * over 2^63 - 1. */
enum dt_status dt_note_cosign(const struct dt_key *witness, uint64_t time,
    struct dt_text *text, struct dt_error *err);

/* Reads all of size bytes and checks every signature. */
enum dt_verdict dt_note_read(const char *bytes, size_t size,
    const struct dt_note_pins *pins, struct dt_note_checkpoint *checkpoint,
    struct dt_error *why);

/* The same for a checkpoint that lines begin with; they then stand behind
 * it. For texts that hold checkpoints. */
enum dt_verdict dt_note_take(struct dt_lines *lines,
    const struct dt_note_pins *pins, struct dt_note_checkpoint *checkpoint,
    struct dt_error *why);

/* One signature line; and an entry, an LF, an empty line and its signature
 * line. That looks like a signed note, but an entry is signed without the LF
 * behind its last line, and a note with it. */
void dt_note_add_signature(const struct dt_vkey *vkey,
    const unsigned char signature[DT_SIGN_BYTES], struct dt_text *text);
void dt_note_add_entry(const struct dt_entry_signed *entry,
    const struct dt_vkey *vkey, struct dt_text *text);

/*
 * Reads them: a line by that key and no other; a text up to the LF and the
 * empty line behind it. MALFORMED or STRANGER; that a signature is right is for
 * dt_sign_verify to say.
 */
enum dt_verdict dt_note_take_signature(struct dt_lines *lines,
    const struct dt_vkey *vkey, unsigned char signature[DT_SIGN_BYTES],
    struct dt_error *why);
enum dt_verdict dt_note_take_text(struct dt_lines *lines,
    struct dt_lines_word *text, struct dt_error *why);

#endif
