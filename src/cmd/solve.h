/*
 * solve: what the files of the verb `solve` share. Each question is one file,
 * solve_QUESTION.c, with one function that the table of solve.c names.
 */
#ifndef DT_CMD_SOLVE_H
#define DT_CMD_SOLVE_H

#include "cli/command.h"
#include "game/normal.h"
#include "catalogue/experiment.h"
#include "format/solution.h"

/* The questions, by the files that answer them. */
enum dt_exit dt_cmd_solve_game(struct dt_command_call *call);
enum dt_exit dt_cmd_solve_treaty(struct dt_command_call *call);
enum dt_exit dt_cmd_solve_map(struct dt_command_call *call);
enum dt_exit dt_cmd_solve_attribution(struct dt_command_call *call);
enum dt_exit dt_cmd_solve_set(struct dt_command_call *call);
enum dt_exit dt_cmd_solve_longrun(struct dt_command_call *call);
enum dt_exit dt_cmd_solve_from(struct dt_command_call *call);
enum dt_exit dt_cmd_solve_coalitions(struct dt_command_call *call);
enum dt_exit dt_cmd_solve_model(struct dt_command_call *call);

/* solve_read.c: whether an operand is a game: a .nfg or .csv file, "-", or the
 * name of one where no scenario has that name. */
bool dt_cmd_solve_is_game(const struct dt_command_call *call,
    const char *word);

/* Reads a game into the call's arena, by path, by name (in the catalogue's
 * roots and their data/games), or from standard input. */
enum dt_status dt_cmd_solve_read(const struct dt_command_call *call,
    const char *word, struct dt_normal *game, struct dt_faults *faults,
    struct dt_error *err);

/* The scenario of the first operand with --treaty, --payoffs, --strategies,
 * --set and --continuation; faults are printed. */
enum dt_exit dt_cmd_solve_experiment(struct dt_command_call *call,
    struct dt_experiment *experiment);

/* The same with a treaty and strategies (NULL: the scenario's) in place of
 * the options, and without printing; there is an operand. */
enum dt_status dt_cmd_solve_make(struct dt_command_call *call,
    const char *treaty, const char *strategies,
    struct dt_experiment *experiment,
    struct dt_faults *faults, struct dt_error *err);

/* Prints a solution as --format says, keeps it in the database of --output,
 * and releases it. DT_EXIT_OK also where its verdict is no. */
enum dt_exit dt_cmd_solve_finish(struct dt_command_call *call,
    struct dt_solution *solution);

/* solve_keep.c: into the database of --output, if it was given. */
enum dt_exit dt_cmd_solve_keep(struct dt_command_call *call,
    const struct dt_solution *solution);

/* solve_picture.c: writes a picture to the file of --svg, whole or not at
 * all; a file that is there only with --force. Without --svg does nothing. */
enum dt_exit dt_cmd_solve_picture(struct dt_command_call *call,
    const struct dt_text *svg);

/* solution_print.c: as --format says; CSV has the table of --table, else the
 * first. */
enum dt_exit dt_cmd_solution_print(const struct dt_command_call *call,
    const struct dt_solution *solution);

#endif
