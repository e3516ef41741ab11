/* audit_says_hear: the entries of a log as facts, and what each of them must
 * be by itself; see audit_says.h. */
#include "audit/audit_says.h"

#include <string.h>

#include "base/memory.h"

enum dt_status
dt_audit_says_add(struct dt_audit_says *s, struct dt_audit_facts *facts,
    struct dt_audit_fact fact)
{
	if (facts->n == facts->room) {
		size_t room = facts->room ? 2 * facts->room : 64;
		struct dt_audit_fact *list = dt_memory_resize(facts->list,
		    room, sizeof(*list));
		if (list == NULL)
			return dt_status_no_memory(s->audit->err);
		facts->list = list;
		facts->room = room;
	}
	facts->list[facts->n++] = fact;
	return DT_OK;
}

enum dt_status
dt_audit_says_object(struct dt_audit_says *s, int64_t run,
    const struct dt_audit_fact *fact, const char *words)
{
	return dt_audit_fault(s->audit, &(struct dt_audit_fault){
	    .table = "entry", .run = run, .round = fact->round,
	    .agent = fact->agent + 1, .leaf = fact->leaf }, "%s: %s",
	    dt_entry_word(fact->kind), words);
}

static enum dt_status
keep_nonce(struct dt_audit_says *s, const unsigned char *nonce, int64_t leaf)
{
	if (s->n_nonces == s->room) {
		size_t room = s->room ? 2 * s->room : 256;
		struct dt_audit_nonce *list = dt_memory_resize(s->nonces,
		    room, sizeof(*list));
		if (list == NULL)
			return dt_status_no_memory(s->audit->err);
		s->nonces = list;
		s->room = room;
	}
	struct dt_audit_nonce *n = &s->nonces[s->n_nonces++];
	memcpy(n->bytes, nonce, sizeof(n->bytes));
	n->leaf = leaf;
	return DT_OK;
}

/* Are the keys that a pledge awaits those of the halt's parties, all of them?
 * They are ascending, so there is one such list. */
static bool
awaits_parties(const struct dt_audit_says *s, const struct dt_entry *e)
{
	const struct dt_audit *a = s->audit;
	size_t found = 0, n = 0;
	for (uint64_t set = s->bound; set != 0; set &= set - 1, n++) {
		const struct dt_registry_row *row = dt_registry_find(
		    &a->registry, dt_lines_word(
		    a->roster->seats[dt_move_first(set)].name));
		for (size_t k = 0; row != NULL && k < e->awaited; k++)
			found += memcmp(e->awaits[k], row->key.public,
			    DT_SIGN_PUBLIC) == 0;
	}
	return found == n && e->awaited == n;
}

/* A simulated party's nonce can be made again; others must be fresh. */
static enum dt_status
check_opening(struct dt_audit_says *s, const struct dt_entry *e,
    const struct dt_audit_fact *fact)
{
	static const unsigned char zero[DT_HASH_BYTES];
	const struct dt_roster_seat *seat =
	    &s->audit->roster->seats[fact->agent];
	const struct dt_registry_row *row = dt_registry_find(
	    &s->audit->registry, e->agent);
	unsigned char nonce[DT_KEY_NONCE];
	if (!dt_lines_is(e->move, "PAUSE") && !dt_lines_is(e->move, "RACE"))
		return dt_audit_says_object(s, (int64_t)e->run, fact,
		    "a move is PAUSE or RACE");
	if (memcmp(e->nonce, zero, sizeof(zero)) == 0)
		return dt_audit_says_object(s, (int64_t)e->run, fact, "its nonce is zero: "
		    "the commitment hid nothing");
	if (s->audit->class.is)
		return keep_nonce(s, e->nonce, fact->leaf);
	dt_key_nonce(seat->session, e->run, e->round, nonce);
	if (row != NULL && dt_vkey_same(&row->key, &seat->session->vkey) &&
	    memcmp(nonce, e->nonce, sizeof(nonce)) != 0)
		return dt_audit_says_object(s, (int64_t)e->run, fact, "its nonce is not "
		    "that of the simulated key");
	return keep_nonce(s, e->nonce, fact->leaf);
}

static enum dt_status
check_entry(struct dt_audit_says *s, const struct dt_entry *e,
    const struct dt_audit_fact *fact)
{
	int64_t run = (int64_t)e->run;
	bool treaty = memcmp(e->treaty, s->audit->treaty,
	    DT_HASH_BYTES) == 0;
	switch (e->kind) {
	case DT_ENTRY_OPEN:
		return check_opening(s, e, fact);
	case DT_ENTRY_PLEDGE:
		if (treaty && !awaits_parties(s, e))
			return dt_audit_says_object(s, run, fact, "it awaits others than "
			    "the parties of the halt");
		/* fallthrough */
	case DT_ENTRY_WITHDRAW:
		return treaty ? DT_OK : dt_audit_says_object(s, run, fact, "it is of "
		    "another treaty than the scenario has");
	default:
		return DT_OK;
	}
}

enum dt_status
dt_audit_says_hear(struct dt_audit_says *s)
{
	struct dt_entry e;
	struct dt_error why;
	const struct dt_cell *row = s->row;
	if (dt_entry_read(row[5].text, strlen(row[5].text), &e, &why) !=
	    DT_VERDICT_GOOD)
		return DT_OK;           /* told when the log was read */
	struct dt_audit_fact fact = { .round = row[3].integer,
		.kind = e.kind == DT_ENTRY_MISSING ? DT_ENTRY_OPEN : e.kind,
		.agent = s->audit->class.is ? dt_audit_class_agent(s->audit,
		e.agent, row[2].integer) : dt_audit_agent(s->audit, e.agent),
		.race = dt_lines_is(e.move, "RACE"), .leaf = row[0].integer };
	if (fact.agent < 0)
		return DT_OK;           /* and this */
	enum dt_status status = dt_audit_says_add(s, &s->said, fact);
	if (status == DT_OK && e.kind == DT_ENTRY_MISSING && e.uncommitted) {
		fact.kind = DT_ENTRY_COMMIT;
		fact.race = false;      /* a commitment tells no move */
		status = dt_audit_says_add(s, &s->said, fact);
	}
	return status ? status : check_entry(s, &e, &fact);
}
