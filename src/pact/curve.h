/*
 * curve: solutions of the bargaining problem whose frontier is u2 = 1 - u1^k,
 * k > 1, from disagreement (0, 0), as u1. Closed forms, and one root.
 */
#ifndef DT_PACT_CURVE_H
#define DT_PACT_CURVE_H

double dt_curve_other(double k, double u1);     /* u2 */

/* Nash's, party 1 weighted by w and party 2 by 1-w, 0 < w < 1:
 * u1^k = w/(w + (1-w) k). k 2, w 1/2: 1/sqrt 3. */
double dt_curve_nash(double k, double w);

/* Egalitarian, and Kalai-Smorodinsky's as both can get 1: u1 = u2. k 2: the
 * golden ratio less 1, .618034. */
double dt_curve_equal(double k);

/* The largest sum, k u1^(k-1) = 1. k 2: 1/2. */
double dt_curve_utilitarian(double k);

#endif
