/*
 * class_log_round: a round of a class in its log: all commitments, all
 * openings, the referee's word for each seat of people that said nothing in
 * time, then the inspector's findings. A finding is about a declaration, and
 * its evidence is that one's hash: of the student's opening, or of the
 * referee's word that stands in its place. Bots and people without a key
 * declare nothing, so nothing is found of what they declared: their rows say
 * it.
 */
#include <string.h>

#include "class/class_log.h"

struct round {
	struct dt_class_log *log;
	const struct dt_class_group *group;
	const struct dt_tape_round *played;
	uint64_t declared;              /* agents of whom there is a hash: */
	unsigned char hash[DT_AGENTS_MOST][DT_HASH_BYTES];
	char signer[DT_AGENTS_MOST][DT_CLASS_SIGNER];
};

static const struct dt_class_choice *
choice_of(const struct round *r, size_t agent)
{
	return dt_class_choice(r->group, (size_t)r->played->number, agent);
}

static struct dt_entry
entry_of(const struct round *r, enum dt_entry_kind kind, size_t agent,
    enum dt_roster_officer officer)
{
	const struct dt_roster *roster = r->log->roster;
	return (struct dt_entry){ .kind = kind,
		.run = (uint64_t)r->group->run,
		.round = (uint64_t)r->played->number,
		.officer = dt_lines_word(roster->seats[dt_roster_officer(
		roster, officer)].name),
		.agent = dt_lines_word(r->signer[agent]) };
}

static void
declare(struct round *r, size_t agent, const char *text, size_t size)
{
	r->declared |= dt_move_bit(agent);
	dt_hash_of(text, size, r->hash[agent]);
}

static enum dt_status
put(struct round *r, enum dt_entry_kind kind, size_t agent,
    const struct dt_class_signed *text)
{
	return text->text == NULL ? DT_OK : dt_class_log_put(r->log, kind,
	    r->group->run, r->played->number,
	    r->log->signer[choice_of(r, agent)->person], text);
}

static enum dt_status
commit(struct round *r, size_t agent)
{
	return put(r, DT_ENTRY_COMMIT, agent, &choice_of(r, agent)->commit);
}

static enum dt_status
open(struct round *r, size_t agent)
{
	const struct dt_class_signed *text = &choice_of(r, agent)->open;
	if (text->text != NULL)
		declare(r, agent, text->text, text->size);
	return put(r, DT_ENTRY_OPEN, agent, text);
}

/* Who could have signed, and did not in time, or committed and never opened:
 * the referee says what was played in the seat's place. */
static enum dt_status
miss(struct round *r, size_t agent)
{
	const struct dt_class_choice *choice = choice_of(r, agent);
	if (choice->source != DT_CLASS_TIMEOUT || choice->person < 0 ||
	    r->log->signer[choice->person] == 0)
		return DT_OK;
	struct dt_entry e = entry_of(r, DT_ENTRY_MISSING, agent,
	    DT_ROSTER_REFEREE);
	struct dt_entry commit;
	e.uncommitted = choice->commit.text == NULL || dt_entry_read(
	    choice->commit.text, choice->commit.size, &commit, NULL) !=
	    DT_VERDICT_GOOD;
	if (!e.uncommitted)
		memcpy(e.hash, commit.hash, sizeof(e.hash));
	e.move = dt_lines_word(choice->races ? "RACE" : "PAUSE");
	enum dt_status status = dt_class_log_sign(r->log, DT_ROSTER_REFEREE,
	    &e);
	if (status == DT_OK)
		declare(r, agent, r->log->seal.texts.bytes,
		    r->log->seal.texts.size);
	return status;
}

static enum dt_status
find(struct round *r, size_t agent)
{
	const struct dt_tape_round *p = r->played;
	uint64_t bound = p->phase == DT_PHASE_IN_FORCE ? p->parties : 0;
	if (!dt_move_has(p->findings & bound & r->declared, agent))
		return DT_OK;
	struct dt_entry e = entry_of(r, DT_ENTRY_FINDING, agent,
	    DT_ROSTER_INSPECTOR);
	e.move = dt_lines_word("RACE");
	memcpy(e.hash, r->hash[agent], sizeof(e.hash));
	return dt_class_log_sign(r->log, DT_ROSTER_INSPECTOR, &e);
}

enum dt_status
dt_class_log_round(struct dt_class_log *log,
    const struct dt_class_group *group, size_t round)
{
	enum dt_status (*const parts[])(struct round *, size_t) = { commit,
		open, miss, find };
	const struct dt_class *c = log->store->class;
	struct round r = { .log = log, .group = group,
		.played = &dt_tape_rounds((struct dt_tape *)(uintptr_t)
		&group->tape)[round - 1] };
	enum dt_status status = DT_OK;
	for (size_t i = 0; i < c->n; i++)
		if (choice_of(&r, i)->person >= 0)
			dt_class_signer(c, choice_of(&r, i)->person,
			    group->block, r.signer[i]);
	for (size_t part = 0; part < sizeof(parts) / sizeof(parts[0]); part++)
		for (size_t i = 0; i < c->n && status == DT_OK; i++)
			status = parts[part](&r, i);
	return status;
}
