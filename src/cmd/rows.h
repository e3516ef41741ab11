/* rows: the rows of a query as aligned text, JSON or CSV. */
#ifndef DT_CMD_ROWS_H
#define DT_CMD_ROWS_H

#include "cli/command.h"
#include "store/query.h"

/* Prints all rows to call->out as the call's format asks; *n counts them.
 * Numbers of JSON and CSV read back as the same doubles. */
enum dt_exit dt_cmd_rows_print(const struct dt_command_call *call,
    struct dt_query *query, size_t *n);

#endif
