/*
 * intended: an experiment's game in what its agents mean to do: slips are
 * folded into payoffs and signals, for solvers that know no slips.
 */
#ifndef DT_INTENDED_H
#define DT_INTENDED_H

#include "engine/model.h"

/* Mean payoffs a round of all n agents where these mean to race; what a
 * treaty costs or moves about is left out. Exact: over all sets of slips, or
 * pair by pair where there is no table. */
void dt_intended_payoffs(const struct dt_model *m, uint64_t racers,
    double *payoff);

/* The same for all 2^n profiles, [profile * n + agent], at n 2^n steps. */
void dt_intended_table(const struct dt_model *m, double *table);

/* Rates with which an alarm about an agent tells what it meant. Where it
 * slips with chance e, an error of chance x becomes x + e (1 - miss - false
 * alarm). */
struct dt_monitor_rates dt_intended_rates(struct dt_monitor_rates executed,
    double slip);

/* Both kinds of rounds: to slip has nothing to do with the coin. */
struct dt_monitor_signal dt_intended_both(struct dt_monitor_signal executed,
    double slip);

/* Of the public signal about agent i: a party's while the treaty is in
 * force, else that of those no treaty covers. All have the treaty's coin. */
struct dt_monitor_signal dt_intended_signal(const struct dt_model *m,
    size_t i);

#endif
