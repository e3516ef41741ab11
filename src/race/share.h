/*
 * share: who has how much of the prize: C^w/sum C^w, by logarithms, so that
 * nothing overflows; labs without bound (INFINITY) share all of it alike.
 */
#ifndef DT_RACE_SHARE_H
#define DT_RACE_SHARE_H

#include <stddef.h>

/* Of n labs with capabilities >= 0, one at least above 0; weight w >= 0.
 * INFINITY: the largest take all. They sum to 1. */
void dt_share_of(const double *capability, size_t n, double weight,
    double *share);
/* Herfindahl and Hirschman: the sum of squares. */
double dt_share_concentration(const double *share, size_t n);
/* The years until the first of two has that share, at phi = 1 with growth
 * rates r1, r2: (logit(share) - w ln(C1/C2))/(w (r1 - r2)). 0: it has it;
 * INFINITY: never. (1, .8), (.5, .4), w 1, .9: 19.7408. */
double dt_share_years(double lead, double faster, double weight,
    double share);

#endif
