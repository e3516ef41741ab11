/*
 * schema_verify: what is wrong with a table of a schema, or with one below it:
 * a preset or example that does not read, an empty range, a missing help, a
 * member out of bounds, ... In the arena. NULL: nothing (or memory is out).
 */
#ifndef DT_TESTS_SCHEMA_VERIFY_H
#define DT_TESTS_SCHEMA_VERIFY_H

#include "base/schema.h"

const char *schema_verify(const struct dt_schema *schema,
    struct dt_arena *arena);

#endif
