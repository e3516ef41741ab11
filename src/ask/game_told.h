/*
 * game_told: tells who asks how far the search for a game's equilibria is, and
 * what it found so far.
 */
#ifndef DT_GAME_TOLD_H
#define DT_GAME_TOLD_H

#include "ask/ask.h"
#include "solve/profile.h"

struct dt_game_told {
	const struct dt_ask *ask;       /* or NULL: nobody is told */
	const struct dt_normal *game;
	size_t calls;
	size_t points;          /* of the list that were told */
};

/* For a list's `tell`, with a dt_game_told as its context. */
bool dt_game_told_tell(void *told, const struct dt_profile_list *list,
    double share);

#endif
