/* winset: see winset.h. */
#include "pact/winset.h"

#include <math.h>

static double
weight_of(const struct dt_winset *set, size_t i)
{
	return set->weight != NULL ? set->weight[i] : 1;
}

/* A far point is accepted by its own group, whatever rounding says. */
static bool
accepts(const struct dt_winset *set, size_t i, double text)
{
	double far = fabs(set->status_quo - set->ideal[i]);
	double off = fabs(text - set->ideal[i]);
	return off <= far + 1e-12 * (far + fabs(set->ideal[i]));
}

bool
dt_winset_has(const struct dt_winset *set, double text)
{
	double all = 0, in_favour = 0;
	for (size_t i = 0; i < set->n; i++) {
		all += weight_of(set, i);
		if (accepts(set, i, text))
			in_favour += weight_of(set, i);
	}
	return set->n == 0 || in_favour >= set->need - 1e-12 * all;
}

double
dt_winset_end(const struct dt_winset *set, size_t i)
{
	return i < set->n ? 2 * set->ideal[i] - set->status_quo :
	    set->status_quo;
}

static void
consider(const struct dt_winset *one, const struct dt_winset *other,
    const double ideals[2], double text, double *best)
{
	double middle = (ideals[0] + ideals[1]) / 2;
	double off = fabs(text - middle), best_off = fabs(*best - middle);
	if (text < ideals[0] || text > ideals[1] ||
	    !dt_winset_has(one, text) || !dt_winset_has(other, text))
		return;
	if (isnan(*best) || off < best_off || (off == best_off &&
	    text < *best))
		*best = text;
}

/* What is nearest is the middle itself or an end of a piece. */
bool
dt_winset_agree(const struct dt_winset *one, const struct dt_winset *other,
    double a, double b, double *text)
{
	const double ideals[2] = { a, b };
	double best = NAN;
	consider(one, other, ideals, (a + b) / 2, &best);
	for (size_t i = 0; i < 2 * one->n; i++)
		consider(one, other, ideals, dt_winset_end(one, i), &best);
	for (size_t i = 0; i < 2 * other->n; i++)
		consider(one, other, ideals, dt_winset_end(other, i), &best);
	*text = best;
	return !isnan(best);
}

double
dt_winset_chance(double support, double even, double width)
{
	return 1 / (1 + exp(-(support - even) / width));
}
