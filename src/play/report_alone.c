/* report_alone: the exact values where nothing was simulated; see report.h. */
#include "play/report.h"

#include <math.h>

static void
add_agent(const struct dt_chain_agent *a, double rounds, struct dt_text *text)
{
	dt_text_add(text, " %9.4f %11.6f %9.3f %7.3f %7.3f %7.3f %9.3f\n",
	    100 * a->paused, a->payoff, a->breaches * rounds,
	    a->alarms_right * rounds, a->alarms_wrong * rounds,
	    a->missed * rounds, 0.0 - a->fines * rounds);
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
	    100 * x->in_force, 100 * x->suspended);
	add_event(text, "It enters into force", x->entered,
	    x->entered_round);
	add_event(text, "A first breach comes", x->breached,
	    x->breached_round);
	add_event(text, "It ends", x->ended, x->ended_round);
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
		add_agent(&x->agent[i], x->rounds, text);
	}
	dt_text_add(text, "Payoff a round; breaches, alarms (right and wrong), "
	    "missed breaches and fines a run of\n%.2f rounds in the mean. All "
	    "paused in %.4f%% of rounds. %zu joint state%s.\n", x->rounds,
	    100 * x->all_paused, exact->states,
	    exact->states == 1 ? "" : "s");
	add_treaty(e, x, text);
	if (x->lost > 0)
		dt_text_add(text, "Left out: what happens with chance %.1e in "
		    "a run.\n", x->lost);
}
