/*
 * ppe: the payoffs of public perfect equilibria of a repeated game of two, at
 * a given continuation, with public randomisation, in pure moves.
 *
 * The largest bounded set W with W = B(W) (Abreu, Pearce and Stacchetti
 * 1990): B(W) is the hull, over profiles a, of (1-c) u(a) + c E[w(y) | a],
 * with w(y) in W for each signal and no gain from another move. It is found
 * from outside, beginning with all feasible payoffs, and from inside,
 * beginning with stage equilibria or with the outer set drawn together a
 * little, if that set is found to generate itself. Each B(W) is projected
 * exactly: corners and edges by linear programs until every edge is
 * confirmed. (A fixed set of directions converges badly.) While much still
 * moves, edges are confirmed roughly, and the outer set is drawn outwards by
 * as much, so that it stays an outer one.
 *
 * With payoffs R, S, T, P = 2, -1, 3, 0, good signals .9, .5, .2 and
 * continuation .7: area 3.258, largest sum 3.500, largest v1 2.1863.
 */
#ifndef DT_SOLVE_PPE_H
#define DT_SOLVE_PPE_H

#include "repeat/polygon.h"
#include "repeat/signals.h"

struct dt_ppe {
	struct dt_polygon outer, inner; /* owned: dt_ppe_free */
	double distance;        /* Hausdorff's, between the two; INFINITY where
	                         * nothing inside was found */
	size_t steps;           /* applications of B */
	bool only_stage;        /* proven: nothing but stage equilibria */
};

/* Until the bounds are within `tolerance` (payoff), or `most` steps are done;
 * 0: 250. DT_EUSAGE for other than two players, no signals, or a
 * continuation outside [0, 1). */
enum dt_status dt_ppe_find(struct dt_ppe *ppe, const struct dt_signals *game,
    double continuation, double tolerance, size_t most,
    struct dt_error *err);

void dt_ppe_free(struct dt_ppe *ppe);

/* One application of B to a set that is not empty; what is found lies in B,
 * and B nowhere beyond it by more than `near` (payoff). `only_stage` where no
 * profile but stage equilibria can be enforced on it. */
enum dt_status dt_ppe_step(const struct dt_signals *game,
    double continuation, const struct dt_polygon *from, double near,
    struct dt_polygon *to, bool *only_stage, struct dt_error *err);

#endif
