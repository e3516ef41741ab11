/* search_cells: see search_cells.h. */
#include "design/search_cells.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "design/clause.h"

void
dt_search_unpack(const struct dt_levers *levers, size_t number, int64_t *value)
{
	for (size_t k = 0; k < levers->n_choices; k++) {
		const struct dt_lever *l = &levers->choice[k];
		value[k] = l->values[number % l->n];
		number /= l->n;
	}
}

static int
compare(const void *left, const void *right)
{
	const struct dt_search_cell *a = left, *b = right;
	if (fabs(a->bound - b->bound) > 1e-12)
		return a->bound < b->bound ? -1 : 1;
	if (a->clauses != b->clauses)
		return a->clauses < b->clauses ? -1 : 1;
	return a->number < b->number ? -1 : a->number > b->number;
}

/* A cell that says the same as another one: items of a channel that is left
 * out. */
static bool
is_twin(const struct dt_levers *levers, const int64_t *value)
{
	for (size_t k = 0; k < levers->n_choices; k++)
		for (size_t j = 0; j < levers->n_choices; j++) {
			const struct dt_lever *l = &levers->choice[k],
			    *of = &levers->choice[j];
			if (l->kind == DT_LEVER_ITEMS &&
			    of->kind == DT_LEVER_CHANNEL &&
			    of->part == l->part && value[j] == 0 &&
			    value[k] != l->values[0])
				return true;
		}
	return false;
}

/* What each costs at the least; of its clauses those that money makes are in
 * neither. */
static enum dt_status
weigh(const struct dt_search_request *request, struct dt_search_cells *all,
    struct dt_error *err)
{
	const struct dt_trial_request *asked = &request->trial;
	const double nothing[DT_LEVER_MONEY] = { 0 };
	int64_t value[DT_LEVER_CHOICES];
	struct dt_draft draft = { asked->experiment, asked->levers, value,
	    nothing };
	struct dt_arena arena = { 0 };
	enum dt_status status = DT_OK;
	size_t n = 0;
	for (size_t k = 0; k < all->n; k++) {
		struct dt_treaty text;
		dt_search_unpack(asked->levers, k, value);
		if (is_twin(asked->levers, value))
			continue;
		status = dt_draft_text(&arena, &draft, &text, err);
		if (status != DT_OK)
			break;
		all->of[n++] = (struct dt_search_cell){
		    asked->price != NULL ? 0 :
		    dt_trial_fixed_cost(asked->costs, &text),
		    (uint32_t)dt_clause_count(&text), (uint32_t)k };
		if (k % 256 == 255)
			dt_arena_free(&arena);
	}
	dt_arena_free(&arena);
	all->n = n;
	return status;
}

static bool
has_values(const struct dt_levers *levers, size_t number,
    const int64_t *first)
{
	int64_t value[DT_LEVER_CHOICES];
	dt_search_unpack(levers, number, value);
	return memcmp(value, first, levers->n_choices * sizeof(*value)) == 0;
}

static void
put_first(const struct dt_search_request *request,
    struct dt_search_cells *all)
{
	size_t k = 0;
	while (k < all->n && !has_values(request->trial.levers,
	    all->of[k].number, request->first))
		k++;
	if (k == all->n)
		return;
	struct dt_search_cell it = all->of[k];
	memmove(all->of + 1, all->of, k * sizeof(*all->of));
	all->of[0] = it;
}

enum dt_status
dt_search_list(const struct dt_search_request *request,
    struct dt_search_cells *all, struct dt_error *err)
{
	double cells = request->trial.levers->cells;
	*all = (struct dt_search_cells){ NULL, 0 };
	if (cells > DT_SEARCH_CELLS)
		return dt_status_fail(err, DT_EUSAGE, "the levers have %.0f "
		    "cells, more than %d: give ranges or larger steps, as "
		    "suspension=0:12:2", cells, DT_SEARCH_CELLS);
	all->n = (size_t)cells;
	all->of = dt_memory_new(all->n, sizeof(*all->of));
	if (all->of == NULL)
		return dt_status_no_memory(err);
	enum dt_status status = weigh(request, all, err);
	if (status != DT_OK)
		return status;
	qsort(all->of, all->n, sizeof(*all->of), compare);
	if (request->first != NULL)
		put_first(request, all);
	return DT_OK;
}
