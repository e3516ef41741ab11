/*
 * talks_rows: talks as rows of the store: what was on the table and what it is
 * worth to whom, and each negotiation with its steps. Cells are in the order of
 * the scans (store/store_scan.h); the same cells are kept, signed for, and
 * compared by an audit.
 */
#ifndef DT_TALKS_ROWS_H
#define DT_TALKS_ROWS_H

#include "bargain/talks.h"
#include "store/store_scan.h"

/* Whoever takes a row. Its texts live for the call. */
struct dt_talks_rows {
	enum dt_status (*row)(void *to, enum dt_store_scan_what table,
	    const struct dt_cell *cells, struct dt_error *err);
	void *to;
};

/* The rows of talks_text, talks_party and talks_worth, table by table. */
enum dt_status dt_talks_rows_menu(const struct dt_talks_setting *setting,
    const struct dt_talks_rows *rows, struct dt_error *err);

/* A negotiation's row, its parties', its events', whose steps are there. */
enum dt_status dt_talks_rows_outcome(const struct dt_talks_setting *setting,
    int64_t number, const struct dt_talks_outcome *outcome,
    const struct dt_talks_rows *rows, struct dt_error *err);

/* A taker of rows whose `to` is a struct dt_text: appends a row as the bytes
 * that are signed for: a letter for its table, then a letter for each cell (n
 * nothing, i integer, r real, t text) and what it is: a number as 8 bytes
 * big-endian (a real's IEEE 754 double, -0 as +0), a text as its length so, and
 * its bytes. */
enum dt_status dt_talks_rows_bytes(void *to, enum dt_store_scan_what table,
    const struct dt_cell *cells, struct dt_error *err);

#endif
