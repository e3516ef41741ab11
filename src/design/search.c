/* search: see search.h. */
#include "design/search.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"
#include "design/clause.h"

#define SAME 1e-9               /* of costs that are taken to be equal */

/* A cell that waits for its turn. */
struct cell {
	double bound;
	uint32_t clauses, number;       /* by mixed radix */
};

struct searcher {
	const struct dt_search_request *asked;
	struct dt_search_found *found;
	struct dt_trial *trial;
	struct cell *cells;
	size_t n;
	struct dt_error *err;
};

static void
unpack(const struct dt_levers *levers, size_t number, int64_t *value)
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
	const struct cell *a = left, *b = right;
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
list_cells(struct searcher *s)
{
	const struct dt_trial_request *asked = &s->asked->trial;
	const double nothing[DT_LEVER_MONEY] = { 0 };
	int64_t value[DT_LEVER_CHOICES];
	struct dt_draft draft = { asked->experiment, asked->levers, value,
	    nothing };
	struct dt_arena arena = { 0 };
	enum dt_status status = DT_OK;
	size_t n = 0;
	for (size_t k = 0; k < s->n; k++) {
		struct dt_treaty text;
		unpack(asked->levers, k, value);
		if (is_twin(asked->levers, value))
			continue;
		status = dt_draft_text(&arena, &draft, &text, s->err);
		if (status != DT_OK)
			break;
		s->cells[n++] = (struct cell){
		    dt_trial_fixed_cost(asked->costs, &text),
		    (uint32_t)dt_clause_count(&text), (uint32_t)k };
		if (k % 256 == 255)
			dt_arena_free(&arena);
	}
	dt_arena_free(&arena);
	s->n = n;
	if (status == DT_OK)
		qsort(s->cells, s->n, sizeof(*s->cells), compare);
	return status;
}

static double
sum_of(const double *money, size_t n)
{
	double sum = 0;
	for (size_t k = 0; k < n; k++)
		sum += money[k];
	return sum;
}

bool
dt_search_better(const struct dt_search_one *one,
    const struct dt_search_one *than, size_t n_money)
{
	if (fabs(one->amounts.cost - than->amounts.cost) > SAME)
		return one->amounts.cost < than->amounts.cost;
	if (one->clauses != than->clauses)
		return one->clauses < than->clauses;
	return sum_of(one->amounts.money, n_money) <
	    sum_of(than->amounts.money, n_money) - SAME;
}

/* Those that cost hardly more than the best, and say less. */
static void
keep_ties(struct searcher *s, const struct dt_search_one *one)
{
	struct dt_search_found *f = s->found;
	size_t n = 0;
	double most = f->best.amounts.cost * 1.01 + SAME;
	if (one != NULL && f->n_ties < DT_SEARCH_TIES)
		f->tie[f->n_ties++] = *one;
	for (size_t k = 0; k < f->n_ties; k++)
		if (f->tie[k].amounts.cost <= most &&
		    f->tie[k].clauses < f->best.clauses)
			f->tie[n++] = f->tie[k];
	f->n_ties = n;
}

static void
take(struct searcher *s, const struct dt_search_one *one)
{
	struct dt_search_found *f = s->found;
	size_t n_money = s->asked->trial.levers->n_money;
	if (!f->any || dt_search_better(one, &f->best, n_money)) {
		struct dt_search_one old = f->best;
		bool had = f->any;
		if (had) {
			f->second = old;
			f->second_any = true;
		}
		f->best = *one;
		f->any = true;
		keep_ties(s, had ? &old : NULL);
		return;
	}
	keep_ties(s, one);
	if (!f->second_any || dt_search_better(one, &f->second, n_money))
		f->second = *one;
	f->second_any = true;
}

/* Clauses of the text with its money. */
static enum dt_status
count_clauses(struct searcher *s, struct dt_search_one *one)
{
	const struct dt_trial_request *asked = &s->asked->trial;
	struct dt_draft draft = { asked->experiment, asked->levers,
	    one->value, one->amounts.money };
	struct dt_arena arena = { 0 };
	struct dt_treaty text;
	enum dt_status status = dt_draft_text(&arena, &draft, &text, s->err);
	if (status == DT_OK) {
		int64_t before = one->clauses;
		one->clauses = dt_clause_count(&text);
		one->amounts.cost += asked->costs->clauses *
		    (double)(one->clauses - before);
	}
	dt_arena_free(&arena);
	return status;
}

static void
count_missed(struct dt_search_found *f, const struct dt_amounts *a)
{
	bool any = false;
	for (int k = 0; k < DT_TRIAL_ROW_KINDS; k++) {
		f->missed[k] += a->missed[k];
		any = any || a->missed[k];
	}
	f->never += !any;
}

static enum dt_status
look_at(struct searcher *s, const struct cell *cell)
{
	struct dt_search_found *f = s->found;
	struct dt_search_one one = { .clauses = cell->clauses,
	    .fixed = cell->bound };
	struct dt_error err = { 0 };
	double above = f->second_any && !s->asked->all ?
	    f->second.amounts.cost : INFINITY;
	unpack(s->asked->trial.levers, cell->number, one.value);
	enum dt_status status = dt_trial_cell(s->trial, one.value, &err);
	if (status == DT_OK)
		status = dt_amounts_find(s->trial, cell->bound, above,
		    &one.amounts, &err);
	if (one.amounts.stopped)
		return DT_OK;
	f->looked++;
	if (status == DT_ENOMEM)
		return dt_status_no_memory(s->err);
	if (status != DT_OK) {
		f->error = f->failed++ == 0 ? err : f->error;
		return DT_OK;
	}
	f->pruned += one.amounts.pruned;
	if (one.amounts.rounded) {
		f->held++;
		status = count_clauses(s, &one);
		if (status == DT_OK)
			take(s, &one);
	} else if (!one.amounts.pruned) {
		count_missed(f, &one.amounts);
	}
	if (status == DT_OK && s->asked->all)
		status = s->asked->each(s->asked->of, &one, s->err);
	return status;
}

/* Neither this cell nor one after it can be better than the two that were
 * found: each costs more, or as much with no fewer clauses. */
static bool
is_over(const struct dt_search_found *f, const struct cell *cell)
{
	double more = f->second_any ? cell->bound - f->second.amounts.cost :
	    -INFINITY;
	return more > SAME || (more > -SAME && (int64_t)cell->clauses >=
	    f->second.clauses);
}

static enum dt_status
go_through(struct searcher *s)
{
	struct dt_search_found *f = s->found;
	enum dt_status status = DT_OK;
	f->bound = INFINITY;
	for (size_t k = 0; k < s->n && status == DT_OK; k++) {
		if (!s->asked->all && is_over(f, &s->cells[k]))
			break;
		status = look_at(s, &s->cells[k]);
		if (dt_stop_is(s->asked->trial.stop)) {
			f->stopped = true;
			f->bound = s->cells[k].bound;
			break;
		}
		if (s->asked->progress != NULL)
			s->asked->progress(s->asked->of, (int64_t)k + 1,
			    (int64_t)s->n, f->any ? &f->best : NULL);
	}
	if (f->any && f->best.amounts.bound < f->bound)
		f->bound = f->best.amounts.bound;
	return status;
}

enum dt_status
dt_search_find(const struct dt_search_request *request,
    struct dt_search_found *found, struct dt_error *err)
{
	double cells = request->trial.levers->cells;
	*found = (struct dt_search_found){ .cells = (int64_t)cells };
	if (cells > DT_SEARCH_CELLS)
		return dt_status_fail(err, DT_EUSAGE, "the levers have %.0f "
		    "cells, more than %d: give ranges or larger steps, as "
		    "suspension=0:12:2", cells, DT_SEARCH_CELLS);
	struct searcher s = { .asked = request, .found = found, .err = err,
	    .n = (size_t)cells, .trial = dt_trial_new(&request->trial),
	    .cells = dt_memory_new((size_t)cells, sizeof(*s.cells)) };
	enum dt_status status = s.trial == NULL || s.cells == NULL ?
	    dt_status_no_memory(err) : list_cells(&s);
	if (status == DT_OK)
		status = go_through(&s);
	dt_trial_free(s.trial);
	dt_memory_free(s.cells);
	return status;
}
