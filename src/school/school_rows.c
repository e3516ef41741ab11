/*
 * school_rows: blocks that are over, as rows into the file. Everybody is told
 * of a block's end first: its last round is on the disk by the journal, from
 * which rows that a power cut or a kill takes are made again (--resume). So
 * they need not wait for the disk either.
 */
#include "school/school_internal.h"

enum { AFTER = 100 };           /* ms in which streams are told */

void
dt_school_rows_due(struct dt_school *s)
{
	if (s->rows_at < 0)
		s->rows_at = dt_web_now() + AFTER;
	dt_web_due(s->web, s->rows_at);
}

static enum dt_status
end_class(struct dt_school *s, struct dt_error *err)
{
	char now[32];
	enum dt_status status = dt_store_class_for_good(s->store, true, err);
	return status ? status : dt_store_class_end(s->store,
	    dt_record_time(now), err);
}

enum dt_status
dt_school_rows(struct dt_school *s, int64_t now, struct dt_error *err)
{
	if (s->rows_at < 0 || now < s->rows_at)
		return DT_OK;
	s->rows_at = -1;
	s->filed++;
	enum dt_status status = dt_store_class_for_good(s->store, false, err);
	if (status == DT_OK)
		status = dt_class_store(s->class, s->store, &s->provenance,
		    err);
	if (status == DT_OK && dt_class_stage(s->class) == DT_CLASS_END)
		status = end_class(s, err);
	return status;
}
