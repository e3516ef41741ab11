/* manual: the table of a verb as parts of a manual page, in mdoc(7). */
#ifndef DT_MANUAL_H
#define DT_MANUAL_H

#include "cli/command.h"

/* The sections SYNOPSIS, OPTIONS and EXAMPLES of a verb's manual. */
void dt_manual_verb(const struct dt_command *command, struct dt_text *text);
/* All verbs, as a list. */
void dt_manual_verbs(const struct dt_command *const *verbs,
    struct dt_text *text);

#endif
