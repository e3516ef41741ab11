/* design_frontier: what the cheapest treaty costs by the least continuation
 * that it is to hold with; see design.h. Patience falls until nothing holds;
 * then the last step is halved. Each search begins with the cell of the one
 * before, so that where that still holds little more is looked at. */
#include "design/design_internal.h"

#include <math.h>
#include <string.h>

#include "format/svg.h"

/* Where it is looked, and how near the end is found. */
static const double places[] = { .99, .97, .95, .9, .85, .8, .75, .7, .65, .6,
    .55, .5, .4, .3, .2, .1 };
enum { PLACES = sizeof(places) / sizeof(places[0]), POINTS = PLACES + 12 };
#define NEAR .002

struct frontier {
	struct dt_design *d;
	struct dt_search_request search;
	struct dt_search_found found;
	int64_t first[DT_LEVER_CHOICES];
	double x[POINTS], cost[POINTS];         /* falling; NAN: none */
	const char *levers[POINTS];
	size_t n;
};

static enum dt_status
look_at(struct frontier *f, double continuation, struct dt_error *err)
{
	const struct dt_design_request *asked = f->d->request;
	struct dt_trial_request *t = &f->search.trial;
	const struct dt_search_one *best = &f->found.best;
	for (size_t k = 0; k < t->n_corners; k++)
		t->corner[k].continuation = continuation;
	enum dt_status status = dt_search_find(&f->search, &f->found, err);
	if (status != DT_OK || f->found.stopped)
		return status;
	f->x[f->n] = continuation;
	f->cost[f->n] = f->found.any ? best->amounts.cost : NAN;
	f->levers[f->n++] = f->found.any ? dt_design_words(f->d, best) : NULL;
	if (f->found.any) {
		memcpy(f->first, best->value, sizeof(f->first));
		f->search.first = f->first;
	}
	if (asked->progress != NULL)
		(void)asked->progress(asked->of, (int64_t)f->n, POINTS, NULL);
	return DT_OK;
}

/* Between the last that holds and one that does not. */
static enum dt_status
halve(struct frontier *f, double high, double low, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	while (high - low > NEAR && f->n < POINTS && status == DT_OK &&
	    !f->found.stopped) {
		double middle = (high + low) / 2;
		status = look_at(f, middle, err);
		*(f->found.any ? &high : &low) = middle;
	}
	return status;
}

static enum dt_status
go_down(struct frontier *f, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	for (size_t k = 0; k < PLACES && status == DT_OK; k++) {
		status = look_at(f, places[k], err);
		if (status != DT_OK || f->found.stopped)
			return status;
		if (!f->found.any)
			return k == 0 ? DT_OK : halve(f, places[k - 1],
			    places[k], err);
	}
	return status;
}

/* By falling continuation. */
static void
sort(struct frontier *f)
{
	for (size_t i = 1; i < f->n; i++)
		for (size_t j = i; j > 0 && f->x[j] > f->x[j - 1]; j--) {
			double x = f->x[j], cost = f->cost[j];
			const char *levers = f->levers[j];
			f->x[j] = f->x[j - 1];
			f->cost[j] = f->cost[j - 1];
			f->levers[j] = f->levers[j - 1];
			f->x[j - 1] = x;
			f->cost[j - 1] = cost;
			f->levers[j - 1] = levers;
		}
}

static void
tell(struct frontier *f)
{
	static const struct dt_solution_head columns[] = {
		{ "continuation", NULL, "chance" },
		{ "cost", NULL, "payoff a party and round" },
		{ "holds", NULL, "" }, { "levers", NULL, "" } };
	struct dt_solution *s = f->d->solution;
	struct dt_solution_table *t = DT_SOLUTION_TABLE(s, "frontier",
	    "What it costs, by the continuation", columns);
	double least = NAN;
	for (size_t k = 0; k < f->n; k++) {
		dt_solution_number(t, f->x[k]);
		dt_solution_number(t, f->cost[k]);
		dt_solution_text(t, isnan(f->cost[k]) ? "none" : "yes");
		dt_solution_text(t, f->levers[k]);
		least = isnan(f->cost[k]) ? least : f->x[k];
	}
	if (isnan(least))
		dt_solution_say(s, "Frontier: none holds, whatever the "
		    "continuation.");
	else
		dt_solution_say(s, "Frontier: some treaty holds from a "
		    "continuation of %.4g on, of those that were looked at.",
		    least);
}

static void
draw(const struct frontier *f, struct dt_text *svg)
{
	const char *title = dt_arena_print(f->d->arena, "The cheapest treaty "
	    "that holds in %s", f->d->base.scenario->name);
	struct dt_svg picture = { .title = title, .desc = "The least cost of a "
	    "treaty that holds, by the chance that there is a next round. A "
	    "gap is where none holds.",
	    .x = { .title = "continuation", .unit = "chance" },
	    .y = { .title = "cost", .unit = "payoff a party and round" } };
	struct dt_svg_series one = { .n = f->n, .x = f->x, .y = f->cost,
	    .marks = true };
	if (title == NULL)
		svg->failed = true;
	else
		dt_svg_lines(svg, &picture, &one, 1);
}

enum dt_status
dt_design_frontier(struct dt_design *d, struct dt_error *err)
{
	struct frontier f = { .d = d, .search = d->search };
	f.search.one = true;
	f.search.all = false;
	f.search.progress = NULL;
	f.search.first = d->found.any ? d->found.best.value : NULL;
	enum dt_status status = go_down(&f, err);
	if (status != DT_OK)
		return status;
	sort(&f);
	tell(&f);
	if (d->request->svg != NULL)
		draw(&f, d->request->svg);
	return d->solution->failed || (d->request->svg != NULL &&
	    d->request->svg->failed) ? dt_status_no_memory(err) : DT_OK;
}
