/* ppe_stage: what a round alone tells of the set; see ppe_internal.h. */
#include <math.h>

#include "base/number.h"
#include "repeat/ppe_internal.h"

enum dt_status
dt_ppe_stage(struct dt_ppe_search *s, struct dt_polygon *set)
{
	for (size_t a = 0; a < s->game.profiles; a++) {
		const double *u = &s->game.payoff[2 * a];
		if (!dt_signals_is_nash(&s->game, a))
			continue;
		if (!dt_polygon_add(set,
		    (struct dt_polygon_point){ u[0], u[1] }))
			return dt_status_no_memory(s->err);
	}
	dt_polygon_hull(set, 1e-12);
	return DT_OK;
}

/* What player i is sure of: the others' pure moves at their worst for it, and
 * its best answer. */
static double
least_sure(const struct dt_signals *g, size_t i)
{
	double least = INFINITY;
	for (size_t a = 0; a < g->profiles; a++) {
		double best = -INFINITY;
		for (size_t move = 0; move < g->moves[i]; move++)
			best = dt_number_max(best, g->payoff[2 * dt_signals_deviate(g,
			    a, i, move) + i]);
		least = dt_number_min(least, best);
	}
	return least;
}

enum dt_status
dt_ppe_feasible(struct dt_ppe_search *s, struct dt_polygon *set)
{
	const struct dt_signals *g = &s->game;
	for (size_t a = 0; a < g->profiles; a++)
		if (!dt_polygon_add(set, (struct dt_polygon_point){
		    g->payoff[2 * a], g->payoff[2 * a + 1] }))
			return dt_status_no_memory(s->err);
	dt_polygon_hull(set, 1e-12);
	if (!dt_polygon_cut(set, -1, 0, -least_sure(g, 0)) ||
	    !dt_polygon_cut(set, 0, -1, -least_sure(g, 1)))
		return dt_status_no_memory(s->err);
	dt_polygon_hull(set, 0);
	return DT_OK;
}
