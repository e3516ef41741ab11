/*
 * explore_dials: each number of a treaty's text that can be turned, from the
 * tables of its schema, with what `solve --thresholds` says of it.
 */
#ifndef DT_EXPLORE_DIALS_H
#define DT_EXPLORE_DIALS_H

#include <jansson.h>

#include "base/schema.h"
#include "format/solution.h"

/*
 * An array of dials, those first that are nearest to where the answer turns:
 * {key, help, unit, preset, whole, least, most, now, turns, holds: [{from, to,
 * from_is, to_is}]}. `root` is the scenario as a tree, whole; the solution
 * one of the question `treaty`. NULL: memory is out.
 */
json_t *dt_explore_dials(struct dt_arena *arena, struct dt_node *root,
    const struct dt_schema *treaty, const struct dt_solution *solution);

#endif
