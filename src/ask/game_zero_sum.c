/* game_zero_sum: value and optimal strategies of a game of two that are
 * always against each other; see game.h. */
#include "ask/game.h"

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
	const double *chance = z->chances;
	dt_solution_column(t, "player", NULL, "");
	dt_solution_column(t, "strategy", NULL, "");
	dt_solution_column(t, "chance", NULL, "chance");
	for (size_t i = 0; i < 2; i++)
		for (size_t k = 0; k < g->strategies[i]; k++) {
			dt_solution_text(t, g->names[i]);
			dt_solution_text(t, g->labels[i][k]);
			dt_solution_number(t, *chance++);
		}
}

static enum dt_status
answer(const struct dt_normal *game, const struct dt_game_request *request,
    struct dt_solution *s, struct dt_error *err)
{
	struct dt_zero_sum z;
	(void)request;
	enum dt_status status = dt_zero_sum_find(game, s->arena, &z, err);
	if (status != DT_OK)
		return status;
	s->method = "linear programs";
	s->tolerance = dt_pure_range(game) / ROUNDING;
	dt_solution_say(s, "Payoffs always add up to %.7g: %s is sure of "
	    "%.7g, %s of %.7g, and neither can get more against the other's "
	    "best.", z.sum, game->names[0], z.value[0], game->names[1],
	    z.value[1]);
	add_values(game, &z, s);
	add_strategies(game, &z, s);
	return DT_OK;
}

const struct dt_game_method dt_game_zero_sum = {
	.name = "zero-sum",
	.brief = "value and optimal strategies of a game of two whose payoffs "
	    "add up to a constant (linear programs)",
	.players = 2,
	.all = true,
	.answer = answer,
};
