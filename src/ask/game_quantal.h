/* game_quantal: logit quantal response, for the table of game.c. */
#ifndef DT_GAME_QUANTAL_H
#define DT_GAME_QUANTAL_H

#include "ask/game.h"

extern const struct dt_game_method dt_game_quantal;

#endif
