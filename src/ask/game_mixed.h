/* game_mixed: the methods of game_mixed.c, for the table of game.c. */
#ifndef DT_GAME_MIXED_H
#define DT_GAME_MIXED_H

#include "ask/game.h"

extern const struct dt_game_method dt_game_mixed_symmetric;
extern const struct dt_game_method dt_game_mixed_support;
extern const struct dt_game_method dt_game_mixed_lyapunov;

#endif
