/* proofs: see proofs.h. Charges, halts, forks, inclusions. */
#include "party/proofs.h"

#include <string.h>

#include "base/memory.h"
#include "proof/charge.h"
#include "proof/fork.h"
#include "proof/pledge.h"
#include "proof/portable.h"

/* The registration by which a key signs; NULL: another one does. */
static const struct dt_entry_signed *
registration(const struct dt_protocol *p, const struct dt_protocol_entry *e)
{
	for (uint64_t i = 0; i < p->n; i++)
		if (p->entries[i].entry.kind == DT_ENTRY_REGISTER &&
		    dt_vkey_same(&p->entries[i].entry.key, &e->signer))
			return &p->entries[i].text;
	return NULL;
}

static enum dt_status
no_registration(struct dt_error *err)
{
	return dt_status_fail(err, DT_EUSAGE, "the key has been rotated: no "
	    "registration stands behind it, and the log itself is the proof");
}

enum dt_status
dt_proofs_equivocation(const struct dt_protocol *p, uint64_t entry,
    const struct dt_protocol_entry *other, struct dt_text *text,
    struct dt_error *err)
{
	const struct dt_entry_signed *by = registration(p, other);
	struct dt_charge_statement a = { .entry = p->entries[entry].text };
	struct dt_charge_statement b = { .entry = other->text };
	return by == NULL ? no_registration(err) :
	    dt_charge_equivocation(by, &a, &b, text, err);
}

enum dt_status
dt_proofs_perjury(const struct dt_protocol *p, uint64_t finding,
    struct dt_text *text, struct dt_error *err)
{
	const struct dt_protocol_entry *f = &p->entries[finding];
	size_t who = dt_charter_find(&p->charter, f->entry.agent);
	uint64_t commit = dt_protocol_find(p, DT_ENTRY_COMMIT, who,
	    f->entry.round);
	uint64_t open = dt_protocol_find(p, DT_ENTRY_OPEN, who,
	    f->entry.round);
	if (commit == p->n || open == p->n)
		return dt_status_fail(err, DT_EUSAGE,
		    "the finding answers no opening");
	const struct dt_entry_signed *by = registration(p,
	    &p->entries[commit]), *inspector = registration(p, f);
	struct dt_charge_statement said = {
		.entry = p->entries[commit].text };
	struct dt_lines_word opening = { p->entries[open].text.text,
		p->entries[open].text.size };
	return by == NULL || inspector == NULL ? no_registration(err) :
	    dt_charge_perjury(by, &said, opening, inspector, &f->text, text,
	    err);
}

/* What the last pledges came to, at which entry: of the halt, the entry that
 * completed it; else the last lapse; n: neither. */
static uint64_t
find_decision(const struct dt_protocol *p)
{
	if (p->halt != 0)
		return p->halt - 1;
	for (uint64_t i = p->n; i-- > 0;)
		if (p->entries[i].entry.kind == DT_ENTRY_LAPSE)
			return i;
	return p->n;
}

static const struct dt_book_checkpoint *
checkpoint_behind(const struct dt_book *book, uint64_t entry)
{
	for (size_t i = 0; i < book->n; i++)
		if (book->checkpoints[i].size > entry)
			return &book->checkpoints[i];
	return NULL;
}

/* Who was a party then: nobody has left before it was said. */
static size_t
parties_at(const struct dt_protocol *p, uint64_t entry,
    struct dt_lines_word *names)
{
	size_t n = 0;
	for (size_t i = 0; i < p->charter.parties; i++) {
		struct dt_lines_word name =
		    p->charter.members[i].identity.name;
		bool left = false;
		for (uint64_t j = 0; j < entry && !left; j++)
			left = (p->entries[j].entry.kind ==
			    DT_ENTRY_WITHDRAW || p->entries[j].entry.kind ==
			    DT_ENTRY_REVOKE) && dt_lines_same(name,
			    p->entries[j].entry.agent);
		if (!left)
			names[n++] = name;
	}
	return n;
}

/* The registry as it was after n entries. */
static enum dt_status
registry_at(const struct dt_protocol *p, uint64_t n,
    struct dt_registry *registry, struct dt_error *err)
{
	enum dt_verdict verdict = DT_VERDICT_GOOD;
	*registry = (struct dt_registry){ 0 };
	memcpy(registry->experiment, p->charter.name, DT_HASH_BYTES);
	for (uint64_t i = 0; i < n && verdict == DT_VERDICT_GOOD; i++) {
		const struct dt_protocol_entry *e = &p->entries[i];
		if (e->entry.kind == DT_ENTRY_REGISTER)
			verdict = dt_registry_add(registry, &e->text, err);
		else if (e->entry.kind == DT_ENTRY_ROTATE ||
		    e->entry.kind == DT_ENTRY_REVOKE)
			verdict = dt_registry_turn(registry, &e->text, err);
	}
	return verdict == DT_VERDICT_GOOD ? DT_OK : DT_ENOMEM;
}

static enum dt_status
print_halt(const struct dt_book *book, uint64_t decision,
    const struct dt_book_checkpoint *c, struct dt_text *text,
    struct dt_error *err)
{
	const struct dt_protocol *p = &book->protocol;
	struct dt_lines_word names[DT_CHARTER_MOST];
	struct dt_entry_signed *log = dt_arena_new(p->arena, c->size,
	    sizeof(*log));
	struct dt_registry registry;
	struct dt_pledge_question q = { .run = 1, .parties = names,
		.round = p->entries[decision].entry.round,
		.deadline = p->halt != 0 ? c->size : decision };
	if (log == NULL)
		return dt_status_no_memory(err);
	memcpy(q.treaty, p->charter.treaty, DT_HASH_BYTES);
	q.n = parties_at(p, decision, names);
	for (uint64_t i = 0; i < c->size; i++)
		log[i] = p->entries[i].text;
	enum dt_status status = registry_at(p, c->size, &registry, err);
	if (status == DT_OK)
		status = dt_pledge_print(log, c->size, &registry, &q, c->note,
		    text, err);
	dt_registry_free(&registry);
	return status;
}

enum dt_status
dt_proofs_halt(const struct dt_book *book, struct dt_text *text,
    struct dt_error *err)
{
	uint64_t decision = find_decision(&book->protocol);
	const struct dt_book_checkpoint *c = checkpoint_behind(book,
	    decision);
	if (decision == book->protocol.n || c == NULL)
		return dt_status_fail(err, DT_EUSAGE, "no halt is binding "
		    "yet, and no time for pledges is over");
	return print_halt(book, decision, c, text, err);
}

enum dt_status
dt_proofs_inclusion(const struct dt_book *book, uint64_t entry,
    struct dt_text *text, struct dt_error *err)
{
	struct dt_merkle_proof proof;
	uint64_t size = dt_book_covered(book);
	if (entry >= size)
		return dt_status_fail(err, DT_EUSAGE,
		    "no checkpoint covers that entry");
	const struct dt_book_checkpoint *c = &book->checkpoints[book->n - 1];
	dt_merkle_include(book->protocol.leaves, size, entry, &proof);
	dt_portable_print(entry, &proof, c->note.at, c->note.size, text);
	return text->failed ? dt_status_no_memory(err) : DT_OK;
}

static void
fill_view(const struct dt_book *book, const struct dt_book_checkpoint *c,
    uint64_t index, struct dt_fork_view *view)
{
	view->checkpoint = c->note;
	view->leaf = book->protocol.leaves[index];
	dt_merkle_include(book->protocol.leaves, c->size, index,
	    &view->proof);
}

enum dt_status
dt_proofs_fork(const struct dt_book *a, const struct dt_book *b,
    uint64_t index, struct dt_text *text, struct dt_error *err)
{
	const struct dt_book_checkpoint *ca = checkpoint_behind(a, index);
	const struct dt_book_checkpoint *cb = checkpoint_behind(b, index);
	struct dt_fork_view va, vb;
	if (ca == NULL || cb == NULL)
		return dt_status_fail(err, DT_EUSAGE, "the logs differ at "
		    "entry %llu, that one of them has not committed to",
		    (unsigned long long)index);
	struct dt_note_pins pins = { .log = *dt_book_keeper(a, ca->size) };
	fill_view(a, ca, index, &va);
	fill_view(b, cb, index, &vb);
	return dt_fork_print(&va, &vb, index, &pins, text, err);
}
