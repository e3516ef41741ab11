/* fitness_find: the game of a population by the name of a game in normal form
 * or of payoffs; see fitness.h. */
#ifndef DT_POPULATION_FITNESS_FIND_H
#define DT_POPULATION_FITNESS_FIND_H

#include "catalogue/catalogue.h"
#include "population/fitness.h"
#include "population/matches.h"

struct dt_fitness_found {
	struct dt_fitness fitness;
	const char *subject;    /* its name for people */
	const char *config;     /* its text; "" */
	const char *unit;       /* "payoff a round" */
};

/* All in the catalogue's arena. DT_EINPUT: there is none, or it has faults;
 * DT_EUSAGE: it is not symmetric. */
enum dt_status dt_fitness_find_game(const struct dt_catalogue *catalogue,
    const char *name, struct dt_fitness_found *found,
    struct dt_faults *faults, struct dt_error *err);

/* PAUSE and RACE, in groups of as many as the table of payoffs has, or in
 * pairs. */
enum dt_status dt_fitness_find_payoffs(const struct dt_catalogue *catalogue,
    const char *name, struct dt_fitness_found *found,
    struct dt_faults *faults, struct dt_error *err);

/* What strategies got from each other, a round or a `match`; fills in the
 * fitness and its unit, in the arena. DT_EUSAGE: too many, or matches that have
 * no end. */
enum dt_status dt_fitness_find_matches(const struct dt_matches *matches,
    bool match, struct dt_arena *arena, struct dt_fitness_found *found,
    struct dt_error *err);

#endif
