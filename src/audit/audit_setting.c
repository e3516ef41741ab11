/* audit_setting: the settings of an experiment, worked out again from its
 * configuration and compared, row by row. */
#include "audit/audit_internal.h"

#include <string.h>

#include "store/store_setting.h"

static enum dt_status
fault(struct dt_audit *a, const char *key, const char *what,
    const char *stored, const char *made)
{
	return dt_audit_fault(a, &(struct dt_audit_fault){ .leaf = -1,
	    .table = "setting", .column = what }, "of '%.80s' is '%.60s', and "
	    "follows from the configuration as '%.60s'", key, stored, made);
}

/* The row that is to be the next. */
static enum dt_status
compare(struct dt_audit *a, const struct dt_store_setting *made,
    const struct dt_cell *row)
{
	if (strcmp(row[0].text, made->key) != 0)
		return dt_audit_fault(a, &(struct dt_audit_fault){
		    .leaf = -1, .table = "setting", .column = "key" },
		    "'%.80s' stands where '%.80s' belongs: a row was added, "
		    "removed or changed", row[0].text, made->key);
	if (strcmp(row[1].text, made->value) != 0)
		return fault(a, made->key, "value", row[1].text, made->value);
	if (strcmp(row[2].text, made->unit) != 0)
		return fault(a, made->key, "unit", row[2].text, made->unit);
	dt_audit_cover(a, DT_STORE_SCAN_SETTING, true, false);
	return DT_OK;
}

enum dt_status
dt_audit_settings(struct dt_audit *a)
{
	struct dt_store_scan *scan = NULL;
	struct dt_store_setting *made = NULL;
	const struct dt_cell *row = NULL;
	bool lost = false;
	size_t i = 0, n = 0;
	int64_t faults = a->report->faults;
	enum dt_status status = dt_store_settings(&a->arena,
	    a->experiment.config, &made, &n, a->err);
	if (status == DT_OK)
		status = dt_audit_scan(a, DT_STORE_SCAN_SETTING, &scan);
	while (status == DT_OK && a->report->faults == faults &&
	    (status = dt_store_scan_next(scan, &row, a->err)) == DT_OK &&
	    row != NULL && i < n)
		status = compare(a, &made[i++], row);
	dt_store_scan_close(scan);
	status = dt_audit_damage(a, status, &lost);
	if (status == DT_OK && !lost && a->report->faults == faults &&
	    (row != NULL || i < n))
		status = dt_audit_fault(a, &(struct dt_audit_fault){
		    .table = "setting", .leaf = -1 }, "a row was added or "
		    "removed: the configuration has %zu settings", n);
	return status;
}
