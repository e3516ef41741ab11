/*
 * store_evidence: signed texts into and out of the database, as bytes.
 *
 * Each experiment that is played with evidence has a log: signers, entries
 * (leaves, counted from 0), and a checkpoint at the end of each epoch. They go
 * into the same transaction as the runs that they are about. What the texts
 * mean, and whether they are true, the store does not know.
 */
#ifndef DT_STORE_STORE_EVIDENCE_H
#define DT_STORE_STORE_EVIDENCE_H

#include "store/store.h"

struct dt_store_signer {
	int64_t signer;         /* from 1 */
	const char *name, *role;
	const char *session, *identity;         /* vkeys */
};

struct dt_store_entry {
	int64_t leaf;           /* from 0 */
	const char *kind;
	int64_t run, round;     /* 0: about none */
	int64_t signer;
	const char *text;       /* UTF-8 without NUL, not terminated */
	size_t size;
	const char *signature;  /* base64, 88 characters */
};

struct dt_store_checkpoint {
	int64_t epoch, first_run, last_run;
	int64_t size;           /* of the log */
	const char *digest;     /* hex: over the rows of the runs */
	const char *note;       /* the signed checkpoint */
};

/* Into an open transaction; like dt_store_put_run, a failure loses it. */
enum dt_status dt_store_evidence_signer(struct dt_store *store, int64_t id,
    const struct dt_store_signer *signer, struct dt_error *err);
enum dt_status dt_store_evidence_entry(struct dt_store *store, int64_t id,
    const struct dt_store_entry *entry, struct dt_error *err);
enum dt_status dt_store_evidence_checkpoint(struct dt_store *store,
    int64_t id, const struct dt_store_checkpoint *checkpoint,
    struct dt_error *err);

#endif
