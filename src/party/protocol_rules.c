/* protocol_rules: when an entry may be said; a rule a kind. See protocol.h. */
#include <string.h>

#include "party/protocol_internal.h"

typedef const char *rule_of(const struct dt_protocol *p,
    const struct dt_protocol_entry *e);

/* The party whom an entry is about; n: none. */
static const struct dt_protocol_party *
party_of(const struct dt_protocol *p, const struct dt_entry *e)
{
	size_t i = dt_charter_find(&p->charter, e->agent);
	return i < p->charter.parties ? &p->parties[i] : NULL;
}

static bool
is_playing(const struct dt_protocol *p)
{
	return p->phase == DT_PROTOCOL_COMMITTING ||
	    p->phase == DT_PROTOCOL_OPENING;
}

static const char *
may_register(const struct dt_protocol *p, const struct dt_protocol_entry *e)
{
	const struct dt_charter_member *m = &p->charter.members[e->member];
	if (!dt_lines_is(e->entry.role, dt_charter_roles[m->role]))
		return "is in another role than the charter's";
	return NULL;            /* the rest is the registry's to say */
}

static const char *
may_ratify(const struct dt_protocol *p, const struct dt_protocol_entry *e)
{
	const struct dt_protocol_party *party = party_of(p, &e->entry);
	if (memcmp(e->entry.treaty, p->charter.treaty, DT_HASH_BYTES) != 0)
		return "ratifies another treaty than the charter's";
	if (party == NULL)
		return "is by no party";
	return party->ratified ? "is said already" : NULL;
}

static const char *
may_pledge(const struct dt_protocol *p, const struct dt_protocol_entry *e)
{
	const struct dt_protocol_party *party = party_of(p, &e->entry);
	struct dt_entry wanted;
	if (p->phase != DT_PROTOCOL_PLEDGING)
		return p->phase == DT_PROTOCOL_FOUNDING ? "comes before all "
		    "parties have registered and ratified" :
		    "comes when the halt is binding already";
	if (party == NULL || !party->active)
		return "is by nobody who is a party";
	if (memcmp(e->entry.treaty, p->charter.treaty, DT_HASH_BYTES) != 0)
		return "is for another treaty than the charter's";
	if (e->entry.round <= p->lapsed)
		return "is for a round whose time is over";
	if (p->round != 0 && e->entry.round != p->round)
		return "is for another round than the others pledge for";
	if (party->pledge != 0)
		return "is said already";
	if (dt_protocol_set(p, &wanted, NULL) != DT_OK ||
	    wanted.awaited != e->entry.awaited || memcmp(wanted.awaits,
	    e->entry.awaits, wanted.awaited * DT_SIGN_PUBLIC) != 0)
		return "waits for other keys than those of all parties";
	return NULL;
}

static const char *
may_lapse(const struct dt_protocol *p, const struct dt_protocol_entry *e)
{
	return p->phase == DT_PROTOCOL_PLEDGING && p->round != 0 &&
	    e->entry.round == p->round ? NULL :
	    "is about a round that nobody pledges for";
}

static const char *
may_commit(const struct dt_protocol *p, const struct dt_protocol_entry *e)
{
	const struct dt_protocol_party *party = party_of(p, &e->entry);
	if (p->phase != DT_PROTOCOL_COMMITTING || e->entry.round != p->round)
		return "is for a round that takes no commitments now";
	if (party == NULL || !party->active)
		return "is by nobody who is bound by the halt";
	if (party->missing != 0)
		return "comes after the referee noted that it was missing";
	return party->commit != 0 ? "is said already" : NULL;
}

static const char *
may_open(const struct dt_protocol *p, const struct dt_protocol_entry *e)
{
	const struct dt_protocol_party *party = party_of(p, &e->entry);
	if (e->entry.round != p->round || p->phase != DT_PROTOCOL_OPENING)
		return "is for a round in which not all have committed yet, or "
		    "that is over";
	if (party == NULL || party->commit == 0)
		return "opens nothing that was committed to";
	if (party->open != 0)
		return "is said already";
	if (party->missing != 0)
		return "comes after the referee noted that it was missing";
	return dt_entry_opens(&p->entries[party->commit - 1].entry,
	    &e->entry, e->text.text, e->text.size) ? NULL :
	    "is not what was committed to";
}

static const char *
may_miss(const struct dt_protocol *p, const struct dt_protocol_entry *e)
{
	const struct dt_protocol_party *party = party_of(p, &e->entry);
	if (!is_playing(p) || e->entry.round != p->round)
		return "is about a round that is not played now";
	if (party == NULL || !party->active)
		return "is about nobody who is bound by the halt";
	if (!dt_lines_same(e->entry.move, p->charter.missing))
		return "has another default move than the charter's";
	if (party->missing != 0 || party->open != 0)
		return "is about a move that is known already";
	if (p->phase == DT_PROTOCOL_COMMITTING)
		return party->commit != 0 ? "is about a party that has "
		    "committed and may not open yet" : e->entry.uncommitted ?
		    NULL : "names a commitment that is not there";
	return !e->entry.uncommitted && memcmp(e->entry.hash,
	    p->entries[party->commit - 1].entry.hash, DT_HASH_BYTES) == 0 ?
	    NULL : "does not name the commitment that is not opened";
}

/* What a finding answers: the opening of that round, or its absence. */
static const char *
may_find(const struct dt_protocol *p, const struct dt_protocol_entry *e)
{
	size_t who = dt_charter_find(&p->charter, e->entry.agent);
	unsigned char hash[DT_HASH_BYTES];
	if (who >= p->charter.parties)
		return "is about no party";
	uint64_t at = dt_protocol_find(p, DT_ENTRY_OPEN, who,
	    e->entry.round);
	if (at == p->n)
		at = dt_protocol_find(p, DT_ENTRY_MISSING, who,
		    e->entry.round);
	if (at == p->n)
		return "is about a round that is not over for that party";
	dt_hash_of(p->entries[at].text.text, p->entries[at].text.size, hash);
	if (memcmp(hash, e->entry.hash, DT_HASH_BYTES) != 0)
		return "does not name the opening that it answers";
	return dt_protocol_denied(p, e) < p->n ?
	    "is said already, and otherwise" : NULL;
}

static const char *
may_withdraw(const struct dt_protocol *p, const struct dt_protocol_entry *e)
{
	const struct dt_protocol_party *party = party_of(p, &e->entry);
	if (party == NULL || !party->active)
		return "is by nobody who is a party";
	if (memcmp(e->entry.treaty, p->charter.treaty, DT_HASH_BYTES) != 0)
		return "is from another treaty than the charter's";
	if (party->leaves != 0)
		return "is said already";
	bool begun = party->commit != 0 || party->missing != 0 ||
	    p->phase == DT_PROTOCOL_OPENING;
	return is_playing(p) && e->entry.round < p->round + begun ?
	    "is from a round that has begun" : NULL;
}

static const char *
may_turn(const struct dt_protocol *p, const struct dt_protocol_entry *e)
{
	const struct dt_protocol_party *party = party_of(p, &e->entry);
	if (party != NULL && party->commit != 0 && party->open == 0 &&
	    party->missing == 0)
		return "comes while a commitment is not opened";
	return NULL;            /* the rest is the registry's to say */
}

static rule_of *const rules[DT_ENTRY_KINDS] = {
	[DT_ENTRY_REGISTER] = may_register,
	[DT_ENTRY_RATIFY] = may_ratify,
	[DT_ENTRY_PLEDGE] = may_pledge,
	[DT_ENTRY_COMMIT] = may_commit,
	[DT_ENTRY_OPEN] = may_open,
	[DT_ENTRY_FINDING] = may_find,
	[DT_ENTRY_MISSING] = may_miss,
	[DT_ENTRY_WITHDRAW] = may_withdraw,
	[DT_ENTRY_ROTATE] = may_turn,
	[DT_ENTRY_REVOKE] = may_turn,
	[DT_ENTRY_LAPSE] = may_lapse,
};

const char *
dt_protocol_fault(const struct dt_protocol *p,
    const struct dt_protocol_entry *e)
{
	if (rules[e->entry.kind] == NULL)
		return "is of a kind that has no place in this protocol";
	if (e->entry.run > 1)
		return "is of another run than 1";
	return rules[e->entry.kind](p, e);
}
