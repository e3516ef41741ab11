/*
 * audit_says: see audit_says.h.
 *
 * What simulated parties sign can be made again to the byte (audit_again). Of
 * other keys it cannot, but what it says can: who pledged, what each party
 * declared, whom the inspector found racing and who left, round by round, is
 * known from the play. Both are lists of facts, sorted and compared, so that
 * a log in another order of one round is as good. What is told here is worked
 * out from the rounds, not by the code that signs.
 */
#include "audit/audit_says.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* A fact for each agent of a set. */
static enum dt_status
each(struct dt_audit_says *s, uint64_t set, struct dt_audit_fact fact,
    uint64_t races)
{
	enum dt_status status = DT_OK;
	for (; set != 0 && status == DT_OK; set &= set - 1) {
		fact.agent = (int)dt_move_first(set);
		fact.race = dt_move_has(races, (size_t)fact.agent);
		status = dt_audit_says_add(s, &s->played, fact);
	}
	return status;
}

/* What the parties and the inspector had to sign in a round. */
static enum dt_status
tell_round(struct dt_audit_says *s, const struct dt_play_run *run, size_t k)
{
	const struct dt_tape_round *r = &run->rounds[k];
	uint64_t told = k > 0 ? run->rounds[k - 1].notified : 0;
	uint64_t in = r->phase == DT_PHASE_IN_FORCE ? r->parties : 0;
	struct dt_audit_fact fact = { .round = r->number, .leaf = -1 };
	enum dt_status status = DT_OK;
	fact.kind = DT_ENTRY_PLEDGE;
	if (r->number == run->tally->entered) {
		s->bound = in;
		status = each(s, in, fact, 0);
	}
	fact.kind = DT_ENTRY_COMMIT;
	if (status == DT_OK)
		status = each(s, in, fact, 0);
	fact.kind = DT_ENTRY_OPEN;
	if (status == DT_OK)
		status = each(s, in, fact, r->declared);
	fact.kind = DT_ENTRY_FINDING;
	if (status == DT_OK)
		status = each(s, r->findings & in, fact, UINT64_MAX);
	fact.kind = DT_ENTRY_WITHDRAW;
	return status ? status : each(s, r->notified & ~told, fact, 0);
}

/* Of a class: who chose and has a key signed a commitment and its opening, and
 * for who did not choose in time the referee speaks; of these the inspector
 * signs findings. It is what was meant that is signed, before a hand slips. */
static enum dt_status
tell_class(struct dt_audit_says *s, const struct dt_play_run *run, size_t k)
{
	const struct dt_tape_round *r = &run->rounds[k];
	const struct dt_audit_class *c = &s->audit->class;
	struct dt_audit_fact fact = { .round = r->number, .leaf = -1 };
	uint64_t signs = 0;
	for (size_t i = 0; i < c->n_choices; i++)
		if (c->choices[i].run == run->number &&
		    c->choices[i].round == r->number &&
		    c->choices[i].agent <= DT_AGENTS_MOST &&
		    (c->choices[i].source == 'h' ||
		    c->choices[i].source == 't') && dt_audit_class_enrolled(
		    s->audit, c->choices[i].participant))
			signs |= dt_move_bit((size_t)c->choices[i].agent - 1);
	fact.kind = DT_ENTRY_COMMIT;
	enum dt_status status = each(s, signs, fact, 0);
	fact.kind = DT_ENTRY_OPEN;
	if (status == DT_OK)
		status = each(s, signs, fact, r->intended);
	fact.kind = DT_ENTRY_FINDING;
	return status ? status : each(s, r->findings & signs &
	    (r->phase == DT_PHASE_IN_FORCE ? r->parties : 0), fact,
	    UINT64_MAX);
}

static enum dt_status
step(struct dt_audit_says *s)
{
	bool lost = false;
	s->row = NULL;
	return dt_audit_damage(s->audit, dt_store_scan_next(s->scan, &s->row,
	    s->audit->err), &lost);
}

/* The entries of a run; of an earlier one there are none that were played. */
static enum dt_status
take(struct dt_audit_says *s, int64_t run)
{
	enum dt_status status = DT_OK;
	s->said.n = 0;
	while (status == DT_OK && s->row != NULL &&
	    (s->row[3].integer == 0 || s->row[2].integer <= run)) {
		if (s->row[3].integer != 0)
			status = dt_audit_says_hear(s);
		if (status == DT_OK)
			status = step(s);
	}
	return status;
}

static int
compare(const void *left, const void *right)
{
	const struct dt_audit_fact *a = left, *b = right;
	if (a->round != b->round)
		return a->round < b->round ? -1 : 1;
	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	return a->agent < b->agent ? -1 : a->agent > b->agent;
}

static void
sort(struct dt_audit_facts *f)
{
	if (f->n > 0)
		qsort(f->list, f->n, sizeof(*f->list), compare);
}

static enum dt_status
merge(struct dt_audit_says *s, int64_t run)
{
	const struct dt_audit_facts *a = &s->said, *b = &s->played;
	size_t i = 0, k = 0;
	enum dt_status status = DT_OK;
	while (status == DT_OK && (i < a->n || k < b->n)) {
		int order = i == a->n ? 1 : k == b->n ? -1 :
		    compare(&a->list[i], &b->list[k]);
		if (order < 0)
			status = dt_audit_says_object(s, run, &a->list[i], "it was signed, "
			    "and was not played");
		else if (order > 0)
			status = dt_audit_says_object(s, run, &b->list[k], "it was played, "
			    "and nobody signed it");
		else if (a->list[i].race != b->list[k].race)
			status = dt_audit_says_object(s, run, &a->list[i],
			    b->list[k].race ? "RACE was played, and another "
			    "move is signed" : "PAUSE was played, and another "
			    "move is signed");
		else
			s->audit->now->cover[DT_STORE_SCAN_ENTRY].replayed++;
		i += order <= 0;
		k += order >= 0;
	}
	return status;
}

enum dt_status
dt_audit_says_run(struct dt_audit_says *s, const struct dt_play_run *run)
{
	enum dt_status status = DT_OK;
	s->played.n = 0;
	s->bound = 0;
	for (size_t k = 0; k < run->n_rounds && status == DT_OK; k++)
		status = s->audit->class.is ? tell_class(s, run, k) :
		    tell_round(s, run, k);
	if (status == DT_OK)
		status = take(s, run->number);
	sort(&s->said);
	sort(&s->played);
	return status ? status : merge(s, run->number);
}

static int
compare_nonces(const void *left, const void *right)
{
	const struct dt_audit_nonce *a = left, *b = right;
	return memcmp(a->bytes, b->bytes, sizeof(a->bytes));
}

enum dt_status
dt_audit_says_end(struct dt_audit_says *s)
{
	enum dt_status status = DT_OK;
	s->played.n = 0;
	status = take(s, INT64_MAX);
	sort(&s->said);
	if (status == DT_OK)
		status = merge(s, 0);
	if (s->n_nonces > 0)
		qsort(s->nonces, s->n_nonces, sizeof(*s->nonces),
		    compare_nonces);
	for (size_t i = 1; i < s->n_nonces && status == DT_OK; i++)
		if (compare_nonces(&s->nonces[i - 1], &s->nonces[i]) == 0)
			status = dt_audit_fault(s->audit,
			    &(struct dt_audit_fault){ .table = "entry",
			    .leaf = s->nonces[i].leaf }, "open: its nonce is "
			    "that of leaf %" PRId64 ": the commitment hid "
			    "nothing", s->nonces[i - 1].leaf);
	return status;
}

enum dt_status
dt_audit_says_open(struct dt_audit *a, struct dt_audit_says *s)
{
	bool lost = false;
	*s = (struct dt_audit_says){ .audit = a };
	enum dt_status status = dt_audit_damage(a, dt_audit_scan(a,
	    DT_STORE_SCAN_ENTRY, &s->scan), &lost);
	return status == DT_OK && !lost ? step(s) : status;
}

void
dt_audit_says_close(struct dt_audit_says *s)
{
	dt_store_scan_close(s->scan);
	dt_memory_free(s->said.list);
	dt_memory_free(s->played.list);
	dt_memory_free(s->nonces);
}
