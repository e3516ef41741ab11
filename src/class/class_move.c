/*
 * class_move: a student's move. Who has a key sends a commitment and its
 * opening, both signed; they must be those of this round, of this person, of
 * each other and of nobody else, in their one form. In one trip both come
 * together; in two the commitment comes first, and the opening once all have
 * committed: until then not even the server knows a move. Who has no key says
 * the move.
 */
#include <string.h>

#include "class/class_form.h"
#include "class/class_internal.h"
#include "proof/base64.h"
#include "proof/entry.h"

struct said {
	struct dt_class *class;
	int64_t person;
	struct dt_class_choice choice;
	struct dt_entry commit, open;
};

static struct dt_class_reply
wrong(const char *why)
{
	return dt_class_refuse(422, why, "Load the page again and choose once "
	    "more.");
}

/* Is it time for that person to move? */
static struct dt_class_reply
may_move(const struct dt_class *c, int64_t person,
    struct dt_class_form *form)
{
	int64_t seat = c->people[person].seat;
	int64_t block = dt_class_form_whole(form, "block", 1, 1000, 0);
	int64_t round = dt_class_form_whole(form, "round", 1, 1000000, 0);
	const struct dt_class_group *g = dt_class_group_of(c, seat);
	if (seat < 0 || g == NULL)
		return dt_class_refuse(403, "You look on and have no seat.",
		    "Ask the teacher for one.");
	if ((c->stage != DT_CLASS_PLAY && c->stage != DT_CLASS_PRACTICE) ||
	    g->over || block != (int64_t)c->block + 1 || round != c->round)
		return dt_class_refuse(409, "That round is not open.",
		    "Look at the round that is.");
	if (c->paused >= 0)
		return dt_class_refuse(409, "The class is paused.",
		    "Wait until the teacher goes on.");
	const struct dt_class_seat *s = &c->seats[seat];
	if (s->mode == DT_CLASS_BY_BOT && !s->committed)
		return dt_class_refuse(409, "A bot plays your seat.",
		    "Ask the teacher for it.");
	if (s->chosen || (s->committed && !c->opening))
		return dt_class_refuse(409, "Your lab has chosen already.",
		    "The first choice stands.");
	if (c->opening && (!s->committed || s->choice.person != person))
		return dt_class_refuse(409, "The time to choose is over: what "
		    "was committed to is opened now.", "Wait for the next "
		    "round.");
	int64_t deadline = dt_class_deadline(c, (size_t)seat);
	if (deadline >= 0 && c->now > deadline + DT_CLASS_GRACE)
		return dt_class_refuse(409, "The time of that round is over.",
		    "Look at the round that is open.");
	return dt_class_well();
}

static struct dt_class_reply
read_entry(struct said *s, struct dt_class_form *form, const char *key,
    const char *signature_key, struct dt_class_signed *kept,
    struct dt_entry *entry)
{
	const char *text = dt_class_form_text(form, key);
	const char *said = dt_class_form_text(form, signature_key);
	if (text == NULL || said == NULL)
		return dt_class_refuse(400, "A commitment and its opening are "
		    "wanted, both signed.", "Load the page again.");
	kept->text = dt_class_keep(s->class, text);
	kept->size = strlen(kept->text);
	if (kept->size > DT_CLASS_ENTRY || dt_entry_read(kept->text,
	    kept->size, entry, NULL) != DT_VERDICT_GOOD)
		return wrong("What was signed is not in its one form.");
	if (!dt_base64_read(said, strlen(said), kept->signature,
	    DT_SIGN_BYTES))
		return wrong("A signature is 64 bytes in base64.");
	return dt_class_well();
}

static struct dt_class_reply
check_slot(const struct said *s, const struct dt_entry *e,
    enum dt_entry_kind kind)
{
	const struct dt_class *c = s->class;
	const struct dt_class_group *g = dt_class_group_of(c,
	    c->people[s->person].seat);
	char name[DT_CLASS_SIGNER];
	dt_class_signer(c, s->person, c->block, name);
	if (e->kind != kind)
		return wrong("A commitment and its opening are wanted.");
	if (!dt_lines_is(e->agent, name))
		return dt_class_refuse(403, "That is signed for another.",
		    "Load the page again.");
	if (e->run != (uint64_t)g->run || e->round != (uint64_t)c->round)
		return dt_class_refuse(409, "That is signed for another "
		    "round.", "Look at the round that is open.");
	return dt_class_well();
}

/* A hash that is there already was copied from a neighbour: it could only be
 * opened by who knows that one's nonce. */
static bool
is_copied(const struct said *s)
{
	const struct dt_class *c = s->class;
	for (size_t i = 0; i < c->n_seats; i++) {
		const struct dt_class_signed *other = &c->seats[i].choice.commit;
		struct dt_entry e;
		if ((c->seats[i].chosen || c->seats[i].committed) &&
		    other->text != NULL && dt_entry_read(other->text,
		    other->size, &e, NULL) == DT_VERDICT_GOOD &&
		    memcmp(e.hash, s->commit.hash, sizeof(e.hash)) == 0)
			return true;
	}
	return false;
}

/* A journal has what was verified when it came. */
static struct dt_class_reply
check_signature(const struct said *s, const struct dt_class_signed *text)
{
	return s->class->again || dt_sign_verify_slowly(
	    s->class->people[s->person].key, text->text, text->size,
	    text->signature) ? dt_class_well() :
	    wrong("A signature is not by your key.");
}

static struct dt_class_reply
take_commitment(struct said *s, struct dt_class_form *form)
{
	struct dt_class_reply reply = read_entry(s, form, "commit",
	    "commit_signature", &s->choice.commit, &s->commit);
	if (reply.status == 200)
		reply = check_slot(s, &s->commit, DT_ENTRY_COMMIT);
	if (reply.status == 200 && !s->class->again && is_copied(s))
		return wrong("That commitment is another's.");
	return reply.status == 200 ? check_signature(s, &s->choice.commit) :
	    reply;
}

static struct dt_class_reply
check_opened(struct said *s)
{
	static const unsigned char zero[DT_HASH_BYTES];
	const struct dt_class_signed *text = &s->choice.open;
	s->choice.races = dt_lines_is(s->open.move, "RACE");
	if (!dt_entry_opens(&s->commit, &s->open, text->text, text->size))
		return wrong("The opening is not what was committed to.");
	if (!s->choice.races && !dt_lines_is(s->open.move, "PAUSE"))
		return wrong("A move is PAUSE or RACE.");
	if (memcmp(s->open.nonce, zero, sizeof(zero)) == 0)
		return wrong("A nonce of zeros hides nothing.");
	return check_signature(s, text);
}

static struct dt_class_reply
take_opening(struct said *s, struct dt_class_form *form)
{
	struct dt_class_reply reply = read_entry(s, form, "opening",
	    "opening_signature", &s->choice.open, &s->open);
	if (reply.status == 200)
		reply = check_slot(s, &s->open, DT_ENTRY_OPEN);
	return reply.status == 200 ? check_opened(s) : reply;
}

static struct dt_class_reply
take_plain(struct said *s, struct dt_class_form *form)
{
	const char *move = dt_class_form_text(form, "move");
	if (move == NULL || (strcmp(move, "PAUSE") != 0 &&
	    strcmp(move, "RACE") != 0))
		return wrong("A move is PAUSE or RACE.");
	s->choice.races = strcmp(move, "RACE") == 0;
	return dt_class_well();
}

/* The second trip: what this person has committed to. */
static struct dt_class_reply
take_second(struct said *s, struct dt_class_form *form)
{
	s->choice = s->class->seats[s->class->people[s->person].seat].choice;
	return dt_entry_read(s->choice.commit.text, s->choice.commit.size,
	    &s->commit, NULL) == DT_VERDICT_GOOD ? take_opening(s, form) :
	    wrong("There is no commitment.");
}

static struct dt_class_reply
take(struct said *s, struct dt_class_form *form, bool trips)
{
	struct dt_class_reply reply = trips && dt_class_form_text(form,
	    "opening") != NULL ? wrong("A move is not opened before all have "
	    "committed.") : take_commitment(s, form);
	return reply.status != 200 || trips ? reply : take_opening(s, form);
}

struct dt_class_reply
dt_class_move(struct dt_class *c, int64_t person, struct dt_class_form *form)
{
	struct said s = { .class = c, .person = person, .choice = {
		.source = DT_CLASS_HUMAN, .person = person,
		.connected = dt_class_is_here(c, person),
		.decided_ms = c->now - c->opened, .excluded_why = "" } };
	bool key = c->people[person].has_key;
	bool trips = key && c->blocks[c->block].trips > 1;
	struct dt_class_reply reply = may_move(c, person, form);
	if (reply.status == 200)
		reply = c->opening ? take_second(&s, form) : key ?
		    take(&s, form, trips) : take_plain(&s, form);
	if (reply.status != 200)
		return reply;
	struct dt_class_seat *seat = &c->seats[c->people[person].seat];
	seat->choice = s.choice;
	seat->committed = trips;
	seat->chosen = !trips || c->opening;
	seat->back = seat->away;
	dt_class_touched(c);
	return reply;
}
