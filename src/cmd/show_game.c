/* show_game: a game in normal form, in any form that a game is written in. */
#include "cmd/show.h"

#include <string.h>

#include "catalogue/games.h"
#include "cmd/solve.h"

enum { LONG = 200 };    /* profiles that are shown to people */

/* A row a profile: what each plays, and what each gets. */
static void
add_profiles(const struct dt_normal *g, struct dt_solution *s)
{
	struct dt_solution_table *t = dt_solution_table(s, "payoffs",
	    "What each gets");
	t->hidden = g->profiles > LONG;
	for (size_t i = 0; i < 2 * g->players; i++) {
		const char *name = dt_arena_print(s->arena, i < g->players ?
		    "strategy_%zu" : "payoff_%zu", i % g->players + 1);
		const char *head = dt_arena_print(s->arena, i < g->players ?
		    "%s" : "%s gets", g->names[i % g->players]);
		s->failed |= name == NULL || head == NULL;
		dt_solution_column(t, name != NULL ? name : "", head,
		    i < g->players ? "" : "payoff");
	}
	for (size_t p = 0; p < g->profiles; p++) {
		size_t rest = p;
		for (size_t i = 0; i < g->players; i++) {
			dt_solution_text(t,
			    g->labels[i][rest % g->strategies[i]]);
			rest /= g->strategies[i];
		}
		for (size_t i = 0; i < g->players; i++)
			dt_solution_number(t,
			    g->payoffs[p * g->players + i]);
	}
}

/* "4; 3" by the first's strategies (rows) and the second's. */
static void
add_matrix(const struct dt_normal *g, struct dt_solution *s)
{
	struct dt_solution_table *t = dt_solution_table(s, "matrix",
	    dt_arena_print(s->arena, "%s (rows); %s (columns)", g->names[0],
	    g->names[1]));
	dt_solution_column(t, "strategy", "", "");
	for (size_t j = 0; j < g->strategies[1]; j++)
		dt_solution_column(t, g->labels[1][j], NULL, "");
	for (size_t i = 0; i < g->strategies[0]; i++) {
		dt_solution_text(t, g->labels[0][i]);
		for (size_t j = 0; j < g->strategies[1]; j++) {
			const double *pay = g->payoffs +
			    2 * (j * g->strategies[0] + i);
			dt_solution_text(t, dt_arena_print(s->arena,
			    "%.7g; %.7g", pay[0], pay[1]));
		}
	}
}

static enum dt_exit
tell(struct dt_command_call *call, const struct dt_normal *g,
    const char *name)
{
	struct dt_solution s;
	bool people = dt_command_format(call) == DT_FORMAT_TEXT;
	dt_solution_start(&s, call->arena, "game", g->title[0] != '\0' ?
	    g->title : name);
	dt_solution_say(&s, "%s: %zu player%s, %zu profile%s.%s%s", s.subject,
	    g->players, g->players == 1 ? "" : "s", g->profiles,
	    g->profiles == 1 ? "" : "s", g->comment[0] != '\0' ? " " : "",
	    g->comment);
	if (people && g->players == 2 && g->strategies[1] <= 12)
		add_matrix(g, &s);
	else
		add_profiles(g, &s);
	enum dt_exit exit = dt_cmd_solve_print(call, &s, false);
	dt_solution_free(&s);
	if (exit == DT_EXIT_OK && people)
		dt_command_advise(call, "\nIts equilibria: detente solve %s",
		    name);
	return exit;
}

static enum dt_exit
write_form(const struct dt_command_call *call, const struct dt_normal *g,
    const char *form)
{
	struct dt_text text = { 0 };
	if (strcmp(form, "csv") == 0)
		dt_normal_print_csv(g, &text);
	else if (strcmp(form, "nfg") == 0)
		dt_normal_print(g, &text);
	else
		dt_normal_print_outcomes(g, &text);
	enum dt_exit exit = dt_command_write(call, &text);
	dt_text_free(&text);
	return exit;
}

enum dt_exit
dt_cmd_show_game(struct dt_command_call *call, const char *name)
{
	struct dt_faults faults = { .arena = call->arena };
	struct dt_error err = { 0 };
	struct dt_normal game;
	const char *form = dt_command_value(call, "format");
	if (dt_games_read(&call->catalogue, name, &game, &faults, &err) != DT_OK)
		return dt_command_fail(call, &faults, &err);
	if (form != NULL && strcmp(form, "csv") == 0 && game.players != 2)
		return dt_command_usage(call, "a table is of two players; "
		    "this game has %zu: --format nfg", game.players);
	return form == NULL || strcmp(form, "text") == 0 ||
	    strcmp(form, "json") == 0 ? tell(call, &game, name) :
	    write_form(call, &game, form);
}
