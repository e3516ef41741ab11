/* design_price: shadow prices: what the cheapest treaty's cell would cost if a
 * rate, a patience or a cap were a little better; each worked out anew, so that
 * it holds for that step and not at the margin alone. */
#include "design/design_internal.h"

#include <math.h>

/* What a step changes. */
static const struct step {
	const char *words;
	double seen, quiet, patience;
} steps[] = {
	{ "detection of an alarm 0.01 more", .01, 0, 0 },
	{ "false alarms 0.01 less (or none)", 0, .01, 0 },
	{ "continuation 0.01 more", 0, 0, .01 },
};
enum { STEPS = sizeof(steps) / sizeof(steps[0]) };

enum dt_status
dt_design_cell_cost(struct dt_design *d, const struct dt_trial_request *request,
    double *cost, struct dt_error *err)
{
	const struct dt_search_one *best = &d->found.best;
	struct dt_amounts a = { .bound = INFINITY };
	struct dt_trial *trial = dt_trial_new(request);
	enum dt_status status = trial == NULL ? dt_status_no_memory(err) :
	    dt_trial_cell(trial, best->value, err);
	if (status == DT_OK)
		status = dt_amounts_find(trial, best->fixed, DT_AMOUNTS_ANY,
		    &a, err);
	dt_trial_free(trial);
	*cost = status == DT_OK && a.feasible ? a.bound : INFINITY;
	return status == DT_ENOMEM ? status : DT_OK;
}

static void
add(struct dt_design *d, struct dt_solution_table *t, const char *words,
    double cost)
{
	double now = d->found.best.amounts.bound;
	double saves = fabs(now - cost) < 1e-9 ? 0 : now - cost;
	dt_solution_text(t, words);
	dt_solution_number(t, isinf(cost) ? NAN : cost);
	dt_solution_number(t, isinf(cost) ? NAN : saves);
}

static enum dt_status
add_step(struct dt_design *d, struct dt_solution_table *t,
    const struct step *step, struct dt_error *err)
{
	struct dt_trial_request request = d->search.trial;
	double now = d->base.model.continuation_chance, cost;
	if (step->patience > 0 && (now >= 1 || now + step->patience >= 1))
		return DT_OK;
	for (size_t k = 0; k < request.n_corners; k++) {
		request.corner[k].seen = step->seen;
		request.corner[k].quiet = step->quiet;
		if (step->patience > 0)
			request.corner[k].continuation = now + step->patience;
	}
	enum dt_status status = dt_design_cell_cost(d, &request, &cost, err);
	if (status == DT_OK)
		add(d, t, step->words, cost);
	return status;
}

/* One more unit of what its cap holds down. */
static enum dt_status
add_cap(struct dt_design *d, struct dt_solution_table *t, size_t k,
    struct dt_error *err)
{
	struct dt_trial_request request = d->search.trial;
	struct dt_levers levers = d->levers;
	struct dt_lever *l = &levers.money[k];
	double cost;
	if (d->found.best.amounts.exact[k] < l->cap - 1e-6)
		return DT_OK;
	l->cap += 1;
	request.levers = &levers;
	enum dt_status status = dt_design_cell_cost(d, &request, &cost, err);
	if (status == DT_OK)
		add(d, t, dt_arena_print(d->arena, "cap of %s 1 more",
		    l->name), cost);
	return status;
}

enum dt_status
dt_design_prices(struct dt_design *d, struct dt_error *err)
{
	static const struct dt_solution_head columns[] = {
		{ "change", NULL, "" },
		{ "cost", NULL, "payoff a party and round" },
		{ "saves", NULL, "payoff a party and round" } };
	struct dt_solution_table *t = DT_SOLUTION_TABLE(d->solution, "prices",
	    "What a little more would save, with the same choices", columns);
	enum dt_status status = DT_OK;
	for (size_t k = 0; k < STEPS && status == DT_OK; k++)
		status = add_step(d, t, &steps[k], err);
	for (size_t k = 0; k < d->levers.n_money && status == DT_OK; k++)
		status = add_cap(d, t, k, err);
	return status;
}
