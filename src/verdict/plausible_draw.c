/* plausible_draw: which figure moves the slack how far; see plausible.h. */
#include <math.h>
#include <stdlib.h>

#include "base/number.h"
#include "format/svg.h"
#include "verdict/plausible_internal.h"

struct blade {
	double low, high;       /* slack at the ends */
	const char *label;
	double swing;
};

static int
by_swing(const void *a, const void *b)
{
	const struct blade *x = a, *y = b;
	return x->swing > y->swing ? -1 : x->swing < y->swing;
}

static double
slack_at(const struct dt_plausible *p, size_t world)
{
	return world <= p->done ? p->worlds[world].slack : NAN;
}

/* "miss, 0.05 to 0.5". */
static void
fill(const struct dt_plausible *p, struct blade *blades)
{
	for (size_t a = 0; a < p->n_unknowns; a++) {
		size_t low = dt_plausible_end(a, DT_PLAUSIBLE_LOW);
		size_t high = dt_plausible_end(a, DT_PLAUSIBLE_HIGH);
		blades[a] = (struct blade){ slack_at(p, low),
			slack_at(p, high), dt_arena_print(p->arena,
			"%s, %.3g to %.3g", p->unknowns[a].origin.name,
			dt_plausible_value(p, a, low),
			dt_plausible_value(p, a, high)), 0 };
		double swing = fabs(blades[a].high - blades[a].low);
		blades[a].swing = isnan(swing) ? -1 : swing;
	}
	qsort(blades, p->n_unknowns, sizeof(*blades), by_swing);
}

void
dt_plausible_draw(const struct dt_plausible *p, struct dt_text *svg)
{
	struct blade blades[DT_PRIOR_UNKNOWNS_MOST];
	double low[DT_PRIOR_UNKNOWNS_MOST], high[DT_PRIOR_UNKNOWNS_MOST];
	const char *labels[DT_PRIOR_UNKNOWNS_MOST];
	const char *title = dt_arena_print(p->arena, "What matters most: %s "
	    "under %s", p->request.scenario, p->treaty);
	fill(p, blades);
	for (size_t a = 0; a < p->n_unknowns; a++) {
		low[a] = blades[a].low;
		high[a] = blades[a].high;
		labels[a] = blades[a].label;
		svg->failed |= labels[a] == NULL;
	}
	if (svg->failed || title == NULL) {
		svg->failed = true;
		return;
	}
	struct dt_svg picture = { .title = title, .desc = "A bar a figure, "
	    "the widest first: from the slack where it is at its 5 % quantile "
	    "to where it is at its 95 % quantile, all others at their "
	    "medians. Below zero somebody gains by departing.",
	    .x = { .title = "slack", .unit = "payoff, all rounds to come" } };
	struct dt_svg_tornado tornado = { .n = p->n_unknowns,
		.labels = labels, .low = low, .high = high,
		.middle = slack_at(p, 0), .names = { "at its 5 % quantile",
		"at its 95 % quantile" } };
	dt_svg_tornado(svg, &picture, &tornado);
}
