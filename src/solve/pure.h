/*
 * pure: equilibria in pure strategies, of any game that the reader lets in.
 *
 * A profile is one if no player gains by moving alone. Time is in proportion
 * to the game's payoffs; memory is a byte a profile.
 */
#ifndef DT_SOLVE_PURE_H
#define DT_SOLVE_PURE_H

#include "base/arena.h"
#include "base/status.h"
#include "game/normal.h"

enum { DT_PURE_MOST = 1000 };   /* profiles listed */

struct dt_pure {
	size_t found;           /* all of them are counted */
	size_t n;               /* listed: the first DT_PURE_MOST at most */
	const size_t *profiles; /* their numbers, rising; in the arena */
};

/* The largest difference between two payoffs of one player, over all players;
 * 1 where there is none. What tolerances are relative to. */
double dt_pure_range(const struct dt_normal *game);

/* How far a step of one strategy of a player goes in profile numbers. */
size_t dt_pure_stride(const struct dt_normal *game, size_t player);

/* The strategy of a player in a pure profile. */
size_t dt_pure_strategy(const struct dt_normal *game, size_t profile,
    size_t player);

/*
 * Nash (1951), by best replies: in a profile that is kept no player gains more
 * than `tolerance`, in payoff (0: exactly). Stag hunt has two, matching
 * pennies none.
 */
enum dt_status dt_pure_find(const struct dt_normal *game, double tolerance,
    struct dt_arena *arena, struct dt_pure *pure, struct dt_error *err);

#endif
