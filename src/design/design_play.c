/* design_play: where no cell can be judged exactly, those that cost least are
 * judged by play. Money moves along one ray, the text's own amounts times a
 * factor, which is doubled or halved and then halved between what fails and
 * what holds; so what comes of it is the best found, no optimum. See design.h.
 */
#include "design/design_internal.h"

#include <math.h>
#include <string.h>

#include "base/number.h"

enum { DOUBLINGS = 4, HALVINGS = 2 };

struct player {
	struct dt_design *d;
	struct dt_search_one one;       /* the cell, with its money */
	struct dt_search_one held;
	double unit[DT_LEVER_MONEY];
	bool any;
	struct dt_error *err;
};

/* Fines as the text has them; of what it says nothing, 1. */
static void
find_units(struct player *p)
{
	const struct dt_treaty *text = &p->d->base.scenario->treaty;
	const struct dt_treaty_rung *rungs = text->response.ladder.items;
	for (size_t k = 0; k < p->d->levers.n_money; k++) {
		const struct dt_lever *l = &p->d->levers.money[k];
		double said = l->kind == DT_LEVER_FINE &&
		    l->part < text->response.ladder.n ? rungs[l->part].fine :
		    l->kind == DT_LEVER_BOND ? text->bond :
		    l->kind == DT_LEVER_TARIFF ? text->tariff : 0;
		p->unit[k] = said > 0 ? said : l->kind == DT_LEVER_PAYMENT ?
		    0 : 1;
	}
}

static void
set_money(struct player *p, double times)
{
	double *money = p->one.amounts.money;
	for (size_t k = 0; k < p->d->levers.n_money; k++)
		money[k] = dt_number_min(p->d->levers.money[k].cap,
		    ceil(p->unit[k] * times / DT_AMOUNTS_STEP - 1e-9) /
		    (1 / DT_AMOUNTS_STEP));
	memcpy(p->one.amounts.exact, money, sizeof(p->one.amounts.exact));
}

/* What compliers have less than by the same text with no answer to findings,
 * which is judged exactly; lost rounds and burnt fines are not told apart, and
 * the larger weight counts for both. */
static enum dt_status
find_cost(struct player *p, const struct dt_deed_judged *judged)
{
	struct dt_design *d = p->d;
	const struct dt_costs *costs = d->request->costs;
	double calm[DT_AGENTS_MOST], sum = 0;
	struct dt_trial *trial = dt_trial_new(&d->search.trial);
	enum dt_status status = trial == NULL ? dt_status_no_memory(p->err) :
	    dt_trial_cell(trial, p->one.value, p->err);
	if (status == DT_OK)
		status = dt_trial_calm(trial, calm, p->err);
	uint64_t signers = dt_trial_signers(trial);
	dt_trial_free(trial);
	if (status != DT_OK)
		return status;
	for (uint64_t set = signers; set != 0; set &= set - 1) {
		size_t i = dt_move_first(set);
		sum += calm[i] - judged->verdict.start[i];
	}
	p->one.amounts.waste = dt_number_max(0, sum /
	    (double)dt_move_count(signers));
	p->one.amounts.cost = p->one.fixed + dt_number_max(costs->fines,
	    costs->suspensions) * p->one.amounts.waste;
	return DT_OK;
}

/* Whether play shows that it holds, or leaves it undecided though each departure
 * that was tried loses by three standard errors. */
static bool
seems_to_hold(const struct dt_design *d, const struct dt_comply_verdict *v)
{
	if (dt_design_holds(d, v))
		return true;
	for (int k = 0; k < DT_COMPLY_PARTS; k++) {
		const struct dt_comply_finding *f = &v->part[k];
		if (k == DT_COMPLY_CREDIBLE && !d->request->threats)
			continue;
		if (f->answer == DT_COMPLY_NO || (f->found && f->slack <= 3 *
		    f->error))
			return false;
	}
	return v->answer == DT_COMPLY_PERHAPS;
}

/* Whether the cell with this money seems to hold, by play. */
static enum dt_status
try_it(struct player *p, double times, bool *holds)
{
	struct dt_design *d = p->d;
	struct dt_treaty treaty;
	struct dt_deed_judged judged = { 0 };
	const char *text;
	set_money(p, times);
	d->plays++;
	enum dt_status status = dt_design_write(d, &p->one, &treaty, &text,
	    p->err);
	if (status == DT_OK)
		status = dt_design_judge(d, text, &judged, p->err);
	*holds = status == DT_OK && seems_to_hold(d, &judged.verdict);
	if (*holds)
		status = find_cost(p, &judged);
	if (*holds && status == DT_OK) {
		p->held = p->one;
		p->any = true;
	}
	dt_comply_verdict_free(&judged.verdict);
	return status;
}

static enum dt_status
go_along(struct player *p)
{
	double holds_at = 0, fails_at = 0, times = 1;
	bool holds;
	enum dt_status status = DT_OK;
	for (int k = 0; k < DOUBLINGS && status == DT_OK &&
	    (holds_at <= 0 || fails_at <= 0) &&
	    !dt_stop_is(p->d->request->stop); k++) {
		status = try_it(p, times, &holds);
		*(holds ? &holds_at : &fails_at) = times;
		times *= holds ? .5 : 2;
	}
	for (int k = 0; k < HALVINGS && status == DT_OK && holds_at > 0 &&
	    fails_at > 0 && !dt_stop_is(p->d->request->stop); k++) {
		times = (holds_at + fails_at) / 2;
		status = try_it(p, times, &holds);
		*(holds ? &holds_at : &fails_at) = times;
	}
	return status;
}

enum dt_status
dt_design_play(struct dt_design *d, struct dt_error *err)
{
	struct player p = { .d = d, .err = err };
	enum dt_status status = DT_OK;
	find_units(&p);
	for (size_t k = 0; k < d->found.n_open && status == DT_OK && !p.any &&
	    !dt_stop_is(d->request->stop); k++) {
		p.one = d->found.open[k];
		p.one.amounts = (struct dt_amounts){ .feasible = true,
		    .rounded = true, .bound = p.one.fixed };
		status = go_along(&p);
	}
	if (status != DT_OK || !p.any)
		return status;
	d->found.best = p.held;
	d->found.any = d->played = true;
	d->found.bound = dt_number_min(d->found.bound, p.held.fixed);
	return DT_OK;
}
