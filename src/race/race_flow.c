/*
 * race_flow: see race_flow.h. The unknowns are, lab by lab, the logarithm of
 * capability, the excess over what is reviewed, and the disruption. A slope
 * bends where a lab reaches the ceiling or what can be reviewed; those and
 * generations are waited for. Where it bends besides (another lab leads, growth
 * begins to disrupt) steps become as short as the error wants.
 */
#include "race/race_flow.h"

#include <math.h>
#include <string.h>

#include "race/extrapolate.h"

#define WITHIN 1e-13
/* Of the logarithm: there it is taken for reached. */
#define REACHED 1e-12
/* exp(LAST) is about 1e300, where numbers end. */
#define LAST 690.
/* Of a stretch: shorter steps change nothing that is kept. */
#define SHORTEST 1e-14

static double
own_growth(const struct dt_race_flow *f, size_t i, double z)
{
	const struct dt_race *r = f->race;
	struct dt_bottleneck b = r->bottleneck;
	if (f->capped[i] || f->rate[i] <= 0)
		return 0;
	if (!r->scarce)
		return f->rate[i] * exp((r->phi - 1) * z);
	b.rate = f->rate[i];
	return dt_bottleneck_speed(&b, exp(z)) * exp(-z);
}

static void
slope(const void *of, const double *y, double *slope)
{
	const struct dt_race_flow *f = of;
	double top = -INFINITY;
	for (size_t i = 0; i < f->n; i++)
		top = y[3 * i] > top ? y[3 * i] : top;
	for (size_t i = 0; i < f->n; i++) {
		double z = y[3 * i], c = exp(z), speed = own_growth(f, i, z) +
		    f->race->diffusion * expm1(top - z);
		double over = c * speed - f->race->adapts;
		slope[3 * i] = speed;
		slope[3 * i + 1] = f->races[i] && f->above[i] ?
		    c - f->race->review : 0;
		slope[3 * i + 2] = over > 0 ? over : 0;
	}
}

/* The next bend of a lab's own. */
static double
next_of(const struct dt_race_flow *f, size_t i)
{
	double next = f->next[i], log_review = log(f->race->review);
	double ceiling = isinf(f->race->ceiling) ? LAST :
	    log(f->race->ceiling);
	if (!f->above[i] && log_review < next)
		next = log_review;
	if (!f->capped[i] && ceiling < next)
		next = ceiling;
	return next;
}

/* How far the lab that is farthest is beyond its next bend. */
static double
beyond(const struct dt_race_flow *f, const double *next, const double *y)
{
	double most = -INFINITY;
	for (size_t i = 0; i < f->n; i++)
		if (y[3 * i] - next[i] > most)
			most = y[3 * i] - next[i];
	return most;
}

/* The time within a step at which the first bend is reached: the secant, kept
 * between by halving the stale side (Illinois). */
static double
meet(const struct dt_extrapolate *e, const struct dt_race_flow *f,
    const double *next, const double *y, double time, double *into)
{
	double low = 0, high = time;
	double under = beyond(f, next, y), over = beyond(f, next, into);
	double at = time;
	int side = 0;
	for (int k = 0; k < 100 && high - low > 1e-16 * time; k++) {
		at = (low * over - high * under) / (over - under);
		dt_extrapolate_step(e, y, at, into);
		double off = beyond(f, next, into);
		if (fabs(off) <= REACHED / 10)
			break;
		if (off > 0) {
			high = at;
			over = off;
			under = side > 0 ? under / 2 : under;
			side = 1;
		} else {
			low = at;
			under = off;
			over = side < 0 ? over / 2 : over;
			side = -1;
		}
	}
	return at;
}

static void
load(const struct dt_race_flow *f, double *y)
{
	for (size_t i = 0; i < f->n; i++) {
		y[3 * i] = f->log[i];
		y[3 * i + 1] = f->excess[i];
		y[3 * i + 2] = f->disruption[i];
	}
}

static void
save(struct dt_race_flow *f, const double *y)
{
	for (size_t i = 0; i < f->n; i++) {
		f->log[i] = y[3 * i];
		f->excess[i] = y[3 * i + 1];
		f->disruption[i] = y[3 * i + 2];
	}
}

/* No step is short enough: the lab that is ahead grows without bound. */
static void
run_away(struct dt_race_flow *f)
{
	size_t ahead = 0;
	for (size_t i = 1; i < f->n; i++)
		if (f->log[i] > f->log[ahead])
			ahead = i;
	f->log[ahead] = INFINITY;
	f->disruption[ahead] = INFINITY;
	f->excess[ahead] = f->races[ahead] ? INFINITY : 0;
}

/* Whether what the shortest step comes to is a bend, which moves nobody, and
 * no growth without bound. */
static bool
is_bend(const struct dt_race_flow *f, const double *y, const double *into)
{
	for (size_t i = 0; i < f->n; i++)
		if (!(fabs(into[3 * i] - y[3 * i]) < 1e-6))
			return false;
	return true;
}

/* To the next bend or to the end; false: a lab has run away. */
static bool
advance(struct dt_race_flow *f)
{
	struct dt_extrapolate e = { 3 * f->n, slope, f, WITHIN };
	double y[DT_EXTRAPOLATE_MOST], into[DT_EXTRAPOLATE_MOST];
	double next[DT_AGENTS_MOST], shortest = f->left * SHORTEST;
	double step = f->left;
	bool bounded = true;
	for (size_t i = 0; i < f->n; i++)
		next[i] = next_of(f, i);
	load(f, y);
	while (bounded && f->left > 0 && beyond(f, next, y) < -REACHED) {
		step = step > f->left ? f->left : step;
		if (!dt_extrapolate_step(&e, y, step, into)) {
			if (step > shortest) {
				step /= 2;
				continue;
			}
			bounded = is_bend(f, y, into);
		}
		if (!bounded)
			break;
		double took = beyond(f, next, into) > 0 ?
		    meet(&e, f, next, y, step, into) : step;
		memcpy(y, into, e.n * sizeof(*y));
		f->left -= took;
		step *= 2;
	}
	save(f, y);
	return bounded;
}

static double
next_generation(const struct dt_race_flow *f, size_t i)
{
	return log(f->race->seats[f->agent[i]].capability) +
	    (double)(f->generation[i] + 1) * log(f->race->generation);
}

/* What a lab has reached besides a generation. */
static void
turn(struct dt_race_flow *f, size_t i)
{
	double ceiling = isinf(f->race->ceiling) ? LAST :
	    log(f->race->ceiling);
	f->above[i] = f->above[i] ||
	    f->log[i] >= log(f->race->review) - REACHED;
	if (f->log[i] < ceiling - REACHED)
		return;
	f->capped[i] = true;
	f->log[i] = ceiling;
}

/* Numbers end, and growth does not. */
static bool
is_without_bound(const struct dt_race_flow *f)
{
	for (size_t i = 0; i < f->n; i++)
		if (f->log[i] >= LAST && isinf(f->race->ceiling) &&
		    f->race->phi > 1)
			return true;
	return false;
}

void
dt_race_flow_begin(struct dt_race_flow *f)
{
	for (size_t i = 0; i < f->n; i++) {
		f->above[i] = f->capped[i] = false;
		f->disruption[i] = f->excess[i] = 0;
		f->next[i] = next_generation(f, i);
		turn(f, i);
	}
}

size_t
dt_race_flow_passes(struct dt_race_flow *f)
{
	for (;;) {
		for (size_t i = 0; i < f->n; i++) {
			turn(f, i);
			if (f->log[i] < f->next[i] - REACHED)
				continue;
			f->generation[i]++;
			f->next[i] = next_generation(f, i);
			return i;
		}
		if (f->left <= 0)
			return f->n;
		if (is_without_bound(f) || !advance(f)) {
			run_away(f);
			return f->n;
		}
	}
}
