/*
 * survival: how long something lasts, where some were not watched to the end
 * (Kaplan and Meier 1958), with the interval by Greenwood's variance (1926) on
 * the scale log(-log S), which stays between 0 and 1.
 *
 * The remissions under 6-MP (Freireich and others 1963), 21 lives of which 9
 * ended: S(10) = .7529, its interval .503 to .889.
 */
#ifndef DT_BASE_SURVIVAL_H
#define DT_BASE_SURVIVAL_H

struct dt_survival {
	double share;           /* that lasts longer, S */
	double variance;        /* of log S */
};

#define DT_SURVIVAL_START { 1, 0 }

/* Of at_risk lives, `ended` end at the next time at which any does. */
void dt_survival_pass(struct dt_survival *s, double at_risk, double ended);

/* An end of the interval at .95: the lower one for side -1, the upper one for
 * 1. NAN where none or all have ended: nothing is known of the error. */
double dt_survival_end(const struct dt_survival *s, int side);

#endif
