/* dynamics: see dynamics.h. */
#include "population/dynamics.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_odeiv2.h>
#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"

#define NEAR 1e-12              /* of shares, a step */
enum { STEPS_MOST = 200000 };    /* of a leg */

struct dt_dynamics_state {
	const struct dt_dynamics *of;
	size_t n, n_alive;
	double time;
	size_t *alive;          /* those with a share */
	double *x, *y;          /* shares; what is integrated */
	double *earned, *rate;
	gsl_odeiv2_system system;
	gsl_odeiv2_driver *driver;      /* or NULL: not by steps */
};

enum dt_status
dt_dynamics_check(const struct dt_dynamics *d, struct dt_error *err)
{
	double least, most;
	dt_fitness_range(d->fitness, &least, &most);
	if (!isfinite(least) || !isfinite(most))
		return dt_status_fail(err, DT_EUSAGE, "a payoff is not known");
	if (d->rule == DT_DYNAMICS_DISCRETE && !(least + d->background > 0))
		return dt_status_fail(err, DT_EUSAGE, "from one generation to "
		    "the next fitness must be above 0, and a payoff is %.6g: "
		    "give --background above %.6g", least, -least);
	if (d->rule == DT_DYNAMICS_BEST_RESPONSE && d->fitness->group != 2)
		return dt_status_fail(err, DT_EUSAGE, "best response is for "
		    "pairs; here groups of %zu meet", d->fitness->group);
	if (d->rule == DT_DYNAMICS_LOGIT && !(d->noise > 0))
		return dt_status_fail(err, DT_EUSAGE, "logit needs noise "
		    "above 0");
	return DT_OK;
}

static double
mean_of(const double *x, const double *earned, size_t n)
{
	double mean = 0;
	for (size_t i = 0; i < n; i++)
		mean += x[i] * earned[i];
	return mean;
}

/* Shares as e^y / sum. */
static void
softmax(const double *y, size_t n, double scale, double *share)
{
	double top = -INFINITY, sum = 0;
	for (size_t i = 0; i < n; i++)
		top = dt_number_max(top, y[i] / scale);
	for (size_t i = 0; i < n; i++)
		sum += share[i] = exp(y[i] / scale - top);
	for (size_t i = 0; i < n; i++)
		share[i] /= sum;
}

/* The best reply; of several that are as good, one that is best against
 * itself, else the first. */
static size_t
best_reply(const struct dt_fitness *f, const double *earned)
{
	size_t best = 0;
	double top = earned[0], scale = 1e-12;
	for (size_t i = 0; i < f->n; i++) {
		top = dt_number_max(top, earned[i]);
		scale = dt_number_max(scale, 1e-12 * fabs(earned[i]));
	}
	while (earned[best] < top - scale)
		best++;
	for (size_t i = best + 1; i < f->n; i++)
		if (earned[i] >= top - scale && f->payoff[i * f->n + i] >
		    f->payoff[best * f->n + i] &&
		    f->payoff[i * f->n + best] > f->payoff[best * f->n +
		    best])
			best = i;
	return best;
}

void
dt_dynamics_rate(const struct dt_dynamics *d, const double *x, double *earned,
    double *rate)
{
	size_t n = d->fitness->n;
	dt_fitness_of_shares(d->fitness, x, earned);
	double mean = mean_of(x, earned, n);
	if (d->rule == DT_DYNAMICS_LOGIT) {
		softmax(earned, n, d->noise, rate);
		for (size_t i = 0; i < n; i++)
			rate[i] -= x[i];
	} else if (d->rule == DT_DYNAMICS_BEST_RESPONSE) {
		size_t best = best_reply(d->fitness, earned);
		for (size_t i = 0; i < n; i++)
			rate[i] = (i == best) - x[i];
	} else {
		for (size_t i = 0; i < n; i++)
			rate[i] = x[i] * (earned[i] - mean) /
			    (d->rule == DT_DYNAMICS_DISCRETE ?
			    d->background + mean : 1);
	}
}

/* ---- by steps ---- */

static void
spread_out(const struct dt_dynamics_state *s, const double *y, double *x)
{
	softmax(y, s->n_alive, 1, s->rate);
	memset(x, 0, s->n * sizeof(*x));
	for (size_t k = 0; k < s->n_alive; k++)
		x[s->alive[k]] = s->rate[k];
}

/* Of logarithms of shares: only their differences count. */
static int
log_rates(double time, const double *y, double *rates, void *of)
{
	struct dt_dynamics_state *s = of;
	(void)time;
	spread_out(s, y, s->x);
	dt_fitness_of_shares(s->of->fitness, s->x, s->earned);
	double mean = mean_of(s->x, s->earned, s->n);
	for (size_t k = 0; k < s->n_alive; k++)
		rates[k] = s->earned[s->alive[k]] - mean;
	return GSL_SUCCESS;
}

static int
rates(double time, const double *x, double *to, void *of)
{
	struct dt_dynamics_state *s = of;
	(void)time;
	dt_dynamics_rate(s->of, x, s->earned, to);
	return GSL_SUCCESS;
}

static bool
make_driver(struct dt_dynamics_state *s)
{
	bool replicator = s->of->rule == DT_DYNAMICS_REPLICATOR;
	double least, most;
	dt_fitness_range(s->of->fitness, &least, &most);
	double step = 1e-3 / (1 + most - least);
	s->system = (gsl_odeiv2_system){ .function = replicator ? log_rates :
	    rates, .dimension = replicator ? s->n_alive : s->n, .params = s };
	s->driver = gsl_odeiv2_driver_alloc_y_new(&s->system,
	    gsl_odeiv2_step_rk8pd, step, NEAR, NEAR);
	if (s->driver == NULL)
		return false;
	(void)gsl_odeiv2_driver_set_nmax(s->driver, STEPS_MOST);
	return true;
}

struct dt_dynamics_state *
dt_dynamics_start(const struct dt_dynamics *d, const double *x)
{
	size_t n = d->fitness->n;
	struct dt_dynamics_state *s = dt_memory_new(1, sizeof(*s));
	double *room = dt_memory_new(4 * n, sizeof(*room));
	size_t *alive = dt_memory_new(n, sizeof(*alive));
	if (s == NULL || room == NULL || alive == NULL) {
		dt_memory_free(s);
		dt_memory_free(room);
		dt_memory_free(alive);
		return NULL;
	}
	*s = (struct dt_dynamics_state){ .of = d, .n = n, .alive = alive,
		.x = room, .y = room + n, .earned = room + 2 * n,
		.rate = room + 3 * n };
	memcpy(s->x, x, n * sizeof(*x));
	memcpy(s->y, x, n * sizeof(*x));
	for (size_t i = 0; i < n; i++)
		if (x[i] > 0) {
			s->y[s->n_alive] = d->rule == DT_DYNAMICS_REPLICATOR ?
			    log(x[i]) : s->y[s->n_alive];
			s->alive[s->n_alive++] = i;
		}
	if (d->rule != DT_DYNAMICS_REPLICATOR)
		memcpy(s->y, x, n * sizeof(*x));
	bool steps = d->rule == DT_DYNAMICS_REPLICATOR ||
	    d->rule == DT_DYNAMICS_LOGIT;
	if (steps && !make_driver(s)) {
		dt_dynamics_stop(s);
		return NULL;
	}
	return s;
}

void
dt_dynamics_stop(struct dt_dynamics_state *s)
{
	if (s == NULL)
		return;
	if (s->driver != NULL)
		gsl_odeiv2_driver_free(s->driver);
	dt_memory_free(s->alive);
	dt_memory_free(s->x);
	dt_memory_free(s);
}

/* ---- without steps ---- */

static void
go_discrete(struct dt_dynamics_state *s, double time)
{
	for (; s->time + .5 < time; s->time += 1) {
		dt_dynamics_rate(s->of, s->y, s->earned, s->rate);
		for (size_t i = 0; i < s->n; i++)
			s->y[i] += s->rate[i];
	}
}

/* Towards `best` shares are best + (x - best) u with u = e^-t, and so what is
 * earned: another is as good from the largest u < 1 on at which it meets the
 * best one's. Returns when, of `most` at the latest. */
static double
next_switch(const struct dt_dynamics_state *s, size_t best, double most)
{
	const struct dt_fitness *f = s->of->fitness;
	double when = most;
	for (size_t i = 0; i < s->n; i++) {
		double now = s->earned[best] - s->earned[i];
		double end = f->payoff[best * s->n + best] -
		    f->payoff[i * s->n + best];
		if (i == best || end >= 0)
			continue;
		double u = now <= 0 ? 1 : -end / (now - end);
		when = dt_number_min(when, -log(u));
	}
	return dt_number_max(when, dt_number_min(DT_DYNAMICS_SWITCH, most));
}

static void
go_best(struct dt_dynamics_state *s, double time)
{
	while (s->time < time) {
		dt_fitness_of_shares(s->of->fitness, s->y, s->earned);
		size_t best = best_reply(s->of->fitness, s->earned);
		double left = time - s->time;
		double t = next_switch(s, best, left), u = exp(-t);
		for (size_t i = 0; i < s->n; i++)
			s->y[i] = (i == best) + (s->y[i] - (i == best)) * u;
		s->time = t >= left ? time : s->time + t;
	}
}

enum dt_status
dt_dynamics_go(struct dt_dynamics_state *s, double time, double *x,
    struct dt_error *err)
{
	int failed = GSL_SUCCESS;
	if (s->driver != NULL && time > s->time)
		failed = gsl_odeiv2_driver_apply(s->driver, &s->time, time,
		    s->y);
	else if (s->of->rule == DT_DYNAMICS_DISCRETE)
		go_discrete(s, time);
	else if (s->of->rule == DT_DYNAMICS_BEST_RESPONSE)
		go_best(s, time);
	if (failed != GSL_SUCCESS)
		return dt_status_fail(err, DT_EUSAGE, "the path could not be "
		    "followed beyond time %.6g: %s", s->time,
		    failed == GSL_EMAXITER ? "it takes too many steps; a "
		    "smaller --time" : gsl_strerror(failed));
	if (s->of->rule == DT_DYNAMICS_REPLICATOR)
		spread_out(s, s->y, x);
	else
		memcpy(x, s->y, s->n * sizeof(*x));
	return DT_OK;
}
