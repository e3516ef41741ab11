/* audit_replay: every run is played again, every stored row compared. */
#include "audit/audit_again.h"
#include "audit/audit_record.h"
#include "audit/audit_rows.h"
#include "audit/audit_runs.h"
#include "audit/audit_says.h"

#include <inttypes.h>
#include <string.h>

#include "base/memory.h"
#include "play/play.h"
#include "play/rows.h"

struct replay {
	struct dt_audit *audit;
	struct dt_audit_runs runs;
	struct dt_audit_rows rows;
	struct dt_audit_again again;    /* keys are simulated; or: */
	struct dt_audit_says says;
	struct dt_audit_record record;  /* of programs, if any played */
	struct dt_seal_maker maker;
	struct dt_merkle moves[DT_AGENTS_MOST];
	size_t epoch;           /* that the next run is in */
	struct dt_merkle digest;        /* of its stored rows */
	int64_t waiting[DT_AUDIT_ROWS_TABLES];  /* how many, by table */
	struct dt_merkle_hash head;
};

/* The roots that parties signed: those of simulated keys can be made again,
 * and what the others commit to nothing in the file shows. */
static enum dt_status
compare_roots(struct replay *p, const struct dt_audit_epoch *e)
{
	struct dt_audit *a = p->audit;
	enum dt_status status = DT_OK;
	for (size_t i = 0; i < a->roster->agents && status == DT_OK; i++) {
		const struct dt_roster_seat *s = &a->roster->seats[i];
		const struct dt_registry_row *row = dt_registry_find(
		    &a->registry, dt_lines_word(s->name));
		struct dt_merkle_hash root;
		dt_merkle_root(&p->moves[i], &root);
		p->moves[i] = (struct dt_merkle){ 0 };
		if (row == NULL || !(e->signed_roots >> i & 1))
			continue;
		if (!dt_vkey_same(&row->key, &s->session->vkey))
			a->now->closed_roots++;
		else if (!dt_merkle_same(&root, &e->roots[i]))
			status = dt_audit_fault(a, &(struct dt_audit_fault){
			    .table = "entry", .run = e->last_run,
			    .agent = (int64_t)i + 1, .leaf = -1 }, "%s's root "
			    "of the epoch is not of the moves that were "
			    "played", s->name);
	}
	return status;
}

static void
vouch(struct dt_audit_experiment *now, const struct replay *p)
{
	now->cover[DT_STORE_SCAN_EXPERIMENT].vouched = 1;
	now->cover[DT_STORE_SCAN_AGENT].vouched =
	    now->cover[DT_STORE_SCAN_AGENT].rows;
	for (int i = 0; i < DT_AUDIT_ROWS_TABLES; i++)
		now->cover[dt_audit_rows_tables[i]].vouched += p->waiting[i];
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
	if (p->again.evidence == NULL && a->now->level == DT_SEAL_EPOCH) {
		enum dt_status status = compare_roots(p, e);
		if (status)
			return status;
	}
	if (strcmp(dt_hash_hex(root.bytes, hex), e->digest) != 0)
		return dt_audit_fault(a, &where, "the rows of runs %" PRId64
		    " to %" PRId64 " do not give it", e->first_run,
		    e->last_run);
	if (!e->has_digest || memcmp(root.bytes, e->signed_digest,
	    sizeof(e->signed_digest)) != 0)
		return dt_audit_fault(a, &where, "the referee did not sign "
		    "it for runs %" PRId64 " to %" PRId64, e->first_run,
		    e->last_run);
	vouch(a->now, p);
	memset(p->waiting, 0, sizeof(p->waiting));
	return DT_OK;
}

/* The rows of the run as they are stored, into the digest of their epoch. */
static enum dt_status
digest(struct replay *p, const struct dt_play_run *run)
{
	struct dt_audit *a = p->audit;
	struct dt_merkle_hash leaf;
	if (p->epoch == a->n_epochs)
		return DT_OK;
	for (int i = 0; i < DT_AUDIT_ROWS_TABLES; i++)
		p->waiting[i] += p->rows.count[i];
	for (size_t i = 0; p->maker.level == DT_SEAL_EPOCH &&
	    i < a->roster->agents; i++)
		dt_merkle_add(&p->moves[i], &run->seal->moves[i]);
	if (p->digest.size == 0)
		dt_merkle_add(&p->digest, &p->head);
	dt_merkle_leaf(p->rows.bytes.bytes, p->rows.bytes.size, &leaf);
	dt_merkle_add(&p->digest, &leaf);
	return run->number == a->epochs[p->epoch].last_run ? end_epoch(p) :
	    DT_OK;
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
	bool same = stored->size == played->size &&
	    memcmp(stored->bytes, played->bytes, played->size) == 0;
	for (int i = 0; i < DT_AUDIT_ROWS_TABLES; i++) {
		a->now->cover[dt_audit_rows_tables[i]].rows += p->rows.count[i];
		a->now->cover[dt_audit_rows_tables[i]].replayed += same ?
		    p->rows.count[i] : 0;
	}
	if (!same)
		status = dt_audit_rows_differ(a, stored, played);
	if (status == DT_OK)
		status = digest(p, run);
	if (status == DT_OK && p->again.evidence != NULL)
		status = sign_again(p, run);
	if (status == DT_OK && p->says.scan != NULL)
		status = dt_audit_says_run(&p->says, run);
	return status ? status : dt_audit_tick(a, 1);
}

static enum dt_status
play(struct replay *p)
{
	struct dt_audit *a = p->audit;
	struct dt_play *play;
	const struct dt_play_run *run;
	struct dt_play_request request = {
		.runs = p->runs.n, .skip = p->runs.skip,
		.threads = a->request->threads,
		.rounds = p->says.scan != NULL,
		.outside = &p->record.hook,
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
	if (status == DT_OK && p->says.scan != NULL)
		status = dt_audit_says_end(&p->says);
	return status ? status : dt_audit_rows_end(a, &p->rows);
}

/* Simulated keys make the same log again; any others are heard out. */
static enum dt_status
open_log(struct replay *p)
{
	struct dt_audit *a = p->audit;
	bool roots = a->now->level == DT_SEAL_EPOCH;
	if (a->now->keys == DT_AUDIT_SIMULATED && !a->class.is)
		return dt_audit_again_open(a, &p->again);
	if (a->now->keys != DT_AUDIT_UNSIGNED &&
	    a->now->level == DT_SEAL_FULL) {
		enum dt_status status = dt_audit_says_open(a, &p->says);
		if (status)
			return status;
	}
	return dt_seal_maker(&p->maker, &a->experiment, a->roster, roots &&
	    a->now->keys != DT_AUDIT_UNSIGNED ? DT_SEAL_EPOCH : DT_SEAL_NONE,
	    a->rounds, a->err);
}

static enum dt_status
prepare(struct replay *p)
{
	struct dt_audit *a = p->audit;
	enum dt_status status = dt_audit_rows_open(a, &p->rows);
	if (status == DT_OK)
		status = dt_audit_record_open(a, &p->record);
	return status ? status : open_log(p);
}

static enum dt_status
read_head(struct replay *p)
{
	struct dt_audit *a = p->audit;
	bool lost = false;
	return dt_audit_damage(a, dt_evidence_leaf(a->store, a->now->id,
	    &p->head, a->err), &lost);
}

enum dt_status
dt_audit_replay(struct dt_audit *a)
{
	struct replay *p = dt_memory_new(1, sizeof(*p));
	if (p == NULL)
		return dt_status_no_memory(a->err);
	p->audit = a;
	enum dt_status status = dt_audit_runs(a, &p->runs);
	if (status == DT_OK && p->runs.n >= 0) {
		status = prepare(p);
		if (status == DT_OK)
			status = read_head(p);
		if (status == DT_OK)
			status = play(p);
	}
	dt_audit_again_close(&p->again);
	dt_audit_rows_close(&p->rows);
	dt_audit_record_close(&p->record);
	dt_audit_says_close(&p->says);
	dt_memory_free(p->runs.skip);
	dt_memory_free(p);
	return status;
}
