/* pledge: see pledge.h. The log is read once, as a machine with a state for
 * each party. */
#include "proof/pledge.h"

#include <string.h>

enum standing { SILENT, PLEDGED, WRONG_TEXT, WRONG_SET };

struct party {
	const struct dt_registry_row *row;      /* NULL: not registered */
	enum standing standing;
	uint64_t at;            /* its first pledge in the log */
};

struct machine {
	const struct dt_entry_signed *log;
	const struct dt_registry *registry;
	const struct dt_pledge_question *question;
	struct dt_pledge_ruling *ruling;
	struct dt_entry wanted;         /* .awaits: the set */
	struct party parties[DT_ENTRY_KEYS_MOST];
	size_t pledged;
};

static enum dt_status
rule(struct machine *m, enum dt_pledge_answer answer, size_t party,
    uint64_t entry)
{
	*m->ruling = (struct dt_pledge_ruling){ .answer = answer,
		.party = party, .entry = entry };
	return DT_OK;
}

static void
prove(struct machine *m, uint64_t entry)
{
	m->ruling->proof[m->ruling->proofs++] = entry;
}

/* Which party an entry is by, or n. */
static size_t
party_of(const struct machine *m, const struct dt_entry *entry)
{
	size_t i = 0;
	while (i < m->question->n &&
	    !dt_lines_same(entry->agent, m->question->parties[i]))
		i++;
	return i;
}

/* Is the entry about the question at all? Cheaper than a signature. */
static bool
concerns(const struct machine *m, const struct dt_entry *entry)
{
	const struct dt_pledge_question *q = m->question;
	if (entry->run != q->run || party_of(m, entry) == q->n)
		return false;
	if (entry->kind == DT_ENTRY_PLEDGE)
		return entry->round == q->round;
	return entry->kind == DT_ENTRY_WITHDRAW && entry->round <= q->round &&
	    memcmp(entry->treaty, q->treaty, DT_HASH_BYTES) == 0;
}

/* Reads entry i, if it is a valid one that concerns the question. */
static enum dt_status
look(const struct machine *m, uint64_t i, struct dt_entry *entry,
    bool *counts, struct dt_error *err)
{
	enum dt_verdict verdict = dt_entry_read(m->log[i].text,
	    m->log[i].size, entry, err);
	*counts = false;
	if (verdict == DT_VERDICT_GOOD && concerns(m, entry)) {
		verdict = dt_registry_check(m->registry, &m->log[i], entry,
		    err);
		*counts = verdict == DT_VERDICT_GOOD;
	}
	return verdict == DT_VERDICT_UNKNOWN ? DT_ENOMEM : DT_OK;
}

static enum standing
weigh(const struct machine *m, const struct dt_entry *pledge)
{
	if (memcmp(pledge->treaty, m->question->treaty, DT_HASH_BYTES) != 0)
		return WRONG_TEXT;
	if (pledge->awaited != m->wanted.awaited ||
	    memcmp(pledge->awaits, m->wanted.awaits,
	    pledge->awaited * DT_SIGN_PUBLIC) != 0)
		return WRONG_SET;
	return PLEDGED;
}

static bool
same_text(const struct dt_entry_signed *a, const struct dt_entry_signed *b)
{
	return a->size == b->size && memcmp(a->text, b->text, a->size) == 0;
}

static void
complete(struct machine *m, uint64_t entry)
{
	(void)rule(m, DT_PLEDGE_BINDING, 0, entry);
	for (size_t i = 0; i < m->question->n; i++)
		prove(m, m->parties[i].at);
}

/* A valid pledge or withdrawal before the deadline. True: it decides. */
static bool
step(struct machine *m, uint64_t i, const struct dt_entry *entry)
{
	size_t who = party_of(m, entry);
	struct party *party = &m->parties[who];
	if (entry->kind == DT_ENTRY_WITHDRAW) {
		(void)rule(m, DT_PLEDGE_WITHDRAWN, who, 0);
		prove(m, i);
		return true;
	}
	if (party->standing == SILENT) {
		*party = (struct party){ party->row, weigh(m, entry), i };
		m->pledged += party->standing == PLEDGED;
		if (m->pledged == m->question->n)
			complete(m, i);
		return m->pledged == m->question->n;
	}
	if (same_text(&m->log[i], &m->log[party->at]))
		return false;
	(void)rule(m, DT_PLEDGE_EQUIVOCATED, who, 0);
	prove(m, party->at);
	prove(m, i);
	return true;
}

/* Looks behind the deadline for the pledge that a party should have made. */
static enum dt_status
find_late(struct machine *m, uint64_t n, size_t who, struct dt_error *err)
{
	struct dt_entry entry;
	bool counts;
	(void)rule(m, DT_PLEDGE_MISSING, who, 0);
	for (uint64_t i = m->question->deadline; i < n; i++) {
		enum dt_status status = look(m, i, &entry, &counts, err);
		if (status)
			return status;
		if (counts && entry.kind == DT_ENTRY_PLEDGE &&
		    party_of(m, &entry) == who) {
			(void)rule(m, DT_PLEDGE_LATE, who, 0);
			prove(m, i);
			return DT_OK;
		}
	}
	return DT_OK;
}

/* Nothing decided before the deadline: the first party that falls short. */
static enum dt_status
find_fault(struct machine *m, uint64_t n, struct dt_error *err)
{
	size_t who = 0;
	while (m->parties[who].standing == PLEDGED)
		who++;
	if (m->parties[who].standing == SILENT)
		return find_late(m, n, who, err);
	(void)rule(m, m->parties[who].standing == WRONG_TEXT ?
	    DT_PLEDGE_OTHER_TEXT : DT_PLEDGE_OTHER_SET, who, 0);
	prove(m, m->parties[who].at);
	return DT_OK;
}

static enum dt_status
check_question(struct machine *m, struct dt_error *err)
{
	const struct dt_pledge_question *q = m->question;
	if (q->n < 1 || q->n > DT_ENTRY_KEYS_MOST)
		return dt_status_fail(err, DT_EUSAGE,
		    "a halt is of 1 to %d parties", DT_ENTRY_KEYS_MOST);
	for (size_t i = 0; i < q->n; i++) {
		m->parties[i].row = dt_registry_find(m->registry,
		    q->parties[i]);
		for (size_t j = 0; j < i; j++)
			if (dt_lines_same(q->parties[i], q->parties[j]))
				return dt_status_fail(err, DT_EUSAGE,
				    "'%.*s' is named twice",
				    DT_LINES_SHOW(q->parties[i]));
	}
	return DT_OK;
}

/* A party without a key cannot pledge: the halt lacks it from the start. */
static bool
all_registered(struct machine *m)
{
	for (size_t i = 0; i < m->question->n; i++)
		if (m->parties[i].row == NULL) {
			(void)rule(m, DT_PLEDGE_MISSING, i, 0);
			return false;
		}
	return true;
}

enum dt_status
dt_pledge_find(const struct dt_entry_signed *log, uint64_t n,
    const struct dt_registry *registry,
    const struct dt_pledge_question *question,
    struct dt_pledge_ruling *ruling, struct dt_error *err)
{
	struct machine m = { .log = log, .registry = registry,
		.question = question, .ruling = ruling };
	struct dt_entry entry;
	bool counts;
	enum dt_status status = check_question(&m, err);
	if (status || !all_registered(&m))
		return status;
	status = dt_pledge_set(registry, question->parties, question->n,
	    &m.wanted, err);
	for (uint64_t i = question->from; i < n && i < question->deadline;
	    i++) {
		if (status == DT_OK)
			status = look(&m, i, &entry, &counts, err);
		if (status || (counts && step(&m, i, &entry)))
			return status;
	}
	return status ? status : find_fault(&m, n, err);
}
