/*
 * explore_pin: designs that a person has pinned, in a database: what was
 * asked, its answer, who pinned it when, a name and a note.
 *
 * They are kept as `detente solve -o` keeps answers (ask/solution_record.h):
 * the answer itself, and beside it a solution of the question "pin" whose one
 * table is what the person said. Nothing is ever taken out: a pin that is
 * withdrawn gets a solution of the question "withdrawn". So `query`, `report`,
 * `audit` and `merge` work on them as on all answers.
 */
#ifndef DT_EXPLORE_PIN_H
#define DT_EXPLORE_PIN_H

#include <jansson.h>

#include "ask/solution_record.h"
#include "catalogue/catalogue.h"

struct dt_explore_pin {
	const char *database;   /* made if it is not there */
	const char *name, *note;
	const char *scenario, *treaty, *text;   /* as asked; or NULL */
	const char *settings;   /* a JSON object */
	const char *command;    /* that gives the answer; names a text as
	                         * DT_SOLUTION_AGAIN_FILE */
	const struct dt_solution *answer;
};

/* Keeps it; *backup: where the file was of an older version, its copy (in the
 * arena), else NULL. DT_EIO, DT_ESTORE or DT_EUSAGE as dt_store_open: nothing
 * is pinned then. */
enum dt_status dt_explore_pin(const struct dt_explore_pin *pin,
    struct dt_arena *arena, const char **backup, struct dt_error *err);

/* Marks the one of that key as withdrawn. DT_EINPUT: it is not there, or is
 * withdrawn already. */
enum dt_status dt_explore_pin_withdraw(const char *database, const char *key,
    const struct dt_catalogue *catalogue, struct dt_error *err);

/* Adds to the object `database`, and `pins`: an array of what the query `pins`
 * says of each. A file that is not there, or that has no answers, has none. */
enum dt_status dt_explore_pin_list(const char *database,
    const struct dt_catalogue *catalogue, json_t *object,
    struct dt_error *err);

#endif
