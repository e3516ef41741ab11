/* reproduce: what the files of the verb share. */
#ifndef DT_CMD_REPRODUCE_H
#define DT_CMD_REPRODUCE_H

#include <jansson.h>

#include "cmd/command.h"
#include "lab/published.h"

/* reproduce_run.c: runs a command line of this program and reads the JSON it
 * prints; NULL and the reason in *why (in the arena). */
json_t *dt_cmd_reproduce_run(struct dt_command_call *call,
    const char *command, const char **why);

/* reproduce_pick.c: the number at a path; false and the reason in *why. */
bool dt_cmd_reproduce_pick(struct dt_arena *arena, const json_t *json,
    const char *path, double *number, const char **why);

#endif
