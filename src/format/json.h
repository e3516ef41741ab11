/* json: what verbs print with --format json. Numbers in the C locale. */
#ifndef DT_JSON_H
#define DT_JSON_H

#include <jansson.h>

#include "base/node.h"

enum { DT_JSON_VERSION = 1 };       /* schema_version of all of it */

/* An object that begins with schema_version; NULL: memory is out. */
json_t *dt_json_new(void);

/* Sets a string; NULL is null. */
void dt_json_text(json_t *object, const char *key, const char *text);

/*
 * A number. JSON has none that is infinite: that is the string "inf" or
 * "-inf", as CSV and the database have it. NaN, which says that there is no
 * such figure, is null.
 */
json_t *dt_json_of_number(double value);
void dt_json_number(json_t *object, const char *key, double value);

/* A tree as objects, arrays, and for what is not quoted, numbers and
 * booleans. */
json_t *dt_json_of(const struct dt_node *node);

#endif
