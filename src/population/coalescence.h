/*
 * coalescence: what weak selection does on any graph, exactly, by how long two
 * lines of descent take to meet (Allen et al. 2017), for death-birth.
 *
 * One who dies at i is replaced by the child of a neighbour, each as likely, so
 * descent goes back by a walk; two walks from i and j meet after t_ij steps of
 * one of them: t_ij = 1 + 1/2 sum_k (p_ik t_jk + p_jk t_ik). With t(n) the mean
 * of t_ij where j is n steps from i, a donation is favoured from a benefit of
 * t(2)/(t(3) - t(1)) times its cost on, or never where that is not above 0.
 *
 * Check: a ring of ten: 2 (10 - 2)/(10 - 4) = 8/3.
 */
#ifndef DT_POPULATION_COALESCENCE_H
#define DT_POPULATION_COALESCENCE_H

#include "base/status.h"
#include "population/network.h"

enum { DT_COALESCENCE_MOST = 48 };      /* members */

/* Benefit over cost from which weak selection favours a donation to each
 * neighbour's mean; INFINITY: never. DT_EUSAGE: more than
 * DT_COALESCENCE_MOST members. */
enum dt_status dt_coalescence_threshold(const struct dt_network *network,
    double *threshold, struct dt_error *err);

#endif
