/* protocol_step: what an entry does to the machine. See protocol.h. */
#include <string.h>

#include "party/protocol_internal.h"

static void
enter(struct dt_protocol *p, enum dt_protocol_phase phase)
{
	p->phase = phase;
	p->since = p->n - 1;
}

static bool
all(const struct dt_protocol *p, bool (*have)(const struct dt_protocol *p,
    const struct dt_protocol_party *party))
{
	for (size_t i = 0; i < p->charter.parties; i++)
		if (p->parties[i].active && !have(p, &p->parties[i]))
			return false;
	return true;
}

static bool
has_pledged(const struct dt_protocol *p,
    const struct dt_protocol_party *party)
{
	(void)p;
	return party->pledge != 0;
}

static bool
has_committed(const struct dt_protocol *p,
    const struct dt_protocol_party *party)
{
	(void)p;
	return party->commit != 0 || party->missing != 0;
}

static bool
has_opened(const struct dt_protocol *p,
    const struct dt_protocol_party *party)
{
	(void)p;
	return party->open != 0 || party->missing != 0;
}

static bool
is_founded(const struct dt_protocol *p)
{
	for (size_t i = 0; i < p->charter.parties; i++)
		if (p->parties[i].active && !p->parties[i].ratified)
			return false;
	return true;
}

static size_t
count_active(const struct dt_protocol *p)
{
	size_t n = 0;
	for (size_t i = 0; i < p->charter.parties; i++)
		n += p->parties[i].active;
	return n;
}

static void
clear_pledges(struct dt_protocol *p)
{
	for (size_t i = 0; i < p->charter.parties; i++)
		p->parties[i].pledge = 0;
}

/* The set names keys: if one changes or goes, none of the pledges holds. */
static void
lapse(struct dt_protocol *p)
{
	if (p->round > p->lapsed)
		p->lapsed = p->round;
	p->round = 0;
	clear_pledges(p);
	enter(p, DT_PROTOCOL_PLEDGING);
}

static void
next_round(struct dt_protocol *p)
{
	p->round++;
	for (size_t i = 0; i < p->charter.parties; i++) {
		struct dt_protocol_party *party = &p->parties[i];
		party->commit = party->open = party->missing = 0;
		if (party->leaves != 0 && party->leaves <= p->round)
			party->active = false;
	}
	enter(p, count_active(p) == 0 ? DT_PROTOCOL_ENDED :
	    DT_PROTOCOL_COMMITTING);
}

/* What has become whole moves the machine on. */
static void
settle(struct dt_protocol *p)
{
	if (p->phase == DT_PROTOCOL_ENDED)
		return;
	if (p->phase == DT_PROTOCOL_FOUNDING && is_founded(p))
		enter(p, DT_PROTOCOL_PLEDGING);
	if (count_active(p) == 0) {
		enter(p, DT_PROTOCOL_ENDED);
		return;
	}
	if (p->phase == DT_PROTOCOL_PLEDGING && p->round != 0 &&
	    all(p, has_pledged)) {
		p->halts++;
		p->halt = p->n;
		p->halt_round = p->round;
		enter(p, DT_PROTOCOL_COMMITTING);
		return;
	}
	if (p->phase == DT_PROTOCOL_COMMITTING && all(p, has_committed))
		enter(p, DT_PROTOCOL_OPENING);
	if (p->phase == DT_PROTOCOL_OPENING && all(p, has_opened))
		next_round(p);
}

static void
declare(struct dt_protocol_party *party, const struct dt_entry *e,
    uint64_t n)
{
	party->open = n;
	if (dt_lines_is(e->move, "PAUSE"))
		party->declared_pause++;
	else
		party->declared_race++;
}

static void
find(struct dt_protocol *p, struct dt_protocol_party *party, size_t who,
    const struct dt_entry *e)
{
	uint64_t at = dt_protocol_find(p, DT_ENTRY_OPEN, who, e->round);
	p->findings++;
	party->findings++;
	party->denied += at < p->n && !dt_lines_same(e->move,
	    p->entries[at].entry.move);
}

/* Whoever is of a halt and leaves it does so from a round that has not begun
 * for it: now, if this is that round. */
static void
leave(struct dt_protocol *p, struct dt_protocol_party *party,
    uint64_t round)
{
	bool playing = p->phase == DT_PROTOCOL_COMMITTING ||
	    p->phase == DT_PROTOCOL_OPENING;
	bool begun = party->commit != 0 || party->missing != 0;
	party->leaves = round;
	if (playing && (begun || round > p->round))
		return;
	party->active = false;
	if (p->phase == DT_PROTOCOL_PLEDGING)
		lapse(p);
}

static void
turn(struct dt_protocol *p, struct dt_protocol_party *party, bool revoked)
{
	if (p->phase == DT_PROTOCOL_PLEDGING)
		lapse(p);
	if (revoked)
		leave(p, party, p->round + (party->commit != 0));
}

void
dt_protocol_step(struct dt_protocol *p, const struct dt_protocol_entry *e)
{
	size_t who = dt_charter_find(&p->charter, e->entry.agent);
	struct dt_protocol_party none = { 0 };
	struct dt_protocol_party *party = who < p->charter.parties ?
	    &p->parties[who] : &none;
	switch (e->entry.kind) {
	case DT_ENTRY_RATIFY:
		party->ratified = true;
		break;
	case DT_ENTRY_PLEDGE:
		if (p->round == 0)
			p->since = p->n - 1;
		p->round = e->entry.round;
		party->pledge = p->n;
		break;
	case DT_ENTRY_LAPSE:
		lapse(p);
		break;
	case DT_ENTRY_COMMIT:
		party->commit = p->n;
		break;
	case DT_ENTRY_OPEN:
		declare(party, &e->entry, p->n);
		break;
	case DT_ENTRY_MISSING:
		party->missing = p->n;
		party->missed++;
		break;
	case DT_ENTRY_FINDING:
		find(p, party, who, &e->entry);
		break;
	case DT_ENTRY_WITHDRAW:
		p->withdrawals++;
		leave(p, party, e->entry.round);
		break;
	case DT_ENTRY_ROTATE:
	case DT_ENTRY_REVOKE:
		if (party != &none)
			turn(p, party, e->entry.kind == DT_ENTRY_REVOKE);
		break;
	default:
		break;
	}
	settle(p);
}
