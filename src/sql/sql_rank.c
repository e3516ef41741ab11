/*
 * sql_rank: whether two groups differ, by ranks (Wilcoxon 1945; Mann and
 * Whitney 1947).
 *
 * rank_sum_p(x, group): group is 0 or 1. The chance that ranks given out at
 * random put the rank sum of a group as far from what is expected, to either
 * side; equal values have the mean of their ranks. Exact for up to EXACT_MOST
 * rows, ties and all: the rank sums of all ways to choose a group are counted.
 * Beyond, by the normal law with the variance that ties leave and half a rank
 * against the steps. NULL where a group is empty.
 * rank_sum_u(x, group): how many pairs the group 1 wins, a tie is half.
 *
 * Hollander and Wolfe (1973, section 4.1), permeability of membranes: U 35 of
 * 10 against 5, p .2544. (1, 2, 3) against (4, 5, 6): 2 ways of 20, p .1.
 */
#include "sql/sql_internal.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

enum { EXACT_MOST = 80 };

struct item {
	double value, group;
};

/* What the ranks come to; ranks twice, so that those of ties are whole. */
struct ranks {
	size_t n, chosen;       /* rows; those of group 1 */
	unsigned *twice;        /* n, in the order of values; owned */
	double sum;             /* of group 1, twice */
	double ties;            /* sum of t^3 - t over ties of t */
};

static void
step(sqlite3_context *context, int n, sqlite3_value **values)
{
	double x, group;
	struct dt_sql_list *list = dt_sql_list(context);
	(void)n;
	if (list == NULL || !dt_sql_take(context, values[0], &x) ||
	    !dt_sql_take(context, values[1], &group))
		return;
	if (group != 0 && group != 1) {
		sqlite3_result_error(context, "the second argument of a rank "
		    "sum says which group it is: 0 or 1", -1);
		return;
	}
	dt_sql_list_add(context, list, x);
	dt_sql_list_add(context, list, group);
}

static int
smaller(const void *a, const void *b)
{
	const struct item *x = a, *y = b;
	return (x->value > y->value) - (x->value < y->value);
}

static void
give_ranks(const struct item *items, struct ranks *r)
{
	for (size_t i = 0, end; i < r->n; i = end) {
		for (end = i; end < r->n && items[end].value ==
		    items[i].value;)
			end++;
		double t = (double)(end - i);
		r->ties += t * t * t - t;
		for (size_t k = i; k < end; k++) {
			r->twice[k] = (unsigned)(i + end + 1);
			if (items[k].group != 0) {
				r->chosen++;
				r->sum += (double)r->twice[k];
			}
		}
	}
}

/* The ranks of all rows, which are forgotten. False: a group is empty, or
 * memory is out, which is told. */
static bool
rank(sqlite3_context *context, struct ranks *r)
{
	struct dt_sql_list *list = sqlite3_aggregate_context(context, 0);
	*r = (struct ranks){ .n = list == NULL ? 0 : list->n / 2 };
	if (r->n == 0)
		return false;
	r->twice = dt_memory_new(r->n, sizeof(*r->twice));
	if (r->twice == NULL) {
		sqlite3_result_error_nomem(context);
	} else {
		qsort(list->list, r->n, sizeof(struct item), smaller);
		give_ranks((struct item *)list->list, r);
	}
	dt_sql_list_free(list);
	if (r->twice != NULL && r->chosen > 0 && r->chosen < r->n)
		return true;
	dt_memory_free(r->twice);
	return false;
}

/* ways[k * (all + 1) + s]: how many choices of k rows have the sum s. */
static void
count_ways(const struct ranks *r, double *ways, size_t all)
{
	size_t width = all + 1;
	ways[0] = 1;
	for (size_t i = 0; i < r->n; i++)
		for (size_t k = i < r->chosen ? i + 1 : r->chosen; k > 0; k--) {
			double *to = ways + k * width + r->twice[i];
			const double *from = ways + (k - 1) * width;
			for (size_t s = all - r->twice[i] + 1; s-- > 0;)
				to[s] += from[s];
		}
}

/* Negative: memory is out. */
static double
exact(const struct ranks *r)
{
	size_t all = r->n * (r->n + 1);
	double middle = (double)r->chosen * (double)(r->n + 1), far = 0,
	    total = 0;
	double *ways = dt_memory_new((r->chosen + 1) * (all + 1),
	    sizeof(*ways));
	if (ways == NULL)
		return -1;
	count_ways(r, ways, all);
	const double *last = ways + r->chosen * (all + 1);
	for (size_t s = 0; s <= all; s++) {
		total += last[s];
		if (fabs((double)s - middle) >= fabs(r->sum - middle))
			far += last[s];
	}
	dt_memory_free(ways);
	return far / total;
}

static double
by_normal(const struct ranks *r)
{
	double n = (double)r->n, k = (double)r->chosen, m = n - k;
	double off = fabs(r->sum / 2 - k * (n + 1) / 2) - .5;
	double variance = k * m / 12 * (n + 1 - r->ties / (n * (n - 1)));
	if (!(off > 0) || !(variance > 0))
		return 1;
	return 2 * gsl_cdf_ugaussian_Q(off / sqrt(variance));
}

static void
p_final(sqlite3_context *context)
{
	struct ranks r;
	if (!rank(context, &r))
		return;
	double p = r.n <= EXACT_MOST ? exact(&r) : by_normal(&r);
	if (p < 0)
		sqlite3_result_error_nomem(context);
	else
		sqlite3_result_double(context, p);
	dt_memory_free(r.twice);
}

static void
u_final(sqlite3_context *context)
{
	struct ranks r;
	if (!rank(context, &r))
		return;
	double k = (double)r.chosen;
	sqlite3_result_double(context, r.sum / 2 - k * (k + 1) / 2);
	dt_memory_free(r.twice);
}

const struct dt_sql_function dt_sql_ranks[] = {
	{ "rank_sum_p", 2, step, p_final },
	{ "rank_sum_u", 2, step, u_final },
	{ 0 }
};
