/*
 * krylov: see krylov.h.
 *
 * By GMRES (Saad and Schultz 1986), restarted, on the equations after a sweep
 * over the unknowns (Gauss and Seidel), as a right preconditioner: what is made
 * smallest is the error of the equations themselves, so that no step makes it
 * larger. Sweeps take what passes along chains of states within a round or two,
 * the Krylov space takes what is slow: the level of all values, and that of
 * groups that are seldom left. After a sweep all that is left of the equations
 * are the entries behind the diagonal, so that a step touches each entry once.
 * Where it makes no way any more plain sweeps end it, which always converge, if
 * slowly, because every row of the flow adds up to less than one.
 */
#include "base/krylov.h"

#include <math.h>

#include "base/memory.h"
#include "base/number.h"
#include "base/vector.h"

enum { SPACE = 16, RESTARTS = 100, SWEEPS = 2000 };

struct krylov {
	const struct dt_krylov *s;
	size_t n;
	double *x;                      /* the caller's */
	double *error;
	double *base, *swept;           /* [SPACE + 1], [SPACE + 1] of n */
	double h[SPACE + 1][SPACE];     /* made triangular as it grows */
	double cosine[SPACE], sine[SPACE], right[SPACE + 1];
};

/* What places before, or behind, bring to a place, out of `x`. */
static double
before(const struct dt_krylov *s, size_t i, const double *x)
{
	double sum = 0;
	for (size_t e = s->row[i]; e < s->later[i]; e++)
		sum += s->value[e] * x[s->to[e]];
	return sum;
}

static double
behind(const struct dt_krylov *s, size_t i, const double *x)
{
	double sum = 0;
	for (size_t e = s->later[i]; e < s->row[i + 1]; e++)
		sum += s->value[e] * x[s->to[e]];
	return sum;
}

/* The largest error of an equation; fills error[]. */
static double
find_error(struct krylov *k)
{
	const struct dt_krylov *s = k->s;
	double worst = 0;
	for (size_t i = 0; i < k->n; i++) {
		k->error[i] = s->known[i] - s->stay[i] * k->x[i] +
		    before(s, i, k->x) + behind(s, i, k->x);
		worst = dt_number_max(worst, fabs(k->error[i]));
	}
	return worst;
}

/* Sums go by eight, in the same order on each processor. */
static double
total(const dt_oct *sum)
{
	double all = 0;
	for (int i = 0; i < DT_OCT; i++)
		all += (*sum)[i];
	return all;
}

static double
dot(const double *a, const double *b, size_t n)
{
	dt_oct sum = { 0 };
	double rest = 0;
	size_t i = 0;
	for (; i + DT_OCT <= n; i += DT_OCT)
		sum += *(const dt_oct *)(a + i) * *(const dt_oct *)(b + i);
	for (; i < n; i++)
		rest += a[i] * b[i];
	return total(&sum) + rest;
}

static void
add(double *to, double by, const double *from, size_t n)
{
	size_t i = 0;
	for (; i + DT_OCT <= n; i += DT_OCT)
		*(dt_oct *)(to + i) += by * *(const dt_oct *)(from + i);
	for (; i < n; i++)
		to[i] += by * from[i];
}

/* Both: adds, and the product of what comes of it with another. */
static double
add_and_dot(double *to, double by, const double *from, const double *with,
    size_t n)
{
	dt_oct sum = { 0 };
	double rest = 0;
	size_t i = 0;
	for (; i + DT_OCT <= n; i += DT_OCT) {
		*(dt_oct *)(to + i) += by * *(const dt_oct *)(from + i);
		sum += *(dt_oct *)(to + i) * *(const dt_oct *)(with + i);
	}
	for (; i < n; i++) {
		to[i] += by * from[i];
		rest += to[i] * with[i];
	}
	return total(&sum) + rest;
}

/* The next vector of the basis; false: there is none. */
static bool
grow(struct krylov *k, size_t j)
{
	const struct dt_krylov *s = k->s;
	double *next = k->base + (j + 1) * k->n;
	double *at = k->base + j * k->n, *swept = k->swept + j * k->n;
	for (size_t i = 0; i < k->n; i++)
		swept[i] = (at[i] + before(s, i, swept)) / s->stay[i];
	for (size_t i = 0; i < k->n; i++)
		next[i] = at[i] - behind(s, i, swept);
	double product = dot(next, k->base, k->n);
	for (size_t i = 0; i <= j; i++) {
		double *of = k->base + i * k->n;
		k->h[i][j] = product;
		product = add_and_dot(next, -product, of, i < j ? of + k->n :
		    next, k->n);
	}
	double length = sqrt(product);
	k->h[j + 1][j] = length;
	for (size_t i = 0; length > 0 && i < k->n; i++)
		next[i] /= length;
	return length > 0;
}

/* Rotates the new column into the triangle; what is left of the error. */
static double
rotate(struct krylov *k, size_t j)
{
	for (size_t i = 0; i < j; i++) {
		double a = k->h[i][j], b = k->h[i + 1][j];
		k->h[i][j] = k->cosine[i] * a + k->sine[i] * b;
		k->h[i + 1][j] = k->cosine[i] * b - k->sine[i] * a;
	}
	double length = hypot(k->h[j][j], k->h[j + 1][j]);
	k->cosine[j] = length > 0 ? k->h[j][j] / length : 1;
	k->sine[j] = length > 0 ? k->h[j + 1][j] / length : 0;
	k->h[j][j] = length;
	k->right[j + 1] = -k->sine[j] * k->right[j];
	k->right[j] *= k->cosine[j];
	return fabs(k->right[j + 1]);
}

/* One restart. */
static void
improve(struct krylov *k, double enough)
{
	size_t m = 0;
	double length = sqrt(dot(k->error, k->error, k->n));
	k->right[0] = length;
	for (size_t i = 0; i < k->n; i++)
		k->base[i] = k->error[i] / length;
	while (m < SPACE) {
		bool more = grow(k, m);
		double left = rotate(k, m);
		m += k->h[m][m] > 0;
		if (!more || !(left > enough))
			break;
	}
	for (size_t j = m; j-- > 0;) {
		for (size_t i = j + 1; i < m; i++)
			k->right[j] -= k->h[j][i] * k->right[i];
		k->right[j] /= k->h[j][j];
		add(k->x, k->right[j], k->swept + j * k->n, k->n);
	}
}

/* A sweep over all, in place. */
static void
sweep_plainly(struct krylov *k)
{
	for (size_t i = 0; i < k->n; i++)
		k->x[i] = (k->s->known[i] + before(k->s, i, k->x) +
		    behind(k->s, i, k->x)) / k->s->stay[i];
}

static double
largest(const double *x, size_t n)
{
	double most = 0;
	for (size_t i = 0; i < n; i++)
		most = dt_number_max(most, fabs(x[i]));
	return most;
}

/* Until little but rounding is left, or no way is made. What is left in all is
 * told by its length, of which a place has a share. */
static void
settle(struct krylov *k)
{
	double before = INFINITY, worst = find_error(k);
	for (int r = 0; r < RESTARTS; r++) {
		double rounding = dt_number_max(4e-15, k->s->rough) *
		    largest(k->x, k->n);
		if (!(worst > rounding) || !(worst < 0.7 * before))
			break;
		improve(k, rounding / 8 * sqrt((double)k->n));
		before = worst;
		worst = find_error(k);
	}
	/* Not so far as rounding lets it, which the caller is told anyway. */
	double most = dt_number_max(1e-14, k->s->rough) *
	    largest(k->x, k->n);
	for (int r = 0; r < SWEEPS && worst > most; r++) {
		sweep_plainly(k);
		worst = r % 8 == 7 ? find_error(k) : worst;
	}
}

bool
dt_krylov_solve(const struct dt_krylov *system, double *x)
{
	size_t n = system->n;
	struct krylov *k = dt_memory_new(1, sizeof(*k));
	double *room = dt_memory_new(n * (2 * SPACE + 3), sizeof(*room));
	bool good = k != NULL && room != NULL;
	if (good) {
		*k = (struct krylov){ .s = system, .n = n, .x = x,
		    .error = room, .base = room + n,
		    .swept = room + n * (SPACE + 2) };
		settle(k);
	}
	dt_memory_free(room);
	dt_memory_free(k);
	return good;
}
