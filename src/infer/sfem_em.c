/* sfem_em: the likelihood of a mixture, its derivatives, and EM; see sfem.h. */
#include "infer/sfem_internal.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"

/* ---- The room ---- */

enum dt_status
dt_sfem_work_new(const struct dt_sfem *s, struct dt_sfem_work *w,
    struct dt_error *err)
{
	size_t n = s->n, k = s->k;
	uint32_t most = 0;
	for (size_t i = 0; i < n; i++)
		if (s->choices[i] > most)
			most = s->choices[i];
	*w = (struct dt_sfem_work){ .n_power = (size_t)most + 1,
		.like = dt_memory_new(n * k, 3 * sizeof(double)),
		.scale = dt_memory_new(n, 2 * sizeof(double)),
		.next = dt_memory_new(k, 3 * sizeof(double)),
		.power = dt_memory_new((size_t)most + 1, sizeof(double)) };
	if (!w->like || !w->scale || !w->next || !w->power) {
		dt_sfem_work_free(w);
		return dt_status_no_memory(err);
	}
	w->first = w->like + n * k;
	w->second = w->first + n * k;
	w->mix = w->scale + n;
	w->slope = w->next + k;
	w->try = w->slope + k;
	return DT_OK;
}

void
dt_sfem_work_free(struct dt_sfem_work *w)
{
	dt_memory_free(w->like);
	dt_memory_free(w->scale);
	dt_memory_free(w->next);
	dt_memory_free(w->power);
	*w = (struct dt_sfem_work){ 0 };
}

/* ---- Likelihoods ---- */

/* Of strategies that never draw: error^wrong (1-error)^right, over that of
 * the one with the fewest that are wrong. */
static void
fill_sure(const struct dt_sfem *s, double error, struct dt_sfem_work *w)
{
	double ratio = error / (1 - error), odds = log(ratio);
	w->power[0] = 1;
	for (size_t d = 1; d < w->n_power; d++)
		w->power[d] = w->power[d - 1] * ratio;
	for (size_t i = 0; i < s->n; i++) {
		const struct dt_sfem_count *c = &s->counts[i * s->k];
		uint32_t least = c[0].wrong;
		for (size_t j = 1; j < s->k; j++)
			if (c[j].wrong < least)
				least = c[j].wrong;
		w->scale[i] = s->choices[i] * log1p(-error) + least * odds;
		for (size_t j = 0; j < s->k; j++)
			w->like[i * s->k + j] = w->power[c[j].wrong - least];
	}
}

/* Logarithms, then over the largest. */
static void
fill_drawn(const struct dt_sfem *s, double error, struct dt_sfem_work *w)
{
	double odds = log(error), right = log1p(-error);
	for (size_t i = 0; i < s->n * s->k; i++)
		w->like[i] = s->counts[i].right * right +
		    s->counts[i].wrong * odds;
	for (size_t d = 0; d < s->n_draws; d++) {
		const struct dt_sfem_draw *g = &s->draws[d];
		double race = g->race + error * (1 - 2 * g->race);
		double r = log(race), p = log1p(-race);
		for (size_t i = 0; i < s->n; i++)
			w->like[i * s->k + g->strategy] += g->raced[i] * r +
			    g->paused[i] * p;
	}
	for (size_t i = 0; i < s->n; i++) {
		double *l = &w->like[i * s->k], most = l[0];
		for (size_t j = 1; j < s->k; j++)
			most = dt_number_max(most, l[j]);
		w->scale[i] = most;
		for (size_t j = 0; j < s->k; j++)
			l[j] = exp(l[j] - most);
	}
}

/* By the logit t of the error e: de/dt = e (1 - e). */
static void
fill_slopes(const struct dt_sfem *s, double e, struct dt_sfem_work *w)
{
	double v = e * (1 - e);
	for (size_t i = 0; i < s->n * s->k; i++) {
		double right = s->counts[i].right, wrong = s->counts[i].wrong;
		w->first[i] = wrong * (1 - e) - right * e;
		w->second[i] = -(wrong + right) * v;
	}
	for (size_t d = 0; d < s->n_draws; d++) {
		const struct dt_sfem_draw *g = &s->draws[d];
		double turn = 1 - 2 * g->race;
		double race = g->race + e * turn, pause = 1 - race;
		for (size_t i = 0; i < s->n; i++) {
			size_t at = i * s->k + g->strategy;
			double r = g->raced[i], p = g->paused[i];
			double by = turn * (r / race - p / pause);
			double twice = -turn * turn * (r / (race * race) +
			    p / (pause * pause));
			w->first[at] += v * by;
			w->second[at] += v * v * twice + v * (1 - 2 * e) * by;
		}
	}
}

void
dt_sfem_fill(const struct dt_sfem *s, double error, bool slopes,
    struct dt_sfem_work *w)
{
	if (s->n_draws == 0)
		fill_sure(s, error, w);
	else
		fill_drawn(s, error, w);
	if (slopes)
		fill_slopes(s, error, w);
}

double
dt_sfem_sum(const struct dt_sfem *s, const uint32_t *weights,
    const double *share, struct dt_sfem_work *w)
{
	double sum = 0;
	for (size_t i = 0; i < s->n; i++) {
		double weight = dt_sfem_weight(weights, i), mix = 0;
		for (size_t j = 0; j < s->k; j++)
			mix += share[j] * w->like[i * s->k + j];
		w->mix[i] = mix;
		if (weight > 0)
			sum += weight * (w->scale[i] + log(mix));
	}
	return sum;
}

double
dt_sfem_likelihood(const struct dt_sfem *s, const uint32_t *weights,
    const struct dt_sfem_fit *fit, struct dt_sfem_work *w)
{
	dt_sfem_fill(s, fit->error, false, w);
	return dt_sfem_sum(s, weights, fit->share, w);
}

double
dt_sfem_slopes(const struct dt_sfem *s, const uint32_t *weights,
    struct dt_sfem_work *w)
{
	double n = 0;
	memset(w->slope, 0, s->k * sizeof(*w->slope));
	for (size_t i = 0; i < s->n; i++) {
		double weight = dt_sfem_weight(weights, i);
		double by = weight / w->mix[i];
		n += weight;
		for (size_t j = 0; weight > 0 && j < s->k; j++)
			w->slope[j] += by * w->like[i * s->k + j];
	}
	return n;
}

/* ---- EM ---- */

/* How many of a subject's choices were errors, if it plays the strategy: of
 * draws those that came from the other move. */
static double
errors_of(const struct dt_sfem *s, size_t i, size_t j, double e)
{
	double errors = s->counts[i * s->k + j].wrong;
	for (size_t d = 0; d < s->n_draws; d++) {
		const struct dt_sfem_draw *g = &s->draws[d];
		if (g->strategy != j)
			continue;
		double race = g->race + e * (1 - 2 * g->race);
		errors += g->raced[i] * (1 - g->race) * e / race +
		    g->paused[i] * g->race * e / (1 - race);
	}
	return errors;
}

void
dt_sfem_em(const struct dt_sfem *s, const uint32_t *weights,
    struct dt_sfem_fit *fit, struct dt_sfem_work *w)
{
	double errors = 0, all = 0, e = fit->error;
	fit->loglik = dt_sfem_likelihood(s, weights, fit, w);
	double n = dt_sfem_slopes(s, weights, w);
	for (size_t i = 0; i < s->n; i++) {
		double weight = dt_sfem_weight(weights, i);
		all += weight * s->choices[i];
		for (size_t j = 0; weight > 0 && j < s->k; j++)
			errors += weight * fit->share[j] *
			    w->like[i * s->k + j] / w->mix[i] *
			    errors_of(s, i, j, e);
	}
	for (size_t j = 0; j < s->k && n > 0 && !fit->given_shares; j++)
		fit->share[j] *= w->slope[j] / n;
	if (all > 0 && !fit->given_error)
		fit->error = errors > all / 2 ? .5 :
		    errors < DT_SFEM_LEAST * all ? DT_SFEM_LEAST :
		    errors / all;
	fit->steps++;
}

void
dt_sfem_posterior(const struct dt_sfem *s, const struct dt_sfem_fit *fit,
    size_t i, struct dt_sfem_work *w, double *chances)
{
	double mix = 0;
	for (size_t j = 0; j < s->k; j++)
		mix += chances[j] = fit->share[j] * w->like[i * s->k + j];
	for (size_t j = 0; j < s->k; j++)
		chances[j] /= mix;
}
