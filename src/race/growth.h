/*
 * growth: small errors over many generations, and capability that makes
 * itself; closed forms. Nothing is kept.
 *
 * While it races, dC/dt = r C^phi, stopped at a ceiling; time is in years.
 * With x = 1 - phi and k = r C^-x t, C(t) = C (1 + x k)^(1/x): worked with as
 * C exp(log1p(x k)/x), which passes through phi = 1 without a seam. Sources:
 * the takeoff models named in detente-solve(1).
 */
#ifndef DT_RACE_GROWTH_H
#define DT_RACE_GROWTH_H

/* Chance of one fault or more in n generations of fault chance q each:
 * 1-(1-q)^n. n 500: q 1e-4 .0488; 1e-3 .3936. */
double dt_growth_fault(double generations, double chance);

/* What compounds by a share d a generation: (1+d)^n; 1.005^500 = 12.11. */
double dt_growth_compound(double generations, double share);

/* Standard deviation of an unbiased walk: sigma sqrt(n); 500: 22.4 sigma. */
double dt_growth_walk(double generations, double sigma);

/* The same where each error is multiplied by 1 + share in each generation
 * after it: m' = (1+l) m + sigma e, so sigma sqrt(sum (1+l)^2k). 500, .005:
 * 120.504; -.005: 9.97916, and 10.0125 in the end. */
double dt_growth_spread(double generations, double sigma, double share);

/* Returns phi = 1 + lam - lam/R of a software race: lam is how far research
 * goes in parallel, R the returns to software. (.7, 1.25): 1.14. */
double dt_growth_returns(double parallel, double returns);

struct dt_growth {
	double rate;            /* r >= 0, of C^phi a year */
	double phi;             /* finite */
	double ceiling;         /* > 0; INFINITY: none */
};

/* C after so many years from `start` > 0; the ceiling where it is reached,
 * INFINITY after the blow-up where there is none. */
double dt_growth_after(const struct dt_growth *growth, double start,
    double years);
/* The years from one capability to a larger one, both up to the ceiling; 0
 * where it is no larger, INFINITY where it is never reached. `to` may be
 * INFINITY: the blow-up. The lead in time of `to` over `from`. */
double dt_growth_years(const struct dt_growth *growth, double from,
    double to);
/* The integral of C over so many years from `start`. INFINITY after a
 * blow-up, for phi <= 2. */
double dt_growth_area(const struct dt_growth *growth, double start,
    double years);

/* Without ceiling: C at a time, and the time of the blow-up. phi 1.5, r .1,
 * C0 1: 20; infinite for phi <= 1. */
double dt_growth_blow_up(double start, double rate, double phi);
double dt_growth_capability(double start, double rate, double phi,
    double time);

/*
 * Two labs at phi = 1 with rates r1 >= r2, a share sg >= 0 of the gap between
 * them flowing to the laggard each year: the ratio x = C1/C2 follows x' = x
 * (r1 - r2 - sg (x - 1)), a logistic curve towards 1 + (r1 - r2)/sg. From 3
 * at .05 and .2 after 10 years: 1.31286.
 */
double dt_growth_lead(double lead, double faster, double diffusion,
    double years);
/* Where it settles; INFINITY where nothing diffuses and r1 > r2; then or with
 * r1 = r2 the lead stays. */
double dt_growth_lead_steady(double faster, double diffusion);

#endif
