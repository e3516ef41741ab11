/*
 * nash: all extreme equilibria of a game of two, exactly: pairs of vertices
 * of the best-reply polytopes in which every label binds in one or the other
 * (Mangasarian 1964; Avis, Rosenberg, Savani and von Stengel 2010). All other
 * equilibria are mixtures of these. The battle of the sexes has 3.
 *
 * Found by branching on labels (nash_tree.c): doubles lead the way, whole
 * numbers prove each branch that is left out and solve for each equilibrium.
 * Where doubles are too coarse, by walking over all vertices (nash_walk.c).
 */
#ifndef DT_SOLVE_NASH_H
#define DT_SOLVE_NASH_H

#include "base/arena.h"
#include "solve/profile.h"

enum { DT_NASH_MOST = 64 };     /* strategies a player */

/* Adds them to the list, in an order by who plays what; `complete` where all
 * were found, `stopped` where the list's stop came first: then it has those
 * found so far, maybe none. DT_EUSAGE for more strategies or players, and,
 * `stopped` too, where it came to a walk over more vertices than
 * DT_VERTICES_MOST. */
enum dt_status dt_nash_all(const struct dt_normal *game,
    struct dt_profile_list *list, struct dt_error *err);

/* The connected sets of equilibria, numbered from 0: extreme ones in which a
 * player plays the same hang together, and mixtures of the other's are
 * equilibria too (Jansen 1981). `component`: by point, in the list's arena;
 * *n: how many sets. A game of zeros has one set. */
enum dt_status dt_nash_components(const struct dt_normal *game,
    const struct dt_profile_list *list, size_t **component, size_t *n,
    struct dt_error *err);

#endif
