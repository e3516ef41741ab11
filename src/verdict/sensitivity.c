/* sensitivity: see sensitivity.h. */
#include "verdict/sensitivity.h"

#include <math.h>
#include <stdbool.h>

#include "base/random.h"

enum { BINS_MOST = 20, A_BIN = 25, RESAMPLES = 200, LEAST = 20,
    PURPOSE = 4711 };

struct bins {
	double n[BINS_MOST], sum[BINS_MOST], squares;
};

static void
take(struct bins *b, size_t bins, double x, double y)
{
	size_t k = (size_t)(x * (double)bins);
	k = k < bins ? k : bins - 1;
	b->n[k]++;
	b->sum[k] += y;
	b->squares += y * y;
}

static double
share_of(const struct bins *b, size_t bins)
{
	double n = 0, sum = 0, means = 0, used = 0;
	for (size_t k = 0; k < bins; k++) {
		if (b->n[k] == 0)
			continue;
		n += b->n[k];
		sum += b->sum[k];
		means += b->sum[k] * b->sum[k] / b->n[k];
		used++;
	}
	double all = b->squares - sum * sum / n;
	double between = means - sum * sum / n;
	if (!(all > 1e-12 * b->squares) || n <= used)
		return NAN;
	double within = (b->squares - means) / (n - used);
	return (between - (used - 1) * within) / all;
}

/* About their mean, so that squares keep their digits. */
static double
middle(const double *y, size_t n, size_t *known)
{
	double sum = 0;
	*known = 0;
	for (size_t k = 0; k < n; k++)
		if (!isnan(y[k])) {
			sum += y[k];
			++*known;
		}
	return *known > 0 ? sum / (double)*known : 0;
}

static double
resampled(const double *x, size_t stride, const double *y, size_t n,
    double centre, size_t bins, struct dt_random *random)
{
	struct bins b = { { 0 }, { 0 }, 0 };
	for (size_t i = 0; i < n; i++) {
		size_t k = (size_t)(dt_random_unit(random) * (double)n);
		if (!isnan(y[k]))
			take(&b, bins, x[k * stride], y[k] - centre);
	}
	return share_of(&b, bins);
}

struct dt_sensitivity
dt_sensitivity_first(const double *x, size_t stride, const double *y,
    size_t n, uint64_t seed)
{
	struct dt_sensitivity result = { NAN, NAN };
	struct bins all = { { 0 }, { 0 }, 0 };
	struct dt_random random;
	size_t known, bins;
	double centre = middle(y, n, &known), sum = 0, squares = 0, got = 0;
	if (known < LEAST)
		return result;
	bins = known / A_BIN;
	bins = bins < 2 ? 2 : bins > BINS_MOST ? BINS_MOST : bins;
	for (size_t k = 0; k < n; k++)
		if (!isnan(y[k]))
			take(&all, bins, x[k * stride], y[k] - centre);
	result.share = share_of(&all, bins);
	dt_random_stream(&random, seed, 0, 0, PURPOSE);
	for (int r = 0; r < RESAMPLES && !isnan(result.share); r++) {
		double one = resampled(x, stride, y, n, centre, bins, &random);
		if (isnan(one))
			continue;
		sum += one;
		squares += one * one;
		got++;
	}
	if (got > 1) {
		double variance = (squares - sum * sum / got) / (got - 1);
		result.error = variance > 0 ? sqrt(variance) : 0;
	}
	return result;
}
