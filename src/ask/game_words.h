/* game_words: parts of a game in words, for the tables of its methods. */
#ifndef DT_GAME_WORDS_H
#define DT_GAME_WORDS_H

#include "format/solution.h"
#include "solve/pure.h"

/* A pure profile: "pause, race". In the solution's arena; NULL when memory is
 * out, which the solution notes. */
const char *dt_game_words_profile(struct dt_solution *solution,
    const struct dt_normal *game, size_t profile);

/* The same, behind what the text has. */
void dt_game_words_add(const struct dt_normal *game, size_t profile,
    struct dt_text *text);

/* The text, so kept, which is freed. */
const char *dt_game_words_keep(struct dt_solution *solution,
    struct dt_text *text);

#endif
