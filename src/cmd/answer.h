/* answer: a command line that a file has, answered in process: what `reproduce`
 * and `claims` share. */
#ifndef DT_CMD_ANSWER_H
#define DT_CMD_ANSWER_H

#include "cli/command.h"
#include "format/solution.h"

/* "solve ...", "run ...", "negotiate ... --vary ...", "design ..." and their
 * like, in the catalogue's arena; svg gets the picture, or is NULL. On DT_OK the
 * solution is the caller's. DT_EINPUT, with faults, or no such command. */
enum dt_status dt_cmd_answer(const struct dt_command_call *call,
    const struct dt_catalogue *catalogue, const char *command,
    struct dt_faults *faults, struct dt_solution *solution,
    struct dt_text *svg, struct dt_error *err);

#endif
