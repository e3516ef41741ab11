/*
 * evidence: the signed log of an experiment, while it is played.
 *
 * Runs come in with their seals (seal.h), in order; signers, entries and
 * checkpoints go out to a sink: the store, or an audit that compares. The log
 * is a function of the experiment, the level and where epochs end, and these
 * end at runs that are multiples of a number that follows from the
 * configuration, and at the last run that was asked for. So threads, kills
 * and resumption do not change a byte of it.
 *
 *   at first      a registration of each signer, each party's ratification
 *   each run      its seal's entries (level full)
 *   each epoch    each party's root over its commitments (level epoch), the
 *                 referee's digest of the rows, then the checkpoint
 *
 * An epoch is committed whole or not at all.
 */
#ifndef DT_EVIDENCE_H
#define DT_EVIDENCE_H

#include "play/seal.h"
#include "store/store_evidence.h"

struct dt_evidence_sink {
	void *to;
	enum dt_status (*signer)(void *to,
	    const struct dt_store_signer *signer, struct dt_error *err);
	enum dt_status (*entry)(void *to, const struct dt_store_entry *entry,
	    struct dt_error *err);
	enum dt_status (*checkpoint)(void *to,
	    const struct dt_store_checkpoint *checkpoint,
	    struct dt_error *err);
};

struct dt_evidence {
	struct dt_evidence_sink sink;
	struct dt_roster *roster;       /* owned */
	struct dt_seal_maker maker;
	int64_t epoch_runs;
	int64_t epoch, first_run, last_run;     /* last_run 0: none yet */
	bool waiting;           /* runs since the last checkpoint */
	struct dt_merkle tree;
	struct dt_merkle_hash head;     /* leaf of the experiment's rows */
	bool talks;             /* nobody ratifies at first, and behind the head
	                         * comes: */
	struct dt_merkle_hash menu;     /* leaf of what was on the table */
	struct dt_merkle rows;          /* of the epoch */
	struct dt_merkle moves[DT_AGENTS_MOST];
	struct dt_seal own;             /* what is signed once an epoch */
};

enum dt_status dt_evidence_new(struct dt_evidence **evidence,
    const struct dt_experiment *experiment, enum dt_seal_level level,
    bool rounds, struct dt_error *err);
void dt_evidence_free(struct dt_evidence *evidence);

/* Takes up the log where the store's copy of it ends, and the experiment's
 * rows as they are stored. DT_ESTORE: the log does not fit its checkpoint, or
 * not the runs that are there (done, of that many). */
enum dt_status dt_evidence_resume(struct dt_evidence *evidence,
    struct dt_store *store, int64_t id, const bool *done, int64_t runs,
    struct dt_error *err);

/* The leaf of the experiment's rows, the first of every digest; and as the
 * head of a log that is made again. */
enum dt_status dt_evidence_leaf(struct dt_store *store, int64_t id,
    struct dt_merkle_hash *leaf, struct dt_error *err);
enum dt_status dt_evidence_head(struct dt_evidence *evidence,
    struct dt_store *store, int64_t id, struct dt_error *err);

/* The next run. *ends: the epoch was ended after it. */
enum dt_status dt_evidence_run(struct dt_evidence *evidence, int64_t run,
    const struct dt_seal *seal, bool *ends, struct dt_error *err);

/* Ends an epoch that has runs. */
enum dt_status dt_evidence_end(struct dt_evidence *evidence,
    struct dt_error *err);

/* How many runs an epoch has: so many that it is of some thousand rows. */
int64_t dt_evidence_epoch_runs(const struct dt_experiment *experiment,
    enum dt_seal_level level, bool rounds);

#endif
