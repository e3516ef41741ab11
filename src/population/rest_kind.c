/* rest_kind: see rest_kind.h. Eigenvalues by GSL. */
#include "population/rest_kind.h"

#include <gsl/gsl_eigen.h>
#include <math.h>
#include <string.h>

#include "base/memory.h"

#define STEP 1e-6               /* of differences, in groups */
#define NOTHING 1e-8            /* of the payoffs' range: an eigenvalue of 0 */

/* The derivatives of what each earns, [i * n + j] by the share of j. */
static void
slopes(const struct dt_fitness *f, const double *x, double *room,
    double *slope)
{
	size_t n = f->n;
	double *low = room, *high = room + n, *at = room + 2 * n;
	if (f->group == 2) {
		memcpy(slope, f->payoff, n * n * sizeof(*slope));
		return;
	}
	memcpy(at, x, n * sizeof(*at));
	for (size_t j = 0; j < n; j++) {
		at[j] = x[j] - STEP;
		dt_fitness_of_shares(f, at, low);
		at[j] = x[j] + STEP;
		dt_fitness_of_shares(f, at, high);
		at[j] = x[j];
		for (size_t i = 0; i < n; i++)
			slope[i * n + j] = (high[i] - low[i]) / (2 * STEP);
	}
}

/* The linearised dynamics in the coordinates of all strategies but `out`. */
static void
linearise(const struct dt_fitness *f, const double *x, size_t out,
    double *room, gsl_matrix *to)
{
	size_t n = f->n, row = 0;
	double *slope = room, *earned = room + n * n, mean = 0;
	dt_fitness_of_shares(f, x, earned);
	slopes(f, x, earned + n, slope);
	for (size_t i = 0; i < n; i++)
		mean += x[i] * earned[i];
	for (size_t i = 0; i < n; i++) {
		size_t column = 0;
		double by_out = 0;
		if (i == out)
			continue;
		for (int pass = 0; pass < 2; pass++)
			for (size_t j = 0; j < n; j++) {
				double by = slope[i * n + j] - earned[j];
				for (size_t l = 0; l < n; l++)
					by -= x[l] * slope[l * n + j];
				by *= x[i];
				by += i == j ? earned[i] - mean : 0;
				if (pass == 0 && j == out)
					by_out = by;
				if (pass == 1 && j != out)
					gsl_matrix_set(to, row, column++,
					    by - by_out);
			}
		row++;
	}
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

static bool
by_eigenvalues(const struct dt_fitness *f, const double *x, size_t out,
    double nothing, struct counts *c)
{
	size_t n = f->n;
	double *room = dt_memory_new(n * n + 4 * n, sizeof(*room));
	gsl_matrix *m = gsl_matrix_alloc(n - 1, n - 1);
	gsl_vector_complex *values = gsl_vector_complex_alloc(n - 1);
	gsl_eigen_nonsymm_workspace *work = gsl_eigen_nonsymm_alloc(n - 1);
	bool fine = room && m && values && work;
	if (fine) {
		linearise(f, x, out, room, m);
		fine = gsl_eigen_nonsymm(m, values, work) == 0;
	}
	for (size_t k = 0; fine && k < n - 1; k++) {
		gsl_complex v = gsl_vector_complex_get(values, k);
		see(c, GSL_REAL(v), GSL_IMAG(v), nothing);
	}
	if (work != NULL)
		gsl_eigen_nonsymm_free(work);
	if (values != NULL)
		gsl_vector_complex_free(values);
	if (m != NULL)
		gsl_matrix_free(m);
	dt_memory_free(room);
	return fine;
}

/* Where one strategy is alone an eigenvalue is what another gains. */
static void
by_gains(const struct dt_fitness *f, const double *x, size_t alone,
    double nothing, struct counts *c)
{
	double earned[DT_FITNESS_MOST];
	dt_fitness_of_shares(f, x, earned);
	for (size_t j = 0; j < f->n; j++)
		if (j != alone)
			see(c, earned[j] - earned[alone], 0, nothing);
}

enum dt_status
dt_rest_kind_of(const struct dt_fitness *f, double same,
    struct dt_rest_point *p, struct dt_error *err)
{
	struct counts c = { 0 };
	size_t out = 0;
	double least, most;
	dt_fitness_range(f, &least, &most);
	double nothing = NOTHING * (most > least ? most - least : 1);
	for (size_t i = 1; i < f->n; i++)
		if (p->x[i] > p->x[out])
			out = i;
	p->stable = dt_stable_of(f, p->x, same);
	if (p->support == 1)
		by_gains(f, p->x, out, nothing, &c);
	else if (!by_eigenvalues(f, p->x, out, nothing, &c))
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
