/*
 * portable: one entry's inclusion as a file that needs nothing else: C2SP
 * tlog-proof (https://c2sp.org/tlog-proof), kept as NAME.tlog-proof.
 *
 *     c2sp.org/tlog-proof@v1
 *     index 5
 *     BASE64(hash)             siblings from the leaf to the root
 *     ...
 *                              an empty line, and then the checkpoint
 *
 * The specification's `extra` line is signed by nobody, so it is never
 * written and never read: any one flipped bit is refused.
 */
#ifndef DT_PROOF_PORTABLE_H
#define DT_PROOF_PORTABLE_H

#include "proof/note.h"

struct dt_portable {
	uint64_t index;
	struct dt_merkle_proof proof;
	struct dt_note_checkpoint checkpoint;
};

/* Appends the file; checkpoint is the text of a signed one. */
void dt_portable_print(uint64_t index, const struct dt_merkle_proof *proof,
    const char *checkpoint, size_t size, struct dt_text *text);

/* Is the leaf at that index under a checkpoint by those who are pinned? Fills
 * portable as far as it could be read. */
enum dt_verdict dt_portable_read(const char *bytes, size_t size,
    const struct dt_note_pins *pins, const struct dt_merkle_hash *leaf,
    struct dt_portable *portable, struct dt_error *why);

/* "index N" and the siblings, up to what is not one. Texts that hold proofs
 * use these too. */
void dt_portable_add_proof(uint64_t index,
    const struct dt_merkle_proof *proof, struct dt_text *text);
bool dt_portable_take_proof(struct dt_lines *lines, uint64_t *index,
    struct dt_merkle_proof *proof);

#endif
