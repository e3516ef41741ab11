/*
 * twins: agents that are alike, so that swapping them changes nothing.
 *
 * Alike: the same automaton, host, date of signing, weight; neither may stop
 * others nor is named in a side payment; and swapped they leave the payoffs
 * as they are. To be alike is an equivalence.
 */
#ifndef DT_ENGINE_TWINS_H
#define DT_ENGINE_TWINS_H

#include "engine/model.h"

/* Agents that may stop others. */
uint64_t dt_twins_hosts(const struct dt_model *model);

/* `hosts`: as above, of that model. */
bool dt_twins_alike(const struct dt_model *model, uint64_t hosts, size_t i,
    size_t j);

#endif
