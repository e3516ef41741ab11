/*
 * schema_numbers: each number of a tree, by the table of its schema.
 */
#ifndef DT_BASE_SCHEMA_NUMBERS_H
#define DT_BASE_SCHEMA_NUMBERS_H

#include "base/schema.h"

struct dt_schema_number {
	struct dt_node *node;           /* its scalar, in the tree */
	const struct dt_schema_key *key;
	const char *path;       /* "monitoring.miss"; an item of a list by its
	                         * number: "response.ladder.1.fine" */
	double now;
};

/*
 * In the order of the text; NUMBER and COUNT keys whose value is a number.
 * Values of plain lists are none. *list is in the arena. DT_ENOMEM.
 */
enum dt_status dt_schema_numbers(struct dt_arena *arena, struct dt_node *root,
    const struct dt_schema *schema, struct dt_schema_number **list, size_t *n,
    struct dt_error *err);

/* What stands at such a path, or NULL. */
struct dt_node *dt_schema_numbers_at(struct dt_node *root, const char *path);

#endif
