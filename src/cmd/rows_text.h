/* rows_text: the rows of a query as aligned columns; for rows.c. */
#ifndef DT_CMD_ROWS_TEXT_H
#define DT_CMD_ROWS_TEXT_H

#include "cli/command.h"
#include "store/query.h"

enum dt_exit dt_cmd_rows_text(const struct dt_command_call *call,
    struct dt_query *query, size_t *n);

#endif
