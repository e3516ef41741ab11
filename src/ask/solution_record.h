/* solution_record: a solution into a store. */
#ifndef DT_SOLUTION_RECORD_H
#define DT_SOLUTION_RECORD_H

#include "play/record.h"
#include "format/solution.h"
#include "proof/hash.h"

/* Keeps it with all of its tables, also those hidden from people. *found: the
 * file had it, by question, subject, method, configuration and command. */
enum dt_status dt_solution_record(struct dt_store *store,
    const struct dt_solution *solution,
    const struct dt_record_provenance *provenance, bool *found,
    struct dt_error *err);

/* Its key: the SHA-256, in hex, of question, subject, method, configuration
 * and command. False: memory is out. */
bool dt_solution_record_key(const char *const parts[5],
    char hex[DT_HASH_HEX]);

#endif
