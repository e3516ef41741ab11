/* alpha_rank: see alpha_rank.h. */
#include "solve/alpha_rank.h"

#include <math.h>

#include "base/number.h"
#include "solve/pure.h"

/* A chance of fixation is never less, so that every state can be reached
 * from every other however strong selection is. */
#define LEAST 1e-290

#define WORK_MOST 1e9     /* terms of sums; some seconds */

static double
payoff(const struct dt_normal *g, size_t mine, size_t others)
{
	return g->payoffs[(mine + others * g->strategies[0]) * 2];
}

bool
dt_alpha_rank_symmetric(const struct dt_normal *g)
{
	if (g->players != 2 || g->strategies[0] != g->strategies[1])
		return false;
	size_t n = g->strategies[0];
	for (size_t a = 0; a < n; a++)
		for (size_t b = 0; b < n; b++)
			if (g->payoffs[(a + b * n) * 2] !=
			    g->payoffs[(b + a * n) * 2 + 1])
				return false;
	return true;
}

/* One over 1 + e^s1 + e^s2 + ..., where the s are sums of -u(1), -u(2), ...:
 * u(k) is what k mutants each gain over the others, times alpha. It is linear
 * in k. Log sums, because e^s overflows. */
static double
fixation(double u_first, double u_last, int64_t m)
{
	double sum = 0, log_all = 0;
	for (int64_t k = 1; k < m; k++) {
		double part = m > 2 ? (double)(k - 1) / (double)(m - 2) : 0;
		sum -= u_first + part * (u_last - u_first);
		log_all = dt_number_max(log_all, sum) +
		    log1p(exp(-fabs(log_all - sum)));
	}
	return dt_number_max(exp(-log_all), LEAST);
}

/* The same where u does not depend on k: a geometric sum. */
static double
fixation_constant(double u, int64_t m)
{
	double n = (double)m;
	if (fabs(n * u) < 1e-9)
		return 1 / n;
	double chance = u > 0 ? expm1(-u) / expm1(-n * u) :
	    exp((n - 1) * u) * expm1(u) / expm1(n * u);
	return dt_number_max(chance, LEAST);
}

/* When the chance of one gets out of hand, all are made smaller. */
static void
tame(double *x, size_t n)
{
	double most = 0;
	for (size_t i = 0; i < n; i++)
		most = dt_number_max(most, x[i]);
	for (size_t i = 0; i < n && most > 1e100; i++)
		x[i] /= most;
}

/*
 * Stationary chances by the elimination of Grassmann, Taksar and Heyman
 * (1985). It subtracts nothing, so chances keep their digits where moves
 * differ by hundreds of orders of magnitude, and a general solver's would
 * not. The diagonal is not looked at; `move` is used up.
 */
static void
stationary(double *move, size_t n, double *x)
{
	for (size_t k = n; k-- > 1;) {
		double out = 0;
		for (size_t j = 0; j < k; j++)
			out += move[k * n + j];
		for (size_t j = 0; j < k; j++)
			move[k * n + j] /= out;
		for (size_t i = 0; i < k; i++)
			for (size_t j = 0; j < k; j++)
				move[i * n + j] += move[i * n + k] *
				    move[k * n + j];
		move[k * n + k] = out;
	}
	x[0] = 1;
	for (size_t k = 1; k < n; k++) {
		double in = 0;
		for (size_t i = 0; i < k; i++)
			in += x[i] * move[i * n + k];
		x[k] = in / move[k * n + k];
		tame(x, k + 1);
	}
	double sum = 0;
	for (size_t i = 0; i < n; i++)
		sum += x[i];
	for (size_t i = 0; i < n; i++)
		x[i] /= sum;
}

/* Masses and ranks of a chain, which may be given without its diagonal and
 * times any number. */
static enum dt_status
finish(double *move, size_t n, struct dt_arena *arena,
    struct dt_alpha_rank *rank, struct dt_error *err)
{
	double *masses = dt_arena_new(arena, n, sizeof(*masses));
	size_t *ranks = dt_arena_new(arena, n, sizeof(*ranks));
	if (masses == NULL || ranks == NULL)
		return dt_status_no_memory(err);
	stationary(move, n, masses);
	for (size_t i = 0; i < n; i++) {
		if (!isfinite(masses[i]))
			return dt_status_fail(err, DT_EUSAGE, "alpha or the "
			    "population is too big for numbers");
		ranks[i] = 1;
		for (size_t j = 0; j < n; j++)
			ranks[i] += masses[j] > masses[i] * (1 + 1e-9);
	}
	*rank = (struct dt_alpha_rank){ .n = n, .masses = masses,
		.ranks = ranks };
	return DT_OK;
}

/* Of k mutants `b` among residents `a`, what a mutant gains, by the means
 * over the m - 1 others. */
static double
gain(const struct dt_normal *g, size_t a, size_t b, int64_t k, int64_t m)
{
	double of_b = (double)(k - 1) * payoff(g, b, b) +
	    (double)(m - k) * payoff(g, b, a);
	double of_a = (double)k * payoff(g, a, b) +
	    (double)(m - k - 1) * payoff(g, a, a);
	return (of_b - of_a) / (double)(m - 1);
}

enum dt_status
dt_alpha_rank_one(const struct dt_normal *g, double alpha, int64_t m,
    struct dt_arena *arena, struct dt_alpha_rank *rank, struct dt_error *err)
{
	if (!dt_alpha_rank_symmetric(g))
		return dt_status_fail(err, DT_EUSAGE, "one population needs a "
		    "symmetric game of two players");
	size_t n = g->strategies[0];
	if (n > DT_ALPHA_RANK_MOST)
		return dt_status_fail(err, DT_EUSAGE, "more than %d "
		    "strategies", DT_ALPHA_RANK_MOST);
	if ((double)m * (double)n * (double)n > WORK_MOST)
		return dt_status_fail(err, DT_EUSAGE, "so many strategies "
		    "need a smaller population");
	double *move = dt_arena_new(arena, n * n, sizeof(*move));
	if (move == NULL)
		return dt_status_no_memory(err);
	for (size_t a = 0; a < n; a++)
		for (size_t b = 0; b < n; b++)
			if (a != b)
				move[a * n + b] = fixation(
				    alpha * gain(g, a, b, 1, m),
				    alpha * gain(g, a, b, m - 1, m), m);
	return finish(move, n, arena, rank, err);
}

enum dt_status
dt_alpha_rank_many(const struct dt_normal *g, double alpha, int64_t m,
    struct dt_arena *arena, struct dt_alpha_rank *rank, struct dt_error *err)
{
	size_t n = g->profiles;
	if (n > DT_ALPHA_RANK_MOST)
		return dt_status_fail(err, DT_EUSAGE, "more than %d pure "
		    "profiles", DT_ALPHA_RANK_MOST);
	double *move = dt_arena_new(arena, n * n, sizeof(*move));
	if (move == NULL)
		return dt_status_no_memory(err);
	for (size_t i = 0, stride = 1; i < g->players; i++) {
		size_t sizes = g->strategies[i];
		for (size_t a = 0; a < n; a++)
			for (size_t s = 0; s < sizes; s++) {
				size_t b = a - a / stride % sizes * stride +
				    s * stride;
				double more =
				    g->payoffs[b * g->players + i] -
				    g->payoffs[a * g->players + i];
				if (a != b)
					move[a * n + b] = fixation_constant(
					    alpha * more, m);
			}
		stride *= sizes;
	}
	return finish(move, n, arena, rank, err);
}
