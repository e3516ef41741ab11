/*
 * base: the text that a search begins from. A ladder of several rungs, with
 * strikes that are forgiven, has many states and hardly ever costs less than
 * one answer to every finding; so that is put in its place, unless the levers
 * name `ladder` or `forgiveness`. A ladder of one rung for any finding stays
 * as it is where levers are named, for only they are to change; else it is
 * emptied.
 */
#ifndef DT_DESIGN_BASE_H
#define DT_DESIGN_BASE_H

#include "catalogue/experiment.h"

/* The same experiment with the simple text, in the arena; its model is not
 * compiled anew. *changed: it is another one than the scenario's. DT_ENOMEM */
enum dt_status dt_base_make(struct dt_arena *arena,
    const struct dt_experiment *experiment, const char *levers,
    struct dt_experiment *base, bool *changed, struct dt_error *err);

#endif
