/*
 * stop: when long work should end before it is done: somebody said so, or its
 * time is over. Who starts the work makes it, and hands it in; the work looks
 * at it between steps, and says in its answer that it was stopped.
 */
#ifndef DT_BASE_STOP_H
#define DT_BASE_STOP_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

struct dt_stop {
	int64_t deadline;       /* of the clock that never goes back, in
	                         * nanoseconds; 0: none */
	const atomic_bool *flag;        /* once true: stop. A signal handler
	                                 * or another thread sets it; or
	                                 * NULL */
	const struct dt_stop *above;    /* one that stops this one too, or
	                                 * NULL; outlives it */
};

/* A stop without deadline, or so many seconds from now; above 0. */
void dt_stop_start(struct dt_stop *stop, double seconds);

/* Is it time? False for NULL. Reads the clock: about 30 ns. */
bool dt_stop_is(const struct dt_stop *stop);

/* Seconds that are left, never below 0; INFINITY without a deadline. */
double dt_stop_left(const struct dt_stop *stop);

/* One that stops with `above` (or NULL: no limit), and after a share of the
 * time that it has left. */
void dt_stop_share(struct dt_stop *stop, const struct dt_stop *above,
    double share);

#endif
