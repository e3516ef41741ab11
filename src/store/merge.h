/*
 * merge: several databases into one.
 *
 * Experiments, sweeps and solutions are known by their keys: what several parts have of
 * one comes together, run by run and cell by cell. Rows that two parts have
 * must be alike; where they are not, nothing is written. What comes out does
 * not depend on the order of the parts.
 */
#ifndef DT_STORE_MERGE_H
#define DT_STORE_MERGE_H

#include "base/stop.h"
#include "store/store.h"

enum dt_merge_rounds {          /* how the new file keeps them */
	DT_MERGE_AS_PARTS,      /* packed, if one of the parts does */
	DT_MERGE_AS_ROWS, DT_MERGE_PACKED,
};

struct dt_merge_count {
	int64_t experiments, runs, sweeps, cells;       /* in the new file */
	int64_t cells_asked;                            /* of those sweeps */
	int64_t solutions;                              /* in the new file */
};

/* Into a new file, or one that is replaced; `now` is the time at which sweeps
 * and experiments that become whole have ended. The file is there once all
 * is in it. DT_EUSAGE names the row over which two parts disagree; DT_ESTOPPED:
 * `stop` (or NULL) said so, and nothing was written. */
enum dt_status dt_merge(const char *into, enum dt_store_how how,
    enum dt_merge_rounds rounds, const char *const *parts, size_t n,
    const char *now, struct dt_stop *stop, struct dt_merge_count *count, struct dt_error *err);

#endif
