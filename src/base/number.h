/*
 * number: numbers as people write them and as files keep them, always in the
 * C locale's form whatever the locale is.
 */
#ifndef DT_BASE_NUMBER_H
#define DT_BASE_NUMBER_H

#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { DT_NUMBER_SIZE = 40 };   /* bytes that any printed number fits in */

/*
 * Reads all of text as a decimal number (12, -0.5, .5, 1e-3) or as a fraction
 * of two such (1/3). Junk behind it, nan, inf, hex, a leading zero (010), a
 * leading + and an empty text are not numbers. False leaves *value alone.
 */
bool dt_number_read(const char *text, double *value);

/* Whether text is written as a number, but one beyond what is kept: about
 * 1.8e308, also above or below the line of a fraction (1/1e400). */
bool dt_number_is_too_large(const char *text);

/* All of text as a whole number, decimal, no leading zero or +. */
bool dt_number_read_whole(const char *text, int64_t *value);

/*
 * What was probably meant by a text that is no number: 0.05 for "5%" and
 * "0,05", 10 for "010", 40 for "40x", 10000 for "10k". False: no idea.
 */
bool dt_number_suggest(const char *text, char buffer[DT_NUMBER_SIZE]);

/* The shortest decimal that reads back as the same double. Returns buffer. */
char *dt_number_print(double value, char buffer[DT_NUMBER_SIZE]);

/* At most `digits` digits after the point, trailing zeros dropped; -0 is 0. */
char *dt_number_print_short(double value, int digits,
    char buffer[DT_NUMBER_SIZE]);

/*
 * The larger and the smaller of two numbers; NAN if either is. C's fmax and
 * fmin drop a NAN, so that a largest error of values that are none comes out
 * as small: they are used nowhere else (tests/check_nan.sh).
 */
static inline double
dt_number_max(double a, double b)
{
	return isnan(a) || a > b ? a : b;
}

static inline double
dt_number_min(double a, double b)
{
	return isnan(a) || a < b ? a : b;
}

/* Whether all n are finite. */
bool dt_number_finite(const double *x, size_t n);

#endif
