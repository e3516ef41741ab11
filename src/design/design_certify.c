/*
 * design_certify: what is beside the answer, judged afresh from its text: each
 * lever a step down, and each clause left out; see design.h.
 */
#include "design/design_internal.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "design/clause.h"

bool
dt_design_holds(const struct dt_design *d, const struct dt_comply_verdict *v)
{
	return dt_deed_holds(d->request->threats, v);
}

enum dt_status
dt_design_judge(struct dt_design *d, const char *text,
    struct dt_deed_judged *judged, struct dt_error *err)
{
	const struct dt_trial_request *t = &d->search.trial;
	struct dt_deed_request request = { .experiment =
	    d->request->experiment, .corner = t->corner,
	    .n_corners = t->n_corners, .threats = d->request->threats,
	    .play = { .seed = 1, .threads = 1 } };
	return dt_deed_judge(d->arena, &request, text, judged, err);
}

enum dt_status
dt_design_cost(struct dt_design *d, const int64_t *value,
    const double *money, double *cost, int64_t *clauses, struct dt_error *err)
{
	const struct dt_costs *costs = d->request->costs;
	const double nothing[DT_LEVER_MONEY] = { 0 };
	struct dt_draft draft = { &d->base, &d->levers, value,
	    money };
	struct dt_treaty text;
	struct dt_trial_value free, paid;
	double lost = 0;
	struct dt_trial *trial = dt_trial_new(&d->search.trial);
	enum dt_status status = trial == NULL ? dt_status_no_memory(err) :
	    dt_draft_text(d->arena, &draft, &text, err);
	if (status == DT_OK)
		status = dt_trial_cell(trial, value, err);
	if (status == DT_OK)
		status = dt_trial_lost(trial, &lost, err);
	if (status == DT_OK)
		status = dt_trial_at(trial, nothing, &free, err);
	if (status == DT_OK)
		status = dt_trial_at(trial, money, &paid, err);
	dt_trial_free(trial);
	if (status != DT_OK)
		return status;
	*clauses = dt_clause_count(&text);
	*cost = dt_trial_fixed_cost(costs, &text) + costs->suspensions *
	    lost + costs->fines * dt_number_max(0, free.start - paid.start) +
	    costs->bonds * text.bond;
	return DT_OK;
}

static enum dt_status
judge_one(struct dt_design *d, const struct dt_search_one *one,
    struct dt_design_beside *b, struct dt_error *err)
{
	struct dt_treaty treaty;
	const char *text;
	int64_t clauses = 0;
	const struct dt_search_one *best = &d->found.best;
	enum dt_status status = dt_design_write(d, one, &treaty, &text, err);
	if (status == DT_OK)
		status = dt_design_judge(d, text, &b->judged, err);
	if (status == DT_OK)
		status = dt_design_cost(d, one->value, one->amounts.money,
		    &b->cost, &clauses, err);
	if (status == DT_EUSAGE) {      /* too many states to say */
		b->cost = NAN;
		b->cheaper = true;
		return DT_OK;
	}
	double saves = best->amounts.cost - b->cost;
	b->cheaper = saves > 1e-7 || (saves > -1e-7 && clauses <=
	    best->clauses);
	return status;
}

static struct dt_design_beside *
next(struct dt_design *d, const struct dt_lever *l)
{
	struct dt_design_beside *b = &d->down[d->n_down++];
	*b = (struct dt_design_beside){ .name = l->name };
	return b;
}

static size_t
pick_of(const struct dt_lever *l, int64_t value)
{
	size_t pick = 0;
	while (pick + 1 < l->n && l->values[pick] < value)
		pick++;
	return pick;
}

static enum dt_status
step_choices(struct dt_design *d, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	for (size_t k = 0; k < d->levers.n_choices && status == DT_OK; k++) {
		const struct dt_lever *l = &d->levers.choice[k];
		struct dt_search_one one = d->found.best;
		size_t pick = pick_of(l, one.value[k]);
		if (pick == 0)
			continue;
		struct dt_design_beside *b = next(d, l);
		b->from = dt_lever_value(d->arena, l, pick);
		b->to = dt_lever_value(d->arena, l, pick - 1);
		one.value[k] = l->values[pick - 1];
		status = judge_one(d, &one, b, err);
	}
	return status;
}

static enum dt_status
step_money(struct dt_design *d, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	for (size_t k = 0; k < d->levers.n_money && status == DT_OK; k++) {
		struct dt_search_one one = d->found.best;
		double now = one.amounts.money[k];
		if (now < DT_AMOUNTS_STEP / 2)
			continue;
		struct dt_design_beside *b = next(d, &d->levers.money[k]);
		one.amounts.money[k] = round(now / DT_AMOUNTS_STEP - 1) /
		    (1 / DT_AMOUNTS_STEP);
		b->from = dt_arena_print(d->arena, "%.10g", now);
		b->to = dt_arena_print(d->arena, "%.10g",
		    one.amounts.money[k]);
		status = judge_one(d, &one, b, err);
	}
	return status;
}

static enum dt_status
drop_clauses(struct dt_design *d, struct dt_error *err)
{
	size_t n = (size_t)dt_clause_count(&d->treaty);
	enum dt_status status = DT_OK;
	for (size_t k = 0; k < n && k < DT_DESIGN_BESIDE && status == DT_OK;
	    k++) {
		struct dt_design_beside *b = &d->drop[d->n_drop++];
		struct dt_treaty without;
		struct dt_text out = { 0 };
		b->name = dt_clause_drop(d->arena, &d->treaty, k, &without);
		status = b->name == NULL ? dt_status_no_memory(err) :
		    dt_deed_print(d->arena, &without, &out, err);
		if (status == DT_OK)
			status = dt_design_judge(d, dt_arena_copy(
			    d->arena, dt_text_string(&out)), &b->judged, err);
		dt_text_free(&out);
	}
	return status;
}

enum dt_status
dt_design_certify(struct dt_design *d, struct dt_error *err)
{
	enum dt_status status = dt_design_write(d, &d->found.best,
	    &d->treaty, &d->text, err);
	if (status == DT_OK)
		status = dt_design_judge(d, d->text, &d->judged, err);
	d->sure = status == DT_OK &&
	    dt_design_holds(d, &d->judged.verdict);
	if (status == DT_OK)
		status = step_choices(d, err);
	if (status == DT_OK)
		status = step_money(d, err);
	if (status == DT_OK)
		status = drop_clauses(d, err);
	for (size_t k = 0; k < d->n_down; k++)
		d->sure = d->sure && !(d->down[k].cheaper &&
		    dt_design_holds(d, &d->down[k].judged.verdict));
	return status;
}

void
dt_design_certify_free(struct dt_design *d)
{
	dt_comply_verdict_free(&d->judged.verdict);
	for (size_t k = 0; k < d->n_down; k++)
		dt_comply_verdict_free(&d->down[k].judged.verdict);
	for (size_t k = 0; k < d->n_drop; k++)
		dt_comply_verdict_free(&d->drop[k].judged.verdict);
}
