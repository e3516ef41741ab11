/* game_zero_sum: value and optimal strategies of a game of two that are
 * always against each other; see game.h. */
#include "ask/game.h"
#include "ask/game_check.h"

#include "solve/dummy.h"
#include "solve/pure.h"
#include "solve/zero_sum.h"

enum { ROUNDING = 1000000 };    /* of GLPK: a part in a million of a range */

static void
add_values(const struct dt_normal *g, const struct dt_zero_sum *z,
    struct dt_solution *s)
{
	struct dt_solution_table *t = dt_solution_table(s, "zero_sum",
	    "The game's value");
	dt_solution_column(t, "player", NULL, "");
	dt_solution_column(t, "value", NULL, "payoff");
	dt_solution_column(t, "largest_deviation", "gain by deviating",
	    "payoff");
	for (size_t i = 0; i < 2; i++) {
		dt_solution_text(t, g->names[i]);
		if (z->exact != NULL)
			dt_solution_exact(t, z->exact_value[i], z->value[i]);
		else
			dt_solution_number(t, z->value[i]);
		dt_solution_number(t, z->regret);
	}
}

static void
add_strategies(const struct dt_normal *g, const struct dt_zero_sum *z,
    struct dt_solution *s)
{
	struct dt_solution_table *t = dt_solution_table(s,
	    "zero_sum_strategies", "Strategies that are sure of it");
	size_t at = 0;
	dt_solution_column(t, "player", NULL, "");
	dt_solution_column(t, "strategy", NULL, "");
	dt_solution_column(t, "chance", NULL, "chance");
	for (size_t i = 0; i < 2; i++)
		for (size_t k = 0; k < g->strategies[i]; k++, at++) {
			dt_solution_text(t, g->names[i]);
			dt_solution_text(t, g->labels[i][k]);
			if (z->exact != NULL)
				dt_solution_exact(t, z->exact[at],
				    z->chances[at]);
			else
				dt_solution_number(t, z->chances[at]);
		}
}

/* The strategies as one equilibrium, looked at anew. */
static enum dt_status
check(const struct dt_normal *g, const struct dt_zero_sum *z,
    struct dt_solution *s, struct dt_error *err)
{
	struct dt_profile_list list = { .arena = s->arena };
	enum dt_status status = dt_profile_add(&list, g, z->chances, z->exact,
	    z->regret, err);
	return status != DT_OK ? status :
	    dt_game_check_points(g, &list, s->tolerance, s, err);
}

static enum dt_status
answer(const struct dt_normal *game, const struct dt_game_request *request,
    struct dt_solution *s, struct dt_error *err)
{
	struct dt_zero_sum z;
	struct dt_normal small;
	(void)request;
	enum dt_status status = dt_dummy_drop(game, s->arena, &small, err);
	if (status == DT_OK)
		status = dt_zero_sum_find(&small, s->arena, &z, err);
	if (status != DT_OK)
		return status;
	s->method = z.exact != NULL ? "a path of Lemke and Howson, exact" :
	    "linear programs";
	s->tolerance = z.exact != NULL ? 0 : dt_pure_range(&small) / ROUNDING;
	dt_solution_say(s, "Payoffs always add up to %.7g: %s is sure of "
	    "%.7g, %s of %.7g, and neither can get more against the other's "
	    "best.", z.sum, small.names[0], z.value[0], small.names[1],
	    z.value[1]);
	status = check(&small, &z, s, err);
	add_values(&small, &z, s);
	add_strategies(&small, &z, s);
	return status;
}

const struct dt_game_method dt_game_zero_sum = {
	.name = "zero-sum",
	.brief = "value and optimal strategies of a game of two whose payoffs "
	    "add up to a constant",
	.players = 2,
	.all = true,
	.answer = answer,
};
