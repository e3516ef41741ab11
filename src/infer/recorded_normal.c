/* recorded_normal: a recorded game's means as a normal-form game; see
 * recorded.h. */
#include "infer/recorded_internal.h"

enum dt_status
dt_recorded_normal(const struct dt_recorded *recorded,
    const struct dt_recorded_game *game, struct dt_normal *normal,
    struct dt_error *err)
{
	struct dt_arena *arena = recorded->arena;
	const struct dt_empirical *t = &game->table;
	double *payoffs = dt_arena_new(arena, t->profiles * t->players + 1,
	    sizeof(*payoffs));
	const char **names = dt_arena_new(arena, t->players,
	    sizeof(*names));
	const char *const **labels = dt_arena_new(arena, t->players,
	    sizeof(*labels));
	if (payoffs == NULL || names == NULL || labels == NULL)
		return dt_status_no_memory(err);
	for (size_t i = 0; i < t->players; i++) {
		names[i] = game->players[i].name;
		labels[i] = game->players[i].labels;
	}
	for (size_t p = 0; p < t->profiles; p++) {
		if (!dt_empirical_played(t, p))
			return dt_status_fail(err, DT_EUSAGE, "the game is "
			    "not whole: %s was never played",
			    dt_recorded_profile(recorded, game, p));
		for (size_t i = 0; i < t->players; i++)
			payoffs[p * t->players + i] = t->estimates[
			    t->which[p * t->players + i]].mean;
	}
	*normal = (struct dt_normal){ .title = game->scenario,
		.comment = dt_arena_print(arena, "payoff a round, as "
		    "recorded in %s", recorded->path),
		.players = t->players, .names = names,
		.strategies = t->strategies, .labels = labels,
		.profiles = t->profiles, .payoffs = payoffs };
	return normal->comment ? DT_OK : dt_status_no_memory(err);
}
