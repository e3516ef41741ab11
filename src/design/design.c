/* design: see design.h. */
#include "design/design_internal.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"

static enum dt_status
read_levers(struct dt_design *d, struct dt_error *err)
{
	const struct dt_experiment *e = &d->base;
	const char *names[DT_AGENTS_MOST];
	struct dt_lever_request request = { .words = d->request->levers,
	    .caps = d->request->caps, .base = &e->scenario->treaty,
	    .agents = names, .n_agents = e->model.n };
	for (size_t i = 0; i < e->model.n; i++) {
		names[i] = e->model.agents[i].name;
		request.n_signers += e->model.terms.exists &&
		    e->model.terms.joins[i] != 0 &&
		    dt_move_has(e->model.terms.open_to, i);
	}
	if (request.n_signers == 0)
		return dt_status_fail(err, DT_EUSAGE, "the treaty %s is open "
		    "to nobody who plays: give another to begin from with "
		    "--treaty", e->scenario->treaty.name);
	return dt_lever_read(d->arena, &request, &d->levers, err);
}

static void
progress(void *of, int64_t done, int64_t all, const struct dt_search_one *best)
{
	struct dt_design *d = of;
	char line[128];
	if (d->request->progress == NULL)
		return;
	if (best != NULL)
		(void)snprintf(line, sizeof(line), "a treaty that costs %.6g",
		    best->amounts.cost);
	d->request->progress(d->request->of, done, all,
	    best != NULL ? line : NULL);
}

/* A row of the grid. */
static enum dt_status
tell_cell(void *of, const struct dt_search_one *one, struct dt_error *err)
{
	struct dt_design *d = of;
	const struct dt_amounts *a = &one->amounts;
	(void)err;
	for (size_t k = 0; k < d->levers.n_choices; k++)
		dt_solution_whole(d->cells, one->value[k]);
	for (size_t k = 0; k < d->levers.n_money; k++)
		dt_solution_number(d->cells, a->feasible ? a->exact[k] : NAN);
	dt_solution_text(d->cells, a->rounded ? "yes" : a->feasible ?
	    "not in steps" : "no");
	dt_solution_number(d->cells, a->feasible ? a->bound : NAN);
	dt_solution_number(d->cells, a->rounded ? a->cost : NAN);
	return DT_OK;
}

static void
start_cells(struct dt_design *d)
{
	d->cells = dt_solution_table(d->solution, "cells", NULL);
	d->cells->hidden = true;
	for (size_t k = 0; k < d->levers.n_choices; k++)
		dt_solution_column(d->cells, d->levers.choice[k].name, NULL,
		    "");
	for (size_t k = 0; k < d->levers.n_money; k++)
		dt_solution_column(d->cells, d->levers.money[k].name, NULL,
		    "payoff");
	dt_solution_column(d->cells, "holds", NULL, "");
	dt_solution_column(d->cells, "least_cost", NULL,
	    "payoff a party and round");
	dt_solution_column(d->cells, "cost", NULL,
	    "payoff a party and round");
}

static enum dt_status
find(struct dt_design *d, struct dt_error *err)
{
	enum dt_status status = dt_base_make(d->arena,
	    d->request->experiment, d->request->levers, &d->base, &d->simple,
	    err);
	if (status == DT_OK)
		status = read_levers(d, err);
	if (status == DT_OK)
		status = dt_corner_read(d->request->robust,
		    d->search.trial.corner, &d->search.trial.n_corners, err);
	if (status != DT_OK)
		return status;
	dt_solution_start(d->solution, d->arena, "design",
	    d->request->experiment->scenario->name);
	d->solution->config = d->request->experiment->config;
	d->main = dt_solution_table(d->solution, "design", NULL);
	if (d->request->all)
		start_cells(d);
	status = dt_search_find(&d->search, &d->found, err);
	if (status == DT_OK && d->levers.n_rates > 0 && !d->found.stopped)
		status = dt_design_tune(d, err);
	if (status == DT_OK && !d->found.any && !d->found.stopped)
		status = dt_design_play(d, err);
	if (status == DT_OK && !d->found.any && d->plays == 0 &&
	    d->found.failed == d->found.looked && d->found.failed > 0) {
		*err = d->found.error;
		status = DT_EUSAGE;
	}
	if (status == DT_OK && d->found.any)
		status = dt_design_certify(d, err);
	if (status == DT_OK && d->found.any)
		status = dt_design_tell(d, err);
	else if (status == DT_OK)
		dt_design_tell_nothing(d);
	bool stopped = d->found.stopped;
	if (status == DT_OK && d->found.any && !stopped && !d->played)
		status = dt_design_prices(d, err);
	if (status == DT_OK && !d->found.any && !stopped &&
	    d->found.failed == 0)
		status = dt_design_relax(d, err);
	if (status == DT_OK && d->request->frontier && !stopped &&
	    !d->played)
		status = dt_design_frontier(d, err);
	if (status != DT_OK)
		dt_solution_free(d->solution);
	return status;
}

enum dt_status
dt_design_find(struct dt_arena *arena, const struct dt_design_request *request,
    struct dt_solution *solution, struct dt_design_found *found,
    struct dt_error *err)
{
	struct dt_design *d = dt_memory_new(1, sizeof(*d));
	*found = (struct dt_design_found){ 0 };
	if (d == NULL)
		return dt_status_no_memory(err);
	*d = (struct dt_design){ .arena = arena, .request = request,
	    .solution = solution, .search = { .all = request->all,
	    .progress = progress, .each = tell_cell,
	    .of = d } };
	d->search.trial = (struct dt_trial_request){
	    .experiment = &d->base, .levers = &d->levers,
	    .costs = request->costs, .stop = request->stop, .threats = request->threats,
	    .limits = { .states = request->experiment->model.n <= 3 ?
	    1200000 : 200000, .edges = 16000000, .round_states = 3e7 } };
	enum dt_status status = find(d, err);
	found->any = d->found.any;
	found->stopped = d->found.stopped;
	found->sure = d->sure;
	if (status == DT_OK && d->found.any)
		dt_text_add(&found->text, "%s", d->text);
	dt_design_certify_free(d);
	dt_memory_free(d);
	return status;
}
