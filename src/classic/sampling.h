/*
 * sampling: how much to look at, and how large a fine it takes.
 * Chances of a sample as such: dt_channels_sample_alarm (treaty/channels.h).
 */
#ifndef DT_SOLVE_SAMPLING_H
#define DT_SOLVE_SAMPLING_H

#include <stddef.h>
#include <stdint.h>

/* The least number of items to inspect that detects one or more of `bad` bad
 * ones among `items` with the wanted chance, where an inspected bad item is
 * seen with chance `detect`; -1: not even all are enough. (1000, 10, .95, 1):
 * 258; (100, 5): 45; (1000, 1): 950. */
int64_t dt_sampling_needed(int64_t items, int64_t bad, double wanted,
    double detect);

/* Chance that one or more of n independent layers detects, 1 - prod(1-p). */
double dt_sampling_layers(const double *detect, size_t n);

/* Wald's (1945) sequential test of p0 against p1 > p0: go on while the log
 * likelihood ratio lies between the bounds ln(b/(1-a)) and ln((1-b)/a). For
 * a .05, b .1: -2.251 and 2.890. `steps` are what a clean and a bad item
 * add; `expected` how many items it takes under p0 and under p1, by Wald's
 * approximation. */
struct dt_sampling_wald {
	double lower, upper;
	double clean, bad;
	double expected[2];
};
struct dt_sampling_wald dt_sampling_wald(double p0, double p1,
    double false_alarm, double miss);

/* Deterrence: a gain is not worth its risk from detection chance
 * gain/(gain+fine) on; at a given chance, from the fine gain (1-p)/p on. */
double dt_sampling_deterrence(double gain, double fine);
double dt_sampling_fine(double gain, double detect);

/* Chips that must be hidden to compute `operations` within `seconds`, at
 * `rate` operations a second and a utilisation u: C/(u f T), rounded up. For
 * 1e24 operations in 90 days at 1e15 and .4: 322 (1e24/(.4e15*7776000) is
 * 321.5). */
double dt_sampling_chips(double operations, double utilisation, double rate,
    double seconds);

#endif
