/* parse: a command line against the table of its verb. */
#ifndef DT_PARSE_H
#define DT_PARSE_H

#include "cli/command.h"

/* The options that every verb has. */
extern const struct dt_option dt_parse_common[];

/*
 * Fills the operands and options of a call whose command and arena are set.
 * Options may stand before or after operands. DT_EXIT_USAGE after a message;
 * with --help nothing is asked of the operands.
 */
enum dt_exit dt_parse(struct dt_command_call *call, int argc,
    const char *const *argv);

/* How many of the arguments before the verb are common options. */
int dt_parse_leading(int argc, const char *const *argv);

#endif
