/* game_facts_prices: rows of the table of facts: the largest sum of payoffs,
 * and what equilibria give of it. */
#ifndef DT_LAB_GAME_FACTS_PRICES_H
#define DT_LAB_GAME_FACTS_PRICES_H

#include "ask/game.h"

/* A row: a name, a value, and a pure profile (SIZE_MAX: none). */
void dt_game_facts_add(struct dt_solution_table *table,
    const struct dt_normal *game, const char *name, double value,
    size_t profile);

/* Over all equilibria where two have a choice and the game is small; else
 * over the pure ones, with a sentence that says so, under other names. */
enum dt_status dt_game_facts_prices(const struct dt_normal *game,
    const struct dt_game_request *request, struct dt_solution_table *table,
    struct dt_solution *solution, struct dt_error *err);

#endif
