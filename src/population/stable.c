/* stable: see stable.h. */
#include "population/stable.h"

#include <math.h>
#include <string.h>

#include "base/lu.h"
#include "base/number.h"
#include "solve/anonymous.h"

enum { MOST = DT_STABLE_REPLIES_MOST };

const char *
dt_stable_word(enum dt_stable stable)
{
	static const char *const words[] = {
		[DT_STABLE_ESS] = "ESS",
		[DT_STABLE_NEUTRAL] = "neutrally stable",
		[DT_STABLE_NASH] = "Nash only", [DT_STABLE_NOT] = "no",
		[DT_STABLE_UNKNOWN] = "not decided",
	};
	return words[stable];
}

/* ---- groups of two strategies ---- */

void
dt_stable_gains(const struct dt_fitness *f, size_t a, size_t b, double *gain)
{
	int m = (int)f->group - 1;
	for (size_t way = 0; way < f->others; way++) {
		int k = f->way == NULL ? way == a : f->way[way * f->n + a];
		int other = f->way == NULL ? way == b :
		    f->way[way * f->n + b];
		if (k + other == m)
			gain[k] = f->payoff[a * f->others + way] -
			    f->payoff[b * f->others + way];
	}
}

/* The sign of the gain of who are few, next to where all play the other. */
static int
sign_of_few(const double *gain, size_t group, bool from_top, double same)
{
	for (size_t i = 0; i < group; i++) {
		double g = from_top ? -gain[group - 1 - i] : gain[i];
		if (fabs(g) > same)
			return g > 0 ? 1 : -1;
	}
	return 0;
}

enum dt_stable_invasion
dt_stable_invades(const struct dt_fitness *f, size_t resident, size_t mutant,
    double same)
{
	double gain[DT_FITNESS_GROUP_MOST];
	dt_stable_gains(f, mutant, resident, gain);
	int sign = sign_of_few(gain, f->group, false, same);
	return sign > 0 ? DT_STABLE_INVADES : sign < 0 ? DT_STABLE_KEPT_OUT :
	    DT_STABLE_DRIFTS;
}

/* The first strategy's share is x: whether its gain leads back from beside
 * it. */
static enum dt_stable
of_two_in_groups(const struct dt_fitness *f, double x, double same)
{
	double gain[DT_FITNESS_GROUP_MOST];
	dt_stable_gains(f, 0, 1, gain);
	if (x <= 0 || x >= 1) {
		int few = sign_of_few(gain, f->group, x >= 1, same);
		double first = x <= 0 ? gain[0] : -gain[f->group - 1];
		return few < 0 ? DT_STABLE_ESS : few == 0 ? DT_STABLE_NEUTRAL :
		    fabs(first) <= same ? DT_STABLE_NASH : DT_STABLE_NOT;
	}
	double step = 1e-4 * (x < .5 ? x : 1 - x);
	double low = dt_anonymous_gain(gain, f->group, x - step);
	double high = dt_anonymous_gain(gain, f->group, x + step);
	if (fabs(dt_anonymous_gain(gain, f->group, x)) > same)
		return DT_STABLE_NOT;
	return low > 0 && high < 0 ? DT_STABLE_ESS :
	    low >= 0 && high <= 0 ? DT_STABLE_NEUTRAL : DT_STABLE_NASH;
}

/* ---- pairs: the least of w'Qw over mixes w of some replies ---- */

/* The value at the only stationary point inside a face, if the form is convex
 * there and the point is inside; else INFINITY. `at`: which of the rows. */
static double
least_inside(const double *q, size_t n, const size_t *at, size_t m)
{
	double form[(MOST + 1) * (MOST + 1)] = { 0 }, right[MOST + 1] = { 0 };
	double w[MOST + 1], convex[MOST * MOST], value = 0;
	size_t order[MOST + 1], last = m - 1;
	for (size_t i = 0; i < last; i++)
		for (size_t j = 0; j < last; j++)
			convex[i * last + j] = q[at[i] * n + at[j]] -
			    q[at[last] * n + at[j]] - q[at[i] * n + at[last]] +
			    q[at[last] * n + at[last]];
	/* Cholesky says whether it is convex. */
	for (size_t j = 0; j < last; j++)
		for (size_t i = j; i < last; i++) {
			double sum = convex[i * last + j];
			for (size_t k = 0; k < j; k++)
				sum -= convex[i * last + k] *
				    convex[j * last + k];
			if (i == j && !(sum > 0))
				return INFINITY;
			convex[i * last + j] = i == j ? sqrt(sum) :
			    sum / convex[j * last + j];
		}
	for (size_t i = 0; i < m; i++) {
		for (size_t j = 0; j < m; j++)
			form[i * (m + 1) + j] = q[at[i] * n + at[j]];
		form[i * (m + 1) + m] = form[m * (m + 1) + i] = 1;
	}
	right[m] = 1;
	if (dt_lu_make(form, m + 1, order) == 0)
		return INFINITY;
	dt_lu_solve(form, m + 1, order, right, w);
	for (size_t i = 0; i < m; i++)
		if (!(w[i] > 0))
			return INFINITY;
	for (size_t i = 0; i < m; i++)
		for (size_t j = 0; j < m; j++)
			value += w[i] * w[j] * q[at[i] * n + at[j]];
	return value;
}

/* Least w'Qw over the simplex of n: a least one inside a face is the only
 * stationary point of a convex form, or is met again on a smaller face. */
static double
least_on_simplex(const double *q, size_t n)
{
	double least = INFINITY;
	for (size_t set = 1; set < (size_t)1 << n; set++) {
		size_t at[MOST], m = 0;
		for (size_t i = 0; i < n; i++)
			if (set >> i & 1)
				at[m++] = i;
		least = dt_number_min(least, m == 1 ?
		    q[at[0] * n + at[0]] : least_inside(q, n, at, m));
	}
	return least;
}

/*
 * Directions: free ones (inside the support) may go both ways, so that each
 * comes twice, as itself and turned; a mix of both is no direction, and a form
 * that is never below 0 is 0 there. So the least is asked of free ones apart,
 * by eliminating them.
 */
struct form {
	size_t n;
	double q[MOST * MOST];
};

/* Takes free direction 0 out. False: the form is below or at 0 along it, told
 * by *flat. */
static bool
take_out(struct form *f, double same, bool *neutral)
{
	double pivot = f->q[0];
	size_t n = f->n;
	struct form left = { .n = n - 1 };
	*neutral = true;
	if (pivot < -same)
		return *neutral = false;
	if (pivot <= same)
		for (size_t i = 1; i < n; i++)
			if (fabs(f->q[i]) > same)
				return *neutral = false;
	for (size_t i = 1; i < n; i++)
		for (size_t j = 1; j < n; j++)
			left.q[(i - 1) * left.n + j - 1] = f->q[i * n + j] -
			    (pivot <= same ? 0 : f->q[i * n] * f->q[j] /
			    pivot);
	*f = left;
	return pivot > same;
}

static void
make_form(const struct dt_fitness *f, const size_t *replies, size_t m,
    struct form *form)
{
	size_t s = replies[m - 1];
	form->n = m - 1;
	for (size_t i = 0; i < m - 1; i++)
		for (size_t j = 0; j < m - 1; j++) {
			const double *a = f->payoff;
			size_t n = f->n, u = replies[i], v = replies[j];
			double one = a[u * n + v] - a[s * n + v] -
			    a[u * n + s] + a[s * n + s];
			double other = a[v * n + u] - a[s * n + u] -
			    a[v * n + s] + a[s * n + s];
			form->q[i * form->n + j] = -(one + other) / 2;
		}
}

/* Free directions come first in `replies`, the one that is left out last. */
static enum dt_stable
judge(const struct dt_fitness *f, const size_t *replies, size_t m,
    size_t free, double same)
{
	struct form form;
	bool strict = true, neutral = true;
	make_form(f, replies, m, &form);
	for (size_t k = 0; k < free && neutral; k++)
		strict = take_out(&form, same, &neutral) && strict;
	if (!neutral)
		return DT_STABLE_NASH;
	double least = form.n == 0 ? INFINITY :
	    least_on_simplex(form.q, form.n);
	return least < -same ? DT_STABLE_NASH : least > same && strict ?
	    DT_STABLE_ESS : DT_STABLE_NEUTRAL;
}

static enum dt_stable
of_pairs(const struct dt_fitness *f, const double *x, double same)
{
	double earned[DT_FITNESS_MOST], top = -INFINITY;
	size_t replies[MOST], m = 0, free = 0, left_out = f->n;
	dt_fitness_of_shares(f, x, earned);
	for (size_t i = 0; i < f->n; i++)
		top = dt_number_max(top, earned[i]);
	for (size_t i = 0; i < f->n; i++) {
		if (x[i] > 0 && earned[i] < top - same)
			return DT_STABLE_NOT;
		if (x[i] > 0 && (left_out == f->n || x[i] > x[left_out]))
			left_out = i;
	}
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < f->n; i++) {
			bool inside = x[i] > 0;
			if (i == left_out || inside != (pass == 0) ||
			    earned[i] < top - same)
				continue;
			if (m == MOST - 1)
				return DT_STABLE_UNKNOWN;
			replies[m++] = i;
			free += inside;
		}
	replies[m++] = left_out;
	return judge(f, replies, m, free, same);
}

enum dt_stable
dt_stable_of(const struct dt_fitness *f, const double *x, double same)
{
	if (f->group == 2)
		return of_pairs(f, x, same);
	return f->n == 2 ? of_two_in_groups(f, x[0], same) :
	    DT_STABLE_UNKNOWN;
}
