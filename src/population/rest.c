/* rest: see rest.h. */
#include "population/rest.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "population/rest_kind.h"
#include "solve/anonymous.h"

#define SAME 1e-10              /* of the payoffs' range */

enum { FACE = DT_REST_FACE_MOST, WIDE = FACE + 1 };

struct search {
	const struct dt_fitness *f;
	struct dt_arena *arena;
	struct dt_rest *rest;
};

const char *
dt_rest_word(enum dt_rest_kind kind)
{
	static const char *const words[] = {
		[DT_REST_SINK] = "sink", [DT_REST_SOURCE] = "source",
		[DT_REST_SADDLE] = "saddle", [DT_REST_CENTRE] = "centre",
		[DT_REST_NEUTRAL] = "neutral",
	};
	return words[kind];
}

/* Adds a point with these shares of the face; false: memory is out. */
static bool
add(struct search *s, const size_t *face, size_t m, const double *share,
    size_t free)
{
	struct dt_rest *r = s->rest;
	struct dt_rest_point *points = dt_arena_grow(s->arena, r->points, r->n,
	    &r->room, sizeof(*points));
	double *x = dt_arena_new(s->arena, s->f->n, sizeof(*x));
	if (points == NULL || x == NULL)
		return false;
	for (size_t i = 0; i < m; i++)
		x[face[i]] = share[i];
	r->points = points;
	points[r->n++] = (struct dt_rest_point){ .x = x, .support = m,
		.free = free, .period = NAN };
	return true;
}

/* ---- a face of pairs: linear equations ---- */

/* rows of m numbers and a right side, solved as far as they go: by full
 * pivoting, [i] bound to column bound[i]. */
struct equations {
	size_t m, rank;
	double a[FACE][WIDE];
	size_t bound[FACE];
	bool is_bound[FACE];
};

static void
set_up(const struct dt_fitness *f, const size_t *face, size_t m,
    struct equations *e)
{
	*e = (struct equations){ .m = m };
	for (size_t i = 0; i + 1 < m; i++)
		for (size_t j = 0; j < m; j++)
			e->a[i][j] = f->payoff[face[i] * f->n + face[j]] -
			    f->payoff[face[m - 1] * f->n + face[j]];
	for (size_t j = 0; j <= m; j++)
		e->a[m - 1][j] = 1;
}

static void
clear_column(struct equations *e, size_t row, size_t column)
{
	double pivot = e->a[row][column];
	for (size_t j = 0; j <= e->m; j++)
		e->a[row][j] /= pivot;
	for (size_t i = 0; i < e->m; i++) {
		double times = e->a[i][column];
		for (size_t j = 0; i != row && times != 0 && j <= e->m; j++)
			e->a[i][j] -= times * e->a[row][j];
	}
	e->bound[row] = column;
	e->is_bound[column] = true;
}

/* The sum of shares is bound first: it holds whatever the payoffs are. */
static bool
reduce(struct equations *e, double same)
{
	double swap[WIDE];
	memcpy(swap, e->a[0], sizeof(swap));
	memcpy(e->a[0], e->a[e->m - 1], sizeof(swap));
	memcpy(e->a[e->m - 1], swap, sizeof(swap));
	clear_column(e, 0, e->m - 1);
	for (e->rank = 1; e->rank < e->m; e->rank++) {
		size_t row = e->rank, column = 0;
		double best = 0;
		for (size_t i = e->rank; i < e->m; i++)
			for (size_t j = 0; j < e->m; j++)
				if (!e->is_bound[j] &&
				    fabs(e->a[i][j]) > best) {
					best = fabs(e->a[i][j]);
					row = i;
					column = j;
				}
		if (best <= same)
			break;
		memcpy(swap, e->a[row], sizeof(swap));
		memcpy(e->a[row], e->a[e->rank], sizeof(swap));
		memcpy(e->a[e->rank], swap, sizeof(swap));
		clear_column(e, e->rank, column);
	}
	for (size_t i = e->rank; i < e->m; i++)
		if (fabs(e->a[i][e->m]) > same)
			return false;
	return true;
}

/* The shares with free columns at `value`. */
static void
shares_at(const struct equations *e, const double *value, double *share)
{
	for (size_t j = 0; j < e->m; j++)
		share[j] = e->is_bound[j] ? 0 : value[j];
	for (size_t i = 0; i < e->rank; i++) {
		double sum = e->a[i][e->m];
		for (size_t j = 0; j < e->m; j++)
			if (!e->is_bound[j])
				sum -= e->a[i][j] * value[j];
		share[e->bound[i]] = sum;
	}
}

/* With one free column: the middle of where all shares are above 0. */
static void
middle_of_line(const struct equations *e, size_t free, double *value)
{
	double low = 0, high = 1;
	for (size_t i = 0; i < e->rank; i++) {
		double slope = e->a[i][free], at = e->a[i][e->m];
		if (slope > 0)
			high = dt_number_min(high, at / slope);
		if (slope < 0)
			low = dt_number_max(low, at / slope);
	}
	value[free] = (low + high) / 2;
}

/* A point of the face's inside on which all earn the same, if there is one. */
static bool
find_inside(const struct dt_fitness *f, const size_t *face, size_t m,
    double same, double *share, size_t *free)
{
	struct equations e;
	double value[FACE];
	set_up(f, face, m, &e);
	if (!reduce(&e, same))
		return false;
	*free = m - e.rank;
	for (size_t j = 0; j < m; j++) {
		value[j] = 1 / (double)m;
		if (*free == 1 && !e.is_bound[j])
			middle_of_line(&e, j, value);
	}
	shares_at(&e, value, share);
	for (size_t j = 0; j < m; j++)
		if (!(share[j] > 1e-12))
			return false;
	return true;
}

/* ---- a face of two in groups: roots ---- */

static bool
add_roots(struct search *s, const size_t face[2])
{
	double gain[DT_FITNESS_GROUP_MOST], x[DT_ANONYMOUS_MOST], share[2];
	bool flat = false;
	dt_stable_gains(s->f, face[0], face[1], gain);
	size_t n = dt_anonymous_equilibria(gain, s->f->group, s->rest->same,
	    x, &flat);
	if (flat) {
		share[0] = share[1] = .5;
		return add(s, face, 2, share, 1);
	}
	for (size_t k = 0; k < n; k++) {
		share[0] = x[k];
		share[1] = 1 - x[k];
		if (x[k] > 0 && x[k] < 1 && !add(s, face, 2, share, 0))
			return false;
	}
	return true;
}

/* ---- all faces ---- */

static bool
look_into(struct search *s, const size_t *face, size_t m)
{
	static const double alone[1] = { 1 };
	double share[FACE];
	size_t free = 0;
	if (m == 1)
		return add(s, face, 1, alone, 0);
	if (s->f->group > 2) {
		if (m == 2)
			return add_roots(s, face);
		s->rest->whole = false;
		return true;
	}
	return !find_inside(s->f, face, m, s->rest->same, share, &free) ||
	    add(s, face, m, share, free);
}

/* Faces of m strategies, one after the other. */
static bool
next_face(size_t *face, size_t m, size_t n)
{
	size_t i = m;
	while (i > 0 && face[i - 1] == n - m + i - 1)
		i--;
	if (i == 0)
		return false;
	face[i - 1]++;
	for (; i < m; i++)
		face[i] = face[i - 1] + 1;
	return true;
}

static enum dt_status
look_at_size(struct search *s, size_t m, const struct dt_stop *stop,
    struct dt_error *err)
{
	size_t face[FACE];
	for (size_t i = 0; i < m; i++)
		face[i] = i;
	do {
		if (s->rest->n >= DT_REST_MOST || dt_stop_is(stop)) {
			s->rest->whole = false;
			return DT_OK;
		}
		if (!look_into(s, face, m))
			return dt_status_no_memory(err);
	} while (next_face(face, m, s->f->n));
	return DT_OK;
}

/* Points that were found by equations, held against the dynamics. */
static double
how_far_off(const struct dt_fitness *f, const struct dt_rest *r)
{
	double earned[DT_FITNESS_MOST], off = 0;
	for (size_t k = 0; k < r->n; k++) {
		const double *x = r->points[k].x;
		double mean = 0;
		if (r->points[k].support == 1)
			continue;
		dt_fitness_of_shares(f, x, earned);
		for (size_t i = 0; i < f->n; i++)
			mean += x[i] * earned[i];
		for (size_t i = 0; i < f->n; i++)
			off = dt_number_max(off, fabs(x[i] * (earned[i] -
			    mean)));
	}
	return off;
}

enum dt_status
dt_rest_find(const struct dt_fitness *f, const struct dt_stop *stop,
    struct dt_arena *arena, struct dt_rest *rest, struct dt_error *err)
{
	struct search s = { .f = f, .arena = arena, .rest = rest };
	enum dt_status status = DT_OK;
	double least, most;
	dt_fitness_range(f, &least, &most);
	*rest = (struct dt_rest){ .whole = f->n <= FACE,
		.same = SAME * (most > least ? most - least : 1) };
	size_t largest = f->n <= FACE ? f->n : 2;
	for (size_t m = 1; status == DT_OK && m <= largest; m++)
		status = look_at_size(&s, m, stop, err);
	for (size_t k = 0; status == DT_OK && k < rest->n; k++)
		status = dt_rest_kind_of(f, rest->same, &rest->points[k],
		    err);
	rest->off = status == DT_OK ? how_far_off(f, rest) : 0;
	return status;
}
