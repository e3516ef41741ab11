/* treaty_text: the treaty that is ratified, with every default filled in,
 * wherever its file is. */
#ifndef DT_CMD_TREATY_TEXT_H
#define DT_CMD_TREATY_TEXT_H

#include "cli/command.h"
#include "proof/hash.h"

/* Its SHA-256, the one that a run's log ratifies; with text, that is appended.
 * Faults of the file go to faults. */
enum dt_status dt_cmd_treaty_text(const struct dt_command_call *call,
    const char *name, unsigned char hash[DT_HASH_BYTES],
    struct dt_text *text, struct dt_faults *faults, struct dt_error *err);

#endif
