/*
 * talks_again: talks that a file keeps, held again from its menu, its texts and
 * its seed, and compared: every row, cell by cell, to the last bit; and, where
 * they are signed, their log: each entry by public keys, and then as the same
 * talks sign it again. Nothing but the file is read.
 *
 * Not compared, as nobody else can know them: when they were held, by which
 * command and versions; with evidence these are under the referee's digest.
 */
#ifndef DT_TALKS_AGAIN_H
#define DT_TALKS_AGAIN_H

#include "bargain/talks_record.h"
#include "proof/pins.h"
#include "store/store_scan.h"

/* Where talks differ; borrowed for the call. Numbers are 0 where there is none,
 * leaf -1. */
struct dt_talks_again_fault {
	int64_t experiment, run, round, agent, leaf;
	const char *table, *column;     /* or NULL */
	const char *words;
};

/* What was looked at, of one experiment; borrowed for the call. */
struct dt_talks_again_seen {
	int64_t experiment;
	bool held;              /* again; else: why not */
	const char *why;
	int64_t version;        /* of the model that held them */
	int64_t faults, runs, asked, rows, entries, checkpoints, signers;
	bool ended;
	int64_t replayed[DT_STORE_SCANS], vouched[DT_STORE_SCANS];
	const char *origin, *root;      /* of the log's last head; or NULL */
};

struct dt_talks_again {
	int threads;
	const struct dt_pins *pins;     /* whose keys are expected; or NULL */
	bool newcomers;         /* whom no pin names is taken as he is */
	const atomic_bool *stop;
	/* DT_OK goes on. */
	enum dt_status (*fault)(void *to,
	    const struct dt_talks_again_fault *fault, struct dt_error *err);
	enum dt_status (*seen)(void *to,
	    const struct dt_talks_again_seen *seen, struct dt_error *err);
	void *to;
};

enum dt_status dt_talks_again(const char *path,
    const struct dt_talks_again *again, struct dt_error *err);

#endif
