/*
 * signals: a stage game and a public signal about what was played.
 *
 * n players with finitely many moves; after each round all see one of
 * finitely many signals, whose chances depend on the profile. A profile's
 * number counts the first player's move fastest; with two moves each it is
 * the set of racers (game/move.h). Lives in the caller's arena.
 */
#ifndef DT_SOLVE_SIGNALS_H
#define DT_SOLVE_SIGNALS_H

#include "base/arena.h"
#include "base/status.h"
#include "game/monitor.h"
#include "game/payoff.h"

/* Players of two moves with a signal about each: 2^n by 2^n chances. */
enum { DT_SIGNALS_PLAYERS_MOST = 10 };

struct dt_signals {
	struct dt_arena *arena;
	size_t n, profiles, signals;
	const size_t *moves, *stride;   /* by player */
	double *payoff;                 /* [profile * n + player] */
	double *chance;                 /* [profile * signals + signal] */
};

/* A game of zeros without signals. DT_EUSAGE for more than 10 players or
 * 4096 profiles. */
enum dt_status dt_signals_new(struct dt_signals *game,
    struct dt_arena *arena, size_t n, const size_t *moves,
    struct dt_error *err);

/* The symmetric game of two with PAUSE and RACE, without signals. */
enum dt_status dt_signals_pair(struct dt_signals *game,
    struct dt_arena *arena, const struct dt_payoff_matrix *m,
    struct dt_error *err);

/* The signals below replace those of the game, whose payoffs stay. */

/* Good (0) or bad (1); chance of bad by number of racers, n + 1 numbers. The
 * (p, q, r) of Mailath and Samuelson is (1-p, 1-q, 1-r). */
enum dt_status dt_signals_count(struct dt_signals *game, const double *bad,
    struct dt_error *err);

/* An alarm about each player, independent: signal number = set of alarms. */
enum dt_status dt_signals_product(struct dt_signals *game,
    const struct dt_monitor_rates *rates, struct dt_error *err);

/* The same given one coin for all players: alarms that come together. Three
 * perfect signals that are blind in half of the rounds: of three racers three
 * are seen with chance 1/2, and none with chance 1/2. */
enum dt_status dt_signals_common(struct dt_signals *game,
    const struct dt_monitor_signal *signals, struct dt_error *err);

/* Whether any of these alarms was raised (1) or none (0). */
enum dt_status dt_signals_any(struct dt_signals *game,
    const struct dt_monitor_rates *rates, struct dt_error *err);

/* The profile itself is seen. */
enum dt_status dt_signals_perfect(struct dt_signals *game,
    struct dt_error *err);

/* What follows when a player alone plays another move. */
size_t dt_signals_deviate(const struct dt_signals *game, size_t profile,
    size_t player, size_t move);
size_t dt_signals_move(const struct dt_signals *game, size_t profile,
    size_t player);
double dt_signals_gain(const struct dt_signals *game, size_t profile,
    size_t player, size_t move);

/* Whether nobody gains by any other move: a stage equilibrium. */
bool dt_signals_is_nash(const struct dt_signals *game, size_t profile);

#endif
