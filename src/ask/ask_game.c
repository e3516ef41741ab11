/* ask_game: what is asked of a game in normal form. */
#include <math.h>
#include <string.h>

#include "ask/ask_question.h"
#include "ask/game.h"
#include "base/number.h"
#include "catalogue/games.h"

enum {
	CONFIG_MOST = 1 << 20,  /* payoffs */
	TIME = 8,               /* seconds, where --time does not say */
};

/* A method that cannot answer is no reason to keep back what others found. */
static enum dt_status
ask_all(const struct dt_normal *game, const struct dt_game_request *request,
    struct dt_solution *solution, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	double tolerance = 0;   /* the widest of all */
	struct dt_game_request own = *request;
	struct dt_stop stop;
	own.stop = &stop;
	for (size_t i = 0; status == DT_OK && dt_game_methods[i]; i++) {
		const struct dt_game_method *one = dt_game_methods[i];
		if (!one->all || !dt_game_method_fits(one, game))
			continue;
		solution->tolerance = 0;
		/* No method may use up the others' time. */
		dt_stop_share(&stop, request->stop, .4);
		status = one->answer(game, &own, solution, err);
		tolerance = dt_number_max(tolerance, solution->tolerance);
		if (status != DT_EUSAGE)
			continue;
		dt_solution_say(solution, "%s: %s.", one->name, err->message);
		*err = (struct dt_error){ 0 };
		status = DT_OK;
	}
	solution->method = "all";
	solution->tolerance = tolerance;
	return status;
}

/* `all`, or one method that fits the number of players. */
static enum dt_status
ask_method(const struct dt_normal *game, const char *name,
    const struct dt_game_request *request, struct dt_solution *solution,
    struct dt_error *err)
{
	const struct dt_game_method *one = dt_game_method_of(name);
	bool all = strcmp(name, "all") == 0;
	if (!all && one == NULL)
		return dt_status_fail(err, DT_EUSAGE, "method %s is not "
		    "there yet", name);
	if (!all && !dt_game_method_fits(one, game))
		return dt_status_fail(err, DT_EUSAGE, "method %s is for games "
		    "of %zu players; this one has %zu", name, one->players,
		    game->players);
	if (!all)
		return one->answer(game, request, solution, err);
	return ask_all(game, request, solution, err);
}

/* Whether one that is asked draws it. */
static bool
draws(const struct dt_normal *game, const char *method)
{
	bool all = strcmp(method, "all") == 0;
	for (size_t i = 0; dt_game_methods[i] != NULL; i++) {
		const struct dt_game_method *one = dt_game_methods[i];
		if ((all ? one->all : strcmp(one->name, method) == 0) &&
		    one->draws != NULL && (!all || one->draws(game)))
			return true;
	}
	return false;
}

/* The game goes with the answer, unless it is a very long text. */
static void
add_config(const struct dt_normal *game, struct dt_solution *solution)
{
	struct dt_text text = { 0 };
	if (game->profiles * game->players > CONFIG_MOST)
		return;
	dt_normal_print(game, &text);
	const char *copy =
	    dt_arena_copy(solution->arena, dt_text_string(&text));
	solution->failed |= text.failed || copy == NULL;
	solution->config = copy != NULL ? copy : "";
	dt_text_free(&text);
}

static enum dt_status
read_request(const struct dt_ask *ask, struct dt_game_request *request,
    struct dt_error *err)
{
	const struct dt_options *o = ask->options;
	int64_t seed = 1, threads = 1;
	enum dt_status status = dt_option_whole(o, "seed", 0, INT64_MAX,
	    &seed, err);
	if (status == DT_OK)
		status = dt_option_whole(o, "threads", 1,
		    DT_ASK_THREADS_MOST, &threads, err);
	if (status == DT_OK)
		status = dt_option_number(o, "lambda", 0, 1e300,
		    &request->lambda, err);
	if (status == DT_OK)
		status = dt_option_number(o, "alpha", 0, 1e300,
		    &request->alpha, err);
	if (status == DT_OK)
		status = dt_option_whole(o, "population", 2, 1000000,
		    &request->population, err);
	request->seed = (uint64_t)seed;
	request->threads = (int)threads;
	return status;
}

/* The time that --time gives, within what stops the asker. */
static enum dt_status
read_stop(const struct dt_ask *ask, struct dt_stop *stop,
    struct dt_error *err)
{
	double seconds = TIME;
	enum dt_status status = dt_option_number(ask->options, "time", 0, 1e9,
	    &seconds, err);
	dt_stop_start(stop, seconds);
	stop->above = ask->stop;
	return status;
}

enum dt_status
dt_ask_game(struct dt_ask *ask, struct dt_solution *solution,
    struct dt_error *err)
{
	struct dt_normal game;
	const char *method = dt_ask_value(ask, "method");
	struct dt_stop stop;
	struct dt_game_request request = { .stop = &stop,
	    .picture = ask->picture, .ask = ask };
	enum dt_status status = read_request(ask, &request, err);
	if (status == DT_OK)
		status = read_stop(ask, &stop, err);
	if (status == DT_OK)
		status = dt_games_read(ask->catalogue, ask->subject, &game,
		    ask->faults, err);
	if (status != DT_OK)
		return status;
	if (method == NULL)
		method = dt_game_method_fits(&dt_game_nash, &game) ? "nash" :
		    "all";
	if (ask->picture != NULL && !draws(&game, method))
		return dt_ask_no_picture(err);
	request.all = strcmp(method, "all") == 0;
	dt_solution_start(solution, ask->catalogue->arena, method,
	    game.title[0] != '\0' ? game.title : ask->subject);
	add_config(&game, solution);
	return ask_method(&game, method, &request, solution, err);
}
