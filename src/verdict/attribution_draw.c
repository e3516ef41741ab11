/* attribution_draw: what it is worth to know whose alarm it is, as bars. */
#include "format/svg.h"
#include "verdict/attribution.h"

static void
draw_one(const struct dt_attribution_worth *w, const char *name,
    struct dt_solution *solution, struct dt_text *svg)
{
	static const char *const uses[] = { "any alarm punishes all",
	    "each pays for its own alarms" };
	const double best[] = { w->aggregate_best, w->attributable_best };
	const char *title = dt_arena_print(solution->arena, "Best payoff of a "
	    "party under %s", name);
	struct dt_svg picture = { .title = title, .desc = "The best that "
	    "alarms in aggregate can reach, beside the best where each party "
	    "pays the others for its own.",
	    .x = { .title = "use of alarms", .labels = uses },
	    .y = { .title = "best payoff", .unit = "payoff a round" } };
	struct dt_svg_bars bars = { .n = 2, .value = best };
	if (title == NULL)
		solution->failed = true;
	else
		dt_svg_bars(svg, &picture, &bars);
}

void
dt_attribution_draw(const struct dt_attribution_worth *worths,
    const char *const *names, size_t n, struct dt_solution *solution,
    struct dt_text *svg)
{
	struct dt_svg picture = { .title = "What it is worth to know whose "
	    "alarm it is", .desc = "A bar a treaty: the best payoff of a party "
	    "where each pays for its own alarms, less the best where any alarm "
	    "punishes all.",
	    .x = { .title = "treaty", .labels = names },
	    .y = { .title = "gain", .unit = "payoff a round" } };
	if (n == 1) {
		draw_one(worths, names[0], solution, svg);
		return;
	}
	double *gain = dt_arena_new(solution->arena, n + 1, sizeof(*gain));
	struct dt_svg_bars bars = { .n = n, .value = gain };
	if (gain == NULL) {
		solution->failed = true;
		return;
	}
	for (size_t k = 0; k < n; k++)
		gain[k] = worths[k].attributable_best -
		    worths[k].aggregate_best;
	dt_svg_bars(svg, &picture, &bars);
}
