/*
 * store_record: what was recorded of agents' payoffs: the means of an
 * experiment's runs and of a sweep's cells, with their standard errors. Only
 * reads; works in a read-only folder too. Pulled; belongs to its store's
 * thread.
 */
#ifndef DT_STORE_STORE_RECORD_H
#define DT_STORE_STORE_RECORD_H

#include "store/query.h"
#include "store/store.h"

/* What is read; rows come in the order of the numbers in their first
 * columns. */
enum dt_store_record_what {
	DT_STORE_RECORD_EXPERIMENTS,    /* columns: dt_store_record_experiment */
	DT_STORE_RECORD_PAYOFFS,        /* ..._payoff */
	DT_STORE_RECORD_SWEEPS,         /* ..._sweep */
	DT_STORE_RECORD_CELLS,          /* ..._cell: a row an agent; of sweeps
	                                 * with an axis of strategies */
	DT_STORE_RECORD_LEVELS,         /* ..._level: a row a cell and axis */
	DT_STORE_RECORD_PLAYS,          /* ..._played: a row an experiment */
	DT_STORE_RECORD_MOVES,          /* ..._move: a row an agent and round */
	DT_STORE_RECORD_SEATS,          /* ..._seat: a row an agent and run */
	DT_STORE_RECORDS
};

/* What a resumed experiment must agree with. Those with runs only, and that
 * have a configuration: not logs of real parties, nor what was imported. */
enum dt_store_record_experiment {
	DT_RECORD_EXPERIMENT, DT_RECORD_SCENARIO, DT_RECORD_TREATY,
	DT_RECORD_PAYOFFS, DT_RECORD_CONFIG, DT_RECORD_CONFIG_SHA256,
	DT_RECORD_SEED, DT_RECORD_DETAIL, DT_RECORD_EVIDENCE, DT_RECORD_ENGINE
};

/*
 * An agent in the runs of an experiment. The mean is payoff_total over rounds,
 * both summed over runs; its variance, the square of its standard error, that
 * of the ratio estimator (Cochran 1977, section 2.11), 0 for less than two
 * runs. Totals 0 and 4 in runs of one round: mean 2, variance 4.
 */
enum dt_store_record_payoff {
	DT_RECORD_OF, DT_RECORD_AGENT, DT_RECORD_NAME, DT_RECORD_STRATEGY,
	DT_RECORD_RUNS, DT_RECORD_MEAN, DT_RECORD_VARIANCE
};

enum dt_store_record_sweep {
	DT_RECORD_SWEEP, DT_RECORD_SWEEP_NAME, DT_RECORD_SWEEP_SCENARIO,
	DT_RECORD_SWEEP_CONFIG, DT_RECORD_SWEEP_BASE, DT_RECORD_SWEEP_SEED,
	DT_RECORD_SWEEP_CELLS,
	DT_RECORD_SWEEP_STRATEGIES      /* 1: an axis is of strategies */
};

enum dt_store_record_cell {
	DT_RECORD_CELL_SWEEP, DT_RECORD_CELL, DT_RECORD_CELL_AGENT,
	DT_RECORD_CELL_NAME, DT_RECORD_CELL_STRATEGY, DT_RECORD_CELL_RUNS,
	DT_RECORD_CELL_MEAN, DT_RECORD_CELL_ERROR, DT_RECORD_CELL_SHA256
};

enum dt_store_record_level {
	DT_RECORD_LEVEL_SWEEP, DT_RECORD_LEVEL_CELL, DT_RECORD_LEVEL_AXIS,
	DT_RECORD_LEVEL_NAME, DT_RECORD_LEVEL_KEY, DT_RECORD_LEVEL,
	DT_RECORD_LEVEL_VALUE
};

/* Those with runs. */
enum dt_store_record_played {
	DT_RECORD_PLAYED, DT_RECORD_PLAYED_SCENARIO, DT_RECORD_PLAYED_TREATY,
	DT_RECORD_PLAYED_DETAIL, DT_RECORD_PLAYED_ENGINE,
	DT_RECORD_PLAYED_AGENTS         /* how many */
};

enum dt_store_record_move {
	DT_RECORD_MOVE_OF, DT_RECORD_MOVE_RUN, DT_RECORD_MOVE_ROUND,
	DT_RECORD_MOVE_AGENT, DT_RECORD_MOVE_PHASE, DT_RECORD_MOVE_FLAGS,
	DT_RECORD_MOVE_ALARMS
};

enum dt_store_record_seat {
	DT_RECORD_SEAT_OF, DT_RECORD_SEAT_RUN, DT_RECORD_SEAT_AGENT,
	DT_RECORD_SEAT_SUBJECT, DT_RECORD_SEAT_SESSION
};

enum { DT_STORE_RECORD_COLUMNS = 10 };   /* of any, at most */

struct dt_store_record;

enum dt_status dt_store_record_open(struct dt_store_record **record,
    struct dt_store *store, enum dt_store_record_what what,
    struct dt_error *err);

/* The next row, or NULL after the last. DT_ESTORE names a cell that has not
 * the type of its column. Texts are valid until the next call. */
enum dt_status dt_store_record_next(struct dt_store_record *record,
    const struct dt_cell **row, struct dt_error *err);

void dt_store_record_close(struct dt_store_record *record);

#endif
