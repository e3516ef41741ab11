/*
 * fixation: the chance that one mutant's strategy takes over a population of
 * another, exactly; and what a population that seldom mutates spends its time
 * at.
 *
 * Where a step changes one (Fermi, Moran, death-birth among all or on a ring)
 * rho = 1/(1 + sum_k prod_{j <= k} T-(j)/T+(j)), in logarithms; Wright-Fisher
 * and small graphs by elimination over all states (absorption.h). The limit of
 * rare mutations (Fudenberg and Imhof 2006) goes from one strategy to another
 * with rho/(n - 1); its shares are found in logarithms as well.
 *
 * Check: no selection gives 1/z by every process.
 */
#ifndef DT_POPULATION_FIXATION_H
#define DT_POPULATION_FIXATION_H

#include "base/stop.h"
#include "population/process.h"

enum {
	DT_FIXATION_STATES_MOST = 1024, /* of elimination */
	DT_FIXATION_NETWORK_MOST = 10,  /* members of a graph that is no ring */
};

/* Whether it can be had exactly; false: it is simulated (simulate.h). */
bool dt_fixation_is_exact(const struct dt_process *process);

/* The logarithm of the chance that one a among b takes over. Exact processes
 * that change one at a time among all or on a ring; no memory is taken. */
double dt_fixation_log(const struct dt_process *process, size_t a, size_t b);

/* The same from k = 0 ... z of them, z + 1 numbers; on a graph that is no ring
 * each from a random place, and k = 0, 1 and z alone, others NAN. DT_EUSAGE:
 * it cannot be had exactly. */
enum dt_status dt_fixation_all(const struct dt_process *process, size_t a,
    size_t b, const struct dt_stop *stop, double *logs, struct dt_error *err);

/*
 * How z rho of a among b begins to change as selection of exponential fitness
 * sets in, by beta: above 0 weak selection favours that it takes over. Of
 * processes of dt_fixation_log. Fermi and Moran, large z: the one-third law.
 */
double dt_fixation_weak(const struct dt_process *process, size_t a, size_t b);

/*
 * The structure coefficient (Tarnita et al. 2009): of payoffs a b / c d, weak
 * selection favours the first over the second iff sigma a + b > c + sigma d.
 * Well mixed by Moran: (z - 2)/z; a ring: (3 z - 8)/z. Of pairs alone.
 */
double dt_fixation_sigma(const struct dt_process *process);

struct dt_fixation {
	size_t n;
	double *log;    /* [resident * n + mutant] */
	double *share;  /* of the limit of rare mutations; NULL: not known */
	double *log_share;
	double off;     /* what comes to a strategy and what leaves it, all
	                 * shares counted, differ by so much at most, in
	                 * parts: found apart from how they were solved */
};

/* All pairs, and the limit; in the arena. DT_EUSAGE as above. */
enum dt_status dt_fixation_find(const struct dt_process *process,
    const struct dt_stop *stop, struct dt_arena *arena,
    struct dt_fixation *fixation, struct dt_error *err);

#endif
