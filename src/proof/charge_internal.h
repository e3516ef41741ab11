/* charge_internal: what writing and reading charges share. For
 * src/proof/charge*.c alone. */
#ifndef DT_PROOF_CHARGE_INTERNAL_H
#define DT_PROOF_CHARGE_INTERNAL_H

#include "proof/charge.h"
#include "proof/note.h"

/* The first line of each kind. */
extern const char *const dt_charge_first[2];

/* Is a before b, byte by byte? */
bool dt_charge_in_order(struct dt_lines_word a, struct dt_lines_word b);

#endif
