/* export_entries: entries as files, with signatures and proofs; charges. */
#include "audit/export_internal.h"

#include <inttypes.h>
#include <string.h>

#include "base/memory.h"
#include "proof/charge.h"
#include "proof/minisign.h"
#include "proof/portable.h"
#include "proof/signify.h"

enum { SAID_MOST = DT_AGENTS_MOST + DT_ROSTER_OFFICERS };

/* What an agent has said last, for a charge of perjury. */
struct said {
	struct dt_entry_signed registration, commit, opening;
	bool pause, charged;
};

struct walk {
	struct dt_export *x;
	int64_t round;          /* that is exported; 0: not yet known */
	struct said said[SAID_MOST];
};

static enum dt_status
scan_open(struct dt_export *x, enum dt_store_scan_what what,
    struct dt_store_scan **scan)
{
	struct dt_store_scan_range range = { .experiment = x->id };
	return dt_store_scan_open(scan, x->store, what, &range, x->err);
}

static bool
take_signed(const struct dt_cell *row, struct dt_entry_signed *entry)
{
	entry->text = row[5].text;
	entry->size = strlen(row[5].text);
	return dt_lines_base64(dt_lines_word(row[6].text), entry->signature,
	    DT_SIGN_BYTES);
}

/* The text, and what three tools want of its signature. */
static enum dt_status
write_signed(struct dt_export *x, const char *stem,
    const struct dt_vkey *key, const struct dt_entry_signed *e)
{
	const struct dt_key *secret = dt_export_secret(x, key);
	struct dt_text text = { 0 };
	dt_text_add_n(&text, e->text, e->size);
	enum dt_status status = dt_export_text(x, stem, ".txt", &text);
	dt_text_add_n(&text, (const char *)e->signature, DT_SIGN_BYTES);
	if (status == DT_OK)
		status = dt_export_text(x, stem, ".sig", &text);
	dt_text_free(&text);
	dt_signify_print(key, e->signature, &text);
	if (status == DT_OK)
		status = dt_export_text(x, stem, ".signify", &text);
	dt_text_free(&text);
	if (status == DT_OK && secret != NULL)
		status = dt_minisign_sign(secret, e->text, e->size, stem,
		    &text, x->err);
	if (status == DT_OK && secret != NULL)
		status = dt_export_text(x, stem, ".minisig", &text);
	dt_text_free(&text);
	return status;
}

static enum dt_status
write_entry(struct dt_export *x, const struct dt_cell *row,
    const struct dt_entry_signed *e, bool by_identity)
{
	const struct dt_registry_row *who = &x->log.registry.rows[
	    row[4].integer - 1];
	struct dt_text text = { 0 };
	struct dt_merkle_proof proof;
	char stem[160];
	uint64_t leaf = (uint64_t)row[0].integer;
	snprintf(stem, sizeof(stem), "entry-%06" PRIu64 "-%s-%.*s", leaf,
	    row[1].text, DT_LINES_SHOW(who->agent));
	enum dt_status status = write_signed(x, stem, by_identity ?
	    &who->identity : &who->key, e);
	if (status)
		return status;
	dt_merkle_include(x->log.leaves, x->log.n, leaf, &proof);
	dt_portable_print(leaf, &proof, x->checkpoint,
	    strlen(x->checkpoint), &text);
	x->request->entries++;
	return dt_export_text(x, stem, ".tlog-proof", &text);
}

/* A copy that outlives the row. */
static enum dt_status
keep(struct dt_export *x, const struct dt_entry_signed *e,
    struct dt_entry_signed *kept)
{
	dt_memory_free((void *)(uintptr_t)kept->text);
	char *copy = dt_memory_new(e->size + 1, 1);
	*kept = *e;
	kept->text = copy;
	if (copy == NULL)
		return dt_status_no_memory(x->err);
	memcpy(copy, e->text, e->size);
	return DT_OK;
}

/* The place of a signer in `said`, and in the registry; -1: nobody. */
static int
seat_of(const struct dt_export *x, struct dt_lines_word agent)
{
	const struct dt_registry_row *row = dt_registry_find(&x->log.registry,
	    agent);
	size_t i = row ? (size_t)(row - x->log.registry.rows) : SAID_MOST;
	return i < SAID_MOST ? (int)i : -1;
}

static enum dt_status
charge(struct walk *w, int seat, const struct dt_entry *e,
    const struct dt_entry_signed *finding)
{
	struct dt_export *x = w->x;
	struct said *s = &w->said[seat];
	int inspector = seat_of(x, e->officer);
	struct dt_charge_statement commitment = { .entry = s->commit };
	struct dt_lines_word opening = { s->opening.text, s->opening.size };
	struct dt_text text = { 0 };
	char stem[160];
	if (inspector < 0)
		return DT_OK;
	snprintf(stem, sizeof(stem), "perjury-%.*s", DT_LINES_SHOW(e->agent));
	enum dt_status status = dt_charge_perjury(&s->registration,
	    &commitment, opening, &w->said[inspector].registration, finding,
	    &text, x->err);
	if (status == DT_OK) {
		s->charged = true;
		x->request->charges++;
		return dt_export_text(x, stem, ".txt", &text);
	}
	dt_text_free(&text);
	return status == DT_EUSAGE ? DT_OK : status;
}

/* Is the entry of the round in which its agent was found out? */
static bool
is_perjury(const struct dt_export *x, const struct dt_entry *e)
{
	for (size_t i = 0; i < x->roster->agents; i++)
		if (dt_lines_is(e->agent, x->roster->seats[i].name))
			return x->perjury[i].run == (int64_t)e->run &&
			    x->perjury[i].round == (int64_t)e->round;
	return false;
}

static enum dt_status
hear(struct walk *w, const struct dt_entry *e,
    const struct dt_entry_signed *text)
{
	int seat = seat_of(w->x, e->agent);
	if (seat < 0)
		return DT_OK;
	struct said *s = &w->said[seat];
	if (e->kind == DT_ENTRY_REGISTER)
		return keep(w->x, text, &s->registration);
	if (e->round == 0 || s->charged || !is_perjury(w->x, e))
		return DT_OK;
	switch (e->kind) {
	case DT_ENTRY_COMMIT:
		return keep(w->x, text, &s->commit);
	case DT_ENTRY_OPEN:
		s->pause = dt_lines_is(e->move, "PAUSE");
		return keep(w->x, text, &s->opening);
	case DT_ENTRY_FINDING:
		return s->pause ? charge(w, seat, e, text) : DT_OK;
	default:
		return DT_OK;
	}
}

/* Is it one of those that are written? */
static bool
is_wanted(struct walk *w, const struct dt_entry *e, const struct dt_cell *row)
{
	const struct dt_export_request *q = w->x->request;
	int64_t run = q->run ? q->run : 1;
	if (e->round == 0)
		return e->run == 0 && (e->kind == DT_ENTRY_REGISTER ||
		    e->kind == DT_ENTRY_ENROL || e->kind == DT_ENTRY_RATIFY || ((int64_t)e->first_run <=
		    run && run <= (int64_t)e->last_run));
	if (row[2].integer != run)
		return false;
	if (w->round == 0)
		w->round = q->round ? q->round : row[3].integer;
	return row[3].integer == w->round;
}

static enum dt_status
pass(struct walk *w, const struct dt_cell *row)
{
	struct dt_entry_signed text;
	struct dt_entry entry;
	struct dt_export *x = w->x;
	if (!take_signed(row, &text) || dt_entry_read(text.text, text.size,
	    &entry, x->err) != DT_VERDICT_GOOD || row[4].integer < 1 ||
	    row[4].integer > (int64_t)x->log.registry.n)
		return dt_status_fail(x->err, DT_ESTORE, "leaf %" PRId64
		    " is no entry: see detente audit", row[0].integer);
	enum dt_status status = hear(w, &entry, &text);
	if (status == DT_OK && is_wanted(w, &entry, row))
		status = write_entry(x, row, &text,
		    dt_entry_by(entry.kind) == DT_ENTRY_BY_IDENTITY);
	return status;
}

enum dt_status
dt_export_entries(struct dt_export *x)
{
	struct walk *w = dt_memory_new(1, sizeof(*w));
	struct dt_store_scan *scan = NULL;
	const struct dt_cell *row = NULL;
	if (w == NULL)
		return dt_status_no_memory(x->err);
	w->x = x;
	enum dt_status status = scan_open(x, DT_STORE_SCAN_ENTRY, &scan);
	while (status == DT_OK && x->checkpoint != NULL &&
	    (status = dt_store_scan_next(scan, &row, x->err)) == DT_OK &&
	    row != NULL)
		status = pass(w, row);
	dt_store_scan_close(scan);
	for (size_t i = 0; i < SAID_MOST; i++) {
		struct said *s = &w->said[i];
		dt_memory_free((void *)(uintptr_t)s->registration.text);
		dt_memory_free((void *)(uintptr_t)s->commit.text);
		dt_memory_free((void *)(uintptr_t)s->opening.text);
	}
	dt_memory_free(w);
	return status;
}
