/* alpha_rank_chain: see alpha_rank_chain.h. */
#include "solve/alpha_rank_chain.h"

#include <math.h>
#include <stdint.h>

/* part * 2^power, with part in [1, 2), or 0. */
struct wide {
	double part;
	int64_t power;
};

static const struct wide nothing = { 0, 0 };

/* What is 2^-64 of another changes nothing of it. */
enum { APART = 64 };

static const double log_two = 0.69314718055994530942;

static struct wide
wide_of_log(double logarithm)
{
	if (logarithm == -INFINITY)
		return nothing;
	double power = floor(logarithm / log_two);
	struct wide w = { exp(logarithm - power * log_two), (int64_t)power };
	while (w.part < 1 || w.part >= 2) {
		w.power += w.part < 1 ? -1 : 1;
		w.part = w.part < 1 ? 2 * w.part : w.part / 2;
	}
	return w;
}

static double
log_of_wide(struct wide w)
{
	return w.part > 0 ? log(w.part) + (double)w.power * log_two :
	    -INFINITY;
}

static inline struct wide
times(struct wide a, struct wide b)
{
	struct wide w = { a.part * b.part, a.power + b.power };
	if (w.part >= 2) {
		w.part /= 2;
		w.power++;
	}
	return w;
}

static inline struct wide
over(struct wide a, struct wide b)
{
	struct wide w = { a.part / b.part, a.power - b.power };
	if (w.part > 0 && w.part < 1) {
		w.part *= 2;
		w.power--;
	}
	return w;
}

static inline struct wide
plus(struct wide a, struct wide b)
{
	if (a.part <= 0 || (b.part > 0 && b.power > a.power)) {
		struct wide swap = a;
		a = b;
		b = swap;
	}
	if (b.part <= 0 || a.power - b.power > APART)
		return a;
	a.part += ldexp(b.part, (int)(b.power - a.power));
	if (a.part >= 2) {
		a.part /= 2;
		a.power++;
	}
	return a;
}

/* Takes state k out of the chain: what went through it goes straight on. */
static void
take_out(struct wide *move, size_t n, size_t k)
{
	struct wide out = nothing;
	for (size_t j = 0; j < k; j++)
		out = plus(out, move[k * n + j]);
	for (size_t j = 0; j < k; j++)
		move[k * n + j] = over(move[k * n + j], out);
	for (size_t i = 0; i < k; i++) {
		struct wide into = move[i * n + k];
		for (size_t j = 0; into.part > 0 && j < k; j++)
			if (move[k * n + j].part > 0)
				move[i * n + j] = plus(move[i * n + j],
				    times(into, move[k * n + j]));
	}
	move[k * n + k] = out;
}

/* Puts them back, the first with mass 1; leaves the masses in row 0. */
static struct wide
put_back(struct wide *move, size_t n, struct wide *mass)
{
	struct wide sum = { 1, 0 };
	mass[0] = sum;
	for (size_t k = 1; k < n; k++) {
		struct wide in = nothing;
		for (size_t i = 0; i < k; i++)
			in = plus(in, times(mass[i], move[i * n + k]));
		mass[k] = over(in, move[k * n + k]);
		sum = plus(sum, mass[k]);
	}
	return sum;
}

enum dt_status
dt_alpha_rank_chain_solve(const double *log_moves, size_t n,
    const struct dt_stop *stop, double *log_masses, struct dt_arena *arena,
    struct dt_error *err)
{
	struct wide *move = dt_arena_new(arena, n * n + n, sizeof(*move));
	if (move == NULL)
		return dt_status_no_memory(err);
	for (size_t k = 0; k < n * n; k++) {
		double l = k / n == k % n ? -INFINITY : log_moves[k];
		if (isnan(l) || (l != -INFINITY &&
		    fabs(l) > DT_ALPHA_RANK_CHAIN_LOG_MOST))
			return dt_status_fail(err, DT_EUSAGE, "alpha or the "
			    "population is too big for numbers");
		move[k] = wide_of_log(l);
	}
	for (size_t k = n; k-- > 1;) {
		if (dt_stop_is(stop))
			return dt_status_fail(err, DT_EUSAGE, "alpha-rank was "
			    "stopped before its chain of %zu states was "
			    "solved", n);
		take_out(move, n, k);
	}
	struct wide *mass = move + n * n;
	struct wide sum = put_back(move, n, mass);
	for (size_t k = 0; k < n; k++)
		log_masses[k] = log_of_wide(over(mass[k], sum));
	return DT_OK;
}
