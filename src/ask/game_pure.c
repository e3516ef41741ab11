/* game_pure: what is asked of a game's pure profiles: equilibria, dominance,
 * and advice (correlated equilibria). */
#include "ask/game_pure.h"

#include <math.h>

#include "ask/game_words.h"
#include "solve/certify.h"
#include "solve/correlated.h"
#include "solve/dominance.h"
#include "solve/pure.h"

/* Numbers in the programs' matrix that take about a second. */
enum { CORRELATED_IN_ALL = 20000 };

static enum dt_status
pure(const struct dt_normal *g, const struct dt_game_request *request,
    struct dt_solution *s, struct dt_error *err)
{
	struct dt_pure found;
	(void)request;
	enum dt_status status = dt_pure_find(g, 0, s->arena, &found, err);
	if (status != DT_OK)
		return status;
	dt_solution_say(s, "%zu of the %zu pure profiles %s; the list is of "
	    "all pure equilibria%s.", found.found, g->profiles,
	    found.found == 1 ? "is an equilibrium" : "are equilibria",
	    found.n < found.found ? " up to the first 1000" : "");
	struct dt_solution_table *t = dt_solution_table(s, "pure_equilibria",
	    "Pure equilibria, and what each player gets");
	dt_solution_column(t, "profile", NULL, "");
	for (size_t i = 0; i < g->players; i++) {
		const char *name = dt_arena_print(s->arena, "payoff_%zu",
		    i + 1);
		s->failed |= name == NULL;
		dt_solution_column(t, name != NULL ? name : "",
		    g->names[i], "payoff");
	}
	dt_solution_column(t, "regret", NULL, "payoff");
	for (size_t p = 0; p < found.n; p++) {
		dt_solution_text(t,
		    dt_game_words_profile(s, g, found.profiles[p]));
		for (size_t i = 0; i < g->players; i++)
			dt_solution_number(t, g->payoffs[found.profiles[p] *
			    g->players + i]);
		dt_solution_number(t, 0);
	}
	return DT_OK;
}

/* "pause", or "0.5 pause + 0.5 wait". */
static const char *
mix_words(struct dt_solution *s, const struct dt_normal *g,
    const struct dt_dominance_step *step)
{
	struct dt_text text = { 0 };
	for (size_t k = 0; k < g->strategies[step->player]; k++) {
		const char *label = g->labels[step->player][k];
		if (step->mix[k] < 1e-9)
			continue;
		if (step->pure)
			dt_text_add(&text, "%s", label);
		else
			dt_text_add(&text, "%s%.4g %s",
			    text.size > 0 ? " + " : "", step->mix[k], label);
	}
	return dt_game_words_keep(s, &text);
}

/* The steps once more, one by one. */
static void
check_dominance(const struct dt_normal *g, bool weak,
    const struct dt_dominance *d, const struct dt_game_request *request,
    struct dt_solution *s)
{
	size_t looked;
	size_t good = dt_certify_dominance(g, weak, d, request->stop,
	    &looked);
	if (good < looked)
		dt_solution_say(s, "Looked at anew, %zu of these strategies "
		    "%s not dominated: please report the game.",
		    looked - good, looked - good == 1 ? "is" : "are");
	if (looked < d->n)
		dt_solution_say(s, "Looked at anew before it was stopped: "
		    "%zu of these %zu.", looked, d->n);
}

static enum dt_status
eliminate(const struct dt_normal *g, bool weak,
    const struct dt_game_request *request, struct dt_solution *s,
    struct dt_error *err)
{
	const char *how = weak ? "weakly" : "strictly";
	struct dt_dominance d;
	enum dt_status status = dt_dominance_find(g, weak, request->stop,
	    s->arena, &d, err);
	if (status != DT_OK)
		return status;
	if (d.stopped)
		dt_solution_say(s, "It was stopped after %zu %s dominated "
		    "strateg%s; there may be more.", d.n, how,
		    d.n == 1 ? "y" : "ies");
	else if (d.n == 0)
		dt_solution_say(s, "No strategy is %s dominated.", how);
	else
		dt_solution_say(s, "%zu %s dominated strateg%s go%s, all of a "
		    "round at once.%s", d.n, how, d.n == 1 ? "y" : "ies",
		    d.n == 1 ? "es" : "", weak ? " Another order could leave "
		    "others." : "");
	check_dominance(g, weak, &d, request, s);
	if (!d.whole)
		dt_solution_say(s, "Mixes that dominate %s were not looked "
		    "for everywhere: the game is too big.", how);
	struct dt_solution_table *t = dt_solution_table(s, weak ?
	    "dominance_weak" : "dominance_strict", weak ?
	    "Weakly dominated, in this order" :
	    "Strictly dominated, in this order");
	dt_solution_column(t, "round", NULL, "");
	dt_solution_column(t, "player", NULL, "");
	dt_solution_column(t, "strategy", NULL, "");
	dt_solution_column(t, "dominated_by", "dominated by", "");
	for (size_t k = 0; k < d.n; k++) {
		size_t player = d.steps[k].player;
		dt_solution_whole(t, (int64_t)d.steps[k].round);
		dt_solution_text(t, g->names[player]);
		dt_solution_text(t, g->labels[player][d.steps[k].strategy]);
		dt_solution_text(t, mix_words(s, g, &d.steps[k]));
	}
	return DT_OK;
}

static enum dt_status
dominance(const struct dt_normal *g, const struct dt_game_request *request,
    struct dt_solution *s, struct dt_error *err)
{
	enum dt_status status = eliminate(g, false, request, s, err);
	return status != DT_OK ? status :
	    eliminate(g, true, request, s, err);
}

/* What is nothing but rounding, beside the game's payoffs, is zero. */
static double
rounded(const struct dt_normal *g, double value)
{
	return fabs(value) < 1e-12 * dt_pure_range(g) ? 0 : value;
}

static enum dt_status
correlated(const struct dt_normal *g, const struct dt_game_request *request,
    struct dt_solution *s, struct dt_error *err)
{
	struct dt_correlated c;
	if (request->all && dt_correlated_size(g) > CORRELATED_IN_ALL) {
		dt_solution_say(s, "The linear programs of correlated "
		    "equilibria would take long; --method correlated asks for "
		    "them.");
		return DT_OK;
	}
	enum dt_status status = dt_correlated_find(g, s->arena, &c, err);
	if (status != DT_OK)
		return status;
	dt_solution_say(s, "On advice that nobody gains by leaving, the sum "
	    "of payoffs is between %.7g and %.7g.", c.worst.welfare,
	    c.best.welfare);
	struct dt_solution_table *t = dt_solution_table(s,
	    "correlated_bounds", "What each player can get");
	dt_solution_column(t, "player", NULL, "");
	dt_solution_column(t, "least", NULL, "payoff");
	dt_solution_column(t, "most", NULL, "payoff");
	for (size_t i = 0; i < g->players; i++) {
		dt_solution_text(t, g->names[i]);
		dt_solution_number(t, rounded(g, c.least[i].values[i]));
		dt_solution_number(t, rounded(g, c.most[i].values[i]));
	}
	t = dt_solution_table(s, "correlated_best",
	    "The advice of the largest sum");
	dt_solution_column(t, "profile", NULL, "");
	dt_solution_column(t, "chance", NULL, "chance");
	dt_solution_column(t, "regret", "regret of all", "payoff");
	for (size_t p = 0; p < g->profiles; p++)
		if (c.best.chances[p] > 0) {
			dt_solution_text(t, dt_game_words_profile(s, g, p));
			dt_solution_number(t, c.best.chances[p]);
			dt_solution_number(t, c.best.regret);
		}
	return DT_OK;
}

const struct dt_game_method dt_game_pure = {
	.name = "pure", .brief = "pure equilibria, all, by best replies",
	.all = true, .answer = pure,
};

const struct dt_game_method dt_game_pure_dominance = {
	.name = "dominance", .brief = "dominated strategies, again and again, "
	    "also by mixes (linear programs)",
	.all = true, .answer = dominance,
};

const struct dt_game_method dt_game_pure_correlated = {
	.name = "correlated", .brief = "correlated equilibria: best and worst "
	    "sum, bounds by player (linear programs)",
	.all = true, .answer = correlated,
};
