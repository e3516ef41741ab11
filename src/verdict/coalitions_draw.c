/* coalitions_draw: who would stay and who would leave, as bars. */
#include "format/svg.h"
#include "verdict/coalitions_internal.h"

void
dt_coalitions_draw(struct dt_coalitions *a, struct dt_text *svg)
{
	const char *labels[DT_COALITION_MOST];
	double stays_by[DT_COALITION_MOST];
	uint32_t all = everybody(&a->c);
	struct dt_svg picture = { .title = "What leaving would cost, if all "
	    "were in", .desc = "A bar a party: what it gets with all in, less "
	    "what it would get if it alone were out. Who is below zero would "
	    "leave.",
	    .x = { .title = "party", .labels = labels },
	    .y = { .title = "it stays by", .unit = "payoff a round" } };
	for (size_t i = 0; i < a->c.n; i++) {
		labels[i] = name_of(a, i);
		stays_by[i] = dt_coalition_pay(&a->c, all, i) -
		    dt_coalition_pay(&a->c, all ^ (uint32_t)1 << i, i);
	}
	struct dt_svg_bars bars = { .n = a->c.n, .value = stays_by };
	dt_svg_bars(svg, &picture, &bars);
}
