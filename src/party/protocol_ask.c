/* protocol_ask: what is asked of a machine; see protocol.h. */
#include <stdlib.h>
#include <string.h>

#include "party/protocol.h"

const char *
dt_protocol_word(enum dt_protocol_phase phase)
{
	static const char *const words[] = { "founding", "pledging",
		"committing", "opening", "ended" };
	return words[phase];
}

uint64_t
dt_protocol_find(const struct dt_protocol *p, enum dt_entry_kind kind,
    size_t party, uint64_t round)
{
	struct dt_lines_word name = p->charter.members[party].identity.name;
	for (uint64_t i = p->n; i-- > 0;) {
		const struct dt_entry *e = &p->entries[i].entry;
		if (e->kind == kind && e->round == round &&
		    dt_lines_same(e->agent, name))
			return i;
	}
	return p->n;
}

static bool
same_text(const struct dt_entry_signed *a, const struct dt_entry_signed *b)
{
	return a->size == b->size && memcmp(a->text, b->text, a->size) == 0;
}

uint64_t
dt_protocol_said(const struct dt_protocol *p,
    const struct dt_protocol_entry *e)
{
	uint64_t i = 0;
	while (i < p->n && !same_text(&p->entries[i].text, &e->text))
		i++;
	return i;
}

uint64_t
dt_protocol_denied(const struct dt_protocol *p,
    const struct dt_protocol_entry *e)
{
	uint64_t i = 0;
	while (i < p->n && !(p->entries[i].entry.kind == e->entry.kind &&
	    dt_vkey_same_point(&p->entries[i].signer, &e->signer) &&
	    dt_entry_same_slot(&p->entries[i].text, &e->text) &&
	    !same_text(&p->entries[i].text, &e->text)))
		i++;
	return i;
}

static int
by_bytes(const void *a, const void *b)
{
	return memcmp(a, b, DT_SIGN_PUBLIC);
}

enum dt_status
dt_protocol_set(const struct dt_protocol *p, struct dt_entry *pledge,
    struct dt_error *err)
{
	pledge->awaited = 0;
	for (size_t i = 0; i < p->charter.parties; i++) {
		struct dt_lines_word name =
		    p->charter.members[i].identity.name;
		const struct dt_registry_row *row = dt_registry_find(
		    &p->registry, name);
		if (!p->parties[i].active)
			continue;
		if (row == NULL || row->revoked)
			return dt_status_fail(err, DT_EUSAGE, "'%.*s' has no "
			    "key to wait for", DT_LINES_SHOW(name));
		memcpy(pledge->awaits[pledge->awaited++], row->key.public,
		    DT_SIGN_PUBLIC);
	}
	qsort(pledge->awaits, pledge->awaited, DT_SIGN_PUBLIC, by_bytes);
	return DT_OK;
}
