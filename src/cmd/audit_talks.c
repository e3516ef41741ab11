/* audit_talks: the part of `detente audit` that holds talks again; see
 * audit.h. */
#include <string.h>

#include "bargain/talks_again.h"
#include "cmd/audit.h"

bool
dt_cmd_audit_is_talks(const struct dt_audit_experiment *e)
{
	return e->left != NULL && strcmp(e->left,
	    dt_talks_record_engine) == 0;
}

static struct dt_audit_experiment *
find(struct dt_audit_report *r, int64_t id)
{
	for (size_t i = 0; i < r->n_experiments; i++)
		if (r->experiments[i].id == id)
			return &r->experiments[i];
	return NULL;
}

static enum dt_status
fault(void *to, const struct dt_talks_again_fault *f, struct dt_error *err)
{
	struct dt_audit_report *r = to;
	struct dt_audit_experiment *e = find(r, f->experiment);
	if (e != NULL)
		e->faults++;
	return dt_audit_add(r, &(struct dt_audit_fault){ .table = f->table,
	    .column = f->column, .experiment = f->experiment, .run = f->run,
	    .round = f->round, .agent = f->agent, .leaf = f->leaf,
	    .words = f->words }, err);
}

static bool
copy_head(const struct dt_talks_again_seen *seen, struct dt_audit_report *r,
    struct dt_audit_experiment *e)
{
	if (seen->root == NULL)
		return true;
	e->origin = dt_arena_copy(&r->arena, seen->origin);
	e->root = dt_arena_copy(&r->arena, seen->root);
	return e->origin != NULL && e->root != NULL;
}

/* All are simulated: talks are nobody else's. */
static void
copy_keys(const struct dt_talks_again_seen *seen,
    struct dt_audit_experiment *e)
{
	e->signers = e->simulated = seen->signers;
	e->keys = seen->signers > 0 ? DT_AUDIT_SIMULATED : DT_AUDIT_UNSIGNED;
	e->entries = seen->entries;
	e->checkpoints = seen->checkpoints;
}

static enum dt_status
seen(void *to, const struct dt_talks_again_seen *s, struct dt_error *err)
{
	struct dt_audit_report *r = to;
	struct dt_audit_experiment *e = find(r, s->experiment);
	if (e == NULL)
		return DT_OK;
	e->played = s->held;
	e->version = s->version;
	e->plays = DT_MODEL_VERSION;
	r->set_aside += !s->held && s->faults == 0 && s->why != NULL &&
	    s->version != DT_MODEL_VERSION;
	e->runs = s->runs;
	e->rows = s->rows;
	e->ended = s->ended;
	e->asked = s->asked;
	e->missing = s->asked - s->runs;
	copy_keys(s, e);
	for (int t = 0; t < DT_STORE_SCAN_OF_EXPERIMENTS; t++) {
		e->cover[t].replayed = s->replayed[t];
		e->cover[t].vouched = s->vouched[t];
		dt_audit_add_cover(r, dt_store_scan_table(
		    (enum dt_store_scan_what)t), s->replayed[t]);
	}
	return copy_head(s, r, e) ? DT_OK : dt_status_no_memory(err);
}

enum dt_status
dt_cmd_audit_talks(const struct dt_command_call *call,
    const struct dt_audit_request *request, struct dt_audit_report *report,
    struct dt_error *err)
{
	struct dt_talks_again again = { .threads = request->threads,
		.pins = request->pins, .newcomers = request->newcomers,
		.stop = request->stop, .fault = fault, .seen = seen,
		.to = report };
	bool any = false;
	for (size_t i = 0; i < report->n_experiments; i++)
		any |= dt_cmd_audit_is_talks(&report->experiments[i]);
	return any ? dt_talks_again(call->operands[0], &again, err) : DT_OK;
}
