/* game_words: see game_words.h. */
#include "ask/game_words.h"

const char *
dt_game_words_keep(struct dt_solution *solution, struct dt_text *text)
{
	const char *copy =
	    dt_arena_copy(solution->arena, dt_text_string(text));
	solution->failed |= text->failed || copy == NULL;
	dt_text_free(text);
	return copy;
}

void
dt_game_words_add(const struct dt_normal *game, size_t profile,
    struct dt_text *text)
{
	for (size_t i = 0; i < game->players; i++)
		dt_text_add(text, "%s%s", i > 0 ? ", " : "",
		    game->labels[i][dt_pure_strategy(game, profile, i)]);
}

const char *
dt_game_words_profile(struct dt_solution *solution,
    const struct dt_normal *game, size_t profile)
{
	struct dt_text text = { 0 };
	dt_game_words_add(game, profile, &text);
	return dt_game_words_keep(solution, &text);
}
