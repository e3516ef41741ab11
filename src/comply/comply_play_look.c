/*
 * comply_play_look: how often departures are drawn.
 *
 * All are drawn a few times. Then draws double, look by look, of those that
 * may still be the one that decides a part: whose mean is not clearly below
 * the largest. A class among these is split into the states that it keeps. It
 * ends when the errors of all these are small enough. Where the work that is
 * left does not do for them, the largest of each part alone is played on.
 */
#include "comply/comply_play_arm.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "base/number.h"

/* Draws of the first two looks; looks; how much finer an error is wanted where
 * a sign is in doubt; draws at which an error is trusted; classes that are
 * split at a time. */
enum { FIRST = 8, SECOND = 24, LOOKS = 15, FINER = 8, SURE = 256, SPLITS = 8 };

/* Standard errors by which a mean is clearly below another; and where errors
 * are those of the first few draws. */
#define CLEARLY 3.0
#define VERY_CLEARLY 6.0

double
dt_comply_play_look_quantile(const struct dt_comply_play_arms *a, int64_t n)
{
	double cells = a->n_cells > 0 ? (double)a->n_cells : 1;
	return n < 2 ? INFINITY : gsl_cdf_tdist_Qinv(0.05 / (cells * LOOKS),
	    (double)(n - 1));
}

static bool
is_of(const struct dt_comply_play_cell *c, enum dt_comply_part part)
{
	return c->n > 1 && dt_comply_play_shown_counts(c, part,
	    DT_COMPLY_PERHAPS);
}

static const struct dt_comply_play_cell *
largest(const struct dt_comply_play_arms *a, enum dt_comply_part part)
{
	const struct dt_comply_play_cell *best = NULL;
	for (size_t k = 0; k < a->n; k++)
		for (int j = 0; j < DT_COMPLY_PLAY_CELLS; j++) {
			const struct dt_comply_play_cell *c =
			    &a->all[k].cell[j];
			if (is_of(c, part) && !a->all[k].split &&
			    (best == NULL || c->mean - c->error >
			    best->mean - best->error))
				best = c;
		}
	return best;
}

/* The error that a cell near the largest is to come down to. */
static double
error_wanted(const struct dt_comply_play_arms *a,
    const struct dt_comply_play_cell *c)
{
	double t = dt_comply_play_look_quantile(a, c->n);
	bool shown = fabs(c->mean) > t * c->error;
	return !shown ? a->slack_error / FINER : dt_number_max(a->slack_error,
	    a->share * fabs(c->mean));
}

/* Whether it may still be what decides the part, `best` being the largest. */
static bool
may_decide(const struct dt_comply_play_arm *arm, int j,
    enum dt_comply_part part, const struct dt_comply_play_cell *best)
{
	const struct dt_comply_play_cell *c = &arm->cell[j];
	double error = c == best ? 0 : hypot(c->error, best->error);
	double clearly = c->n < FIRST + SECOND ? VERY_CLEARLY : CLEARLY;
	return is_of(c, part) && !arm->split &&
	    c->mean + clearly * error >= best->mean;
}

static double
needed(const struct dt_comply_play_arms *a)
{
	double sum = 0;
	for (size_t k = 0; k < a->n; k++)
		sum += (double)a->all[k].next * a->all[k].work /
		    dt_number_max(1, (double)a->all[k].n);
	return sum;
}

/* Those of the largest means first. */
static bool
split_part(struct dt_comply_play_arms *a, enum dt_comply_part part)
{
	for (int times = 0; times < SPLITS; times++) {
		const struct dt_comply_play_cell *best = largest(a, part);
		double most = -INFINITY;
		size_t which = a->n;
		for (size_t k = 0; best != NULL && k < a->n; k++)
			for (int j = 0; j < DT_COMPLY_PLAY_CELLS; j++) {
				const struct dt_comply_play_arm *arm =
				    &a->all[k];
				if (may_decide(arm, j, part, best) &&
				    arm->class != NULL && arm->kept < 0 &&
				    arm->class->n > 1 &&
				    arm->cell[j].mean > most) {
					most = arm->cell[j].mean;
					which = k;
				}
			}
		/* What is split and not drawn is lost. */
		if (which == a->n || a->work + needed(a) > a->work_most / 2)
			return true;
		if (!dt_comply_play_arm_split(a, which,
		    FIRST + SECOND))
			return false;
	}
	return true;
}

static void
plan_part(struct dt_comply_play_arms *a, enum dt_comply_part part)
{
	const struct dt_comply_play_cell *best = largest(a, part);
	for (size_t k = 0; best != NULL && k < a->n; k++)
		for (int j = 0; j < DT_COMPLY_PLAY_CELLS; j++) {
			struct dt_comply_play_arm *arm = &a->all[k];
			const struct dt_comply_play_cell *c = &arm->cell[j];
			if (may_decide(arm, j, part, best) && (c->n < SURE ||
			    c->error > error_wanted(a, c)))
				arm->next = c->n < FIRST + SECOND ? SECOND :
				    arm->n;
		}
}

/* What bounds plans of many rounds: until it is shown to be below 0 or above.
 */
static void
plan_bounds(struct dt_comply_play_arms *a)
{
	const unsigned bounds = (1u << DT_COMPLY_PLAY_PARTS) -
	    (1u << DT_COMPLY_PARTS);
	for (size_t k = 0; k < a->n; k++)
		for (int j = 0; j < DT_COMPLY_PLAY_CELLS; j++) {
			struct dt_comply_play_arm *arm = &a->all[k];
			const struct dt_comply_play_cell *c = &arm->cell[j];
			bool wanted = c->asked && (c->parts & bounds) &&
			    !arm->split && arm->next == 0;
			if (wanted && c->error > a->slack_error / FINER &&
			    fabs(c->mean) <= c->error *
			    dt_comply_play_shown_errors(c->n))
				arm->next = c->n < FIRST + SECOND ? SECOND :
				    arm->n;
		}
}

/* Whether they may show something: of a part that is no they do not. */
static bool
may_show(const struct dt_comply_play_arms *a)
{
	for (int part = 0; part < DT_COMPLY_PARTS; part++) {
		const struct dt_comply_play_cell *best = largest(a,
		    (enum dt_comply_part)part);
		if (part != DT_COMPLY_CREDIBLE && best != NULL &&
		    best->mean < dt_comply_play_shown_errors(best->n) *
		    best->error)
			return true;
	}
	return false;
}

/* Only the largest of each part. */
static void
focus(struct dt_comply_play_arms *a)
{
	for (size_t k = 0; k < a->n; k++)
		a->all[k].next = 0;
	for (int part = 0; part < DT_COMPLY_PARTS; part++) {
		const struct dt_comply_play_cell *best = largest(a,
		    (enum dt_comply_part)part);
		for (size_t k = 0; best != NULL && k < a->n; k++) {
			struct dt_comply_play_arm *arm = &a->all[k];
			if (best < arm->cell ||
			    best >= arm->cell + DT_COMPLY_PLAY_CELLS)
				continue;
			if (best->n < SURE)
				arm->next = SURE - best->n;
			else if (best->error > error_wanted(a, best))
				arm->next = best->n;
		}
	}
	a->focused = true;
}

/* No more than what is left of the work. */
static void
cut(struct dt_comply_play_arms *a)
{
	double left = a->work_most - a->work;
	if (a->looks > 1 && needed(a) > left)
		focus(a);
	double all = needed(a);
	if (all <= left)
		return;
	a->short_of_work = true;
	for (size_t k = 0; k < a->n; k++)
		a->all[k].next = (int64_t)((double)a->all[k].next *
		    dt_number_max(0, left) / all);
}

bool
dt_comply_play_look_plan(struct dt_comply_play_arms *a)
{
	bool more = false;
	if (a->looks++ == 0)
		return a->n > 0;
	a->work = a->spent;
	for (size_t k = 0; k < a->n; k++) {
		a->all[k].next = 0;
		a->work += a->all[k].work;
	}
	if (a->looks > LOOKS || a->short_of_work)
		return false;
	for (int part = 0; part < DT_COMPLY_PARTS; part++) {
		plan_part(a, (enum dt_comply_part)part);
		if (a->looks > 2)
			a->failed |= !split_part(a,
			    (enum dt_comply_part)part);
	}
	if (a->looks > 2 && a->work < a->work_most / 2 && may_show(a))
		plan_bounds(a);
	cut(a);
	for (size_t k = 0; k < a->n; k++)
		more |= a->all[k].next > 0;
	return more;
}
