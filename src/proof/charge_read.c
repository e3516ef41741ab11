/*
 * charge_read: the strict reader of charges; see charge.h.
 *
 * Every byte is a fixed word, is signed, or is hashed on the way to what is
 * signed; the order of two statements is fixed. So there is nothing to write
 * again and compare.
 */
#include <string.h>

#include "proof/charge_internal.h"
#include "proof/portable.h"

const char *const dt_charge_first[2] = {
	[DT_CHARGE_EQUIVOCATION] = "detente.example/equivocation/v1",
	[DT_CHARGE_PERJURY] = "detente.example/perjury/v1",
};

static enum dt_verdict
wants(struct dt_error *why, const char *what)
{
	return dt_verdict_say(why, DT_VERDICT_MALFORMED,
	    "the charge wants %s", what);
}

static enum dt_verdict
take_gap(struct dt_lines *lines, struct dt_error *why)
{
	return dt_lines_gap(lines) ? DT_VERDICT_GOOD :
	    wants(why, "an empty line between its parts");
}

/* A registration with its signature, into the registry. The first says which
 * experiment it is all about. */
static enum dt_verdict
take_registration(struct dt_lines *lines, struct dt_registry *registry,
    struct dt_entry *entry, struct dt_error *why)
{
	struct dt_lines_word text;
	enum dt_verdict verdict = dt_note_take_text(lines, &text, why);
	if (verdict == DT_VERDICT_GOOD)
		verdict = dt_entry_read(text.at, text.size, entry, why);
	if (verdict)
		return verdict;
	if (entry->kind != DT_ENTRY_REGISTER)
		return wants(why, "a registration first");
	struct dt_entry_signed note = { .text = text.at, .size = text.size };
	verdict = dt_note_take_signature(lines, &entry->identity,
	    note.signature, why);
	if (verdict)
		return verdict;
	if (registry->n == 0)
		memcpy(registry->experiment, entry->experiment,
		    DT_HASH_BYTES);
	return dt_registry_add(registry, &note, why);
}

/* The signature of a text that has been taken and read. */
static enum dt_verdict
take_signed(struct dt_lines *lines, const struct dt_registry *registry,
    struct dt_lines_word text, struct dt_entry *entry, struct dt_error *why)
{
	struct dt_entry_signed note = { .text = text.at, .size = text.size };
	const struct dt_vkey *signer = dt_registry_signer(registry, entry);
	if (signer == NULL)
		return dt_verdict_say(why, DT_VERDICT_STRANGER,
		    "'%.*s' is not registered for entries '%s'",
		    DT_LINES_SHOW(dt_entry_signer(entry)),
		    dt_entry_word(entry->kind));
	enum dt_verdict verdict = dt_note_take_signature(lines, signer,
	    note.signature, why);
	return verdict ? verdict : dt_registry_check(registry, &note, entry,
	    why);
}

static enum dt_verdict
take_note(struct dt_lines *lines, const struct dt_registry *registry,
    struct dt_entry *entry, struct dt_error *why)
{
	struct dt_lines_word text;
	enum dt_verdict verdict = dt_note_take_text(lines, &text, why);
	if (verdict == DT_VERDICT_GOOD)
		verdict = dt_entry_read(text.at, text.size, entry, why);
	return verdict ? verdict : take_signed(lines, registry, text, entry,
	    why);
}

static bool
covers(const struct dt_entry *epoch, const struct dt_entry *entry)
{
	return epoch->kind == DT_ENTRY_EPOCH &&
	    entry->kind == DT_ENTRY_COMMIT &&
	    dt_lines_same(epoch->agent, entry->agent) &&
	    epoch->first_run <= entry->run && entry->run <= epoch->last_run;
}

/* The rest of a statement that an epoch's root has signed. */
static enum dt_verdict
take_epoch(struct dt_lines *lines, const struct dt_registry *registry,
    struct dt_lines_word text, const struct dt_entry *entry,
    struct dt_error *why)
{
	struct dt_merkle_proof proof;
	struct dt_merkle_hash leaf, root;
	struct dt_entry epoch;
	uint64_t index = 0;
	if (!dt_portable_take_proof(lines, &index, &proof) ||
	    !dt_lines_gap(lines))
		return wants(why, "an index, hashes and an empty line");
	enum dt_verdict verdict = take_note(lines, registry, &epoch, why);
	if (verdict)
		return verdict;
	if (!covers(&epoch, entry))
		return dt_verdict_say(why, DT_VERDICT_POINTLESS,
		    "the epoch does not cover the commitment");
	dt_merkle_leaf(text.at, text.size, &leaf);
	memcpy(root.bytes, epoch.hash, DT_HASH_BYTES);
	if (!dt_merkle_includes(&root, epoch.count, index, &leaf, &proof))
		return dt_verdict_say(why, DT_VERDICT_UNPROVED,
		    "the commitment is not under the root of its epoch");
	return DT_VERDICT_GOOD;
}

static enum dt_verdict
take_statement(struct dt_lines *lines, const struct dt_registry *registry,
    struct dt_lines_word *text, struct dt_entry *entry, struct dt_error *why)
{
	struct dt_lines peek;
	struct dt_lines_word index;
	enum dt_verdict verdict = dt_note_take_text(lines, text, why);
	if (verdict == DT_VERDICT_GOOD)
		verdict = dt_entry_read(text->at, text->size, entry, why);
	if (verdict)
		return verdict;
	peek = *lines;
	return dt_lines_value(&peek, "index", &index) ?
	    take_epoch(lines, registry, *text, entry, why) :
	    take_signed(lines, registry, *text, entry, why);
}

static enum dt_verdict
contradict(struct dt_lines_word a, struct dt_lines_word b,
    const struct dt_entry *entry, const struct dt_registry *registry,
    struct dt_error *why)
{
	struct dt_entry_signed first = { .text = a.at, .size = a.size };
	struct dt_entry_signed second = { .text = b.at, .size = b.size };
	if (dt_entry_by(entry->kind) != DT_ENTRY_BY_SESSION ||
	    !dt_entry_same_slot(&first, &second) ||
	    !dt_lines_same(dt_entry_signer(entry), registry->rows[0].agent))
		return dt_verdict_say(why, DT_VERDICT_POINTLESS, "the texts "
		    "are not by the registered agent about one thing");
	if (!dt_charge_in_order(a, b))
		return dt_verdict_say(why, DT_VERDICT_POINTLESS,
		    "the texts are the same, or not in their order");
	return DT_VERDICT_GOOD;
}

static enum dt_verdict
take_equivocation(struct dt_lines *lines, struct dt_registry *registry,
    struct dt_charge *charge, struct dt_error *why)
{
	struct dt_entry entry;
	struct dt_lines_word a, b;
	enum dt_verdict verdict = take_registration(lines, registry, &entry,
	    why);
	if (verdict == DT_VERDICT_GOOD)
		verdict = take_gap(lines, why);
	if (verdict == DT_VERDICT_GOOD)
		verdict = take_statement(lines, registry, &a, &entry, why);
	if (verdict == DT_VERDICT_GOOD)
		verdict = take_gap(lines, why);
	if (verdict == DT_VERDICT_GOOD)
		verdict = take_statement(lines, registry, &b, &entry, why);
	if (verdict == DT_VERDICT_GOOD)
		verdict = contradict(a, b, &entry, registry, why);
	if (verdict)
		return verdict;
	charge->agent = dt_entry_signer(&entry);
	charge->run = entry.run;
	charge->round = entry.round;
	charge->said = entry.kind;
	return DT_VERDICT_GOOD;
}

/* The opening has no signature: what the commitment binds, it has signed. */
static enum dt_verdict
take_declaration(struct dt_lines *lines, const struct dt_registry *registry,
    struct dt_charge *charge, struct dt_error *why)
{
	struct dt_entry commit, opening;
	struct dt_lines_word text;
	enum dt_verdict verdict = take_statement(lines, registry, &text,
	    &commit, why);
	if (verdict == DT_VERDICT_GOOD)
		verdict = take_gap(lines, why);
	if (verdict == DT_VERDICT_GOOD)
		verdict = dt_note_take_text(lines, &text, why);
	if (verdict == DT_VERDICT_GOOD)
		verdict = dt_entry_read(text.at, text.size, &opening, why);
	if (verdict)
		return verdict;
	if (!dt_entry_opens(&commit, &opening, text.at, text.size))
		return dt_verdict_say(why, DT_VERDICT_UNPROVED,
		    "the opening is not what the commitment binds");
	charge->agent = opening.agent;
	charge->run = opening.run;
	charge->round = opening.round;
	charge->declared = opening.move;
	return DT_VERDICT_GOOD;
}

static enum dt_verdict
take_finding(struct dt_lines *lines, const struct dt_registry *registry,
    struct dt_charge *charge, struct dt_error *why)
{
	struct dt_entry finding;
	enum dt_verdict verdict = take_note(lines, registry, &finding, why);
	if (verdict)
		return verdict;
	if (finding.kind != DT_ENTRY_FINDING || finding.run != charge->run ||
	    finding.round != charge->round ||
	    !dt_lines_same(finding.agent, charge->agent) ||
	    dt_lines_same(finding.move, charge->declared))
		return dt_verdict_say(why, DT_VERDICT_POINTLESS,
		    "the finding does not contradict the declaration");
	charge->inspector = finding.officer;
	charge->found = finding.move;
	return DT_VERDICT_GOOD;
}

static enum dt_verdict
take_perjury(struct dt_lines *lines, struct dt_registry *registry,
    struct dt_charge *charge, struct dt_error *why)
{
	struct dt_entry entry;
	enum dt_verdict verdict = take_registration(lines, registry, &entry,
	    why);
	if (verdict == DT_VERDICT_GOOD)
		verdict = take_gap(lines, why);
	if (verdict == DT_VERDICT_GOOD)
		verdict = take_declaration(lines, registry, charge, why);
	if (verdict == DT_VERDICT_GOOD)
		verdict = take_registration(lines, registry, &entry, why);
	if (verdict == DT_VERDICT_GOOD)
		verdict = take_gap(lines, why);
	return verdict ? verdict : take_finding(lines, registry, charge, why);
}

static enum dt_verdict
take(struct dt_lines *lines, struct dt_registry *registry,
    struct dt_charge *charge, struct dt_error *why)
{
	if (dt_lines_exactly(lines,
	    dt_charge_first[DT_CHARGE_EQUIVOCATION]))
		charge->kind = DT_CHARGE_EQUIVOCATION;
	else if (dt_lines_exactly(lines, dt_charge_first[DT_CHARGE_PERJURY]))
		charge->kind = DT_CHARGE_PERJURY;
	else
		return wants(why, "its kind in the first line");
	enum dt_verdict verdict = take_gap(lines, why);
	if (verdict)
		return verdict;
	return charge->kind == DT_CHARGE_PERJURY ?
	    take_perjury(lines, registry, charge, why) :
	    take_equivocation(lines, registry, charge, why);
}

enum dt_verdict
dt_charge_read(const char *bytes, size_t size,
    const struct dt_registry_pin *pins, size_t pinned,
    struct dt_charge *charge, struct dt_error *why)
{
	struct dt_lines lines = { .at = bytes, .left = size };
	struct dt_registry registry = { .pins = pins, .pinned = pinned };
	*charge = (struct dt_charge){ 0 };
	enum dt_verdict verdict = take(&lines, &registry, charge, why);
	if (verdict == DT_VERDICT_GOOD && lines.left > 0)
		verdict = wants(why, "nothing behind its last line");
	memcpy(charge->experiment, registry.experiment, DT_HASH_BYTES);
	dt_registry_free(&registry);
	return verdict;
}

bool
dt_charge_in_order(struct dt_lines_word a, struct dt_lines_word b)
{
	size_t size = a.size < b.size ? a.size : b.size;
	int by = memcmp(a.at, b.at, size);
	return by < 0 || (by == 0 && a.size < b.size);
}
