/* audit_cover: which rows of the file were held against something, table by
 * table; see audit_internal.h. What nobody has looked at is a fault, or, of an
 * experiment that could not be played, told as not covered. */
#include "audit/audit_internal.h"

#include <inttypes.h>

const char *const dt_audit_keys_words[] = { "none", "simulated", "mixed",
	"real" };

enum dt_audit_verdict
dt_audit_verdict(const struct dt_audit_report *r)
{
	if (r->faults > 0)
		return DT_AUDIT_NOT;
	if (r->set_aside > 0)
		return DT_AUDIT_NOT_SHOWN;
	if (r->n_experiments + r->n_sweeps > 0 || r->solutions_again > 0)
		return DT_AUDIT_AUTHENTIC;
	return r->solutions > 0 ? DT_AUDIT_NOT_SHOWN : DT_AUDIT_NOTHING;
}

void
dt_audit_cover(struct dt_audit *a, enum dt_store_scan_what table,
    bool replayed, bool vouched)
{
	struct dt_audit_cover *c = &a->now->cover[table];
	c->rows++;
	c->replayed += replayed;
	c->vouched += vouched;
}

/* The experiment's own row and its agents were compared already. */
enum dt_status
dt_audit_cover_aside(struct dt_audit *a)
{
	enum dt_status status = DT_OK;
	for (int t = DT_STORE_SCAN_RUN; status == DT_OK &&
	    t < DT_STORE_SCAN_OF_EXPERIMENTS; t++)
		status = dt_store_scan_rows(a->store, dt_store_scan_table(t),
		    a->now->id, &a->now->cover[t].rows, a->err);
	return status;
}

static struct dt_audit_table *
add(struct dt_audit_report *r, const char *name, int64_t rows)
{
	struct dt_audit_table *t = &r->tables[r->n_tables++];
	*t = (struct dt_audit_table){ name, { .rows = rows } };
	return t;
}

/* What the parts of the audit have looked at, of a table of experiments or of
 * sweeps; *aside: some of it could not be. */
static struct dt_audit_cover
sum(const struct dt_audit_report *r, enum dt_store_scan_what what,
    bool *aside)
{
	struct dt_audit_cover all = { 0 };
	bool sweeps = what >= DT_STORE_SCAN_OF_EXPERIMENTS;
	size_t n = sweeps ? r->n_sweeps : r->n_experiments;
	*aside = false;
	for (size_t i = 0; i < n; i++) {
		const struct dt_audit_cover *c = sweeps ?
		    &r->sweeps[i].cover[what - DT_STORE_SCAN_OF_EXPERIMENTS] :
		    &r->experiments[i].cover[what];
		*aside |= sweeps && !r->sweeps[i].played;
		all.rows += c->rows;
		all.replayed += c->replayed;
		all.vouched += c->vouched;
	}
	return all;
}

static enum dt_status
add_scanned(struct dt_audit *a, enum dt_store_scan_what what)
{
	int64_t rows = 0;
	bool aside;
	enum dt_status status = dt_store_scan_rows(a->store,
	    dt_store_scan_table(what), 0, &rows, a->err);
	if (status)
		return status;
	struct dt_audit_table *t = add(a->report, dt_store_scan_table(what),
	    rows);
	t->cover = sum(a->report, what, &aside);
	int64_t seen = t->cover.rows;
	t->cover.rows = rows;
	return seen == rows || aside || a->report->faults > 0 ? DT_OK :
	    dt_audit_fault(a, &(struct dt_audit_fault){ .table = t->name,
	    .leaf = -1 }, "has %" PRId64 " rows, and %" PRId64 " belong to "
	    "what was audited", rows, seen);
}

/* Tables that older files may not have. */
static enum dt_status
add_other(struct dt_audit *a, const char *name)
{
	int64_t rows = 0;
	struct dt_error err;
	enum dt_status status = dt_store_scan_rows(a->store, name, 0, &rows,
	    &err);
	if (status == DT_OK)
		add(a->report, name, rows);
	return status == DT_ESTORE ? DT_OK : status;
}

enum dt_status
dt_audit_cover_file(struct dt_audit *a)
{
	enum dt_status status = DT_OK;
	for (int t = 0; t < DT_STORE_SCANS && status == DT_OK; t++)
		status = add_scanned(a, (enum dt_store_scan_what)t);
	if (status == DT_OK)
		status = add_other(a, "query_doc");
	if (status == DT_OK)
		status = add_other(a, "query_parameter");
	if (status == DT_OK)
		status = add_other(a, "solution");
	return status ? status : add_other(a, "solution_cell");
}
