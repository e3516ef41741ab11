/* audit_batch: many signatures, strictly verified by several threads. */
#include "audit/audit_internal.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

enum { THREADS_MOST = 64, STRIDE = 32 };

struct work {
	const struct dt_registry *registry;
	struct dt_audit_batch *batch;
	atomic_size_t next;
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

static void *
verify_some(void *work)
{
	struct work *w = work;
	size_t i;
	while ((i = atomic_fetch_add(&w->next, STRIDE)) < w->batch->n)
		for (size_t k = i; k < i + STRIDE && k < w->batch->n; k++)
			if (w->batch->items[k].verdict == DT_VERDICT_GOOD)
				verify(w, &w->batch->items[k]);
	return NULL;
}

/* This thread works too, so that it goes on if the system gives no other. */
enum dt_status
dt_audit_batch(struct dt_audit *a, struct dt_audit_batch *batch)
{
	struct work w = { &a->registry, batch, 0 };
	pthread_t threads[THREADS_MOST];
	int n = 0, wanted = a->request->threads - 1;
	if (batch->texts.failed)
		return dt_status_no_memory(a->err);
	while (n < wanted && n < THREADS_MOST && batch->n > STRIDE &&
	    pthread_create(&threads[n], NULL, verify_some, &w) == 0)
		n++;
	verify_some(&w);
	for (int i = 0; i < n; i++)
		pthread_join(threads[i], NULL);
	for (size_t i = 0; i < batch->n; i++)
		if (batch->items[i].verdict == DT_VERDICT_UNKNOWN)
			return dt_status_no_memory(a->err);
	return DT_OK;
}
