/* infer: see infer.h. */
#include "infer/infer_internal.h"

#include <math.h>

double
dt_infer_gamma(double error)
{
	return error <= DT_SFEM_LEAST ? 0 : error >= .5 ? INFINITY :
	    1 / log((1 - error) / error);
}

/* Subjects who chose anything: of others nothing is known. */
static enum dt_status
count_subjects(struct dt_arena *arena, struct dt_infer_group *g,
    struct dt_error *err)
{
	const struct dt_choices *c = g->choices;
	bool *chose = dt_arena_new(arena, c->n_subjects, sizeof(*chose));
	if (chose == NULL)
		return dt_status_no_memory(err);
	for (size_t m = 0; m < c->n_matches; m++)
		chose[c->matches[m].subject] |= c->matches[m].n > 0;
	for (size_t i = 0; i < c->n_subjects; i++)
		g->subjects += chose[i];
	return DT_OK;
}

static enum dt_status
find_group(const struct dt_infer_request *r, struct dt_infer_group *g,
    struct dt_error *err)
{
	struct dt_arena *arena = r->catalogue->arena;
	g->models = dt_arena_new(arena, r->n_sets, sizeof(*g->models));
	enum dt_status status = g->models == NULL ? dt_status_no_memory(err) :
	    count_subjects(arena, g, err);
	if (status == DT_OK)
		status = dt_memory_one_find(g->choices, &g->memory, err);
	for (size_t k = 0; k < r->n_sets && status == DT_OK; k++) {
		struct dt_infer_request one = *r;
		if (k > 0) {
			one.samples = 0;
			one.n_types = 0;
		}
		g->models[k].set = &r->sets[k];
		status = dt_infer_model(&one, g->choices, &g->models[k], err);
	}
	return status;
}

enum dt_status
dt_infer_find(const struct dt_infer_request *request,
    const struct dt_choices *groups, size_t n, struct dt_infer *infer,
    struct dt_error *err)
{
	enum dt_status status = DT_OK;
	*infer = (struct dt_infer){ .request = request, .n = n,
		.groups = dt_arena_new(request->catalogue->arena, n,
		    sizeof(*infer->groups)) };
	if (infer->groups == NULL)
		return dt_status_no_memory(err);
	for (size_t g = 0; g < n && status == DT_OK; g++) {
		infer->groups[g].choices = &groups[g];
		status = find_group(request, &infer->groups[g], err);
	}
	return status;
}
