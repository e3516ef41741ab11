/* game_pure: the methods of game_pure.c, for the table of game.c. */
#ifndef DT_GAME_PURE_H
#define DT_GAME_PURE_H

#include "ask/game.h"

extern const struct dt_game_method dt_game_pure;
extern const struct dt_game_method dt_game_pure_dominance;
extern const struct dt_game_method dt_game_pure_correlated;

#endif
