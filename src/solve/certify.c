/* certify: see certify.h. */
#include "solve/certify.h"

#include <math.h>

/* A pure profile that is played, being counted through; a player's strategies
 * with no chance are stepped over. */
struct play {
	const struct dt_normal *game;
	const double *chances;
	size_t at[DT_NORMAL_PLAYERS_MOST];      /* strategies */
	size_t start[DT_NORMAL_PLAYERS_MOST];   /* into a profile */
	size_t stride[DT_NORMAL_PLAYERS_MOST];
};

static bool
are_chances(const struct dt_normal *g, const double *chances)
{
	for (size_t i = 0; i < g->players; i++) {
		double sum = 0;
		for (size_t k = 0; k < g->strategies[i]; k++) {
			if (!(chances[k] >= 0))
				return false;
			sum += chances[k];
		}
		if (!(fabs(sum - 1) <= 1e-9))
			return false;
		chances += g->strategies[i];
	}
	return true;
}

/* The next strategy of a player that has a chance, from k on. */
static size_t
played(const struct play *p, size_t player, size_t k)
{
	while (k < p->game->strategies[player] &&
	    !(p->chances[p->start[player] + k] > 0))
		k++;
	return k;
}

static void
begin(struct play *p)
{
	size_t start = 0, stride = 1;
	for (size_t i = 0; i < p->game->players; i++) {
		p->start[i] = start;
		p->stride[i] = stride;
		p->at[i] = played(p, i, 0);
		start += p->game->strategies[i];
		stride *= p->game->strategies[i];
	}
}

static bool
next(struct play *p)
{
	for (size_t i = 0; i < p->game->players; i++) {
		p->at[i] = played(p, i, p->at[i] + 1);
		if (p->at[i] < p->game->strategies[i])
			return true;
		p->at[i] = played(p, i, 0);
	}
	return false;
}

/* What `player` gains by strategy k wherever it plays another. */
static double
gain(struct play *p, size_t player, size_t k)
{
	const struct dt_normal *g = p->game;
	double sum = 0, lost = 0;       /* Kahan's: digits that fell off */
	begin(p);
	do {
		double chance = 1;
		size_t cell = 0;
		for (size_t i = 0; i < g->players; i++) {
			chance *= p->chances[p->start[i] + p->at[i]];
			cell += p->at[i] * p->stride[i];
		}
		size_t other = cell + k * p->stride[player] -
		    p->at[player] * p->stride[player];
		double more = chance *
		    (g->payoffs[other * g->players + player] -
		    g->payoffs[cell * g->players + player]) - lost;
		double total = sum + more;
		lost = total - sum - more;
		sum = total;
	} while (next(p));
	return sum;
}

double
dt_certify_regret(const struct dt_normal *game, const double *chances)
{
	struct play play = { .game = game, .chances = chances };
	double most = 0;
	if (!are_chances(game, chances))
		return NAN;
	for (size_t i = 0; i < game->players; i++)
		for (size_t k = 0; k < game->strategies[i]; k++) {
			double more = gain(&play, i, k);
			if (isnan(more))
				return NAN;
			most = more > most ? more : most;
		}
	return most;
}

double
dt_certify_response(const struct dt_normal *game, const double *chances,
    double lambda)
{
	const struct dt_normal *g = game;
	struct play play = { .game = g, .chances = chances };
	double most = 0;
	for (size_t i = 0, start = 0; i < g->players; i++) {
		double first = gain(&play, i, 0);
		for (size_t k = 1; k < g->strategies[i]; k++) {
			const double *c = chances + start;
			double off = fabs(log(c[k] / c[0]) -
			    lambda * (gain(&play, i, k) - first));
			if (c[k] > 1e-300 && c[0] > 1e-300 && !(off <= most))
				most = off;
		}
		start += g->strategies[i];
	}
	return most;
}

/* Does everybody lose by leaving a pure profile? Of doubles that differ the
 * numbers that they were rounded from do too, in the same way. */
static bool
is_strict(const struct dt_normal *g, size_t row, size_t column)
{
	size_t n = g->strategies[0];
	const double *here = g->payoffs + 2 * (row + column * n);
	for (size_t i = 0; i < n; i++)
		if (i != row && g->payoffs[2 * (i + column * n)] >= here[0])
			return false;
	for (size_t j = 0; j < g->strategies[1]; j++)
		if (j != column && g->payoffs[2 * (row + j * n) + 1] >= here[1])
			return false;
	return true;
}

static bool
has_pure(const struct dt_normal *g, const struct dt_profile_list *list,
    size_t row, size_t column)
{
	for (size_t p = 0; p < list->n; p++)
		if (list->points[p].chances[row] >= 1 &&
		    list->points[p].chances[g->strategies[0] + column] >= 1)
			return true;
	return false;
}

bool
dt_certify_can_be_all(const struct dt_normal *game,
    const struct dt_profile_list *list)
{
	if (game->players != 2 || (!list->degenerate && list->n % 2 == 0))
		return false;
	for (size_t i = 0; i < game->strategies[0]; i++)
		for (size_t j = 0; j < game->strategies[1]; j++)
			if (is_strict(game, i, j) &&
			    !has_pure(game, list, i, j))
				return false;
	return true;
}
