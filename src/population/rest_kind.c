/* rest_kind: see rest_kind.h. Eigenvalues by GSL. */
#include "population/rest_kind.h"

#include <gsl/gsl_eigen.h>
#include <math.h>
#include <string.h>

#include "base/memory.h"

#define STEP 1e-6               /* of differences, in groups */
#define NOTHING 100             /* times what payoffs that are the same differ:
                                 * an eigenvalue of 0 */

/* A point's face: those with a share, and what they earn. */
struct face {
	const struct dt_fitness *f;
	const double *x;
	size_t m, *who;
	double *earned, *low, *high, *at;       /* by strategy */
	double *slope;          /* [i * m + j]: of what i earns, by j's share */
	double mean;
};

static void
find_slopes(struct face *e)
{
	size_t n = e->f->n, m = e->m;
	for (size_t j = 0; j < m; j++) {
		size_t by = e->who[j];
		if (e->f->group > 2) {
			memcpy(e->at, e->x, n * sizeof(*e->at));
			e->at[by] = e->x[by] - STEP;
			dt_fitness_of_shares(e->f, e->at, e->low);
			e->at[by] = e->x[by] + STEP;
			dt_fitness_of_shares(e->f, e->at, e->high);
		}
		for (size_t i = 0; i < m; i++)
			e->slope[i * m + j] = e->f->group > 2 ?
			    (e->high[e->who[i]] - e->low[e->who[i]]) /
			    (2 * STEP) :
			    e->f->payoff[e->who[i] * n + by];
	}
}

/* How the rate of the i-th of the face changes with the share of the j-th. */
static double
change(const struct face *e, size_t i, size_t j)
{
	double by = e->slope[i * e->m + j] - e->earned[e->who[j]];
	for (size_t l = 0; l < e->m; l++)
		by -= e->x[e->who[l]] * e->slope[l * e->m + j];
	return e->x[e->who[i]] * by + (i == j ?
	    e->earned[e->who[i]] - e->mean : 0);
}

struct counts {
	size_t up, down, still;
	double slowest, turning;        /* of that pair, the imaginary part */
};

static void
see(struct counts *c, double real, double imaginary, double nothing)
{
	if (c->up + c->down + c->still == 0 || real > c->slowest + nothing ||
	    (real > c->slowest - nothing && fabs(imaginary) > c->turning)) {
		c->slowest = real;
		c->turning = fabs(imaginary);
	}
	c->up += real > nothing;
	c->down += real < -nothing;
	c->still += fabs(real) <= nothing;
}

/* Inside the face, in the coordinates of all of it but the last. */
static bool
see_inside(const struct face *e, double nothing, struct counts *c)
{
	size_t m = e->m - 1;
	gsl_matrix *a = gsl_matrix_alloc(m, m);
	gsl_vector_complex *values = gsl_vector_complex_alloc(m);
	gsl_eigen_nonsymm_workspace *work = gsl_eigen_nonsymm_alloc(m);
	bool fine = a && values && work;
	for (size_t k = 0; fine && k < m * m; k++)
		gsl_matrix_set(a, k / m, k % m, change(e, k / m, k % m) -
		    change(e, k / m, m));
	fine = fine && gsl_eigen_nonsymm(a, values, work) == 0;
	for (size_t k = 0; fine && k < m; k++) {
		gsl_complex v = gsl_vector_complex_get(values, k);
		see(c, GSL_REAL(v), GSL_IMAG(v), nothing);
	}
	if (work != NULL)
		gsl_eigen_nonsymm_free(work);
	if (values != NULL)
		gsl_vector_complex_free(values);
	if (a != NULL)
		gsl_matrix_free(a);
	return fine;
}

/* Out of the face an eigenvalue is what one that is not there would gain: its
 * row of the linearised dynamics has nothing else. */
static bool
see_all(struct face *e, double nothing, struct counts *c)
{
	dt_fitness_of_shares(e->f, e->x, e->earned);
	for (size_t i = 0; i < e->f->n; i++) {
		e->mean += e->x[i] * e->earned[i];
		if (e->x[i] > 0)
			e->who[e->m++] = i;
	}
	for (size_t j = 0; j < e->f->n; j++)
		if (!(e->x[j] > 0))
			see(c, e->earned[j] - e->mean, 0, nothing);
	find_slopes(e);
	return e->m == 1 || see_inside(e, nothing, c);
}

static bool
find_counts(const struct dt_fitness *f, const struct dt_rest_point *p,
    double nothing, struct counts *c)
{
	size_t n = f->n, m = p->support;
	double *room = dt_memory_new(4 * n + m * m, sizeof(*room));
	size_t *who = dt_memory_new(n, sizeof(*who));
	struct face e = { .f = f, .x = p->x, .who = who, .earned = room,
		.low = room + n, .high = room + 2 * n, .at = room + 3 * n,
		.slope = room + 4 * n };
	bool fine = room && who && see_all(&e, nothing, c);
	dt_memory_free(room);
	dt_memory_free(who);
	return fine;
}

enum dt_status
dt_rest_kind_of(const struct dt_fitness *f, double same,
    struct dt_rest_point *p, struct dt_error *err)
{
	struct counts c = { 0 };
	double nothing = NOTHING * same;
	p->stable = dt_stable_of(f, p->x, same);
	if (!find_counts(f, p, nothing, &c))
		return dt_status_no_memory(err);
	p->slowest = fabs(c.slowest) <= nothing ? 0 : c.slowest;
	p->period = c.turning > nothing ? 2 * acos(-1) / c.turning : NAN;
	p->kind = c.up > 0 && c.down > 0 ? DT_REST_SADDLE :
	    c.up > 0 && c.still == 0 ? DT_REST_SOURCE :
	    c.down > 0 && c.still == 0 ? DT_REST_SINK :
	    c.up == 0 && c.turning > nothing ? DT_REST_CENTRE :
	    c.up > 0 ? DT_REST_SADDLE : DT_REST_NEUTRAL;
	return DT_OK;
}
