/* report_race: what a race came to, each part of payoff apart; see report.h. */
#include "play/report.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "play/figure.h"

static const struct column {
	enum dt_store_figure_agent figure;
	const char *head;
	double sign;            /* as it entered payoff */
} columns[] = {
	{ DT_FIGURE_PRIZE, "prize", 1 },
	{ DT_FIGURE_OVERSIGHT_LOSS, "oversight", -1 },
	{ DT_FIGURE_MISALIGNMENT_LOSS, "misalignment", -1 },
	{ DT_FIGURE_DISRUPTION_LOSS, "disruption", -1 },
	{ DT_FIGURE_MONOPOLY_LOSS, "monopoly", -1 },
	{ DT_FIGURE_DISASTER_LOSS, "disaster", -1 },
};
enum { COLUMNS = sizeof(columns) / sizeof(columns[0]) };

static void
add_parts(const struct dt_experiment *e, const struct dt_summary *s,
    struct dt_text *text)
{
	size_t name = dt_report_column(e, false);
	dt_text_add(text, "of payoff a run");
	dt_text_pad_to(text, name);
	for (size_t k = 0; k < COLUMNS; k++)
		dt_text_add(text, "  %12s", columns[k].head);
	for (size_t i = 0; i < s->n; i++) {
		dt_text_add(text, "\n%s", e->model.agents[i].name);
		dt_text_pad_to(text, name);
		for (size_t k = 0; k < COLUMNS; k++) {
			double value = columns[k].sign * dt_figure_agent[
			    columns[k].figure].played(s, i);
			dt_text_add(text, "  %12.3f", value + 0.0);
		}
	}
	dt_text_add(text, "\n");
}

/* "A disaster in 12.0% of runs, on average in round 40.1 (3.3 years)." */
static void
add_event(const struct dt_experiment *e, const struct dt_summary *s,
    const char *what, enum dt_store_figure_game share,
    enum dt_store_figure_game round, struct dt_text *text)
{
	double chance = dt_figure_game[share].played(s, 0);
	double when = dt_figure_game[round].played(s, 0);
	dt_text_add(text, "%s in %.1f%% of runs", what, 100 * chance);
	if (!isnan(when))
		dt_text_add(text, ", on average in round %.1f (%.2f years)",
		    when, when * e->model.race.years);
	dt_text_add(text, ".\n");
}

void
dt_report_race(const struct dt_experiment *e, const struct dt_summary *s,
    struct dt_text *text)
{
	if (!e->model.race.exists)
		return;
	dt_text_add(text, "\nThe race, a round of %.4g years\n",
	    e->model.race.years);
	add_event(e, s, "A disaster", DT_CELL_DISASTER,
	    DT_CELL_DISASTER_ROUND, text);
	add_event(e, s, "A monopoly", DT_CELL_MONOPOLY,
	    DT_CELL_MONOPOLY_ROUND, text);
	add_event(e, s, "Capability without bound", DT_CELL_RUNAWAY,
	    DT_CELL_RUNAWAY_ROUND, text);
	dt_text_add(text, "Paused: %.1f%% of all rounds played; %.1f%% in the "
	    "mean of runs, long or short.\n",
	    100 * dt_figure_game[DT_CELL_PAUSE].played(s, 0),
	    100 * dt_figure_game[DT_CELL_PAUSE_RUN].played(s, 0));
	add_parts(e, s, text);
	dt_text_add(text, "How much each part weighs is a judgement "
	    "(race.weights), not a finding.\n");
}
