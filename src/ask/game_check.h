/*
 * game_check: what an answer claims of a game, looked at anew by code that did
 * not find it (solve/certify.h). What fails is said; it is never hidden.
 */
#ifndef DT_LAB_GAME_CHECK_H
#define DT_LAB_GAME_CHECK_H

#include "format/solution.h"
#include "solve/profile.h"

/*
 * Every point of the list: rational chances must be an equilibrium exactly;
 * others must give nobody more than `tolerance` to gain, in payoff, and what
 * doubles leave of payoffs that large. A sentence is added where some do not;
 * their deviations are then those that were found here. Also said: where the
 * list's stop came before the last was looked at.
 */
enum dt_status dt_game_check_points(const struct dt_normal *game,
    struct dt_profile_list *list, double tolerance,
    struct dt_solution *solution, struct dt_error *err);

/* One profile of chances, which `what` names: "the limit". */
void dt_game_check_profile(const struct dt_normal *game,
    const double *chances, double tolerance, const char *what,
    struct dt_solution *solution);

#endif
