/*
 * linear: a linear program, solved by GLPK (its simplex has been proven on
 * degenerate programs for decades; ours would not be). Maximises. Made by
 * dt_linear_new, which takes what it holds; freed by dt_linear_free. Numbers
 * must be finite; an infinite bound is none. GLPK's environment is the
 * thread's.
 */
#ifndef DT_SOLVE_LINEAR_H
#define DT_SOLVE_LINEAR_H

#include <stdbool.h>
#include <stddef.h>

enum { DT_LINEAR_MOST = 4000000 };      /* numbers in a program's matrix */

struct dt_linear;

/* Rows, columns and room for `numbers` in the matrix; NULL when memory is out
 * or it is too big. Rows are free, columns from 0 up, until told. */
struct dt_linear *dt_linear_new(size_t rows, size_t columns, size_t numbers);
void dt_linear_free(struct dt_linear *linear);

/* Rows and columns count from 0. A place of the matrix is set once. */
void dt_linear_row(struct dt_linear *linear, size_t row, double low,
    double high);
void dt_linear_column(struct dt_linear *linear, size_t column, double low,
    double high);
void dt_linear_gain(struct dt_linear *linear, size_t column, double gain);
void dt_linear_set(struct dt_linear *linear, size_t row, size_t column,
    double number);

/* False where there is no optimum. May be called again after new gains. */
bool dt_linear_solve(struct dt_linear *linear);

/* At the optimum. */
double dt_linear_optimum(const struct dt_linear *linear);
double dt_linear_value(const struct dt_linear *linear, size_t column);

#endif
