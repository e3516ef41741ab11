/* incentives: see incentives.h. */
#include "repeat/incentives.h"

#include <math.h>

size_t
dt_incentives_rows(const struct dt_signals *g)
{
	size_t sum = 0;
	for (size_t i = 0; i < g->n; i++)
		sum += g->moves[i];
	return sum;
}

void
dt_incentives_add(const struct dt_signals *g, struct dt_linear *lp,
    size_t profile)
{
	size_t m = g->signals, row = m, a = profile;
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
