/*
 * dynamics: how the shares of strategies change in a large population.
 *
 * Replicator (Taylor and Jonker 1978): x_i' = x_i (f_i - mean), in logarithms
 * of shares, so that the simplex and its faces are kept whatever the step;
 * discrete (Maynard Smith 1982): the next share is x_i (B + f_i)/(B + mean);
 * logit (Fudenberg and Levine 1998): x' = softmax(f/noise) - x; best response
 * (Gilboa and Matsui 1991): x' = best reply - x, exactly between switches,
 * which are at least DT_DYNAMICS_SWITCH apart, so that where two replies
 * alternate without end the shares are that near.
 *
 * Check: tit for tat in always race, ten rounds of (5, 3, 1, 0), payoffs a
 * match, from .1: .609328 after 1.
 */
#ifndef DT_POPULATION_DYNAMICS_H
#define DT_POPULATION_DYNAMICS_H

#include "base/stop.h"
#include "population/fitness.h"

enum dt_dynamics_rule {
	DT_DYNAMICS_REPLICATOR, DT_DYNAMICS_DISCRETE, DT_DYNAMICS_LOGIT,
	DT_DYNAMICS_BEST_RESPONSE
};

#define DT_DYNAMICS_SWITCH 1e-4

struct dt_dynamics {
	const struct dt_fitness *fitness;
	enum dt_dynamics_rule rule;
	double noise;           /* logit: in units of payoff, above 0 */
	double background;      /* discrete */
};

/* DT_EUSAGE: fitness of the discrete dynamics that may be 0 or less, best
 * response in groups. */
enum dt_status dt_dynamics_check(const struct dt_dynamics *dynamics,
    struct dt_error *err);

/* The rate of change of x, or by how much the next generation differs. */
void dt_dynamics_rate(const struct dt_dynamics *dynamics, const double *x,
    double *room, double *rate);

struct dt_dynamics_state;

/* A path from x (n shares from 0 up that sum to 1), which dt_dynamics_go takes
 * on to a later time; of the discrete dynamics a time is a generation. NULL:
 * memory is out. Freed by dt_dynamics_stop. */
struct dt_dynamics_state *dt_dynamics_start(
    const struct dt_dynamics *dynamics, const double *x);
enum dt_status dt_dynamics_go(struct dt_dynamics_state *state, double time,
    double *x, struct dt_error *err);
void dt_dynamics_stop(struct dt_dynamics_state *state);

#endif
