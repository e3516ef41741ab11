/* game_quantal_draw: see game_quantal_draw.h. */
#include "ask/game_quantal_draw.h"

#include <math.h>

#include "format/svg.h"
#include "solve/profile.h"

/* One value of each point. */
static const double *
values(struct dt_arena *arena, const struct dt_quantal *q, size_t strategy)
{
	double *y = dt_arena_new(arena, q->n + 1, sizeof(*y));
	for (size_t p = 0; y != NULL && p < q->n; p++)
		y[p] = q->points[p].chances[strategy];
	return y;
}

/* Lambda 0 has no logarithm: NaN, which is a gap. */
static const double *
powers(struct dt_arena *arena, const struct dt_quantal *q)
{
	double *x = dt_arena_new(arena, q->n + 1, sizeof(*x));
	for (size_t p = 0; x != NULL && p < q->n; p++)
		x[p] = q->points[p].lambda > 0 ?
		    log10(q->points[p].lambda) : NAN;
	return x;
}

static struct dt_svg_series *
lines(const struct dt_normal *g, const struct dt_quantal *q,
    struct dt_arena *arena)
{
	const double *x = powers(arena, q);
	size_t n = 0;
	struct dt_svg_series *all = dt_arena_new(arena, dt_profile_size(g),
	    sizeof(*all));
	for (size_t i = 0; all != NULL && i < g->players; i++)
		for (size_t k = 0; k < g->strategies[i]; k++, n++) {
			all[n] = (struct dt_svg_series){ .n = q->n, .x = x,
			    .y = values(arena, q, n),
			    .name = dt_arena_print(arena, "%s: %s",
			    g->names[i], g->labels[i][k]) };
			if (x == NULL || all[n].y == NULL ||
			    all[n].name == NULL)
				return NULL;
		}
	return all;
}

void
dt_game_quantal_draw(const struct dt_normal *game,
    const struct dt_quantal *quantal, struct dt_solution *solution,
    struct dt_text *svg)
{
	struct dt_svg picture = { .title = "Quantal response",
	    .desc = "The chance of each strategy, from nearly even ones where "
	    "lambda is small to the branch's end where it is large.",
	    .x = { .title = "lambda", .unit = "power of ten, 1/payoff" },
	    .y = { .title = "chance", .low = 0, .high = 1 } };
	size_t n = dt_profile_size(game);
	struct dt_svg_series *all = lines(game, quantal, solution->arena);
	if (n > DT_SVG_MOST)
		picture.desc = dt_arena_print(solution->arena, "%s The legend "
		    "has the first %d of %zu strategies.", picture.desc,
		    DT_SVG_MOST, n);
	if (all == NULL || picture.desc == NULL)
		solution->failed = true;
	else
		dt_svg_lines(svg, &picture, all, n);
}
