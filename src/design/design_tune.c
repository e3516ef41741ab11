/* design_tune: thresholds of the channels that measure, looked for by a local
 * search in turn with the grid: with the choices of the best cell, the cheapest
 * thresholds; with those, the best cell; until that gains nothing. They are
 * set in the text that the search begins from. See design.h. */
#include "design/design_internal.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "design/tune.h"
#include "treaty/channels.h"

enum { ROUNDS = 3, EVALUATIONS = 150 };
#define LEAST 1e-6              /* a threshold's rate of false alarms */
#define MOST .5

struct tuner {
	struct dt_design *d;
	struct dt_treaty_channel *channels;     /* of the base, its own */
};

static double *
rate_of(const struct tuner *t, size_t k)
{
	return &t->channels[t->d->levers.rate[k].part].measure.false_alarm;
}

/* The base gets channels of its own. */
static enum dt_status
begin(struct tuner *t, struct dt_error *err)
{
	struct dt_design *d = t->d;
	const struct dt_scenario *from = d->base.scenario;
	struct dt_scenario *own = dt_arena_new(d->arena, 1, sizeof(*own));
	const struct dt_list *list = &from->treaty.monitoring.channels;
	t->channels = dt_arena_new(d->arena, list->n, sizeof(*t->channels));
	if (own == NULL || t->channels == NULL)
		return dt_status_no_memory(err);
	memcpy(t->channels, list->items, list->n * sizeof(*t->channels));
	*own = *from;
	own->treaty.monitoring.channels.items = t->channels;
	d->base.scenario = own;
	return DT_OK;
}

/* What the best cell costs with these thresholds, given as logarithms. Where it
 * cannot hold, the less alarms tell the more it is, so that the search finds
 * its way. */
static enum dt_status
cost_at(void *of, const double *x, double *cost, struct dt_error *err)
{
	struct tuner *t = of;
	struct dt_design *d = t->d;
	double blur = 0;
	for (size_t k = 0; k < d->levers.n_rates; k++) {
		*rate_of(t, k) = exp(x[k]);
		struct dt_monitor_rates r = dt_channels_rates(
		    &t->channels[d->levers.rate[k].part]);
		blur += r.miss + r.false_alarm;
	}
	enum dt_status status = dt_design_cell_cost(d, &d->search.trial, cost,
	    err);
	if (isinf(*cost))
		*cost = 1e3 * (1 + blur);
	return dt_stop_is(d->request->stop) ? dt_status_fail(err, DT_ESTOPPED,
	    "stopped") : status;
}

/* To four digits, each to the side that costs less. */
static enum dt_status
round_rates(struct tuner *t, double *x, struct dt_error *err)
{
	size_t n = t->d->levers.n_rates, best = 0;
	double least = INFINITY, to[DT_TUNE_MOST];
	enum dt_status status = DT_OK;
	for (size_t way = 0; way <= (size_t)1 << n && status == DT_OK; way++) {
		bool last = way == (size_t)1 << n;
		double cost;
		for (size_t k = 0; k < n; k++) {
			double rate = exp(x[k]), step =
			    pow(10, floor(log10(rate)) - 3);
			to[k] = log(((last ? best : way) >> k & 1 ?
			    floor(rate / step) : ceil(rate / step)) * step);
		}
		status = cost_at(t, to, &cost, err);
		if (cost < least) {
			least = cost;
			best = way;
		}
	}
	for (size_t k = 0; k < n; k++) {
		/* as short as it is read */
		char text[DT_NUMBER_SIZE];
		(void)snprintf(text, sizeof(text), "%.4g", exp(to[k]));
		if (!dt_number_read(text, rate_of(t, k)))
			*rate_of(t, k) = exp(to[k]);
		x[k] = log(*rate_of(t, k));
	}
	return status;
}

/* Where misses and false alarms are fewest together: a threshold half way
 * between the two hypotheses. */
static void
stand_between(struct tuner *t)
{
	for (size_t k = 0; k < t->d->levers.n_rates; k++) {
		double far = t->channels[t->d->levers.rate[k].part].measure.
		    separation;
		*rate_of(t, k) = dt_number_max(LEAST, erfc(far / 2 /
		    sqrt(2)) / 2);
	}
}

static enum dt_status
tune_once(struct tuner *t, struct dt_error *err)
{
	struct dt_design *d = t->d;
	double x[DT_TUNE_MOST], least;
	struct dt_tune tune = { .n = d->levers.n_rates, .low = log(LEAST),
	    .high = log(MOST), .evaluations = EVALUATIONS, .value = cost_at,
	    .of = t };
	for (size_t k = 0; k < tune.n; k++)
		x[k] = dt_number_max(tune.low, dt_number_min(tune.high,
		    log(*rate_of(t, k))));
	enum dt_status status = dt_tune_find(&tune, x, &least, err);
	return status ? status : round_rates(t, x, err);
}

static enum dt_status
search(struct tuner *t, struct dt_error *err)
{
	int64_t first[DT_LEVER_CHOICES];
	if (t->d->found.any) {
		memcpy(first, t->d->found.best.value, sizeof(first));
		t->d->search.first = first;
	}
	enum dt_status status = dt_search_find(&t->d->search, &t->d->found,
	    err);
	t->d->search.first = NULL;
	return status;
}

enum dt_status
dt_design_tune(struct dt_design *d, struct dt_error *err)
{
	struct tuner t = { .d = d };
	double before = INFINITY;
	enum dt_status status = begin(&t, err);
	if (status == DT_OK && !d->found.any) {
		stand_between(&t);
		status = search(&t, err);
	}
	for (int k = 0; k < ROUNDS && status == DT_OK && d->found.any &&
	    !d->found.stopped; k++) {
		double now = d->found.best.amounts.bound;
		if (now > before - 1e-7)
			break;
		before = now;
		status = tune_once(&t, err);
		if (status == DT_OK)
			status = search(&t, err);
	}
	if (status == DT_ESTOPPED) {
		d->found.stopped = true;
		return DT_OK;
	}
	d->tuned = true;
	return status;
}
