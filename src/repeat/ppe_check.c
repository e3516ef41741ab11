/* ppe_check: see ppe_check.h. */
#include "repeat/ppe_check.h"

#include <math.h>

/* What player i gets in expectation when profile b is played, and promises
 * are kept. */
static double
payoff(const struct dt_signals *g, double c, size_t b, size_t i,
    const struct dt_polygon_point *promise)
{
	double later = 0;
	for (size_t y = 0; y < g->signals; y++)
		later += g->chance[b * g->signals + y] *
		    (i == 0 ? promise[y].x : promise[y].y);
	return (1 - c) * g->payoff[2 * b + i] + c * later;
}

static bool
is_sound(const struct dt_signals *g, double c, const struct dt_polygon *set,
    const struct dt_ppe_step_pieces *p, size_t k)
{
	const struct dt_polygon_point *promise = &p->promise[k * p->signals];
	for (size_t y = 0; y < g->signals; y++)
		if (!(dt_polygon_distance(set, promise[y]) <=
		    DT_PPE_CHECK_ROUNDING))
			return false;
	for (size_t i = 0; i < 2; i++) {
		double own = i == 0 ? p->at[k].x : p->at[k].y;
		if (!(fabs(payoff(g, c, p->profile[k], i, promise) - own) <=
		    DT_PPE_CHECK_ROUNDING))
			return false;
		for (size_t m = 0; m < g->moves[i]; m++) {
			size_t b = dt_signals_deviate(g, p->profile[k], i, m);
			if (!(payoff(g, c, b, i, promise) <=
			    own + DT_PPE_CHECK_ROUNDING))
				return false;
		}
	}
	return true;
}

bool
dt_ppe_check_generates(const struct dt_signals *game, double c,
    const struct dt_polygon *set, const struct dt_ppe_step_pieces *pieces)
{
	struct dt_polygon sound = { 0 };
	bool ok = pieces->n > 0 && pieces->signals == game->signals;
	for (size_t k = 0; ok && k < pieces->n; k++)
		if (is_sound(game, c, set, pieces, k))
			ok = dt_polygon_add(&sound, pieces->at[k]);
	dt_polygon_hull(&sound, 0);
	ok = ok && dt_polygon_beyond(set, &sound) <= DT_PPE_CHECK_ROUNDING;
	dt_polygon_free(&sound);
	return ok;
}
