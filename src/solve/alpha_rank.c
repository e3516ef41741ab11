/* alpha_rank: see alpha_rank.h. */
#include "solve/alpha_rank.h"

#include <math.h>

#include "solve/alpha_rank_chain.h"

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

/* The logarithm of one over 1 + e^s1 + e^s2 + ..., where the s are sums of
 * -u(1), -u(2), ...: u(k) is what k mutants each gain over the others, times
 * alpha. It is linear in k. Log sums, because e^s overflows. */
static double
log_fixation(double u_first, double u_last, int64_t m)
{
	double sum = 0, log_all = 0;
	if (!isfinite(u_first) || !isfinite(u_last))
		return NAN;
	for (int64_t k = 1; k < m; k++) {
		double part = m > 2 ? (double)(k - 1) / (double)(m - 2) : 0;
		sum -= u_first + part * (u_last - u_first);
		log_all = (sum > log_all ? sum : log_all) +
		    log1p(exp(-fabs(log_all - sum)));
	}
	return -log_all;
}

/* The same where u does not depend on k: a geometric sum. */
static double
log_fixation_constant(double u, int64_t m)
{
	double n = (double)m;
	if (!isfinite(u))
		return NAN;
	if (fabs(n * u) < 1e-9)
		return -log(n);
	return log(-expm1(-fabs(u))) - log(-expm1(-n * fabs(u))) +
	    (u > 0 ? 0 : (n - 1) * u);
}

/* Equals share the better rank; logarithms of millions have lost digits. */
static size_t
rank_of(const double *log_masses, size_t n, size_t i)
{
	size_t rank = 1;
	for (size_t j = 0; j < n; j++)
		rank += log_masses[j] > log_masses[i] + 1e-9 +
		    1e-12 * fabs(log_masses[i]);
	return rank;
}

/* Masses and ranks of a chain by the logarithms of its moves. */
static enum dt_status
finish(const double *log_moves, size_t n, const struct dt_stop *stop,
    struct dt_arena *arena, struct dt_alpha_rank *rank, struct dt_error *err)
{
	double *masses = dt_arena_new(arena, 2 * n, sizeof(*masses));
	size_t *ranks = dt_arena_new(arena, n, sizeof(*ranks));
	if (masses == NULL || ranks == NULL)
		return dt_status_no_memory(err);
	double *logs = masses + n;
	enum dt_status status =
	    dt_alpha_rank_chain_solve(log_moves, n, stop, logs, arena,
	    err);
	if (status != DT_OK)
		return status;
	for (size_t i = 0; i < n; i++) {
		masses[i] = exp(logs[i]);
		ranks[i] = rank_of(logs, n, i);
	}
	*rank = (struct dt_alpha_rank){ .n = n, .masses = masses,
		.log_masses = logs, .ranks = ranks };
	return DT_OK;
}

/* Of k mutants `b` among residents `a`, what a mutant gains, by the means
 * over the m - 1 others. Differences first: payoffs may be large beside
 * them. */
static double
gain(const struct dt_normal *g, size_t a, size_t b, int64_t k, int64_t m)
{
	double against_b = payoff(g, b, b) - payoff(g, a, b);
	double against_a = payoff(g, b, a) - payoff(g, a, a);
	return ((double)(k - 1) * against_b +
	    (double)(m - k - 1) * against_a +
	    payoff(g, b, a) - payoff(g, a, b)) / (double)(m - 1);
}

enum dt_status
dt_alpha_rank_one(const struct dt_normal *g, double alpha, int64_t m,
    const struct dt_stop *stop, struct dt_arena *arena,
    struct dt_alpha_rank *rank, struct dt_error *err)
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
	for (size_t k = 0; k < n * n && !dt_stop_is(stop); k++) {
		size_t a = k / n, b = k % n;
		if (a != b)
			move[k] = log_fixation(alpha * gain(g, a, b, 1, m),
			    alpha * gain(g, a, b, m - 1, m), m);
	}
	return finish(move, n, stop, arena, rank, err);
}

enum dt_status
dt_alpha_rank_many(const struct dt_normal *g, double alpha, int64_t m,
    const struct dt_stop *stop, struct dt_arena *arena,
    struct dt_alpha_rank *rank, struct dt_error *err)
{
	size_t n = g->profiles;
	if (n > DT_ALPHA_RANK_MOST)
		return dt_status_fail(err, DT_EUSAGE, "more than %d pure "
		    "profiles", DT_ALPHA_RANK_MOST);
	double *move = dt_arena_new(arena, n * n, sizeof(*move));
	if (move == NULL)
		return dt_status_no_memory(err);
	for (size_t k = 0; k < n * n; k++)
		move[k] = -INFINITY;
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
					move[a * n + b] =
					    log_fixation_constant(
					    alpha * more, m);
			}
		stride *= sizes;
	}
	return finish(move, n, stop, arena, rank, err);
}
