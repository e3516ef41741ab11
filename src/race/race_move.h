/*
 * race_move: all labs through one round of racing and pausing, whichever way
 * their growth is worked out.
 */
#ifndef DT_RACE_RACE_MOVE_H
#define DT_RACE_RACE_MOVE_H

#include "race/race.h"

/* Who hears of each part of a lab's round: one ends with each generation
 * reached (`bred`), the last with the round. `excess` is the integral of
 * (C - Rv)^+ over the part if the lab races, else 0. */
struct dt_race_sink {
	void *of;
	void (*part)(void *of, size_t lab, double excess, bool bred);
};

/* Moves capability and generation on, and says by lab what disrupts: the
 * integral of (dC/dt - A)^+. */
void dt_race_move(const struct dt_race *race, struct dt_race_state *state,
    uint64_t racers, const struct dt_race_sink *sink, double *disruption);

#endif
