/*
 * classic_map: a figure of a model over one or two of its parameters, and where
 * it is large or small enough.
 */
#ifndef DT_CLASSIC_MAP_H
#define DT_CLASSIC_MAP_H

#include "classic/classic.h"

enum { DT_CLASSIC_MAP_AXES = 2 };

struct dt_classic_map_axis {
	const char *key;        /* a parameter that is no list */
	double from, to;
	size_t steps;           /* 2 or more */
};

/* Zero it, and fill the first part; the rest is dt_classic_map_fill's. */
struct dt_classic_map {
	struct dt_arena *arena;
	const struct dt_classic *model;
	const char *const *sets;
	const char *result;     /* a name of the model's table `results` */
	double least, most;     /* it is enough from and up to there; NAN: any */
	struct dt_classic_map_axis axis[DT_CLASSIC_MAP_AXES];
	size_t axes;
	bool (*go_on)(void *context, const char *what, int64_t done,
	    int64_t all);       /* false stops it; or NULL */
	void *context;

	size_t columns, rows, n;
	const char *meaning;    /* of the result, in words */
	double *value;          /* [row * columns + column]; NAN: none there */
};

/* DT_EUSAGE: what is wrong with an axis or the result; too many places.
 * DT_ESTOPPED: go_on said so. */
enum dt_status dt_classic_map_fill(struct dt_classic_map *map,
    struct dt_error *err);

/* The parameter of an axis; its name is NULL: there is none. */
const struct dt_classic_parameter *dt_classic_map_parameter(
    const struct dt_classic_map *map, size_t axis);
/* The k-th value of an axis. */
double dt_classic_map_at(const struct dt_classic_map *map, size_t axis,
    size_t k);
/* The result for any values of the two; y counts where there are two axes. */
enum dt_status dt_classic_map_value(const struct dt_classic_map *map,
    double x, double y, double *value, struct dt_error *err);
/* Whether a limit was given, and whether a value keeps it; none does not. */
bool dt_classic_map_asks(const struct dt_classic_map *map);
bool dt_classic_map_enough(const struct dt_classic_map *map, double value);
/* "at least 2 and at most 3", in the arena; NULL: memory is out. */
const char *dt_classic_map_words(const struct dt_classic_map *map);

/* classic_map_tell.c */

/* Tables `map` and, with a limit, `stretches`. */
enum dt_status dt_classic_map_tell(const struct dt_classic_map *map,
    struct dt_solution *solution, struct dt_error *err);

/* A line, regions of a plane or colours; look at svg.failed. */
void dt_classic_map_draw(const struct dt_classic_map *map,
    struct dt_text *svg);

#endif
