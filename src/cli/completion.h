/* completion: scripts for the shells, one file a shell. */
#ifndef DT_COMPLETION_H
#define DT_COMPLETION_H

#include "cli/command.h"

void dt_completion_bash(const struct dt_command *const *verbs,
    struct dt_text *text);
void dt_completion_zsh(const struct dt_command *const *verbs,
    struct dt_text *text);
void dt_completion_fish(const struct dt_command *const *verbs,
    struct dt_text *text);

/* Calls add for each option of a verb, the common ones too. */
void dt_completion_each(const struct dt_command *command,
    void (*add)(const struct dt_command *command,
    const struct dt_option *option, struct dt_text *text),
    struct dt_text *text);

/* The words of operand i (from 0) of a verb, in words; *last: they serve for
 * all that follow too. "@verbs", "@kinds" and "@own" are spelt out; what is left with
 * an '@' is asked when completing. False: there are none. */
bool dt_completion_operand(const struct dt_command *const *verbs,
    const struct dt_command *command, int i, struct dt_text *words,
    bool *last);

/* The text within single quotes of a shell; `except` are characters that are
 * written behind a backslash. */
void dt_completion_quote(const char *from, const char *except,
    struct dt_text *text);

#endif
