/* lasting_internal: lasting_freeze.c makes the game of a moment, lasting.c
 * judges and tells. */
#ifndef DT_LASTING_INTERNAL_H
#define DT_LASTING_INTERNAL_H

#include "verdict/lasting.h"

/* The least oversight of the treaty's signers. */
double dt_lasting_oversight(const struct dt_comply_model *model,
    const struct dt_race *race, const struct dt_race_state *state);

/* Puts the payoffs and the detection of a moment of the race into a model that
 * has none. `table` has room for 2^n times n. */
void dt_lasting_freeze(const struct dt_model *grows,
    const struct dt_race_state *state, struct dt_comply_model *model,
    double *table);

#endif
