/*
 * sight: where an agent stands in a race, as it sees that.
 *
 * An agent knows its own capability, and what others had before the last
 * round. What they gained in it, it has from the signal about them alone: who
 * was seen to pause seems to be where it was; who was seen racing, where it
 * would be had it raced. A nation stands where its most capable lab stands;
 * one without labs has no capability, and the oversight of all labs.
 */
#ifndef DT_ENGINE_SIGHT_H
#define DT_ENGINE_SIGHT_H

#include "engine/world.h"

/* Where agent i stands, at the start of a run or after a round. */
void dt_sight_of(const struct dt_world *world, size_t i,
    struct dt_view_race *race);

/* The same in a race of kind lead, which all see. */
struct dt_view_race dt_sight_lead(int64_t lead, size_t i);

/* A view with what the agent's automaton looks at in the race, from the view
 * without. */
static inline size_t
dt_sight_view(const struct dt_automaton *a, const struct dt_view_race *race,
    size_t view)
{
	return view + dt_automaton_plain(a) * dt_view_looked(&a->looks, race);
}

#endif
