/*
 * sql_ratio: a mean of a round over runs that differ in length, how far it may
 * be off, and Student's t.
 *
 * Each row is one cluster: a run, or a matching group of a class, whose rounds
 * are not independent of each other. x is what it had, n over how many rounds
 * or moves.
 *
 * ratio(x, n)          sum(x) / sum(n)
 * ratio_se(x, n)       its standard error (Cochran 1977, section 2.11): the
 *                      root of m / (m - 1) sum((x - R n)^2), over sum(n). For
 *                      (1, 2), (3, 2): R 1, error 1/2.
 * ratio_effective(x, n)  clusters of one length that are worth as much (Kish):
 *                      sum(n)^2 / sum(n^2)
 * ratio_low(x, n), ratio_high(x, n)  its interval at .95 by Student's t with so
 *                      many degrees less one. For (1, 2), (3, 2): 1 -+ 12.7062
 *                      / 2. NULL for one cluster, and where they are worth fewer
 *                      than 30 and the mean of n is not known to a tenth (its
 *                      coefficient of variation; section 6.8): the ratio is
 *                      biased then.
 * student(p, degrees)  the quantile of t: (.975, 1) is 12.7062
 */
#include "sql/sql_internal.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

enum { ENOUGH = 30 };

struct estimate {
	double clusters, mean, se, effective;   /* se < 0: one cluster alone */
};

static void
step(sqlite3_context *context, int arguments, sqlite3_value **values)
{
	double x, n;
	struct dt_sql_list *list = dt_sql_list(context);
	(void)arguments;
	if (list == NULL || !dt_sql_take(context, values[0], &x) ||
	    !dt_sql_take(context, values[1], &n))
		return;
	if (!(n >= 0)) {
		sqlite3_result_error(context, "the second argument of ratio "
		    "says over how much the first is: not below 0", -1);
		return;
	}
	if (n > 0) {
		dt_sql_list_add(context, list, x);
		dt_sql_list_add(context, list, n);
	}
}

/* False: nothing to divide by. */
static bool
estimate(const struct dt_sql_list *list, struct estimate *e)
{
	double x = 0, n = 0, nn = 0, squares = 0;
	for (size_t i = 0; i + 1 < list->n; i += 2) {
		x += list->list[i];
		n += list->list[i + 1];
		nn += list->list[i + 1] * list->list[i + 1];
	}
	if (!(n > 0))
		return false;
	*e = (struct estimate){ .clusters = (double)(list->n / 2),
	    .mean = x / n, .se = -1, .effective = n * n / nn };
	for (size_t i = 0; i + 1 < list->n; i += 2) {
		double off = list->list[i] - e->mean * list->list[i + 1];
		squares += off * off;
	}
	if (e->clusters > 1)
		e->se = sqrt(squares * e->clusters / (e->clusters - 1)) / n;
	return true;
}

/* The estimate of all rows, which are forgotten. False: there is none. */
static bool
finish(sqlite3_context *context, struct estimate *e)
{
	struct dt_sql_list *list = sqlite3_aggregate_context(context, 0);
	bool any = list != NULL && estimate(list, e);
	if (list != NULL)
		dt_sql_list_free(list);
	return any;
}

static void
mean_final(sqlite3_context *context)
{
	struct estimate e = { 0 };
	bool any = finish(context, &e);
	dt_sql_give(context, any, e.mean);
}

static void
se_final(sqlite3_context *context)
{
	struct estimate e = { 0 };
	bool any = finish(context, &e);
	dt_sql_give(context, any && e.se >= 0, e.se);
}

static void
effective_final(sqlite3_context *context)
{
	struct estimate e = { 0 };
	bool any = finish(context, &e);
	dt_sql_give(context, any, e.effective);
}

/* Whether the clusters bear an interval. The squared coefficient of variation of
 * n is clusters / effective - 1, that of its mean a clusters-th of it. */
static bool
bears(const struct estimate *e)
{
	return e->se >= 0 && (e->effective >= ENOUGH ||
	    e->clusters / e->effective - 1 <= .01 * e->clusters);
}

static void
give_end(sqlite3_context *context, double side)
{
	struct estimate e = { 0 };
	bool known = finish(context, &e) && bears(&e);
	dt_sql_give(context, known, known ? e.mean + side * e.se *
	    gsl_cdf_tdist_Pinv(.975, e.effective - 1) : 0);
}

static void
low_final(sqlite3_context *context)
{
	give_end(context, -1);
}

static void
high_final(sqlite3_context *context)
{
	give_end(context, 1);
}

static void
student(sqlite3_context *context, int n, sqlite3_value **values)
{
	double p, degrees;
	(void)n;
	if (!dt_sql_take(context, values[0], &p) ||
	    !dt_sql_take(context, values[1], &degrees))
		return;
	if (!(p > 0 && p < 1 && degrees > 0))
		sqlite3_result_error(context, "student takes a chance between "
		    "0 and 1, and degrees of freedom above 0", -1);
	else
		dt_sql_give(context, true, gsl_cdf_tdist_Pinv(p, degrees));
}

const struct dt_sql_function dt_sql_ratios[] = {
	{ "ratio", 2, step, mean_final },
	{ "ratio_se", 2, step, se_final },
	{ "ratio_effective", 2, step, effective_final },
	{ "ratio_low", 2, step, low_final },
	{ "ratio_high", 2, step, high_final },
	{ "student", 2, student, NULL },
	{ 0 }
};
