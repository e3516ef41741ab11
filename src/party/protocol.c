/* protocol: see protocol.h. Reading and taking entries. */
#include <string.h>

#include "party/protocol_internal.h"
#include "proof/note.h"

enum dt_status
dt_protocol_start(struct dt_protocol *p, struct dt_arena *arena,
    const char *charter, size_t size, struct dt_error *err)
{
	*p = (struct dt_protocol){ .arena = arena };
	enum dt_status status = dt_charter_read(charter, size, &p->charter,
	    err);
	if (status)
		return status;
	for (size_t i = 0; i < p->charter.n; i++) {
		const struct dt_vkey *key = &p->charter.members[i].identity;
		p->pins[i].agent = dt_arena_copy_n(arena, key->name.at,
		    key->name.size);
		p->pins[i].identity = *key;
		if (p->pins[i].agent == NULL)
			return dt_status_no_memory(err);
		p->parties[i].active = i < p->charter.parties;
	}
	p->registry.pins = p->pins;
	p->registry.pinned = p->charter.n;
	memcpy(p->registry.experiment, p->charter.name, DT_HASH_BYTES);
	return DT_OK;
}

void
dt_protocol_free(struct dt_protocol *p)
{
	dt_registry_free(&p->registry);
}

/* Whose key must have signed it: a registration's is the charter's to say. */
static const struct dt_vkey *
signer_of(const struct dt_protocol *p, const struct dt_protocol_entry *e)
{
	if (e->member == p->charter.n)
		return NULL;
	if (e->entry.kind == DT_ENTRY_REGISTER)
		return &p->charter.members[e->member].identity;
	return dt_registry_signer(&p->registry, &e->entry);
}

enum dt_verdict
dt_protocol_read(const struct dt_protocol *p, struct dt_lines *lines,
    struct dt_protocol_entry *e, struct dt_error *why)
{
	struct dt_lines_word text;
	enum dt_verdict verdict = dt_note_take_text(lines, &text, why);
	*e = (struct dt_protocol_entry){ .text = { .text = text.at,
		.size = text.size } };
	if (verdict == DT_VERDICT_GOOD)
		verdict = dt_entry_read(text.at, text.size, &e->entry, why);
	if (verdict)
		return verdict;
	struct dt_lines_word name = dt_entry_signer(&e->entry);
	e->member = dt_charter_find(&p->charter, name);
	const struct dt_vkey *signer = signer_of(p, e);
	if (signer == NULL)
		return dt_verdict_say(why, DT_VERDICT_STRANGER, "'%.*s' has "
		    "no key that may sign '%s' now", DT_LINES_SHOW(name),
		    dt_entry_word(e->entry.kind));
	verdict = dt_note_take_signature(lines, signer, e->text.signature,
	    why);
	if (verdict)
		return verdict;
	e->signer = *signer;
	if (!dt_lines_gap(lines) && lines->left > 0)
		return dt_verdict_say(why, DT_VERDICT_MALFORMED,
		    "there is no empty line behind a signature");
	return dt_sign_verify(signer->public, text.at, text.size,
	    e->text.signature) ? DT_VERDICT_GOOD : dt_verdict_say(why,
	    DT_VERDICT_FORGED, "'%s' is not signed by '%.*s'",
	    dt_entry_word(e->entry.kind), DT_LINES_SHOW(signer->name));
}

/* The names of keys that rotate live no longer than they. */
static bool
keep(struct dt_protocol *p, struct dt_protocol_entry *e)
{
	struct dt_protocol_entry *entries = dt_arena_grow(p->arena,
	    p->entries, p->n, &p->room, sizeof(*entries));
	struct dt_merkle_hash *leaves = entries ? dt_arena_grow(p->arena,
	    p->leaves, p->n, &p->room_leaves, sizeof(*leaves)) : NULL;
	const char *name = dt_arena_copy_n(p->arena, e->signer.name.at,
	    e->signer.name.size);
	if (leaves == NULL || name == NULL)
		return false;
	e->signer.name.at = name;
	p->entries = entries;
	p->leaves = leaves;
	p->entries[p->n] = *e;
	dt_merkle_leaf(e->text.text, e->text.size, &p->leaves[p->n]);
	return true;
}

static enum dt_verdict
enrol(struct dt_protocol *p, const struct dt_protocol_entry *e,
    struct dt_error *why)
{
	switch (e->entry.kind) {
	case DT_ENTRY_REGISTER:
		return dt_registry_add(&p->registry, &e->text, why);
	case DT_ENTRY_ROTATE:
	case DT_ENTRY_REVOKE:
		return dt_registry_turn(&p->registry, &e->text, why);
	default:
		return DT_VERDICT_GOOD;
	}
}

enum dt_verdict
dt_protocol_take(struct dt_protocol *p, struct dt_lines *lines,
    struct dt_error *why)
{
	struct dt_protocol_entry e;
	struct dt_lines at = *lines;
	enum dt_verdict verdict = dt_protocol_read(p, &at, &e, why);
	if (verdict)
		return verdict;
	const char *fault = dt_protocol_fault(p, &e);
	if (fault != NULL)
		return dt_verdict_say(why, DT_VERDICT_POINTLESS, "'%s' of "
		    "'%.*s' %s", dt_entry_word(e.entry.kind),
		    DT_LINES_SHOW(dt_entry_signer(&e.entry)), fault);
	if (!keep(p, &e))
		return dt_verdict_no_memory(why);
	verdict = enrol(p, &e, why);
	if (verdict)
		return verdict;
	dt_merkle_add(&p->tree, &p->leaves[p->n++]);
	dt_protocol_step(p, &e);
	*lines = at;
	return DT_VERDICT_GOOD;
}
