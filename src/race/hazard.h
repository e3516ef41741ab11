/*
 * hazard: what goes wrong while capability grows faster than it is overseen.
 *
 * A lab that races has the hazard rate h (C - Rv)^+ a year, Rv being what
 * review can look at. A round is survived with exp(-integral), worked out in
 * closed form: so it does not hang on how long a round is. Oversight is
 * min(1, Rv/C). A nation is disrupted by k (dC/dt - A)^+.
 */
#ifndef DT_RACE_HAZARD_H
#define DT_RACE_HAZARD_H

#include "race/growth.h"

/* The integral of (C - Rv)^+ over so many years of racing from `start`; for
 * review <= 0 that of C - Rv. INFINITY after a blow-up for phi <= 2. */
double dt_hazard_excess(const struct dt_growth *growth, double start,
    double review, double years);
/* exp(-h excess), h >= 0 a year and unit of capability; 1 where h is 0,
 * whatever the excess. h .001, C0 1, r .5, phi 1, 10 years, no review:
 * .744661; review 20: .838068. */
double dt_hazard_survival(double hazard, double excess);

/* min(1, Rv/C), for C > 0. */
double dt_hazard_oversight(double capability, double review);

/*
 * The years until a treaty that one is found with chance `detect` (false alarm
 * `alarm`) holds no more, because capability grows by `rate` a year (phi 1) and
 * review, at first `review`, by `review_rate`: oversight multiplies detection, and
 * a gain g is deterred by a loss F while min(1, Rv/C) detect - alarm >= g/F.
 * 0: it does not hold at first; INFINITY: always. d .5, a .05, g 2, F 6, C 1, Rv 20, rates
 * .5 and .1: 8.15359.
 */
struct dt_hazard_treaty {
	double detect, alarm;   /* chances a round, with full oversight */
	double gain, loss;      /* g >= 0, F > 0: payoff */
	double start, rate;     /* C > 0 */
	double review, review_rate;     /* Rv > 0 */
};
double dt_hazard_treaty_years(const struct dt_hazard_treaty *treaty);
/* What departing loses on balance after so many years: (o d - a) F - g. */
double dt_hazard_treaty_margin(const struct dt_hazard_treaty *treaty,
    double years);

/* The integral of (dC/dt - A)^+ over so many years: what a nation that adapts
 * to A a year is disrupted by. phi 1, C0 1, r .5, A 2, 6 years: 9.63071. */
double dt_hazard_disruption(const struct dt_growth *growth, double start,
    double adapts, double years);

#endif
