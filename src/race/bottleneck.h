/*
 * bottleneck: growth where experiments or machines cannot be had as fast as
 * research wants them: dC/dt = g0 E^lam C^(1 - lam/R), with effective effort E
 * = (a K^rho + (1-a) L^rho)^(1/rho), compute K = 1 and labour L = C. For rho <
 * 0 effort has the cap a^(1/rho), so that growth cannot speed itself up by
 * more than a^(lam/rho). rho 0 is Cobb-Douglas, C^(1-a).
 */
#ifndef DT_RACE_BOTTLENECK_H
#define DT_RACE_BOTTLENECK_H

#include "base/status.h"

struct dt_bottleneck {
	double rate;            /* g0 > 0, a year */
	double parallel;        /* lam, 0 to 1 */
	double returns;         /* R > 0 */
	double share;           /* a of compute, 0 (no bottleneck) to below 1 */
	double rho;             /* substitution, below 1; 0: Cobb-Douglas */
};

/* E at a capability. */
double dt_bottleneck_effort(const struct dt_bottleneck *b,
    double capability);
/* Its cap; INFINITY for rho >= 0 or share 0. (.35, -.1): 36251. */
double dt_bottleneck_cap(const struct dt_bottleneck *b);
/* By how many per cent effort rises where capability does by one: (1-a) C^rho
 * over a + (1-a) C^rho; 1 - a at C = 1. */
double dt_bottleneck_elasticity(const struct dt_bottleneck *b,
    double capability);
/* Two labs of nearly one capability: the rate at which the share that one is
 * ahead by grows, a year; below 0: it shrinks. (phi - 1) times the growth of C,
 * phi - 1 being lam (elasticity - 1/R), less what flows to the laggard. */
double dt_bottleneck_lead_growth(const struct dt_bottleneck *b,
    double capability, double diffusion);
/* dC/dt. */
double dt_bottleneck_speed(const struct dt_bottleneck *b,
    double capability);
/* The years from one capability to a larger one, by quadrature to a relative
 * 1e-10. DT_EUSAGE where the integral does not settle. */
enum dt_status dt_bottleneck_years(const struct dt_bottleneck *b,
    double from, double to, double *years, struct dt_error *err);

#endif
