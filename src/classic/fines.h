/*
 * fines: the least fine that deters where alarms err, and suspension beside
 * it, in the repeated prisoner's dilemma of two. Alarms are apart for each
 * party: a about who pauses, d > a about who races. Closed forms.
 */
#ifndef DT_CLASSIC_FINES_H
#define DT_CLASSIC_FINES_H

#include <stdbool.h>
#include <stdint.h>

#include "game/payoff.h"

struct dt_fines {
	struct dt_payoff_matrix game;   /* T > R > P */
	double false_alarm, detection;  /* a < d */
};

/* g/(d-a), g = T - R: below it, racing for a round pays (Becker 1968). For
 * (5, 3, 1, 0), .05 and .5: 4.4444. */
double dt_fines_least(const struct dt_fines *f);
/* What racing gains at the fine g/d, which leaves false alarms out of
 * account: g a/d; .2. */
double dt_fines_naive_gain(const struct dt_fines *f);
/* The least continuation at which a fine to the other party is paid without
 * a court, as the pause is lost else: F/(F + R - P); .689655. */
double dt_fines_shared(const struct dt_fines *f, double fine);

/* Alarms that do not say who: any of the two is one. With both pausing it
 * comes with 1 - (1-a)^2, with one racing 1 - (1-a)(1-d): .0975, .525. */
struct dt_fines dt_fines_any(const struct dt_fines *f);

/*
 * After any alarm both race for so many rounds and who was found pays: V = u +
 * k (p0 V + (1-p0) W), u = R - a F, p0 = (1-a)^2, W = P (1-k^T)/(1-k) + k^T V,
 * at continuation k < 1. It deters if (d-a) F + k (d-a)(1-a)(V - W) >= g.
 */
struct dt_fines_suspension {
	int64_t rounds;         /* -1: for ever */
	double fine;
	double value;           /* (1-k) V, a round; NAN: does not deter,
	                         * or is worth less than to race on */
};

/* With so many rounds, and the least fine up to `cap` that deters then. */
struct dt_fines_suspension dt_fines_suspend(const struct dt_fines *f,
    double continuation, double cap, int64_t rounds);

/* The best of all numbers of rounds; of ties the shortest. At .9: cap 0: 4
 * rounds, 2.536367; 3: 1 round, a fine of 2.989899, 2.701223. */
struct dt_fines_suspension dt_fines_best(const struct dt_fines *f,
    double continuation, double cap);

#endif
