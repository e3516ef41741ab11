/*
 * schema_value: one scalar of a file into one member of a struct, and what to
 * say if it does not fit. For src/base/schema*.c alone. `at` is the place of
 * the key, to blame where there is no value.
 */
#ifndef DT_BASE_SCHEMA_VALUE_H
#define DT_BASE_SCHEMA_VALUE_H

#include "base/schema.h"

struct dt_schema_reader {
	struct dt_arena *arena;
	struct dt_faults *faults;
	bool failed;            /* memory ran out */
};

void dt_schema_read_value(struct dt_schema_reader *r,
    const struct dt_schema_key *key, const struct dt_node *node,
    struct dt_place at, void *member);

/* Is the node of that kind? If not, says so, unless it is torn. */
bool dt_schema_check_kind(struct dt_schema_reader *r,
    const struct dt_schema_key *key, const struct dt_node *node,
    struct dt_place at, enum dt_node_kind kind);

/* The same for a map that fills a group, or a scalar if the key lets one fill
 * its numbers; key is NULL for a whole file. */
bool dt_schema_check_map(struct dt_schema_reader *r,
    const struct dt_schema_key *key, const struct dt_schema *schema,
    const struct dt_node *node, struct dt_place at);

/* The beginning of what a file says, short enough for a message. */
const char *dt_schema_shown(struct dt_schema_reader *r, const char *text);

#endif
