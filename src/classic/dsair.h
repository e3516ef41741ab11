/*
 * dsair: thresholds of the race for domain supremacy in AI (Han, Pereira,
 * Santos and Lenaerts, JAIR 69, 2020), in the chance pr that an unsafe winner
 * fails. The letters are those of struct dt_payoff_dsair; its `disaster` is
 * not looked at.
 */
#ifndef DT_SOLVE_DSAIR_H
#define DT_SOLVE_DSAIR_H

#include "game/payoff.h"

/* Society prefers that both are safe above 1 - R/P0, with R what two safe
 * teams get and P0 what two unsafe ones would if nothing ever failed. For b 4,
 * c 1, B 1e4, W 100, pfo 0 and s 1.5: .3377; s 2: .5000. */
double dt_dsair_society(const struct dt_payoff_dsair *d);

/* Safety is risk-dominant above 1 - (R+S)/(T0+P0). s 1.5: .7751; s 2: .8315.
 * Between the two lies the dilemma; where this one is the smaller, which long
 * races that are found out have (W 1e6, pfo .5: -.0303 against .3333), it is
 * over-regulation: safety wins, and the race would pay both more. */
double dt_dsair_risk(const struct dt_payoff_dsair *d);

/* The four payoffs a round (dt_payoff_of_dsair) are linear in 1 - pr. */

#endif
