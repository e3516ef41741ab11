/*
 * offers: what alternating offers over one pie come to, and offers that a
 * quota votes on. Shares are parts of 1. Closed forms; nothing is kept.
 */
#ifndef DT_PACT_OFFERS_H
#define DT_PACT_OFFERS_H

#include <stdint.h>

/* Rubinstein (1982): who proposes gets (1 - d2)/(1 - d1 d2), d the factors by
 * which a round's delay discounts, proposer first; agreed at once. (.9, .8):
 * .714286. Both 1: NAN, as any division is one. */
double dt_offers_share(double proposer, double responder);

/* Its limit as the time between offers goes to 0, ln d2 / (ln d1 + ln d2):
 * Nash's solution weighted by patience. (.9, .9): .5. */
double dt_offers_limit(double proposer, double responder);

/* The first proposer's share if only so many offers are made (at least 1),
 * and nobody gets anything after the last: backward induction. .9, .9 and 1
 * to 5 offers: 1, .1, .91, .181, .8371. */
double dt_offers_finite(double proposer, double responder, int64_t offers);

/* The proposer's share if the responder may leave, instead of answering, for
 * `outside`: it matters only where it is more than the talks give (Binmore,
 * Shaked and Sutton 1989). .9, .9 and .48: .52. */
double dt_offers_outside(double proposer, double responder, double outside);

/* The proposer's share if delay costs nothing, and each refusal ends the
 * talks with a chance in (0, 1] at the points (b1, b2), proposer first, which
 * together are at most 1. As the chance goes to 0: Nash's solution,
 * (1 + b1 - b2)/2. .1 and (.1, .3): .415789; 0.4. */
double dt_offers_breakdown(double chance, double proposer, double responder);

/* Baron and Ferejohn (1989), closed rule: one of n is drawn to propose, q
 * (itself included) must vote for it, else another is drawn. In the
 * stationary equilibrium the proposer keeps 1 - d (q-1)/n, the q-1 that it
 * wins get d/n each, and all expect 1/n. n 5, d .9, q 3: .64. */
double dt_offers_proposer(int64_t members, int64_t quota, double discount);

#endif
