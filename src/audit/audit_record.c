/* audit_record: see audit_record.h. A move that is not there is taken for a
 * pause: the rows that then differ, or were removed, are the fault. */
#include "audit/audit_record.h"

enum { RUN, ROUND, AGENT, FLAGS };
enum { INTENDED_RACE = 1 };             /* of the flags: store/schema.sql */

/* What cannot be read is told by who compares the rows. */
static enum dt_status
step(struct dt_audit_record *r)
{
	struct dt_error ignored;
	enum dt_status status = dt_store_scan_next(r->scan, &r->row,
	    &ignored);
	if (status == DT_ESTORE)
		r->row = NULL;
	return status == DT_ESTORE ? DT_OK : status;
}

static int
order(const struct dt_cell *row, int64_t run, int64_t round, int64_t agent)
{
	const int64_t wanted[] = { run, round, agent };
	for (int k = RUN; k <= AGENT; k++)
		if (row[k].integer != wanted[k])
			return row[k].integer < wanted[k] ? -1 : 1;
	return 0;
}

static enum dt_status
begin(void *of, const struct dt_world *world, uint64_t run,
    struct dt_error *err)
{
	struct dt_audit_record *r = of;
	(void)world;
	(void)err;
	r->run = run;
	return DT_OK;
}

static enum dt_status
choose(void *of, const struct dt_world *world, uint64_t *racers,
    struct dt_error *err)
{
	struct dt_audit_record *r = of;
	enum dt_status status = DT_OK;
	*racers = 0;
	for (uint64_t set = world->model->programs; set != 0 &&
	    status == DT_OK; set &= set - 1) {
		size_t i = dt_move_first(set);
		int at = -1;
		while (status == DT_OK && r->row != NULL && (at = order(r->row,
		    (int64_t)r->run, world->round.number, (int64_t)i + 1)) < 0)
			status = step(r);
		if (status != DT_OK || r->row == NULL || at != 0)
			continue;
		r->audit->now->recorded++;
		if (r->row[FLAGS].integer & INTENDED_RACE)
			*racers |= dt_move_bit(i);
	}
	return status == DT_ENOMEM ? dt_status_no_memory(err) : status;
}

enum dt_status
dt_audit_record_open(struct dt_audit *a, struct dt_audit_record *r)
{
	*r = (struct dt_audit_record){ .audit = a,
		.hook = { r, begin, choose, NULL } };
	if (a->experiment.model.programs == 0)
		return DT_OK;
	enum dt_status status = dt_audit_scan(a, DT_STORE_SCAN_MOVE,
	    &r->scan);
	return status == DT_OK ? step(r) : status == DT_ESTORE ? DT_OK :
	    status;
}

void
dt_audit_record_close(struct dt_audit_record *r)
{
	dt_store_scan_close(r->scan);
	r->scan = NULL;
}
