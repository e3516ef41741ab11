/*
 * lanes_fed: the reference world, fed with the words that lanes were dealt.
 *
 * lanes_fed.c compiles world.c and regime.c, as they stand, a second time,
 * with its own source of words in place of base/random.h. What lanes toss is
 * recorded lane by lane and purpose by purpose; the world takes the words in
 * that order. So it is tested, too, that lanes toss for just those who toss in
 * the reference, in its order.
 */
#ifndef LANES_FED_H
#define LANES_FED_H

#include "lanes/lanes.h"

struct fed;

/* Records what the player tosses from now on. There is one only. */
struct fed *fed_new(struct dt_lanes *lanes);

/* Forgets the words recorded so far. */
void fed_forget(struct fed *fed);
/* Words recorded for a lane that were not taken, of all purposes but that of
 * continuation, whose last word under a horizon nobody asks for. */
size_t fed_left(const struct fed *fed, size_t lane);
/* Whether a world asked for a word that was not there. */
bool fed_ran_out(const struct fed *fed);

/* A world as world.h has it, that plays what a lane plays. */
struct dt_world *fed_world_new(const struct dt_model *model);
void fed_world_free(struct dt_world *world);
void fed_world_begin(struct dt_world *world, struct fed *fed, size_t lane);
const struct dt_round *fed_world_step(struct dt_world *world,
    struct fed *fed, size_t lane);

#endif
