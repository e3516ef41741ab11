/* basin: see basin.h. */
#include "population/basin.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/pool.h"
#include "base/random.h"

enum { START = 0x62617369 };    /* purpose of streams */
#define STILL 1e-7              /* of the payoffs' range: a change a time */
#define LONG 400.0              /* time, in one over the payoffs' range */
enum { LEGS = 8 };              /* each twice as long as the one before */

struct work {
	const struct dt_basin_request *request;
	size_t n;
	double scale;
	double *end;            /* by start */
	bool *still;
};

static void
draw_start(const struct work *w, size_t item, double *x)
{
	struct dt_random random;
	double sum = 0;
	dt_random_stream(&random, w->request->seed, 0, item, START);
	for (size_t j = 0; j < w->n; j++)
		sum += x[j] = -log(1 - dt_random_unit(&random));
	for (size_t j = 0; j < w->n; j++)
		x[j] /= sum;
}

/* A path inside the simplex can rest only where nobody who is gone would come
 * back (a Nash equilibrium: Hofbauer and Sigmund 1998, theorem 7.2.1). Near a
 * saddle it is as slow; so who is gone and grows counts by its rate of growth,
 * as if it had the share that counts as left. */
static bool
is_still(const struct work *w, const double *x)
{
	double earned[DT_FITNESS_MOST], rate[DT_FITNESS_MOST], mean = 0;
	double most = 0;
	dt_dynamics_rate(w->request->dynamics, x, earned, rate);
	for (size_t j = 0; j < w->n; j++)
		mean += x[j] * earned[j];
	for (size_t j = 0; j < w->n; j++) {
		double back = x[j] > DT_BASIN_GONE ? 0 :
		    DT_BASIN_GONE * (earned[j] - mean);
		most = dt_number_max(most, dt_number_max(fabs(rate[j]), back));
	}
	return most < STILL * w->scale;
}

static enum dt_status
follow(void *of, const struct dt_pool_turn *turn, struct dt_error *err)
{
	struct work *w = of;
	double *x = w->end + turn->item * w->n, time = 0;
	double leg = LONG / w->scale / (1 << LEGS);
	draw_start(w, turn->item, x);
	struct dt_dynamics_state *s =
	    dt_dynamics_start(w->request->dynamics, x);
	if (s == NULL)
		return dt_status_no_memory(err);
	enum dt_status status = DT_OK;
	for (int k = 0; status == DT_OK && k <= LEGS; k++, leg *= 2) {
		time += leg;
		status = dt_dynamics_go(s, time, x, err);
		if (status == DT_OK && is_still(w, x)) {
			w->still[turn->item] = true;
			break;
		}
	}
	dt_dynamics_stop(s);
	return status;
}

/* ---- ends, by who is left ---- */

static struct dt_basin_end *
end_of(struct dt_basin *b, size_t n, const bool *left, bool still)
{
	for (size_t k = 0; k < b->n; k++)
		if (b->ends[k].still == still && (!still ||
		    memcmp(b->ends[k].left, left, n * sizeof(*left)) == 0))
			return &b->ends[k];
	b->ends[b->n] = (struct dt_basin_end){ .left = left, .still = still,
		.x = NAN };
	return &b->ends[b->n++];
}

static int
by_share(const void *one, const void *other)
{
	const struct dt_basin_end *a = one, *b = other;
	return a->share > b->share ? -1 : a->share < b->share;
}

static bool
sort_ends(const struct work *w, struct dt_basin *b, struct dt_arena *arena)
{
	size_t starts = w->request->starts;
	bool *left = dt_arena_new(arena, starts * w->n, sizeof(*left));
	b->ends = dt_arena_new(arena, starts, sizeof(*b->ends));
	if (left == NULL || b->ends == NULL)
		return false;
	for (size_t k = 0; k < starts; k++, left += w->n) {
		for (size_t j = 0; j < w->n; j++)
			left[j] = w->end[k * w->n + j] > DT_BASIN_GONE;
		end_of(b, w->n, left, w->still[k])->share +=
		    1 / (double)starts;
	}
	for (size_t k = 0; k < b->n; k++)
		b->ends[k].error = sqrt(b->ends[k].share *
		    dt_number_max(0, 1 - b->ends[k].share) / (double)starts);
	qsort(b->ends, b->n, sizeof(*b->ends), by_share);
	return true;
}

/* ---- two strategies ---- */

static int
by_first(const void *one, const void *other)
{
	double a = *(const double *)one, b = *(const double *)other;
	return a < b ? -1 : a > b;
}

/* Between two points of rest all goes one way, by the gain halfway. */
static enum dt_status
of_two(const struct dt_basin_request *q, struct dt_arena *arena,
    struct dt_basin *b, struct dt_error *err)
{
	const struct dt_rest *r = q->rest;
	double *at = dt_arena_new(arena, r->n + 2, sizeof(*at));
	bool *left = dt_arena_new(arena, 2 * (r->n + 2), sizeof(*left));
	b->ends = dt_arena_new(arena, r->n + 2, sizeof(*b->ends));
	if (at == NULL || left == NULL || b->ends == NULL)
		return dt_status_no_memory(err);
	for (size_t k = 0; k < r->n; k++)
		at[k] = r->points[k].x[0];
	qsort(at, r->n, sizeof(*at), by_first);
	for (size_t k = 0; k + 1 < r->n; k++) {
		double x[2] = { (at[k] + at[k + 1]) / 2 }, earned[2];
		x[1] = 1 - x[0];
		dt_fitness_of_shares(q->dynamics->fitness, x, earned);
		double more = earned[0] - earned[1];
		/* Where they earn the same every mix stays as it is. */
		double to = fabs(more) <= r->same ? NAN : more > 0 ?
		    at[k + 1] : at[k];
		size_t e = 0;
		while (e < b->n && b->ends[e].x != to)
			e++;
		left[2 * e] = !(to <= 0);
		left[2 * e + 1] = !(to >= 1);
		if (e == b->n)
			b->ends[b->n++] = (struct dt_basin_end){ .x = to,
				.left = left + 2 * e, .still = true };
		b->ends[e].share += at[k + 1] - at[k];
	}
	qsort(b->ends, b->n, sizeof(*b->ends), by_share);
	return DT_OK;
}

enum dt_status
dt_basin_find(const struct dt_basin_request *q, struct dt_arena *arena,
    struct dt_basin *b, struct dt_error *err)
{
	struct work w = { .request = q, .n = q->dynamics->fitness->n };
	struct dt_pool_request pool = { .n = q->starts,
		.threads = q->threads, .stop = q->stop, .work = follow,
		.of = &w };
	double least, most;
	*b = (struct dt_basin){ 0 };
	if (w.n == 2 && q->rest->whole)
		return of_two(q, arena, b, err);
	dt_fitness_range(q->dynamics->fitness, &least, &most);
	w.scale = most > least ? most - least : 1;
	w.end = dt_arena_new(arena, q->starts * w.n, sizeof(*w.end));
	w.still = dt_arena_new(arena, q->starts, sizeof(*w.still));
	if (w.end == NULL || w.still == NULL)
		return dt_status_no_memory(err);
	b->starts = q->starts;
	enum dt_status status = dt_pool_run(&pool, err);
	return status != DT_OK ? status : sort_ends(&w, b, arena) ? DT_OK :
	    dt_status_no_memory(err);
}
