/* linear_internal: parts of linear.c. */
#ifndef DT_LINEAR_LINEAR_INTERNAL_H
#define DT_LINEAR_LINEAR_INTERNAL_H

#include "linear/linear.h"

struct dt_linear_side {                 /* rows, or columns; by number */
	size_t n;
	double *low, *high, *scale;
	double *value;                  /* of a column; the price of a row */
	double *sum, *size;             /* of a row: of its numbers times the
	                                 * columns' values, and of these
	                                 * without signs; of a column: with
	                                 * the rows' prices */
};

struct dt_linear {
	struct dt_linear_side row, column;
	double *gain;
	double unit, gain_scale;        /* of bounds and of gains, see
	                                 * linear_scale.c */
	size_t n, room;
	int *rows, *columns;            /* of the numbers; from 1, as GLPK
	                                 * has it */
	double *numbers;
	size_t scaled;                  /* rows that have a scale */
	bool bounds_changed;
	struct dt_linear_solver *solver;        /* linear_solve.c */
};

/* Powers of two for all rows from `first` on, and for columns and bounds where
 * first is 0: GLPK sees scale_row * number * scale_column, row bounds times
 * scale_row / unit, and columns' values divided by scale_column * unit. */
void dt_linear_scale(struct dt_linear *linear, size_t first);
void dt_linear_scale_gains(struct dt_linear *linear);

/* Whether values and prices are an optimum, to `tolerance`. */
bool dt_linear_check(struct dt_linear *linear, double tolerance);

/* Whether prices of the rows show that nothing meets them all, by more than
 * rounding. */
bool dt_linear_settle_infeasible(const struct dt_linear *linear);

/* GLPK's word, with values and prices where it is DT_LINEAR_SOLVED. `anew`
 * forgets where it was; `exact` goes on in rational numbers. */
enum dt_linear_end dt_linear_solve_once(struct dt_linear *linear, bool anew,
    bool exact);
void dt_linear_solve_free(struct dt_linear *linear);

#endif
