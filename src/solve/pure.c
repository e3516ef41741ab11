/* pure: see pure.h. */
#include "solve/pure.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"

double
dt_pure_range(const struct dt_normal *g)
{
	double range = 0;
	for (size_t i = 0; i < g->players; i++) {
		double low = g->payoffs[i], high = low;
		for (size_t c = 1; c < g->profiles; c++) {
			low = dt_number_min(low, g->payoffs[c *
			    g->players + i]);
			high = dt_number_max(high, g->payoffs[c *
			    g->players + i]);
		}
		range = dt_number_max(range, high - low);
	}
	return range > 0 && isfinite(range) ? range : 1;
}

size_t
dt_pure_stride(const struct dt_normal *g, size_t player)
{
	size_t stride = 1;
	for (size_t i = 0; i < player; i++)
		stride *= g->strategies[i];
	return stride;
}

size_t
dt_pure_strategy(const struct dt_normal *g, size_t profile, size_t player)
{
	return profile / dt_pure_stride(g, player) % g->strategies[player];
}

/* Strikes out, of the profiles that differ in one player's strategy alone,
 * those that are not its best reply. */
static void
strike_line(const struct dt_normal *g, size_t first, size_t player,
    size_t stride, double tolerance, unsigned char *struck)
{
	const double *pay = g->payoffs + player;
	double best = -INFINITY;
	size_t n = g->strategies[player];
	for (size_t s = 0; s < n; s++)
		best = dt_number_max(best, pay[(first + s * stride) *
		    g->players]);
	for (size_t s = 0; s < n; s++)
		if (pay[(first + s * stride) * g->players] < best - tolerance)
			struck[first + s * stride] = 1;
}

static void
strike(const struct dt_normal *g, double tolerance, unsigned char *struck)
{
	size_t stride = 1;
	for (size_t i = 0; i < g->players; i++) {
		size_t block = stride * g->strategies[i];
		for (size_t b = 0; b < g->profiles; b += block)
			for (size_t c = b; c < b + stride; c++)
				strike_line(g, c, i, stride, tolerance,
				    struck);
		stride = block;
	}
}

enum dt_status
dt_pure_find(const struct dt_normal *game, double tolerance,
    struct dt_arena *arena, struct dt_pure *pure, struct dt_error *err)
{
	unsigned char *struck = dt_memory_new(game->profiles, 1);
	*pure = (struct dt_pure){ 0 };
	if (struck == NULL)
		return dt_status_no_memory(err);
	strike(game, tolerance, struck);
	for (size_t c = 0; c < game->profiles; c++)
		pure->found += !struck[c];
	size_t most = pure->found < DT_PURE_MOST ? pure->found : DT_PURE_MOST;
	size_t *list = dt_arena_new(arena, most + 1, sizeof(*list));
	for (size_t c = 0; list != NULL && pure->n < most; c++)
		if (!struck[c])
			list[pure->n++] = c;
	dt_memory_free(struck);
	pure->profiles = list;
	return list == NULL ? dt_status_no_memory(err) : DT_OK;
}
