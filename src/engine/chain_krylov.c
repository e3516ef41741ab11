/*
 * chain_krylov: solves x = known + flow x within a large part.
 *
 * By GMRES (Saad and Schultz 1986), restarted, on the part's equations after
 * a sweep forth and back over its states (symmetric Gauss and Seidel), as a
 * right preconditioner: what is made smallest is the error of the equations
 * themselves, so that no step makes it larger. Sweeps take what passes along
 * chains of states within a round or two, the Krylov space takes what is slow:
 * the level of all values, and that of groups that are seldom left. Where
 * it makes no way any more plain sweeps end it, which always converge, if
 * slowly, because every row of the flow adds up to less than one.
 */
#include "engine/chain_internal.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"

enum { SPACE = 40, RESTARTS = 40, SWEEPS = 2000 };

/* The part, by place, without its diagonal. */
struct krylov {
	size_t n;
	size_t *row;
	uint32_t *to;
	double *value;
	double *stay;                   /* 1 - the diagonal */
	double *known, *x, *error;
	double *base, *swept;           /* [SPACE + 1], [SPACE + 1] of n */
	double h[SPACE + 1][SPACE];     /* made triangular as it grows */
	double c[SPACE], s[SPACE], right[SPACE + 1];
};

static void
fill(struct krylov *k, const struct dt_chain_part *p)
{
	const struct dt_chain_flow *f = p->flow;
	size_t at = 0;
	for (size_t i = 0; i < k->n; i++) {
		size_t state = p->member[i];
		k->row[i] = at;
		k->stay[i] = 1;
		k->known[i] = p->leak[state];
		for (size_t e = f->row[state]; e < f->row[state + 1]; e++) {
			if (!dt_chain_inside(p, e))
				continue;
			if (f->to[e] == state) {
				k->stay[i] -= f->value[e];
				continue;
			}
			k->to[at] = p->place[f->to[e]];
			k->value[at++] = f->value[e];
		}
	}
	k->row[k->n] = at;
}

/* out = (I - flow) in */
static void
apply(const struct krylov *k, const double *in, double *out)
{
	for (size_t i = 0; i < k->n; i++) {
		double sum = k->stay[i] * in[i];
		for (size_t e = k->row[i]; e < k->row[i + 1]; e++)
			sum -= k->value[e] * in[k->to[e]];
		out[i] = sum;
	}
}

/* From places before or behind a place, out of what is in `x`. */
static double
side(const struct krylov *k, size_t i, bool before, const double *x)
{
	double sum = 0;
	for (size_t e = k->row[i]; e < k->row[i + 1]; e++)
		if ((k->to[e] < i) == before)
			sum += k->value[e] * x[k->to[e]];
	return sum;
}

/* (D - L)^-1, then D, then (D - U)^-1. */
static void
sweep_twice(const struct krylov *k, const double *in, double *out)
{
	for (size_t i = 0; i < k->n; i++)
		out[i] = (in[i] + side(k, i, true, out)) / k->stay[i];
	for (size_t i = k->n; i-- > 0;)
		out[i] += side(k, i, false, out) / k->stay[i];
}

/* The largest error of an equation; fills error[]. */
static double
find_error(struct krylov *k)
{
	double worst = 0;
	apply(k, k->x, k->error);
	for (size_t i = 0; i < k->n; i++) {
		k->error[i] = k->known[i] - k->error[i];
		worst = dt_number_max(worst, fabs(k->error[i]));
	}
	return worst;
}

static double
dot(const double *a, const double *b, size_t n)
{
	double sum = 0;
	for (size_t i = 0; i < n; i++)
		sum += a[i] * b[i];
	return sum;
}

static void
add(double *to, double by, const double *from, size_t n)
{
	for (size_t i = 0; i < n; i++)
		to[i] += by * from[i];
}

/* The next vector of the basis; false: there is none. */
static bool
grow(struct krylov *k, size_t j)
{
	double *next = k->base + (j + 1) * k->n;
	sweep_twice(k, k->base + j * k->n, k->swept + j * k->n);
	apply(k, k->swept + j * k->n, next);
	for (size_t i = 0; i <= j; i++) {
		k->h[i][j] = dot(next, k->base + i * k->n, k->n);
		add(next, -k->h[i][j], k->base + i * k->n, k->n);
	}
	double length = sqrt(dot(next, next, k->n));
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
		k->h[i][j] = k->c[i] * a + k->s[i] * b;
		k->h[i + 1][j] = k->c[i] * b - k->s[i] * a;
	}
	double length = hypot(k->h[j][j], k->h[j + 1][j]);
	k->c[j] = length > 0 ? k->h[j][j] / length : 1;
	k->s[j] = length > 0 ? k->h[j + 1][j] / length : 0;
	k->h[j][j] = length;
	k->right[j + 1] = -k->s[j] * k->right[j];
	k->right[j] *= k->c[j];
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
		k->x[i] = (k->known[i] + side(k, i, true, k->x) +
		    side(k, i, false, k->x)) / k->stay[i];
}

static double
largest(const double *x, size_t n)
{
	double most = 0;
	for (size_t i = 0; i < n; i++)
		most = dt_number_max(most, fabs(x[i]));
	return most;
}

/* Until nothing but rounding is left, or no way is made. */
static void
settle(struct krylov *k)
{
	double before = INFINITY, worst = find_error(k);
	for (int r = 0; r < RESTARTS; r++) {
		double rounding = 4e-16 * largest(k->x, k->n);
		if (!(worst > rounding) || !(worst < 0.7 * before))
			break;
		improve(k, rounding / 2);
		before = worst;
		worst = find_error(k);
	}
	/* Not so far as rounding lets it, which the caller is told anyway. */
	for (int r = 0; r < SWEEPS && worst > 1e-14 * largest(k->x, k->n);
	    r++) {
		sweep_plainly(k);
		worst = r % 8 == 7 ? find_error(k) : worst;
	}
}

static bool
reserve(struct krylov *k, size_t n, size_t edges)
{
	double *room = dt_memory_new(n * (2 * SPACE + 5), sizeof(*room));
	*k = (struct krylov){ .n = n,
		.row = dt_memory_new(n + 1, sizeof(*k->row)),
		.to = dt_memory_new(edges + 1, sizeof(*k->to)),
		.value = dt_memory_new(edges + 1, sizeof(*k->value)),
		.stay = room,
	};
	if (room == NULL || k->row == NULL || k->to == NULL ||
	    k->value == NULL)
		return false;
	k->known = room + n;
	k->x = room + 2 * n;
	k->error = room + 3 * n;
	k->base = room + 4 * n;
	k->swept = k->base + (SPACE + 1) * n;
	return true;
}

enum dt_status
dt_chain_krylov(const struct dt_chain_part *p, double *x)
{
	const struct dt_chain_flow *f = p->flow;
	struct krylov *k = dt_memory_new(1, sizeof(*k));
	size_t edges = 0;
	bool good = k != NULL;
	for (size_t i = 0; i < p->n; i++)
		edges += f->row[p->member[i] + 1] - f->row[p->member[i]];
	if (good && (good = reserve(k, p->n, edges))) {
		for (size_t i = 0; i < p->n; i++)
			k->x[i] = x[p->member[i]];
		fill(k, p);
		settle(k);
		for (size_t i = 0; i < p->n; i++)
			x[p->member[i]] = k->x[i];
	}
	if (k != NULL) {
		dt_memory_free(k->row);
		dt_memory_free(k->to);
		dt_memory_free(k->value);
		dt_memory_free(k->stay);
		dt_memory_free(k);
	}
	return good ? DT_OK : DT_ENOMEM;
}
