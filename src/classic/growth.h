/*
 * growth: small errors over many generations, and capability that makes
 * itself; closed forms.
 */
#ifndef DT_SOLVE_GROWTH_H
#define DT_SOLVE_GROWTH_H

/* Chance of one fault or more in n generations of fault chance q each:
 * 1-(1-q)^n. n 500: q 1e-4 .0488; 1e-3 .3936. */
double dt_growth_fault(double generations, double chance);

/* What compounds by a share d a generation: (1+d)^n; 1.005^500 = 12.11. */
double dt_growth_compound(double generations, double share);

/* Standard deviation of an unbiased walk: sigma sqrt(n); 500: 22.4 sigma. */
double dt_growth_walk(double generations, double sigma);

/* dC/dt = r C^phi from C0: C at time t; infinite from the time of the blow-up
 * C0^(1-phi)/(r(phi-1)) on, which is infinite for phi <= 1. phi 1.5, r .1,
 * C0 1: 20. */
double dt_growth_blow_up(double start, double rate, double phi);
double dt_growth_capability(double start, double rate, double phi,
    double time);

#endif
