/*
 * facts: what is asked of any game before its equilibria: what each player can
 * be sure of, what is best for all, what equilibria cost, where play by best
 * replies ends.
 *
 * Payoffs are compared as they are, without tolerance. What needs more time
 * than a second or so is left out of big games, and says so.
 */
#ifndef DT_SOLVE_FACTS_H
#define DT_SOLVE_FACTS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/status.h"
#include "game/normal.h"
#include "game/payoff.h"

enum {
	DT_FACTS_MIXED_MOST = 20000,    /* profiles, for mixed maximin */
	DT_FACTS_EFFICIENT_MOST = 4096, /* profiles, for efficient ones */
	DT_FACTS_SINKS_MOST = 1 << 26,  /* profiles times all strategies, for
	                                 * sinks */
};

/* Whether a game is one of two with two strategies each; and then a player's
 * four payoffs, for solve/stage, with strategy `pause` (0 or 1) of both taken
 * as PAUSE. */
bool dt_facts_is_2x2(const struct dt_normal *game);
struct dt_payoff_matrix dt_facts_matrix(const struct dt_normal *game,
    size_t player, size_t pause);

/* What a player gets for sure: in the dilemma (5,3,1,0) 1; in matching
 * pennies (1 or 0) 0 by a pure strategy, 1/2 by a mix. */
struct dt_facts_maximin {
	size_t strategy;        /* pure: the first that is best */
	double pure;
	double mixed;           /* von Neumann (1928), by a linear program;
	                         * NAN for a game too big for it */
	const double *mix;      /* NULL then */
};
enum dt_status dt_facts_maximin(const struct dt_normal *game, size_t player,
    struct dt_arena *arena, struct dt_facts_maximin *maximin,
    struct dt_error *err);

double dt_facts_welfare(const struct dt_normal *game, size_t profile);

/*
 * The largest sum of payoffs, and that sum divided by the equilibria's:
 * anarchy by the worst pure equilibrium (Koutsoupias and Papadimitriou 1999),
 * stability by the best (Anshelevich and others 2004). NAN where there is no
 * pure equilibrium or a sum is not positive. The dilemma (5,3,1,0): 6, 3, 3.
 */
struct dt_facts_price {
	size_t optimum;         /* the first profile of the largest sum */
	double welfare;
	size_t equilibria;      /* pure */
	bool listed;            /* there are some, and no more than
	                         * DT_PURE_MOST; else the rest is not known */
	size_t best, worst;     /* profiles */
	double anarchy, stability;
};
enum dt_status dt_facts_price(const struct dt_normal *game,
    struct dt_facts_price *price, struct dt_error *err);

/*
 * Of a 2x2 game with two strict equilibria: the product of what the players
 * lose by leaving each alone (Harsanyi and Selten 1988); the larger one is
 * risk dominant. Stag hunt 4 4 / 3 0 / 0 3 / 2 2: 1 and 4, so racing. False
 * for all other games.
 */
struct dt_facts_risk {
	size_t profiles[2];
	double products[2];
};
bool dt_facts_risk(const struct dt_normal *game, struct dt_facts_risk *risk);

/* Pure profiles that no other makes worse for nobody and better for somebody
 * (Pareto). DT_EUSAGE above DT_FACTS_EFFICIENT_MOST. */
struct dt_facts_profiles {
	size_t n;
	const size_t *profiles; /* rising; in the arena */
};
enum dt_status dt_facts_efficient(const struct dt_normal *game,
    struct dt_arena *arena, struct dt_facts_profiles *efficient,
    struct dt_error *err);

/*
 * Where best replies, one player at a time, end: sets of profiles that lead to
 * each other and nowhere else (sink components). One of a single profile is a
 * pure equilibrium, a bigger one a best-reply cycle. Matching pennies has one
 * of all four profiles; rock, paper, scissors one of six. DT_EUSAGE for
 * games above DT_FACTS_SINKS_MOST.
 */
struct dt_facts_sinks {
	size_t n, equilibria;   /* n counts both kinds */
	size_t n_cycles, room;
	struct dt_facts_profiles *cycles;       /* those of more than one */
};
bool dt_facts_sinks_fit(const struct dt_normal *game);
enum dt_status dt_facts_sinks(const struct dt_normal *game,
    struct dt_arena *arena, struct dt_facts_sinks *sinks,
    struct dt_error *err);

#endif
