/* audit_rows: the stored rows of a run, and how they differ from what was
 * played. For src/audit/audit_*.c alone. */
#ifndef DT_AUDIT_ROWS_H
#define DT_AUDIT_ROWS_H

#include "audit/audit_internal.h"

enum { DT_AUDIT_ROWS_TABLES = 8 };
extern const enum dt_store_scan_what dt_audit_rows_tables[];

/* Scans side by side. Zero it, open it, close it. */
struct dt_audit_rows {
	struct dt_store_scan *scan[DT_AUDIT_ROWS_TABLES];
	/* the next of each, or NULL */
	const struct dt_cell *row[DT_AUDIT_ROWS_TABLES];
	bool lost;                      /* a table cannot be read on */
	struct dt_text bytes;           /* canonical, of the run taken last */
	int64_t rows;                   /* in it */
	int64_t count[DT_AUDIT_ROWS_TABLES];    /* of these, by table */
};

enum dt_status dt_audit_rows_open(struct dt_audit *audit,
    struct dt_audit_rows *rows);
void dt_audit_rows_close(struct dt_audit_rows *rows);

/* Takes the rows of a run; those of runs before it are faults. */
enum dt_status dt_audit_rows_take(struct dt_audit *audit,
    struct dt_audit_rows *rows, int64_t run);
/* Behind the last run: any row that is left is a fault. */
enum dt_status dt_audit_rows_end(struct dt_audit *audit,
    struct dt_audit_rows *rows);

/* Names every row in which stored and played differ. */
enum dt_status dt_audit_rows_differ(struct dt_audit *audit,
    const struct dt_text *stored, const struct dt_text *played);

#endif
