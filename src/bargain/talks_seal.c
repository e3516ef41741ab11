/* talks_seal: see talks_seal.h. */
#include "bargain/talks_seal.h"

#include <inttypes.h>
#include <string.h>

#include "bargain/talks_rows.h"

enum dt_status
dt_talks_notary(struct dt_talks_notary *notary,
    const struct dt_talks_setting *setting, const struct dt_seal_maker *maker,
    struct dt_arena *arena, struct dt_error *err)
{
	size_t m = setting->stakes->m;
	*notary = (struct dt_talks_notary){ .setting = setting,
	    .maker = maker, .hash = dt_arena_new(arena, m,
	    sizeof(*notary->hash)) };
	enum dt_status status = notary->hash != NULL ? DT_OK :
	    dt_status_no_memory(err);
	for (size_t x = 0; status == DT_OK && x < m; x++)
		status = dt_seal_treaty(&setting->stakes->texts[x].experiment
		    .scenario->treaty, notary->hash[x], NULL, err);
	return status;
}

/* How an event is signed; what it says beside. */
static const struct form {
	bool entry;
	enum dt_entry_kind kind;
	const char *says;
} forms[DT_TALKS_EVENTS] = {
	[DT_TALKS_PROPOSE] = { true, DT_ENTRY_PROPOSE, NULL },
	[DT_TALKS_ACCEPT] = { true, DT_ENTRY_ANSWER, "ACCEPT" },
	[DT_TALKS_REFUSE] = { true, DT_ENTRY_ANSWER, "REFUSE" },
	[DT_TALKS_PLEDGE] = { true, DT_ENTRY_ANSWER, "PLEDGE" },
	[DT_TALKS_SIGN] = { true, DT_ENTRY_SIGN, NULL },
	[DT_TALKS_RATIFY] = { true, DT_ENTRY_HOME, "RATIFIED" },
	[DT_TALKS_REJECT] = { true, DT_ENTRY_HOME, "REJECTED" },
	[DT_TALKS_ENTER] = { true, DT_ENTRY_ENTER, NULL },
	[DT_TALKS_FAIL] = { false, DT_ENTRY_END, NULL },
	[DT_TALKS_ACCEDE] = { true, DT_ENTRY_ACCEDE, NULL },
	[DT_TALKS_LEAVE] = { true, DT_ENTRY_LEAVE, NULL },
	[DT_TALKS_BREAK] = { true, DT_ENTRY_END, "BROKEN-OFF" },
	[DT_TALKS_EXPIRE] = { true, DT_ENTRY_END, "DEADLINE" },
	[DT_TALKS_RESERVE] = { true, DT_ENTRY_PROPOSE, NULL },
};

/* The keys of all who sign the text in this round, ascending. */
static void
await(const struct dt_talks_notary *n, const struct dt_talks_outcome *o,
    const struct dt_talks_event *e, struct dt_entry *entry)
{
	const struct dt_seal_maker *m = n->maker;
	uint64_t set = 0;
	for (size_t k = 0; k < o->n_events; k++)
		if (o->events[k].kind == DT_TALKS_SIGN &&
		    o->events[k].round == e->round)
			set |= dt_move_bit(o->events[k].party);
	for (size_t k = 0; k < m->roster->agents; k++)
		if (dt_move_has(set, m->order[k]))
			memcpy(entry->awaits[entry->awaited++],
			    m->roster->seats[m->order[k]].session->vkey
			    .public, DT_SIGN_PUBLIC);
}

static enum dt_status
add_event(const struct dt_talks_notary *n, int64_t number,
    const struct dt_talks_outcome *o, const struct dt_talks_event *e,
    struct dt_seal *seal, struct dt_error *err)
{
	const struct dt_roster *roster = n->maker->roster;
	const struct form *form = &forms[e->kind];
	size_t referee = dt_roster_officer(roster, DT_ROSTER_REFEREE);
	size_t seat = e->party == DT_TALKS_NONE ? referee : e->party;
	struct dt_entry entry = { .kind = form->kind, .run = (uint64_t)number,
		.round = (uint64_t)e->round };
	struct dt_lines_word name = dt_lines_word(roster->seats[seat].name);
	if (!form->entry)
		return DT_OK;
	if (dt_entry_role(form->kind) != NULL)
		entry.officer = name;
	else
		entry.agent = name;
	if (form->says != NULL)
		entry.move = dt_lines_word(form->says);
	if (e->text != DT_TALKS_NONE)
		memcpy(entry.treaty, n->hash[e->text], DT_HASH_BYTES);
	if (e->kind == DT_TALKS_SIGN)
		await(n, o, e, &entry);
	return n->maker->level == DT_SEAL_FULL && !n->maker->bare ?
	    dt_seal_sign(roster, seat, &entry, seal, err) :
	    dt_seal_write(seat, &entry, seal, err);
}

/* What an agent said in the negotiation, as a leaf. */
static bool
add_said(const struct dt_talks_notary *n, int64_t number, size_t agent,
    struct dt_seal *seal)
{
	struct dt_text said = { 0 };
	dt_text_add(&said, "detente.example/said/v1\nrun %" PRId64 "\nagent "
	    "%s", number, n->maker->roster->seats[agent].name);
	for (size_t k = 0; k < seal->n; k++) {
		const struct dt_seal_entry *e = &seal->entries[k];
		if (e->seat != agent)
			continue;
		dt_text_add_n(&said, "\n\n", 2);
		dt_text_add_n(&said, seal->texts.bytes + e->at, e->size);
	}
	bool good = !said.failed;
	if (good)
		dt_merkle_leaf(said.bytes, said.size, &seal->moves[agent]);
	dt_text_free(&said);
	return good;
}

enum dt_status
dt_talks_seal(const struct dt_talks_notary *n, int64_t number,
    const struct dt_talks_outcome *o, struct dt_seal *seal,
    struct dt_error *err)
{
	struct dt_talks_rows rows = { dt_talks_rows_bytes, &seal->rows };
	seal->n = seal->texts.size = seal->rows.size = 0;
	enum dt_status status = dt_talks_rows_outcome(n->setting, number, o,
	    &rows, err);
	if (status)
		return status;
	dt_merkle_leaf(seal->rows.bytes, seal->rows.size, &seal->rows_leaf);
	for (size_t k = 0; status == DT_OK && k < o->n_events &&
	    n->maker->level != DT_SEAL_NONE; k++)
		status = add_event(n, number, o, &o->events[k], seal, err);
	for (size_t i = 0; status == DT_OK && i < n->maker->roster->agents &&
	    n->maker->level == DT_SEAL_EPOCH; i++)
		if (!add_said(n, number, i, seal))
			status = dt_status_no_memory(err);
	return status;
}
