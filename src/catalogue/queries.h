/*
 * queries: named queries: the files NAME.sql of the catalogue's roots, in
 * data/queries/ or queries/ of each.
 */
#ifndef DT_QUERIES_H
#define DT_QUERIES_H

#include "catalogue/catalogue.h"
#include "store/query.h"

/* All of them by name, the nearest where a name is there twice. */
enum dt_status dt_queries_list(const struct dt_catalogue *catalogue,
    struct dt_query_file **queries, size_t *n, struct dt_error *err);

/* DT_EINPUT "there is no query 'x'" with the nearest name. */
enum dt_status dt_queries_find(const struct dt_catalogue *catalogue,
    const char *name, struct dt_query_file *query, struct dt_error *err);

#endif
