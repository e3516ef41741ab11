/* limit: see limit.h. Columns: x_i(y), by player and signal. */
#include "solve/limit.h"

#include <math.h>

#include "solve/linear.h"

static size_t
count_moves(const struct dt_signals *g)
{
	size_t sum = 0;
	for (size_t i = 0; i < g->n; i++)
		sum += g->moves[i];
	return sum;
}

/* What another move changes in promises is no more than it costs. */
static void
add_incentives(const struct dt_signals *g, struct dt_linear *lp, size_t a)
{
	size_t m = g->signals, row = m;
	for (size_t i = 0; i < g->n; i++)
		for (size_t move = 0; move < g->moves[i]; move++, row++) {
			size_t b = dt_signals_deviate(g, a, i, move);
			if (b == a)
				continue;
			for (size_t y = 0; y < m; y++)
				dt_linear_set(lp, row, i * m + y,
				    g->chance[a * m + y] -
				    g->chance[b * m + y]);
			dt_linear_row(lp, row,
			    dt_signals_gain(g, a, i, move), INFINITY);
		}
}

static struct dt_linear *
make_program(const struct dt_signals *g, const double *weight, size_t a)
{
	size_t m = g->signals, rows = m + count_moves(g);
	struct dt_linear *lp = dt_linear_new(rows, g->n * m,
	    m * (g->n + count_moves(g)));
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
	add_incentives(g, lp, a);
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
		if (dt_linear_solve(lp))
			*score = fmax(*score, own + dt_linear_optimum(lp));
		dt_linear_free(lp);
	}
	return DT_OK;
}
