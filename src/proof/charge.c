/* charge: see charge.h. Writing; what was written is read before it leaves. */
#include "proof/charge.h"

#include <string.h>

#include "proof/charge_internal.h"
#include "proof/portable.h"

static void
gap(struct dt_text *text)
{
	dt_text_add_n(text, "\n", 1);
}

/* A registration with its signature; session is the key that it registers. */
static enum dt_status
add_registration(const struct dt_entry_signed *registration,
    struct dt_vkey *session, struct dt_text *text, struct dt_error *err)
{
	struct dt_entry entry;
	enum dt_verdict verdict = dt_entry_read(registration->text,
	    registration->size, &entry, err);
	if (verdict == DT_VERDICT_UNKNOWN)
		return DT_ENOMEM;
	if (verdict || entry.kind != DT_ENTRY_REGISTER)
		return dt_status_fail(err, DT_EUSAGE,
		    "a charge begins with a registration");
	*session = entry.key;
	dt_note_add_entry(registration, &entry.identity, text);
	return DT_OK;
}

static void
add_statement(const struct dt_charge_statement *statement,
    const struct dt_vkey *session, struct dt_text *text)
{
	if (statement->epoch.text == NULL) {
		dt_note_add_entry(&statement->entry, session, text);
		return;
	}
	dt_text_add_n(text, statement->entry.text, statement->entry.size);
	gap(text);
	gap(text);
	dt_portable_add_proof(statement->index, &statement->proof, text);
	gap(text);
	dt_note_add_entry(&statement->epoch, session, text);
}

/* Nobody is pinned here: that is for those who will read it. */
static enum dt_status
check(const struct dt_text *text, size_t start, struct dt_error *err)
{
	struct dt_charge charge;
	if (text->failed)
		return dt_status_no_memory(err);
	enum dt_verdict verdict = dt_charge_read(text->bytes + start,
	    text->size - start, NULL, 0, &charge, err);
	if (verdict == DT_VERDICT_GOOD)
		return DT_OK;
	if (verdict == DT_VERDICT_UNKNOWN)
		return dt_status_no_memory(err);
	if (err != NULL)
		err->status = DT_EUSAGE;
	return DT_EUSAGE;
}

enum dt_status
dt_charge_equivocation(const struct dt_entry_signed *registration,
    const struct dt_charge_statement *a, const struct dt_charge_statement *b,
    struct dt_text *text, struct dt_error *err)
{
	struct dt_vkey session;
	size_t start = text->size;
	struct dt_lines_word first = { a->entry.text, a->entry.size };
	struct dt_lines_word second = { b->entry.text, b->entry.size };
	bool turned = !dt_charge_in_order(first, second);
	dt_text_add(text, "%s\n\n", dt_charge_first[DT_CHARGE_EQUIVOCATION]);
	enum dt_status status = add_registration(registration, &session, text,
	    err);
	if (status)
		return status;
	gap(text);
	add_statement(turned ? b : a, &session, text);
	gap(text);
	add_statement(turned ? a : b, &session, text);
	return check(text, start, err);
}

enum dt_status
dt_charge_perjury(const struct dt_entry_signed *registration,
    const struct dt_charge_statement *commitment,
    struct dt_lines_word opening, const struct dt_entry_signed *inspector,
    const struct dt_entry_signed *finding, struct dt_text *text,
    struct dt_error *err)
{
	struct dt_vkey session, inspecting;
	size_t start = text->size;
	dt_text_add(text, "%s\n\n", dt_charge_first[DT_CHARGE_PERJURY]);
	enum dt_status status = add_registration(registration, &session, text,
	    err);
	if (status)
		return status;
	gap(text);
	add_statement(commitment, &session, text);
	gap(text);
	dt_text_add_n(text, opening.at, opening.size);
	gap(text);
	gap(text);
	status = add_registration(inspector, &inspecting, text, err);
	if (status)
		return status;
	gap(text);
	dt_note_add_entry(finding, &inspecting, text);
	return check(text, start, err);
}
