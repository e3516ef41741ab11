/* infer_draw: shares with their intervals, a panel a treatment. */
#include "format/svg.h"
#include "infer/infer_internal.h"

#include <math.h>

/* The class of a group's model that has the strategy; n: none has. */
static size_t
class_with(const struct dt_infer_model *m, size_t strategy)
{
	size_t c = 0;
	while (c < m->n && m->classes[c].first != strategy)
		c++;
	return c;
}

static bool
fill_panel(const struct dt_infer *infer, size_t group, size_t n,
    struct dt_arena *arena, struct dt_svg_panel *panel)
{
	const struct dt_infer_group *g = &infer->groups[group];
	double *v = dt_arena_new(arena, 3 * n, sizeof(*v));
	for (size_t k = 0; v != NULL && k < n; k++) {
		size_t c = class_with(&g->models[0], k);
		const struct dt_infer_interval none = { NAN, NAN, NAN, NAN };
		const struct dt_infer_interval *it = c < g->models[0].n ?
		    &g->models[0].classes[c].share : &none;
		v[k] = it->mean;
		v[n + k] = it->low;
		v[2 * n + k] = it->high;
	}
	*panel = (struct dt_svg_panel){ .axis = { .title = g->choices->name,
		.unit = "share of subjects", .low = 0, .high = 1 },
		.value = v, .low = v ? v + n : NULL,
		.high = v ? v + 2 * n : NULL };
	return v != NULL;
}

void
dt_infer_draw(const struct dt_infer *infer, struct dt_text *svg)
{
	static const char *const names[] = { "share, with its 95 % interval" };
	const struct dt_infer_set *set = &infer->request->sets[0];
	struct dt_arena arena = { 0 };
	struct dt_svg_panel *panels = dt_arena_new(&arena, infer->n,
	    sizeof(*panels));
	size_t *class = dt_arena_new(&arena, set->n, sizeof(*class));
	bool whole = panels != NULL && class != NULL;
	for (size_t g = 0; whole && g < infer->n; g++)
		whole = fill_panel(infer, g, set->n, &arena, &panels[g]);
	struct dt_svg picture = { .title = "Shares of strategies", .desc =
	    "For each treatment the share of subjects that each strategy "
	    "explains, with its interval. Strategies without a bar cannot be "
	    "told from another.",
	    .width = 320 + 260 * (int)(infer->n < 8 ? infer->n : 8) };
	struct dt_svg_rows rows = { .n = set->n, .labels = set->strategies,
		.class = class, .n_classes = 1, .names = names,
		.panels = panels, .n_panels = infer->n };
	if (whole)
		dt_svg_rows(svg, &picture, &rows);
	else
		svg->failed = true;
	dt_arena_free(&arena);
}
