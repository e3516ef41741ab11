/*
 * witness: what a witness has cosigned of each log, so that it never cosigns
 * two views of one.
 *
 * A folder, of the witness alone, with a file a log: its vkey, then the last
 * checkpoint that was cosigned. Before it cosigns another, the tree of that
 * checkpoint must be the beginning of the new one; the proof of that (RFC 9162,
 * 2.1.4) is handed out in the form of C2SP tlog-witness:
 *
 *     old SIZE
 *     BASE64(hash)             of the proof, in order
 *     ...
 *                              an empty line, and then the checkpoint
 *
 * The file is on the disk before the cosignature is made: a crash between the
 * two leaves a witness that has seen what it did not sign, never the other way
 * round. Calls for one folder wait for each other.
 */
#ifndef DT_WITNESS_H
#define DT_WITNESS_H

#include "proof/merkle.h"
#include "proof/note.h"

/* What is to be cosigned: the checkpoint of a log with its n leaves. */
struct dt_witness_view {
	struct dt_vkey log;
	const char *checkpoint;         /* signed by the log */
	const struct dt_merkle_hash *leaves;
	uint64_t n;
	/* A log whose keeper may change keys; NULL: it has the one, and is
	 * known by its name. */
	const void *of;
	const char *name;               /* that stays */
	const struct dt_vkey *(*key)(const void *of, uint64_t size);
	/* An older checkpoint of that size that is shown, or NULL: where it
	 * contradicts what was cosigned, that is a fork. */
	const char *(*head)(const void *of, uint64_t size);
};

/* May it be cosigned? Then it is written down, and the proof appended (old 0
 * and no hashes where the log is seen first). DT_ESTORE says why not, and, if
 * two checkpoints of one size contradict each other, adds their proof (see
 * fork.h) to fork. DT_EIO: the folder. */
enum dt_status dt_witness_see(const char *folder,
    const struct dt_witness_view *view, struct dt_text *proof,
    struct dt_text *fork, struct dt_error *err);

#endif
