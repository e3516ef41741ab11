/* game_mixed: mixed equilibria of games of any number of players. */
#include "ask/game_mixed.h"

#include <string.h>

#include "ask/game_check.h"
#include "ask/game_points.h"
#include "solve/anonymous.h"
#include "solve/dummy.h"
#include "solve/gains.h"
#include "solve/lyapunov.h"
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

static void
say_symmetric(struct dt_solution *s, size_t n, bool flat)
{
	if (flat)
		dt_solution_say(s, "Every chance is a symmetric equilibrium; "
		    "the ends are listed.");
	else
		dt_solution_say(s, "In %zu equilibri%s all players mix alike, "
		    "and %s: the roots of one polynomial.", n,
		    n == 1 ? "um" : "a", n == 1 ? "there is no other such" :
		    "these are all such");
}

static enum dt_status
symmetric(const struct dt_normal *game, const struct dt_game_request *request,
    struct dt_solution *s, struct dt_error *err)
{
	double gain[DT_NORMAL_PLAYERS_MOST], chances[DT_ANONYMOUS_MOST];
	double small = 1e-12 * dt_gains_unit(game);
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
	say_symmetric(s, n, flat);
	if (status == DT_OK)
		status = dt_game_check_points(game, &list,
		    1e-9 * dt_gains_unit(game), s, err);
	dt_game_points_table(game, &list, "symmetric",
	    "Symmetric equilibria", s);
	return status;
}

static void
say_support(struct dt_solution *s, const struct dt_profile_list *list,
    const struct dt_support_done *done)
{
	dt_solution_say(s, "%zu equilibri%s found by %s supports. There may "
	    "be others: no start may have led to them, or they are not "
	    "isolated.", list->n, list->n == 1 ? "um was" : "a were",
	    list->n == 1 ? "its" : "their");
	if (done->looked < done->all)
		dt_solution_say(s, "It was stopped after %zu of the %zu "
		    "combinations of supports.", done->looked, done->all);
}

static enum dt_status
support(const struct dt_normal *game, const struct dt_game_request *request,
    struct dt_solution *s, struct dt_error *err)
{
	struct dt_support_request wanted = { .seed = request->seed,
	    .stop = request->stop };
	struct dt_profile_list list = { .arena = s->arena };
	struct dt_support_done done;
	/* `all` has had the exact solver of games of two. */
	if (dt_dummy_choosers(game) <= 2 && strcmp(s->question, "all") == 0)
		return DT_OK;
	enum dt_status status =
	    dt_support_find(game, &wanted, &list, &done, err);
	if (status != DT_OK)
		return status;
	s->tolerance = 1e-9 * dt_gains_unit(game);
	say_support(s, &list, &done);
	status = dt_game_check_points(game, &list, s->tolerance, s, err);
	dt_game_points_table(game, &list, "by_support",
	    "Equilibria found by their supports", s);
	return status;
}

static void
say_lyapunov(struct dt_solution *s, const struct dt_profile_list *list,
    int tried, bool stopped)
{
	dt_solution_say(s, "%zu point%s found by minimisation from %d start%s"
	    "%s, in which nobody gains more than %.3g, a millionth of the "
	    "most that a move changes. There may be others.", list->n,
	    list->n == 1 ? " was" : "s were", tried, tried == 1 ? "" : "s",
	    stopped ? ", until it was stopped" : "", s->tolerance);
}

static enum dt_status
lyapunov(const struct dt_normal *game, const struct dt_game_request *request,
    struct dt_solution *s, struct dt_error *err)
{
	struct dt_lyapunov_request wanted = { .seed = request->seed,
	    .stop = request->stop };
	struct dt_profile_list list = { .arena = s->arena };
	int tried;
	enum dt_status status =
	    dt_lyapunov_find(game, &wanted, &list, &tried, err);
	if (status != DT_OK)
		return status;
	s->tolerance = 1e-6 * dt_gains_unit(game);
	say_lyapunov(s, &list, tried, dt_stop_is(request->stop));
	status = dt_game_check_points(game, &list, s->tolerance, s, err);
	dt_game_points_table(game, &list, "by_minimisation",
	    "Equilibria found by minimisation", s);
	return status;
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
