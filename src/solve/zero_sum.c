/* zero_sum: see zero_sum.h. */
#include "solve/zero_sum.h"

#include <math.h>

#include "base/number.h"
#include "linear/linear.h"
#include "solve/profile.h"
#include "solve/pure.h"

static enum dt_status
check(const struct dt_normal *g, double *sum, struct dt_error *err)
{
	double largest = 0;
	if (g->players != 2)
		return dt_status_fail(err, DT_EUSAGE, "a game of %zu players "
		    "is not solved as a zero-sum game of two", g->players);
	for (size_t c = 0; c < 2 * g->profiles; c++)
		largest = dt_number_max(largest, fabs(g->payoffs[c]));
	*sum = g->payoffs[0] + g->payoffs[1];
	for (size_t c = 0; c < g->profiles; c++) {
		double here = g->payoffs[2 * c] + g->payoffs[2 * c + 1];
		size_t i = dt_pure_strategy(g, c, 0);
		size_t j = dt_pure_strategy(g, c, 1);
		if (!(fabs(here - *sum) <= 1e-12 * largest))
			return dt_status_fail(err, DT_EUSAGE, "the game is "
			    "neither zero-sum nor constant-sum: payoffs add "
			    "up to %.7g at strategies 1, 1 and to %.7g at "
			    "%zu, %zu", *sum, here, i + 1, j + 1);
	}
	return DT_OK;
}

/* Columns: the player's chances, then what it is sure of; a row for each
 * reply, and one for the chances' sum. Payoffs in units of their range, from
 * the first cell's on, so that GLPK's tolerances mean the same in all games. */
static void
write(struct dt_linear *l, const struct dt_normal *g, size_t player,
    double unit)
{
	size_t own = g->strategies[player], replies = g->strategies[!player];
	for (size_t j = 0; j < replies; j++) {
		dt_linear_row(l, j, 0, INFINITY);
		dt_linear_set(l, j, own, -1);
	}
	for (size_t c = 0; c < g->profiles; c++)
		dt_linear_set(l, dt_pure_strategy(g, c, !player),
		    dt_pure_strategy(g, c, player),
		    (g->payoffs[2 * c + player] - g->payoffs[player]) / unit);
	for (size_t i = 0; i < own; i++)
		dt_linear_set(l, replies, i, 1);
	dt_linear_row(l, replies, 1, 1);
	dt_linear_column(l, own, -INFINITY, INFINITY);
	dt_linear_gain(l, own, 1);
}

static enum dt_status
solve(const struct dt_normal *g, size_t player, struct dt_zero_sum *z,
    struct dt_error *err)
{
	size_t own = g->strategies[player], replies = g->strategies[!player];
	double unit = dt_pure_range(g), sum = 0;
	double *chances = z->chances + dt_profile_start(g, player);
	if (g->profiles > (size_t)DT_LINEAR_MOST - own - replies)
		return dt_status_fail(err, DT_EUSAGE, "the game is too big "
		    "for a linear program of at most %d numbers",
		    DT_LINEAR_MOST);
	struct dt_linear *l = dt_linear_new(replies + 1, own + 1,
	    g->profiles + own + replies);
	if (l == NULL)
		return dt_status_no_memory(err);
	write(l, g, player, unit > 0 ? unit : 1);
	enum dt_linear_end end = dt_linear_solve(l);
	bool solved = end == DT_LINEAR_SOLVED;
	for (size_t i = 0; solved && i < own; i++)
		sum += chances[i] = dt_number_max(0, dt_linear_value(l, i));
	dt_linear_free(l);
	for (size_t i = 0; solved && i < own; i++)
		chances[i] /= sum;
	return solved ? DT_OK : dt_linear_fail(end, "the zero-sum game", err);
}

/* By two linear programs. A value that is nothing but their rounding is 0. */
static enum dt_status
approach(const struct dt_normal *g, struct dt_arena *arena,
    struct dt_zero_sum *z, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	size_t n = dt_profile_size(g);
	double *payoffs = dt_arena_new(arena, n, sizeof(*payoffs));
	double rounding = 1e-12 * dt_pure_range(g);
	z->chances = dt_arena_new(arena, n, sizeof(*z->chances));
	if (z->chances == NULL || payoffs == NULL)
		return dt_status_no_memory(err);
	for (size_t i = 0; status == DT_OK && i < 2; i++)
		status = solve(g, i, z, err);
	if (status != DT_OK)
		return status;
	dt_profile_payoffs(g, z->chances, payoffs);
	for (size_t i = 0; i < 2; i++) {
		double value = dt_profile_value(g, z->chances, payoffs, i);
		z->value[i] = fabs(value) < rounding ? 0 : value;
	}
	z->regret = dt_profile_regret(g, z->chances, payoffs);
	return DT_OK;
}

enum dt_status
dt_zero_sum_find(const struct dt_normal *game, struct dt_arena *arena,
    struct dt_zero_sum *z, struct dt_error *err)
{
	bool found = false;
	*z = (struct dt_zero_sum){ .sum = 0 };
	enum dt_status status = check(game, &z->sum, err);
	if (status == DT_OK && game->profiles <= DT_ZERO_SUM_EXACT_MOST)
		status = dt_zero_sum_exact(game, arena, z, &found, err);
	return status != DT_OK || found ? status :
	    approach(game, arena, z, err);
}
