/* audit_again: a simulated log, made again and compared with what is stored.
 * For src/audit/audit_*.c alone. */
#ifndef DT_AUDIT_AGAIN_H
#define DT_AUDIT_AGAIN_H

#include "audit/audit_internal.h"
#include "play/evidence.h"

struct dt_audit_again {
	struct dt_audit *audit;
	struct dt_evidence *evidence;   /* owned */
	struct dt_store_scan *scan[3];  /* signers, entries, checkpoints */
	const struct dt_cell *held;     /* an entry behind the one awaited */
	size_t epoch;                   /* the next to end */
};

enum dt_status dt_audit_again_open(struct dt_audit *audit,
    struct dt_audit_again *again);
void dt_audit_again_close(struct dt_audit_again *again);

/* The next run, played. */
enum dt_status dt_audit_again_run(struct dt_audit_again *again, int64_t run,
    const struct dt_seal *seal);

#endif
