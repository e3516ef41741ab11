/* solve_game: what is asked of a game in normal form. */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "cmd/solve.h"
#include "ask/game.h"

enum { CONFIG_MOST = 1 << 20 };        /* payoffs */

/* A method that cannot answer is no reason to keep back what others found. */
static enum dt_status
ask_all(const struct dt_normal *game, const struct dt_game_request *request,
    struct dt_solution *solution, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	double tolerance = 0;   /* the widest of all */
	for (size_t i = 0; status == DT_OK && dt_game_methods[i]; i++) {
		const struct dt_game_method *one = dt_game_methods[i];
		if (!one->all || (one->players != 0 &&
		    one->players != game->players))
			continue;
		solution->tolerance = 0;
		status = one->answer(game, request, solution, err);
		tolerance = fmax(tolerance, solution->tolerance);
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
ask(const struct dt_normal *game, const char *name,
    const struct dt_game_request *request, struct dt_solution *solution,
    struct dt_error *err)
{
	const struct dt_game_method *one = dt_game_method_of(name);
	bool all = strcmp(name, "all") == 0;
	if (!all && one == NULL)
		return dt_status_fail(err, DT_EUSAGE, "method %s is not "
		    "there yet", name);
	if (!all && one->players != 0 && one->players != game->players)
		return dt_status_fail(err, DT_EUSAGE, "method %s is for games "
		    "of %zu players; this one has %zu", name, one->players,
		    game->players);
	if (!all)
		return one->answer(game, request, solution, err);
	return ask_all(game, request, solution, err);
}

/* Gambit's lines, NE,p11,...,p21,...: the chances without number and
 * deviation. */
static enum dt_exit
print_lines(struct dt_command_call *call, struct dt_solution *solution)
{
	const struct dt_solution_table *t = solution->tables;
	struct dt_text text = { .failed = solution->failed };
	char buffer[DT_NUMBER_SIZE];
	for (size_t i = 0; i < t->n_cells; i++) {
		const struct dt_solution_cell *cell = &t->cells[i];
		size_t column = i % t->n_columns;
		if (column == 0)
			dt_text_add(&text, "NE");
		else if (column + 1 == t->n_columns)
			dt_text_add(&text, "\n");
		else
			dt_text_add(&text, ",%s",
			    cell->kind == DT_SOLUTION_EXACT ? cell->text :
			    dt_number_print(cell->number, buffer));
	}
	enum dt_exit exit = dt_command_write(call, &text);
	dt_text_free(&text);
	dt_solution_free(solution);
	return exit;
}

static enum dt_exit
finish(struct dt_command_call *call, struct dt_solution *solution)
{
	const struct dt_solution_table *t = solution->tables;
	bool lines = dt_command_format(call) == DT_FORMAT_CSV &&
	    dt_command_value(call, "table") == NULL && t != NULL &&
	    strcmp(t->name, "equilibria") == 0;
	return lines ? print_lines(call, solution) :
	    dt_cmd_solve_finish(call, solution);
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

enum dt_exit
dt_cmd_solve_game(struct dt_command_call *call)
{
	struct dt_faults faults = { .arena = call->arena };
	struct dt_error err = { 0 };
	struct dt_normal game;
	struct dt_solution solution;
	const char *method = dt_command_value(call, "method");
	bool bad = false;
	struct dt_game_request request = {
		.seed = (uint64_t)dt_command_whole(call, "seed", 0, INT64_MAX,
		    1, &bad),
		.threads = (int)dt_command_whole(call, "threads", 1, 1024, 1,
		    &bad),
		.lambda = dt_command_number(call, "lambda", 0, 1e300, 0, &bad),
		.alpha = dt_command_number(call, "alpha", 0, 1e300, 0, &bad),
		.population = dt_command_whole(call, "population", 2, 1000000,
		    0, &bad),
	};
	if (bad)
		return DT_EXIT_USAGE;
	enum dt_status status = dt_cmd_solve_read(call, call->operands[0],
	    &game, &faults, &err);
	if (status == DT_OK) {
		if (method == NULL)
			method = game.players == 2 ? "nash" : "all";
		request.all = strcmp(method, "all") == 0;
		dt_solution_start(&solution, call->arena, method,
		    game.title[0] != '\0' ? game.title : call->operands[0]);
		add_config(&game, &solution);
		status = ask(&game, method, &request, &solution, &err);
		if (status != DT_OK)
			dt_solution_free(&solution);
	}
	return status == DT_OK ? finish(call, &solution) :
	    dt_command_fail(call, &faults, &err);
}
