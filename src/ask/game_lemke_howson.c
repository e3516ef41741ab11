/* game_lemke_howson: which strategy leads to which equilibrium of a game of
 * two; see game.h. */
#include "ask/game.h"
#include "ask/game_points.h"

#include "solve/lemke_howson.h"

static void
add_paths(const struct dt_normal *g, const struct dt_lemke_howson_path *paths,
    struct dt_solution *s)
{
	struct dt_solution_table *t = dt_solution_table(s, "lemke_howson",
	    "Where the path of each strategy leads");
	dt_solution_column(t, "label", NULL, "");
	dt_solution_column(t, "player", NULL, "");
	dt_solution_column(t, "strategy", NULL, "");
	dt_solution_column(t, "equilibrium", NULL, "");
	dt_solution_column(t, "steps", NULL, "");
	for (size_t k = 0; k < dt_profile_size(g); k++) {
		size_t player = k >= g->strategies[0];
		dt_solution_whole(t, (int64_t)k + 1);
		dt_solution_text(t, g->names[player]);
		dt_solution_text(t, g->labels[player][k -
		    player * g->strategies[0]]);
		if (paths[k].equilibrium == SIZE_MAX)
			dt_solution_text(t, NULL);
		else
			dt_solution_whole(t,
			    (int64_t)paths[k].equilibrium + 1);
		dt_solution_whole(t, (int64_t)paths[k].steps);
	}
}

static void
say(const struct dt_normal *g, const struct dt_profile_list *list,
    const struct dt_lemke_howson_path *paths, struct dt_solution *s)
{
	size_t n = dt_profile_size(g), long_ones = 0;
	for (size_t k = 0; k < n; k++)
		long_ones += paths[k].equilibrium == SIZE_MAX;
	dt_solution_say(s, "The paths of the %zu strategies lead to %zu "
	    "equilibri%s. There may be more that no path reaches: --method "
	    "nash finds all.", n, list->n, list->n == 1 ? "um" : "a");
	if (list->degenerate)
		dt_solution_say(s, "The game is degenerate: mixtures of some "
		    "equilibria are equilibria too.");
	if (long_ones > 0)
		dt_solution_say(s, "%zu paths were left after %d steps.",
		    long_ones, DT_LEMKE_HOWSON_STEPS_MOST);
}

static enum dt_status
answer(const struct dt_normal *game, const struct dt_game_request *request,
    struct dt_solution *s, struct dt_error *err)
{
	(void)request;
	struct dt_profile_list list = { .arena = s->arena };
	if (game->players != 2)
		return dt_status_fail(err, DT_EUSAGE, "Lemke and Howson's "
		    "paths are for games of two; this one has %zu players",
		    game->players);
	struct dt_lemke_howson_path *paths = dt_arena_new(s->arena,
	    dt_profile_size(game), sizeof(*paths));
	if (paths == NULL)
		return dt_status_no_memory(err);
	enum dt_status status =
	    dt_lemke_howson_all(game, &list, paths, err);
	if (status != DT_OK)
		return status;
	dt_game_exactness(game, &list, "Lemke and Howson's paths", s);
	say(game, &list, paths, s);
	dt_game_points_table(game, &list, "reached",
	    "Equilibria that are reached", s);
	add_paths(game, paths, s);
	return DT_OK;
}

const struct dt_game_method dt_game_lemke_howson = {
	.name = "lemke-howson",
	.brief = "some equilibria of a game of two, by a path a strategy, "
	    "exactly",
	.players = 2,
	.answer = answer,
};
