/* field: a question about strategies that meet two by two, asked, drawn, kept
 * and printed: what the verbs `tournament` and `evolve` do. */
#ifndef DT_CMD_FIELD_H
#define DT_CMD_FIELD_H

#include "cli/command.h"

/* The verb's name is the question's. */
enum dt_exit dt_cmd_field_run(struct dt_command_call *call);

/* What such a verb takes besides the question's own options. */
extern const struct dt_option dt_cmd_field_options[];

#endif
