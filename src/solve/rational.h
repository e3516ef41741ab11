/*
 * rational: payoffs as their file wrote them, whole: 0.1 is one tenth, and
 * not the double next to it.
 */
#ifndef DT_SOLVE_RATIONAL_H
#define DT_SOLVE_RATIONAL_H

#include <gmp.h>
#include <stdbool.h>

enum { DT_RATIONAL_DIGITS_MOST = 1000 };

/* A decimal, or a fraction of two, in the form of base/number.h. False: it has
 * more digits than that, or is no such number; the value is then of no use. */
bool dt_rational_read(const char *text, mpq_t value);

#endif
