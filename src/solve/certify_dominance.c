/* certify_dominance: whether what was taken away was dominated; see
 * certify.h. */
#include "solve/certify.h"

#include <math.h>

#include "solve/gains.h"
#include "solve/pure.h"

/* In which round a strategy went; SIZE_MAX: in none. */
static size_t
round_of(const struct dt_dominance *d, size_t player, size_t strategy)
{
	for (size_t k = 0; k < d->n; k++)
		if (d->steps[k].player == player &&
		    d->steps[k].strategy == strategy)
			return d->steps[k].round;
	return SIZE_MAX;
}

/* A mix of strategies that were there, none of them the dominated one. */
static bool
is_mix(const struct dt_normal *g, const struct dt_dominance *d,
    const struct dt_dominance_step *step)
{
	double sum = 0;
	for (size_t s = 0; s < g->strategies[step->player]; s++) {
		if (!(step->mix[s] >= 0))
			return false;
		if (step->mix[s] > 1e-9 && (s == step->strategy ||
		    round_of(d, step->player, s) < step->round))
			return false;
		sum += step->mix[s];
	}
	return fabs(sum - 1) <= 1e-7;
}

/* Does the profile play the dominated strategy, and the others what they had
 * left? */
static bool
is_met(const struct dt_normal *g, const struct dt_dominance *d,
    const struct dt_dominance_step *step, size_t profile)
{
	if (dt_pure_strategy(g, profile, step->player) != step->strategy)
		return false;
	for (size_t i = 0; i < g->players; i++)
		if (i != step->player && round_of(d, i,
		    dt_pure_strategy(g, profile, i)) < step->round)
			return false;
	return true;
}

/* What the mix pays more than the strategy in a profile that plays it. */
static double
more_in(const struct dt_normal *g, const struct dt_dominance_step *step,
    size_t profile)
{
	size_t i = step->player, stride = dt_pure_stride(g, i);
	size_t first = profile - step->strategy * stride;
	double more = 0;
	for (size_t s = 0; s < g->strategies[i]; s++)
		more += step->mix[s] *
		    (g->payoffs[(first + s * stride) * g->players + i] -
		    g->payoffs[profile * g->players + i]);
	return more;
}

static bool
holds(const struct dt_normal *g, bool weak, const struct dt_dominance *d,
    const struct dt_dominance_step *step, double small)
{
	bool better = false;
	if (!is_mix(g, d, step))
		return false;
	for (size_t c = 0; c < g->profiles; c++) {
		if (!is_met(g, d, step, c))
			continue;
		double more = more_in(g, step, c);
		if (weak ? !(more >= -small) : !(more > 0))
			return false;
		better |= more > 0;
	}
	return better;
}

size_t
dt_certify_dominance(const struct dt_normal *game, bool weak,
    const struct dt_dominance *d, const struct dt_stop *stop, size_t *looked)
{
	double small = 1e-9 * dt_gains_unit(game);
	size_t good = 0;
	for (*looked = 0; *looked < d->n && !dt_stop_is(stop); ++*looked)
		good += holds(game, weak, d, &d->steps[*looked], small);
	return good;
}
