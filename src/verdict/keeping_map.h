/*
 * keeping_map: a phase map: whether a scenario's treaty is kept, over one or
 * two keys of the scenario.
 *
 * dt_keeping_map_new reads the scenario once; each cell is then compiled from
 * memory and judged by threads, while the caller waits in dt_keeping_map_wait
 * and may stop. The same answer for any number of threads. Made in the arena
 * of the catalogue, but for the threads: dt_keeping_map_free ends them.
 */
#ifndef DT_KEEPING_MAP_H
#define DT_KEEPING_MAP_H

#include "catalogue/catalogue.h"
#include "verdict/keeping.h"

enum { DT_KEEPING_MAP_AXES = 2, DT_KEEPING_MAP_STEPS = 1000 };

struct dt_keeping_map_axis {
	const char *key;        /* "monitoring.miss" is short for
	                         * "treaty.monitoring.miss" */
	const char *range;      /* "=A:B:N" as typed; NULL: not typed */
	double from, to;
	int64_t steps;          /* 2 to DT_KEEPING_MAP_STEPS */
};

/* "KEY=A:B:N". DT_EUSAGE says what is wrong with it. */
enum dt_status dt_keeping_map_read(struct dt_arena *arena, const char *word,
    struct dt_keeping_map_axis *axis, struct dt_error *err);

/* A key of the treaty stands for itself: "monitoring.miss" is
 * "treaty.monitoring.miss". NULL: memory is out. */
const char *dt_keeping_map_key(struct dt_arena *arena, const char *key);

struct dt_keeping_map_request {
	const char *scenario;
	const char *const *sets;        /* overrides, NULL-terminated */
	const char *const *patience;
	struct dt_keeping_map_axis axes[DT_KEEPING_MAP_AXES];
	size_t n_axes;
	struct dt_comply_play_request play;     /* of each cell that is
	                         * played; its threads are those of the map */
};

struct dt_keeping_map;

enum dt_status dt_keeping_map_new(struct dt_keeping_map **map,
    const struct dt_catalogue *catalogue,
    const struct dt_keeping_map_request *request, struct dt_faults *faults,
    struct dt_error *err);

/* Waits for another cell, a tenth of a second at most; the cells that are done,
 * of *all. If one failed there is no more to wait for: all. */
size_t dt_keeping_map_wait(struct dt_keeping_map *map, size_t *all);

/* Once all are done: tables `map` (x, y, holds, slack, ...) and `picture`, in
 * letters, and with svg not NULL the picture as SVG. Fails as the first
 * cell did that failed. */
enum dt_status dt_keeping_map_tell(struct dt_keeping_map *map,
    struct dt_solution *solution, struct dt_text *svg, struct dt_error *err);

/* NULL is fine. */
void dt_keeping_map_free(struct dt_keeping_map *map);

#endif
