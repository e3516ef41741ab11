/* schema_parts: what reading, printing and checking a schema share. For
 * src/base/schema*.c alone. */
#ifndef DT_BASE_SCHEMA_PARTS_H
#define DT_BASE_SCHEMA_PARTS_H

#include "base/schema.h"

/* Bytes that a value of a type takes in a packed list. */
size_t dt_schema_item_size(const struct dt_schema_key *key);

/* The row for the items of a list of plain values. */
struct dt_schema_key dt_schema_item(const struct dt_schema_key *key);

/* Has the table a required key? Such a group cannot be made of presets. */
bool dt_schema_needs(const struct dt_schema *schema);

/* Has a number a range? */
bool dt_schema_bounded(const struct dt_schema_key *key);

#endif
