/*
 * fitness: what strategies earn in a population, as its shares or counts are:
 * a symmetric game of a group, drawn from a population.
 *
 * A group of two meets in pairs. In a large population the others of a group
 * are drawn by the shares; in a finite one without replacement from all but
 * oneself (hypergeometric), so that one's own copy is never met. What is
 * earned is the mean payoff over those groups.
 *
 * Check: two strategies, payoffs 3 0 / 5 1, two of the first and three of the
 * second: the first earns (1*3 + 3*0)/4 = .75, the second (2*5 + 2*1)/4 = 3.
 */
#ifndef DT_POPULATION_FITNESS_H
#define DT_POPULATION_FITNESS_H

#include "game/normal.h"
#include "game/payoff.h"

enum {
	DT_FITNESS_MOST = 512,          /* strategies of pairs */
	DT_FITNESS_TABLE_MOST = 1 << 20,        /* payoffs of groups */
	DT_FITNESS_GROUP_MOST = 64,     /* players of a group */
};

struct dt_fitness {
	size_t n;               /* strategies */
	size_t group;           /* who meet at a time; 2: pairs */
	const char *const *names;
	size_t others;          /* ways that group - 1 others can be */
	const double *payoff;   /* [mine * others + way]; of pairs a way is the
	                         * other's strategy */
	const int *way;         /* [way * n + strategy]: how many; NULL: pairs */
};

/* Of pairs: payoff[mine * n + other's]. Both are borrowed. */
void dt_fitness_pairs(struct dt_fitness *fitness, size_t n,
    const char *const *names, const double *payoff);

/* Of a game in normal form that is symmetric: all players have the same
 * strategies, and a payoff hangs on one's own and on how many others play
 * each. Lives in the arena. DT_EUSAGE: it is not, or is too large. */
enum dt_status dt_fitness_of_normal(const struct dt_normal *game,
    struct dt_arena *arena, struct dt_fitness *fitness, struct dt_error *err);

/* Of payoffs a round that were compiled for `payoff->n` agents who are all
 * alike: PAUSE and RACE, in groups of all of them. DT_EUSAGE: agents differ. */
enum dt_status dt_fitness_of_payoff(const struct dt_payoff *payoff,
    struct dt_arena *arena, struct dt_fitness *fitness, struct dt_error *err);

/* The least and the largest payoff. */
void dt_fitness_range(const struct dt_fitness *fitness, double *least,
    double *most);

/* What each earns where the shares are x, n numbers from 0 up that sum to 1;
 * also those of share 0, who then are few. */
void dt_fitness_of_shares(const struct dt_fitness *fitness, const double *x,
    double *earned);

/* What each earns where so many play each, `group` and more in all. NAN for
 * those that nobody plays: there is no own copy to leave out. */
void dt_fitness_of_counts(const struct dt_fitness *fitness,
    const int64_t *counts, double *earned);

/* One of them; i is played. */
double dt_fitness_of_one(const struct dt_fitness *fitness,
    const int64_t *counts, size_t i);

/* The same with k of strategy a and z - k of b alone: earned[0] by a (NAN: k
 * is 0), [1] by b (NAN: k is z). */
void dt_fitness_of_two(const struct dt_fitness *fitness, size_t a, size_t b,
    int64_t k, int64_t z, double earned[2]);

#endif
