/*
 * nash: all extreme equilibria of a game of two, exactly: pairs of vertices
 * of the best-reply polytopes in which every label binds in one or the other
 * (Mangasarian 1964; Avis, Rosenberg, Savani and von Stengel 2010). All other
 * equilibria are mixtures of these. The battle of the sexes has 3.
 */
#ifndef DT_SOLVE_NASH_H
#define DT_SOLVE_NASH_H

#include "solve/profile.h"

enum dt_status dt_nash_all(const struct dt_normal *game,
    struct dt_profile_list *list, struct dt_error *err);

#endif
