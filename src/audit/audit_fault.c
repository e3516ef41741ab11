/* audit_fault: what every part of the audit does: tell a fault, look whether
 * it is to stop, read a table; see audit_internal.h. */
#include "audit/audit_internal.h"

#include <stdarg.h>

enum dt_status
dt_audit_fault(struct dt_audit *a, const struct dt_audit_fault *where,
    const char *format, ...)
{
	struct dt_audit_report *r = a->report;
	if (a->now != NULL)
		a->now->faults++;
	if (a->sweep != NULL)
		a->sweep->faults++;
	if (r->faults++ >= DT_AUDIT_FAULTS_MOST)
		return DT_OK;
	va_list args;
	va_start(args, format);
	const char *words = dt_arena_vprint(&r->arena, format, args);
	va_end(args);
	if (words == NULL)
		return dt_status_no_memory(a->err);
	struct dt_audit_fault *f = &r->fault[r->n++];
	*f = *where;
	f->words = words;
	f->experiment = a->now ? a->now->id : 0;
	f->sweep = a->sweep ? a->sweep->id : 0;
	return DT_OK;
}

enum dt_status
dt_audit_damage(struct dt_audit *a, enum dt_status status, bool *lost)
{
	if (status != DT_ESTORE)
		return status;
	*lost = true;
	return dt_audit_fault(a, &(struct dt_audit_fault){ .leaf = -1 },
	    "cannot be read: %s", a->err ? a->err->message : "damaged");
}

enum dt_status
dt_audit_tick(struct dt_audit *a, int64_t work)
{
	const struct dt_audit_request *q = a->request;
	a->done += work;
	if (q->tick != NULL)
		q->tick(q->to, a->done, a->all);
	if (q->stop != NULL && *q->stop)
		return dt_status_fail(a->err, DT_ESTOPPED, "interrupted: "
		    "nothing is said about what was not looked at");
	return DT_OK;
}

enum dt_status
dt_audit_scan(struct dt_audit *a, enum dt_store_scan_what what,
    struct dt_store_scan **scan)
{
	struct dt_store_scan_range range = { .experiment = a->now->id };
	return dt_store_scan_open(scan, a->store, what, &range, a->err);
}
