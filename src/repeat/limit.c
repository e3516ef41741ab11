/* limit: see limit.h. Columns: x_i(y), by player and signal. */
#include "repeat/limit.h"

#include <math.h>

#include "base/number.h"
#include "repeat/incentives.h"

static struct dt_linear *
make_program(const struct dt_signals *g, const double *weight, size_t a)
{
	size_t m = g->signals, rows = m + dt_incentives_rows(g);
	struct dt_linear *lp = dt_linear_new(rows, g->n * m,
	    m * (g->n + dt_incentives_rows(g)));
	if (lp == NULL)
		return NULL;
	for (size_t y = 0; y < m; y++)
		dt_linear_row(lp, y, -INFINITY, 0);
	for (size_t i = 0; i < g->n; i++)
		for (size_t y = 0; y < m; y++) {
			dt_linear_column(lp, i * m + y, -INFINITY, INFINITY);
			dt_linear_gain(lp, i * m + y,
			    weight[i] * g->chance[a * m + y]);
			if (weight[i] != 0)
				dt_linear_set(lp, y, i * m + y, weight[i]);
		}
	dt_incentives_add(g, lp, a);
	return lp;
}

enum dt_status
dt_limit_score(const struct dt_signals *game, const double *weight,
    double *score, struct dt_error *err)
{
	*score = -INFINITY;
	if (game->signals == 0)
		return dt_status_fail(err, DT_EUSAGE,
		    "a limit set needs a public signal");
	for (size_t a = 0; a < game->profiles; a++) {
		struct dt_linear *lp = make_program(game, weight, a);
		double own = 0;
		if (lp == NULL)
			return dt_status_no_memory(err);
		for (size_t i = 0; i < game->n; i++)
			own += weight[i] * game->payoff[a * game->n + i];
		enum dt_linear_end end = dt_linear_solve(lp);
		if (end == DT_LINEAR_SOLVED)
			*score = dt_number_max(*score, own + dt_linear_optimum(lp));
		dt_linear_free(lp);
		if (end != DT_LINEAR_SOLVED && end != DT_LINEAR_INFEASIBLE)
			return dt_linear_fail(end, "a limit set's score",
			    err);
	}
	return DT_OK;
}
