/*
 * winset: what a nation can ratify (Putnam 1988). Texts are points of a line.
 * A domestic group has an ideal point and accepts a text that is no further
 * from it than what comes without one; the nation ratifies a text that groups
 * of enough weight accept. That set need not be one piece.
 */
#ifndef DT_PACT_WINSET_H
#define DT_PACT_WINSET_H

#include <stdbool.h>
#include <stddef.h>

struct dt_winset {
	size_t n;               /* groups; 0: everything is ratified */
	const double *ideal;    /* [n]; borrowed */
	const double *weight;   /* [n] >= 0; borrowed; NULL: all 1 */
	double status_quo;      /* what comes without a text */
	double need;            /* weight that must accept; compared to
	                         * 1e-12 of all weights together */
};

bool dt_winset_has(const struct dt_winset *set, double text);

/* Ends of its pieces are among 2 n points: the status quo, and each group's
 * far point, as far from its ideal on the other side. End i < 2 n. */
double dt_winset_end(const struct dt_winset *set, size_t i);

/*
 * What two nations with ideals a < b agree on, who lose with the distance, and
 * of whom each has nothing left at the other's ideal: Nash's solution among
 * what both ratify. That is the text nearest to the middle of the ideals, the
 * lower of two that are equally near. False: no text between the ideals is
 * ratified by both. Ideals 0 and 1, a group of the second at .9 and 1.1
 * without a text: .7.
 */
bool dt_winset_agree(const struct dt_winset *one,
    const struct dt_winset *other, double a, double b, double *text);

/* The chance of ratification by support x: 1/(1 + e^-((x - a)/w)), w > 0. */
double dt_winset_chance(double support, double even, double width);

#endif
