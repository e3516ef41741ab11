/* query: what the files of the verb `query` share. */
#ifndef DT_CMD_QUERY_H
#define DT_CMD_QUERY_H

#include "cli/command.h"

/* Asks what the call asks: a named query, SQL, or that of standard input;
 * DB is there. */
enum dt_exit dt_cmd_query_ask(struct dt_command_call *call);

#endif
