/*
 * risk: how long to let a technology grow that may end everything: Jones 2024.
 * Consumption grows by g a year while it is used, which is survived with
 * exp(-delta) a year. Utility is u + ln c, or u + c^(1-gamma)/(1-gamma); a life
 * is worth v(c) = u(c)/(u'(c) c) years of consumption, v at the start. It pays
 * to go on until v(c) = g/delta.
 */
#ifndef DT_RACE_RISK_H
#define DT_RACE_RISK_H

struct dt_risk {
	double growth;          /* g > 0 a year */
	double risk;            /* delta > 0 a year */
	double life;            /* v(1) > 0, years of consumption; > 1/(1-gamma) */
	double gamma;           /* >= 1; 1: ln */
};

/* Years of use; 0: none. .1, .01, 6: 40 for ln, 4.51985 and 2.39787 for gamma
 * 2 and 3. */
double dt_risk_years(const struct dt_risk *risk);

#endif
