/* game_nash: all equilibria of a game of two; see game.h. */
#include "ask/game.h"

#include <string.h>

#include "ask/game_check.h"
#include "ask/game_points.h"
#include "ask/game_told.h"
#include "solve/certify.h"
#include "solve/dummy.h"
#include "solve/lemke_howson.h"
#include "solve/nash.h"
#include "solve/pure.h"

enum {
	PATHS_MOST = 250000,    /* profiles: some hundred megabytes */
	PURE_SHOWN = 100,       /* of games too big for all equilibria */
};

/* Chances that are no further apart are those of one equilibrium. */
static const double SAME = 1e-12;

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

static void
add_components(const struct dt_profile_list *list, const size_t *component,
    size_t n, struct dt_solution *s)
{
	struct dt_solution_table *t = dt_solution_table(s, "components",
	    "Sets of equilibria that hang together");
	dt_solution_column(t, "component", "set", "");
	dt_solution_column(t, "equilibria", "extreme equilibria", "");
	for (size_t i = 0; i < n; i++) {
		dt_solution_whole(t, (int64_t)i + 1);
		dt_solution_text(t, members(list, component, i, s));
	}
}

static bool
fits(const struct dt_normal *g)
{
	return g->strategies[0] <= DT_NASH_MOST &&
	    g->strategies[1] <= DT_NASH_MOST;
}

/* Every point of one list is in the other. */
static bool
has_all(const struct dt_normal *g, const struct dt_profile_list *list,
    const struct dt_profile_list *part)
{
	for (size_t k = 0; k < part->n; k++)
		if (!dt_profile_known(list, dt_profile_size(g),
		    part->points[k].chances, SAME))
			return false;
	return true;
}

static enum dt_status
add_missing(const struct dt_normal *g, struct dt_profile_list *list,
    const struct dt_profile_list *more, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	for (size_t k = 0; status == DT_OK && k < more->n; k++)
		if (!dt_profile_known(list, dt_profile_size(g),
		    more->points[k].chances, SAME))
			status = dt_profile_add(list, g,
			    more->points[k].chances, more->points[k].exact,
			    more->points[k].regret, err);
	return status;
}

/* A pure profile, with its chances as rationals where that proves it. */
static enum dt_status
add_profile(const struct dt_normal *g, size_t profile,
    struct dt_profile_list *list, struct dt_error *err)
{
	size_t n = dt_profile_size(g);
	size_t one = dt_pure_strategy(g, profile, 0);
	size_t two = g->strategies[0] + dt_pure_strategy(g, profile, 1);
	double *chances = dt_arena_new(list->arena, n, sizeof(*chances));
	const char **exact = dt_arena_new(list->arena, n, sizeof(*exact));
	bool good;
	if (chances == NULL || exact == NULL)
		return dt_status_no_memory(err);
	for (size_t k = 0; k < n; k++) {
		chances[k] = k == one || k == two;
		exact[k] = k == one || k == two ? "1" : "0";
	}
	if (dt_profile_known(list, n, chances, SAME))
		return DT_OK;
	enum dt_status status = dt_certify_exact(g, exact, &good, err);
	return status != DT_OK ? status : dt_profile_add(list, g, chances,
	    good ? exact : NULL, 0, err);
}

/* Those in pure strategies: sure and quick, however big the game is. */
static enum dt_status
add_pure(const struct dt_normal *g, struct dt_profile_list *list,
    struct dt_solution *s, struct dt_error *err)
{
	struct dt_pure pure;
	enum dt_status status = dt_pure_find(g, 0, list->arena, &pure, err);
	size_t n = fits(g) || pure.n < PURE_SHOWN ? pure.n : PURE_SHOWN;
	for (size_t k = 0; status == DT_OK && k < n; k++)
		status = add_profile(g, pure.profiles[k], list, err);
	if (status == DT_OK && n < pure.found)
		dt_solution_say(s, "Of %zu pure equilibria the first %zu are "
		    "listed; --method pure has more.", pure.found, n);
	return status;
}

/* What paths lead to: to look for it in a complete list, and to answer with
 * where there is none. Skipped where the tables would be huge. */
static enum dt_status
follow_paths(const struct dt_normal *g, struct dt_profile_list *list,
    double share, struct dt_error *err)
{
	struct dt_stop stop;
	if (g->profiles > PATHS_MOST)
		return DT_OK;
	const struct dt_stop *whole = list->stop;
	struct dt_lemke_howson_path *paths = dt_arena_new(list->arena,
	    dt_profile_size(g), sizeof(*paths));
	if (paths == NULL)
		return dt_status_no_memory(err);
	dt_stop_share(&stop, list->stop, share);
	list->stop = &stop;
	enum dt_status status = dt_lemke_howson_all(g, list, paths, err);
	list->stop = whole;
	return status;
}

static void
say_some(const struct dt_normal *g, const struct dt_profile_list *list,
    struct dt_solution *s)
{
	if (list->n == 0)
		dt_solution_say(s, "No equilibrium was found so far; the game "
		    "has one or more.");
	else
		dt_solution_say(s, "%zu equilibri%s found so far; there may "
		    "be others.", list->n, list->n == 1 ? "um was" : "a were");
	dt_solution_say(s, "Looked for: all pure ones%s.",
	    g->profiles > PATHS_MOST ? "; the game is too big for more" :
	    ", and those that Lemke and Howson's paths lead to");
	if (!fits(g))
		dt_solution_say(s, "All are sought only with at most %d "
		    "strategies a player; --method quantal finds one of "
		    "somewhat bigger games.", DT_NASH_MOST);
	else
		dt_solution_say(s, "To find all takes more time: --time gives "
		    "seconds.");
}

/* `joined`: some hang together. */
static void
say(const struct dt_normal *g, const struct dt_profile_list *list,
    bool joined, struct dt_solution *s)
{
	if (!list->complete)
		say_some(g, list, s);
	else if (joined)
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

/* All, or what paths and pure strategies give. */
static enum dt_status
find(const struct dt_normal *g, struct dt_profile_list *list,
    struct dt_solution *s, struct dt_error *err)
{
	struct dt_profile_list reached = { .arena = list->arena,
	    .stop = list->stop };
	enum dt_status status =
	    follow_paths(g, &reached, fits(g) ? .25 : .8, err);
	if (status == DT_OK && fits(g))
		status = dt_nash_all(g, list, err);
	if (status == DT_EUSAGE && list->stopped)
		status = DT_OK;
	if (status == DT_OK && list->complete &&
	    (!has_all(g, list, &reached) || !dt_certify_can_be_all(g, list))) {
		list->complete = false;
		dt_solution_say(s, "Looked at anew, this list cannot be "
		    "complete: please report the game.");
	}
	if (status == DT_OK && !list->complete)
		status = add_missing(g, list, &reached, err);
	if (status == DT_OK && !list->complete)
		status = add_pure(g, list, s, err);
	return status;
}

static enum dt_status
answer(const struct dt_normal *game, const struct dt_game_request *request,
    struct dt_solution *s, struct dt_error *err)
{
	struct dt_normal small;
	struct dt_game_told told = { .ask = request->ask, .game = &small };
	struct dt_profile_list list = { .arena = s->arena,
	    .stop = request->stop, .tell = dt_game_told_tell,
	    .context = &told }, whole = { .arena = s->arena };
	size_t *component, n = 0;
	enum dt_status status = dt_dummy_drop(game, s->arena, &small, err);
	if (status == DT_OK)
		status = find(&small, &list, s, err);
	if (status == DT_OK && list.complete && list.degenerate)
		status = dt_nash_components(&small, &list, &component, &n,
		    err);
	if (status != DT_OK)
		return status;
	bool joined = n > 0 && n < list.n;
	dt_game_exactness(game, &list, list.complete ?
	    "vertices of the best-reply polytopes" : "paths", s);
	say(&small, &list, joined, s);
	status = dt_game_check_points(&small, &list, s->tolerance, s, err);
	if (status == DT_OK)
		status = dt_dummy_restore(game, &list, &whole, err);
	if (status != DT_OK)
		return status;
	dt_game_points_table(game, &whole, "equilibria", !list.complete ?
	    "Equilibria found so far" : joined ?
	    "Extreme equilibria" : "Equilibria", s);
	if (joined)
		add_components(&list, component, n, s);
	return DT_OK;
}

const struct dt_game_method dt_game_nash = {
	.name = "nash",
	.brief = "all equilibria of a game of two, by vertices, exactly",
	.players = 2,
	.all = true,
	.answer = answer,
};
