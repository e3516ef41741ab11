/* pick_json: what a path means in a JSON text; see pick.h. */
#ifndef DT_PICK_JSON_H
#define DT_PICK_JSON_H

#include "format/json.h"
#include "format/pick.h"

struct dt_pick dt_pick_json(struct dt_arena *arena, const json_t *json,
    const char *path);

#endif
