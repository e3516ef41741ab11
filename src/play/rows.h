/*
 * rows: a run as rows of the store, and rows as canonical bytes.
 *
 * The canonical bytes of a row are what the referee's digest is over: a letter
 * for its table, then every column but experiment_id in the order of
 * store_scan.c: an integer as 8 bytes big-endian, a real as the 8 bytes of its
 * IEEE 754 double big-endian (NaN banned, -0 as +0), a text as its length in
 * 8 bytes big-endian and its bytes; what was paid (fines, monitoring) with a
 * minus and a round that never came as 0, as the columns had it when the bytes
 * were settled. The bytes of a run are those of its run
 * row, its outcomes, then, where rounds are kept, each round with its moves;
 * of a race, behind them, its row and its outcomes, then each round with its
 * labs, what is without bound as infinity.
 */
#ifndef DT_ROWS_H
#define DT_ROWS_H

#include "engine/tally.h"
#include "play/tape.h"
#include "store/store_scan.h"

struct dt_store_run dt_rows_run(int64_t number, const struct dt_tally *tally);
struct dt_store_outcome dt_rows_outcome(const struct dt_tally_agent *agent);
struct dt_store_move dt_rows_move(const struct dt_tape_round *round,
    size_t agent);

/* Appends a stored row, its numbers as they are. */
void dt_rows_add(enum dt_store_scan_what table, const struct dt_cell *cells,
    struct dt_text *bytes);

/* Appends all rows of a run; rounds may be NULL. False: a number is NaN or
 * infinite, which no row may hold. */
bool dt_rows_add_run(int64_t number, const struct dt_tally *tally,
    const struct dt_tape_round *rounds, size_t n, struct dt_text *bytes);

/* The experiment as the first leaf of every digest: its row from key to
 * libraries, and its agents. What is left out (how many runs, when) may
 * change while runs are added. */
enum dt_status dt_rows_add_experiment(struct dt_store *store, int64_t id,
    struct dt_text *bytes, struct dt_error *err);

/* A row read back from canonical bytes: *at moves behind it. False: they are
 * none. Texts are in the arena. */
struct dt_rows_row {
	enum dt_store_scan_what table;
	size_t n;
	struct dt_cell cells[DT_STORE_SCAN_CELLS];
};
bool dt_rows_take(const char **at, size_t *left, struct dt_arena *arena,
    struct dt_rows_row *row);

/* Whether the rows of a run are as version 1 of the tables kept them; and the
 * same rows as it kept them, appended. False: they are none, or memory is
 * out. */
bool dt_rows_are_old(const struct dt_text *bytes);
bool dt_rows_add_old(const struct dt_text *rows, struct dt_text *bytes);

/* Whether a column says what was played, bit by bit, so that -0 is not 0. What
 * an older version did not keep contradicts nothing. */
bool dt_rows_same(const struct dt_rows_row *stored,
    const struct dt_rows_row *played, size_t column);

#endif
