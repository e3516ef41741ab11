/* evolve_tell: what the files that tell of evolution share. */
#ifndef DT_POPULATION_EVOLVE_TELL_H
#define DT_POPULATION_EVOLVE_TELL_H

#include "population/evolve.h"

/* evolve_say.c: sentences; the first answers the question. */
void dt_evolve_say(const struct dt_evolve *evolve,
    struct dt_solution *solution);

/* evolve_say.c: how a mix is written: "0.6 grim + 0.4 joss". In the arena; NULL: memory is
 * out, which the solution notes. */
const char *dt_evolve_mix(const struct dt_evolve *evolve, const double *x,
    struct dt_solution *solution);

/* evolve_finite.c: tables of a finite population. */
void dt_evolve_tell_finite(const struct dt_evolve *evolve,
    struct dt_solution *solution);

#endif
