/* search: see search.h. */
#include "design/search_cells.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"
#include "design/clause.h"

#define SAME 1e-9               /* of costs that are taken to be equal */

struct searcher {
	const struct dt_search_request *asked;
	struct dt_search_found *found;
	struct dt_trial *trial;
	struct dt_search_cells all;
	struct dt_error *err;
};

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
	if (status == DT_OK && asked->price == NULL) {
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

/* The last of those that are wanted, which another one is to be better than;
 * NULL: not all are found. */
static const struct dt_search_one *
last_wanted(const struct searcher *s)
{
	const struct dt_search_found *f = s->found;
	if (s->asked->one)
		return f->any ? &f->best : NULL;
	return f->second_any ? &f->second : NULL;
}

/* What was not settled might cost as little as its bound. */
static void
leave_open(struct dt_search_found *f, const struct dt_search_one *one)
{
	f->bound = dt_number_min(f->bound, one->amounts.feasible ?
	    one->amounts.bound : one->fixed);
}

/* What needs no judgement: it cannot hold, or costs more than is wanted. *over:
 * no more of it is looked at. */
static enum dt_status
look_from_afar(struct searcher *s, const struct dt_search_cell *cell,
    double above, bool *over)
{
	struct dt_search_found *f = s->found;
	const struct dt_trial_request *asked = &s->asked->trial;
	struct dt_bound bound;
	enum dt_status status = dt_trial_bound(s->trial, &bound, s->err);
	*over = false;
	if (status != DT_OK || !bound.known || s->asked->all)
		return status;
	bool dear = asked->price == NULL && cell->bound +
	    asked->costs->suspensions * bound.lost > above + 1e-12;
	*over = bound.none || dear;
	f->looked += *over;
	f->pruned += dear && !bound.none;
	f->missed[DT_TRIAL_KEPT] += bound.none;
	return DT_OK;
}

/* What the cell is to better. */
static struct dt_amounts_above
above_of(const struct searcher *s, const struct dt_search_cell *cell)
{
	const struct dt_search_one *last = last_wanted(s);
	struct dt_amounts_above above = DT_AMOUNTS_ANY;
	if (last == NULL || s->asked->all)
		return above;
	above.cost = last->amounts.cost - (s->asked->one ? SAME : 0);
	/* with money it has one clause more */
	if ((int64_t)cell->clauses + 1 >= last->clauses)
		above.money = sum_of(last->amounts.money,
		    s->asked->trial.levers->n_money);
	return above;
}

static enum dt_status
look_at(struct searcher *s, const struct dt_search_cell *cell)
{
	struct dt_search_found *f = s->found;
	struct dt_search_one one = { .clauses = cell->clauses,
	    .fixed = cell->bound };
	struct dt_error err = { 0 };
	struct dt_amounts_above above = above_of(s, cell);
	dt_search_unpack(s->asked->trial.levers, cell->number, one.value);
	enum dt_status status = dt_trial_cell(s->trial, one.value, &err);
	bool over = false;
	if (status == DT_OK)
		status = look_from_afar(s, cell, above.cost, &over);
	if (status == DT_OK && over)
		return DT_OK;
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
		leave_open(f, &one);
		if (f->n_open < DT_SEARCH_TIES)
			f->open[f->n_open++] = one;
		return DT_OK;
	}
	f->pruned += one.amounts.pruned;
	if (one.amounts.rounded) {
		f->held++;
		status = count_clauses(s, &one);
		if (status == DT_OK)
			take(s, &one);
	} else if (!one.amounts.pruned) {
		if (one.amounts.feasible)
			leave_open(f, &one);
		count_missed(f, &one.amounts);
	}
	if (status == DT_OK && s->asked->all)
		status = s->asked->each(s->asked->of, &one, s->err);
	return status;
}

/* Neither this cell nor one after it can be better than those that are wanted:
 * each costs more, or as much with no fewer clauses. */
static bool
is_over(const struct searcher *s, const struct dt_search_cell *cell)
{
	const struct dt_search_one *last = last_wanted(s);
	if (s->asked->all || last == NULL)
		return false;
	double more = cell->bound - last->amounts.cost;
	return s->asked->any || more > SAME || (more > -SAME &&
	    (s->asked->one || (int64_t)cell->clauses >= last->clauses));
}

static enum dt_status
go_through(struct searcher *s)
{
	struct dt_search_found *f = s->found;
	enum dt_status status = DT_OK;
	for (size_t k = 0; k < s->all.n && status == DT_OK; k++) {
		const struct dt_search_cell *cell = &s->all.of[k];
		if (is_over(s, cell))
			break;
		status = look_at(s, cell);
		if (dt_stop_is(s->asked->trial.stop)) {
			f->stopped = true;
			f->bound = dt_number_min(f->bound, cell->bound);
			break;
		}
		if (s->asked->progress != NULL)
			s->asked->progress(s->asked->of, (int64_t)k + 1,
			    (int64_t)s->all.n, f->any ? &f->best : NULL);
	}
	if (f->any)
		f->bound = dt_number_min(f->bound, f->best.amounts.bound);
	return status;
}

enum dt_status
dt_search_find(const struct dt_search_request *request,
    struct dt_search_found *found, struct dt_error *err)
{
	*found = (struct dt_search_found){ .bound = INFINITY,
	    .cells = (int64_t)request->trial.levers->cells };
	struct searcher s = { .asked = request, .found = found, .err = err,
	    .trial = dt_trial_new(&request->trial) };
	enum dt_status status = s.trial == NULL ? dt_status_no_memory(err) :
	    dt_search_list(request, &s.all, err);
	if (status == DT_OK)
		status = go_through(&s);
	dt_trial_free(s.trial);
	dt_memory_free(s.all.of);
	return status;
}
