/*
 * audit_statute: what the entries of no round say, beside the scenario and
 * the checkpoints; see audit_internal.h. The cast of a log is the scenario's
 * agents and one log, referee and inspector; each party ratifies the
 * scenario's treaty, once; and each epoch has a root of each party (level
 * epoch) and a digest. Whose keys these are does not matter here.
 */
#include "audit/audit_internal.h"

#include <inttypes.h>
#include <string.h>

static enum dt_status
object(struct dt_audit *a, const struct dt_audit_item *item,
    const char *words)
{
	return dt_audit_fault(a, &(struct dt_audit_fault){ .table = "entry",
	    .leaf = item->leaf }, "%s of %.*s: %s",
	    dt_entry_word(item->entry.kind),
	    DT_LINES_SHOW(dt_entry_signer(&item->entry)), words);
}

/* Students of a class ratify by themselves; which of them are parties the
 * scenario says, which the class wrote. */
static enum dt_status
hear_student(struct dt_audit *a, const struct dt_audit_item *item)
{
	const struct dt_registry_row *row = dt_registry_find(&a->registry,
	    item->entry.agent);
	const char *wrong = row == NULL || !row->student ? "it is by nobody "
	    "of the class" : memcmp(item->entry.treaty, a->treaty,
	    sizeof(a->treaty)) != 0 ? "it ratifies another treaty than the "
	    "scenario has" : NULL;
	return wrong ? object(a, item, wrong) : DT_OK;
}

int
dt_audit_agent(const struct dt_audit *a, struct dt_lines_word name)
{
	for (size_t i = 0; i < a->roster->agents; i++)
		if (dt_lines_is(name, a->roster->seats[i].name))
			return (int)i;
	return -1;
}

static bool
is_party(const struct dt_audit *a, int agent)
{
	return agent >= 0 &&
	    strcmp(a->roster->seats[agent].role, "party") == 0;
}

static enum dt_status
hear_ratify(struct dt_audit *a, const struct dt_audit_item *item, int agent)
{
	uint64_t bit = agent < 0 ? 0 : UINT64_C(1) << agent;
	const char *wrong = !is_party(a, agent) ? "it is no party of the "
	    "scenario's treaty" : memcmp(item->entry.treaty, a->treaty,
	    sizeof(a->treaty)) != 0 ? "it ratifies another treaty than the "
	    "scenario has" : a->ratified & bit ? "it has ratified already" :
	    NULL;
	if (wrong == NULL)
		a->ratified |= bit;
	return wrong ? object(a, item, wrong) : DT_OK;
}

static enum dt_status
keep_root(struct dt_audit *a, struct dt_audit_epoch *epoch, int agent,
    const unsigned char *root)
{
	if (epoch->roots == NULL)
		epoch->roots = dt_arena_new(&a->arena, a->roster->agents,
		    sizeof(*epoch->roots));
	if (epoch->roots == NULL)
		return dt_status_no_memory(a->err);
	memcpy(epoch->roots[agent].bytes, root, DT_HASH_BYTES);
	epoch->signed_roots |= UINT64_C(1) << agent;
	return DT_OK;
}

static enum dt_status
hear_epoch(struct dt_audit *a, const struct dt_audit_item *item, int agent)
{
	const struct dt_entry *e = &item->entry;
	struct dt_audit_epoch *epoch = e->epoch <= a->n_epochs ?
	    &a->epochs[e->epoch - 1] : NULL;
	a->now->batched += (int64_t)e->count;
	if (a->now->level != DT_SEAL_EPOCH)
		return object(a, item, "a root, though the evidence is not "
		    "of level epoch");
	if (!is_party(a, agent))
		return object(a, item, "a root by who is no party");
	if (epoch == NULL || e->first_run != (uint64_t)epoch->first_run ||
	    e->last_run != (uint64_t)epoch->last_run)
		return object(a, item, "a root of runs that no epoch has");
	if (epoch->signed_roots & UINT64_C(1) << agent)
		return object(a, item, "a second root for one epoch");
	if (e->count != e->last_run - e->first_run + 1)
		return object(a, item, "it has not as many commitments as "
		    "the epoch has runs");
	return keep_root(a, epoch, agent, e->hash);
}

enum dt_status
dt_audit_statute(struct dt_audit *a, const struct dt_audit_item *item)
{
	int agent = dt_audit_agent(a, item->entry.agent);
	switch (item->entry.kind) {
	case DT_ENTRY_RATIFY:
		return a->class.is ? hear_student(a, item) :
		    hear_ratify(a, item, agent);
	case DT_ENTRY_EPOCH:
		return hear_epoch(a, item, agent);
	default:
		return DT_OK;
	}
}

static enum dt_status
lacks(struct dt_audit *a, const char *table, size_t agent, const char *who,
    const char *what)
{
	return dt_audit_fault(a, &(struct dt_audit_fault){ .table = table,
	    .agent = (int64_t)agent + 1, .leaf = -1 }, "%s: %s", who, what);
}

/* The scenario's agents by their names, the officers by their offices. */
static enum dt_status
check_seat(struct dt_audit *a, size_t i)
{
	const struct dt_roster_seat *s = &a->roster->seats[i];
	const struct dt_registry *r = &a->registry;
	size_t n = 0, right = 0;
	bool officer = i >= a->roster->agents;
	for (size_t k = 0; k < r->n; k++) {
		bool role = dt_lines_is(r->rows[k].role, s->role);
		bool is = officer ? role :
		    dt_lines_is(r->rows[k].agent, s->name);
		n += is;
		right += is && role;
	}
	if (n == 1 && right == 1)
		return DT_OK;
	return lacks(a, "signer", i, officer ? s->role : s->name, n == 0 ?
	    "nobody is registered as that" : n > 1 ?
	    "more than one is registered as that" : "is registered in "
	    "another role than it has in the scenario");
}

static enum dt_status
check_cast(struct dt_audit *a)
{
	enum dt_status status = DT_OK;
	for (size_t i = a->class.is ? a->roster->agents : 0;
	    i < a->roster->n && status == DT_OK; i++)
		status = check_seat(a, i);
	if (a->class.is)
		return status;
	if (status == DT_OK && a->registry.n > a->roster->n)
		status = lacks(a, "signer", a->roster->n, "the log",
		    "registers more than the scenario's agents and officers");
	for (size_t i = 0; i < a->roster->agents && status == DT_OK; i++)
		if (is_party(a, (int)i) && !(a->ratified >> i & 1))
			status = lacks(a, "entry", i,
			    a->roster->seats[i].name, "has not ratified the "
			    "treaty, and plays as its party");
	return status;
}

static enum dt_status
check_epoch(struct dt_audit *a, size_t k)
{
	const struct dt_audit_epoch *e = &a->epochs[k];
	enum dt_status status = DT_OK;
	for (size_t i = 0; i < a->roster->agents && status == DT_OK; i++)
		if (is_party(a, (int)i) && !(e->signed_roots >> i & 1))
			status = dt_audit_fault(a, &(struct dt_audit_fault){
			    .table = "entry", .run = e->last_run,
			    .agent = (int64_t)i + 1, .leaf = -1 },
			    "%s signs no root of epoch %zu",
			    a->roster->seats[i].name, k + 1);
	return status;
}

/* Is a log there at all, as far as runs are, if the experiment says so? */
static enum dt_status
check_length(struct dt_audit *a)
{
	size_t n = a->n_epochs;
	int64_t last = n ? a->epochs[n - 1].last_run : 0;
	a->now->sealed = last;
	if (n == 0 && (a->stored > 0 || a->registry.n > 0))
		return dt_audit_fault(a, &(struct dt_audit_fault){
		    .table = "checkpoint", .leaf = -1 }, "there is none, "
		    "though the experiment says evidence '%s': what was "
		    "signed was removed", dt_seal_level_words[a->now->level]);
	if (a->stored > last)
		return dt_audit_fault(a, &(struct dt_audit_fault){
		    .table = "checkpoint", .run = last + 1, .leaf = -1 },
		    "none covers runs %" PRId64 " to %" PRId64 ", though the "
		    "experiment is whole: an epoch was removed", last + 1,
		    a->stored);
	return DT_OK;
}

enum dt_status
dt_audit_statutes(struct dt_audit *a)
{
	if (a->now->level == DT_SEAL_NONE)
		return DT_OK;
	enum dt_status status = check_length(a);
	if (status == DT_OK && a->n_epochs > 0)
		status = check_cast(a);
	for (size_t k = 0; a->now->level == DT_SEAL_EPOCH && status == DT_OK &&
	    k < a->n_epochs; k++)
		status = check_epoch(a, k);
	return status;
}
