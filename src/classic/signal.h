/*
 * signal: repeated games of two under one public signal, in closed form.
 *
 * After Mailath and Samuelson (2006), chapter 7. The good signal has chance p
 * when both pause, q when one races and r when both do; payoffs are those of
 * a symmetric 2x2 game (game/payoff.h), c is the continuation. Values are
 * payoff a round. NAN where there is nothing of the kind.
 */
#ifndef DT_SOLVE_SIGNAL_H
#define DT_SOLVE_SIGNAL_H

#include <stdint.h>

#include "game/payoff.h"

struct dt_signal {
	struct dt_payoff_matrix game;
	double both, one, none; /* p, q, r: of the good signal when both, one
	                         * and none of the two pause */
	double continuation;
};

/* Grim: pause until the first bad signal. For payoffs (R,S,T,P) = (2,-1,3,0)
 * and p .9, q .5: the least continuation is g/((p-q)(R-P) + p g) = .588235;
 * the value at c .7 is 1.621622. */
double dt_signal_grim_least(const struct dt_signal *s);
double dt_signal_grim_value(const struct dt_signal *s);

/* One period's memory: pause after a good signal, race after a bad one. An
 * equilibrium for continuations in [least, most]; with r .2 for the above
 * [.666667, .769231]. `pause` and `race` are the values of the two states, at
 * c .7 1.725490 and .549020. */
struct dt_signal_memory {
	double least, most, pause, race;
};
struct dt_signal_memory dt_signal_memory(const struct dt_signal *s);

/* T rounds of racing after a bad signal. `slack` is by how much the incentive
 * to pause holds: c(p-q)(1-c^T)(V-P) - (1-c)g. */
struct dt_signal_rounds {
	int64_t rounds;
	double value, slack;
};
struct dt_signal_rounds dt_signal_rounds(const struct dt_signal *s,
    int64_t rounds);

/* The shortest punishment that suffices, up to `most` rounds; rounds 0: none
 * does. At c .7 for the above: T 3, with the value 1.734154. */
struct dt_signal_rounds dt_signal_shortest(const struct dt_signal *s,
    int64_t most);

/* p and q of a treaty of n parties in which any flag sets off the punishment
 * of all: p = (1-f)^n, q = (1-f)^(n-1)(1-d). For n 2, f .05, d .5 grim needs
 * .5690 (R 2, S -1, T 3, P 0). */
void dt_signal_any_flag(struct dt_signal *s, int64_t parties,
    double false_alarm, double detection);

/*
 * Green and Porter (1984) in Tirole's form: demand is low with chance a, and
 * then nobody earns; a firm that undercuts takes the whole profit and looks
 * like low demand. V+ = (1-a)(1-c)/(1-(1-a)c-a c^(T+1)) in units of half the
 * profit, with T the least for which 1 <= 2(1-a)c + (2a-1)c^(T+1), up to
 * `most`. a .25, c .8: T 4, .471579; a .1, c .9: T 2, .768574. rounds 0: none.
 */
struct dt_signal_rounds dt_signal_green_porter(double low_demand,
    double continuation, int64_t most);

#endif
