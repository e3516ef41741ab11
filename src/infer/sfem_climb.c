/*
 * sfem_climb: from a fit to a maximum, by Newton's method.
 *
 * Shares that are 0 are left out, but for one whose derivative says that it
 * would help: then it gets a little. A step solves the optimality conditions of
 * the second-order model, under the sum of the shares; it goes no further than
 * to where a share is 0, and half as far while that is no higher. Where it
 * leads nowhere, a step of EM is taken, which never lowers the likelihood.
 */
#include <gsl/gsl_linalg.h>
#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"
#include "infer/sfem_internal.h"

enum { STEPS_MOST = 300, HALVINGS = 40, RESTS = 3 };

static const double gap_wanted = 1e-10; /* of the log-likelihood */
static const double flat = 1e-13;       /* of it: rounding */

struct climb {
	const struct dt_sfem *s;
	const uint32_t *weights;
	struct dt_sfem_fit *fit;
	struct dt_sfem_work *w;
	double n;               /* subjects that count */
	size_t *free, n_free;   /* shares that move */
	bool turns;             /* the error moves */
	double by, twice;       /* derivatives by its logit */
	double *cross;          /* k: by a share and it */
	gsl_matrix *a;
	gsl_vector *b, *x;
	gsl_permutation *order;
};

/* ---- The system ---- */

/* Sums over subjects of what the conditions need. */
static void
add_subject(struct climb *c, size_t i, double weight)
{
	const struct dt_sfem *s = c->s;
	const double *like = &c->w->like[i * s->k];
	const double *first = &c->w->first[i * s->k];
	const double *second = &c->w->second[i * s->k];
	double mean = 0, square = 0, *ratio = c->w->next;
	for (size_t j = 0; j < s->k; j++) {
		ratio[j] = like[j] / c->w->mix[i];
		double chance = c->fit->share[j] * ratio[j];
		mean += chance * first[j];
		square += chance * (second[j] + first[j] * first[j]);
	}
	c->by += weight * mean;
	c->twice += weight * (square - mean * mean);
	for (size_t p = 0; p < c->n_free; p++) {
		size_t j = c->free[p];
		c->cross[j] += weight * ratio[j] * (first[j] - mean);
		for (size_t q = 0; q <= p; q++)
			*gsl_matrix_ptr(c->a, p, q) -= weight * ratio[j] *
			    ratio[c->free[q]];
	}
}

static void
sum_up(struct climb *c)
{
	c->by = c->twice = 0;
	memset(c->cross, 0, c->s->k * sizeof(*c->cross));
	gsl_matrix_set_zero(c->a);
	for (size_t i = 0; i < c->s->n; i++) {
		double weight = dt_sfem_weight(c->weights, i);
		if (weight > 0)
			add_subject(c, i, weight);
	}
}

/* Rows: free shares, the error, their sum. A row that does not count is 1 on
 * the diagonal. */
static void
write_system(struct climb *c)
{
	size_t f = c->n_free, all = c->a->size1;
	for (size_t p = 0; p < f; p++) {
		for (size_t q = 0; q < p; q++)
			gsl_matrix_set(c->a, q, p, gsl_matrix_get(c->a, p,
			    q));
		*gsl_matrix_ptr(c->a, p, p) -= 1e-11 * c->n;
		gsl_matrix_set(c->a, p, f + 1, 1);
		gsl_matrix_set(c->a, f + 1, p, 1);
		gsl_vector_set(c->b, p, -c->w->slope[c->free[p]]);
		if (c->turns) {
			gsl_matrix_set(c->a, p, f, c->cross[c->free[p]]);
			gsl_matrix_set(c->a, f, p, c->cross[c->free[p]]);
		}
	}
	gsl_matrix_set(c->a, f, f, c->turns ? c->twice : 1);
	gsl_vector_set(c->b, f, c->turns ? -c->by : 0);
	gsl_vector_set(c->b, f + 1, 0);
	for (size_t p = f + 2; p < all; p++) {
		gsl_matrix_set(c->a, p, p, 1);
		gsl_vector_set(c->b, p, 0);
	}
}

/* Whether there is a direction, and it leads up. */
static bool
find_direction(struct climb *c)
{
	int sign;
	double up = 0;
	sum_up(c);
	write_system(c);
	gsl_linalg_LU_decomp(c->a, c->order, &sign);
	for (size_t p = 0; p < c->a->size1; p++)
		if (gsl_matrix_get(c->a, p, p) == 0)
			return false;
	gsl_linalg_LU_solve(c->a, c->order, c->b, c->x);
	for (size_t p = 0; p < c->n_free; p++)
		up += c->w->slope[c->free[p]] * gsl_vector_get(c->x, p);
	if (c->turns)
		up += c->by * gsl_vector_get(c->x, c->n_free);
	return isfinite(up) && up > 0;
}

/* ---- A step ---- */

static double
turned(double error, double by)
{
	double odds = log(error) - log1p(-error) + by;
	double e = odds > 0 ? .5 : 1 / (1 + exp(-odds));
	return e < DT_SFEM_LEAST ? DT_SFEM_LEAST : e;
}

/* The fit moved so far along the direction, at which share j is 0. */
static void
move(const struct climb *c, double far, size_t zero,
    struct dt_sfem_fit *to)
{
	memcpy(to->share, c->fit->share, c->s->k * sizeof(*to->share));
	for (size_t p = 0; p < c->n_free; p++) {
		size_t j = c->free[p];
		to->share[j] += far * gsl_vector_get(c->x, p);
		if (j == zero || to->share[j] < 0)
			to->share[j] = 0;
	}
	double by = c->turns ? gsl_vector_get(c->x, c->n_free) : 0;
	by = by > 3 ? 3 : by < -3 ? -3 : by;
	to->error = c->turns ? turned(c->fit->error, far * by) :
	    c->fit->error;
}

/* How far until a share is 0, at most 1. */
static double
reach(const struct climb *c, size_t *zero)
{
	double far = 1;
	*zero = SIZE_MAX;
	for (size_t p = 0; p < c->n_free; p++) {
		double by = gsl_vector_get(c->x, p);
		double share = c->fit->share[c->free[p]];
		if (by < 0 && share + far * by < 0) {
			far = share / -by;
			*zero = c->free[p];
		}
	}
	return far;
}

/* Whether it went up, or as high as before, to rounding: near the top the
 * derivatives still tell what the value does not. */
static bool
go(struct climb *c)
{
	struct dt_sfem_fit to = *c->fit;
	size_t zero;
	double far = reach(c, &zero), before = c->fit->loglik;
	to.share = c->w->try;
	for (int k = 0; k < HALVINGS; k++, far /= 2, zero = SIZE_MAX) {
		move(c, far, zero, &to);
		to.loglik = dt_sfem_likelihood(c->s, c->weights, &to, c->w);
		if (to.loglik >= before - (k == 0 ? flat * fabs(before) :
		    0)) {
			memcpy(c->fit->share, to.share, c->s->k *
			    sizeof(*to.share));
			c->fit->error = to.error;
			c->fit->loglik = to.loglik;
			return true;
		}
	}
	return false;
}

/* ---- What is free ---- */

/* Shares that are nothing and would gain nothing. */
static void
drop_small(struct climb *c)
{
	double sum = 0;
	for (size_t j = 0; j < c->s->k; j++) {
		double *share = &c->fit->share[j];
		if (*share < 1e-7 && c->w->slope[j] < c->n)
			*share = 0;
		sum += *share;
	}
	for (size_t j = 0; j < c->s->k; j++)
		c->fit->share[j] /= sum;
}

/* The derivatives at the fit, what may move, and the gap. */
static void
look(struct climb *c)
{
	dt_sfem_fill(c->s, c->fit->error, true, c->w);
	c->fit->loglik = dt_sfem_sum(c->s, c->weights, c->fit->share, c->w);
	c->n = dt_sfem_slopes(c->s, c->weights, c->w);
	double most = 0;
	c->n_free = 0;
	for (size_t j = 0; j < c->s->k; j++) {
		most = dt_number_max(most, c->w->slope[j]);
		if (c->fit->share[j] > 0 && !c->fit->given_shares)
			c->free[c->n_free++] = j;
	}
	c->fit->gap = c->fit->given_shares || most < c->n ? 0 : most - c->n;
}

/* A share that is 0 and should not be gets a little. */
static bool
admit(struct climb *c)
{
	size_t best = SIZE_MAX;
	for (size_t j = 0; j < c->s->k && !c->fit->given_shares; j++)
		if (c->fit->share[j] == 0 && c->w->slope[j] > c->n +
		    gap_wanted && (best == SIZE_MAX || c->w->slope[j] >
		    c->w->slope[best]))
			best = j;
	if (best == SIZE_MAX)
		return false;
	struct dt_sfem_fit to = *c->fit;
	to.share = c->w->try;
	for (double part = 1e-2; part > 1e-14; part /= 8) {
		for (size_t j = 0; j < c->s->k; j++)
			to.share[j] = c->fit->share[j] * (1 - part);
		to.share[best] = part;
		to.loglik = dt_sfem_sum(c->s, c->weights, to.share, c->w);
		if (to.loglik > c->fit->loglik) {
			memcpy(c->fit->share, to.share, c->s->k *
			    sizeof(*to.share));
			return true;
		}
	}
	return false;
}

/* Whether the error is at an end of its range and would go beyond. */
static bool
is_stuck(const struct climb *c)
{
	double mean = 0;
	for (size_t i = 0; i < c->s->n; i++) {
		double weight = dt_sfem_weight(c->weights, i);
		for (size_t j = 0; weight > 0 && j < c->s->k; j++)
			mean += weight * c->fit->share[j] *
			    c->w->like[i * c->s->k + j] / c->w->mix[i] *
			    c->w->first[i * c->s->k + j];
	}
	return (c->fit->error <= DT_SFEM_LEAST && mean <= 0) ||
	    (c->fit->error >= .5 && mean >= 0);
}

static void
climb(struct climb *c)
{
	double before = -INFINITY;
	int rests = 0;
	look(c);
	drop_small(c);
	for (int k = 0; k < STEPS_MOST && rests < RESTS; k++) {
		look(c);
		rests += c->fit->loglik - before <= flat *
		    fabs(c->fit->loglik);
		before = c->fit->loglik;
		c->turns = !c->fit->given_error && !is_stuck(c);
		c->fit->steps++;
		if (((c->n_free > 1 || c->turns) && find_direction(c) &&
		    go(c)) || admit(c))
			continue;
		dt_sfem_em(c->s, c->weights, c->fit, c->w);
	}
	look(c);
}

enum dt_status
dt_sfem_climb(const struct dt_sfem *s, const uint32_t *weights,
    struct dt_sfem_fit *fit, struct dt_sfem_work *w, struct dt_error *err)
{
	size_t size = s->k + 2;
	struct climb c = { .s = s, .weights = weights, .fit = fit, .w = w,
		.free = dt_memory_new(s->k, sizeof(*c.free)),
		.cross = dt_memory_new(s->k, sizeof(*c.cross)),
		.a = gsl_matrix_alloc(size, size),
		.b = gsl_vector_alloc(size), .x = gsl_vector_alloc(size),
		.order = gsl_permutation_alloc(size) };
	bool whole = c.free && c.cross && c.a && c.b && c.x && c.order;
	if (whole)
		climb(&c);
	dt_memory_free(c.free);
	dt_memory_free(c.cross);
	gsl_matrix_free(c.a);
	gsl_vector_free(c.b);
	gsl_vector_free(c.x);
	gsl_permutation_free(c.order);
	return whole ? DT_OK : dt_status_no_memory(err);
}
