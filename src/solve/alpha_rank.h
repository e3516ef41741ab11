/*
 * alpha-rank: how long a population that imitates and seldom mutates spends
 * at each strategy (Omidshafiei and others 2019; with one population, the
 * small-mutation limit of Fudenberg and Imhof 2006, by pairwise comparison).
 *
 * One mutant at a time takes over or dies out. The masses are the stationary
 * chances of the chain that this makes; they say what evolves and are no
 * equilibrium. For the game of data/games/commitment.nfg, 20 players, alpha
 * .1: .40966787 .07959841 .20506998 .08505983 .2206039.
 *
 * Chances of taking over are kept as logarithms, so that selection may be as
 * strong as it likes. In the stag hunt 10 8 / 0 7, 50 players, alpha 100, all
 * play hare: stag has e^-12800 of its mass.
 */
#ifndef DT_SOLVE_ALPHA_RANK_H
#define DT_SOLVE_ALPHA_RANK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "base/stop.h"
#include "game/normal.h"

enum { DT_ALPHA_RANK_MOST = 1024 };     /* states of the chain */

struct dt_alpha_rank {
	size_t n;
	const double *masses;   /* by strategy, or by pure profile */
	const double *log_masses;       /* also of those too small for a
	                                 * double */
	const size_t *ranks;    /* from 1; equals share the better one */
};

/* Two players with the same strategies, and payoffs that depend on one's own
 * and the other's strategy alone. */
bool dt_alpha_rank_symmetric(const struct dt_normal *game);

/*
 * One population of `m` (at least 2) plays a symmetric game of two; payoffs
 * are means over the others. `alpha` (above 0) is per payoff. DT_EUSAGE for
 * other games, more than DT_ALPHA_RANK_MOST strategies, more work than half a
 * minute, and where `stop` (or NULL) came first.
 */
enum dt_status dt_alpha_rank_one(const struct dt_normal *game, double alpha,
    int64_t m, const struct dt_stop *stop, struct dt_arena *arena,
    struct dt_alpha_rank *rank, struct dt_error *err);

/* A population of `m` for each player; states are pure profiles. */
enum dt_status dt_alpha_rank_many(const struct dt_normal *game, double alpha,
    int64_t m, const struct dt_stop *stop, struct dt_arena *arena,
    struct dt_alpha_rank *rank, struct dt_error *err);

#endif
