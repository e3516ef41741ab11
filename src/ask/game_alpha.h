/* game_alpha: alpha-rank, for the table of game.c. */
#ifndef DT_GAME_ALPHA_H
#define DT_GAME_ALPHA_H

#include "ask/game.h"

extern const struct dt_game_method dt_game_alpha;

#endif
