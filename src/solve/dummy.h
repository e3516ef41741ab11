/*
 * dummy: players with one strategy, who have nothing to choose. A game in
 * which two have a choice is a game of two, however many look on.
 */
#ifndef DT_SOLVE_DUMMY_H
#define DT_SOLVE_DUMMY_H

#include "solve/profile.h"

/* Players with two strategies or more. */
size_t dt_dummy_choosers(const struct dt_normal *game);

/*
 * The game among those who have a choice; with fewer than two of them, the
 * first dummies stay to make two. A game that has none to leave out is copied
 * as it is. Numbers of profiles stay what they were. In the arena, or the
 * game's own.
 */
enum dt_status dt_dummy_drop(const struct dt_normal *game,
    struct dt_arena *arena, struct dt_normal *small, struct dt_error *err);

/* The small game's list as one of the whole game, whose dummies play their
 * one strategy. */
enum dt_status dt_dummy_restore(const struct dt_normal *game,
    const struct dt_profile_list *small, struct dt_profile_list *list,
    struct dt_error *err);

#endif
