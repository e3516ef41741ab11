/* audit_runs: which runs of an experiment there should be. For
 * src/audit/audit_*.c alone. */
#ifndef DT_AUDIT_RUNS_H
#define DT_AUDIT_RUNS_H

#include "audit/audit_internal.h"

struct dt_audit_runs {
	int64_t n;              /* numbers to look at: 1 to n; -1: a number that
	                         * is a fault, so that none is played */
	bool *skip;             /* owned: [run - 1], it is not there */
};

/* What was said to be whole has all that were asked for, and so has all that
 * checkpoints cover; else those that are there. Fills the experiment's
 * `missing`. Free skip in any case. */
enum dt_status dt_audit_runs(struct dt_audit *audit,
    struct dt_audit_runs *runs);

#endif
