/* lyapunov: see lyapunov.h. */
#include "solve/lyapunov.h"

#include <gsl/gsl_multimin.h>
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "base/random.h"
#include "solve/gains.h"

enum { STARTS = 20, STARTS_MOST = 2000, STEPS = 500 };

/* Points that are no further apart, in any chance, are one. */
static const double SAME = 1e-3;

struct descent {
	const struct dt_normal *game;   /* of dt_gains_of */
	size_t size;
	double unit;
	const struct dt_stop *stop;
	double *profile, *payoffs, *slopes, *gains, *rise;
};

/* Chances from roots: squares divided by their sum. */
static void
spread_out(const struct descent *d, const gsl_vector *roots)
{
	size_t at = 0;
	for (size_t i = 0; i < d->game->players; i++) {
		size_t end = at + d->game->strategies[i];
		double sum = 0;
		for (size_t k = at; k < end; k++) {
			double x = gsl_vector_get(roots, k);
			d->profile[k] = x * x;
			sum += x * x;
		}
		for (; at < end; at++)
			d->profile[at] = sum > 0 ? d->profile[at] / sum :
			    1 / (double)d->game->strategies[i];
	}
}

/* Fills the gains; returns the sum of squares. */
static double
gains_of(const struct descent *d)
{
	double sum = 0;
	size_t at = 0;
	dt_profile_payoffs(d->game, d->profile, d->payoffs);
	for (size_t i = 0; i < d->game->players; i++) {
		size_t end = at + d->game->strategies[i];
		double value = dt_profile_value(d->game, d->profile,
		    d->payoffs, i);
		for (; at < end; at++) {
			d->gains[at] = dt_number_max(0, d->payoffs[at] - value);
			sum += d->gains[at] * d->gains[at];
		}
	}
	return sum;
}

/* Once it is to stop nothing is worked out: the point is thrown away. */
static double
function(const gsl_vector *roots, void *context)
{
	const struct descent *d = context;
	if (dt_stop_is(d->stop))
		return 0;
	spread_out(d, roots);
	return gains_of(d);
}

/* Adds to the rise by every chance what one player's gains contribute: those
 * of a strategy change with its own payoff and with the player's value. */
static void
add_player(const struct descent *d, size_t at, size_t end)
{
	double sum = 0;
	for (size_t a = at; a < end; a++)
		sum += d->gains[a];
	for (size_t b = 0; b < d->size; b++) {
		double change = 0;
		for (size_t a = at; a < end; a++)
			change += (d->gains[a] - sum * d->profile[a]) *
			    d->slopes[a * d->size + b];
		if (b >= at && b < end)
			change -= sum * d->payoffs[b];
		d->rise[b] += 2 * change;
	}
}

static void
gradient(const gsl_vector *roots, void *context, gsl_vector *out)
{
	struct descent *d = context;
	size_t at = 0;
	gsl_vector_set_zero(out);
	function(roots, context);
	if (dt_stop_is(d->stop))
		return;
	dt_profile_slopes(d->game, d->profile, d->slopes);
	memset(d->rise, 0, d->size * sizeof(*d->rise));
	for (size_t i = 0; i < d->game->players; i++) {
		add_player(d, at, at + d->game->strategies[i]);
		at += d->game->strategies[i];
	}
	for (size_t i = at = 0; i < d->game->players; i++) {
		size_t end = at + d->game->strategies[i];
		double sum = 0, mean = 0;
		for (size_t k = at; k < end; k++) {
			double x = gsl_vector_get(roots, k);
			sum += x * x;
			mean += d->profile[k] * d->rise[k];
		}
		for (; at < end; at++)
			gsl_vector_set(out, at, sum > 0 ? 2 *
			    gsl_vector_get(roots, at) / sum *
			    (d->rise[at] - mean) : 0);
	}
}

static void
both(const gsl_vector *roots, void *context, double *value, gsl_vector *out)
{
	*value = function(roots, context);
	gradient(roots, context, out);
}

/* One descent, from the roots in the minimiser. */
static void
descend(gsl_multimin_fdfminimizer *m)
{
	for (int i = 0; i < STEPS && m->f > 1e-26; i++)
		if (gsl_multimin_fdfminimizer_iterate(m) != GSL_SUCCESS)
			return;
}

/* The first start is the middle of all chances, the others are drawn. */
static void
start(const struct descent *d, struct dt_random *random, bool first,
    gsl_vector *roots)
{
	for (size_t k = 0; k < d->size; k++)
		gsl_vector_set(roots, k, first ? 1 :
		    sqrt(-log(1 - dt_random_unit(random))));
}

static enum dt_status
keep(const struct descent *d, double tolerance, struct dt_profile_list *list,
    const struct dt_normal *whole, struct dt_error *err)
{
	double regret = dt_profile_regret(d->game, d->profile, d->payoffs);
	if (!(regret <= tolerance) ||
	    dt_profile_known(list, d->size, d->profile, SAME))
		return DT_OK;
	return dt_profile_add(list, whole, d->profile, NULL,
	    regret * d->unit, err);
}

static enum dt_status
search(struct descent *d, const struct dt_lyapunov_request *request,
    const struct dt_normal *whole, gsl_multimin_fdfminimizer *m,
    gsl_vector *roots, struct dt_profile_list *list, int *tried,
    struct dt_error *err)
{
	gsl_multimin_function_fdf f = { function, gradient, both, d->size,
		d };
	struct dt_random random;
	enum dt_status status = DT_OK;
	double tolerance = request->tolerance > 0 ? request->tolerance : 1e-6;
	int asked = request->starts > 0 ? request->starts : STARTS;
	int most = request->starts > 0 ? asked : STARTS_MOST;
	size_t before = list->n;
	dt_random_stream(&random, request->seed, 0, 0, 1);
	while (status == DT_OK && !dt_stop_is(request->stop) &&
	    (*tried < asked || (*tried < most && list->n == before))) {
		start(d, &random, *tried == 0, roots);
		gsl_multimin_fdfminimizer_set(m, &f, roots, .01, .1);
		descend(m);
		function(m->x, d);
		if (dt_stop_is(request->stop))
			break;
		++*tried;
		status = keep(d, tolerance, list, whole, err);
	}
	return status;
}

static bool
make_room(struct descent *d, struct dt_arena *arena)
{
	double *rows = dt_arena_new(arena, 4 * d->size, sizeof(*rows));
	d->slopes = dt_arena_new(arena, d->size * d->size,
	    sizeof(*d->slopes));
	if (rows == NULL || d->slopes == NULL)
		return false;
	d->profile = rows;
	d->payoffs = rows + d->size;
	d->gains = rows + 2 * d->size;
	d->rise = rows + 3 * d->size;
	return true;
}

enum dt_status
dt_lyapunov_find(const struct dt_normal *game,
    const struct dt_lyapunov_request *request, struct dt_profile_list *list,
    int *tried, struct dt_error *err)
{
	struct dt_arena arena = { 0 };
	struct dt_normal gains;
	struct descent d = { .game = &gains, .size = dt_profile_size(game),
		.stop = request->stop };
	*tried = 0;
	enum dt_status status =
	    dt_gains_of(game, &arena, &gains, &d.unit, err);
	gsl_vector *roots = gsl_vector_alloc(d.size);
	gsl_multimin_fdfminimizer *m = gsl_multimin_fdfminimizer_alloc(
	    gsl_multimin_fdfminimizer_vector_bfgs2, d.size);
	if (status == DT_OK)
		status = roots == NULL || m == NULL || !make_room(&d, &arena) ?
		    dt_status_no_memory(err) : search(&d, request, game, m,
		    roots, list, tried, err);
	if (m != NULL)
		gsl_multimin_fdfminimizer_free(m);
	gsl_vector_free(roots);
	dt_arena_free(&arena);
	return status;
}
