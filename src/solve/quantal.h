/*
 * quantal: logit quantal response equilibria (McKelvey and Palfrey 1995), of
 * any number of players: each strategy's chance is in proportion to
 * exp(lambda * what it pays against the others' chances).
 *
 * Traced is the principal branch, from the centroid (lambda 0) to its limit,
 * a Nash equilibrium, by arc length (Turocy 2005), so that lambda may fall on
 * the way. For asymmetric matching pennies `9 0 0 1 0 1 1 0` at lambda 1:
 * .8935763306 and .3127803750.
 */
#ifndef DT_SOLVE_QUANTAL_H
#define DT_SOLVE_QUANTAL_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/status.h"
#include "base/stop.h"
#include "game/normal.h"

/* The branch is followed to here, in units of 1/dt_gains_unit. */
#define DT_QUANTAL_LAMBDA_MOST 1e7

struct dt_quantal_point {
	double lambda;          /* per payoff */
	const double *chances;  /* a profile */
};

struct dt_quantal {
	size_t n;               /* points of the branch, in its order */
	const struct dt_quantal_point *points;
	size_t n_at;            /* points at the lambda that was wanted; more
	                         * than one where the branch turns */
	const struct dt_quantal_point *at;
	const double *limit;    /* a profile */
	double regret;          /* of the limit, in payoff */
	bool settled;           /* the limit was reached and made an
	                         * equilibrium by Newton's method; else it is
	                         * the last point of the branch */
	bool stopped;           /* the branch was left on its way */
	double accuracy;        /* of a settled limit's chances: how far it
	                         * is from what a quarter of lambda led to */
};

/* Whether the game is small enough: a step takes time in proportion to its
 * profiles times the players squared. */
bool dt_quantal_fits(const struct dt_normal *game);

/*
 * `lambda` is a wanted one, or 0. The limit counts as reached when Newton's
 * method on the strategies that are left leads to the same equilibrium from
 * two points whose lambdas are as 1 to 4, the first at least 1024 divided by
 * the unit (dt_gains_unit). In degenerate games chances can fall as slowly as
 * a root of lambda; there, at the end, two equilibria within .001 will do.
 * Where `stop` (or NULL) says so the branch ends where it is. DT_EUSAGE for a
 * game that does not fit and a lambda out of range.
 */
enum dt_status dt_quantal_trace(const struct dt_normal *game, double lambda,
    const struct dt_stop *stop, struct dt_arena *arena,
    struct dt_quantal *quantal, struct dt_error *err);

#endif
