/* payoff_set_draw: the two bounds as a picture. */
#include "format/svg.h"
#include "verdict/payoff_set_internal.h"

static bool
split(const struct dt_polygon *set, struct dt_arena *arena, const char *name,
    struct dt_svg_polygon *out)
{
	double *x = dt_arena_new(arena, 2 * set->n + 1, sizeof(*x));
	for (size_t i = 0; x != NULL && i < set->n; i++) {
		x[i] = set->at[i].x;
		x[set->n + i] = set->at[i].y;
	}
	*out = (struct dt_svg_polygon){ .name = name, .n = set->n, .x = x,
	    .y = x == NULL ? NULL : x + set->n };
	return x != NULL;
}

void
dt_payoff_set_draw(const struct dt_model *m, struct dt_solution *s,
    const struct dt_ppe *p, struct dt_text *svg)
{
	struct dt_svg picture = { .title = "Equilibrium payoffs",
	    .desc = "Payoffs that public perfect equilibria can have: all "
	    "within the inner bound, none beyond the outer one.",
	    .x = { .title = m->agents[0].name, .unit = "payoff a round" },
	    .y = { .title = m->agents[1].name, .unit = "payoff a round" } };
	struct dt_svg_polygon sets[2];
	if (!split(&p->outer, s->arena, "outer bound", &sets[0]) ||
	    !split(&p->inner, s->arena, "inner bound", &sets[1]))
		s->failed = true;
	else
		dt_svg_set(svg, &picture, sets, 2, NULL, 0);
}
