/* game_nash: all equilibria of a game of two; see game.h. */
#include "ask/game.h"
#include "ask/game_points.h"

#include "solve/nash.h"
#include "solve/pure.h"

/* Of a range of payoffs: what chances as doubles leave of a deviation. */
static const double ROUNDED = 1e-12;

void
dt_game_exactness(const struct dt_normal *game,
    const struct dt_profile_list *list, const char *method,
    struct dt_solution *s)
{
	bool exact = list->n == 0 || list->points[0].exact != NULL;
	s->method = dt_arena_print(s->arena, "%s, %s", method, exact ?
	    "exact" : "of payoffs rounded to doubles");
	s->failed |= s->method == NULL;
	if (exact)
		return;
	s->tolerance = dt_pure_range(game) * ROUNDED;
	dt_solution_say(s, "Some payoffs are too long to be kept whole and "
	    "were rounded to about 16 digits; chances are no rationals.");
}

/* "1, 2, 5" */
static const char *
members(const struct dt_profile_list *list, const size_t *component,
    size_t number, struct dt_solution *s)
{
	struct dt_text text = { 0 };
	for (size_t i = 0; i < list->n; i++)
		if (component[i] == number)
			dt_text_add(&text, "%s%zu", text.size > 0 ? ", " : "",
			    i + 1);
	const char *copy = dt_arena_copy(s->arena, dt_text_string(&text));
	s->failed |= text.failed || copy == NULL;
	dt_text_free(&text);
	return copy;
}

static enum dt_status
add_components(const struct dt_normal *game,
    const struct dt_profile_list *list, struct dt_solution *s,
    struct dt_error *err)
{
	size_t *component, n;
	enum dt_status status =
	    dt_nash_components(game, list, &component, &n, err);
	if (status != DT_OK)
		return status;
	struct dt_solution_table *t = dt_solution_table(s, "components",
	    "Sets of equilibria that hang together");
	dt_solution_column(t, "component", "set", "");
	dt_solution_column(t, "equilibria", "extreme equilibria", "");
	for (size_t i = 0; i < n; i++) {
		dt_solution_whole(t, (int64_t)i + 1);
		dt_solution_text(t, members(list, component, i, s));
	}
	return DT_OK;
}

static void
say(const struct dt_profile_list *list, struct dt_solution *s)
{
	if (list->degenerate)
		dt_solution_say(s, "The game is degenerate: these %zu are the "
		    "extreme equilibria, and mixtures of some of them are "
		    "equilibria too.", list->n);
	else if (list->n == 1)
		dt_solution_say(s, "The game has 1 equilibrium, and no "
		    "other.");
	else
		dt_solution_say(s, "The game has %zu equilibria, and these "
		    "are all.", list->n);
}

static enum dt_status
answer(const struct dt_normal *game, const struct dt_game_request *request,
    struct dt_solution *s, struct dt_error *err)
{
	(void)request;
	struct dt_profile_list list = { .arena = s->arena };
	enum dt_status status = dt_nash_all(game, &list, err);
	if (status != DT_OK)
		return status;
	dt_game_exactness(game, &list, "vertices of the best-reply polytopes",
	    s);
	say(&list, s);
	dt_game_points_table(game, &list, "equilibria", list.degenerate ?
	    "Extreme equilibria" : "Equilibria", s);
	return list.degenerate ? add_components(game, &list, s, err) : DT_OK;
}

const struct dt_game_method dt_game_nash = {
	.name = "nash",
	.brief = "all equilibria of a game of two, by vertices, exactly",
	.players = 2,
	.all = true,
	.answer = answer,
};
