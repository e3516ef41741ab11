/* audit_batch: many signatures, strictly verified by several threads. */
#include "audit/audit_internal.h"

#include <stdio.h>

#include "base/pool.h"

enum { STRIDE = 32 };           /* signatures that are an item of work */

struct work {
	const struct dt_registry *registry;
	struct dt_audit_batch *batch;
};

static void
verify(const struct work *w, struct dt_audit_item *item)
{
	struct dt_error why = { 0 };
	struct dt_entry_signed entry = { w->batch->texts.bytes + item->at,
		item->size, { 0 } };
	for (size_t i = 0; i < DT_SIGN_BYTES; i++)
		entry.signature[i] = item->signature[i];
	item->verdict = dt_registry_check(w->registry, &entry, &item->entry,
	    &why);
	if (item->verdict != DT_VERDICT_GOOD)
		snprintf(item->why, sizeof(item->why), "%.190s",
		    why.message);
}

static enum dt_status
verify_some(void *work, const struct dt_pool_turn *turn,
    struct dt_error *err)
{
	struct dt_audit_batch *batch = ((struct work *)work)->batch;
	size_t first = turn->item * STRIDE;
	for (size_t k = first; k < first + STRIDE && k < batch->n; k++) {
		struct dt_audit_item *item = &batch->items[k];
		if (item->verdict == DT_VERDICT_GOOD)
			verify(work, item);
		if (item->verdict == DT_VERDICT_UNKNOWN)
			return dt_status_no_memory(err);
	}
	return DT_OK;
}

enum dt_status
dt_audit_batch(struct dt_audit *a, struct dt_audit_batch *batch)
{
	struct work w = { &a->registry, batch };
	struct dt_pool_request request = {
		.n = (batch->n + STRIDE - 1) / STRIDE,
		.threads = a->request->threads, .work = verify_some, .of = &w };
	if (batch->texts.failed)
		return dt_status_no_memory(a->err);
	return dt_pool_run(&request, a->err);
}
