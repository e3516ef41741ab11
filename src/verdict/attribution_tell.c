/* attribution_tell: sentences and tables, see attribution.h. */
#include <math.h>
#include <string.h>

#include "verdict/attribution.h"
#include "verdict/intended.h"

struct telling {
	const struct dt_experiment *experiments;
	const char *const *names;
	size_t n;
	double want;
	struct dt_solution *solution;
	struct dt_attribution_worth *found;     /* of each experiment */
	struct dt_solution_table *worths, *cheapest;
	double most;            /* what attribution is worth at the most, */
	const char *where;      /* and under which treaty */
	struct dt_error *err;
};

static void
name_columns(struct telling *t)
{
	static const char *const of_worth[][3] = {
		{ "treaty", NULL, "" }, { "parties", NULL, "" },
		{ "false_alarm", "false alarm", "chance" },
		{ "detection", NULL, "chance" },
		{ "aggregate_best", "aggregate", "payoff a round" },
		{ "aggregate_least_continuation", "from", "chance" },
		{ "attributable_best", "attributable", "payoff a round" },
		{ "attributable_least_continuation", "from", "chance" },
		{ "gain", NULL, "payoff a round" } };
	static const char *const of_cheapest[][3] = {
		{ "treaty", NULL, "" }, { "use", NULL, "" },
		{ "continuation", "wanted", "chance" },
		{ "cost", NULL, "payoff a round" },
		{ "stated_cost", "stated", "payoff a round" },
		{ "false_alarm", "false alarm", "chance" },
		{ "detection", NULL, "chance" },
		{ "inspected", NULL, "items a round" },
		{ "least_continuation", "least", "chance" },
		{ "channels", NULL, "" } };
	struct dt_solution *s = t->solution;
	t->worths = dt_solution_table(s, "attribution", "Best payoff of a "
	    "party, and from which continuation on:");
	for (size_t k = 0; k < sizeof(of_worth) / sizeof(*of_worth); k++)
		dt_solution_column(t->worths, of_worth[k][0], of_worth[k][1],
		    of_worth[k][2]);
	t->cheapest = dt_solution_table(s, "cheapest", "The cheapest of each "
	    "treaty's verification that is enough:");
	for (size_t k = 0; k < sizeof(of_cheapest) / sizeof(*of_cheapest);
	    k++)
		dt_solution_column(t->cheapest, of_cheapest[k][0],
		    of_cheapest[k][1], of_cheapest[k][2]);
}

static void
add_worth(struct telling *t, const char *name, size_t parties,
    const struct dt_attribution_worth *w)
{
	double gain = w->attributable_best - w->aggregate_best;
	dt_solution_text(t->worths, name);
	dt_solution_whole(t->worths, (int64_t)parties);
	dt_solution_number(t->worths, w->false_alarm);
	dt_solution_number(t->worths, w->detection);
	dt_solution_number(t->worths, w->aggregate_best);
	dt_solution_number(t->worths, w->aggregate_least);
	dt_solution_number(t->worths, w->attributable_best);
	dt_solution_number(t->worths, w->attributable_least);
	dt_solution_number(t->worths, gain);
	if (t->where == NULL || gain > t->most) {
		t->most = gain;
		t->where = name;
	}
}

static void
tell_worth(struct dt_solution *s, const char *name,
    const struct dt_attribution_worth *w)
{
	if (isnan(w->aggregate_least))
		dt_solution_say(s, "%s: if any alarm punishes all, no "
		    "patience is enough for pausing.", name);
	else
		dt_solution_say(s, "%s: if any alarm punishes all, at best "
		    "%.4g a round, from continuation %.4f on.", name,
		    w->aggregate_best, w->aggregate_least);
	if (isnan(w->attributable_least))
		dt_solution_say(s, "Nor if each party pays for its own "
		    "alarms: the signals do not tell a racer from one that "
		    "pauses, or there is nothing to lose.");
	else
		dt_solution_say(s, "If each party pays for its own alarms, "
		    "%.4g a round, from continuation %.4f on: attribution is "
		    "worth %.4g a round to each.", w->attributable_best,
		    w->attributable_least,
		    w->attributable_best - w->aggregate_best);
}

static const char *
channels_of(struct telling *t, const struct dt_treaty_monitoring *m,
    uint64_t kept)
{
	const struct dt_treaty_channel *channels = m->channels.items;
	const char *text = "";
	for (; kept != 0 && text != NULL; kept &= kept - 1)
		text = dt_arena_print(t->solution->arena, "%s%s%s", text,
		    *text == '\0' ? "" : " ",
		    channels[dt_move_first(kept)].origin.name);
	t->solution->failed |= text == NULL;
	return text != NULL && *text == '\0' ? "none" : text;
}

static void
add_cheapest(struct telling *t, const char *name, double want, bool own,
    const struct dt_terms *terms, const struct dt_attribution_cheapest *c)
{
	const struct dt_treaty_monitoring *m = &terms->text->monitoring;
	struct dt_monitor_rates rates = dt_monitor_mean(c->signal);
	dt_solution_text(t->cheapest, name);
	dt_solution_text(t->cheapest, own ? "attributable" : "aggregate");
	dt_solution_number(t->cheapest, want);
	dt_solution_number(t->cheapest, c->cost);
	dt_solution_number(t->cheapest, terms->cost);
	dt_solution_number(t->cheapest, c->any ? rates.false_alarm : NAN);
	dt_solution_number(t->cheapest, c->any ? 1 - rates.miss : NAN);
	dt_solution_number(t->cheapest,
	    c->inspected > 0 ? (double)c->inspected : NAN);
	dt_solution_number(t->cheapest, c->least);
	dt_solution_text(t->cheapest,
	    c->any ? channels_of(t, m, c->kept) : NULL);
}

static void
tell_cheapest(struct telling *t, double want, bool own,
    const struct dt_terms *terms, const struct dt_attribution_cheapest *c)
{
	const char *use = own ? "attributable alarms" : "alarms in aggregate";
	struct dt_monitor_rates rates = dt_monitor_mean(c->signal);
	if (!c->any) {
		dt_solution_say(t->solution, "For continuation %g no choice "
		    "of its channels is enough for %s.", want, use);
		return;
	}
	dt_solution_say(t->solution, "For continuation %g the cheapest for "
	    "%s costs %.4g a round of the stated %.4g: detection %.4f, "
	    "false alarm %.4f, channels: %s.", want, use, c->cost,
	    terms->cost, 1 - rates.miss, rates.false_alarm,
	    channels_of(t, &terms->text->monitoring, c->kept));
	if (c->inspected > 0)
		dt_solution_say(t->solution, "It inspects %lld items a "
		    "round.", (long long)c->inspected);
}

static enum dt_status
find_cheapest(struct telling *t, const char *name,
    const struct dt_model *m, const struct dt_attribution_stage *stage)
{
	double want = !isnan(t->want) ? t->want : m->continuation_chance < 1 ?
	    m->continuation_chance : NAN;
	enum dt_status status = DT_OK;
	if (isnan(want) || !m->terms.exists)
		return DT_OK;
	for (int own = 1; own >= 0 && status == DT_OK; own--) {
		struct dt_attribution_cheapest c;
		status = dt_attribution_cheapest_of(stage,
		    &m->terms.text->monitoring, want, own, &c, t->err);
		if (status != DT_OK)
			return status;
		add_cheapest(t, name, want, own, &m->terms, &c);
		if (t->n == 1)
			tell_cheapest(t, want, own, &m->terms, &c);
	}
	return status;
}

static enum dt_status
solve_one(struct telling *t, size_t k)
{
	const struct dt_model *m = &t->experiments[k].model;
	struct dt_arena *arena = t->solution->arena;
	struct dt_attribution_stage stage;
	struct dt_attribution_worth *worth = &t->found[k];
	struct dt_monitor_signal signals[DT_AGENTS_MOST];
	enum dt_status status =
	    dt_attribution_stage_of(m, arena, &stage, t->err);
	if (status != DT_OK)
		return status;
	for (size_t i = 0; i < stage.n; i++)
		signals[i] = dt_intended_signal(m, stage.agent[i]);
	status = dt_attribution_worth_of(&stage, signals,
	    m->terms.exists ? m->terms.cost : 0, arena, worth, t->err);
	if (status != DT_OK)
		return status;
	add_worth(t, t->names[k], stage.n, worth);
	if (t->n == 1)
		tell_worth(t->solution, t->names[k], worth);
	return find_cheapest(t, t->names[k], m, &stage);
}

static void
tell_all(struct telling *t)
{
	if (t->n > 1 && t->where != NULL && t->most > 0)
		dt_solution_say(t->solution, "To know whose alarm it is, and "
		    "to let that party alone pay, is worth most under %s: "
		    "%.4g a round to each party.", t->where, t->most);
	else if (t->n > 1)
		dt_solution_say(t->solution, "To know whose alarm it is "
		    "gains nothing under any of these treaties.");
	dt_solution_say(t->solution, "Aggregate: after any alarm all may race "
	    "for ever. Attributable: each party pays the others for its own "
	    "alarms, no more than it would lose if all raced. (Where some "
	    "would rather pause than race with all, another equilibrium of "
	    "one round stands in for that.) The treaty's own response, "
	    "policing and private signals are left out.");
}

enum dt_status
dt_attribution_solve(const struct dt_experiment *experiments,
    const char *const *names, size_t n, double want,
    struct dt_solution *solution, struct dt_text *svg, struct dt_error *err)
{
	struct telling t = { .experiments = experiments, .names = names,
	    .n = n, .want = want, .solution = solution, .err = err,
	    .found = dt_arena_new(solution->arena, n + 1, sizeof(*t.found)) };
	if (t.found == NULL)
		return dt_status_no_memory(err);
	solution->method = "linear programs; closed form; all sets of "
	    "channels and sample sizes";
	solution->tolerance = 1e-6;
	if (n == 1)
		solution->config = experiments[0].config;
	name_columns(&t);
	for (size_t k = 0; k < n; k++) {
		enum dt_status status = solve_one(&t, k);
		if (status != DT_OK)
			return status;
	}
	tell_all(&t);
	if (svg != NULL)
		dt_attribution_draw(t.found, names, n, solution, svg);
	return DT_OK;
}
