/*
 * minds: the agents of a world that are no automata: they learn, or are
 * programs from outside. Of engine/world.c alone.
 */
#ifndef DT_ENGINE_MINDS_H
#define DT_ENGINE_MINDS_H

#include "engine/world.h"

/* Doubles that the learners of a model remember. */
size_t dt_minds_size(const struct dt_model *model);
/* Deals that much room out. */
void dt_minds_seat(struct dt_world *world, double *room);

void dt_minds_begin(struct dt_world *world, uint64_t run);
/* Those of them who mean to race, as bits. */
uint64_t dt_minds_choose(struct dt_world *world);
/* After a round, before the next one opens. */
void dt_minds_observe(struct dt_world *world);

#endif
