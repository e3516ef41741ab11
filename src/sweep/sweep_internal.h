/*
 * sweep_internal: what the files of a sweep share.
 *
 * sweep.c        the schema
 * sweep_make.c   from words to a sweep: reads, seeds, names by a hash
 * sweep_axis.c   the values of an axis, with the files that they name
 * sweep_grid.c   the order of cells, and shards
 * sweep_cell.c   a cell's game, from memory
 * sweep_play.c   cells played by threads; see sweep_play.h
 * sweep_play_cell.c   one cell, from its number to its rows
 */
#ifndef DT_SWEEP_INTERNAL_H
#define DT_SWEEP_INTERNAL_H

#include "catalogue/sweep.h"

struct dt_sweep_maker {
	const struct dt_catalogue *catalogue;
	struct dt_sweep *sweep;
	struct dt_faults *faults;
	struct dt_error *err;
};

/* Labels and values of an axis as they are written or ranged. */
enum dt_status dt_sweep_axis_read(struct dt_sweep_maker *maker,
    const struct dt_sweep_axis_text *text, struct dt_sweep_axis *axis);

/* Grafts the files that its values name, once the axes before it are. */
enum dt_status dt_sweep_axis_graft(struct dt_sweep_maker *maker,
    size_t number);

/* Works out cells and their order from the lengths of the axes. */
enum dt_status dt_sweep_grid(struct dt_sweep_maker *maker);

/* A tree that may be changed without changing the other; scalars are shared.
 * NULL: memory is out. */
struct dt_node *dt_sweep_cell_copy(struct dt_arena *arena,
    const struct dt_node *node);

/* Sets a value of an axis in a tree. */
enum dt_status dt_sweep_cell_set(const struct dt_catalogue *catalogue,
    const struct dt_sweep_axis *axis, const struct dt_node *value,
    struct dt_node *root, struct dt_faults *faults, struct dt_error *err);

#endif
