/* fitness_find: the game of a population by the name of a game in normal form
 * or of payoffs; see fitness.h. */
#ifndef DT_POPULATION_FITNESS_FIND_H
#define DT_POPULATION_FITNESS_FIND_H

#include "catalogue/catalogue.h"
#include "population/fitness.h"

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

#endif
