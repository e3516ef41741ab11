/*
 * transfers: what can be had at best where players may also pay each other,
 * after every signal, and burn money; any number of players, public signals,
 * pure moves (Goldlücke and Kranz 2012).
 *
 * Payments come before play and may be refused; who refuses is punished. So
 * every w with w_i >= v_i and sum w <= U can be had, U the largest joint
 * payoff and v_i the least that i can be held to, if it can be from the start
 * of play on: only the sum binds, for payments share it out as needed. Write
 * a promise as z_i(y) = K (w_i(y) - v_i), K = c/(1-c): z_i(y) >= 0 and
 * sum_i z_i(y) <= L, the liquidity L = K (U - sum v). Nobody gains by another
 * move where, for every i and move,
 *   g_i(a) + E[z_i | a] >= g_i(a_i', a_-i) + E[z_i | a_i', a_-i].
 * Then U(L) is the most, over profiles a, of sum g(a) - (L - E[sum z | a]),
 * what is in brackets being burnt, and v_i(L) the least of
 * g_i(a) + E[z_i | a]. U grows with L and v falls, so that the largest L with
 * L = K (U(L) - sum v(L)) is come to from above, from all that is feasible.
 * (To pay x_i(y) with sum x >= 0 and x_i <= a share of L is the same, with
 * z_i = share - x_i.)
 *
 * R, S, T, P = 3, 0, 5, 1, seen perfectly: joint 6 from continuation .5 on,
 * where both gains from racing, 2 + 2, are K (6 - 2).
 */
#ifndef DT_SOLVE_TRANSFERS_H
#define DT_SOLVE_TRANSFERS_H

#include "base/arena.h"
#include "base/status.h"
#include "repeat/signals.h"

struct dt_transfers {
	bool any;               /* some equilibrium in pure moves; where not
	                         * the rest is NAN */
	double joint;           /* U, all together, payoff a round */
	double *punishment;     /* v, by player; in the arena */
	double liquidity;       /* L, payoff */
	size_t unsettled;       /* linear programs that gave no answer which
	                         * passed its check; their profiles count as
	                         * ones that cannot be enforced */
};

/* At a continuation in [0, 1). DT_EUSAGE for another, or no signals. */
enum dt_status dt_transfers_find(const struct dt_signals *game,
    double continuation, struct dt_arena *arena, struct dt_transfers *out,
    struct dt_error *err);

/*
 * The largest joint payoff of a profile, and the least continuation at which
 * all of it can be had, to 1e-9; NAN where it cannot at any, for the signals
 * do not tell who it was and money must burn.
 */
enum dt_status dt_transfers_least(const struct dt_signals *game,
    struct dt_arena *arena, double *efficient, double *continuation,
    struct dt_error *err);

#endif
