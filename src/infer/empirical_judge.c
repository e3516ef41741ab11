/*
 * empirical_judge: regret with its interval, by bootstrap; see empirical.h.
 *
 * The gains are linear forms in the estimates that they touch. A replicate
 * draws each of these once, so that deviations which share a payoff move
 * together, as they do in truth.
 */
#include "infer/empirical_internal.h"

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>

#include "base/memory.h"
#include "base/number.h"
#include "base/random.h"

enum { WORK_MOST = 200000000 };         /* replicates times terms */

struct judge {
	const struct dt_empirical *game;
	const struct dt_empirical_request *request;
	struct dt_arena *arena;
	struct dt_error *err;
	struct dt_empirical_row *rows;
	struct dt_empirical_deviation *deviations;
	size_t n;
	size_t *touched, n_touched;             /* estimates, each once */
	double *drawn;                          /* by touched estimate */
};

static enum dt_status
make_room(struct judge *j, size_t n)
{
	j->rows = dt_arena_new(j->arena, n + 1, sizeof(*j->rows));
	j->deviations = dt_arena_new(j->arena, n + 1,
	    sizeof(*j->deviations));
	return j->rows != NULL && j->deviations != NULL ? DT_OK :
	    dt_status_no_memory(j->err);
}

static enum dt_status
list_pure(struct judge *j, size_t profile)
{
	const struct dt_empirical *g = j->game;
	enum dt_status status = make_room(j, dt_empirical_deviations(g));
	for (size_t i = 0; i < g->players && status == DT_OK; i++) {
		size_t own = dt_empirical_strategy(g, profile, i);
		for (size_t s = 0; s < g->strategies[i] && status == DT_OK;
		    s++) {
			if (s == own)
				continue;
			j->deviations[j->n].player = i;
			j->deviations[j->n].strategy = s;
			status = dt_empirical_deviate(g, profile, i, s,
			    j->arena, &j->rows[j->n++], j->err);
		}
	}
	return status;
}

static const double *
part_of(const struct dt_empirical *g, const double *chances, size_t player)
{
	for (size_t i = 0; i < player; i++)
		chances += g->strategies[i];
	return chances;
}

/* The chance that the others play their part of a profile. */
static double
others(const struct dt_empirical *g, const double *chances, size_t profile,
    size_t player)
{
	double chance = 1;
	for (size_t i = 0; i < g->players && chance > 0; i++)
		if (i != player)
			chance *= part_of(g, chances, i)
			    [dt_empirical_strategy(g, profile, i)];
	return chance;
}

/* What a pure strategy gives against the mix, less what the mix gives. */
static enum dt_status
spread_profile(struct judge *j, const double *chances, size_t profile,
    size_t player, struct dt_empirical_row *rows)
{
	const struct dt_empirical *g = j->game;
	double chance = others(g, chances, profile, player);
	size_t own = dt_empirical_strategy(g, profile, player);
	const double *part = part_of(g, chances, player);
	size_t e = g->which[profile * g->players + player];
	for (size_t s = 0; s < g->strategies[player] && chance > 0; s++) {
		double factor = chance * ((s == own) - part[own]);
		if (factor == 0)
			continue;
		if (e == DT_EMPIRICAL_MISSING)
			rows[s].missing = true;
		else if (!dt_empirical_add(j->arena, &rows[s], e, factor))
			return dt_status_no_memory(j->err);
	}
	return DT_OK;
}

static enum dt_status
list_mixed(struct judge *j, const double *chances)
{
	const struct dt_empirical *g = j->game;
	enum dt_status status = make_room(j, g->players +
	    dt_empirical_deviations(g));
	for (size_t i = 0; i < g->players && status == DT_OK; i++) {
		for (size_t s = 0; s < g->strategies[i]; s++) {
			j->deviations[j->n + s].player = i;
			j->deviations[j->n + s].strategy = s;
		}
		for (size_t p = 0; p < g->profiles && status == DT_OK; p++)
			status = spread_profile(j, chances, p, i,
			    &j->rows[j->n]);
		j->n += g->strategies[i];
	}
	return status;
}

/* Terms of the rows count from here on in the touched estimates. */
static enum dt_status
touch(struct judge *j)
{
	size_t total = 0, *place = dt_memory_new(j->game->n + 1,
	    sizeof(*place));
	for (size_t k = 0; k < j->n; k++)
		total += j->rows[k].n;
	j->touched = dt_arena_new(j->arena, total + 1, sizeof(*j->touched));
	j->drawn = dt_arena_new(j->arena, total + 1, sizeof(*j->drawn));
	if (place == NULL || j->touched == NULL || j->drawn == NULL) {
		dt_memory_free(place);
		return dt_status_no_memory(j->err);
	}
	for (size_t k = 0; k < j->n; k++)
		for (size_t t = 0; t < j->rows[k].n; t++) {
			size_t *at = &j->rows[k].terms[t].estimate;
			if (place[*at] == 0) {
				j->touched[j->n_touched++] = *at;
				place[*at] = j->n_touched;
			}
			*at = place[*at] - 1;
		}
	dt_memory_free(place);
	return DT_OK;
}

double
dt_empirical_draw(const struct dt_empirical_estimate *e, const gsl_rng *rng)
{
	if (!(e->error > 0))
		return 0;
	if (e->runs > 1000)
		return e->error * gsl_ran_ugaussian_ratio_method(rng);
	return e->error * gsl_ran_tdist(rng, (double)(e->runs - 1));
}

/* The errors of a replicate. */
static void
draw(struct judge *j, const gsl_rng *rng)
{
	for (size_t t = 0; t < j->n_touched; t++)
		j->drawn[t] = dt_empirical_draw(
		    &j->game->estimates[j->touched[t]], rng);
}

/* The largest standardised error of a replicate, and whether nobody gains. */
static double
replicate(const struct judge *j, double rounding, bool *holds)
{
	double most = 0;
	bool any = false;
	*holds = true;
	for (size_t k = 0; k < j->n; k++) {
		const struct dt_empirical_row *row = &j->rows[k];
		const struct dt_empirical_deviation *d = &j->deviations[k];
		double off = 0;
		if (row->missing)
			continue;
		for (size_t t = 0; t < row->n; t++)
			off += row->terms[t].factor *
			    j->drawn[row->terms[t].estimate];
		*holds &= d->gain + off <= rounding;
		if (d->error > 0 && (!any || off / d->error > most)) {
			most = off / d->error;
			any = true;
		}
	}
	return most;
}

/* The bootstrap: c of the interval's lower end, and the chance. */
static enum dt_status
bootstrap(struct judge *j, double *c, double *chance)
{
	size_t terms = j->n_touched, n = (size_t)j->request->replicates;
	for (size_t k = 0; k < j->n; k++)
		terms += j->rows[k].n;
	while (n > 200 && n * terms > WORK_MOST)
		n /= 2;
	gsl_rng *rng = gsl_rng_alloc(dt_random_gsl_type());
	double *most = dt_memory_new(n, sizeof(*most));
	if (rng == NULL || most == NULL) {
		if (rng != NULL)
			gsl_rng_free(rng);
		dt_memory_free(most);
		return dt_status_no_memory(j->err);
	}
	size_t held = 0;
	gsl_rng_set(rng, j->request->seed);
	for (size_t b = 0; b < n; b++) {
		bool holds;
		draw(j, rng);
		most[b] = replicate(j, dt_empirical_rounding(j->game),
		    &holds);
		held += holds;
	}
	gsl_sort(most, 1, n);
	*c = gsl_stats_quantile_from_sorted_data(most, 1, n, 0.975);
	*chance = (double)held / (double)n;
	gsl_rng_free(rng);
	dt_memory_free(most);
	return DT_OK;
}

static double
at_least_nothing(double gain, double rounding)
{
	return gain > rounding ? gain : 0;
}

static void
sum_up(const struct judge *j, double c, struct dt_empirical_verdict *v)
{
	double rounding = dt_empirical_rounding(j->game), regret = -INFINITY,
	    low = -INFINITY, high = -INFINITY;
	for (size_t k = 0; k < j->n; k++) {
		const struct dt_empirical_deviation *d = &j->deviations[k];
		if (j->rows[k].missing) {
			v->missing++;
			continue;
		}
		if (d->gain > regret)
			v->best = k;
		regret = dt_number_max(regret, d->gain);
		low = dt_number_max(low, d->gain - c * d->error);
		high = dt_number_max(high, d->gain +
		    (d->error > 0 ? dt_empirical_width(d->freedom) *
		    d->error : 0));
	}
	v->regret = at_least_nothing(regret, rounding);
	v->low = at_least_nothing(low, rounding);
	v->high = v->missing > 0 ? NAN : at_least_nothing(high, rounding);
	v->deviations = j->deviations;
	v->n = j->n;
}

static enum dt_status
judge(struct judge *j, struct dt_empirical_verdict *verdict)
{
	double c = 0;
	for (size_t k = 0; k < j->n; k++)
		dt_empirical_measure(j->game, &j->rows[k],
		    &j->deviations[k]);
	*verdict = (struct dt_empirical_verdict){ 0 };
	enum dt_status status = touch(j);
	if (status == DT_OK)
		status = bootstrap(j, &c, &verdict->chance);
	if (status == DT_OK)
		sum_up(j, c, verdict);
	return status;
}

enum dt_status
dt_empirical_judge(const struct dt_empirical *game, size_t profile,
    const struct dt_empirical_request *request, struct dt_arena *arena,
    struct dt_empirical_verdict *verdict, struct dt_error *err)
{
	struct judge j = { .game = game, .request = request, .arena = arena,
		.err = err };
	enum dt_status status = list_pure(&j, profile);
	return status ? status : judge(&j, verdict);
}

enum dt_status
dt_empirical_judge_mix(const struct dt_empirical *game,
    const double *chances, const struct dt_empirical_request *request,
    struct dt_arena *arena, struct dt_empirical_verdict *verdict,
    struct dt_error *err)
{
	struct judge j = { .game = game, .request = request, .arena = arena,
		.err = err };
	enum dt_status status = list_mixed(&j, chances);
	if (status == DT_OK)
		status = judge(&j, verdict);
	verdict->chance = NAN;
	return status;
}
