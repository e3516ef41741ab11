/*
 * sweep: a grid of experiments: a scenario, and axes along which its keys
 * change.
 *
 * The text that people write is struct dt_sweep_text. dt_sweep_make reads it
 * with the scenario and every file that its axes name, once; then
 * dt_sweep_cell compiles any cell of the grid from memory, in any thread.
 * Cells have numbers from 1 in the order in which they are played: coarse
 * grids first, finer ones between, so that an interrupted sweep is balanced.
 * Everything lives in the arena of the catalogue and is immutable.
 */
#ifndef DT_SWEEP_H
#define DT_SWEEP_H

#include "engine/engine.h"
#include "catalogue/experiment.h"

enum { DT_SWEEP_AXES_MOST = 8, DT_SWEEP_CELLS_MOST = 10000000 };

struct dt_sweep_axis_text {
	struct dt_origin origin;
	const char *key;
	struct dt_list also;            /* of const char *: more keys */
	const struct dt_node *values;
	struct dt_list labels;          /* of const char * */
	double from, to;
	int64_t steps;
	bool log;
	const char *as;
};

struct dt_sweep_error {
	struct dt_origin origin;
	int of;
	double at_most;                 /* NAN: not wanted */
	int64_t most;
};

struct dt_sweep_text {
	struct dt_origin origin;
	const char *name, *title, *summary, *source;
	int status;
	const char *scenario;
	const struct dt_node *set;
	struct dt_list axes;            /* of struct dt_sweep_axis_text */
	int64_t runs;
	struct dt_sweep_error error;
	int engine;                     /* enum dt_engine */
	int record;                     /* enum dt_sweep_keep */
	int measure;                    /* enum dt_store_figure_game */
	int64_t seed;
};

enum dt_sweep_keep { DT_SWEEP_AGENTS, DT_SWEEP_CELLS };
extern const char *const dt_sweep_record_words[];
/* What a target error may be of, in the order of `error.of`. */
enum dt_sweep_of { DT_SWEEP_PAUSE, DT_SWEEP_ALL_PAUSED, DT_SWEEP_PAYOFF };

extern const struct dt_schema dt_sweep_schema;

struct dt_sweep_value {
	const char *label;
	double number;                  /* of the label, or NAN */
	const struct dt_node *node;     /* grafted */
};

struct dt_sweep_axis {
	const char *name;
	const struct dt_sweep_axis_text *text;
	const char *const *keys;        /* n_keys, the axis's own first */
	const struct dt_place *places;  /* of each */
	size_t n_keys, n;
	struct dt_sweep_value *values;
};

struct dt_sweep {
	const struct dt_sweep_text *text;
	const struct dt_node *base;     /* the scenario's tree, grafted */
	const char *config;             /* the sweep, resolved */
	const char *base_config;        /* the scenario, resolved */
	const char *key;                /* hex: of all that results hang on */
	struct dt_sweep_axis axes[DT_SWEEP_AXES_MOST];
	size_t n_axes;
	int64_t cells;
	const uint32_t *order;          /* [cell - 1]: where in the grid */
	uint64_t seed;
};

struct dt_sweep_request {
	const char *sweep;              /* a name or a path */
	const char *const *sets;        /* overrides of the scenario, or NULL */
	int64_t runs;                   /* 0: the file's */
	const char *engine;             /* NULL: the file's */
	bool has_seed;                  /* else the file's, else `seed` too */
	uint64_t seed;
	int64_t model_version;          /* in its key: of a sweep that an older
	                                 * version made; 0: this program's */
	const char *base;               /* the scenario, resolved, in place of
	                                 * the one that the file names and of
	                                 * its `set`; or NULL */
};

/* Reads, grafts and checks; each value of each axis has been compiled once
 * with the first values of the others. */
enum dt_status dt_sweep_make(const struct dt_catalogue *catalogue,
    const struct dt_sweep_request *request, struct dt_sweep *sweep,
    struct dt_faults *faults, struct dt_error *err);

/* The same sweep by another seed: what follows from the seed is made anew, in
 * the arena. */
enum dt_status dt_sweep_reseed(struct dt_sweep *sweep, uint64_t seed,
    struct dt_arena *arena, struct dt_error *err);

/* The same for a tree of a sweep file, as for `check`. */
enum dt_status dt_sweep_resolve(const struct dt_catalogue *catalogue,
    const struct dt_node *root, const struct dt_sweep_request *request,
    struct dt_sweep *sweep, struct dt_faults *faults, struct dt_error *err);

/* The index on each axis of a cell. */
void dt_sweep_place(const struct dt_sweep *sweep, int64_t cell,
    size_t index[DT_SWEEP_AXES_MOST]);

/* Compiles the game of a cell into the arena; faults may be NULL. */
enum dt_status dt_sweep_cell(const struct dt_sweep *sweep,
    const size_t index[DT_SWEEP_AXES_MOST], struct dt_arena *arena,
    struct dt_experiment *experiment, struct dt_faults *faults,
    struct dt_error *err);

/* The shard (from 1) that a cell belongs to: each has about the same number
 * of cells, spread over the grid. */
int64_t dt_sweep_shard(int64_t cell, int64_t shards);

#endif
