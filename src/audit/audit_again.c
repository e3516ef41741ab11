/* audit_again: see audit_again.h. */
#include "audit/audit_again.h"

#include <string.h>

static const enum dt_store_scan_what tables[3] = {
	DT_STORE_SCAN_SIGNER, DT_STORE_SCAN_ENTRY, DT_STORE_SCAN_CHECKPOINT,
};
enum { SIGNER, ENTRY, CHECKPOINT };

/* The next stored row of a table; NULL: there is none, or none to be read,
 * which the audit of the log has told. */
static enum dt_status
next(struct dt_audit_again *g, int table, const struct dt_cell **row)
{
	struct dt_audit *a = g->audit;
	*row = NULL;
	if (g->scan[table] == NULL)
		return DT_OK;
	enum dt_status status = dt_store_scan_next(g->scan[table], row,
	    a->err);
	return status == DT_ESTORE ? DT_OK : status;
}

static enum dt_status
object(struct dt_audit_again *g, int table, const char *column, int64_t at,
    int64_t run, int64_t round)
{
	return dt_audit_fault(g->audit, &(struct dt_audit_fault){
	    .table = dt_store_scan_table(tables[table]), .column = column,
	    .run = run, .round = round, .agent = table == SIGNER ? at : 0,
	    .leaf = table == ENTRY ? at : -1 }, column == NULL ?
	    "the row was removed, or cannot be read" : "is not what was "
	    "signed when the runs were played");
}

/* Which of the texts from column `from` on differs, or NULL. */
static const char *
differ(int table, const struct dt_cell *row, size_t from,
    const char *const *texts, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(row[from + i].text, texts[i]) != 0)
			return dt_store_scan_column(tables[table], from + i);
	return NULL;
}

static enum dt_status
see_signer(void *to, const struct dt_store_signer *made, struct dt_error *err)
{
	struct dt_audit_again *g = to;
	const struct dt_cell *row;
	const char *const texts[] = { made->name, made->role, made->session,
		made->identity };
	(void)err;
	enum dt_status status = next(g, SIGNER, &row);
	if (status)
		return status;
	const char *column = row ? differ(SIGNER, row, 1, texts, 4) : NULL;
	g->audit->now->cover[DT_STORE_SCAN_SIGNER].replayed += row != NULL &&
	    column == NULL;
	return row != NULL && column == NULL ? DT_OK : object(g, SIGNER,
	    column, made->signer, 0, 0);
}

static const char *
entry_differs(const struct dt_cell *row, const struct dt_store_entry *made)
{
	if (row[2].integer != made->run || row[3].integer != made->round)
		return "run";
	if (row[4].integer != made->signer ||
	    strcmp(row[1].text, made->kind) != 0)
		return "signer";
	if (strlen(row[5].text) != made->size ||
	    memcmp(row[5].text, made->text, made->size) != 0)
		return "text";
	return made->signature == NULL ||
	    strcmp(row[6].text, made->signature) == 0 ? NULL : "signature";
}

/* One that was removed is told once: the row behind it is held for its own. */
static enum dt_status
see_entry(void *to, const struct dt_store_entry *made, struct dt_error *err)
{
	struct dt_audit_again *g = to;
	const struct dt_cell *row = g->held;
	(void)err;
	enum dt_status status = row ? DT_OK : next(g, ENTRY, &row);
	if (status)
		return status;
	bool behind = row != NULL && row[0].integer > made->leaf;
	g->held = behind ? row : NULL;
	if (row == NULL || behind)
		return object(g, ENTRY, NULL, made->leaf, made->run,
		    made->round);
	const char *column = row[0].integer < made->leaf ? "leaf" :
	    entry_differs(row, made);
	g->audit->now->cover[DT_STORE_SCAN_ENTRY].replayed += column == NULL;
	return column == NULL ? DT_OK : object(g, ENTRY, column, made->leaf,
	    made->run, made->round);
}

static enum dt_status
see_checkpoint(void *to, const struct dt_store_checkpoint *made,
    struct dt_error *err)
{
	struct dt_audit_again *g = to;
	const struct dt_cell *row;
	const char *const texts[] = { made->digest, made->note };
	(void)err;
	enum dt_status status = next(g, CHECKPOINT, &row);
	if (status)
		return status;
	const char *column = row == NULL ? NULL :
	    row[0].integer != made->epoch ? "epoch" :
	    row[1].integer != made->first_run ? "first_run" :
	    row[2].integer != made->last_run ? "last_run" :
	    row[3].integer != made->size ? "size" :
	    differ(CHECKPOINT, row, 4, texts, 2);
	g->audit->now->cover[DT_STORE_SCAN_CHECKPOINT].replayed +=
	    row != NULL && column == NULL;
	return row != NULL && column == NULL ? DT_OK : object(g, CHECKPOINT,
	    column, made->epoch, made->last_run, 0);
}

enum dt_status
dt_audit_again_open(struct dt_audit *a, struct dt_audit_again *g)
{
	*g = (struct dt_audit_again){ .audit = a };
	bool lost = false;
	enum dt_status status = dt_evidence_new(&g->evidence, &a->experiment,
	    a->now->level, a->rounds, a->err);
	for (int i = 0; i < 3 && status == DT_OK; i++)
		status = dt_audit_damage(a, dt_audit_scan(a, tables[i],
		    &g->scan[i]), &lost);
	if (status == DT_OK)
		status = dt_audit_damage(a, dt_evidence_head(g->evidence,
		    a->store, a->now->id, a->err), &lost);
	if (status == DT_OK)
		g->evidence->sink = (struct dt_evidence_sink){ g, see_signer,
		    see_entry, see_checkpoint };
	/* The log's own audit verifies each signature that stands there by the
	 * key that registered: of rounds, to sign again would show no more. */
	if (status == DT_OK)
		g->evidence->maker.bare = true;
	return status;
}

void
dt_audit_again_close(struct dt_audit_again *g)
{
	for (int i = 0; i < 3; i++)
		dt_store_scan_close(g->scan[i]);
	dt_evidence_free(g->evidence);
}

/* An experiment that was made longer has epochs that ended before a multiple
 * of their length: where they did is what the checkpoints say. */
enum dt_status
dt_audit_again_run(struct dt_audit_again *g, int64_t run,
    const struct dt_seal *seal)
{
	struct dt_audit *a = g->audit;
	bool ends = false;
	enum dt_status status = dt_evidence_run(g->evidence, run, seal, &ends,
	    a->err);
	if (g->epoch < a->n_epochs && a->epochs[g->epoch].last_run == run) {
		g->epoch++;
		if (status == DT_OK && !ends)
			status = dt_evidence_end(g->evidence, a->err);
	}
	return status;
}
