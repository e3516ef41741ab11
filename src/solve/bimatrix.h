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

enum { DT_BIMATRIX_SMALL = 24 };

struct dt_bimatrix {
	size_t n[2];            /* strategies */
	mpz_t *payoff[2];       /* [own strategy * other's number + other's]:
	                         * whole, at least 1 */
	int32_t *small[2];      /* the same, where none has more than
	                         * DT_BIMATRIX_SMALL bits; else NULL */
	size_t bits[2];         /* of the largest */
	size_t made;            /* numbers that exist, of both */
	bool exact;             /* no payoff had to be rounded to a double */
};

/* A set of labels: word 0 has the first player's strategies. Only where
 * neither has more than 64. Label 64 * p + i is strategy i of player p. */
struct dt_labels {
	uint64_t of[2];
};

static inline bool
dt_labels_has(struct dt_labels set, size_t label)
{
	return set.of[label / 64] >> label % 64 & 1;
}

static inline void
dt_labels_add(struct dt_labels *set, size_t label)
{
	set->of[label / 64] |= UINT64_C(1) << label % 64;
}

/* From a game of two players; release with dt_bimatrix_free even where it
 * failed. */
enum dt_status dt_bimatrix_make(const struct dt_normal *game,
    struct dt_bimatrix *bimatrix, struct dt_error *err);
void dt_bimatrix_free(struct dt_bimatrix *bimatrix);

enum dt_bimatrix_end {
	DT_BIMATRIX_NONE,       /* nothing meets them all */
	DT_BIMATRIX_ONE,        /* a point, which is a vertex */
	DT_BIMATRIX_MANY,       /* more than one point, or none */
};

/*
 * The mixed strategy of a player for which the `given` labels bind: solved for
 * by fraction-free elimination (Bareiss 1968), and checked against all
 * inequalities. `x` has initialised numbers, by strategy; chance i is
 * x[i]/sum. *binding: all labels that bind there. Only where neither has more
 * than 64 strategies. DT_ENOMEM.
 */
enum dt_status dt_bimatrix_vertex(const struct dt_bimatrix *bimatrix,
    size_t player, struct dt_labels given, mpz_t *x,
    enum dt_bimatrix_end *end, struct dt_labels *binding,
    struct dt_error *err);

/* Chances x[i]/sum(x) of n strategies, as doubles and as rationals written in
 * the arena. Some x[i] is above 0, none below. */
enum dt_status dt_bimatrix_chances(const mpz_t *x, size_t n,
    struct dt_arena *arena, double *chances, const char **exact,
    struct dt_error *err);

#endif
