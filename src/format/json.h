/* json: what verbs print with --format json. Numbers in the C locale. */
#ifndef DT_CMD_JSON_H
#define DT_CMD_JSON_H

#include <jansson.h>

#include "base/node.h"
#include "cli/command.h"

enum { DT_CMD_JSON_VERSION = 1 };       /* schema_version of all of it */

/* An object that begins with schema_version; NULL: memory is out. */
json_t *dt_cmd_json_new(void);

/* Sets a string; NULL is null. */
void dt_cmd_json_text(json_t *object, const char *key, const char *text);

/* A tree as objects, arrays, and for what is not quoted, numbers and
 * booleans. */
json_t *dt_cmd_json_of(const struct dt_node *node);

/* Prints and releases it. */
enum dt_exit dt_cmd_json_write(const struct dt_command_call *call,
    json_t *json);

#endif
