/* quantal_internal: the equations of the branch, and their limit. */
#ifndef DT_SOLVE_QUANTAL_INTERNAL_H
#define DT_SOLVE_QUANTAL_INTERNAL_H

#include "solve/quantal.h"

/*
 * A point of the branch is x: for each player the log odds of its strategies
 * but the first against the first, and then lambda. Payoffs are those of
 * gains.h, so lambda has no unit here.
 */
struct dt_quantal_system {
	struct dt_normal game;          /* of dt_gains_of */
	double unit;                    /* payoff that it was divided by */
	size_t n;                       /* unknowns; equations are n - 1 */
	size_t m;                       /* numbers in a profile */
	double *chances, *payoffs;      /* [m], of the last x */
	double *slopes;                 /* [m * m]: what a strategy's payoff
	                                 * gains by another's chance */
	double *f;                      /* [n - 1]: 0 on the branch */
	double *jacobian;               /* [n * n]; its last row is free */
	double *matrix, *right, *step;  /* for solving */
	size_t *order;
	int sign;               /* of the last solved matrix's determinant */
};

enum dt_status dt_quantal_system_make(struct dt_quantal_system *system,
    const struct dt_normal *game, struct dt_arena *arena,
    struct dt_error *err);

/* Chances of x. */
void dt_quantal_system_chances(const struct dt_quantal_system *system,
    const double *x, double *chances);

/* Payoffs and slopes of the system's chances. */
void dt_quantal_system_slopes(struct dt_quantal_system *system);

/* f and jacobian, but for its last row, at x. */
void dt_quantal_system_at(struct dt_quantal_system *system, const double *x);

/* Solves jacobian * step = right; false where it is singular. */
bool dt_quantal_system_solve(struct dt_quantal_system *system);

/*
 * Newton's method for equal payoffs of the strategies with a chance above
 * `least`, shortest steps where they are not unique (by GSL's complete
 * orthogonal decomposition). True if it ends in an equilibrium, to 1e-10 of
 * the unit, within .05 of the start; `chances` are changed in any case.
 * `room` has (m + 1) * (m + 8) numbers.
 */
bool dt_quantal_limit_polish(struct dt_quantal_system *system, double least,
    double *chances, double *room);

#endif
