/*
 * simulate: a finite population played out, one death and birth after the
 * other, among all or on a graph.
 *
 * Each run has a stream of its own by the seed and its number, so the same
 * seed gives the same result with any number of threads. It draws who dies and
 * who is copied one by one, and shares no formula with fixation.h and
 * composition.h but what fitness is.
 */
#ifndef DT_POPULATION_SIMULATE_H
#define DT_POPULATION_SIMULATE_H

#include <stdatomic.h>

#include "population/process.h"

enum { DT_SIMULATE_STEPS_MOST = 10000000 };     /* of a run */

struct dt_simulate_request {
	const struct dt_process *process;
	uint64_t seed;
	int64_t runs;
	int64_t generations;    /* of a run, where shares are asked for */
	int threads;
	const atomic_bool *stop;        /* or NULL */
};

struct dt_simulate_fixation {
	double chance, error;   /* of those that ended; standard error */
	int64_t ended;          /* runs that did within DT_SIMULATE_STEPS_MOST
	                         * steps */
};

/* One a among b, without mutation: whether it takes over. Entries
 * [resident * n + mutant], n * n of them. DT_ESTOPPED, DT_ENOMEM. */
enum dt_status dt_simulate_fixations(const struct dt_simulate_request *request,
    struct dt_simulate_fixation *entries, struct dt_error *err);

/* With mutation: the shares of strategies over all generations but the first
 * quarter, which are left out; runs begin with one strategy alone, by turns.
 * Standard errors are of the runs' means. */
enum dt_status dt_simulate_shares(const struct dt_simulate_request *request,
    double *share, double *error, struct dt_error *err);

#endif
