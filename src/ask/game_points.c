/* game_points: see game_points.h. */
#include "ask/game_points.h"

#include <string.h>

static const char *
made(struct dt_solution *s, const char *text)
{
	s->failed |= text == NULL;
	return text != NULL ? text : "";
}

void
dt_game_points_head(const struct dt_normal *game,
    struct dt_solution_table *t)
{
	struct dt_solution *s = t->solution;
	for (size_t i = 0; s != NULL && i < game->players; i++)
		for (size_t k = 0; k < game->strategies[i]; k++)
			dt_solution_column(t, made(s, dt_arena_print(s->arena,
			    "p%zu_%zu", i + 1, k + 1)), made(s,
			    dt_arena_print(s->arena, "%s: %s",
			    game->names[i], game->labels[i][k])), "chance");
}

static void
add_point(const struct dt_normal *game, const struct dt_profile_point *point,
    size_t number, struct dt_solution_table *t)
{
	dt_solution_whole(t, (int64_t)number);
	for (size_t k = 0; k < dt_profile_size(game); k++)
		if (point->exact != NULL)
			dt_solution_exact(t, point->exact[k],
			    point->chances[k]);
		else
			dt_solution_number(t, point->chances[k]);
	dt_solution_number(t, point->regret);
}

void
dt_game_points_table(const struct dt_normal *game,
    const struct dt_profile_list *list, const char *own, const char *title,
    struct dt_solution *solution)
{
	bool all = strcmp(solution->question, "all") == 0;
	struct dt_solution_table *t = dt_solution_table(solution,
	    all ? own : "equilibria", title);
	dt_solution_column(t, "equilibrium", NULL, "");
	dt_game_points_head(game, t);
	dt_solution_column(t, "largest_deviation", "gain by deviating",
	    "payoff");
	for (size_t i = 0; i < list->n; i++)
		add_point(game, &list->points[i], i + 1, t);
}
