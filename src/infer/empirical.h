/*
 * empirical: games whose payoffs were measured: what is known of their
 * equilibria, and where it is worth while to measure again.
 *
 * A payoff is an estimate: a mean with a standard error, or exact. Several
 * payoffs may be one estimate, as those of players who are alike. Estimates
 * are taken as independent and, about their true values, as Student's t with
 * one degree of freedom less than there were runs (a parametric bootstrap).
 * Profiles are numbered with the first player's strategy fastest, as those of
 * game/normal.h. Immutable; lives in the caller's memory.
 */
#ifndef DT_SOLVE_EMPIRICAL_H
#define DT_SOLVE_EMPIRICAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"

#define DT_EMPIRICAL_MISSING ((size_t)-1)

struct dt_empirical_estimate {
	double mean, error;     /* error 0: exact */
	int64_t runs;           /* 0: exact; else at least 2 */
};

struct dt_empirical {
	size_t players, profiles;
	const size_t *strategies;       /* by player */
	const size_t *which;            /* [profile * players + player]: its
	                                 * estimate, or MISSING: never played */
	const struct dt_empirical_estimate *estimates;
	size_t n;                       /* estimates */
};

/* A player's strategy in a profile, and the profile where it has another. */
size_t dt_empirical_strategy(const struct dt_empirical *game, size_t profile,
    size_t player);
size_t dt_empirical_turn(const struct dt_empirical *game, size_t profile,
    size_t player, size_t strategy);

/* Whether all players' payoffs of a profile were measured. */
bool dt_empirical_played(const struct dt_empirical *game, size_t profile);

/* Largest less smallest mean: the unit of what is negligible. */
double dt_empirical_range(const struct dt_empirical *game);

/* A deviation from what is judged: one player plays a pure strategy. */
struct dt_empirical_deviation {
	size_t player, strategy;
	double gain, error;     /* estimate, standard error; NAN: the profile
	                         * was never played */
	double freedom;         /* degrees of freedom (Welch, Satterthwaite);
	                         * INFINITY: exact */
};

struct dt_empirical_request {
	int replicates;         /* of the bootstrap; 4000 is good */
	uint64_t seed;
};

/*
 * What is known of a profile. The interval covers the true regret with 95 %:
 * its upper end is the largest of the deviations' upper ends at 97.5 %, since
 * only the truly best deviation must stay below its own; its lower end is the
 * largest of gain - c error, with c the 97.5 % point, by bootstrap, of the
 * largest standardised error among all deviations, since each must stay
 * above. A plain percentile interval would be biased upward, as the largest
 * of noisy numbers is. Deviations 1 and 0 with errors 1 and 0 and many runs:
 * [0, 2.96].
 */
struct dt_empirical_verdict {
	double regret, low, high;       /* high NAN: a deviation is missing */
	double chance;          /* share of replicates in which no deviation
	                         * that was played pays: the chance that a pure
	                         * profile is an equilibrium; NAN: of mixes */
	size_t missing;         /* deviations that were never played */
	size_t best;            /* the deviation with the largest gain */
	size_t n;
	const struct dt_empirical_deviation *deviations;        /* in the
	                         * arena, by player and strategy */
};

/* Judges a pure profile, which must have been played. */
enum dt_status dt_empirical_judge(const struct dt_empirical *game,
    size_t profile, const struct dt_empirical_request *request,
    struct dt_arena *arena, struct dt_empirical_verdict *verdict,
    struct dt_error *err);

/* The same for a mixed profile (solve/profile.h: chances by player). A
 * deviation is missing if it meets a profile that was never played. */
enum dt_status dt_empirical_judge_mix(const struct dt_empirical *game,
    const double *chances, const struct dt_empirical_request *request,
    struct dt_arena *arena, struct dt_empirical_verdict *verdict,
    struct dt_error *err);

/*
 * Of a mixed profile of two players, the share of replicates whose game has an
 * equilibrium in which the same strategies are played with some chance. NAN
 * where the players mix over different numbers of strategies, as only in
 * degenerate games, or where a profile was never played.
 */
enum dt_status dt_empirical_support(const struct dt_empirical *game,
    const double *chances, const struct dt_empirical_request *request,
    double *chance, struct dt_error *err);

/* A profile that should be played more. */
struct dt_empirical_need {
	size_t profile;
	int64_t runs, more;     /* it has, it needs; of its estimate */
	double flip;            /* chance that the sign of the gain below is
	                         * wrong: .5 where nothing is known */
	double narrows;         /* how far these runs alone would lower the
	                         * upper end of the candidate's regret, if
	                         * means stay; INFINITY: never played; 0 where
	                         * another one was never played */
	size_t at;              /* the candidate it matters to, and the */
	struct dt_empirical_deviation by;       /* deviation from it */
};

struct dt_empirical_wish {
	double error;           /* a gain smaller than that is negligible */
	int64_t first, most;    /* runs for what was never played; most runs
	                         * to ask for at once */
};

/*
 * What should be played so that it is known of each candidate, for each of
 * its deviations, whether it pays: half the width of the interval of its gain
 * should be no more than the gain itself, or than the wish's error. Runs are
 * shared between the two profiles of a deviation as is cheapest (Neyman 1934:
 * in proportion to standard deviations). Two profiles with standard deviation
 * 1 a run, 100 runs each, a gain of .1 and an error of .01: 2 (1.972/.1)^2 =
 * 777.8 runs each (1.972: Student's t of 198 degrees), 678 more. Those
 * come first that narrow most, then by chance of a wrong sign; in the example
 * each lowers the upper end, .379, by .069.
 */
enum dt_status dt_empirical_needs(const struct dt_empirical *game,
    const size_t *candidates, size_t n, const struct dt_empirical_wish *wish,
    struct dt_arena *arena, struct dt_empirical_need **needs, size_t *n_needs,
    struct dt_error *err);

/* Pure profiles that were played and that no deviation that was played beats
 * beyond doubt (by more than `doubt` standard errors), at most `most` of
 * them, those with the smallest regret. */
enum dt_status dt_empirical_candidates(const struct dt_empirical *game,
    double doubt, size_t most, struct dt_arena *arena, size_t **profiles,
    size_t *n, struct dt_error *err);

#endif
