/*
 * sweep_play: cells of a sweep, played by several threads and handed out in
 * order as the rows that a store takes.
 *
 * Pulled, as play.h is for runs: threads take the next cells and run ahead of
 * the caller by a bounded number. Made by dt_sweep_play_new, owned by the
 * caller, freed by dt_sweep_play_free, which stops the threads first.
 */
#ifndef DT_SWEEP_PLAY_H
#define DT_SWEEP_PLAY_H

#include "base/pool.h"
#include "catalogue/sweep.h"
#include "store/store_sweep.h"

/* A cell that was answered. Strings live in its arena. */
struct dt_sweep_result {
	struct dt_arena arena;
	enum dt_status status;
	struct dt_error error;          /* if status is not DT_OK */
	struct dt_store_cell cell;
	int64_t levels[DT_SWEEP_AXES_MOST];
	struct dt_store_cell_outcome *outcomes;
	size_t n_outcomes;
};

/* Answers one cell; the result is emptied first. */
void dt_sweep_play_cell(const struct dt_sweep *sweep, int64_t cell,
    const atomic_bool *stop, struct dt_sweep_result *result);

struct dt_sweep_play;

/* What is pointed to must outlive the play. */
struct dt_sweep_play_request {
	const struct dt_sweep *sweep;
	const int64_t *cells;           /* by number, in the order wanted */
	int64_t n;
	int threads;                    /* >= 1; 1: the caller's own */
	const atomic_bool *stop;        /* see base/pool.h; or NULL */
};

enum dt_status dt_sweep_play_new(struct dt_sweep_play **play,
    const struct dt_sweep_play_request *request, struct dt_error *err);

/* The next result, valid until the next call, or NULL after the last. Other
 * threads are waited for a tenth of a second at most: *waiting then, so that
 * a caller can keep its rows and draw. DT_ESTOPPED; why the first cell that
 * could not be answered could not. */
enum dt_status dt_sweep_play_next(struct dt_sweep_play *play,
    const struct dt_sweep_result **result, bool *waiting,
    struct dt_error *err);

void dt_sweep_play_free(struct dt_sweep_play *play);

#endif
