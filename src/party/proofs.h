/*
 * proofs: what a log of real parties proves, as files that stand alone; and
 * the whole of it in a folder, for other tools (detente-evidence(7)).
 */
#ifndef DT_PARTY_PROOFS_H
#define DT_PARTY_PROOFS_H

#include "party/book.h"

/* DT_EUSAGE: the signer's key is not the one that it registered, so that no
 * registration stands behind it. */
enum dt_status dt_proofs_equivocation(const struct dt_protocol *p,
    uint64_t entry, const struct dt_protocol_entry *other,
    struct dt_text *text, struct dt_error *err);

/* Of a finding, by number. DT_EUSAGE, too, if it denies no opening. */
enum dt_status dt_proofs_perjury(const struct dt_protocol *p,
    uint64_t finding, struct dt_text *text, struct dt_error *err);

/* The last halt, or why there is none: by the entries that the first
 * checkpoint behind its decision covers. DT_EUSAGE: nothing is decided. */
enum dt_status dt_proofs_halt(const struct dt_book *book,
    struct dt_text *text, struct dt_error *err);

/* The proof that an entry is under the last checkpoint. */
enum dt_status dt_proofs_inclusion(const struct dt_book *book,
    uint64_t entry, struct dt_text *text, struct dt_error *err);

/* Two logs of one charter, of which neither is the beginning of the other:
 * the fork, by the first checkpoints that cover the difference. DT_EUSAGE: one
 * of them has none. */
enum dt_status dt_proofs_fork(const struct dt_book *a,
    const struct dt_book *b, uint64_t index, struct dt_text *text,
    struct dt_error *err);

/* All of it, in a new folder: entries with signatures and proofs, keys in
 * four forms, the checkpoint, the halt, perjuries. *files: how many. */
enum dt_status dt_proofs_write(const struct dt_book *book,
    const char *folder, uint64_t *files, struct dt_error *err);

#endif
