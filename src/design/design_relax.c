/* design_relax: where nothing holds, the least that would have to give: caps of
 * money (by linear programs, each cell's), patience, misses and false alarms
 * (by halving between what fails and what does not); see design.h. */
#include "design/design_internal.h"

#include <math.h>
#include <string.h>

#include "base/number.h"

/* How near the least is found: a chance, and a factor of one. */
#define NEAR .002

struct relaxing {
	struct dt_design *d;
	struct dt_search_request search;
	struct dt_search_found found;
	int64_t first[DT_LEVER_CHOICES];
	struct dt_solution_table *table;
	double before, least;           /* continuation; and what no treaty
	                                 * without money could do below */
};

/* What moves, from 0 (as it is) to 1 (all that can be). */
enum moving { PATIENCE, MISSES, FALSE_ALARMS, BOTH, MOVING };

static void
move(struct relaxing *r, enum moving what, double by)
{
	struct dt_trial_request *t = &r->search.trial;
	memcpy(t->corner, r->d->search.trial.corner, sizeof(t->corner));
	for (size_t k = 0; k < t->n_corners; k++) {
		if (what == PATIENCE)
			t->corner[k].continuation = r->before +
			    by * (.999 - r->before);
		if (what == MISSES || what == BOTH)
			t->corner[k].miss *= 1 - by;
		if (what == FALSE_ALARMS || what == BOTH)
			t->corner[k].false_alarm *= 1 - by;
	}
}

/* Whether any treaty holds then. */
static enum dt_status
try_it(struct relaxing *r, bool *any, struct dt_error *err)
{
	enum dt_status status = dt_search_find(&r->search, &r->found, err);
	*any = status == DT_OK && r->found.any;
	if (*any) {
		memcpy(r->first, r->found.best.value, sizeof(r->first));
		r->search.first = r->first;
	}
	return status;
}

static void
add(struct relaxing *r, const char *what, double from, double to,
    const char *levers)
{
	dt_solution_text(r->table, what);
	dt_solution_number(r->table, from);
	dt_solution_number(r->table, to);
	dt_solution_text(r->table, levers);
}

static void
tell(struct relaxing *r, enum moving what, double by,
    const struct dt_search_one *one)
{
	struct dt_solution *s = r->d->solution;
	const char *levers = dt_design_words(r->d, one);
	double patience = r->before + by * (.999 - r->before);
	switch (what) {
	case PATIENCE:
		dt_solution_say(s, "With a continuation of %.4g in place of "
		    "%.4g one holds: %s.", patience, r->before, levers);
		add(r, "continuation", r->before, patience, levers);
		return;
	case MISSES:
		dt_solution_say(s, "With misses of each channel times %.3g "
		    "one holds: %s.", 1 - by, levers);
		add(r, "misses, times", 1, 1 - by, levers);
		return;
	case FALSE_ALARMS:
		dt_solution_say(s, "With false alarms of each channel times "
		    "%.3g one holds: %s.", 1 - by, levers);
		add(r, "false alarms, times", 1, 1 - by, levers);
		return;
	default:
		dt_solution_say(s, "With misses and false alarms times %.3g "
		    "one holds: %s.", 1 - by, levers);
		add(r, "misses and false alarms, times", 1, 1 - by, levers);
	}
}

static enum dt_status
relax(struct relaxing *r, enum moving what, bool *helps, struct dt_error *err)
{
	double low = what == PATIENCE ? dt_number_max(0, (r->least -
	    r->before) / (.999 - r->before)) : 0, high = 1;
	struct dt_search_one one;
	move(r, what, high);
	enum dt_status status = try_it(r, helps, err);
	if (status != DT_OK || !*helps)
		return status;
	one = r->found.best;
	while (high - low > NEAR && status == DT_OK && !r->found.stopped) {
		bool any;
		move(r, what, (low + high) / 2);
		status = try_it(r, &any, err);
		if (any)
			one = r->found.best;
		*(any ? &high : &low) = (low + high) / 2;
	}
	tell(r, what, high, &one);
	return status;
}

/* The least caps: what is capped is free, and its amount is the price. */
static enum dt_status
lift_caps(struct relaxing *r, bool *helps, struct dt_error *err)
{
	struct dt_levers levers = r->d->levers;
	double price[DT_LEVER_MONEY] = { 0 };
	bool capped = false;
	*helps = false;
	for (size_t k = 0; k < levers.n_money; k++) {
		capped = capped || !isinf(levers.money[k].cap);
		price[k] = isinf(levers.money[k].cap) ? 0 : 1;
		levers.money[k].cap = INFINITY;
	}
	if (!capped)
		return DT_OK;
	struct dt_search_request search = r->search;
	search.trial.levers = &levers;
	search.trial.price = price;
	search.any = false;
	enum dt_status status = dt_search_find(&search, &r->found, err);
	*helps = status == DT_OK && r->found.any;
	for (size_t k = 0; *helps && k < levers.n_money; k++) {
		double needs = r->found.best.amounts.money[k];
		const char *levers_then = dt_design_words(r->d,
		    &r->found.best);
		if (needs <= r->d->levers.money[k].cap)
			continue;
		dt_solution_say(r->d->solution, "With a cap of %s of %.10g in "
		    "place of %.10g one holds: %s.", levers.money[k].name,
		    needs, r->d->levers.money[k].cap, levers_then);
		add(r, dt_arena_print(r->d->arena, "cap of %s",
		    levers.money[k].name), r->d->levers.money[k].cap, needs,
		    levers_then);
	}
	return status;
}

/* Where no lever is money, and the text has none. */
static enum dt_status
bound_patience(struct relaxing *r, struct dt_error *err)
{
	struct dt_design *d = r->d;
	const struct dt_treaty *text = &d->base.scenario->treaty;
	struct dt_comply_model model;
	struct dt_bound bound;
	if (d->levers.n_money > 0 || r->before >= 1)
		return DT_OK;
	enum dt_status status = dt_draft_model(d->arena, &d->base, text,
	    &model, err);
	if (status == DT_OK)
		status = dt_bound_find(&model, text, &bound, err);
	if (status == DT_OK && bound.known)
		status = dt_bound_patience(&model, &r->least, err);
	if (status == DT_OK && r->least > r->before)
		dt_solution_say(d->solution, "Whatever was seen, without money "
		    "none could hold below a continuation of %.4g.", r->least);
	return status;
}

enum dt_status
dt_design_relax(struct dt_design *d, struct dt_error *err)
{
	static const struct dt_solution_head columns[] = {
		{ "what", NULL, "" }, { "now", NULL, "" },
		{ "needs", NULL, "" }, { "levers", NULL, "" } };
	struct relaxing r = { .d = d, .search = d->search,
	    .before = d->base.model.continuation_chance };
	bool helps = false, any = false;
	r.search.one = r.search.any = true;
	r.search.all = false;
	r.search.progress = NULL;
	r.table = DT_SOLUTION_TABLE(d->solution, "relaxations", "The least "
	    "that would do", columns);
	enum dt_status status = bound_patience(&r, err);
	if (status == DT_OK)
		status = lift_caps(&r, &any, err);
	for (int what = PATIENCE; what < MOVING && status == DT_OK &&
	    !dt_stop_is(d->request->stop); what++) {
		if ((what == PATIENCE && r.before >= 1) ||
		    (what == BOTH && any))
			continue;
		r.search.first = NULL;
		status = relax(&r, (enum moving)what, &helps, err);
		any = any || helps;
	}
	if (status == DT_OK && !any && !dt_stop_is(d->request->stop))
		dt_solution_say(d->solution, "Neither more patience nor "
		    "better monitoring%s would do: other levers are needed, "
		    "as lapse, tariff or bond.", d->levers.n_money > 0 ?
		    " nor larger caps" : "");
	return status;
}
