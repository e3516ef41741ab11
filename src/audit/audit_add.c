/* audit_add: what is found after the audit of the file itself goes into the
 * same report; see audit.h. */
#include "audit/audit.h"

#include <string.h>

#include "base/memory.h"

enum dt_status
dt_audit_add(struct dt_audit_report *r, const struct dt_audit_fault *fault,
    struct dt_error *err)
{
	if (r->faults++ >= DT_AUDIT_FAULTS_MOST)
		return DT_OK;
	const char *words = dt_arena_copy(&r->arena, fault->words);
	const char *table = fault->table ? dt_arena_copy(&r->arena,
	    fault->table) : NULL;
	if (words == NULL || (fault->table != NULL && table == NULL))
		return dt_status_no_memory(err);
	struct dt_audit_fault *f = &r->fault[r->n++];
	*f = *fault;
	f->table = table;
	f->words = words;
	return DT_OK;
}

enum dt_status
dt_audit_add_aside(struct dt_audit_report *r, int64_t solution,
    const char *why, struct dt_error *err)
{
	struct dt_audit_aside *list = dt_memory_resize(r->solutions_aside,
	    r->n_solutions_aside + 1, sizeof(*list));
	if (list == NULL)
		return dt_status_no_memory(err);
	r->solutions_aside = list;
	const char *copy = dt_arena_copy(&r->arena, why);
	if (copy == NULL)
		return dt_status_no_memory(err);
	list[r->n_solutions_aside++] = (struct dt_audit_aside){ solution,
		copy };
	r->set_aside++;
	return DT_OK;
}

void
dt_audit_add_cover(struct dt_audit_report *r, const char *table,
    int64_t replayed)
{
	for (size_t i = 0; i < r->n_tables; i++)
		if (strcmp(r->tables[i].name, table) == 0)
			r->tables[i].cover.replayed += replayed;
}
