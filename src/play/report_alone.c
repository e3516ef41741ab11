/* report_alone: the exact values where nothing was simulated; see report.h. */
#include "play/report.h"

#include <math.h>

#include "play/figure.h"

static double
figure(const struct dt_chain_answer *x, size_t i, enum dt_store_figure_agent which)
{
	return dt_figure_agent[which].exact(x, i);
}

static double
of_game(const struct dt_chain_answer *x, enum dt_store_figure_game which)
{
	return dt_figure_game[which].exact(x, 0);
}

static void
add_agent(const struct dt_chain_answer *x, size_t i, struct dt_text *text)
{
	dt_text_add(text, " %9.4f %11.6f %9.3f %7.3f %7.3f %7.3f %9.3f\n",
	    100 * figure(x, i, DT_FIGURE_PAUSE),
	    figure(x, i, DT_FIGURE_PAYOFF),
	    figure(x, i, DT_FIGURE_BREACHES),
	    figure(x, i, DT_FIGURE_FINDINGS_RIGHT),
	    figure(x, i, DT_FIGURE_FINDINGS_WRONG),
	    figure(x, i, DT_FIGURE_MISSED), figure(x, i, DT_FIGURE_FINES));
}

static void
add_event(struct dt_text *text, const char *what, double chance, double round)
{
	dt_text_add(text, "%s in %.4f%% of runs", what, 100 * chance);
	if (chance > 0 && !isnan(round))
		dt_text_add(text, ", in the mean in round %.2f", round);
	dt_text_add(text, ".\n");
}

static void
add_treaty(const struct dt_experiment *e, const struct dt_chain_answer *x,
    struct dt_text *text)
{
	if (!e->model.terms.exists)
		return;
	dt_text_add(text, "\nThe treaty %s: in force in %.4f%% of rounds, "
	    "suspended in %.4f%%.\n", e->scenario->treaty.name,
	    100 * of_game(x, DT_CELL_IN_FORCE),
	    100 * of_game(x, DT_CELL_SUSPENDED));
	add_event(text, "It enters into force", of_game(x, DT_CELL_ENTERED),
	    of_game(x, DT_CELL_ENTERED_ROUND));
	add_event(text, "A first breach comes", of_game(x, DT_CELL_BREACHED),
	    of_game(x, DT_CELL_BREACHED_ROUND));
	add_event(text, "It ends", of_game(x, DT_CELL_ENDED),
	    of_game(x, DT_CELL_ENDED_ROUND));
}

void
dt_report_alone(const struct dt_experiment *e, const struct dt_exact *exact,
    struct dt_text *text)
{
	const struct dt_scenario_agent *seats = e->scenario->agents.items;
	const struct dt_chain_answer *x = &exact->answer;
	size_t name = dt_report_column(e, false);
	size_t strategy = name + dt_report_column(e, true);
	dt_text_add(text, "agent");
	dt_text_pad_to(text, name);
	dt_text_add(text, "strategy");
	dt_text_pad_to(text, strategy);
	dt_text_add(text, "  paused %%      payoff  breaches   right   wrong"
	    "  missed     fines\n");
	for (size_t i = 0; i < x->n; i++) {
		dt_text_add(text, "%s", seats[i].origin.name);
		dt_text_pad_to(text, name);
		dt_text_add(text, "%s", seats[i].strategy.name);
		dt_text_pad_to(text, strategy);
		add_agent(x, i, text);
	}
	dt_text_add(text, "Payoff a round; breaches, findings (right and wrong), "
	    "missed breaches and fines a run of\n%.2f rounds in the mean. All "
	    "paused in %.4f%% of rounds. %zu joint state%s.\n",
	    of_game(x, DT_CELL_ROUNDS), 100 * of_game(x, DT_CELL_ALL_PAUSED),
	    exact->states,
	    exact->states == 1 ? "" : "s");
	add_treaty(e, x, text);
	if (x->lost > 0)
		dt_text_add(text, "Left out: what happens with chance %.1e in "
		    "a run.\n", x->lost);
}
