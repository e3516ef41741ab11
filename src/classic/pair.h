/*
 * pair: two memory-one strategies against each other (Nowak and Sigmund;
 * Press and Dyson 2012).
 *
 * A strategy is the chance to pause after each outcome of the last round: both
 * paused (CC), I did and it raced (CD), I raced (DC), both raced (DD), and in
 * the first round. An intended move slips with chance e: p' = p(1-2e) + e.
 */
#ifndef DT_SOLVE_PAIR_H
#define DT_SOLVE_PAIR_H

#include <stdbool.h>

#include "base/status.h"
#include "game/payoff.h"

enum { DT_PAIR_CC, DT_PAIR_CD, DT_PAIR_DC, DT_PAIR_DD };

struct dt_pair_strategy {
	double pause[4], first;
};

struct dt_pair_play {
	double share[4];        /* of rounds, by outcome for the first player */
	double mine, its;       /* payoff a round */
};

/*
 * How two play: in the long run where continuation is 1 (the shares from the
 * first round on, averaged, where the chain has several closed classes), else
 * the mean weighted by (1-c)c^t. Exact but for rounding, however small the
 * slip. Slips .05: tit for tat with itself 2.25, and at c .9 2.648960963.
 * DT_EUSAGE where numbers are not chances.
 */
enum dt_status dt_pair_play(const struct dt_pair_strategy *me,
    const struct dt_pair_strategy *it, const struct dt_payoff_matrix *game,
    double slip, double continuation, struct dt_pair_play *play,
    struct dt_error *err);

/*
 * Extortion (Press and Dyson 2012): holds mine - P = x (its - P), with
 * 0 < f <= the most it may be. For (T,R,P,S) = (5,3,1,0), x 3, f 1/26:
 * (11/13, 1/2, 7/26, 0); the most is 1/(4x+1). False: x or f is not possible.
 */
bool dt_pair_extort(const struct dt_payoff_matrix *game, double factor,
    double scale, struct dt_pair_strategy *strategy);
double dt_pair_extort_most(const struct dt_payoff_matrix *game,
    double factor);

/*
 * Equaliser: pins what the other gets at `level`, P < level < R, with the
 * chance to pause after CC given. For (5,3,1,0), level 2, CC 2/3:
 * (2/3, 0, 2/3, 1/3). False: some chance would leave [0, 1].
 */
bool dt_pair_equalise(const struct dt_payoff_matrix *game, double level,
    double after_both_pause, struct dt_pair_strategy *strategy);

/* Generous tit for tat's chance to forgive (Molander 1985):
 * min(1-(T-R)/(R-S), (R-P)/(T-P)). For (5,3,1,0): 1/3; one who always races
 * gets 2.333 against it. */
double dt_pair_generosity(const struct dt_payoff_matrix *game);

#endif
