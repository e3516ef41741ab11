/* negotiate: what the files of the verb share. */
#ifndef DT_CMD_NEGOTIATE_H
#define DT_CMD_NEGOTIATE_H

#include "cmd/talks.h"

/* Over the keys of --vary. */
enum dt_exit dt_cmd_negotiate_vary(struct dt_cmd_talks *talks);
/* The same, not printed: its answer and its picture (svg; or NULL). What is wrong
 * with a cell is printed. */
enum dt_status dt_cmd_negotiate_sheet(struct dt_cmd_talks *talks,
    struct dt_solution *solution, struct dt_text *svg, struct dt_error *err);

/* The answer of the words "negotiate SCENARIO --vary ...", in the call's arena
 * in place of its own words; see dt_cmd_answer. */
enum dt_status dt_cmd_negotiate_answer(struct dt_command_call *call,
    const char *command, struct dt_solution *solution, struct dt_text *svg,
    struct dt_error *err);

#endif
