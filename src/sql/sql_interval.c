/*
 * sql_interval: how far an estimate may be off.
 *
 * wilson_low(k, n [, level]) and wilson_high: Wilson's interval (1927) for the
 * chance behind k times in n, level .95 where it is not given. 5 of 10: .23659
 * to .76341; 0 of 10: 0 to .27753.
 *
 * bootstrap_low(x [, level]) and bootstrap_high: the percentile interval of the
 * mean (Efron 1979) from 2,000 resamplings of the rows, drawn from a stream
 * whose seed is always the same. For 0 and 1, each once, a resample's mean is
 * 0, 1/2 or 1 with chance 1/4, 1/2, 1/4: at .95 the interval is 0 to 1.
 * Resampling takes time in proportion to the rows: give means of runs, not
 * rounds; more than BOOTSTRAP_MOST rows are refused.
 */
#include "sql/sql_internal.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "base/memory.h"
#include "base/random.h"

enum { DRAWS = 2000, BOOTSTRAP_MOST = 20000 };

static const uint64_t bootstrap_seed = 1979;

static bool
read_level(sqlite3_context *context, int n, sqlite3_value **arguments,
    int which, double *level)
{
	*level = .95;
	return n <= which || dt_sql_between(context, arguments[which], .5,
	    .9999, "the level of an interval is a number", level);
}

/* side: -1 the lower end, 1 the upper one. */
static double
wilson(double k, double n, double level, double side)
{
	double z = gsl_cdf_ugaussian_Pinv(.5 + level / 2), p = k / n;
	double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
	double half = z / (1 + z * z / n) *
	    sqrt(p * (1 - p) / n + z * z / (4 * n * n));
	double end = middle + side * half;
	/* exact at the ends, where rounding would leave a crumb */
	if (side < 0)
		return k == 0 || end < 0 ? 0 : end;
	return k == n || end > 1 ? 1 : end;
}

static void
give_wilson(sqlite3_context *context, int n, sqlite3_value **arguments,
    double side)
{
	double k, of, level;
	if (!dt_sql_take(context, arguments[0], &k) ||
	    !dt_sql_take(context, arguments[1], &of) ||
	    !read_level(context, n, arguments, 2, &level))
		return;
	if (!(k >= 0 && k <= of))
		sqlite3_result_error(context, "Wilson's interval is of k "
		    "times in n: 0 <= k <= n", -1);
	else
		dt_sql_give(context, of > 0,
		    of > 0 ? wilson(k, of, level, side) : 0);
}

static void
wilson_low(sqlite3_context *context, int n, sqlite3_value **arguments)
{
	give_wilson(context, n, arguments, -1);
}

static void
wilson_high(sqlite3_context *context, int n, sqlite3_value **arguments)
{
	give_wilson(context, n, arguments, 1);
}

static void
bootstrap_step(sqlite3_context *context, int n, sqlite3_value **arguments)
{
	double number, level;
	struct dt_sql_list *list = dt_sql_list(context);
	if (list == NULL || !read_level(context, n, arguments, 1, &level))
		return;
	list->extra = level;
	if (!dt_sql_take(context, arguments[0], &number))
		return;
	if (list->n == BOOTSTRAP_MOST)
		sqlite3_result_error(context, "the bootstrap takes at most "
		    "20000 rows of a group: give it a mean of each run", -1);
	else
		dt_sql_list_add(context, list, number);
}

static double
mean_of_resample(const struct dt_sql_list *list, struct dt_random *random)
{
	double sum = 0;
	for (size_t i = 0; i < list->n; i++)
		sum += list->list[(size_t)(dt_random_unit(random) *
		    (double)list->n)];
	return sum / (double)list->n;
}

static void
resample(sqlite3_context *context, const struct dt_sql_list *list, double side)
{
	struct dt_random random;
	double *means = dt_memory_new(DRAWS, sizeof(*means));
	if (means == NULL) {
		sqlite3_result_error_nomem(context);
		return;
	}
	dt_random_stream(&random, bootstrap_seed, 0, 0, DT_FOR_PLAY);
	for (size_t i = 0; i < DRAWS; i++)
		means[i] = mean_of_resample(list, &random);
	dt_sql_list_sort(means, DRAWS);
	sqlite3_result_double(context, dt_sql_quantile(means, DRAWS,
	    .5 + side * list->extra / 2));
	dt_memory_free(means);
}

static void
finish(sqlite3_context *context, double side)
{
	struct dt_sql_list *list = sqlite3_aggregate_context(context, 0);
	if (list == NULL)
		return;
	/* the same whatever the order in which the rows came */
	dt_sql_list_sort(list->list, list->n);
	if (list->n > 1)
		resample(context, list, side);
	dt_sql_list_free(list);
}

static void
bootstrap_low(sqlite3_context *context)
{
	finish(context, -1);
}

static void
bootstrap_high(sqlite3_context *context)
{
	finish(context, 1);
}

const struct dt_sql_function dt_sql_intervals[] = {
	{ "wilson_low", 2, wilson_low, NULL },
	{ "wilson_low", 3, wilson_low, NULL },
	{ "wilson_high", 2, wilson_high, NULL },
	{ "wilson_high", 3, wilson_high, NULL },
	{ "bootstrap_low", 1, bootstrap_step, bootstrap_low },
	{ "bootstrap_low", 2, bootstrap_step, bootstrap_low },
	{ "bootstrap_high", 1, bootstrap_step, bootstrap_high },
	{ "bootstrap_high", 2, bootstrap_step, bootstrap_high },
	{ 0 }
};
