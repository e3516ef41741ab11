/* game_lemke_howson: which strategy leads to which equilibrium of a game of
 * two; see game.h. */
#include "ask/game.h"
#include "ask/game_points.h"

#include "ask/game_check.h"
#include "solve/dummy.h"
#include "solve/lemke_howson.h"

enum { PROFILES_MOST = 250000 };        /* some hundred megabytes */

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
	dt_solution_say(s, "%s of the %zu strategies lead to %zu "
	    "equilibri%s. There may be more that no path reaches: --method "
	    "nash finds all.", list->stopped ? "So far, the paths" :
	    "The paths", n, list->n,
	    list->n == 1 ? "um" : "a");
	if (list->degenerate)
		dt_solution_say(s, "The game is degenerate: mixtures of some "
		    "equilibria may be equilibria too.");
	if (long_ones > 0 && list->stopped)
		dt_solution_say(s, "It was stopped before %zu of the paths came "
		    "to their ends.", long_ones);
	else if (long_ones > 0)
		dt_solution_say(s, "%zu path%s left after %d steps.",
		    long_ones, long_ones == 1 ? " was" : "s were",
		    DT_LEMKE_HOWSON_STEPS_MOST);
}

/* Of the game among those who have a choice. */
static enum dt_status
find(const struct dt_normal *small, struct dt_profile_list *list,
    struct dt_lemke_howson_path **paths, struct dt_solution *s,
    struct dt_error *err)
{
	if (small->players != 2)
		return dt_status_fail(err, DT_EUSAGE, "Lemke and Howson's "
		    "paths are for games of two; in this one %zu players have "
		    "a choice", small->players);
	if (small->profiles > PROFILES_MOST)
		return dt_status_fail(err, DT_EUSAGE, "the game is too big "
		    "for Lemke and Howson's paths, which take at most %d "
		    "profiles; --method pure finds pure equilibria",
		    PROFILES_MOST);
	const struct dt_stop *whole = list->stop;
	struct dt_stop own;
	*paths = dt_arena_new(s->arena, dt_profile_size(small),
	    sizeof(**paths));
	if (*paths == NULL)
		return dt_status_no_memory(err);
	/* What is left is for looking at the points anew. */
	dt_stop_share(&own, whole, .8);
	list->stop = &own;
	enum dt_status status = dt_lemke_howson_all(small, list, *paths, err);
	list->stop = whole;
	return status;
}

static enum dt_status
answer(const struct dt_normal *game, const struct dt_game_request *request,
    struct dt_solution *s, struct dt_error *err)
{
	struct dt_profile_list list = { .arena = s->arena,
	    .stop = request->stop }, whole = { .arena = s->arena };
	struct dt_lemke_howson_path *paths = NULL;
	struct dt_normal small;
	enum dt_status status = dt_dummy_drop(game, s->arena, &small, err);
	if (status == DT_OK)
		status = find(&small, &list, &paths, s, err);
	if (status != DT_OK)
		return status;
	dt_game_exactness(&small, &list, "Lemke and Howson's paths", s);
	say(&small, &list, paths, s);
	status = dt_game_check_points(&small, &list, s->tolerance, s, err);
	if (status == DT_OK)
		status = dt_dummy_restore(game, &list, &whole, err);
	if (status != DT_OK)
		return status;
	dt_game_points_table(game, &whole, "reached",
	    "Equilibria that are reached", s);
	add_paths(&small, paths, s);
	return DT_OK;
}

const struct dt_game_method dt_game_lemke_howson = {
	.name = "lemke-howson",
	.brief = "some equilibria of a game of two, by a path a strategy, "
	    "exactly",
	.players = 2,
	.answer = answer,
};
