/* audit_record: the moves of programs from outside, as the stored rounds have
 * them: a program is never called again. For src/audit/audit_*.c alone. */
#ifndef DT_AUDIT_RECORD_H
#define DT_AUDIT_RECORD_H

#include "audit/audit_internal.h"

struct dt_audit_record {
	struct dt_audit *audit;
	struct dt_store_scan *scan;     /* NULL: no program played */
	const struct dt_cell *row;      /* the next move, or NULL */
	uint64_t run;                   /* that is played */
	struct dt_world_outside hook;   /* for who plays */
};

/* Of the experiment that is audited; nothing to do where no program played. */
enum dt_status dt_audit_record_open(struct dt_audit *audit,
    struct dt_audit_record *record);
void dt_audit_record_close(struct dt_audit_record *record);

#endif
