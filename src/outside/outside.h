/*
 * outside: agents that are programs, asked for their moves line by line. The
 * protocol is that of detente-agent(5).
 *
 * Made by dt_outside_new for one world of a model (programs start with the
 * first run), freed by dt_outside_free, which ends them. Give its hook to the
 * world. A program plays all runs of that world, one after another, and is
 * told when one begins and ends. It is not told the seed of the game, from
 * which it could work out all noise to come, but a number of its own, drawn
 * from that seed for its agent and the run: one who draws from it alone moves
 * alike each time.
 */
#ifndef DT_OUTSIDE_OUTSIDE_H
#define DT_OUTSIDE_OUTSIDE_H

#include <stdatomic.h>

#include "engine/world.h"

enum { DT_OUTSIDE_PROTOCOL = 1, DT_OUTSIDE_LIMIT = 5,
	DT_OUTSIDE_START = 10 };        /* seconds a move; more for the first */

struct dt_outside;

/* `stop` may be NULL. The model must outlive it. */
enum dt_status dt_outside_new(struct dt_outside **outside,
    const struct dt_model *model, const atomic_bool *stop,
    struct dt_error *err);
void dt_outside_free(struct dt_outside *outside);

const struct dt_world_outside *dt_outside_hook(
    const struct dt_outside *outside);

/* ---- for others who ask programs ---- */

/* The folder of the file that has the `command` of this map, in the buffer;
 * NULL: the present one, as for what a command line says. */
const char *dt_outside_folder(const struct dt_node *map, char *buffer,
    size_t size);

/* An answer of one who bargains. */
struct dt_outside_said {
	bool walks, passes;     /* {"walk": true}, {"pass": true} */
	bool answers, accepts;  /* {"accept": true or false} */
};
/* What {"propose": "..."} names, or NULL; freed by dt_outside_hear_free. */
char *dt_outside_hear(const char *answer, struct dt_outside_said *said);
void dt_outside_hear_free(char *text);

#endif
