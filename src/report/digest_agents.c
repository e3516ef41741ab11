/* digest_agents: pause and payoff of an experiment's agents, with intervals,
 * and the figures of all of them together; see digest_internal.h. */
#include "report/digest_internal.h"

#include <inttypes.h>
#include <math.h>

#include "play/figure.h"

static const struct dt_solution_head agent_heads[] = {
	{ "agent", NULL, "" }, { "strategy", NULL, "" },
	{ "pause_share", "paused", "share of rounds" },
	{ "pause_low95", "from", "95%" }, { "pause_high95", "to", "95%" },
	{ "payoff_per_round", "payoff", "a round" },
	{ "payoff_low95", "from", "95%" }, { "payoff_high95", "to", "95%" },
	{ "breaches_per_run", "breaches", "a run" },
	{ "findings_right_per_run", "found rightly", "a run" },
	{ "findings_wrong_per_run", "found wrongly", "a run" },
	{ "breaches_missed_per_run", "missed", "a run" },
	{ "fines_per_run", "fines", "payoff a run" },
	{ "monitoring_per_run", "monitoring", "payoff a run" },
	{ "transfers_per_run", "transfers", "payoff a run" },
};

static const enum dt_store_figure_agent per_run[] = {
	DT_FIGURE_BREACHES, DT_FIGURE_FINDINGS_RIGHT, DT_FIGURE_FINDINGS_WRONG,
	DT_FIGURE_MISSED, DT_FIGURE_FINES, DT_FIGURE_MONITORING,
	DT_FIGURE_TRANSFERS,
};

/* Its value and both ends of its interval, the n-th of three arrays each. */
static void
put(double *values, size_t n, size_t i, const struct dt_summary_ratio *ratio,
    bool share)
{
	values[i] = dt_summary_mean(ratio);
	dt_summary_interval(ratio, share, &values[n + i], &values[2 * n + i]);
}

static void
add_row(struct dt_solution_table *t, const struct dt_digest_experiment *e,
    size_t i, const double *paused, const double *payoff)
{
	dt_solution_text(t, e->names[i]);
	dt_solution_text(t, e->strategies[i]);
	for (size_t k = 0; k < 3; k++)
		dt_solution_number(t, paused[k * e->n + i]);
	for (size_t k = 0; k < 3; k++)
		dt_solution_number(t, payoff[k * e->n + i]);
	for (size_t k = 0; k < sizeof(per_run) / sizeof(per_run[0]); k++)
		dt_solution_number(t, dt_figure_agent[per_run[k]].played(
		    &e->summary, i));
}

static void
draw(struct dt_digest *d, struct dt_paper_figure *f,
    const struct dt_digest_experiment *e, const double *paused,
    const double *payoff)
{
	size_t class[DT_AGENTS_MOST] = { 0 };
	const struct dt_svg_panel panels[] = {
		{ .axis = { .title = "rounds paused", .unit = "share",
		    .low = 0, .high = 1 }, .value = paused,
		    .low = paused + e->n, .high = paused + 2 * e->n },
		{ .axis = { .title = "payoff", .unit = "a round" },
		    .value = payoff, .low = payoff + e->n,
		    .high = payoff + 2 * e->n },
	};
	const char *const names[] = { "mean, with its 95% interval" };
	struct dt_svg_rows rows = { .n = e->n, .labels = e->names,
		.class = class, .n_classes = 1, .names = names,
		.panels = panels, .n_panels = 2 };
	struct dt_svg picture = { .title = "What each agent did, and got",
		.desc = dt_digest_print(d, "Two bars for each of %zu agents: "
		    "its share of rounds paused, and its payoff a round. The "
		    "table beneath has all numbers.", e->n),
		.id = dt_paper_letters(d->paper, f->id) };
	dt_svg_rows(&f->svg, &picture, &rows);
}

/* Every figure of all agents together, as `run` has them. */
static void
add_game(struct dt_digest *d, struct dt_paper_section *s,
    const struct dt_digest_experiment *e)
{
	static const struct dt_solution_head heads[] = {
		{ "figure", NULL, "" }, { "value", NULL, "" },
		{ "unit", NULL, "" }, { "meaning", NULL, "" },
	};
	struct dt_paper_figure *f = DT_PAPER_FIGURE(s, dt_digest_print(d,
	    "experiment-%" PRId64 "-figures", e->id), "All agents together",
	    NULL, heads);
	struct dt_solution_table *t = dt_paper_table(f);
	for (int k = 0; k < DT_CELL_MEASURES; k++) {
		const struct dt_figure *figure = &dt_figure_game[k];
		dt_solution_text(t, figure->name);
		dt_solution_number(t, figure->played(&e->summary, 0));
		dt_solution_text(t, figure->unit);
		dt_solution_text(t, figure->help);
	}
}

void
dt_digest_agents(struct dt_digest *d, struct dt_paper_section *s,
    const struct dt_digest_experiment *e)
{
	static const struct dt_paper_plot plot = { .kind = DT_PAPER_BARS,
		.x = "agent", .y = "payoff_per_round", .low = "payoff_low95",
		.high = "payoff_high95" };
	double paused[3 * DT_AGENTS_MOST], payoff[3 * DT_AGENTS_MOST];
	struct dt_paper_figure *f = DT_PAPER_FIGURE(s, dt_digest_print(d,
	    "experiment-%" PRId64 "-agents", e->id),
	    "What each agent did, and got", &plot, agent_heads);
	for (size_t i = 0; i < e->n; i++) {
		put(paused, e->n, i, &e->summary.agent[i].paused, true);
		put(payoff, e->n, i, &e->summary.agent[i].payoff, false);
		add_row(dt_paper_table(f), e, i, paused, payoff);
	}
	draw(d, f, e, paused, payoff);
	add_game(d, s, e);
}
