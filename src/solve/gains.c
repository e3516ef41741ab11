/* gains: see gains.h. */
#include "solve/gains.h"

#include <math.h>

/* Payoffs of one player that differ in its own strategy alone: n of them, a
 * step apart. */
struct line {
	const double *first;
	size_t n, step;
};

static struct line
line_at(const struct dt_normal *g, size_t player, size_t stride,
    size_t profile)
{
	return (struct line){ g->payoffs + profile * g->players + player,
		g->strategies[player], stride * g->players };
}

static double
least_of(const struct line *l)
{
	double least = l->first[0];
	for (size_t s = 1; s < l->n; s++)
		if (l->first[s * l->step] < least)
			least = l->first[s * l->step];
	return least;
}

static double
widest_of(const struct dt_normal *g, size_t player, size_t stride)
{
	size_t n = g->strategies[player];
	double widest = 0;
	for (size_t c = 0; c < g->profiles; c++) {
		if (c / stride % n != 0)
			continue;
		struct line l = line_at(g, player, stride, c);
		double least = least_of(&l);
		for (size_t s = 0; s < n; s++)
			if (l.first[s * l.step] - least > widest)
				widest = l.first[s * l.step] - least;
	}
	return widest;
}

double
dt_gains_unit(const struct dt_normal *g)
{
	double unit = 0;
	size_t stride = 1;
	for (size_t i = 0; i < g->players; i++) {
		double widest = widest_of(g, i, stride);
		unit = widest > unit ? widest : unit;
		stride *= g->strategies[i];
	}
	return unit > 0 ? unit : 1;
}

static void
fill(const struct dt_normal *g, size_t player, size_t stride, double unit,
    double *pay)
{
	size_t n = g->strategies[player];
	for (size_t c = 0; c < g->profiles; c++) {
		if (c / stride % n != 0)
			continue;
		struct line l = line_at(g, player, stride, c);
		double least = least_of(&l);
		size_t at = c * g->players + player;
		for (size_t s = 0; s < n; s++)
			pay[at + s * l.step] =
			    (l.first[s * l.step] - least) / unit;
	}
}

enum dt_status
dt_gains_of(const struct dt_normal *game, struct dt_arena *arena,
    struct dt_normal *gains, double *unit, struct dt_error *err)
{
	size_t stride = 1;
	double *pay = dt_arena_new(arena, game->profiles * game->players,
	    sizeof(*pay));
	if (pay == NULL)
		return dt_status_no_memory(err);
	*unit = dt_gains_unit(game);
	if (!isfinite(*unit))
		return dt_status_fail(err, DT_EUSAGE, "payoffs lie too far "
		    "apart for numbers");
	for (size_t i = 0; i < game->players; i++) {
		fill(game, i, stride, *unit, pay);
		stride *= game->strategies[i];
	}
	*gains = *game;
	gains->payoffs = pay;
	gains->written = NULL;
	return DT_OK;
}
