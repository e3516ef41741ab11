/* audit_cosigned: what witnesses have cosigned, as it was kept beside the
 * file, against the log that is in it; see audit_internal.h. */
#include "audit/audit_internal.h"

static const struct dt_vkey *
key_of(const void *of, uint64_t size)
{
	const struct dt_audit *a = of;
	(void)size;
	for (size_t i = 0; i < a->registry.n; i++)
		if (dt_lines_is(a->registry.rows[i].role, "log"))
			return &a->registry.rows[i].key;
	return NULL;
}

/* Of a checkpoint that is the log's and of the entries stored. */
static bool
root_of(const void *of, uint64_t size, struct dt_merkle_hash *root)
{
	const struct dt_audit *a = of;
	for (size_t i = 0; i < a->n_epochs; i++)
		if (a->epochs[i].headed &&
		    (uint64_t)a->epochs[i].size == size) {
			*root = a->epochs[i].root;
			return true;
		}
	return false;
}

static enum dt_status
tell(void *to, const char *words)
{
	return dt_audit_fault(to, &(struct dt_audit_fault){ .leaf = -1,
	    .table = "cosignature" }, "%s", words);
}

enum dt_status
dt_audit_cosigned(struct dt_audit *a)
{
	struct dt_cosigned_log log = { .of = a, .size = a->tree.size,
		.key = key_of, .root = root_of };
	if (a->request->cosigned == NULL)
		return DT_OK;
	return dt_cosigned_judge(a->request->cosigned, &log,
	    &a->report->arena, &a->now->cosigned, &a->now->n_cosigned, tell,
	    a, a->err);
}

enum dt_status
dt_audit_elsewhere(struct dt_audit_report *r,
    const struct dt_cosigned_list *list, struct dt_error *err)
{
	if (list->n == 0)
		return DT_OK;
	r->elsewhere = dt_arena_new(&r->arena, list->n,
	    sizeof(*r->elsewhere));
	if (r->elsewhere == NULL)
		return dt_status_no_memory(err);
	for (size_t i = 0; i < list->n; i++) {
		const struct dt_cosigned *c = &list->items[i];
		if (c->met)
			continue;
		struct dt_audit_elsewhere *e =
		    &r->elsewhere[r->n_elsewhere++];
		e->witness = dt_arena_copy_n(&r->arena, c->witness.name.at,
		    c->witness.name.size);
		e->log = dt_arena_copy_n(&r->arena, c->origin.at,
		    c->origin.size);
		if (e->witness == NULL || e->log == NULL)
			return dt_status_no_memory(err);
	}
	return DT_OK;
}
