/* rows_internal: what the two sides of canonical bytes share. For rows.c and
 * rows_take.c alone. */
#ifndef DT_PLAY_ROWS_INTERNAL_H
#define DT_PLAY_ROWS_INTERNAL_H

#include "play/rows.h"

/* Columns of outcomes and moves, and bits of flags: see schema.sql. */
enum {
	DT_ROWS_TURNED = 12,            /* and 13: paid, with a minus */
	DT_ROWS_ENDED = 6,              /* of a run */
	DT_ROWS_BOUND = 15, DT_ROWS_FLAGS = 3, DT_ROWS_FINE = 6,
	DT_ROWS_OLD_FLAGS = 63,         /* that version 1 had */
	DT_ROWS_UNKNOWN = 256,          /* finding and bound were not kept */
};

/* Tables of a race. */
static inline bool
dt_rows_is_race(enum dt_store_scan_what table)
{
	return table >= DT_STORE_SCAN_RACE_RUN &&
	    table <= DT_STORE_SCAN_RACE_LAB;
}

/* By table, 0: not signed. Rows of version 1 have other letters: O and M are outcomes and
 * moves without rounds_bound, finding and bound; with these they are P, N. */
extern const char dt_rows_letters[];

/* A cell as canonical bytes have it, or from there as rows have it. */
struct dt_cell dt_rows_turn(enum dt_store_scan_what table, size_t column,
    struct dt_cell cell);
/* The same for the round in which a run's treaty ended, which needs the cells
 * before it. */
int64_t dt_rows_turn_end(const struct dt_cell *run);

#endif
