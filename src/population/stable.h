/*
 * stable: whether a mix of strategies keeps out every mutant: evolutionarily
 * stable, neutrally stable, or a Nash equilibrium only.
 *
 * x is evolutionarily stable (Maynard Smith and Price 1973) iff it is a best
 * reply to itself and x'Ay > y'Ay for every other y that is as good a reply;
 * with >= in place of > it is neutrally stable: y can drift in, and does not
 * push x out. By Haigh 1975 and Abakuks 1980: iff a matrix made of A is
 * strictly copositive on the mixes of best replies; decided here by looking
 * for its least value on every face. Groups: for two strategies, by the sign
 * of the gain beside x.
 *
 * Check: among always pause, always race and tit for tat (repeated without
 * noise) tit for tat is neutrally stable: always pause drifts in.
 */
#ifndef DT_POPULATION_STABLE_H
#define DT_POPULATION_STABLE_H

#include "population/fitness.h"

enum dt_stable {
	DT_STABLE_ESS, DT_STABLE_NEUTRAL, DT_STABLE_NASH, DT_STABLE_NOT,
	DT_STABLE_UNKNOWN       /* more best replies than are looked at */
};

enum { DT_STABLE_REPLIES_MOST = 14 };

/* "ESS", "neutrally stable", "Nash only", "no", "not decided" */
const char *dt_stable_word(enum dt_stable stable);

/* Payoffs closer than `same` count as one. */
enum dt_stable dt_stable_of(const struct dt_fitness *fitness,
    const double *x, double same);

/* What a pure mutant does to a pure resident: it gains, drifts or is kept out;
 * second-order where what is earned among residents alone is the same. */
enum dt_stable_invasion {
	DT_STABLE_INVADES, DT_STABLE_DRIFTS, DT_STABLE_KEPT_OUT
};
enum dt_stable_invasion dt_stable_invades(const struct dt_fitness *fitness,
    size_t resident, size_t mutant, double same);

/* The gain of strategy a over b in a population of these two alone, as the row
 * of its Bernstein form by how many of the group's others play a. */
void dt_stable_gains(const struct dt_fitness *fitness, size_t a, size_t b,
    double *gain);

#endif
