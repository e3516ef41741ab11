/*
 * precipice: racing to the precipice (Armstrong, Bostrom and Shulman 2016).
 *
 * n teams with a capability drawn from U[0, mu] choose a safety s in [0, 1];
 * the highest capability less safety wins, and a disaster comes with chance
 * 1 - s of the winner. A team gets 1 if it wins, 1 - e if a rival does, 0 in a
 * disaster. What the teams know of capabilities makes three games.
 */
#ifndef DT_SOLVE_PRECIPICE_H
#define DT_SOLVE_PRECIPICE_H

#include <stdint.h>

struct dt_precipice {
	int64_t teams;          /* n >= 2 */
	double enmity;          /* e in (0, 1] */
	double capability;      /* mu > 0: how much capability weighs */
};

/* Chance of a disaster. For (n, e, mu) = (2, 1, 1): .5, .6667, .6667; for
 * (2, .5, 1): 0, .5556, .4167; for (5, 1, 2): .6, .6667, .6719. */
double dt_precipice_none(const struct dt_precipice *p);
double dt_precipice_private(const struct dt_precipice *p);
double dt_precipice_public(const struct dt_precipice *p);

/* The safety chosen: by all where nobody knows a capability, min(1, mu/(ne));
 * by one who knows only its own capability x, min(1, x/k) with k = ne - e + 1;
 * by the leader where all know all and it leads by `gap`, min(1, gap/e). */
double dt_precipice_safety_none(const struct dt_precipice *p);
double dt_precipice_safety_private(const struct dt_precipice *p, double x);
double dt_precipice_safety_public(const struct dt_precipice *p, double gap);

#endif
