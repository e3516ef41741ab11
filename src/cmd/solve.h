/* solve: what becomes of the answer to a question: the files of the verb. */
#ifndef DT_CMD_SOLVE_H
#define DT_CMD_SOLVE_H

#include "cli/command.h"
#include "format/solution.h"
#include "play/record.h"

/* solve_keep.c */

/* Where what is kept comes from; DT_EXIT_FAILURE: memory is out. */
enum dt_exit dt_cmd_solve_provenance(struct dt_command_call *call,
    struct dt_record_provenance *provenance);

/* Into the database of --output, if it was given. */
enum dt_exit dt_cmd_solve_keep(struct dt_command_call *call,
    const struct dt_solution *solution);

/* solve_print.c */

/* As --format says; CSV has the table of --table, else the first, but the
 * equilibria of a `game` as Gambit's lines, NE,p11,...,p21,... */
enum dt_exit dt_cmd_solve_print(const struct dt_command_call *call,
    const struct dt_solution *solution, bool game);

/* solve_file.c: whole or not at all; a file that is there only with
 * --force. */

/* The picture to the file of --svg. */
enum dt_exit dt_cmd_solve_picture(struct dt_command_call *call,
    const struct dt_text *svg);
/* The game that the answer is of to the file of --export, if it was given. */
enum dt_exit dt_cmd_solve_export(struct dt_command_call *call,
    const struct dt_solution *solution);

#endif
