/*
 * query_functions: aggregates that SQLite lacks. All pass over NULL, refuse
 * text, and give NULL where there is too little to tell.
 *
 * Variance and correlation by Welford's updates, which do not lose digits as
 * sums of squares do: for 1e9 + (4, 7, 13, 16) the variance is 30.
 */
#include "store/query_internal.h"

#include <math.h>
#include <stdlib.h>

#include "base/memory.h"

/* A number to take, or not: NULL is passed over, text is an error. */
static bool
take(sqlite3_context *context, sqlite3_value *value, double *number)
{
	switch (sqlite3_value_numeric_type(value)) {
	case SQLITE_INTEGER:
	case SQLITE_FLOAT:
		*number = sqlite3_value_double(value);
		return true;
	case SQLITE_NULL:
		return false;
	default:
		sqlite3_result_error(context, "an aggregate of numbers was "
		    "given something that is no number", -1);
		return false;
	}
}

struct values {
	double *list;           /* owned */
	size_t n, room;
	double share;           /* which quantile */
};

static bool
keep(struct values *values, double number)
{
	if (values->n == values->room) {
		size_t room = values->room ? 2 * values->room : 64;
		double *list = dt_memory_resize(values->list, room,
		    sizeof(*list));
		if (list == NULL)
			return false;
		values->list = list;
		values->room = room;
	}
	values->list[values->n++] = number;
	return true;
}

static void
add_value(sqlite3_context *context, sqlite3_value *value, double share)
{
	double number;
	struct values *values = sqlite3_aggregate_context(context,
	    sizeof(*values));
	if (values == NULL) {
		sqlite3_result_error_nomem(context);
		return;
	}
	values->share = share;
	if (take(context, value, &number) && !keep(values, number))
		sqlite3_result_error_nomem(context);
}

static void
median_step(sqlite3_context *context, int n, sqlite3_value **arguments)
{
	(void)n;
	add_value(context, arguments[0], 0.5);
}

static void
quantile_step(sqlite3_context *context, int n, sqlite3_value **arguments)
{
	(void)n;
	double share = -1;
	if (take(context, arguments[1], &share) && share >= 0 && share <= 1)
		add_value(context, arguments[0], share);
	else
		sqlite3_result_error(context, "the second argument of "
		    "quantile is a share from 0 to 1", -1);
}

static int
compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

/* Straight lines between the order statistics: R's type 7, numpy's default. */
static double
quantile(double *list, size_t n, double share)
{
	qsort(list, n, sizeof(*list), compare);
	double at = share * (double)(n - 1);
	size_t below = (size_t)at;
	if (below + 1 >= n)
		return list[n - 1];
	double part = at - (double)below;
	return part > 0 ? list[below] + part * (list[below + 1] -
	    list[below]) : list[below];
}

static void
quantile_final(sqlite3_context *context)
{
	struct values *values = sqlite3_aggregate_context(context, 0);
	if (values == NULL)
		return;
	if (values->n > 0)
		sqlite3_result_double(context, quantile(values->list,
		    values->n, values->share));
	dt_memory_free(values->list);
	values->list = NULL;
	values->n = values->room = 0;
}

struct moments {
	double n, mean_x, mean_y;
	double xx, yy, xy;      /* sums of products of deviations */
};

static void
add_pair(struct moments *m, double x, double y)
{
	m->n++;
	double from_x = x - m->mean_x, from_y = y - m->mean_y;
	m->mean_x += from_x / m->n;
	m->mean_y += from_y / m->n;
	m->xx += from_x * (x - m->mean_x);
	m->yy += from_y * (y - m->mean_y);
	m->xy += from_x * (y - m->mean_y);
}

static void
moments_step(sqlite3_context *context, int n, sqlite3_value **arguments)
{
	double x, y;
	struct moments *m = sqlite3_aggregate_context(context, sizeof(*m));
	if (m == NULL)
		sqlite3_result_error_nomem(context);
	else if (take(context, arguments[0], &x) &&
	    take(context, arguments[n - 1], &y))
		add_pair(m, x, y);
}

/* The sample variance, or a negative number where there is none. */
static double
variance(const struct moments *m)
{
	return m == NULL || m->n < 2 ? -1 : m->xx / (m->n - 1);
}

static void
give(sqlite3_context *context, bool known, double number)
{
	if (known)
		sqlite3_result_double(context, number);
}

static void
variance_final(sqlite3_context *context)
{
	double v = variance(sqlite3_aggregate_context(context, 0));
	give(context, v >= 0, v);
}

static void
stdev_final(sqlite3_context *context)
{
	double v = variance(sqlite3_aggregate_context(context, 0));
	give(context, v >= 0, sqrt(v));
}

static void
stderr_final(sqlite3_context *context)
{
	const struct moments *m = sqlite3_aggregate_context(context, 0);
	double v = variance(m);
	give(context, v >= 0, v >= 0 ? sqrt(v / m->n) : 0);
}

static void
correlation_final(sqlite3_context *context)
{
	const struct moments *m = sqlite3_aggregate_context(context, 0);
	bool known = m != NULL && m->xx > 0 && m->yy > 0;
	give(context, known, known ? m->xy / sqrt(m->xx * m->yy) : 0);
}

/* Which not every SQLite has. */
static void
root(sqlite3_context *context, int argc, sqlite3_value **argv)
{
	(void)argc;
	double x = sqlite3_value_double(argv[0]);
	give(context, sqlite3_value_numeric_type(argv[0]) != SQLITE_NULL &&
	    x >= 0, x >= 0 ? sqrt(x) : 0);
}

static const struct {
	const char *name;
	int arguments;
	void (*step)(sqlite3_context *, int, sqlite3_value **);
	void (*final)(sqlite3_context *);
} functions[] = {
	{ "median", 1, median_step, quantile_final },
	{ "quantile", 2, quantile_step, quantile_final },
	{ "variance", 1, moments_step, variance_final },
	{ "stdev", 1, moments_step, stdev_final },
	{ "stderr_mean", 1, moments_step, stderr_final },
	{ "correlation", 2, moments_step, correlation_final },
};

int
dt_query_functions(sqlite3 *db)
{
	int code = sqlite3_create_function_v2(db, "sqrt", 1, SQLITE_UTF8 |
	    SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL, root, NULL, NULL,
	    NULL);
	for (size_t i = 0; i < sizeof(functions) / sizeof(functions[0]) &&
	    code == SQLITE_OK; i++)
		code = sqlite3_create_function_v2(db, functions[i].name,
		    functions[i].arguments, SQLITE_UTF8 |
		    SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL, NULL,
		    functions[i].step, functions[i].final, NULL);
	return code;
}
