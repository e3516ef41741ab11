/*
 * lu: a few dense equations, by Gauss with partial pivoting. GSL has the same,
 * but from 2.7 on takes memory inside, and goes on without where there is none;
 * here the caller has all that it takes. Golub and Van Loan, Matrix
 * Computations, 3.4.
 */
#ifndef DT_BASE_LU_H
#define DT_BASE_LU_H

#include <stddef.h>

/* Turns the n * n numbers, row by row, into L (below the diagonal, which is 1)
 * and U, with the rows in the order that `order` gets. Returns the sign of the
 * determinant, 0 where the matrix is singular or not all numbers: then it
 * cannot be solved with. */
int dt_lu_make(double *matrix, size_t n, size_t *order);

/* x of matrix * x = right; x is another array than right. */
void dt_lu_solve(const double *lu, size_t n, const size_t *order,
    const double *right, double *x);

#endif
