/*
 * bimatrix: a game of two in whole numbers, ready to be pivoted on.
 *
 * Payoffs are brought to one denominator and moved so that the least is 1,
 * which changes no best reply; so payoffs scaled by 1000 or by 1e-6 are the
 * same game. Strategies of both are numbered in one row, the labels: those of
 * the first player, then those of the second. A polytope's point is known by
 * which of its inequalities bind: a label binds if the strategy is not played
 * (its owner's polytope) or is a best reply (the other's).
 */
#ifndef DT_SOLVE_BIMATRIX_H
#define DT_SOLVE_BIMATRIX_H

#include <gmp.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "game/normal.h"

struct dt_bimatrix {
	size_t n[2];            /* strategies */
	mpz_t *payoff[2];       /* [own strategy * other's number + other's]:
	                         * whole, at least 1 */
	size_t made;            /* numbers that exist, of both */
	bool exact;             /* no payoff had to be rounded to a double */
};

/* A set of labels: word 0 has the first player's strategies. Only where
 * neither has more than 64. */
struct dt_labels {
	uint64_t of[2];
};

/* From a game of two players; release with dt_bimatrix_free even where it
 * failed. */
enum dt_status dt_bimatrix_make(const struct dt_normal *game,
    struct dt_bimatrix *bimatrix, struct dt_error *err);
void dt_bimatrix_free(struct dt_bimatrix *bimatrix);

/*
 * The mixed strategy of a player at the vertex whose basis is given by what it
 * plays (at most `own`, by strategy) and by which replies of the other bind:
 * solves for it by fraction-free elimination (Bareiss 1968) and checks it
 * against all inequalities. `x` has initialised numbers, by strategy; chance
 * i is x[i]/sum. False: there is no such vertex. *strict: nothing binds that
 * was not given.
 */
bool dt_bimatrix_vertex(const struct dt_bimatrix *bimatrix, size_t player,
    const bool *own, const bool *replies, mpz_t *x, bool *strict,
    struct dt_error *err);

/* Chances x[i]/sum(x) of n strategies, as doubles and as rationals written in
 * the arena. Some x[i] is above 0, none below. */
enum dt_status dt_bimatrix_chances(const mpz_t *x, size_t n,
    struct dt_arena *arena, double *chances, const char **exact,
    struct dt_error *err);

#endif
