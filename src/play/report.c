/* report: see report.h. */
#include "play/report.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "play/figure.h"

/* A whole number with thousands set apart: 1,000,000. */
static void
add_count(struct dt_text *text, int64_t count)
{
	int64_t power = 1;
	while (count / power >= 1000)
		power *= 1000;
	dt_text_add(text, "%lld", (long long)(count / power));
	for (power /= 1000; power > 0; power /= 1000)
		dt_text_add(text, ",%03lld",
		    (long long)(count / power % 1000));
}

static void
add_number(struct dt_text *text, double value, int digits)
{
	char buffer[DT_NUMBER_SIZE];
	dt_text_add(text, "%s", isnan(value) ? "-" :
	    dt_number_print_short(value, digits, buffer));
}

/* With every digit: what was typed as nearly 1 or nearly 0 is neither. */
static void
add_chance(struct dt_text *text, double value)
{
	char buffer[DT_NUMBER_SIZE];
	dt_text_add(text, "%s", dt_number_print(value, buffer));
}

static void
add_length(const struct dt_model *m, struct dt_text *text)
{
	if (m->rounds > 0)
		dt_text_add(text, "%s%lld round%s",
		    m->continuation_chance < 1 ? "at most " : "",
		    (long long)m->rounds, m->rounds == 1 ? "" : "s");
	if (m->continuation_chance >= 1)
		return;
	dt_text_add(text, m->rounds > 0 ? ", continuation " :
	    "continuation ");
	add_chance(text, m->continuation_chance);
}

static void
add_noise(const struct dt_experiment *e, struct dt_text *text)
{
	const struct dt_model *m = &e->model;
	if (m->slip_chance > 0) {
		dt_text_add(text, "; slips ");
		add_chance(text, m->slip_chance);
	}
	bool private = m->base.public.in[0].miss == 1;
	const struct dt_monitor_rates *r =
	    private ? &m->base.private.in[0] : &m->base.public.in[0];
	if (r->miss == 0 && r->false_alarm == 0)
		return;
	dt_text_add(text, "; %s signals miss ", private ? "private" :
	    "public");
	add_chance(text, r->miss);
	dt_text_add(text, ", false alarm ");
	add_chance(text, r->false_alarm);
}

void
dt_report_head(const struct dt_experiment *e, struct dt_text *text)
{
	const struct dt_scenario *s = e->scenario;
	bool exact = e->engine == DT_ENGINE_CHAIN;
	dt_text_add(text, "%s: %s\n", s->name, s->title[0] ? s->title : s->name);
	dt_text_add(text, "treaty %s, payoffs %s\n", s->treaty.name,
	    s->payoffs.name);
	if (!exact)
		add_count(text, e->runs);
	dt_text_add(text, exact ? "Exact means of runs of " :
	    e->runs == 1 ? " run of " : " runs of ");
	add_length(&e->model, text);
	add_noise(e, text);
	if (!exact)
		dt_text_add(text, "; seed %llu, engine %s",
		    (unsigned long long)e->seed,
		    dt_engine_words[e->engine]);
	dt_text_add(text, "\n\n");
}

static void
add_right(struct dt_text *text, double value, int digits, size_t width)
{
	char fixed[DT_NUMBER_SIZE * 10] = "-";
	if (!isnan(value))
		snprintf(fixed, sizeof(fixed), "%.*f", digits,
		    value == 0 ? 0.0 : value);
	fixed[strcspn(fixed, ",")] = strchr(fixed, ',') ? '.' : '\0';
	size_t length = strlen(fixed);
	dt_text_add(text, "%*s%s", (int)(width > length ? width - length : 1),
	    "", fixed);
}

size_t
dt_report_column(const struct dt_experiment *e, bool strategy)
{
	const struct dt_scenario_agent *seats = e->scenario->agents.items;
	size_t widest = strlen(strategy ? "strategy" : "agent");
	for (size_t i = 0; i < e->model.n; i++) {
		size_t width = strlen(strategy ? seats[i].strategy.name :
		    seats[i].origin.name);
		if (width > widest)
			widest = width;
	}
	return widest + 2;
}

static double
figure(const struct dt_summary *s, size_t i, enum dt_store_figure_agent which)
{
	return dt_figure_agent[which].played(s, i);
}

static double
of_game(const struct dt_summary *s, enum dt_store_figure_game which)
{
	return dt_figure_game[which].played(s, 0);
}

static void
add_agent(const struct dt_summary *s, size_t i, struct dt_text *text)
{
	double half = dt_summary_half_width(&s->agent[i].payoff);
	add_right(text, 100 * figure(s, i, DT_FIGURE_PAUSE), 1, 6);
	dt_text_add(text, "%%");
	add_right(text, figure(s, i, DT_FIGURE_PAYOFF), 4, 10);
	dt_text_add(text, isnan(half) ? "          " : " ±");
	if (!isnan(half))
		add_right(text, half, 4, 8);
	dt_text_add(text, "\n");
}

void
dt_report_agents(const struct dt_experiment *e, const struct dt_summary *s,
    struct dt_text *text)
{
	const struct dt_scenario_agent *seats = e->scenario->agents.items;
	size_t name = dt_report_column(e, false), strategy = name + dt_report_column(e, true);
	dt_text_pad_to(text, strategy);
	dt_text_add(text, " paused  payoff a round, 95%%\n");
	dt_text_add(text, "agent");
	dt_text_pad_to(text, name);
	dt_text_add(text, "strategy");
	dt_text_pad_to(text, strategy);
	dt_text_add(text, "             mean    interval\n");
	for (size_t i = 0; i < s->n; i++) {
		dt_text_add(text, "%s", seats[i].origin.name);
		dt_text_pad_to(text, name);
		dt_text_add(text, "%s", seats[i].strategy.name);
		dt_text_pad_to(text, strategy);
		add_agent(s, i, text);
	}
	dt_text_add(text, "All paused in ");
	add_number(text, 100 * of_game(s, DT_CELL_ALL_PAUSED), 2);
	dt_text_add(text, "%% of rounds.\n");
	if (s->runs > 1 && !dt_summary_bears(&s->all_paused))
		dt_text_add(text, "Too few runs for an interval: they differ "
		    "in length, and are worth %.0f of one\nlength; %d are "
		    "needed.\n", dt_summary_effective(&s->all_paused),
		    DT_SUMMARY_EFFECTIVE_LEAST);
}

/* What the treaty brings an agent; a column that is zero throughout says
 * nothing and is left out. */
static const struct column {
	enum dt_store_figure_agent figure;
	const char *head;
} columns[] = {
	{ DT_FIGURE_BREACHES, "breaches" },
	{ DT_FIGURE_FINDINGS_RIGHT, "found rightly" },
	{ DT_FIGURE_FINDINGS_WRONG, "found wrongly" },
	{ DT_FIGURE_MISSED, "missed" },
	{ DT_FIGURE_FINES, "fines" },
};
enum { COLUMNS = sizeof(columns) / sizeof(columns[0]) };

static bool
is_shown(const struct dt_summary *s, const struct column *column)
{
	for (size_t i = 0; i < s->n; i++)
		if (figure(s, i, column->figure) != 0)
			return true;
	return false;
}

static size_t
column_width(const struct column *column)
{
	size_t head = strlen(column->head);
	return 2 + (head > 8 ? head : 8);
}

static void
add_findings(const struct dt_experiment *e, const struct dt_summary *s,
    struct dt_text *text)
{
	size_t name = dt_report_column(e, false), shown = 0;
	for (size_t k = 0; k < COLUMNS; k++) {
		if (!is_shown(s, &columns[k]))
			continue;
		if (shown++ == 0) {
			dt_text_add(text, "a run");
			dt_text_pad_to(text, name);
		}
		dt_text_add(text, "  %8s", columns[k].head);
	}
	for (size_t i = 0; shown > 0 && i < s->n; i++) {
		dt_text_add(text, "\n%s", e->model.agents[i].name);
		dt_text_pad_to(text, name);
		for (size_t k = 0; k < COLUMNS; k++)
			if (is_shown(s, &columns[k]))
				add_right(text, figure(s, i,
				    columns[k].figure), 2, column_width(&columns[k]));
	}
	dt_text_add(text, shown > 0 ? "\n" : "");
}

static void
add_share(struct dt_text *text, double share)
{
	add_number(text, 100 * share, 1);
	dt_text_add(text, "%%");
}

static void
add_endings(const struct dt_summary *s, struct dt_text *text)
{
	if (s->ended == 0) {
		dt_text_add(text, "It never ended within a run.\n");
		return;
	}
	dt_text_add(text, "It ended in ");
	add_share(text, of_game(s, DT_CELL_ENDED));
	dt_text_add(text, " of runs, on average in round ");
	add_number(text, of_game(s, DT_CELL_ENDED_ROUND), 1);
	const char *joint = " (";
	for (int k = 1; k < DT_ENDINGS; k++) {
		if (s->endings[k] == 0)
			continue;
		dt_text_add(text, "%s%s ", joint, dt_regime_ending_words[k]);
		add_share(text, (double)s->endings[k] / (double)s->runs);
		joint = ", ";
	}
	dt_text_add(text, ").\n");
}

void
dt_report_treaty(const struct dt_experiment *e, const struct dt_summary *s,
    struct dt_text *text)
{
	if (!e->model.terms.exists)
		return;
	dt_text_add(text, "\nThe treaty %s: ", e->scenario->treaty.name);
	if (s->entered == 0) {
		dt_text_add(text, "it never entered into force.\n");
		dt_terms_tell_bar(&e->model.terms, e->model.rounds, text);
		if (dt_terms_bar(&e->model.terms, e->model.rounds) !=
		    DT_TERMS_NO_BAR)
			dt_text_add(text, "\n");
		return;
	}
	dt_text_add(text, "in force in ");
	add_share(text, of_game(s, DT_CELL_IN_FORCE));
	dt_text_add(text, " of rounds, suspended in ");
	add_share(text, of_game(s, DT_CELL_SUSPENDED));
	dt_text_add(text, ".\nIt entered into force in ");
	add_share(text, of_game(s, DT_CELL_ENTERED));
	dt_text_add(text, " of runs, on average in round ");
	add_number(text, of_game(s, DT_CELL_ENTERED_ROUND), 1);
	dt_text_add(text, "; a first breach came in ");
	add_share(text, of_game(s, DT_CELL_BREACHED));
	if (s->breached > 0) {
		dt_text_add(text, ", in round ");
		add_number(text, of_game(s, DT_CELL_BREACHED_ROUND), 1);
	}
	dt_text_add(text, ".\n");
	add_endings(s, text);
	add_findings(e, s, text);
}
