/* report_exact: the exact values beside the simulated; see report.h. */
#include "play/report.h"

#include <math.h>

#include "base/number.h"

static void
add_pair(struct dt_text *text, double exact, double mean, double error,
    double scale, int digits)
{
	double off = dt_exact_distance(mean, error, exact);
	dt_text_add(text, " %10.*f %10.*f", digits, scale * exact, digits,
	    scale * mean);
	if (isnan(off))
		dt_text_add(text, "       -  ");
	else
		dt_text_add(text, " %7.1f%s", dt_number_min(off, 9999.9),
		    off > DT_EXACT_FLAGGED ? " !" : "  ");
}

void
dt_report_exact(const struct dt_experiment *e, const struct dt_summary *s,
    const struct dt_exact *exact, struct dt_text *text)
{
	size_t name = dt_report_column(e, false);
	if (!exact->known)
		return;
	dt_text_add(text, "\nExactly, by the chain of %zu joint state%s (off: "
	    "in standard errors; ! over %d)\n", exact->states,
	    exact->states == 1 ? "" : "s", DT_EXACT_FLAGGED);
	dt_text_pad_to(text, name);
	dt_text_add(text, "   paused %%  simulated     off     payoff  "
	    "simulated     off\n");
	for (size_t i = 0; i < s->n; i++) {
		const struct dt_summary_agent *a = &s->agent[i];
		const struct dt_chain_agent *x = &exact->answer.agent[i];
		dt_text_add(text, "%s", e->model.agents[i].name);
		dt_text_pad_to(text, name);
		add_pair(text, x->paused, dt_summary_mean(&a->paused),
		    dt_summary_error(&a->paused), 100, 3);
		add_pair(text, x->payoff, dt_summary_mean(&a->payoff),
		    dt_summary_error(&a->payoff), 1, 5);
		dt_text_add(text, "\n");
	}
	if (exact->answer.lost > 0)
		dt_text_add(text, "Left out: what happens with chance %.1e in "
		    "a run.\n", exact->answer.lost);
}
