/* keeping_map_internal: what keeping_map.c and keeping_map_tell.c share. */
#ifndef DT_KEEPING_MAP_INTERNAL_H
#define DT_KEEPING_MAP_INTERNAL_H

#include "verdict/keeping_map.h"
#include "base/pool.h"
#include "catalogue/sweep.h"

enum { DT_KEEPING_MAP_ANSWERS = DT_COMPLY_NEVER + 1 };

struct dt_keeping_map_cell {
	enum dt_comply_answer answer;
	double slack;           /* NAN where nothing binds */
	double cut, standard_error;     /* of it; NAN where it has none */
	const char *method;
	struct dt_comply_case binding;
};

struct dt_keeping_map {
	struct dt_arena *arena;
	struct dt_keeping_map_request request;
	struct dt_sweep sweep;
	size_t columns, rows, n;
	const char **names;             /* of the agents */
	struct dt_keeping_map_cell *cells;      /* [row * columns + column] */
	struct dt_pool *pool;
	size_t done;                    /* cells that came out of it */
	struct dt_error error;          /* of the first that failed, if any */
};

#endif
