/* absorption: see absorption.h. */
#include "population/absorption.h"

/* Takes state k out: what went through it goes straight on. */
static bool
take_out(double *move, size_t n, size_t k)
{
	size_t wide = n + 2;
	double *row = move + k * wide, out = row[n] + row[n + 1];
	for (size_t j = 0; j < k; j++)
		out += row[j];
	if (!(out > 0))
		return false;
	for (size_t j = 0; j < k; j++)
		row[j] /= out;
	row[n] /= out;
	row[n + 1] /= out;
	for (size_t i = 0; i < k; i++) {
		double *to = move + i * wide, in = to[k];
		if (in == 0)
			continue;
		for (size_t j = 0; j < k; j++)
			to[j] += in * row[j];
		to[n] += in * row[n];
		to[n + 1] += in * row[n + 1];
	}
	return true;
}

bool
dt_absorption_won(double *move, size_t n, const struct dt_stop *stop,
    double *won)
{
	for (size_t k = n; k-- > 0;)
		if (dt_stop_is(stop) || !take_out(move, n, k))
			return false;
	for (size_t k = 0; k < n; k++) {
		const double *row = move + k * (n + 2);
		won[k] = row[n + 1];
		for (size_t j = 0; j < k; j++)
			won[k] += row[j] * won[j];
	}
	return true;
}

/* From state k, through those before it. */
static bool
take_out_of_band(double *move, size_t band, size_t k)
{
	size_t wide = 2 * band + 1, from = k > band ? k - band : 0;
	double *row = move + k * wide + band - k, out = 0;
	for (size_t j = from; j < k; j++)
		out += row[j];
	if (!(out > 0))
		return false;
	for (size_t i = from; i < k; i++) {
		double *to = move + i * wide + band - i;
		to[k] /= out;
		double in = to[k];
		for (size_t j = from; in > 0 && j < k; j++)
			to[j] += in * row[j];
	}
	return true;
}

/* The largest double is far above; shares this much smaller than others are
 * none. */
#define LARGE 1e200

bool
dt_absorption_shares(double *move, size_t n, size_t band,
    const struct dt_stop *stop, double *share)
{
	size_t wide = 2 * band + 1;
	double sum = share[0] = 1;
	for (size_t k = n; k-- > 1;)
		if (dt_stop_is(stop) || !take_out_of_band(move, band, k))
			return false;
	for (size_t k = 1; k < n; k++) {
		share[k] = 0;
		for (size_t i = k > band ? k - band : 0; i < k; i++)
			share[k] += share[i] * move[i * wide + band + k - i];
		sum += share[k];
		for (size_t i = 0; sum > LARGE && i <= k; i++)
			share[i] /= LARGE;
		sum = sum > LARGE ? sum / LARGE : sum;
	}
	for (size_t k = 0; k < n; k++)
		share[k] /= sum;
	return true;
}
