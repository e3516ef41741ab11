/*
 * tableau: one best-reply polytope of a game of two, {x >= 0, M x <= 1}, at a
 * vertex, in whole numbers over a common denominator.
 *
 * Every pivot divides without remainder (Edmonds 1967), so nothing is ever
 * rounded. Ties in the ratio test are broken as if the right sides were 1 + e,
 * 1 + e^2, ... (lexicographic rule), so no path cycles and the vertices of
 * degenerate polytopes are all reached. Variables are labels (bimatrix.h).
 */
#ifndef DT_SOLVE_TABLEAU_H
#define DT_SOLVE_TABLEAU_H

#include "solve/bimatrix.h"

struct dt_tableau {
	size_t rows, columns;
	mpz_t *at;              /* [row * (columns + 1) + column]; the last
	                         * column is the right side */
	mpz_t below, one, two;  /* the denominator, and room to reckon */
	size_t *basic;          /* label, by row */
	size_t *free;           /* label, by column: it binds */
	size_t *row_of;         /* by label; SIZE_MAX: not basic */
	size_t *column_of;
	size_t first_slack;     /* labels of the inequalities M x <= 1 */
};

/* The polytope of a player's mixed strategies, at the origin. Release it with
 * dt_tableau_free even where memory failed. */
enum dt_status dt_tableau_make(const struct dt_bimatrix *bimatrix,
    size_t player, struct dt_tableau *tableau, struct dt_error *err);
void dt_tableau_free(struct dt_tableau *tableau);

/* The row whose variable leaves where that of `column` enters. */
size_t dt_tableau_leaving(struct dt_tableau *tableau, size_t column);

/* Swaps them; the same once more undoes it. */
void dt_tableau_pivot(struct dt_tableau *tableau, size_t row, size_t column);

#endif
