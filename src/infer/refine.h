/*
 * refine: plays more runs of a profile of a recorded game, into the database
 * that it was read from.
 *
 * An experiment is gone on with, as `detente run --resume` would: its runs
 * keep their numbers and seed. A cell of a sweep says in its key how often it
 * was played, so it stays as it is: its configuration becomes an experiment
 * with the cell's seed and more runs, whose first runs are the cell's own, and
 * which therefore stands in the cell's place when the game is read again. A
 * profile that was never played becomes an experiment too.
 *
 *     dt_refine_begin(&refine, ...);
 *     while (dt_refine_step(&refine, &more, &err) == DT_OK && more)
 *             look whether to stop;
 *     dt_refine_end(&refine, whole, &err);
 */
#ifndef DT_REFINE_H
#define DT_REFINE_H

#include "play/record.h"
#include "infer/recorded.h"

struct dt_refine {
	struct dt_experiment experiment;
	int64_t before;                 /* runs that are there */
	struct dt_record record;
	struct dt_play *play;
	bool *done;
	bool begun;
	const atomic_bool *stop;        /* set after dt_refine_plan: once true,
	                                 * a step says DT_ESTOPPED; or NULL */
};

/* What there would be to play: compiles, touches no store. Its experiment's
 * runs are all that there should be. */
enum dt_status dt_refine_plan(struct dt_refine *refine,
    const struct dt_recorded *recorded, const struct dt_recorded_game *game,
    const struct dt_empirical_need *need,
    const struct dt_catalogue *catalogue,
    struct dt_record_provenance *provenance, bool *rounds,
    struct dt_error *err);

/* Registers what was planned and begins to play. The store is open for
 * appending and outlives it. */
enum dt_status dt_refine_begin(struct dt_refine *refine,
    struct dt_store *store, struct dt_arena *arena,
    const struct dt_record_provenance *provenance, bool rounds, int threads,
    struct dt_error *err);

/* Takes one run; *more is false after the last. */
enum dt_status dt_refine_step(struct dt_refine *refine, bool *more,
    struct dt_error *err);

/* Commits what is whole and releases, also after a failure. */
enum dt_status dt_refine_end(struct dt_refine *refine, bool whole,
    struct dt_error *err);

#endif
