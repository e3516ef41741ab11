/* help: the pages of --help and `detente help`, from the tables of verbs. */
#ifndef DT_HELP_H
#define DT_HELP_H

#include "cli/command.h"

/* All verbs with a line each, and how to begin. */
void dt_help_overview(const struct dt_command *const *verbs,
    struct dt_text *text);
/* All about a verb, wrapped to a width in columns. */
void dt_help_verb(const struct dt_command *command, size_t width,
    struct dt_text *text);
/* "-o, --output FILE" */
void dt_help_option(const struct dt_option *option,
    struct dt_text *text);

#endif
