/* audit_signers: the table of signers beside the log's registrations, and
 * whether keys that are said to be real are. */
#include "audit/audit_internal.h"

static bool
same_vkey(const struct dt_vkey *vkey, const char *text)
{
	struct dt_vkey stored;
	return dt_vkey_read(&stored, dt_lines_word(text)) &&
	    dt_vkey_same(vkey, &stored);
}

static enum dt_status
check_signer(struct dt_audit *a, size_t i, const struct dt_cell *row)
{
	const struct dt_registry_row *r = i < a->registry.n ?
	    &a->registry.rows[i] : NULL;
	const char *column = r == NULL || row[0].integer != (int64_t)i + 1 ?
	    "signer" : !dt_lines_is(r->agent, row[1].text) ? "name" :
	    !dt_lines_is(r->role, row[2].text) ? "role" :
	    !same_vkey(&r->key, row[3].text) ? "session_vkey" :
	    !same_vkey(&r->identity, row[4].text) ? "identity_vkey" : NULL;
	return column == NULL ? DT_OK : dt_audit_fault(a,
	    &(struct dt_audit_fault){ .table = "signer", .column = column,
	    .agent = row[0].integer, .leaf = -1 },
	    "is not what the log registers");
}

static enum dt_status
check_signers(struct dt_audit *a)
{
	struct dt_store_scan *scan = NULL;
	const struct dt_cell *row = NULL;
	bool lost = false;
	size_t n = 0;
	enum dt_status status = dt_audit_scan(a, DT_STORE_SCAN_SIGNER, &scan);
	while (status == DT_OK && (status = dt_store_scan_next(scan, &row,
	    a->err)) == DT_OK && row != NULL)
		status = check_signer(a, n++, row);
	dt_store_scan_close(scan);
	status = dt_audit_damage(a, status, &lost);
	if (status == DT_OK && !lost && n < a->registry.n)
		status = dt_audit_fault(a, &(struct dt_audit_fault){
		    .table = "signer", .agent = (int64_t)n + 1, .leaf = -1 },
		    "a row was removed");
	return status;
}

/* "Real" keys that anybody can make who has the file are none. */
static enum dt_status
check_keys(struct dt_audit *a)
{
	const struct dt_model *m = &a->experiment.model;
	const char *names[DT_AUDIT_SEATS] = { 0 };
	enum dt_status status = DT_OK;
	size_t n = a->registry.n < DT_AUDIT_SEATS ? a->registry.n :
	    DT_AUDIT_SEATS;
	a->now->simulated = n > 0;
	for (size_t i = 0; i < m->n; i++)
		names[i] = m->agents[i].name;
	for (size_t i = 0; i < n && status == DT_OK; i++) {
		const struct dt_registry_row *r = &a->registry.rows[i];
		bool derivable = false;
		if (dt_key_says_simulated(r->identity.name))
			continue;
		a->now->simulated = false;
		status = dt_key_is_derivable(&r->identity, a->experiment.seed,
		    names, m->n, a->registry.experiment, &derivable, a->err);
		if (status == DT_OK && derivable)
			status = dt_audit_fault(a, &(struct dt_audit_fault){
			    .table = "signer", .column = "identity_vkey",
			    .agent = (int64_t)i + 1, .leaf = -1 },
			    "is said to be real, but anybody can make it from "
			    "the experiment's seed");
	}
	return status;
}

enum dt_status
dt_audit_signers(struct dt_audit *a)
{
	enum dt_status status = check_signers(a);
	return status ? status : check_keys(a);
}
