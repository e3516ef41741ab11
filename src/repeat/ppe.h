/*
 * ppe: the payoffs of public perfect equilibria of a repeated game of two, at
 * a given continuation, with public randomisation, in pure moves.
 *
 * The largest bounded set W with W = B(W) (Abreu, Pearce and Stacchetti
 * 1990): B(W) is the hull, over profiles a, of (1-c) u(a) + c E[w(y) | a],
 * with w(y) in W for each signal and no gain from another move. To apply B
 * over and over draws a set together by about c a step, which is hopeless for
 * patient players. So the outer bound is what cuts leave of all that is
 * feasible, each of which goes at once as far as its direction alone allows
 * (ppe_cut.h), and the inner one is a set that lies in B of itself, guessed
 * from the outer one.
 *
 * What is checked, by code that found neither: each cut by the prices of its
 * program; every corner of the inner set by its pieces: profile, promises in
 * the set, no gain (ppe_check.h); that inner lies in outer, outer in what is
 * feasible and individually rational, and that both hold the equilibria known
 * otherwise. What fails is said in `fault`.
 *
 * With payoffs R, S, T, P = 2, -1, 3, 0, good signals .9, .5, .2 and
 * continuation .7: area 3.258, largest sum 3.500, largest v1 2.1863.
 */
#ifndef DT_REPEAT_PPE_H
#define DT_REPEAT_PPE_H

#include "repeat/polygon.h"
#include "repeat/signals.h"

struct dt_ppe {
	struct dt_polygon outer, inner; /* owned: dt_ppe_free */
	double distance;        /* Hausdorff's, between the two; INFINITY where
	                         * nothing inside was found */
	size_t steps;           /* cuts, and applications of B */
	bool only_stage;        /* proven: nothing but stage equilibria */
	const char *fault;      /* a check that failed, as a sentence; or NULL */
};

/*
 * Until the bounds are within `tolerance` (payoff), or no more can be done in
 * reasonable time. `known`: the payoffs of an equilibrium known otherwise, or
 * NULL; both bounds are held against it. DT_EUSAGE for other than two players,
 * no signals, or a continuation outside [0, 1).
 */
enum dt_status dt_ppe_find(struct dt_ppe *ppe, const struct dt_signals *game,
    double continuation, double tolerance, const double *known,
    struct dt_error *err);

void dt_ppe_free(struct dt_ppe *ppe);

#endif
