/* report_exact: the exact values beside the simulated; see report.h. */
#include "play/report.h"

#include <math.h>

#include "base/number.h"
#include "play/figure.h"

/* A figure whose standard error is the next one. */
static void
add_pair(struct dt_text *text, const struct dt_summary *s,
    const struct dt_exact *x, size_t i, enum dt_store_figure_agent which)
{
	const struct dt_figure *figure = &dt_figure_agent[which];
	bool share = dt_figure_is_share(figure);
	double exact = figure->exact(&x->answer, i);
	double mean = figure->played(s, i);
	double off = dt_exact_distance(mean, figure[1].played(s, i), exact);
	double scale = share ? 100 : 1;
	int digits = share ? 3 : 5;
	dt_text_add(text, " %10.*f %10.*f", digits, scale * exact, digits,
	    scale * mean);
	if (isnan(off))
		dt_text_add(text, "       -  ");
	else
		dt_text_add(text, " %7.1f%s", dt_number_min(off, 9999.9),
		    dt_exact_far(off, dt_summary_effective(&s->all_paused)) ?
		    " !" : "  ");
}

void
dt_report_exact(const struct dt_experiment *e, const struct dt_summary *s,
    const struct dt_exact *exact, struct dt_text *text)
{
	size_t name = dt_report_column(e, false);
	if (!exact->known)
		return;
	dt_text_add(text, "\nExactly, by the chain of %zu joint state%s (off: "
	    "standard errors; ! is not chance)\n", exact->states,
	    exact->states == 1 ? "" : "s");
	dt_text_pad_to(text, name);
	dt_text_add(text, "   paused %%  simulated     off     payoff  "
	    "simulated     off\n");
	for (size_t i = 0; i < s->n; i++) {
		dt_text_add(text, "%s", e->model.agents[i].name);
		dt_text_pad_to(text, name);
		add_pair(text, s, exact, i, DT_FIGURE_PAUSE);
		add_pair(text, s, exact, i, DT_FIGURE_PAYOFF);
		dt_text_add(text, "\n");
	}
	if (exact->answer.lost > 0)
		dt_text_add(text, "Left out: what happens with chance %.1e in "
		    "a run.\n", exact->answer.lost);
}
