/*
 * sql_survival: how long something lasts, where some were not watched to the end
 * (base/survival.h).
 *
 * survival(time, ended, at): the share that lasts beyond `at`; each row one
 * life, `ended` 1 where it ended at that time, 0 where watching did. Lives
 * that end at the time at which others are lost come first.
 * survival_low and survival_high: its interval at .95.
 * survival_median(time, ended): the first time with S <= 1/2, NULL if none.
 *
 * The remissions under 6-MP (Freireich and others 1963), 21 lives of which 9
 * ended: S(10) = .7529, its interval .503 to .889, the median 23 weeks.
 */
#include "sql/sql_internal.h"

#include <math.h>
#include <stdlib.h>

#include "base/survival.h"

struct life {
	double time, ended;
};

static void
add_life(sqlite3_context *context, sqlite3_value **arguments, double at)
{
	double time, ended;
	struct dt_sql_list *list = dt_sql_list(context);
	if (list == NULL || !dt_sql_take(context, arguments[0], &time) ||
	    !dt_sql_between(context, arguments[1], 0, 1, "the second argument "
	    "of survival says whether it ended: a number", &ended))
		return;
	list->extra = at;
	dt_sql_list_add(context, list, time);
	dt_sql_list_add(context, list, ended != 0);
}

static void
survival_step(sqlite3_context *context, int n, sqlite3_value **arguments)
{
	(void)n;
	double at;
	if (dt_sql_take(context, arguments[2], &at))
		add_life(context, arguments, at);
}

static void
median_step(sqlite3_context *context, int n, sqlite3_value **arguments)
{
	(void)n;
	add_life(context, arguments, INFINITY);
}

static int
earlier(const void *a, const void *b)
{
	const struct life *x = a, *y = b;
	if (x->time != y->time)
		return (x->time > y->time) - (x->time < y->time);
	return (x->ended < y->ended) - (x->ended > y->ended);
}

struct estimate {
	struct dt_survival s;
	double median;                  /* NAN: never reached */
};

/* d of m end at lives[*i].time; *i goes past them. */
static void
pass(struct estimate *e, const struct life *lives, size_t n, size_t *i)
{
	double time = lives[*i].time, at_risk = (double)(n - *i), ended = 0;
	for (; *i < n && lives[*i].time == time; ++*i)
		ended += lives[*i].ended;
	dt_survival_pass(&e->s, at_risk, ended);
	if (isnan(e->median) && e->s.share <= 0.5)
		e->median = time;
}

/* Sorts the lives, and forgets them. False: there is none. */
static bool
finish(sqlite3_context *context, struct estimate *e)
{
	struct dt_sql_list *list = sqlite3_aggregate_context(context, 0);
	*e = (struct estimate){ .s = DT_SURVIVAL_START, .median = NAN };
	if (list == NULL || list->n == 0)
		return false;
	struct life *lives = (struct life *)list->list;
	size_t n = list->n / 2, i = 0;
	qsort(lives, n, sizeof(*lives), earlier);
	while (i < n && lives[i].time <= list->extra)
		pass(e, lives, n, &i);
	dt_sql_list_free(list);
	return true;
}

static void
survival_final(sqlite3_context *context)
{
	struct estimate e;
	bool any = finish(context, &e);
	dt_sql_give(context, any, e.s.share);
}

static void
median_final(sqlite3_context *context)
{
	struct estimate e;
	bool any = finish(context, &e);
	dt_sql_give(context, any && !isnan(e.median), e.median);
}

static void
give_end(sqlite3_context *context, int side)
{
	struct estimate e;
	double end = finish(context, &e) ? dt_survival_end(&e.s, side) : NAN;
	dt_sql_give(context, !isnan(end), isnan(end) ? 0 : end);
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

const struct dt_sql_function dt_sql_survival[] = {
	{ "survival", 3, survival_step, survival_final },
	{ "survival_low", 3, survival_step, low_final },
	{ "survival_high", 3, survival_step, high_final },
	{ "survival_median", 2, median_step, median_final },
	{ 0 }
};
