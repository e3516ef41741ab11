/*
 * node_compose: the tree of a copy that libyaml reads without complaint.
 * For node_read.c alone. Refuses what the subset leaves out, each at its
 * place, and puts a torn scalar there. False: memory is out.
 */
#ifndef DT_BASE_NODE_COMPOSE_H
#define DT_BASE_NODE_COMPOSE_H

#include "base/node_copy.h"

bool dt_node_compose(struct dt_node_copy *copy, const struct dt_text *text,
    struct dt_node **root);

/* Is it a key to tell a value by? If not, that is reported. */
bool dt_node_pair_check(struct dt_node_copy *copy,
    const struct dt_node *key);

/* {slip 0.02} and {slip:0.02} are a key without a value to libyaml: reports
 * that and parts them. */
void dt_node_pair_split(struct dt_node_copy *copy, struct dt_node *key,
    struct dt_node *value);

/* Reports each key that was there before, and drops it with its value. */
void dt_node_pair_unique(struct dt_node_copy *copy, struct dt_node **keys,
    struct dt_node **items, size_t *n);

#endif
