/* stored_log: the log of an experiment as a database keeps it, for who hands
 * it out or compares it: who has registered, the hash of each entry, the last
 * checkpoint. Registrations are verified; the rest is for the audit. */
#ifndef DT_STORED_LOG_H
#define DT_STORED_LOG_H

#include "proof/merkle.h"
#include "proof/registry.h"
#include "store/store_scan.h"

/* Zero it; freed by dt_stored_log_free. */
struct dt_stored_log {
	struct dt_registry registry;
	struct dt_merkle_hash *leaves;  /* owned, n of them */
	uint64_t n, room;
	struct dt_text checkpoint;      /* the last; empty: none */
};

/* experiment: the key that registrations name. DT_ESTORE: one is not good. */
enum dt_status dt_stored_log_read(struct dt_store *store, int64_t id,
    const unsigned char experiment[DT_HASH_BYTES], struct dt_stored_log *log,
    struct dt_error *err);
void dt_stored_log_free(struct dt_stored_log *log);

/* Who keeps it, or NULL. */
const struct dt_registry_row *dt_stored_log_keeper(
    const struct dt_stored_log *log);

#endif
