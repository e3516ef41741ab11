/*
 * queries: named queries: the files NAME.sql of the catalogue's roots, in
 * data/queries/ or queries/ of each.
 */
#ifndef DT_CMD_QUERIES_H
#define DT_CMD_QUERIES_H

#include "cli/listing.h"
#include "store/query.h"

/* All of them by name, the nearest where a name is there twice. */
enum dt_status dt_cmd_queries_list(const struct dt_command_call *call,
    struct dt_query_file **queries, size_t *n, struct dt_error *err);

/* DT_EINPUT "there is no query 'x'" with the nearest name. */
enum dt_status dt_cmd_queries_find(const struct dt_command_call *call,
    const char *name, struct dt_query_file *query, struct dt_error *err);

enum dt_status dt_cmd_queries_listing(const struct dt_command_call *call,
    struct dt_listing *listing, struct dt_error *err);

#endif
