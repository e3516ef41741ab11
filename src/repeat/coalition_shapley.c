/* coalition_shapley: mean contributions; see coalition.h. */
#include <string.h>

#include "repeat/coalition.h"

/* Share of the n! orders in which a given set of s comes just before a given
 * party: s! (n-s-1)! / n! = 1/(n C(n-1, s)). */
static void
fill_weights(size_t n, double *weight)
{
	double choose = 1;
	for (size_t s = 0; s < n; s++) {
		weight[s] = 1 / ((double)n * choose);
		choose *= (double)(n - 1 - s) / (double)(s + 1);
	}
}

/* A worth comes in with plus for its members, who joined last, and with minus
 * for the others, who would join next. */
static void
add_worth(size_t n, uint32_t set, double worth, const double *weight,
    double *values)
{
	size_t size = dt_move_count(set);
	double member = size > 0 ? weight[size - 1] * worth : 0;
	double other = size < n ? weight[size] * worth : 0;
	for (size_t i = 0; i < n; i++)
		values[i] += set >> i & 1 ? member : -other;
}

void
dt_coalition_shapley(const struct dt_coalition *c, double *values)
{
	double weight[DT_COALITION_MOST];
	fill_weights(c->n, weight);
	memset(values, 0, c->n * sizeof(*values));
	for (uint32_t set = 1; set < (uint32_t)1 << c->n; set++)
		add_worth(c->n, set, dt_coalition_worth(c, set), weight,
		    values);
}
