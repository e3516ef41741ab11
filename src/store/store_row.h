/*
 * store_row: a row of a table, as a scan gives it (store_scan.h), into a store:
 * for tables whose rows come from outside as they are to be kept.
 */
#ifndef DT_STORE_STORE_ROW_H
#define DT_STORE_STORE_ROW_H

#include "store/store_scan.h"

/* Into an open transaction, below the experiment of that id. Cells are in the
 * order of the scan's columns; a -0 is kept as 0. Like dt_store_put_run, a
 * failure loses the transaction. DT_EUSAGE: a number that is not finite. */
enum dt_status dt_store_row_put(struct dt_store *store, int64_t id,
    enum dt_store_scan_what table, const struct dt_cell *cells,
    struct dt_error *err);

#endif
