/* say_kinds: each thing that is said, as an entry; see say.h. */
#include <inttypes.h>
#include <string.h>

#include "party/say_internal.h"

static struct dt_entry
entry_of(const struct dt_say *say, enum dt_entry_kind kind)
{
	const struct dt_charter *c = &say->book->protocol.charter;
	struct dt_entry e = { .kind = kind, .agent = say->name, .run = 1 };
	memcpy(e.treaty, c->treaty, DT_HASH_BYTES);
	memcpy(e.experiment, c->name, DT_HASH_BYTES);
	return e;
}

enum dt_status
dt_say_join(struct dt_say *say, struct dt_error *err)
{
	enum dt_charter_role role =
	    say->book->protocol.charter.members[say->member].role;
	struct dt_entry e = entry_of(say, DT_ENTRY_REGISTER);
	e.role = dt_lines_word(dt_charter_roles[role]);
	e.key = say->session->vkey;
	e.identity = say->identity->vkey;
	enum dt_status status = dt_say_sign(say, &e, err);
	if (status || role != DT_CHARTER_PARTY)
		return status;
	e = entry_of(say, DT_ENTRY_RATIFY);
	return dt_say_sign(say, &e, err);
}

enum dt_status
dt_say_pledge(struct dt_say *say, uint64_t round, struct dt_error *err)
{
	struct dt_entry e = entry_of(say, DT_ENTRY_PLEDGE);
	e.round = round;
	enum dt_status status = dt_protocol_set(&say->book->protocol, &e,
	    err);
	return status ? status : dt_say_sign(say, &e, err);
}

static enum dt_status
make_opening(const struct dt_say *say, uint64_t round, const char *move,
    struct dt_entry *opening, unsigned char hash[DT_HASH_BYTES],
    struct dt_error *err)
{
	*opening = entry_of(say, DT_ENTRY_OPEN);
	opening->round = round;
	opening->move = dt_lines_word(move);
	dt_key_nonce(say->session, opening->run, round, opening->nonce);
	return dt_entry_commitment(opening, hash, err);
}

enum dt_status
dt_say_commit(struct dt_say *say, const char *move, struct dt_error *err)
{
	struct dt_entry opening, e = entry_of(say, DT_ENTRY_COMMIT);
	e.round = say->book->protocol.round;
	if (strcmp(move, "PAUSE") != 0 && strcmp(move, "RACE") != 0)
		return dt_status_fail(err, DT_EUSAGE,
		    "the moves are PAUSE and RACE, not '%s'", move);
	if (e.round == 0)
		return dt_status_fail(err, DT_EUSAGE, "no round is played");
	enum dt_status status = make_opening(say, e.round, move, &opening,
	    e.hash, err);
	return status ? status : dt_say_sign(say, &e, err);
}

/* The commitment says which move it was: its nonce follows from the key. */
enum dt_status
dt_say_open(struct dt_say *say, struct dt_error *err)
{
	static const char *const moves[] = { "PAUSE", "RACE" };
	const struct dt_protocol *p = &say->book->protocol;
	uint64_t at = dt_protocol_find(p, DT_ENTRY_COMMIT, say->member,
	    p->round);
	unsigned char hash[DT_HASH_BYTES];
	struct dt_entry opening;
	for (int i = 0; i < 2 && at < p->n; i++) {
		enum dt_status status = make_opening(say, p->round, moves[i],
		    &opening, hash, err);
		if (status)
			return status;
		if (memcmp(hash, p->entries[at].entry.hash,
		    DT_HASH_BYTES) == 0)
			return dt_say_sign(say, &opening, err);
	}
	return dt_status_fail(err, DT_EUSAGE, "'%.*s' has no commitment to "
	    "open in round %" PRIu64, DT_LINES_SHOW(say->name), p->round);
}

static enum dt_status
find_party(const struct dt_say *say, const char *agent, size_t *who,
    struct dt_error *err)
{
	const struct dt_charter *c = &say->book->protocol.charter;
	*who = dt_charter_find(c, dt_lines_word(agent));
	return *who < c->parties ? DT_OK : dt_status_fail(err, DT_EUSAGE,
	    "there is no party '%s'", agent);
}

enum dt_status
dt_say_find(struct dt_say *say, const char *agent, uint64_t round,
    const char *move, struct dt_error *err)
{
	const struct dt_protocol *p = &say->book->protocol;
	struct dt_entry e = entry_of(say, DT_ENTRY_FINDING);
	size_t who;
	enum dt_status status = find_party(say, agent, &who, err);
	if (status)
		return status;
	e.officer = say->name;
	e.agent = dt_lines_word(agent);
	e.round = round;
	e.move = dt_lines_word(move);
	uint64_t at = dt_protocol_find(p, DT_ENTRY_OPEN, who, round);
	if (at == p->n)
		at = dt_protocol_find(p, DT_ENTRY_MISSING, who, round);
	if (at == p->n)
		return dt_status_fail(err, DT_EUSAGE, "round %" PRIu64
		    " is not over for '%s'", round, agent);
	dt_hash_of(p->entries[at].text.text, p->entries[at].text.size,
	    e.hash);
	return dt_say_sign(say, &e, err);
}

/* The charter's time, by the clock of this folder: since it first had the
 * entry that began what is waited for. */
static enum dt_status
check_time(const struct dt_say *say, struct dt_error *err)
{
	const struct dt_protocol *p = &say->book->protocol;
	uint64_t seen, end;
	enum dt_status status = dt_book_seen(say->book, p->since, &seen, err);
	if (status)
		return status;
	end = seen + p->charter.timeout;
	if (seen == 0 || say->now < end)
		return dt_status_fail(err, DT_EUSAGE, "the time is not over: "
		    "%" PRIu64 " seconds are left of %" PRIu64,
		    seen == 0 ? p->charter.timeout : end - say->now,
		    p->charter.timeout);
	return DT_OK;
}

enum dt_status
dt_say_missing(struct dt_say *say, const char *agent, struct dt_error *err)
{
	const struct dt_protocol *p = &say->book->protocol;
	struct dt_entry e = entry_of(say, DT_ENTRY_MISSING);
	size_t who;
	enum dt_status status = find_party(say, agent, &who, err);
	if (status == DT_OK)
		status = check_time(say, err);
	if (status)
		return status;
	uint64_t at = dt_protocol_find(p, DT_ENTRY_COMMIT, who, p->round);
	e.officer = say->name;
	e.agent = dt_lines_word(agent);
	e.round = p->round;
	e.move = p->charter.missing;
	e.uncommitted = at == p->n;
	if (at < p->n)
		memcpy(e.hash, p->entries[at].entry.hash, DT_HASH_BYTES);
	return dt_say_sign(say, &e, err);
}

enum dt_status
dt_say_lapse(struct dt_say *say, struct dt_error *err)
{
	const struct dt_protocol *p = &say->book->protocol;
	struct dt_entry e = { .kind = DT_ENTRY_LAPSE, .run = 1,
		.round = p->round, .officer = say->name };
	if (p->phase != DT_PROTOCOL_PLEDGING || p->round == 0)
		return dt_status_fail(err, DT_EUSAGE,
		    "nobody has pledged: nothing can lapse");
	enum dt_status status = check_time(say, err);
	return status ? status : dt_say_sign(say, &e, err);
}

enum dt_status
dt_say_withdraw(struct dt_say *say, uint64_t round, struct dt_error *err)
{
	struct dt_entry e = entry_of(say, DT_ENTRY_WITHDRAW);
	e.round = round;
	return dt_say_sign(say, &e, err);
}

enum dt_status
dt_say_rotate(struct dt_say *say, const struct dt_key *next,
    struct dt_error *err)
{
	struct dt_entry e = entry_of(say, DT_ENTRY_ROTATE);
	struct dt_key *session = NULL;
	enum dt_status status = dt_key_session(&session, next, e.experiment,
	    err);
	if (status == DT_OK) {
		e.key = session->vkey;
		e.identity = next->vkey;
		status = dt_say_sign(say, &e, err);
	}
	dt_key_free(session);
	return status;
}

enum dt_status
dt_say_revoke(struct dt_say *say, struct dt_error *err)
{
	struct dt_entry e = entry_of(say, DT_ENTRY_REVOKE);
	e.key = say->session->vkey;
	return dt_say_sign(say, &e, err);
}
