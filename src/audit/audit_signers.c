/* audit_signers: the table of signers beside the log's registrations, and
 * whose the keys are: simulated ones, which anybody can make who has the
 * file, or real ones. */
#include "audit/audit_internal.h"

#include <string.h>

#include "base/memory.h"

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
	dt_audit_cover(a, DT_STORE_SCAN_SIGNER, false, column == NULL);
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

/* Which names simulated keys could have been made for: those of the roster,
 * and those that the log registers. */
enum { NAMES = 2 * DT_AUDIT_SEATS };

static enum dt_status
find_names(struct dt_audit *a, const char *names[NAMES], size_t *n)
{
	*n = 0;
	for (size_t i = 0; i < a->roster->n; i++)
		names[(*n)++] = a->roster->seats[i].name;
	for (size_t i = 0; i < a->registry.n && *n < NAMES; i++) {
		if (a->registry.rows[i].student)
			continue;       /* nobody simulates them */
		struct dt_lines_word name = a->registry.rows[i].agent;
		names[*n] = dt_arena_copy_n(&a->arena, name.at, name.size);
		if (names[(*n)++] == NULL)
			return dt_status_no_memory(a->err);
	}
	return DT_OK;
}

static enum dt_status
bad_key(struct dt_audit *a, size_t i, const char *column, const char *words)
{
	return dt_audit_fault(a, &(struct dt_audit_fault){ .table = "signer",
	    .column = column, .agent = (int64_t)i + 1, .leaf = -1 }, "%s",
	    words);
}

/* One that says of itself that it is simulated must be the one that it says:
 * nobody else's key hides under that name. */
static enum dt_status
check_simulated(struct dt_audit *a, size_t i)
{
	const struct dt_registry_row *r = &a->registry.rows[i];
	a->now->simulated++;
	for (size_t k = 0; k < a->roster->n; k++) {
		const struct dt_roster_seat *s = &a->roster->seats[k];
		if (dt_lines_is(r->agent, s->name))
			return dt_vkey_same(&r->identity,
			    &s->identity->vkey) && dt_vkey_same(&r->key,
			    &s->session->vkey) ? DT_OK : bad_key(a, i,
			    "identity_vkey", "is named as a simulated key, "
			    "and does not follow from the experiment's seed");
	}
	return bad_key(a, i, "name", "nobody of that name is simulated");
}

/* "Real" keys that anybody can make who has the file are none. */
static enum dt_status
check_real(struct dt_audit *a, size_t i, const char *const *names, size_t n)
{
	const struct dt_registry_row *r = &a->registry.rows[i];
	bool identity = false, session = false;
	enum dt_status status = dt_key_is_derivable(&r->identity,
	    a->experiment.seed, names, n, a->registry.experiment, &identity,
	    a->err);
	if (status == DT_OK)
		status = dt_key_is_derivable(&r->key, a->experiment.seed,
		    names, n, a->registry.experiment, &session, a->err);
	return status || !(identity || session) ? status : bad_key(a, i,
	    identity ? "identity_vkey" : "session_vkey", "is said to be "
	    "real, but anybody can make it from the experiment's seed");
}

/* For who pins, and for who remembers. */
static enum dt_status
note_identity(struct dt_audit *a, const struct dt_registry_row *row)
{
	struct dt_audit_report *r = a->report;
	const struct dt_pins *pins = a->request->pins;
	struct dt_text text = { 0 };
	dt_vkey_print(&row->identity, &text);
	a->now->pinned += pins != NULL && dt_pins_has(pins, row->agent,
	    &row->identity);
	for (size_t i = 0; i < r->n_identities && !text.failed; i++)
		if (dt_lines_is(row->agent, r->identities[i].agent) &&
		    strcmp(text.bytes, r->identities[i].vkey) == 0) {
			dt_text_free(&text);
			return DT_OK;
		}
	struct dt_audit_identity *list = dt_memory_resize(r->identities,
	    r->n_identities + 1, sizeof(*list));
	if (list != NULL) {
		r->identities = list;
		list += r->n_identities;
		list->agent = dt_arena_copy_n(&r->arena, row->agent.at,
		    row->agent.size);
		list->vkey = text.failed ? NULL :
		    dt_arena_copy(&r->arena, text.bytes);
	}
	bool whole = list != NULL && list->agent && list->vkey;
	r->n_identities += whole;
	dt_text_free(&text);
	return whole ? DT_OK : dt_status_no_memory(a->err);
}

/* Who pins keys wants them used. */
static enum dt_status
want_signed(struct dt_audit *a)
{
	const struct dt_audit_request *q = a->request;
	return q->pins == NULL || q->newcomers || a->registry.n > 0 ||
	    (a->now->level != DT_SEAL_NONE && !a->ended) ? DT_OK :
	    dt_audit_fault(a, &(struct dt_audit_fault){ .table = "signer",
	    .leaf = -1 }, "nothing is signed, and keys are pinned: this "
	    "shows nothing of what they said");
}

static enum dt_status
check_keys(struct dt_audit *a)
{
	const char *names[NAMES];
	size_t n, signers = a->registry.n < DT_AUDIT_SEATS ? a->registry.n :
	    DT_AUDIT_SEATS;
	enum dt_status status = find_names(a, names, &n);
	for (size_t i = 0; i < signers && status == DT_OK; i++)
		status = dt_key_says_simulated(
		    a->registry.rows[i].identity.name) ?
		    check_simulated(a, i) : check_real(a, i, names, n);
	for (size_t i = 0; i < a->registry.n && status == DT_OK; i++)
		status = note_identity(a, &a->registry.rows[i]);
	struct dt_audit_experiment *now = a->now;
	now->signers = (int64_t)a->registry.n;
	now->keys = now->signers == 0 ? DT_AUDIT_UNSIGNED :
	    now->simulated == now->signers ? DT_AUDIT_SIMULATED :
	    now->simulated > 0 ? DT_AUDIT_MIXED : DT_AUDIT_REAL;
	return status;
}

enum dt_status
dt_audit_signers(struct dt_audit *a)
{
	enum dt_status status = check_signers(a);
	if (status == DT_OK)
		status = want_signed(a);
	return status ? status : check_keys(a);
}
