/* rest_kind: what the replicator dynamics do beside a point of rest. For
 * rest.c. */
#ifndef DT_POPULATION_REST_KIND_H
#define DT_POPULATION_REST_KIND_H

#include "population/rest.h"

/* Fills in kind, slowest, period and stable. */
enum dt_status dt_rest_kind_of(const struct dt_fitness *fitness, double same,
    struct dt_rest_point *point, struct dt_error *err);

#endif
