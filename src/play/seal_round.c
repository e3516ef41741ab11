/* seal_round: the signed entries of one round, in the order in which things
 * happen; see seal.h. */
#include "play/seal_round.h"

#include <string.h>

struct scribe {
	const struct dt_seal_maker *maker;
	const struct dt_tape_round *round;
	int64_t run;
	struct dt_seal *seal;
	struct dt_error *err;
};

static struct dt_entry
entry_of(const struct scribe *s, enum dt_entry_kind kind, size_t agent)
{
	return (struct dt_entry){
		.kind = kind, .run = (uint64_t)s->run,
		.round = (uint64_t)s->round->number,
		.agent = dt_lines_word(s->maker->roster->seats[agent].name),
	};
}

static enum dt_status
sign(const struct scribe *s, size_t seat, const struct dt_entry *entry)
{
	if (s->maker->bare)
		return dt_seal_write(seat, entry, s->seal, s->err);
	return dt_seal_sign(s->maker->roster, seat, entry, s->seal, s->err);
}

static enum dt_status
pledge(const struct scribe *s, size_t agent)
{
	const struct dt_seal_maker *m = s->maker;
	struct dt_entry e = entry_of(s, DT_ENTRY_PLEDGE, agent);
	memcpy(e.treaty, m->treaty, sizeof(e.treaty));
	for (size_t k = 0; k < m->roster->agents; k++) {
		size_t i = m->order[k];
		if (dt_move_has(s->round->parties, i))
			memcpy(e.awaits[e.awaited++],
			    m->roster->seats[i].session->vkey.public,
			    DT_SIGN_PUBLIC);
	}
	return sign(s, agent, &e);
}

static struct dt_entry
opening_of(const struct scribe *s, size_t agent)
{
	struct dt_entry e = entry_of(s, DT_ENTRY_OPEN, agent);
	e.move = dt_lines_word(dt_move_has(s->round->declared, agent) ?
	    "RACE" : "PAUSE");
	dt_key_nonce(s->maker->roster->seats[agent].session, e.run, e.round,
	    e.nonce);
	return e;
}

static enum dt_status
commit(const struct scribe *s, size_t agent)
{
	struct dt_entry opening = opening_of(s, agent);
	struct dt_entry e = entry_of(s, DT_ENTRY_COMMIT, agent);
	enum dt_status status = dt_entry_commitment(&opening, e.hash, s->err);
	return status ? status : sign(s, agent, &e);
}

static enum dt_status
open(const struct scribe *s, size_t agent)
{
	struct dt_entry e = opening_of(s, agent);
	return sign(s, agent, &e);
}

/* The inspector's evidence is the hash of the opening that it looked at. */
static enum dt_status
find(const struct scribe *s, size_t agent)
{
	const struct dt_roster *roster = s->maker->roster;
	size_t inspector = dt_roster_officer(roster, DT_ROSTER_INSPECTOR);
	struct dt_entry opening = opening_of(s, agent);
	struct dt_entry e = entry_of(s, DT_ENTRY_FINDING, agent);
	e.officer = dt_lines_word(roster->seats[inspector].name);
	e.move = dt_lines_word("RACE");
	enum dt_status status = dt_entry_commitment(&opening, e.hash, s->err);
	return status ? status : sign(s, inspector, &e);
}

static enum dt_status
withdraw(const struct scribe *s, size_t agent)
{
	struct dt_entry e = entry_of(s, DT_ENTRY_WITHDRAW, agent);
	memcpy(e.treaty, s->maker->treaty, sizeof(e.treaty));
	return sign(s, agent, &e);
}

static enum dt_status
each(const struct scribe *s, uint64_t set,
    enum dt_status (*act)(const struct scribe *s, size_t agent))
{
	enum dt_status status = DT_OK;
	for (; set != 0 && status == DT_OK; set &= set - 1)
		status = act(s, dt_move_first(set));
	return status;
}

enum dt_status
dt_seal_round(const struct dt_seal_maker *maker, int64_t run,
    const struct dt_tally *tally, const struct dt_tape_round *round,
    const struct dt_tape_round *before, struct dt_seal *seal,
    struct dt_error *err)
{
	struct scribe s = { maker, round, run, seal, err };
	uint64_t bound = round->phase == DT_PHASE_IN_FORCE ? round->parties :
	    0;
	uint64_t leaving = round->notified & ~(before ? before->notified : 0);
	enum dt_status status = DT_OK;
	if (round->number == tally->entered)
		status = each(&s, bound, pledge);
	if (status == DT_OK)
		status = each(&s, bound, commit);
	if (status == DT_OK)
		status = each(&s, bound, open);
	if (status == DT_OK)
		status = each(&s, round->findings & bound, find);
	return status ? status : each(&s, leaving, withdraw);
}
