/* audit_replay: every run is played again, every stored row compared. */
#include "audit/audit_again.h"
#include "audit/audit_rows.h"

#include <inttypes.h>
#include <string.h>

#include "base/memory.h"
#include "play/play.h"
#include "play/rows.h"

struct replay {
	struct dt_audit *audit;
	int64_t runs;           /* numbers to look at: 1 to runs */
	bool *skip;             /* owned: [run - 1] */
	struct dt_audit_rows rows;
	struct dt_audit_again again;
	struct dt_roster *roster;
	struct dt_seal_maker maker;
	size_t epoch;           /* that the next run is in */
	struct dt_merkle digest;        /* of its stored rows */
	struct dt_merkle_hash head;
};

/* Which runs there should be. What was said to be whole has all of them, and
 * so has all that checkpoints cover; else those that are there. */
static int64_t
least_runs(const struct dt_audit *a)
{
	int64_t covered = a->n_epochs ? a->epochs[a->n_epochs - 1].last_run :
	    0;
	return covered > a->stored ? covered : a->stored;
}

static enum dt_status
count_runs(struct replay *p)
{
	struct dt_audit *a = p->audit;
	const struct dt_cell *row = NULL;
	struct dt_store_scan *scan = NULL;
	bool lost = false;
	/* more than were asked for there cannot be, whatever is stored */
	int64_t least = least_runs(a) < a->asked ? least_runs(a) : a->asked;
	int64_t most = a->now->level == DT_SEAL_NONE ? a->asked : least;
	p->runs = least;
	enum dt_status status = dt_audit_scan(a, DT_STORE_SCAN_RUN, &scan);
	while (status == DT_OK && (status = dt_store_scan_next(scan, &row,
	    a->err)) == DT_OK && row != NULL)
		if (row[0].integer > p->runs && row[0].integer <= most)
			p->runs = row[0].integer;
	dt_store_scan_close(scan);
	return dt_audit_damage(a, status, &lost);
}

/* Leaves out, of an experiment that is not whole, runs that are not there. */
static enum dt_status
mark_runs(struct replay *p)
{
	struct dt_audit *a = p->audit;
	const struct dt_cell *row = NULL;
	struct dt_store_scan *scan = NULL;
	bool lost = false;
	int64_t least = least_runs(a);
	p->skip = dt_memory_new((size_t)p->runs + 1, sizeof(*p->skip));
	if (p->skip == NULL)
		return dt_status_no_memory(a->err);
	for (int64_t i = least; i < p->runs; i++)
		p->skip[i] = true;
	enum dt_status status = dt_audit_scan(a, DT_STORE_SCAN_RUN, &scan);
	while (status == DT_OK && (status = dt_store_scan_next(scan, &row,
	    a->err)) == DT_OK && row != NULL)
		if (row[0].integer >= 1 && row[0].integer <= p->runs)
			p->skip[row[0].integer - 1] = false;
	dt_store_scan_close(scan);
	return dt_audit_damage(a, status, &lost);
}

static enum dt_status
end_epoch(struct replay *p)
{
	struct dt_audit *a = p->audit;
	const struct dt_audit_epoch *e = &a->epochs[p->epoch++];
	struct dt_merkle_hash root;
	char hex[DT_HASH_HEX];
	struct dt_audit_fault where = { .table = "checkpoint",
		.column = "digest", .run = e->last_run, .leaf = -1 };
	dt_merkle_root(&p->digest, &root);
	p->digest = (struct dt_merkle){ 0 };
	if (strcmp(dt_hash_hex(root.bytes, hex), e->digest) != 0)
		return dt_audit_fault(a, &where, "the rows of runs %" PRId64
		    " to %" PRId64 " do not give it", e->first_run,
		    e->last_run);
	if (!e->has_digest || memcmp(root.bytes, e->signed_digest,
	    sizeof(e->signed_digest)) != 0)
		return dt_audit_fault(a, &where, "the referee did not sign "
		    "it for runs %" PRId64 " to %" PRId64, e->first_run,
		    e->last_run);
	return DT_OK;
}

/* The rows of the run as they are stored, into the digest of their epoch. */
static enum dt_status
digest(struct replay *p, int64_t run)
{
	struct dt_audit *a = p->audit;
	struct dt_merkle_hash leaf;
	if (p->epoch == a->n_epochs)
		return DT_OK;
	if (p->digest.size == 0)
		dt_merkle_add(&p->digest, &p->head);
	dt_merkle_leaf(p->rows.bytes.bytes, p->rows.bytes.size, &leaf);
	dt_merkle_add(&p->digest, &leaf);
	return run == a->epochs[p->epoch].last_run ? end_epoch(p) : DT_OK;
}

static void
tally(struct dt_audit_experiment *now, const struct dt_tally *t)
{
	now->runs++;
	for (size_t i = 0; i < t->n; i++) {
		now->breaches += t->agent[i].breaches;
		now->found += t->agent[i].alarms_right;
		now->missed += t->agent[i].missed;
		now->wrong += t->agent[i].alarms_wrong;
		now->lies += t->agent[i].false_declarations;
	}
}

/* What the run leaves as evidence, signed again; its rows in the form that the
 * stored ones have, which an older version may have written. */
static enum dt_status
sign_again(struct replay *p, const struct dt_play_run *run)
{
	struct dt_seal seal = *run->seal;
	struct dt_text old = { 0 };
	if (dt_rows_are_old(&p->rows.bytes)) {
		if (!dt_rows_add_old(&run->seal->rows, &old)) {
			dt_text_free(&old);
			return dt_status_no_memory(p->audit->err);
		}
		dt_merkle_leaf(old.bytes, old.size, &seal.rows_leaf);
	}
	dt_text_free(&old);
	return dt_audit_again_run(&p->again, run->number, &seal);
}

static enum dt_status
compare(struct replay *p, const struct dt_play_run *run)
{
	struct dt_audit *a = p->audit;
	const struct dt_text *played = &run->seal->rows;
	enum dt_status status = dt_audit_rows_take(a, &p->rows, run->number);
	const struct dt_text *stored = &p->rows.bytes;
	if (status)
		return status;
	tally(a->now, run->tally);
	a->now->rows += p->rows.rows;
	if (stored->size != played->size ||
	    memcmp(stored->bytes, played->bytes, played->size) != 0)
		status = dt_audit_rows_differ(a, stored, played);
	if (status == DT_OK)
		status = digest(p, run->number);
	if (status == DT_OK && p->again.evidence != NULL)
		status = sign_again(p, run);
	return status ? status : dt_audit_tick(a, 1);
}

static enum dt_status
play(struct replay *p)
{
	struct dt_audit *a = p->audit;
	struct dt_play *play;
	const struct dt_play_run *run;
	struct dt_play_request request = {
		.runs = p->runs, .skip = p->skip,
		.threads = a->request->threads,
		.seals = p->again.evidence ? &p->again.evidence->maker :
		    &p->maker,
	};
	enum dt_status status = dt_play_new(&play, &a->experiment, &request,
	    a->err);
	if (status)
		return status;
	while ((status = dt_play_next(play, &run, a->err)) == DT_OK &&
	    run != NULL)
		if ((status = compare(p, run)) != DT_OK)
			break;
	dt_play_free(play);
	return status ? status : dt_audit_rows_take(a, &p->rows, INT64_MAX);
}

static enum dt_status
prepare(struct replay *p)
{
	struct dt_audit *a = p->audit;
	enum dt_status status = count_runs(p);
	if (status == DT_OK)
		status = mark_runs(p);
	if (status == DT_OK)
		status = dt_audit_rows_open(a, &p->rows);
	if (status == DT_OK && a->now->simulated)
		status = dt_audit_again_open(a, &p->again);
	if (status == DT_OK && !a->now->simulated)
		status = dt_roster_new(&p->roster, &a->experiment, a->err);
	if (status == DT_OK && !a->now->simulated)
		status = dt_seal_maker(&p->maker, &a->experiment, p->roster,
		    DT_SEAL_NONE, a->rounds, a->err);
	return status;
}

static enum dt_status
read_head(struct replay *p)
{
	struct dt_audit *a = p->audit;
	bool lost = false;
	return dt_audit_damage(a, dt_evidence_leaf(a->store, a->now->id,
	    &p->head, a->err), &lost);
}

/* As many runs as the file could not hold are not played. */
static enum dt_status
check_number(struct replay *p)
{
	struct dt_audit *a = p->audit;
	enum { MOST = 1000000000 };
	if (a->asked <= MOST && least_runs(a) <= MOST)
		return DT_OK;
	p->runs = -1;
	return dt_audit_fault(a, &(struct dt_audit_fault){ .leaf = -1,
	    .table = "experiment", .column = "runs_asked" },
	    "more runs than there can be");
}

enum dt_status
dt_audit_replay(struct dt_audit *a)
{
	struct replay *p = dt_memory_new(1, sizeof(*p));
	if (p == NULL)
		return dt_status_no_memory(a->err);
	p->audit = a;
	enum dt_status status = check_number(p);
	if (status == DT_OK && p->runs >= 0) {
		status = prepare(p);
		if (status == DT_OK)
			status = read_head(p);
		if (status == DT_OK)
			status = play(p);
	}
	dt_audit_again_close(&p->again);
	dt_audit_rows_close(&p->rows);
	dt_roster_free(p->roster);
	dt_memory_free(p->skip);
	dt_memory_free(p);
	return status;
}
