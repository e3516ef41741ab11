/* transfers_program: see transfers_program.h. Columns: z_i(y), by player and
 * signal, then, where it is sought, the liquidity. Rows: signals, moves. */
#include "repeat/transfers_program.h"

#include <math.h>

#include "base/number.h"
#include "repeat/incentives.h"

static struct dt_linear *
make_program(const struct dt_signals *g, size_t a)
{
	size_t m = g->signals, rows = m + dt_incentives_rows(g);
	struct dt_linear *lp = dt_linear_new(rows, g->n * m + 1,
	    m * (g->n + dt_incentives_rows(g) + 1));
	if (lp == NULL)
		return NULL;
	for (size_t y = 0; y < m; y++)
		for (size_t i = 0; i < g->n; i++)
			dt_linear_set(lp, y, i * m + y, 1);
	dt_incentives_add(g, lp, a);
	return lp;
}

static size_t
best_answer(const struct dt_signals *g, size_t a, size_t i)
{
	size_t best = a;
	for (size_t move = 0; move < g->moves[i]; move++) {
		size_t b = dt_signals_deviate(g, a, i, move);
		if (g->payoff[b * g->n + i] > g->payoff[best * g->n + i])
			best = b;
	}
	return best;
}

/* All incentives added up, which spares most hopeless programs: a signal
 * gives at most L to whom it tells the most for. */
static bool
may_be_enforced(const struct dt_signals *g, size_t a, double liquidity)
{
	size_t m = g->signals, other[DT_SIGNALS_PLAYERS_MOST];
	double gains = 0, tells = 0;
	for (size_t i = 0; i < g->n; i++) {
		other[i] = best_answer(g, a, i);
		gains += g->payoff[other[i] * g->n + i] -
		    g->payoff[a * g->n + i];
	}
	for (size_t y = 0; y < m; y++) {
		double most = 0;
		for (size_t i = 0; i < g->n; i++)
			most = dt_number_max(most, g->chance[a * m + y] -
			    g->chance[other[i] * m + y]);
		tells += most;
	}
	return gains <= tells * liquidity + 1e-9;
}

/* The optimum; -INFINITY where there is none or it was not settled; NAN. */
static double
optimum(struct dt_linear *lp, size_t *unsettled)
{
	enum dt_linear_end end = dt_linear_solve(lp);
	if (end == DT_LINEAR_NO_MEMORY)
		return NAN;
	*unsettled += end != DT_LINEAR_SOLVED && end != DT_LINEAR_INFEASIBLE;
	return end == DT_LINEAR_SOLVED ? dt_linear_optimum(lp) : -INFINITY;
}

double
dt_transfers_program(const struct dt_signals *g, size_t a, size_t who,
    double liquidity, size_t *unsettled)
{
	size_t m = g->signals;
	if (!may_be_enforced(g, a, liquidity))
		return INFINITY;
	struct dt_linear *lp = make_program(g, a);
	double cost;
	if (lp == NULL)
		return NAN;
	dt_linear_column(lp, g->n * m, 0, 0);
	for (size_t y = 0; y < m; y++) {
		double chance = g->chance[a * m + y];
		dt_linear_row(lp, y, -INFINITY, liquidity);
		for (size_t i = 0; i < g->n && who == g->n; i++)
			dt_linear_gain(lp, i * m + y, chance);
		if (who < g->n)
			dt_linear_gain(lp, who * m + y, -chance);
	}
	cost = (who == g->n ? liquidity : 0) - optimum(lp, unsettled);
	dt_linear_free(lp);
	/* What is rounding is nothing. */
	return cost < 1e-12 * (1 + liquidity) ? 0 : cost;
}

double
dt_transfers_program_unburnt(const struct dt_signals *g, size_t a,
    size_t *unsettled)
{
	size_t m = g->signals, liquidity = g->n * m;
	struct dt_linear *lp = make_program(g, a);
	double least;
	if (lp == NULL)
		return NAN;
	for (size_t y = 0; y < m; y++) {
		bool seen = g->chance[a * m + y] > 0;
		dt_linear_set(lp, y, liquidity, -1);
		dt_linear_row(lp, y, seen ? 0 : -INFINITY, 0);
	}
	dt_linear_gain(lp, liquidity, -1);
	least = -optimum(lp, unsettled);
	dt_linear_free(lp);
	return least < 0 ? 0 : least;
}
