/*
 * profile: mixed strategy profiles of a normal-form game.
 *
 * A profile is an array of chances, player after player, each player's
 * strategies in the game's order: dt_profile_size numbers. Payoffs of pure
 * strategies are laid out in the same way. The equilibria that solvers find
 * are lists of these, in an arena of the caller.
 */
#ifndef DT_SOLVE_PROFILE_H
#define DT_SOLVE_PROFILE_H

#include <stdbool.h>

#include "base/status.h"
#include "base/stop.h"
#include "game/normal.h"

/* Sum of the players' numbers of strategies. */
size_t dt_profile_size(const struct dt_normal *game);

/* Where a player's part of a profile begins. */
size_t dt_profile_start(const struct dt_normal *game, size_t player);

/* What each pure strategy pays its player while the others play the profile.
 * Takes time in proportion to the game's cells. */
void dt_profile_payoffs(const struct dt_normal *game, const double *profile,
    double *payoffs);

/* How those payoffs change with the chances: slopes[a * size + b] is the
 * derivative of strategy a's payoff by the chance of strategy b, 0 where both
 * are of one player. */
void dt_profile_slopes(const struct dt_normal *game, const double *profile,
    double *slopes);

/* What a player gets from the profile, by what its pure strategies pay. */
double dt_profile_value(const struct dt_normal *game, const double *profile,
    const double *payoffs, size_t player);

/* The largest profitable deviation: the most that any player gains by a pure
 * strategy against the profile, in payoff; 0 at an equilibrium. `payoffs` are
 * those of the profile. In matching pennies, (1,0 | 1/2,1/2) has 1. */
double dt_profile_regret(const struct dt_normal *game, const double *profile,
    const double *payoffs);

/* One equilibrium, or what a method takes for one. */
struct dt_profile_point {
	const double *chances;
	const char *const *exact;       /* the same as rationals, or NULL */
	double regret;                  /* of the chances as doubles; 0 where
	                                 * exact and proven */
};

struct dt_profile_list {
	struct dt_arena *arena;
	size_t n, room;
	struct dt_profile_point *points;
	bool degenerate;                /* at a point there are more best
	                                 * replies than the mix has strategies:
	                                 * points may be extreme ones of sets */
	bool complete;                  /* these are all there are */
	const struct dt_stop *stop;     /* what the methods that fill it look
	                                 * at, or NULL */
	bool stopped;                   /* a method was left on its way */
	/* Long work calls it between steps, with the share of it that is
	 * done; the list has what was found so far, new ones last. False ends
	 * the work as `stop` does. May be NULL. */
	bool (*tell)(void *context, const struct dt_profile_list *list,
	    double share);
	void *context;
};

/* Whether the list has a point of whose `size` chances none differs by as
 * much as `within`. */
bool dt_profile_known(const struct dt_profile_list *list, size_t size,
    const double *chances, double within);

/* Appends copies; works out the regret where it is NAN. */
enum dt_status dt_profile_add(struct dt_profile_list *list,
    const struct dt_normal *game, const double *chances,
    const char *const *exact, double regret, struct dt_error *err);

#endif
