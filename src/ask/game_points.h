/* game_points: equilibria as a table of chances, for the methods that find
 * them. */
#ifndef DT_GAME_POINTS_H
#define DT_GAME_POINTS_H

#include "format/solution.h"
#include "solve/profile.h"

/* Columns of a profile's chances: pI_K for player I's strategy K. */
void dt_game_points_head(const struct dt_normal *game,
    struct dt_solution_table *table);

/* A row a point: equilibrium, pI_K for player I's strategy K, and
 * largest_deviation. The table is called `equilibria`, but where all methods
 * are asked `own`, so that each has its name. */
void dt_game_points_table(const struct dt_normal *game,
    const struct dt_profile_list *list, const char *own, const char *title,
    struct dt_solution *solution);

#endif
