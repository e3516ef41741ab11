/*
 * reveal: the moves that agents committed to in a run of an epoch, shown.
 *
 * Played again with the runs of its epoch, so that each party's root can be
 * made and compared with the one that it signed.
 */
#ifndef DT_REVEAL_H
#define DT_REVEAL_H

#include "play/seal.h"
#include "store/store_scan.h"

struct dt_reveal {
	struct dt_arena arena;
	int64_t first_run, last_run;    /* of the epoch */
	size_t n;
	struct dt_reveal_agent {
		const char *name;
		bool signs;
		bool closed;            /* its key is no simulated one, so
		                         * that only it knows its nonces:
		                         * text is NULL, and the rest 0 */
		const char *text;       /* whose leaf it is */
		struct dt_merkle_hash leaf, root;
		struct dt_merkle_proof proof;   /* of the leaf under the root */
	} agents[DT_AGENTS_MOST];
};

/* experiment: a row of DT_STORE_SCAN_EXPERIMENT. DT_EUSAGE: no epoch has the
 * run. Free it in any case. */
enum dt_status dt_reveal_run(struct dt_reveal *reveal,
    struct dt_store *store, const struct dt_cell *experiment, int64_t run,
    struct dt_error *err);
void dt_reveal_free(struct dt_reveal *reveal);

#endif
