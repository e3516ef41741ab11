/* export_witness: the last checkpoint, cosigned; see export_internal.h. */
#include "audit/export_internal.h"

#include <string.h>

#include "audit/witness.h"
#include "proof/cosigned.h"

static enum dt_status
cosign(struct dt_export *x)
{
	struct dt_text text = { 0 };
	dt_text_add_n(&text, x->checkpoint, strlen(x->checkpoint));
	enum dt_status status = dt_note_cosign(x->request->witness,
	    x->request->time, &text, x->err);
	if (status == DT_OK && !text.failed) {
		dt_cosigned_print(&x->request->witness->vkey, text.bytes,
		    text.size, &x->request->cosigned);
		return dt_export_text(x, "checkpoint", ".cosigned", &text);
	}
	dt_text_free(&text);
	return status ? status : dt_status_no_memory(x->err);
}

/* A witness that has seen another history says so and signs nothing. */
enum dt_status
dt_export_witness(struct dt_export *x)
{
	struct dt_witness_view view = { .log = dt_stored_log_keeper(&x->log)->key,
		.checkpoint = x->checkpoint, .leaves = x->log.leaves,
		.n = x->log.n };
	struct dt_text proof = { 0 }, fork = { 0 };
	struct dt_error other;
	enum dt_status status = dt_witness_see(x->request->seen, &view,
	    &proof, &fork, x->err);
	if (status == DT_OK) {
		status = dt_export_text(x, "checkpoint", ".consistency",
		    &proof);
		return status ? status : cosign(x);
	}
	dt_text_free(&proof);
	x->request->refused = status == DT_ESTORE;
	if (fork.size > 0) {
		struct dt_error *err = x->err;
		x->err = &other;        /* why it was refused is told */
		(void)dt_export_text(x, "fork", ".txt", &fork);
		x->err = err;
	}
	dt_text_free(&fork);
	return status;
}
