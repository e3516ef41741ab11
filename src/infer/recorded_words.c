/* recorded_words: profiles and players as they are spoken of; see
 * recorded.h. */
#include "infer/recorded_internal.h"

/* ", 2 comply" for the players like `first`, sorted. */
static const char *
add_counts(const struct dt_recorded *r, const struct dt_recorded_game *game,
    size_t profile, size_t first, const char *text)
{
	const struct dt_recorded_player *p = &game->players[first];
	for (size_t s = 0; s < p->n && text != NULL; s++) {
		size_t count = 0;
		for (size_t i = 0; i < game->n_players; i++)
			count += game->players[i].alike == first &&
			    dt_empirical_strategy(&game->table, profile,
			    i) == s;
		if (count > 0)
			text = dt_arena_print(r->arena, "%s%s%zu %s", text,
			    *text != '\0' ? ", " : "", count, p->labels[s]);
	}
	return text;
}

const char *
dt_recorded_profile(const struct dt_recorded *r,
    const struct dt_recorded_game *game, size_t profile)
{
	const char *text = "";
	for (size_t i = 0; i < game->n_players && text != NULL; i++) {
		const struct dt_recorded_player *p = &game->players[i];
		bool several = false;
		for (size_t k = 0; k < game->n_players; k++)
			several |= k != i && game->players[k].alike ==
			    p->alike;
		if (several && p->alike == i)
			text = add_counts(r, game, profile, i, text);
		else if (!several)
			text = dt_arena_print(r->arena, "%s%s%s %s", text,
			    *text != '\0' ? ", " : "", p->name, p->labels[
			    dt_empirical_strategy(&game->table, profile,
			    i)]);
	}
	return text;
}

/* A player as it is spoken of: by name, or as one of those that are alike. */
const char *
dt_recorded_who(const struct dt_recorded *r,
    const struct dt_recorded_game *game, size_t player, size_t profile)
{
	const struct dt_recorded_player *p = &game->players[player];
	for (size_t k = 0; k < game->n_players; k++)
		if (k != player && game->players[k].alike == p->alike)
			return dt_arena_print(r->arena, "one that plays %s",
			    p->labels[dt_empirical_strategy(&game->table,
			    profile, player)]);
	return p->name;
}
