/* game_facts: what is asked of any game, for the table of game.c. */
#ifndef DT_GAME_FACTS_H
#define DT_GAME_FACTS_H

#include "ask/game.h"

extern const struct dt_game_method dt_game_facts;

#endif
