/*
 * commons: many players and one public good, in closed form.
 */
#ifndef DT_SOLVE_COMMONS_H
#define DT_SOLVE_COMMONS_H

#include <stdbool.h>
#include <stdint.h>

/* All-or-none, win-stay lose-shift of n: pause if and only if all did the same
 * in the last round. Under slips e the chance that all do the same is
 * u = (1-e)^n + e^n, and the share of pausing u(1-e) + (1-u)e. n 5, e .01:
 * .9420; n 10: .8963 (Pinheiro et al. 2014). */
double dt_commons_all_or_none(int64_t players, double slip);

/* The linear public good (Barrett 1994): who pauses gives b to each of all
 * and pays c; the one self-enforcing size is ceil(c/b). (.3, 1): 4;
 * (.15, 1): 7. */
int64_t dt_commons_linear(double benefit, double cost);

/*
 * Barrett's (1994) quadratic model: benefit (b/N)(aQ - Q^2/2), cost c q^2/2,
 * a coalition of k that leads and chooses its q jointly, and singletons that
 * follow. `linear`: benefit bQ in place of it (a is not looked at).
 */
struct dt_commons_quadratic {
	int64_t players;        /* N >= 2 */
	double benefit, cost;   /* b, c > 0 */
	double demand;          /* a > 0 */
	bool linear;
};

/* Payoffs and abatement with a coalition of k; k 0: none. */
struct dt_commons_point {
	double member, outsider;        /* payoff */
	double member_does, outsider_does, all_do;      /* abatement q, Q */
};
struct dt_commons_point dt_commons_at(const struct dt_commons_quadratic *m,
    int64_t members);

/* Whether a coalition of k neither loses nor gains a member (d'Aspremont):
 * pi_s(k) >= pi_n(k-1) and pi_n(k) >= pi_s(k+1). */
bool dt_commons_stable(const struct dt_commons_quadratic *m, int64_t members);

/* The largest stable coalition, 0 if none above 1. N 10, a 100, b 1: c .5, 1
 * and 2 give 3; c .01 gives 10. Linear benefit: 3. */
int64_t dt_commons_size(const struct dt_commons_quadratic *m);

#endif
