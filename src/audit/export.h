/*
 * export: evidence of a database as files that other tools check.
 *
 * For each experiment with evidence a folder `experiment-N`: the checkpoints,
 * the keys in four forms, the statutory entries (who is who, who is bound),
 * the entries of one round with their signatures and proofs, and for each
 * agent that raced, declared PAUSE and was found the first proof of its perjury.
 * README.txt has the commands to paste. The folder must not be there, and is
 * there whole or not at all; a process that is killed leaves it unfinished as
 * FOLDER.XXXXXX.
 *
 * minisign signs a hash of its own, so .minisig files are made anew, which
 * only keys that are simulated allow.
 */
#ifndef DT_EXPORT_H
#define DT_EXPORT_H

#include "play/roster.h"

struct dt_export_request {
	const char *folder;
	int64_t run, round;     /* whose entries; 0: run 1, its first round
	                         * with entries */
	const struct dt_key *witness;   /* cosigns the last checkpoint; or NULL */
	uint64_t time;          /* of the cosignature */
	const char *seen;       /* the folder of what it has cosigned; see
	                         * witness.h */
	struct dt_text cosigned;        /* filled: records of what it did
	                         * cosign (cosigned.h); owned: free it */
	bool refused;           /* filled: the witness does not cosign */
	int64_t entries, charges;       /* filled: how many were written */
	int64_t false_alarms;           /* filled: findings against a declaration
	                                 * of PAUSE that was true */
};

enum dt_status dt_export_database(const char *path,
    struct dt_export_request *request, struct dt_error *err);

#endif
