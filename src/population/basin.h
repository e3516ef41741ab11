/*
 * basin: where the replicator dynamics end from starts all over the simplex.
 *
 * For two strategies exactly, by the points of rest. For more from drawn
 * starts (uniform on the simplex), followed until what is left changes no more:
 * shares of them with standard errors. An end is told by who is left with more
 * than DT_BASIN_GONE.
 */
#ifndef DT_POPULATION_BASIN_H
#define DT_POPULATION_BASIN_H

#include <stdatomic.h>

#include "population/dynamics.h"
#include "population/rest.h"

#define DT_BASIN_GONE 1e-4

struct dt_basin_request {
	const struct dt_dynamics *dynamics;
	const struct dt_rest *rest;
	uint64_t seed;
	size_t starts;
	int threads;
	const atomic_bool *stop;        /* or NULL */
};

struct dt_basin_end {
	const bool *left;       /* by strategy */
	double x;               /* of two: the first strategy's share; NAN */
	bool still;             /* false: shares still change */
	double share, error;
};

struct dt_basin {
	size_t n, starts;       /* starts 0: exact */
	struct dt_basin_end *ends;      /* the largest first */
};

/* In the arena. DT_EUSAGE, DT_ESTOPPED, DT_ENOMEM. */
enum dt_status dt_basin_find(const struct dt_basin_request *request,
    struct dt_arena *arena, struct dt_basin *basin, struct dt_error *err);

#endif
