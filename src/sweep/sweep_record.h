/*
 * sweep_record: puts the cells of a sweep into a store.
 *
 * Whole cells are committed in batches, at the latest after a few thousand
 * rows or half a second. Owned by the caller; frees nothing of the store's.
 */
#ifndef DT_SWEEP_RECORD_H
#define DT_SWEEP_RECORD_H

#include <time.h>

#include "play/record.h"
#include "sweep/sweep_play.h"

struct dt_sweep_record {
	struct dt_store *store;
	const struct dt_sweep *sweep;
	int64_t id;             /* of the sweep in the store */
	bool found;             /* it was there already */
	bool open;              /* a transaction is */
	int64_t rows;           /* in it */
	int64_t waiting;        /* cells in it */
	int64_t committed;      /* cells acknowledged */
	struct timespec since;  /* its beginning */
};

/* By which seed the store has the sweep, whatever its own; see
 * dt_store_sweep_seed. */
enum dt_status dt_sweep_record_seed(struct dt_store *store,
    const struct dt_sweep *sweep, uint64_t *seed, struct dt_error *err);

/* Registers the sweep; done has a flag for each cell and gets those that the
 * store has already. */
enum dt_status dt_sweep_record_begin(struct dt_sweep_record *record,
    struct dt_store *store, const struct dt_sweep *sweep,
    const struct dt_record_provenance *provenance, bool *done,
    struct dt_error *err);

enum dt_status dt_sweep_record_put(struct dt_sweep_record *record,
    const struct dt_sweep_result *result, struct dt_error *err);

/* Commits what waits long enough, as when no cell comes for a while. */
enum dt_status dt_sweep_record_tick(struct dt_sweep_record *record,
    struct dt_error *err);

/* Commits all, and says so in the store if the sweep is whole. */
enum dt_status dt_sweep_record_end(struct dt_sweep_record *record,
    struct dt_error *err);

#endif
