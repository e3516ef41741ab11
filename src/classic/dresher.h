/*
 * dresher: the recursive inspection game (Dresher 1962; Maschler 1966;
 * Avenhaus, von Stengel and Zamir 2002).
 *
 * n periods, m inspections, at most one violation. Zero-sum: the violator gets
 * 1 for a violation that is not inspected, -1 for one that is, 0 for none.
 * Both see each inspection.
 */
#ifndef DT_SOLVE_DRESHER_H
#define DT_SOLVE_DRESHER_H

#include <stdint.h>

#include "base/status.h"

enum { DT_DRESHER_PERIODS_MOST = 1000, DT_DRESHER_TREE_MOST = 3000 };

/* C(n-1,m)/sum_{i<=m} C(n,i), the closed form of the value to the violator;
 * the inspector's is its negative. (3,1): .5; (4,2): .2727; (10,3): .4773. */
double dt_dresher_formula(int64_t periods, int64_t inspections);

/* By recursion over what is left: the value to the violator, the chance to
 * inspect in the first period, and the chance to violate in it; (2,1):
 * inspect with 1/3, (3,1): 1/4. */
struct dt_dresher {
	double value, inspect, violate;
};
enum dt_status dt_dresher_recursion(int64_t periods, int64_t inspections,
    struct dt_dresher *game, struct dt_error *err);

/* How many histories of inspections there are; the linear program has one row
 * or two for each. Saturates above DT_DRESHER_TREE_MOST. */
int64_t dt_dresher_histories(int64_t periods, int64_t inspections);

/*
 * By one linear program over all histories (the sequence form of von Stengel
 * 1996), which does not suppose that play depends only on what is left.
 * DT_EUSAGE for more than DT_DRESHER_TREE_MOST histories. `violate` is NAN.
 */
enum dt_status dt_dresher_program(int64_t periods, int64_t inspections,
    struct dt_dresher *game, struct dt_error *err);

/* Where the violator cannot see the inspections: 1 - 2m/n, or 0. */
double dt_dresher_unseen(int64_t periods, int64_t inspections);

/*
 * One inspection whose test errs: false alarms with chance a that the
 * inspector chooses, misses with beta(a) = Phi(z_{1-a} - d'). The inspectee
 * gets 1 for an unnoticed violation, -b for one that is noticed, -f for a
 * false alarm (0 <= f < b), 0 else; the inspector -1, -caught, -e and 0, with
 * 0 < e < caught < 1. In equilibrium beta(a*) = (b - f a*)/(1+b), and the
 * inspectee violates with chance e/(e - (1-caught) beta'(a*)). A
 * leader that announces a* keeps it and meets no violation: -e a*.
 */
struct dt_dresher_test {
	double separation;      /* d' of the Gaussian test */
	double penalty, nuisance;       /* b, f: to the inspectee */
	double alarm, caught;           /* e, a: to the inspector */
};
struct dt_dresher_answer {
	double false_alarm, miss, violate;
	double inspector, inspectee;    /* payoffs of the equilibrium */
	double leader;                  /* of the inspector that commits */
};
/* b 1, f 0: half of the violations are missed, so that a* = 1 - Phi(d');
 * d' 2: .02275. */
enum dt_status dt_dresher_test(const struct dt_dresher_test *test,
    struct dt_dresher_answer *answer, struct dt_error *err);

#endif
