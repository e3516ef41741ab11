/* protocol_internal: what the parts of protocol share. For protocol*.c. */
#ifndef DT_PARTY_PROTOCOL_INTERNAL_H
#define DT_PARTY_PROTOCOL_INTERNAL_H

#include "party/protocol.h"

/* protocol_rules.c. NULL: an entry by its signer may be said now; else why
 * not, as words behind "it". */
const char *dt_protocol_fault(const struct dt_protocol *p,
    const struct dt_protocol_entry *e);

/* protocol_step.c. What it does to the machine; e is entry number n - 1. */
void dt_protocol_step(struct dt_protocol *p,
    const struct dt_protocol_entry *e);

#endif
