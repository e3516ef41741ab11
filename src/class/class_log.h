/* class_log: what the files that write a block's log have in common. For
 * src/class/class_log*.c alone. */
#ifndef DT_CLASS_LOG_H
#define DT_CLASS_LOG_H

#include "class/class_store.h"
#include "play/seal.h"

struct dt_class_log {
	struct dt_class_store *store;
	struct dt_roster *roster;
	struct dt_merkle tree, rows;
	struct dt_seal seal;            /* officers' entries, one at a time */
	int64_t *signer;                /* by person: row of signer, or 0 */
	int64_t n;                      /* signers */
	struct dt_error *err;
};

/* An entry, whoever signed it. */
enum dt_status dt_class_log_put(struct dt_class_log *log,
    enum dt_entry_kind kind, int64_t run, int64_t round, int64_t signer,
    const struct dt_class_signed *text);
/* An officer's, signed here; its text stays in log->seal.texts till the
 * next. */
enum dt_status dt_class_log_sign(struct dt_class_log *log,
    enum dt_roster_officer officer, const struct dt_entry *entry);

/* A round of a group, from 1. */
enum dt_status dt_class_log_round(struct dt_class_log *log,
    const struct dt_class_group *group, size_t round);

#endif
