/*
 * scrutiny: how many alarms it takes to be one. Of sampled items: at least r
 * of n; of channels: at least k of those that are used. In both, more is not
 * better without end: false alarms grow too.
 */
#ifndef DT_CLASSIC_SCRUTINY_H
#define DT_CLASSIC_SCRUTINY_H

#include <stddef.h>
#include <stdint.h>

#include "base/status.h"

struct dt_scrutiny {
	int64_t items, bad;     /* N, and how many a violator has bad */
	double detect, false_alarm;     /* of a bad, and of a clean item */
	int64_t alarms;         /* r >= 1 that make one */
};

/* The chance of an alarm where n of N items are looked at and `bad` are bad,
 * sum_j Hyp(j; bad, N, n) P(Bin(j, detect) + Bin(n-j, false_alarm) >= r).
 * 1000, 10, .8, .001, r 2, n 511: .973907, and .0934830 with none bad. */
double dt_scrutiny_alarm(const struct dt_scrutiny *s, int64_t n, int64_t bad);

/* Rates by how many items are inspected, [0 to items]; the caller frees each
 * by dt_memory_free. */
struct dt_scrutiny_rates {
	double *false_alarm, *detection;
};
enum dt_status dt_scrutiny_rates(const struct dt_scrutiny *s,
    struct dt_scrutiny_rates *rates, struct dt_error *err);
void dt_scrutiny_free(struct dt_scrutiny_rates *rates);

/* Channels that err apart: the chance that at least k of those in `set` (bits)
 * alarm, each with its chance. */
double dt_scrutiny_of(const double *chance, size_t channels, uint64_t set,
    size_t k);

/* The cheapest set of channels in which d - a is at least `telling`. Cost as
 * such; of ties fewer channels, then those that come first. */
struct dt_scrutiny_channels {
	size_t n;               /* 1 to DT_SCRUTINY_CHANNELS_MOST */
	const double *miss, *false_alarm, *cost;        /* [n]; borrowed */
	double telling;
};
enum { DT_SCRUTINY_CHANNELS_MOST = 14 };

struct dt_scrutiny_choice {
	uint64_t set;           /* 0: none will do */
	double cost, detection, false_alarm;
	uint64_t second;        /* the next best; 0: none */
	double second_cost;
	size_t feasible;        /* sets that will do */
};
struct dt_scrutiny_choice dt_scrutiny_choose(
    const struct dt_scrutiny_channels *channels, size_t k);

#endif
