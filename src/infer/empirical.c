/* empirical: see empirical.h. */
#include "infer/empirical_internal.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <string.h>

#include "base/number.h"

static size_t
stride(const struct dt_empirical *game, size_t player)
{
	size_t step = 1;
	for (size_t j = 0; j < player; j++)
		step *= game->strategies[j];
	return step;
}

size_t
dt_empirical_strategy(const struct dt_empirical *game, size_t profile,
    size_t player)
{
	return profile / stride(game, player) % game->strategies[player];
}

size_t
dt_empirical_turn(const struct dt_empirical *game, size_t profile,
    size_t player, size_t strategy)
{
	size_t step = stride(game, player);
	size_t own = profile / step % game->strategies[player];
	return profile - own * step + strategy * step;
}

bool
dt_empirical_played(const struct dt_empirical *game, size_t profile)
{
	for (size_t i = 0; i < game->players; i++)
		if (game->which[profile * game->players + i] ==
		    DT_EMPIRICAL_MISSING)
			return false;
	return true;
}

double
dt_empirical_range(const struct dt_empirical *game)
{
	double least = INFINITY, most = -INFINITY;
	for (size_t e = 0; e < game->n; e++) {
		least = dt_number_min(least, game->estimates[e].mean);
		most = dt_number_max(most, game->estimates[e].mean);
	}
	return game->n > 0 ? most - least : 0;
}

double
dt_empirical_rounding(const struct dt_empirical *game)
{
	double most = 0;
	for (size_t e = 0; e < game->n; e++)
		most = dt_number_max(most, fabs(game->estimates[e].mean));
	return 1e-9 * most;
}

size_t
dt_empirical_deviations(const struct dt_empirical *game)
{
	size_t n = 0;
	for (size_t i = 0; i < game->players; i++)
		n += game->strategies[i] - 1;
	return n;
}

bool
dt_empirical_add(struct dt_arena *arena, struct dt_empirical_row *row,
    size_t estimate, double factor)
{
	for (size_t t = 0; t < row->n; t++)
		if (row->terms[t].estimate == estimate) {
			row->terms[t].factor += factor;
			return true;
		}
	if (row->n == row->room) {
		size_t room = row->room > 0 ? 2 * row->room : 4;
		struct dt_empirical_term *more =
		    dt_arena_new(arena, room, sizeof(*more));
		if (more == NULL)
			return false;
		if (row->n > 0)
			memcpy(more, row->terms, row->n * sizeof(*more));
		row->terms = more;
		row->room = room;
	}
	row->terms[row->n++] = (struct dt_empirical_term){ estimate, factor };
	return true;
}

enum dt_status
dt_empirical_deviate(const struct dt_empirical *game, size_t profile,
    size_t player, size_t strategy, struct dt_arena *arena,
    struct dt_empirical_row *row, struct dt_error *err)
{
	size_t to = dt_empirical_turn(game, profile, player, strategy);
	size_t here = game->which[profile * game->players + player];
	size_t there = game->which[to * game->players + player];
	*row = (struct dt_empirical_row){ 0 };
	row->missing = here == DT_EMPIRICAL_MISSING ||
	    there == DT_EMPIRICAL_MISSING;
	if (!row->missing && (!dt_empirical_add(arena, row, there, 1) ||
	    !dt_empirical_add(arena, row, here, -1)))
		return dt_status_no_memory(err);
	return DT_OK;
}

void
dt_empirical_measure(const struct dt_empirical *game,
    const struct dt_empirical_row *row, struct dt_empirical_deviation *out)
{
	double variance = 0, spread = 0;
	out->gain = row->missing ? NAN : 0;
	for (size_t t = 0; t < row->n; t++) {
		const struct dt_empirical_estimate *e =
		    &game->estimates[row->terms[t].estimate];
		double own = row->terms[t].factor * e->error;
		out->gain += row->terms[t].factor * e->mean;
		variance += own * own;
		if (own != 0 && e->runs > 1)
			spread += own * own * own * own /
			    (double)(e->runs - 1);
	}
	out->error = row->missing ? NAN : sqrt(variance);
	out->freedom = spread > 0 ? variance * variance / spread : INFINITY;
}

double
dt_empirical_width(double freedom)
{
	return freedom > 1e6 ? gsl_cdf_ugaussian_Pinv(0.975) :
	    gsl_cdf_tdist_Pinv(0.975, freedom);
}
