/* audit_runs: which runs of an experiment there should be; see audit_runs.h. */
#include "audit/audit_runs.h"

#include "base/memory.h"

/* Which runs there should be. What was said to be whole has all of them, and
 * so has all that checkpoints cover; else those that are there. */
static int64_t
least_runs(const struct dt_audit *a)
{
	int64_t covered = a->n_epochs ? a->epochs[a->n_epochs - 1].last_run :
	    0;
	return covered > a->stored ? covered : a->stored;
}

static enum dt_status
count_runs(struct dt_audit *a, struct dt_audit_runs *p)
{
	const struct dt_cell *row = NULL;
	struct dt_store_scan *scan = NULL;
	bool lost = false;
	/* more than were asked for there cannot be, whatever is stored */
	int64_t least = least_runs(a) < a->asked ? least_runs(a) : a->asked;
	int64_t most = a->now->level == DT_SEAL_NONE ? a->asked : least;
	p->n = least;
	enum dt_status status = dt_audit_scan(a, DT_STORE_SCAN_RUN, &scan);
	while (status == DT_OK && (status = dt_store_scan_next(scan, &row,
	    a->err)) == DT_OK && row != NULL)
		if (row[0].integer > p->n && row[0].integer <= most)
			p->n = row[0].integer;
	dt_store_scan_close(scan);
	return dt_audit_damage(a, status, &lost);
}

/* Leaves out, of an experiment that is not whole, runs that are not there. */
static enum dt_status
mark_runs(struct dt_audit *a, struct dt_audit_runs *p)
{
	const struct dt_cell *row = NULL;
	struct dt_store_scan *scan = NULL;
	bool lost = false;
	int64_t least = least_runs(a);
	p->skip = dt_memory_new((size_t)p->n + 1, sizeof(*p->skip));
	if (p->skip == NULL)
		return dt_status_no_memory(a->err);
	a->now->missing = a->asked - p->n;
	for (int64_t i = least; i < p->n; i++)
		p->skip[i] = true;
	enum dt_status status = dt_audit_scan(a, DT_STORE_SCAN_RUN, &scan);
	while (status == DT_OK && (status = dt_store_scan_next(scan, &row,
	    a->err)) == DT_OK && row != NULL)
		if (row[0].integer >= 1 && row[0].integer <= p->n)
			p->skip[row[0].integer - 1] = false;
	dt_store_scan_close(scan);
	return dt_audit_damage(a, status, &lost);
}

/* As many runs as the file could not hold are not played. */
static enum dt_status
check_number(struct dt_audit *a, struct dt_audit_runs *p)
{
	enum { MOST = 1000000000 };
	if (a->asked <= MOST && least_runs(a) <= MOST)
		return DT_OK;
	p->n = -1;
	return dt_audit_fault(a, &(struct dt_audit_fault){ .leaf = -1,
	    .table = "experiment", .column = "runs_asked" },
	    "more runs than there can be");
}

enum dt_status
dt_audit_runs(struct dt_audit *a, struct dt_audit_runs *p)
{
	enum dt_status status = check_number(a, p);
	if (status || p->n < 0)
		return status;
	status = count_runs(a, p);
	if (status == DT_OK)
		status = mark_runs(a, p);
	for (int64_t i = 0; status == DT_OK && i < p->n; i++)
		a->now->missing += p->skip[i];
	return status;
}
