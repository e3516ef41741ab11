/* game_quantal_draw: the branch of quantal responses as a picture. */
#ifndef DT_GAME_QUANTAL_DRAW_H
#define DT_GAME_QUANTAL_DRAW_H

#include "base/text.h"
#include "format/solution.h"
#include "game/normal.h"
#include "solve/quantal.h"

/* A line a strategy, its chance by the power of ten of lambda (1/payoff), so
 * without the point at lambda 0. Memory that runs out shows in
 * solution->failed or svg->failed. */
void dt_game_quantal_draw(const struct dt_normal *game,
    const struct dt_quantal *quantal, struct dt_solution *solution,
    struct dt_text *svg);

#endif
