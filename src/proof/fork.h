/*
 * fork: two checkpoints by one log that cannot both be true, as a file that
 * stands alone. Either they have one size and two roots; or the larger tree
 * does not begin with the smaller one, which is shown by two different leaves
 * at one index, each proved to be under its checkpoint.
 *
 *     detente.example/fork/v1
 *
 *     a checkpoint             the smaller one, or the one of the lesser root
 *
 *     a checkpoint
 *                              where sizes differ, for each checkpoint:
 *     leaf BASE64(hash)        after an empty line
 *     index N
 *     BASE64(hash)             siblings from the leaf to the root
 *
 * The log's signatures make it the log's fault: whoever keeps a log honestly
 * signs no two such. It is no entry of the log that it accuses.
 */
#ifndef DT_PROOF_FORK_H
#define DT_PROOF_FORK_H

#include "proof/note.h"

/* One view of the log. */
struct dt_fork_view {
	struct dt_lines_word checkpoint;        /* its text, signed */
	struct dt_merkle_hash leaf;             /* where sizes differ */
	struct dt_merkle_proof proof;           /* of it at the index */
};

/* Which of the first `size` leaves differs first, if any. */
bool dt_fork_index(const struct dt_merkle_hash *a,
    const struct dt_merkle_hash *b, uint64_t size, uint64_t *index);

/* Appends the file, the views in either order. DT_EUSAGE, with the reason, if
 * they do not contradict each other under these pins. */
enum dt_status dt_fork_print(const struct dt_fork_view *a,
    const struct dt_fork_view *b, uint64_t index,
    const struct dt_note_pins *pins, struct dt_text *text,
    struct dt_error *err);

/* Does the file show that the pinned log has forked? Fills both checkpoints,
 * the first of the file first. */
enum dt_verdict dt_fork_read(const char *bytes, size_t size,
    const struct dt_note_pins *pins, struct dt_note_checkpoint *a,
    struct dt_note_checkpoint *b, struct dt_error *why);

#endif
