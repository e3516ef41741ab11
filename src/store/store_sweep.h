/*
 * store_sweep: cells of sweeps in a store.
 *
 * A sweep is registered with its axes; cells are put between dt_store_begin
 * and dt_store_commit, whole, in any order: their rows are known by their
 * numbers, so that the order leaves no trace in a dump.
 */
#ifndef DT_STORE_STORE_SWEEP_H
#define DT_STORE_STORE_SWEEP_H

#include "store/store.h"
#include "store/store_figure.h"

struct dt_store_sweep {
	const char *key;        /* hex SHA-256 of all that results hang on */
	const char *name, *title, *scenario;
	const char *config;     /* the sweep, resolved, YAML */
	const char *base_config;        /* its scenario */
	uint64_t seed;
	const char *generator, *engine, *command, *version, *libraries;
	int64_t model_version, runs, cells;
	const char *started_at; /* ISO 8601 UTC */
};

struct dt_store_level {
	const char *value;
	double number;          /* or NAN for a word: its position is kept */
};

struct dt_store_axis {
	const char *name, *key;
	const struct dt_store_level *levels;
	size_t n;
};

struct dt_store_cell {
	int64_t cell;           /* from 1 */
	const char *key, *config_sha256, *engine;
	int64_t states;         /* of the exact engine; else 0 */
	int64_t runs;           /* simulated; 0: exact */
	double measure[DT_CELL_MEASURES]; /* in the table's order */
};

struct dt_store_cell_outcome {
	const char *name, *strategy;
	double figure[DT_CELL_FIGURES];   /* in the table's order */
};

/* As dt_store_register, for a sweep with its n axes: makes the file if it is
 * new, finds the sweep by its key. */
enum dt_status dt_store_sweep_register(struct dt_store *store,
    const struct dt_store_sweep *sweep, const struct dt_store_axis *axes,
    size_t n, int64_t *id, bool *found, struct dt_error *err);

/* A sweep whatever its seed: `key` gives the one that it has by a seed; NULL
 * and why where memory is out. */
struct dt_store_sweep_like {
	const char *(*key)(void *of, uint64_t seed, struct dt_error *err);
	void *of;
};

/* By which seed the file has such a sweep; of several the one that is not
 * whole. DT_EUSAGE: several, and it is not plain which. */
enum dt_status dt_store_sweep_seed(struct dt_store *store,
    const struct dt_store_sweep_like *like, uint64_t *seed, bool *found,
    struct dt_error *err);

/* Marks in done[0..cells-1] the cells (from 1) that the file has. */
enum dt_status dt_store_sweep_done(struct dt_store *store, int64_t id,
    bool *done, int64_t cells, struct dt_error *err);

/* A cell with its level (from 1) on each of the axes, and its outcomes by
 * agent; n_outcomes may be 0. */
enum dt_status dt_store_sweep_put(struct dt_store *store, int64_t id,
    const struct dt_store_cell *cell, const int64_t *levels, size_t n_axes,
    const struct dt_store_cell_outcome *outcomes, size_t n_outcomes,
    struct dt_error *err);

/* Writes down the time at which the last cell came in, if all are there. */
enum dt_status dt_store_sweep_end(struct dt_store *store, int64_t id,
    const char *ended_at, struct dt_error *err);

/* One column of all cells that are there, into values[cell - 1]; the others
 * are left as they are. */
enum dt_status dt_store_sweep_measure(struct dt_store *store, int64_t id,
    const char *column, double *values, int64_t cells,
    struct dt_error *err);

#endif
