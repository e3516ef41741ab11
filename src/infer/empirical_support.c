/*
 * empirical_support: whether a mix has its like in the true game; see
 * empirical.h. In each replicate the two systems of indifference are solved.
 */
#include "infer/empirical_internal.h"

#include <gsl/gsl_linalg.h>
#include <math.h>

#include "base/memory.h"
#include "base/random.h"

struct support {
	const struct dt_empirical *game;
	size_t k;                       /* strategies each mixes over */
	size_t *of[2];                  /* which */
	double *drawn;                  /* by estimate: a replicate */
	gsl_matrix *matrix;             /* k + 1 square */
	gsl_vector *right, *mix;
	gsl_permutation *order;
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
	size_t k = s->k;
	int sign;
	for (size_t i = 0; i < k; i++) {
		for (size_t j = 0; j < k; j++)
			gsl_matrix_set(s->matrix, i, j, payoff(s, player,
			    own[i], other[j]));
		gsl_matrix_set(s->matrix, i, k, -1);
		gsl_matrix_set(s->matrix, k, i, 1);
	}
	gsl_matrix_set(s->matrix, k, k, 0);
	gsl_vector_set_zero(s->right);
	gsl_vector_set(s->right, k, 1);
	gsl_linalg_LU_decomp(s->matrix, s->order, &sign);
	for (size_t i = 0; i <= k; i++)
		if (gsl_matrix_get(s->matrix, i, i) == 0)
			return false;   /* singular, which GSL aborts on */
	gsl_linalg_LU_solve(s->matrix, s->order, s->right, s->mix);
	return true;
}

/* Whether there is such a mix and nothing outside the support is better. */
static bool
holds(struct support *s, size_t player)
{
	if (!solve(s, player))
		return false;
	double value = gsl_vector_get(s->mix, s->k);
	double rounding = dt_empirical_rounding(s->game);
	for (size_t j = 0; j < s->k; j++)
		if (!(gsl_vector_get(s->mix, j) >= 0))
			return false;
	for (size_t t = 0; t < s->game->strategies[player]; t++) {
		double gain = -value;
		for (size_t j = 0; j < s->k; j++)
			gain += gsl_vector_get(s->mix, j) *
			    payoff(s, player, t, s->of[1 - player][j]);
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
	gsl_matrix_free(s->matrix);
	gsl_vector_free(s->right);
	gsl_vector_free(s->mix);
	gsl_permutation_free(s->order);
}

static bool
make_room(struct support *s)
{
	s->matrix = gsl_matrix_alloc(s->k + 1, s->k + 1);
	s->right = gsl_vector_alloc(s->k + 1);
	s->mix = gsl_vector_alloc(s->k + 1);
	s->order = gsl_permutation_alloc(s->k + 1);
	s->drawn = dt_memory_new(s->game->n + 1, sizeof(*s->drawn));
	return s->matrix && s->right && s->mix && s->order && s->drawn;
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
