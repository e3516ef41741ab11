/* design_tell: the answer in sentences and tables; see design.h. */
#include "design/design_internal.h"

#include <math.h>

#include "design/clause.h"
#include "verdict/keeping.h"

const char *
dt_design_case(const struct dt_design *d, const struct dt_deed_judged *j,
    enum dt_comply_part part)
{
	const struct dt_comply_finding *f = &j->verdict.part[part];
	const struct dt_comply_case *one = &f->binding;
	const char *state = f->found ? dt_keeping_state(d->arena, one,
	    !f->reckoned) : NULL;
	const char *at = j->corner > 0 ? dt_corner_words(d->arena,
	    &d->search.trial.corner[j->corner]) : NULL;
	const char *text = state == NULL ? NULL : dt_arena_print(d->arena,
	    "%s (%s) by %s%s%s", dt_keeping_name(&j->experiment, one->agent),
	    state, one->plan ? one->plan : dt_comply_words[one->departure],
	    at ? "; with " : "", at ? at : "");
	return text ? text : "nothing";
}

/* The part that fails, or else that is nearest to failing. */
static enum dt_comply_part
weakest(const struct dt_design *d, const struct dt_comply_verdict *v)
{
	enum dt_comply_part at = DT_COMPLY_KEPT;
	for (int k = 0; k < DT_COMPLY_PARTS; k++) {
		if (k == DT_COMPLY_CREDIBLE && !d->request->threats)
			continue;
		if (v->part[k].found && (!v->part[at].found ||
		    v->part[k].slack < v->part[at].slack))
			at = (enum dt_comply_part)k;
	}
	return at;
}

/* What holds the answer's money where it is; without money the weakest. */
static enum dt_comply_part
what_binds(const struct dt_design *d)
{
	static const enum dt_comply_part part_of[] = {
		[DT_TRIAL_KEPT] = DT_COMPLY_KEPT,
		[DT_TRIAL_STAYED] = DT_COMPLY_STAYED,
		[DT_TRIAL_CREDIBLE] = DT_COMPLY_CREDIBLE };
	const struct dt_comply_verdict *v = &d->judged.verdict;
	const struct dt_amounts *a = &d->found.best.amounts;
	if (a->price > 0 && a->binding < DT_TRIAL_WORTH &&
	    v->part[part_of[a->binding]].found)
		return part_of[a->binding];
	return weakest(d, v);
}

static const char *
answer_of(const struct dt_design *d, const struct dt_comply_verdict *v)
{
	return v->answer == DT_COMPLY_PERHAPS ? "undecided" :
	    dt_design_holds(d, v) ? "holds" : "fails";
}

/* Of a slack that was played; what is reckoned has none. */
static double
error_of(const struct dt_comply_verdict *v, enum dt_comply_part part)
{
	return v->part[part].reckoned ? NAN : v->part[part].error;
}

static void
tell_first(struct dt_design *d)
{
	const struct dt_search_one *best = &d->found.best;
	const char *scenario = d->request->experiment->scenario->name;
	double gap = best->amounts.cost - d->found.bound;
	if (!d->sure && d->played)
		dt_solution_say(d->solution, "Undecided: the best found for "
		    "%s costs about %.4g payoff a party and round. Its states "
		    "are too many, so that it was judged by play: no departure "
		    "that was tried gains, which does not show that it holds.",
		    scenario, best->amounts.cost);
	else if (!d->sure)
		dt_solution_say(d->solution, "Not sure: a treaty was found for "
		    "%s that costs %.6g a party and round, but a fresh judge "
		    "does not confirm it.", scenario, best->amounts.cost);
	else if (d->found.stopped)
		dt_solution_say(d->solution, "The best found for %s before it "
		    "was stopped costs %.6g a party and round; none costs less "
		    "than %.6g.", scenario, best->amounts.cost,
		    d->found.bound);
	else if (d->tuned)
		dt_solution_say(d->solution, "The best found for %s costs "
		    "%.6g payoff a party and round: the cheapest of all %lld "
		    "cells with thresholds that a local search found.",
		    scenario, best->amounts.cost, (long long)d->found.cells);
	else if (d->played)
		dt_solution_say(d->solution, "The best found for %s costs "
		    "about %.4g payoff a party and round; it was judged by "
		    "play, since its states are too many, and none costs less "
		    "than %.6g.", scenario, best->amounts.cost,
		    d->found.bound);
	else if (d->found.failed > 0)
		dt_solution_say(d->solution, "The best found for %s costs %.6g "
		    "a party and round; %lld of %lld treaties could not be "
		    "judged.", scenario, best->amounts.cost,
		    (long long)d->found.failed, (long long)d->found.looked);
	else
		dt_solution_say(d->solution, "The cheapest treaty that holds "
		    "in %s costs %.6g payoff a party and round, of all %lld "
		    "cells of the grid and all money%s.", scenario,
		    best->amounts.cost, (long long)d->found.cells, gap > 1e-9 ?
		    ", but for rounding" : "");
	if (gap > 1e-9 && !d->found.stopped && !d->played)
		dt_solution_say(d->solution, "Money is rounded to steps of "
		    "%.10g so that it holds. Without rounding it would cost "
		    "%.6g.", DT_AMOUNTS_STEP, d->found.bound);
}

static void
tell_text(struct dt_design *d)
{
	struct dt_text text = { 0 };
	dt_terms_tell(&d->judged.experiment.scenario->treaty, &text);
	const char *line = dt_text_string(&text);
	for (const char *c = line; *c != '\0'; c++)
		if (*c == '\n' && c > line) {
			dt_solution_say(d->solution, "  %.*s", (int)(c - line),
			    line);
			line = c + 1;
		}
	dt_text_free(&text);
}

static void
tell_binding(struct dt_design *d)
{
	const struct dt_comply_verdict *v = &d->judged.verdict;
	enum dt_comply_part part = what_binds(d);
	const struct dt_amounts *a = &d->found.best.amounts;
	dt_solution_say(d->solution, "What binds: %s (%s); to depart would "
	    "lose %.4g.", dt_design_case(d, &d->judged, part),
	    dt_keeping_part_words[part], v->part[part].slack);
	if (a->price > 1e-6)
		dt_solution_say(d->solution, "If departing there gained 0.01 "
		    "payoff a round more, the treaty would cost %.4g more a "
		    "party and round.", a->price / 100);
}

static void
add_main(struct dt_design *d, struct dt_solution_table *t)
{
	const struct dt_comply_verdict *v = &d->judged.verdict;
	const struct dt_search_one *best = &d->found.best;
	enum dt_comply_part part = what_binds(d);
	dt_solution_number(t, best->amounts.cost);
	dt_solution_number(t, d->found.bound);
	dt_solution_text(t, !d->sure ? "not sure" : d->played || d->tuned ||
	    d->found.stopped || d->found.failed > 0 ? "best found" : "optimum");
	dt_solution_text(t, dt_keeping_answers[v->answer]);
	dt_solution_whole(t, best->clauses);
	dt_solution_text(t, dt_keeping_part_words[part]);
	dt_solution_text(t, dt_design_case(d, &d->judged, part));
	dt_solution_number(t, v->part[part].slack);
	dt_solution_number(t, best->amounts.price);
	dt_solution_whole(t, d->found.cells);
	dt_solution_whole(t, d->found.looked);
}

static void
add_rates(struct dt_design *d, struct dt_solution_table *t)
{
	const struct dt_treaty_channel *channels =
	    d->base.scenario->treaty.monitoring.channels.items;
	for (size_t k = 0; k < d->levers.n_rates; k++) {
		const struct dt_lever *l = &d->levers.rate[k];
		double rate = channels[l->part].measure.false_alarm;
		dt_solution_text(t, l->name);
		dt_solution_text(t, dt_arena_print(d->arena, "%.10g", rate));
		dt_solution_number(t, NAN);
		dt_solution_text(t, "1e-06");
		dt_solution_text(t, "0.5");
		dt_solution_number(t, rate);
	}
}

static void
add_levers(struct dt_design *d)
{
	static const struct dt_solution_head columns[] = {
		{ "lever", NULL, "" }, { "value", NULL, "" },
		{ "exact", "unrounded", "payoff" },
		{ "least", NULL, "" }, { "most", NULL, "" },
		{ "number", "as a number", "" } };
	struct dt_solution_table *t = DT_SOLUTION_TABLE(d->solution, "levers",
	    "Levers", columns);
	const struct dt_search_one *best = &d->found.best;
	for (size_t k = 0; k < d->levers.n_choices; k++) {
		const struct dt_lever *l = &d->levers.choice[k];
		dt_solution_text(t, l->name);
		dt_solution_text(t, l->flag ? best->value[k] ? "yes" : "no" :
		    dt_arena_print(d->arena, "%lld",
		    (long long)best->value[k]));
		dt_solution_number(t, NAN);
		dt_solution_text(t, dt_lever_value(d->arena, l, 0));
		dt_solution_text(t, dt_lever_value(d->arena, l, l->n - 1));
		dt_solution_number(t, (double)best->value[k]);
	}
	for (size_t k = 0; k < d->levers.n_money; k++) {
		const struct dt_lever *l = &d->levers.money[k];
		dt_solution_text(t, l->name);
		dt_solution_text(t, dt_arena_print(d->arena, "%.10g",
		    best->amounts.money[k]));
		dt_solution_number(t, best->amounts.exact[k]);
		dt_solution_text(t, "0");
		dt_solution_text(t, isinf(l->cap) ? "no cap" :
		    dt_arena_print(d->arena, "%.10g", l->cap));
		dt_solution_number(t, best->amounts.money[k]);
	}
	add_rates(d, t);
}

static void
add_cost(struct dt_solution_table *t, const char *part, double amount,
    double weight)
{
	dt_solution_text(t, part);
	dt_solution_number(t, amount);
	dt_solution_number(t, weight);
	dt_solution_number(t, amount * weight);
}

static void
add_costs(struct dt_design *d)
{
	static const struct dt_solution_head columns[] = {
		{ "part", NULL, "" }, { "amount", NULL, "" },
		{ "weight", NULL, "" },
		{ "cost", NULL, "payoff a party and round" } };
	const struct dt_costs *c = d->request->costs;
	const struct dt_search_one *best = &d->found.best;
	struct dt_solution_table *t = DT_SOLUTION_TABLE(d->solution, "costs",
	    "What the cost is made of", columns);
	add_cost(t, "channels", dt_draft_channels_cost(&d->treaty),
	    c->channels);
	add_cost(t, "items", (double)dt_draft_items(&d->treaty), c->items);
	add_cost(t, "fines to nobody", best->amounts.waste, c->fines);
	add_cost(t, "bonds", d->treaty.bond, c->bonds);
	add_cost(t, "false suspensions", best->amounts.lost, c->suspensions);
	add_cost(t, "clauses", (double)best->clauses, c->clauses);
}

static void
add_down(struct dt_design *d)
{
	static const struct dt_solution_head columns[] = {
		{ "lever", NULL, "" }, { "from", NULL, "" },
		{ "to", NULL, "" }, { "answer", NULL, "" },
		{ "part", NULL, "" }, { "slack", NULL, "payoff" },
		{ "cost", NULL, "payoff a party and round" },
		{ "binding", "who gains or loses least", "" },
		{ "error", "standard error", "payoff" } };
	struct dt_solution_table *t = DT_SOLUTION_TABLE(d->solution,
	    "certificate", "Each lever one step down, judged afresh",
	    columns);
	for (size_t k = 0; k < d->n_down; k++) {
		const struct dt_design_beside *b = &d->down[k];
		const struct dt_comply_verdict *v = &b->judged.verdict;
		enum dt_comply_part part = weakest(d, v);
		dt_solution_text(t, b->name);
		dt_solution_text(t, b->from);
		dt_solution_text(t, b->to);
		dt_solution_text(t, v->answer != DT_COMPLY_PERHAPS &&
		    dt_design_holds(d, v) && !b->cheaper ?
		    "holds, no cheaper" : answer_of(d, v));
		dt_solution_text(t, dt_keeping_part_words[part]);
		dt_solution_number(t, v->part[part].slack);
		dt_solution_number(t, b->cost);
		dt_solution_text(t, dt_design_case(d, &b->judged, part));
		dt_solution_number(t, error_of(v, part));
	}
}

static void
add_drop(struct dt_design *d)
{
	static const struct dt_solution_head columns[] = {
		{ "without", NULL, "" }, { "answer", NULL, "" },
		{ "part", NULL, "" }, { "slack", NULL, "payoff" },
		{ "binding", "who gains or loses least", "" },
		{ "error", "standard error", "payoff" } };
	struct dt_solution_table *t = DT_SOLUTION_TABLE(d->solution,
	    "clauses", "What each clause is there for", columns);
	for (size_t k = 0; k < d->n_drop; k++) {
		const struct dt_design_beside *b = &d->drop[k];
		const struct dt_comply_verdict *v = &b->judged.verdict;
		enum dt_comply_part part = weakest(d, v);
		dt_solution_text(t, b->name);
		dt_solution_text(t, answer_of(d, v));
		dt_solution_text(t, dt_keeping_part_words[part]);
		dt_solution_number(t, v->part[part].slack);
		dt_solution_text(t, dt_design_case(d, &b->judged, part));
		dt_solution_number(t, error_of(v, part));
	}
}

enum dt_status
dt_design_tell(struct dt_design *d, struct dt_error *err)
{
	static const struct dt_solution_head columns[] = {
		{ "cost", NULL, "payoff a party and round" },
		{ "bound", "none below", "payoff a party and round" },
		{ "found", NULL, "" }, { "answer", NULL, "" },
		{ "clauses", NULL, "" }, { "part", NULL, "" },
		{ "binding", NULL, "" }, { "slack", NULL, "payoff" },
		{ "price", NULL, "cost a payoff of slack a round" },
		{ "cells", NULL, "" }, { "looked", "looked at", "" } };
	tell_first(d);
	dt_design_tell_base(d);
	tell_text(d);
	tell_binding(d);
	for (size_t k = 0; k < sizeof(columns) / sizeof(columns[0]); k++)
		dt_solution_column(d->main, columns[k].name, columns[k].head,
		    columns[k].unit);
	add_main(d, d->main);
	add_levers(d);
	add_costs(d);
	add_down(d);
	add_drop(d);
	dt_design_tell_others(d);
	d->solution->method = "enumeration, linear programs";
	return d->solution->failed ? dt_status_no_memory(err) : DT_OK;
}
