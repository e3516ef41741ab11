/*
 * verbs: the table of verbs, and what the files of cmd share besides
 * command.h.
 */
#ifndef DT_CMD_VERBS_H
#define DT_CMD_VERBS_H

#include "cli/command.h"

extern const struct dt_command dt_cmd_audit;
extern const struct dt_command dt_cmd_check;
extern const struct dt_command dt_cmd_completion;
extern const struct dt_command dt_cmd_help;
extern const struct dt_command dt_cmd_init;
extern const struct dt_command dt_cmd_keygen;
extern const struct dt_command dt_cmd_list;
extern const struct dt_command dt_cmd_merge;
extern const struct dt_command dt_cmd_query;
extern const struct dt_command dt_cmd_ratify;
extern const struct dt_command dt_cmd_reproduce;
extern const struct dt_command dt_cmd_run;
extern const struct dt_command dt_cmd_show;
extern const struct dt_command dt_cmd_solve;
extern const struct dt_command dt_cmd_sweep;

/* main.c */

/* All verbs in the order of help; NULL-terminated. */
extern const struct dt_command *const dt_cmd_main_verbs[];
/* The verb of that name, or NULL. */
const struct dt_command *dt_cmd_main_verb(const char *name);
/* Their names, NULL-terminated. */
const char *const *dt_cmd_main_names(void);

/* From here on the call dies of SIGINT and SIGTERM, as one of a verb that is
 * `at_once`: for work that keeps nothing before its end. */
void dt_cmd_main_at_once(void);

/* parse.c */

/* The options that every verb has. */
extern const struct dt_command_option dt_cmd_parse_common[];
/*
 * Fills the operands and options of a call whose command and arena are set.
 * Options may stand before or after operands. DT_EXIT_USAGE after a message;
 * with --help nothing is asked of the operands.
 */
enum dt_exit dt_cmd_parse(struct dt_command_call *call, int argc,
    const char *const *argv);
/* How many of the arguments before the verb are common options. */
int dt_cmd_parse_leading(int argc, const char *const *argv);

/* roots.c */

/* The folders with the data that the program brings, NULL-terminated, in the
 * arena; NULL when memory is out. */
const char *const *dt_cmd_roots(struct dt_arena *arena);

/* help.c */

void dt_cmd_help_overview(struct dt_text *text);
void dt_cmd_help_verb(const struct dt_command *command, size_t width,
    struct dt_text *text);
/* "-o, --output FILE" */
void dt_cmd_help_option(const struct dt_command_option *option,
    struct dt_text *text);

/* manual.c */

/* The sections SYNOPSIS, OPTIONS and EXAMPLES of a verb's manual, in mdoc. */
void dt_cmd_manual_verb(const struct dt_command *command,
    struct dt_text *text);
/* All verbs, as a list. */
void dt_cmd_manual_verbs(struct dt_text *text);

#endif
