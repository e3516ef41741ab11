/*
 * lyapunov: some equilibria of any game, by minimisation (McKelvey 1998).
 *
 * The function sums, over players and pure strategies, the squares of what a
 * strategy gains over the profile; it is 0 at the equilibria and nowhere else.
 * Chances are squares divided by their sum, so that no border is in the way,
 * and GSL's BFGS descends from drawn starts. It may end in a valley that is no
 * equilibrium: then nothing is kept, and another start is drawn.
 */
#ifndef DT_SOLVE_LYAPUNOV_H
#define DT_SOLVE_LYAPUNOV_H

#include "base/stop.h"
#include "solve/profile.h"

struct dt_lyapunov_request {
	uint64_t seed;
	int starts;             /* 0: 20, and more, up to 2000, until one led
	                         * to an equilibrium */
	double tolerance;       /* of the regret, by dt_gains_unit; 0: 1e-6 */
	const struct dt_stop *stop;     /* or NULL */
};

/* Adds what it finds, each once (within 1e-3 of the chances); *tried: the
 * starts that were descended from. */
enum dt_status dt_lyapunov_find(const struct dt_normal *game,
    const struct dt_lyapunov_request *request, struct dt_profile_list *list,
    int *tried, struct dt_error *err);

#endif
