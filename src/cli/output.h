/*
 * output: the file of -o, which is whole or not there.
 *
 * What is written goes to a new file beside it, that takes its name at the
 * end. A file that is there is overwritten only with --force. What is no
 * plain file (/dev/stdout, a pipe) is written to directly.
 */
#ifndef DT_OUTPUT_H
#define DT_OUTPUT_H

#include "cli/command.h"
#include "format/json.h"

/* Lets call->out be the file of --output, if it was given. */
enum dt_exit dt_output_open(struct dt_command_call *call);

/* The same for a file by its path, opened and ended: of another option than
 * --output. One file at a time. */
enum dt_exit dt_output_open_path(struct dt_command_call *call,
    const char *path);
enum dt_exit dt_output_close_path(struct dt_command_call *call,
    const char *path, enum dt_exit done);

/* Ends what was opened; done: all was written, else it is thrown away. */
enum dt_exit dt_output_close(struct dt_command_call *call,
    enum dt_exit done);

/* Throws it away; may be called from a signal handler. */
void dt_output_abandon(void);

/* Prints JSON to call->out as dt_command_write does, and releases it. */
enum dt_exit dt_output_json(const struct dt_command_call *call, json_t *json);

#endif
