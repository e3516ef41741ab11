/* game_mixed: mixed equilibria of games of any number of players. */
#include "ask/game_mixed.h"

#include <string.h>

#include "ask/game_points.h"
#include "solve/anonymous.h"
#include "solve/lyapunov.h"
#include "solve/pure.h"
#include "solve/support.h"

static enum dt_status
add_symmetric(const struct dt_normal *game, double chance,
    struct dt_profile_list *list, struct dt_error *err)
{
	double profile[2 * DT_NORMAL_PLAYERS_MOST];
	for (size_t i = 0; i < game->players; i++) {
		profile[2 * i] = 1 - chance;
		profile[2 * i + 1] = chance;
	}
	return dt_profile_add(list, game, profile, NULL,
	    __builtin_nan(""), err);
}

static enum dt_status
symmetric(const struct dt_normal *game, const struct dt_game_request *request,
    struct dt_solution *s, struct dt_error *err)
{
	double gain[DT_NORMAL_PLAYERS_MOST], chances[DT_ANONYMOUS_MOST];
	double small = 1e-12 * dt_pure_range(game);
	struct dt_profile_list list = { .arena = s->arena };
	enum dt_status status = DT_OK;
	bool flat;
	(void)request;
	if (!dt_anonymous_of(game, small, gain)) {
		dt_solution_say(s, "The game is not symmetric with two "
		    "strategies a player, where only counts matter.");
		return DT_OK;
	}
	size_t n = dt_anonymous_equilibria(gain, game->players, small,
	    chances, &flat);
	for (size_t i = 0; status == DT_OK && i < n; i++)
		status = add_symmetric(game, chances[i], &list, err);
	dt_solution_say(s, flat ? "Every chance is a symmetric equilibrium; "
	    "the ends are listed." : "In %zu equilibria all players mix "
	    "alike, and these are all such: the roots of one polynomial.", n);
	dt_game_points_table(game, &list, "symmetric",
	    "Symmetric equilibria", s);
	return status;
}

static enum dt_status
support(const struct dt_normal *game, const struct dt_game_request *request,
    struct dt_solution *s, struct dt_error *err)
{
	struct dt_support_request wanted = { .seed = request->seed };
	struct dt_profile_list list = { .arena = s->arena };
	/* `all` has had the exact solver of games of two. */
	if (game->players == 2 && strcmp(s->question, "all") == 0)
		return DT_OK;
	enum dt_status status = dt_support_find(game, &wanted, &list, err);
	if (status != DT_OK)
		return status;
	dt_solution_say(s, "%zu equilibria were found by their supports. "
	    "There may be others: no start may have led to them, or they are "
	    "not isolated.", list.n);
	dt_game_points_table(game, &list, "by_support",
	    "Equilibria found by their supports", s);
	return DT_OK;
}

static enum dt_status
lyapunov(const struct dt_normal *game, const struct dt_game_request *request,
    struct dt_solution *s, struct dt_error *err)
{
	struct dt_lyapunov_request wanted = { .seed = request->seed };
	struct dt_profile_list list = { .arena = s->arena };
	enum dt_status status = dt_lyapunov_find(game, &wanted, &list, err);
	if (status != DT_OK)
		return status;
	s->tolerance = 1e-6 * dt_pure_range(game);
	dt_solution_say(s, "%zu points were found by minimisation from 20 "
	    "starts, in which nobody gains more than a millionth of the "
	    "game's range. There may be others.", list.n);
	dt_game_points_table(game, &list, "by_minimisation",
	    "Equilibria found by minimisation", s);
	return DT_OK;
}

const struct dt_game_method dt_game_mixed_symmetric = {
	.name = "symmetric",
	.brief = "equilibria in which all mix alike, of symmetric games of two "
	    "moves",
	.all = true,
	.answer = symmetric,
};

const struct dt_game_method dt_game_mixed_support = {
	.name = "support",
	.brief = "mixed equilibria by supports and polynomial systems",
	.all = true,
	.answer = support,
};

const struct dt_game_method dt_game_mixed_lyapunov = {
	.name = "lyapunov",
	.brief = "some equilibria by minimisation from drawn starts",
	.answer = lyapunov,
};
