/*
 * joint: who takes part in an effort that pays only if enough do. Closed forms
 * and one root; nothing is kept.
 */
#ifndef DT_PACT_JOINT_H
#define DT_PACT_JOINT_H

#include <stdbool.h>
#include <stdint.h>

/*
 * Pledges of n parties, each with a cost of its own, uniform on [0, 1], and a
 * gain G >= 0 to each if all take part. Conditional: a pledge binds if all
 * pledge, so who has a cost up to G pledges, and all do with G^n (1 if G is
 * more than 1).
 */
double dt_joint_conditional(int64_t n, double gain);
/* Unconditional: who pledges pays whatever the others do. Where all others
 * pledge with chance p, one does with min(1, G p^(n-1)). */
double dt_joint_reply(int64_t n, double gain, double chance);

/* An agreement in force if k of n join: each member costs c and gives b to
 * all n. */
struct dt_joint_threshold {
	int64_t n, k;           /* 1 <= k <= n */
	double benefit, cost;   /* of one, per party; benefit < cost */
};

/* Exactly k joining is an equilibrium: k b >= c. */
bool dt_joint_pays(const struct dt_joint_threshold *t);
/* The chance p > 0 with which each joins in the symmetric equilibrium:
 * C(n-1,k-1) p^(k-1) (1-p)^(n-k) (kb - c) = (c-b) P(Bin(n-1,p) >= k). 5, 3,
 * .4, 1: .310102. 0: there is none but to stay out; 1 for k = n. */
double dt_joint_mixed(const struct dt_joint_threshold *t);

/*
 * Modesty: an abatement q gives b q to each of n and costs q^2/2. Outsiders
 * abate b, members max(b, theta k b), where k have joined and 0 < theta <= 1
 * is the treaty's ambition (the structure of Finus and Maus 2008).
 */
struct dt_joint_modest {
	int64_t n;
	double benefit, ambition;
};

double dt_joint_member(const struct dt_joint_modest *m, int64_t members);
double dt_joint_outsider(const struct dt_joint_modest *m, int64_t members);
double dt_joint_welfare(const struct dt_joint_modest *m, int64_t members);
/* No member gains by leaving and no outsider by joining; who is indifferent
 * stays in, and stays out. */
bool dt_joint_stable(const struct dt_joint_modest *m, int64_t members);
/* The largest stable number; n 10, ambition 1, .75, .5, .35: 3, 4, 6, 10. */
int64_t dt_joint_size(const struct dt_joint_modest *m);
/* The same by floor((2 + sqrt(3 - 2 theta))/theta), at most n. */
int64_t dt_joint_size_formula(const struct dt_joint_modest *m);

#endif
