/*
 * tournament: a round robin ranked: from the matches of a field (matches.h) to
 * scores, wins and ratings, and how far they hang on who else is there.
 *
 * A score is the plain mean of a strategy's payoffs a round over those it
 * meets, as in Axelrod 1980, with itself or without. Ranks count from 1; equal
 * scores (to 1e-9) share one. Where matches were played, a strategy is tied
 * with those whose score is less than two standard errors of the difference
 * away.
 */
#ifndef DT_POPULATION_TOURNAMENT_H
#define DT_POPULATION_TOURNAMENT_H

#include "format/solution.h"
#include "population/matches.h"

struct dt_tournament_row {
	size_t one;             /* index in the field */
	size_t rank, tied;      /* tied: with how many others */
	double score, error;
	size_t wins, draws, losses;     /* against others, by payoff */
	double paused, first;   /* shares over all it meets */
	double after[4];        /* chance to pause after both paused, I raced,
	                         * the other did, both did; NAN: never seen */
	double partner;         /* share of the others with whom it paused at
	                         * least as much as they did */
	double eigen;           /* part of the principal eigenvector of who
	                         * pauses how much with whom; they sum to 1 */
};

struct dt_tournament_drop {
	size_t winner;          /* index in the field */
	size_t moved;           /* most places that one of the rest moved */
	size_t mover;           /* who */
};

struct dt_tournament {
	const struct dt_matches *matches;
	bool self;              /* matches with itself count */
	size_t n;
	struct dt_tournament_row *rows; /* by rank */
	struct dt_tournament_drop *drops;       /* by index in the field; of
	                         * three and more */
};

/* Of two strategies and more; lives in the arena. DT_EUSAGE: fewer. */
enum dt_status dt_tournament_rank(const struct dt_matches *matches, bool self,
    struct dt_arena *arena, struct dt_tournament *tournament,
    struct dt_error *err);

/* Kendall's tau-b of two rankings of one field: 1 the same, -1 turned. */
double dt_tournament_tau(const struct dt_tournament *a,
    const struct dt_tournament *b);

/* Tables ranking, payoffs, cooperation, matches, sensitivity, broken. */
void dt_tournament_tell(const struct dt_tournament *tournament,
    struct dt_solution *solution);

/* A heat map of payoffs, rows and columns by rank. */
void dt_tournament_draw(const struct dt_tournament *tournament,
    struct dt_text *svg);

#endif
