/*
 * rows_race: the rows of a race, as cells of their tables (store_scan.h): for
 * the store and for canonical bytes alike.
 */
#ifndef DT_PLAY_ROWS_RACE_H
#define DT_PLAY_ROWS_RACE_H

#include "play/rows.h"

/* Whoever takes a row; what it returns, if it is not DT_OK, ends the rest. */
struct dt_rows_race_sink {
	void *of;
	enum dt_status (*take)(void *of, enum dt_store_scan_what table,
	    const struct dt_cell *cells, struct dt_error *err);
};

/* The rows of a run and its agents; none where there was no race. */
enum dt_status dt_rows_race_run(int64_t run, const struct dt_tally *tally,
    const struct dt_rows_race_sink *sink, struct dt_error *err);
/* Those of a round and its labs. */
enum dt_status dt_rows_race_round(int64_t run,
    const struct dt_tape_round *round, const struct dt_rows_race_sink *sink,
    struct dt_error *err);

/* Whether all numbers of a row are finite. */
bool dt_rows_race_fits(enum dt_store_scan_what table,
    const struct dt_cell *cells);

#endif
