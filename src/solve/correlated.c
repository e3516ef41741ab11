/* correlated: see correlated.h. */
#include "solve/correlated.h"

#include <math.h>

#include "base/number.h"
#include "linear/linear.h"
#include "solve/profile.h"
#include "solve/pure.h"

size_t
dt_correlated_size(const struct dt_normal *g)
{
	return g->profiles * (dt_profile_size(g) - g->players + 1);
}

/* What player i gains in a profile by playing t instead. */
static double
gain(const struct dt_normal *g, size_t cell, size_t i, size_t stride, size_t t)
{
	size_t s = cell / stride % g->strategies[i];
	size_t other = cell - s * stride + t * stride;
	return g->payoffs[other * g->players + i] -
	    g->payoffs[cell * g->players + i];
}

/* The constraints of player i, from `row` on: one for each pair (s, t). */
static void
add_player(struct dt_linear *l, const struct dt_normal *g, size_t i,
    size_t row)
{
	size_t n = g->strategies[i], stride = dt_pure_stride(g, i);
	for (size_t r = 0; r < n * n; r++)
		dt_linear_row(l, row + r, -INFINITY, 0);
	for (size_t c = 0; c < g->profiles; c++)
		for (size_t t = 0; t < n; t++)
			dt_linear_set(l, row + c / stride % n * n + t, c,
			    gain(g, c, i, stride, t));
}

static struct dt_linear *
program(const struct dt_normal *g)
{
	size_t rows = 1;
	for (size_t i = 0; i < g->players; i++)
		rows += g->strategies[i] * g->strategies[i];
	struct dt_linear *l = dt_linear_new(rows, g->profiles,
	    dt_correlated_size(g));
	if (l == NULL)
		return NULL;
	for (size_t c = 0; c < g->profiles; c++)
		dt_linear_set(l, 0, c, 1);
	dt_linear_row(l, 0, 1, 1);
	rows = 1;
	for (size_t i = 0; i < g->players; i++) {
		add_player(l, g, i, rows);
		rows += g->strategies[i] * g->strategies[i];
	}
	return l;
}

/* What i gains by t when told s, weighed by the chances; `beside` what it is
 * the sum of, without signs, and at least a rounded chance's part. */
static double
pair_regret(const struct dt_normal *g, const double *chances, size_t i,
    size_t s, size_t t, double *beside)
{
	size_t stride = dt_pure_stride(g, i);
	double sum = 0, most = 0;
	*beside = 0;
	for (size_t c = 0; c < g->profiles; c++) {
		if (c / stride % g->strategies[i] != s)
			continue;
		double more = gain(g, c, i, stride, t);
		most = dt_number_max(most, fabs(more));
		sum += chances[c] * more;
		*beside += chances[c] * fabs(more);
	}
	*beside = dt_number_max(*beside, most * 1e-6);
	return sum;
}

/* The largest regret, and in `share` the largest share that one is of what it
 * was summed from. */
static double
regret_of(const struct dt_normal *g, const double *chances, double *share)
{
	double regret = 0, beside;
	*share = 0;
	for (size_t i = 0; i < g->players; i++)
		for (size_t s = 0; s < g->strategies[i]; s++)
			for (size_t t = 0; t < g->strategies[i]; t++) {
				double r = pair_regret(g, chances, i, s, t,
				    &beside);
				regret = dt_number_max(regret, r);
				if (r > 0)
					*share = dt_number_max(*share, r / beside);
			}
	return regret;
}

/* The point that the program stands at, made a distribution again. */
static enum dt_status
take(const struct dt_linear *l, const struct dt_normal *g,
    struct dt_arena *arena, struct dt_correlated_point *p,
    struct dt_error *err)
{
	p->chances = dt_arena_new(arena, g->profiles, sizeof(*p->chances));
	p->values = dt_arena_new(arena, g->players, sizeof(*p->values));
	if (p->chances == NULL || p->values == NULL)
		return dt_status_no_memory(err);
	double sum = 0, share;
	/* Rounding leaves chances of some 1e-12: no advice is as rare. */
	for (size_t c = 0; c < g->profiles; c++) {
		double x = dt_linear_value(l, c);
		sum += p->chances[c] = x < 1e-10 ? 0 : x;
	}
	for (size_t c = 0; c < g->profiles; c++) {
		p->chances[c] /= sum;
		for (size_t i = 0; p->chances[c] > 0 && i < g->players; i++)
			p->values[i] += p->chances[c] *
			    g->payoffs[c * g->players + i];
	}
	for (size_t i = 0; i < g->players; i++)
		p->welfare += p->values[i];
	p->regret = regret_of(g, p->chances, &share);
	if (share <= DT_LINEAR_TOLERANCE)
		return DT_OK;
	return dt_status_fail(err, DT_EUSAGE, "what the linear program gave "
	    "is no correlated equilibrium: somebody gains %.3g by leaving its "
	    "advice; the payoffs are too far apart", p->regret);
}

static double
aim(const struct dt_normal *g, size_t cell, int player)
{
	const double *pay = g->payoffs + cell * g->players;
	double sum = 0;
	if (player >= 0)
		return pay[player];
	for (size_t i = 0; i < g->players; i++)
		sum += pay[i];
	return player == DT_CORRELATED_WELFARE ? sum : -sum;
}

/* From the least aim on, for chances add up to 1 whatever is taken away. */
static enum dt_status
find(struct dt_linear *l, const struct dt_normal *g, int player, double sign,
    struct dt_arena *arena, struct dt_correlated_point *p,
    struct dt_error *err)
{
	double least = INFINITY;
	for (size_t c = 0; c < g->profiles; c++)
		least = dt_number_min(least, sign * aim(g, c, player));
	for (size_t c = 0; c < g->profiles; c++)
		dt_linear_gain(l, c, sign * aim(g, c, player) - least);
	enum dt_linear_end end = dt_linear_solve(l);
	if (end != DT_LINEAR_SOLVED)
		return dt_linear_fail(end, "the correlated equilibria", err);
	return take(l, g, arena, p, err);
}

static enum dt_status
find_all(struct dt_linear *l, const struct dt_normal *g,
    struct dt_arena *arena, struct dt_correlated *k, struct dt_error *err)
{
	enum dt_status status = find(l, g, DT_CORRELATED_WELFARE, 1, arena,
	    &k->best, err);
	if (status == DT_OK)
		status = find(l, g, DT_CORRELATED_LEAST_WELFARE, 1, arena,
		    &k->worst, err);
	for (size_t i = 0; status == DT_OK && i < g->players; i++) {
		status = find(l, g, (int)i, 1, arena, &k->most[i], err);
		if (status == DT_OK)
			status = find(l, g, (int)i, -1, arena, &k->least[i],
			    err);
	}
	return status;
}

enum dt_status
dt_correlated_find(const struct dt_normal *game, struct dt_arena *arena,
    struct dt_correlated *k, struct dt_error *err)
{
	*k = (struct dt_correlated){
		.most = dt_arena_new(arena, game->players, sizeof(*k->most)),
		.least = dt_arena_new(arena, game->players,
		    sizeof(*k->least)),
	};
	if (k->most == NULL || k->least == NULL)
		return dt_status_no_memory(err);
	if (dt_correlated_size(game) > DT_LINEAR_MOST)
		return dt_status_fail(err, DT_EUSAGE, "the game is too big "
		    "for its correlated equilibria: %zu numbers, most %d",
		    dt_correlated_size(game), DT_LINEAR_MOST);
	struct dt_linear *l = program(game);
	if (l == NULL)
		return dt_status_no_memory(err);
	enum dt_status status = find_all(l, game, arena, k, err);
	dt_linear_free(l);
	return status;
}
