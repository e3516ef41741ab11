/*
 * linear: a linear program, the one door to GLPK (its simplex has been proven
 * on degenerate programs for decades; ours would not be). Maximises.
 *
 * Rows and columns are brought to size by powers of two before GLPK sees
 * them, so that its tolerances mean the same in all units, and every answer is
 * checked afterwards in the program's own numbers, by code apart from the
 * solver: the rows hold, and the rows' prices show that nothing does better.
 * An answer that fails is DT_LINEAR_UNSETTLED and never taken for one. GLPK
 * prints nothing, ends nothing and is not let run on for ever; a fault inside
 * it is caught and is a status.
 *
 * Made by dt_linear_new, which takes what it holds; freed by dt_linear_free.
 * Numbers must be finite; an infinite bound is none. A program belongs to the
 * thread that made it, as GLPK's memory does.
 */
#ifndef DT_LINEAR_LINEAR_H
#define DT_LINEAR_LINEAR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"

enum { DT_LINEAR_MOST = 4000000 };      /* numbers in a program's matrix */

/* How far an answer may miss, beside the numbers that it is made of. */
#define DT_LINEAR_TOLERANCE 1e-8

enum dt_linear_end {
	DT_LINEAR_SOLVED,       /* an optimum, checked */
	DT_LINEAR_INFEASIBLE,   /* nothing meets all rows: prices of the rows
	                         * show it */
	DT_LINEAR_UNBOUNDED,    /* GLPK's word */
	DT_LINEAR_UNSETTLED,    /* not settled within its limits, or an answer
	                         * that failed its check */
	DT_LINEAR_NO_MEMORY,
};

struct dt_linear;

/* Rows, columns and room for `numbers` in the matrix; NULL when memory is out
 * or it is too big. Rows are free, columns from 0 up, until told. */
struct dt_linear *dt_linear_new(size_t rows, size_t columns, size_t numbers);
void dt_linear_free(struct dt_linear *linear);

/* So many rows more, free until told, and room for their numbers; also after
 * solving, which then goes on from where it was. False: memory is out, or it
 * is too big. */
bool dt_linear_more(struct dt_linear *linear, size_t rows, size_t numbers);
size_t dt_linear_rows(const struct dt_linear *linear);

/* Rows and columns count from 0. A place of the matrix is set once, before it
 * is first solved; bounds and gains may change between solving. */
void dt_linear_row(struct dt_linear *linear, size_t row, double low,
    double high);
void dt_linear_column(struct dt_linear *linear, size_t column, double low,
    double high);
void dt_linear_gain(struct dt_linear *linear, size_t column, double gain);
void dt_linear_set(struct dt_linear *linear, size_t row, size_t column,
    double number);

/* May be called again after changes, and starts from where it was. */
enum dt_linear_end dt_linear_solve(struct dt_linear *linear);

/* What DT_LINEAR_SOLVED found: the sum of gains; a column's value, never out
 * of its bounds; a row's price: what one more of its bound adds. */
double dt_linear_optimum(const struct dt_linear *linear);
double dt_linear_value(const struct dt_linear *linear, size_t column);
double dt_linear_price(const struct dt_linear *linear, size_t row);

/* An end other than DT_LINEAR_SOLVED as a failure of the caller's, of "the
 * program of `what`". */
enum dt_status dt_linear_fail(enum dt_linear_end end, const char *what,
    struct dt_error *err);

#endif
