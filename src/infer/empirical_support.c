/*
 * empirical_support: whether a mix has its like in the true game; see
 * empirical.h. In each replicate the two systems of indifference are solved.
 */
#include "infer/empirical_internal.h"

#include <math.h>

#include "base/lu.h"
#include "base/memory.h"
#include "base/random.h"

struct support {
	const struct dt_empirical *game;
	size_t k;                       /* strategies each mixes over */
	size_t *of[2];                  /* which */
	double *drawn;                  /* by estimate: a replicate */
	double *matrix;                 /* k + 1 square */
	double *right, *mix;            /* in the same room */
	size_t *order;
};

static double
payoff(const struct support *s, size_t player, size_t own, size_t other)
{
	size_t n = s->game->strategies[0];
	size_t profile = player == 0 ? own + n * other : other + n * own;
	return s->drawn[s->game->which[2 * profile + player]];
}

/* Finds what of the other makes `player` indifferent within its support, and
 * the payoff of it. False where that is not one mix. */
static bool
solve(struct support *s, size_t player)
{
	const size_t *own = s->of[player], *other = s->of[1 - player];
	size_t k = s->k, n = k + 1;
	for (size_t i = 0; i < k; i++) {
		for (size_t j = 0; j < k; j++)
			s->matrix[i * n + j] = payoff(s, player, own[i],
			    other[j]);
		s->matrix[i * n + k] = -1;
		s->matrix[k * n + i] = 1;
		s->right[i] = 0;
	}
	s->matrix[k * n + k] = 0;
	s->right[k] = 1;
	if (dt_lu_make(s->matrix, n, s->order) == 0)
		return false;
	dt_lu_solve(s->matrix, n, s->order, s->right, s->mix);
	return true;
}

/* Whether there is such a mix and nothing outside the support is better. */
static bool
holds(struct support *s, size_t player)
{
	if (!solve(s, player))
		return false;
	double value = s->mix[s->k];
	double rounding = dt_empirical_rounding(s->game);
	for (size_t j = 0; j < s->k; j++)
		if (!(s->mix[j] >= 0))
			return false;
	for (size_t t = 0; t < s->game->strategies[player]; t++) {
		double gain = -value;
		for (size_t j = 0; j < s->k; j++)
			gain += s->mix[j] * payoff(s, player, t,
			    s->of[1 - player][j]);
		if (gain > rounding)
			return false;
	}
	return true;
}

static void
release(struct support *s)
{
	dt_memory_free(s->of[0]);
	dt_memory_free(s->of[1]);
	dt_memory_free(s->drawn);
	dt_memory_free(s->matrix);
	dt_memory_free(s->order);
}

static bool
make_room(struct support *s)
{
	size_t n = s->k + 1;
	s->matrix = dt_memory_new(n * (n + 2), sizeof(*s->matrix));
	s->order = dt_memory_new(n, sizeof(*s->order));
	s->drawn = dt_memory_new(s->game->n + 1, sizeof(*s->drawn));
	if (s->matrix == NULL || s->order == NULL || s->drawn == NULL)
		return false;
	s->right = s->matrix + n * n;
	s->mix = s->right + n;
	return true;
}

/* False also where there is no such system. */
static bool
list_support(struct support *s, const double *chances, bool *memory)
{
	size_t n[2] = { 0, 0 };
	for (size_t i = 0; i < 2; i++) {
		s->of[i] = dt_memory_new(s->game->strategies[i],
		    sizeof(*s->of[i]));
		if (s->of[i] == NULL)
			return *memory = false;
		for (size_t t = 0; t < s->game->strategies[i]; t++)
			if (chances[t] > 0)
				s->of[i][n[i]++] = t;
		chances += s->game->strategies[i];
	}
	s->k = n[0];
	return n[0] == n[1] && n[0] > 0;
}

static bool
is_whole(const struct dt_empirical *game)
{
	for (size_t p = 0; p < game->profiles; p++)
		if (!dt_empirical_played(game, p))
			return false;
	return game->players == 2;
}

static void
count(struct support *s, const gsl_rng *rng, int replicates, double *chance)
{
	int held = 0;
	for (int b = 0; b < replicates; b++) {
		for (size_t e = 0; e < s->game->n; e++)
			s->drawn[e] = s->game->estimates[e].mean +
			    dt_empirical_draw(&s->game->estimates[e], rng);
		held += holds(s, 0) && holds(s, 1);
	}
	*chance = (double)held / replicates;
}

enum dt_status
dt_empirical_support(const struct dt_empirical *game, const double *chances,
    const struct dt_empirical_request *request, double *chance,
    struct dt_error *err)
{
	struct support s = { .game = game };
	bool memory = true;
	*chance = NAN;
	if (!is_whole(game))
		return DT_OK;
	if (list_support(&s, chances, &memory)) {
		gsl_rng *rng = gsl_rng_alloc(dt_random_gsl_type());
		memory = rng != NULL && make_room(&s);
		if (memory) {
			gsl_rng_set(rng, request->seed);
			count(&s, rng, request->replicates, chance);
		}
		if (rng != NULL)
			gsl_rng_free(rng);
	}
	release(&s);
	return memory ? DT_OK : dt_status_no_memory(err);
}
