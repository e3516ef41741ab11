/*
 * composition: a finite population that mutates, exactly: the chain of all its
 * compositions (how many play each strategy), and how long it spends at each.
 *
 * The chain is made anew from the process each time it is asked, so no
 * mutation rate is ever an older one. Shares are found by elimination without
 * subtractions over a band and then held against the chain, which is made a
 * second time: `off` is by how much one step changes them.
 *
 * Check: Moran, two members, two strategies that earn the same, mutation m: a
 * mixed pair becomes one of each kind with 1/4, and a uniform one mixed with m,
 * so that the pair is mixed 2 m/(1 + 2 m) of the time.
 */
#ifndef DT_POPULATION_COMPOSITION_H
#define DT_POPULATION_COMPOSITION_H

#include "base/stop.h"
#include "population/process.h"

enum { DT_COMPOSITION_NUMBERS_MOST = 20000000 };        /* of the band */

struct dt_composition {
	size_t n, states;
	const int64_t *counts;  /* [state * n + strategy] */
	const double *chance;   /* of each state, in the long run */
	const double *mean;     /* share of each strategy, in the long run */
	const double *alone;    /* how long each is all that there is */
	double off;             /* largest change by one step */
};

/* How many states; INFINITY beyond what is counted. */
double dt_composition_states(size_t n, int64_t z);

/* In the arena. DT_EUSAGE: mutation is 0 (then it stays where it is), the
 * chain is too large, or `stop` (or NULL) came first. */
enum dt_status dt_composition_solve(const struct dt_process *process,
    const struct dt_stop *stop, struct dt_arena *arena,
    struct dt_composition *composition, struct dt_error *err);

#endif
