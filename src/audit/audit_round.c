/* audit_round: what entries mean together: who commits opens, once, to what
 * was committed; findings are about declarations; pledges make a halt. */
#include "audit/audit_internal.h"

#include <inttypes.h>
#include <string.h>

#include "proof/pledge.h"

static enum dt_status
object(struct dt_audit *a, const struct dt_audit_item *item,
    const char *words)
{
	return dt_audit_fault(a, &(struct dt_audit_fault){ .table = "entry",
	    .run = item->run, .round = item->round, .leaf = item->leaf,
	    .agent = 0 }, "%.*s: %s", DT_LINES_SHOW(item->entry.agent),
	    words);
}

/* The row of the registry whom an entry is about, or -1. */
static int
seat_of(const struct dt_audit *a, struct dt_lines_word agent)
{
	const struct dt_registry_row *row =
	    dt_registry_find(&a->registry, agent);
	return row == NULL || row - a->registry.rows >= DT_AUDIT_SEATS ? -1 :
	    (int)(row - a->registry.rows);
}

/* The agent of a row of the registry, from 1; 0: none. */
static int64_t
agent_of(const struct dt_audit *a, int row, uint64_t run)
{
	struct dt_lines_word name = a->registry.rows[row].agent;
	return 1 + (a->class.is ? dt_audit_class_agent(a, name, (int64_t)run) :
	    dt_audit_agent(a, name));
}

/* Everybody who committed must have opened by the round's end. */
static enum dt_status
end_round(struct dt_audit *a)
{
	struct dt_audit_round *r = &a->round;
	enum dt_status status = DT_OK;
	for (int i = 0; i < DT_AUDIT_SEATS && status == DT_OK; i++)
		if (r->committed[i] && !r->opened[i])
			status = dt_audit_fault(a, &(struct dt_audit_fault){
			    .table = "entry", .run = (int64_t)r->run,
			    .round = (int64_t)r->round,
			    .agent = agent_of(a, i, r->run), .leaf = -1 },
			    "%.*s: the commitment was never opened, and the "
			    "referee says nothing of it", DT_LINES_SHOW(
			    a->registry.rows[i].agent));
	memset(r->committed, 0, sizeof(r->committed));
	memset(r->opened, 0, sizeof(r->opened));
	r->opening = false;
	return status;
}

/* The parties of a halt: whose keys the first pledge awaits. */
static size_t
parties_of(const struct dt_audit *a, const struct dt_entry *pledge,
    struct dt_lines_word parties[DT_ENTRY_KEYS_MOST])
{
	size_t n = 0;
	for (size_t i = 0; i < a->registry.n; i++)
		for (size_t k = 0; k < pledge->awaited; k++)
			if (memcmp(pledge->awaits[k],
			    a->registry.rows[i].key.public,
			    DT_SIGN_PUBLIC) == 0 && n < DT_ENTRY_KEYS_MOST)
				parties[n++] = a->registry.rows[i].agent;
	return n;
}

static enum dt_status
find_halt(struct dt_audit *a, const struct dt_entry_signed *log,
    struct dt_pledge_ruling *ruling)
{
	struct dt_audit_round *r = &a->round;
	struct dt_entry first;
	struct dt_lines_word parties[DT_ENTRY_KEYS_MOST];
	enum dt_verdict verdict = dt_entry_read(log[0].text, log[0].size,
	    &first, a->err);
	if (verdict)
		return verdict == DT_VERDICT_UNKNOWN ? DT_ENOMEM : DT_OK;
	struct dt_pledge_question q = { .run = r->run,
		.round = r->pledge[0].round, .parties = parties,
		.n = parties_of(a, &first, parties),
		.deadline = r->n_pledges };
	memcpy(q.treaty, first.treaty, sizeof(q.treaty));
	enum dt_status status = q.n == 0 ? DT_OK : dt_pledge_find(log,
	    r->n_pledges, &a->registry, &q, ruling, a->err);
	return status == DT_EUSAGE ? DT_OK : status;
}

/* The pledges of a run are all there when its first move is committed to. */
static enum dt_status
rule_halt(struct dt_audit *a)
{
	struct dt_audit_round *r = &a->round;
	struct dt_entry_signed log[DT_AUDIT_SEATS];
	struct dt_pledge_ruling ruling = { .answer = DT_PLEDGE_MISSING };
	size_t n = r->n_pledges;
	if (n == 0)
		return DT_OK;
	for (size_t i = 0; i < n; i++) {
		log[i].text = r->pledges.bytes + r->pledge[i].at;
		log[i].size = r->pledge[i].size;
		memcpy(log[i].signature, r->pledge[i].signature,
		    DT_SIGN_BYTES);
	}
	enum dt_status status = find_halt(a, log, &ruling);
	r->n_pledges = r->pledges.size = 0;
	if (status || ruling.answer != DT_PLEDGE_BINDING)
		return status ? status : dt_audit_fault(a,
		    &(struct dt_audit_fault){ .table = "entry",
		    .run = (int64_t)r->run, .round = (int64_t)r->round,
		    .leaf = r->pledge[n - 1].leaf }, "the halt never became "
		    "binding: %s", dt_pledge_word(ruling.answer));
	a->now->halts++;
	if (a->now->first_halt < 0)
		a->now->first_halt = r->pledge[ruling.entry].leaf;
	return DT_OK;
}

static enum dt_status
move_on(struct dt_audit *a, const struct dt_audit_item *item)
{
	struct dt_audit_round *r = &a->round;
	const struct dt_entry *e = &item->entry;
	if (e->run == r->run && e->round == r->round)
		return DT_OK;
	enum dt_status status = end_round(a);
	if (status == DT_OK && e->run != r->run)
		status = rule_halt(a);
	if (status == DT_OK && (e->run < r->run ||
	    (e->run == r->run && e->round < r->round)))
		status = object(a, item, "said of a round that was over");
	r->run = e->run;
	r->round = e->round;
	return status;
}

static enum dt_status
hear_pledge(struct dt_audit *a, const struct dt_audit_item *item,
    const char *text)
{
	struct dt_audit_round *r = &a->round;
	if (r->n_pledges == DT_AUDIT_SEATS)
		return object(a, item, "more pledges than parties");
	struct dt_audit_pledge *p = &r->pledge[r->n_pledges++];
	*p = (struct dt_audit_pledge){ .at = r->pledges.size,
		.size = item->size, .leaf = item->leaf,
		.round = item->entry.round };
	memcpy(p->signature, item->signature, DT_SIGN_BYTES);
	dt_text_add_n(&r->pledges, text, item->size);
	return r->pledges.failed ? dt_status_no_memory(a->err) : DT_OK;
}

static enum dt_status
hear_commit(struct dt_audit *a, const struct dt_audit_item *item, int seat)
{
	struct dt_audit_round *r = &a->round;
	enum dt_status status = rule_halt(a);
	a->now->commitments++;
	if (status == DT_OK && r->opening)
		status = object(a, item, "committed after others had opened");
	if (status == DT_OK && r->committed[seat])
		status = object(a, item, "committed twice: an equivocation, "
		    "if the texts differ");
	r->committed[seat] = true;
	memcpy(r->hash[seat], item->entry.hash, DT_HASH_BYTES);
	return status;
}

static enum dt_status
hear_opening(struct dt_audit *a, const struct dt_audit_item *item,
    const char *text, int seat)
{
	struct dt_audit_round *r = &a->round;
	unsigned char digest[DT_HASH_BYTES];
	dt_hash_of(text, item->size, digest);
	a->now->openings++;
	bool twice = r->opened[seat];
	r->opening = r->opened[seat] = true;
	r->race[seat] = dt_lines_is(item->entry.move, "RACE");
	if (!r->committed[seat] || twice)
		return object(a, item, "opened without a commitment");
	if (memcmp(digest, r->hash[seat], sizeof(digest)) != 0)
		return object(a, item, "opened what it had not committed to");
	return DT_OK;
}

/* The report says of whom the first one is. */
static enum dt_status
keep_unopened(struct dt_audit *a, const struct dt_audit_item *item, int row)
{
	struct dt_audit_experiment *now = a->now;
	if (now->unopened++ > 0)
		return DT_OK;
	now->unopened_at = dt_arena_print(&a->report->arena, "run %" PRIu64
	    ", round %" PRIu64 ", agent %" PRId64 ", by %.*s",
	    item->entry.run, item->entry.round, agent_of(a, row,
	    item->entry.run), DT_LINES_SHOW(item->entry.agent));
	return now->unopened_at ? DT_OK : dt_status_no_memory(a->err);
}

/* The referee's word stands in the place of an opening: a finding is about
 * it. It says whether there was a commitment, and which. */
static enum dt_status
hear_missing(struct dt_audit *a, const struct dt_audit_item *item,
    const char *text, int seat)
{
	struct dt_audit_round *r = &a->round;
	const struct dt_entry *e = &item->entry;
	bool fits = e->uncommitted ? !r->committed[seat] :
	    r->committed[seat] && memcmp(e->hash, r->hash[seat],
	    DT_HASH_BYTES) == 0;
	bool twice = r->opened[seat];
	r->opened[seat] = true;
	r->race[seat] = dt_lines_is(e->move, "RACE");
	enum dt_status status = e->uncommitted ? DT_OK : keep_unopened(a,
	    item, seat);
	dt_hash_of(text, item->size, r->hash[seat]);
	return status ? status : twice ? object(a, item, "opened, and said to "
	    "be missing") : fits ? DT_OK : object(a, item, "missing, with another commitment "
	    "than it made");
}

static enum dt_status
hear_finding(struct dt_audit *a, const struct dt_audit_item *item, int seat)
{
	struct dt_audit_round *r = &a->round;
	a->now->findings++;
	if (!r->opened[seat] || memcmp(item->entry.hash, r->hash[seat],
	    DT_HASH_BYTES) != 0)
		return object(a, item, "found, but not of its declaration");
	a->now->refuted += r->race[seat] !=
	    dt_lines_is(item->entry.move, "RACE");
	return DT_OK;
}

static enum dt_status
hear_digest(struct dt_audit *a, const struct dt_audit_item *item)
{
	const struct dt_entry *e = &item->entry;
	struct dt_audit_epoch *epoch = e->chunk <= a->n_epochs ?
	    &a->epochs[e->chunk - 1] : NULL;
	if (epoch == NULL || epoch->has_digest ||
	    e->first_run != (uint64_t)epoch->first_run ||
	    e->last_run != (uint64_t)epoch->last_run)
		return object(a, item, "a digest of runs that no epoch has");
	epoch->has_digest = true;
	memcpy(epoch->signed_digest, e->hash, DT_HASH_BYTES);
	return DT_OK;
}

static enum dt_status
hear_in_round(struct dt_audit *a, const struct dt_audit_item *item,
    const char *text)
{
	int seat = seat_of(a, item->entry.agent);
	enum dt_status status = move_on(a, item);
	if (status || seat < 0)
		return status ? status : object(a, item, "nobody of that name "
		    "is registered");
	switch (item->entry.kind) {
	case DT_ENTRY_PLEDGE:
		return hear_pledge(a, item, text);
	case DT_ENTRY_COMMIT:
		return hear_commit(a, item, seat);
	case DT_ENTRY_OPEN:
		return hear_opening(a, item, text, seat);
	case DT_ENTRY_FINDING:
		return hear_finding(a, item, seat);
	case DT_ENTRY_MISSING:
		return hear_missing(a, item, text, seat);
	case DT_ENTRY_WITHDRAW:
		a->now->withdrawals++;
		return DT_OK;
	default:
		return DT_OK;
	}
}

enum dt_status
dt_audit_round(struct dt_audit *a, const struct dt_audit_item *item,
    const char *text)
{
	enum dt_status status = DT_OK;
	if (item != NULL && item->entry.round != 0)
		return hear_in_round(a, item, text);
	if (item == NULL || item->entry.kind == DT_ENTRY_OUTCOME) {
		status = end_round(a);
		if (status == DT_OK)
			status = rule_halt(a);
	}
	if (status == DT_OK && item != NULL)
		status = dt_audit_statute(a, item);
	if (status == DT_OK && item != NULL &&
	    item->entry.kind == DT_ENTRY_OUTCOME)
		status = hear_digest(a, item);
	return status;
}
