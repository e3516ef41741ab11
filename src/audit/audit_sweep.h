/* audit_sweep: sweeps, whose cells are answered again. For
 * src/audit/audit_*.c alone. */
#ifndef DT_AUDIT_SWEEP_H
#define DT_AUDIT_SWEEP_H

#include "audit/audit_internal.h"
#include "sweep/sweep_play.h"

/* The rows of a sweep's cells, walked by the number of the cell. */
struct dt_audit_cells {
	struct dt_audit *audit;
	struct dt_store_scan *scan[3];  /* cell, cell_axis, cell_outcome */
	const struct dt_cell *row[3];   /* the next of each, or NULL */
	bool lost;                      /* a table cannot be read on */
};

enum dt_status dt_audit_cells_open(struct dt_audit *audit,
    struct dt_audit_cells *cells);
void dt_audit_cells_close(struct dt_audit_cells *cells);
/* The rows of a cell that was answered again are compared; those of cells
 * before it were not asked for and are passed by. */
enum dt_status dt_audit_cells_take(struct dt_audit_cells *cells,
    const struct dt_sweep_result *result, size_t n_axes);
/* What is left behind the last cell. */
enum dt_status dt_audit_cells_end(struct dt_audit_cells *cells);

/* Stored and made, column by column from the first to the last; whether all
 * are the same. */
enum dt_status dt_audit_cells_compare(struct dt_audit *audit,
    enum dt_store_scan_what table, const struct dt_cell *stored,
    const struct dt_cell *made, size_t n, bool *same);

/* All sweeps of the file. */
enum dt_status dt_audit_sweeps(struct dt_audit *audit);

#endif
