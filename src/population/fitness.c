/* fitness: see fitness.h. */
#include "population/fitness.h"

#include <math.h>
#include <string.h>

#include "base/coins.h"
#include "base/number.h"

void
dt_fitness_pairs(struct dt_fitness *f, size_t n, const char *const *names,
    const double *payoff)
{
	*f = (struct dt_fitness){ .n = n, .group = 2, .names = names,
		.others = n, .payoff = payoff };
}

void
dt_fitness_range(const struct dt_fitness *f, double *least, double *most)
{
	*least = INFINITY;
	*most = -INFINITY;
	for (size_t k = 0; k < f->n * f->others; k++) {
		*least = dt_number_min(*least, f->payoff[k]);
		*most = dt_number_max(*most, f->payoff[k]);
	}
}

/* ---- a large population ---- */

static double
power(double x, int k)
{
	double y = 1;
	for (; k > 0; k--)
		y *= x;
	return y;
}

/* The chance of a way: multinomial. */
static double
chance_of_shares(const struct dt_fitness *f, size_t way, const double *x)
{
	size_t left = f->group - 1;
	double chance = 1;
	for (size_t j = 0; j < f->n && chance > 0; j++) {
		int k = f->way[way * f->n + j];
		chance *= dt_coins_ways(left, (size_t)k) * power(x[j], k);
		left -= (size_t)k;
	}
	return chance;
}

void
dt_fitness_of_shares(const struct dt_fitness *f, const double *x,
    double *earned)
{
	for (size_t i = 0; i < f->n; i++)
		earned[i] = 0;
	for (size_t way = 0; way < f->others; way++) {
		double chance = f->way == NULL ? x[way] :
		    chance_of_shares(f, way, x);
		for (size_t i = 0; chance > 0 && i < f->n; i++)
			earned[i] += chance * f->payoff[i * f->others + way];
	}
}

/* ---- a finite one ---- */

/* One factor after another of the chance that k of `there` are among those
 * drawn from `all`: what is multiplied stays near 1, so that no binomial of a
 * large population overflows. */
static double
draw(double chance, int64_t there, int64_t k, int64_t all, int64_t *drawn)
{
	if (k > there)
		return 0;
	for (int64_t i = 0; i < k; i++, (*drawn)++)
		chance *= (double)(there - i) / (double)(i + 1) *
		    (double)(*drawn + 1) / (double)(all - *drawn);
	return chance;
}

/* Of all but one of `self`: the chance that those drawn are so. */
static double
chance_of_counts(const struct dt_fitness *f, size_t way,
    const int64_t *counts, size_t self)
{
	double chance = 1;
	int64_t all = -1, drawn = 0;
	for (size_t j = 0; j < f->n; j++)
		all += counts[j];
	for (size_t j = 0; j < f->n && chance > 0; j++)
		chance = draw(chance, counts[j] - (j == self),
		    f->way[way * f->n + j], all, &drawn);
	return chance;
}

static double
earned_in_groups(const struct dt_fitness *f, const int64_t *counts,
    size_t self)
{
	double sum = 0;
	for (size_t way = 0; way < f->others; way++)
		sum += chance_of_counts(f, way, counts, self) *
		    f->payoff[self * f->others + way];
	return sum;
}

static double
earned_in_pairs(const struct dt_fitness *f, const int64_t *counts,
    size_t self)
{
	const double *payoff = f->payoff + self * f->n;
	double sum = -payoff[self];
	int64_t all = -1;
	for (size_t j = 0; j < f->n; j++) {
		sum += (double)counts[j] * payoff[j];
		all += counts[j];
	}
	return sum / (double)all;
}

double
dt_fitness_of_one(const struct dt_fitness *f, const int64_t *counts, size_t i)
{
	return f->way == NULL ? earned_in_pairs(f, counts, i) :
	    earned_in_groups(f, counts, i);
}

void
dt_fitness_of_counts(const struct dt_fitness *f, const int64_t *counts,
    double *earned)
{
	for (size_t i = 0; i < f->n; i++)
		earned[i] = counts[i] == 0 ? NAN :
		    dt_fitness_of_one(f, counts, i);
}

/* Of z - 1 others, `own` play as I do and the rest the other strategy. */
static double
earned_by_two(const struct dt_fitness *f, size_t me, size_t other,
    int64_t own, int64_t z)
{
	int m = (int)f->group - 1;
	double sum = 0;
	for (size_t way = 0; way < f->others; way++) {
		const int *w = f->way + way * f->n;
		int64_t drawn = 0;
		if (w[me] + w[other] != m)
			continue;
		double chance = draw(1, own, w[me], z - 1, &drawn);
		sum += draw(chance, z - 1 - own, w[other], z - 1, &drawn) *
		    f->payoff[me * f->others + way];
	}
	return sum;
}

void
dt_fitness_of_two(const struct dt_fitness *f, size_t a, size_t b, int64_t k,
    int64_t z, double earned[2])
{
	const double *p = f->payoff;
	size_t n = f->n;
	double ka = (double)(k - 1), kb = (double)(z - k - 1);
	double all = (double)(z - 1);
	if (f->way != NULL) {
		earned[0] = k == 0 ? NAN : earned_by_two(f, a, b, k - 1, z);
		earned[1] = k == z ? NAN :
		    earned_by_two(f, b, a, z - k - 1, z);
		return;
	}
	earned[0] = k == 0 ? NAN : (ka * p[a * n + a] +
	    (double)(z - k) * p[a * n + b]) / all;
	earned[1] = k == z ? NAN : ((double)k * p[b * n + a] +
	    kb * p[b * n + b]) / all;
}
