/* recorded_tell: a recorded game in sentences; see recorded.h. */
#include "infer/recorded_internal.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

enum { NAMED_MOST = 5 };        /* never-played profiles, by name */

static bool
all_alike(const struct dt_recorded_game *game)
{
	for (size_t i = 0; i < game->n_players; i++)
		if (game->players[i].alike != 0)
			return false;
	return game->n_players > 1;
}

/* ---- Sentences ---- */

static size_t
count_kinds(const struct dt_recorded_game *game, size_t *played)
{
	size_t n = 0;
	*played = 0;
	for (size_t p = 0; p < game->table.profiles; p++) {
		if (dt_recorded_same(game, p) != p)
			continue;
		n++;
		*played += dt_empirical_played(&game->table, p);
	}
	return n;
}

static void
say_missing(const struct dt_recorded *r, const struct dt_recorded_game *game,
    size_t missing, struct dt_solution *s)
{
	struct dt_text text = { 0 };
	size_t named = 0;
	for (size_t p = 0; p < game->table.profiles && named < NAMED_MOST;
	    p++)
		if (dt_recorded_same(game, p) == p &&
		    !dt_empirical_played(&game->table, p))
			dt_text_add(&text, "%s%s", named++ > 0 ? "; " : "",
			    dt_recorded_profile(r, game, p));
	dt_solution_say(s, "Never played: %s%s. Of a profile beside one that "
	    "was never played it can be said that a deviation pays, not that "
	    "none does.", dt_text_string(&text), missing > named ?
	    dt_arena_print(r->arena, " and %zu more", missing - named) : "");
	dt_text_free(&text);
}

static void
say_sources(const struct dt_recorded_game *game, struct dt_solution *s)
{
	if (game->single > 0)
		dt_solution_say(s, "%zu experiment%s of one run left out: one "
		    "run has no standard error.", game->single,
		    game->single > 1 ? "s are" : " is");
	if (game->clash > 0)
		dt_solution_say(s, "%zu source%s left out: a strategy of the "
		    "same name is another there.", game->clash,
		    game->clash > 1 ? "s are" : " is");
	if (game->sweep != NULL && game->sweep->kept < game->sweep->cells)
		dt_solution_say(s, "The sweep has %" PRId64 " of its %" PRId64
		    " cells: detente sweep with --resume plays the others.",
		    game->sweep->kept, game->sweep->cells);
}

static void
say_game(const struct dt_recorded *r, const struct dt_recorded_game *game,
    struct dt_solution *s)
{
	struct dt_text text = { 0 };
	size_t played, kinds = count_kinds(game, &played);
	for (size_t i = 0; i < game->n_players; i++)
		dt_text_add(&text, "%s%s (%zu strategies)", i == 0 ? "" :
		    ", ", game->players[i].name, game->players[i].n);
	dt_solution_say(s, "A game of %zu player%s: %s.", game->n_players,
	    game->n_players > 1 ? "s" : "", dt_text_string(&text));
	dt_text_free(&text);
	for (size_t i = 0; i < game->n_players; i++)
		if (game->players[i].n_members > 1)
			dt_solution_say(s, "%s move together: they are one "
			    "player, paid the mean of theirs.",
			    game->players[i].name);
	if (game->reduced)
		dt_solution_say(s, "%s are alike, so profiles count by how "
		    "many play what, and what they got is put together.",
		    all_alike(game) ? "All" : "Some players");
	dt_solution_say(s, "%zu of %zu profiles were played%s.", played,
	    kinds, game->exact == game->played ? ", all of them exact" :
	    game->exact > 0 ? ", some of them exact" : "");
	if (played < kinds)
		say_missing(r, game, kinds - played, s);
	say_sources(game, s);
}

static void
say_verdict(const struct dt_recorded *r, const struct dt_recorded_game *game,
    size_t profile, const struct dt_empirical_verdict *v,
    struct dt_solution *s)
{
	const char *name = dt_recorded_profile(r, game, profile);
	const struct dt_empirical_deviation *d = v->n > 0 ?
	    &v->deviations[v->best] : NULL;
	if (name == NULL || d == NULL || v->missing == v->n)
		return;
	const char *to = game->players[d->player].labels[d->strategy];
	const char *mover = dt_recorded_who(r, game, d->player, profile);
	if (v->missing > 0 && v->regret == 0)
		dt_solution_say(s, "%s: no deviation that was played pays, "
		    "but %zu of %zu were not.", name, v->missing, v->n);
	else if (v->regret == 0 && v->high == 0)
		dt_solution_say(s, "%s is an equilibrium: nobody gains by "
		    "another strategy. The nearest to it: %s, by %s, %s%.4g.",
		    name, mover, to, d->gain < 0 ? "loses " : "",
		    fabs(d->gain));
	else if (v->regret == 0)
		dt_solution_say(s, "%s is an equilibrium with chance %.3g; "
		    "its regret is below %.3g (95 %%).", name, v->chance,
		    v->high);
	else
		dt_solution_say(s, "%s is %s: %s gains %.4g by %s (regret "
		    "%.3g to %.3g, 95 %%).", name, v->chance > 0 ?
		    dt_arena_print(r->arena, "an equilibrium with chance "
		    "%.3g only", v->chance) : "no equilibrium", mover,
		    v->regret, to, v->low, isnan(v->high) ? INFINITY :
		    v->high);
}

/* What of a game of two can be missed: nothing; of one of more: */
static void
say_complete(const struct dt_recorded_answer *a, struct dt_solution *s)
{
	bool alike = a->sought == DT_RECORDED_SOUGHT_ALIKE ||
	    a->sought == DT_RECORDED_SOUGHT_BOTH;
	if (a->flat)
		dt_solution_say(s, "If all play alike, any chance is an "
		    "equilibrium: no strategy pays more than another.");
	if (a->refused)
		dt_solution_say(s, "%s: the game has more than %zu "
		    "combinations of supports. --export FILE.nfg writes it "
		    "for detente solve FILE.nfg --method support, which may "
		    "take minutes, or lyapunov.", alike ?
		    "Mixed equilibria in which players play unlike were not "
		    "looked for" : "Mixed equilibria were not looked for",
		    a->supports);
	else
		dt_solution_say(s, "Mixed equilibria were looked for by their "
		    "supports; that there are no others is not proven%s.",
		    alike ? ", but for those in which all play alike" : "");
}

static void
say_mixed(const struct dt_recorded_answer *a, struct dt_solution *s)
{
	bool two = a->sought == DT_RECORDED_SOUGHT_ALL;
	if (a->mixed.n > 0)
		dt_solution_say(s, "The means have %zu equilibri%s in mixed "
		    "strategies%s; the table has %s%s.", a->mixed.n,
		    a->mixed.n > 1 ? "a" : "um", a->mixed.degenerate ?
		    " (extreme ones: the game is degenerate)" : "",
		    a->mixed.n > 1 ? "them" : "it", two ? ", with the chance "
		    "that the game has one over the same strategies" : "");
	if (two)
		return;
	if (a->sought != DT_RECORDED_SOUGHT_NONE || a->refused)
		say_complete(a, s);
	else
		dt_solution_say(s, "Mixed equilibria are looked for in whole "
		    "games only, of two players with at most %d strategies "
		    "or of more with at most %d profiles.",
		    DT_RECORDED_MIXED_MOST, DT_RECORDED_MIXED_PROFILES);
}

static void
say_needs(const struct dt_recorded_answer *a, struct dt_solution *s)
{
	if (a->n_needs > 0)
		dt_solution_say(s, "To be sure of gains above %.3g, %zu "
		    "profile%s more runs: --refine plays them.", a->error,
		    a->n_needs, a->n_needs > 1 ? "s need" : " needs");
	else
		dt_solution_say(s, "No more runs are needed for that: gains "
		    "below %.3g count as none.", a->error);
}

static void
say_answer(const struct dt_recorded *r, const struct dt_recorded_game *game,
    const struct dt_recorded_answer *a, struct dt_solution *s)
{
	enum { MOST = 4 };
	if (a->n == 0)
		return;
	if (a->verdicts[0].regret > 0 && a->verdicts[0].chance == 0)
		dt_solution_say(s, "No profile that was played is an "
		    "equilibrium in pure strategies; the nearest:");
	for (size_t k = 0; k < a->n && k < MOST; k++)
		say_verdict(r, game, a->candidates[k], &a->verdicts[k], s);
	if (a->n > MOST)
		dt_solution_say(s, "%zu more may be equilibria; the table has "
		    "them.", a->n - MOST);
	say_mixed(a, s);
	say_needs(a, s);
}

void
dt_recorded_tell(const struct dt_recorded *r,
    const struct dt_recorded_game *game, const struct dt_recorded_answer *a,
    struct dt_solution *s)
{
	s->method = "empirical game, parametric bootstrap";
	say_game(r, game, s);
	say_answer(r, game, a, s);
	dt_recorded_add_equilibria(r, game, a, s);
	dt_recorded_add_needs(r, game, a, s);
	dt_recorded_add_profiles(r, game, s);
}

/* ---- Several games ---- */

static const char *
where_of(const struct dt_recorded *r, const struct dt_recorded_game *game)
{
	const char *text = "";
	for (size_t i = 0; i < game->n_where && text != NULL; i++)
		text = dt_arena_print(r->arena, "%s%s%s=%s", text, i > 0 ?
		    " " : "", game->where[i].name, game->where[i].value);
	return text;
}

static void
survey_columns(struct dt_solution_table *t)
{
	dt_solution_column(t, "game", NULL, "");
	dt_solution_column(t, "where", NULL, "");
	dt_solution_column(t, "players", NULL, "");
	dt_solution_column(t, "profiles", NULL, "");
	dt_solution_column(t, "played", NULL, "");
	dt_solution_column(t, "equilibria", NULL, "");
	dt_solution_column(t, "best", NULL, "");
	dt_solution_column(t, "probability", NULL, "chance");
	dt_solution_column(t, "regret", NULL, "payoff a round");
	dt_solution_column(t, "regret_high", "high", "payoff a round");
	dt_solution_column(t, "needs", NULL, "profiles");
}

static void
add_game(const struct dt_recorded *r, const struct dt_recorded_game *game,
    const struct dt_recorded_answer *a, struct dt_solution_table *t)
{
	size_t played, kinds = count_kinds(game, &played), found = 0;
	bool any = a->n > 0;
	for (size_t k = 0; k < a->n; k++)
		found += a->verdicts[k].regret == 0 &&
		    a->verdicts[k].missing == 0;
	dt_solution_whole(t, (int64_t)game->number);
	dt_solution_text(t, where_of(r, game));
	dt_solution_whole(t, (int64_t)game->n_players);
	dt_solution_whole(t, (int64_t)kinds);
	dt_solution_whole(t, (int64_t)played);
	dt_solution_whole(t, (int64_t)found);
	dt_solution_text(t, any ? dt_recorded_profile(r, game,
	    a->candidates[0]) : NULL);
	dt_solution_number(t, any ? a->verdicts[0].chance : NAN);
	dt_solution_number(t, any ? a->verdicts[0].regret : NAN);
	dt_solution_number(t, any ? a->verdicts[0].high : NAN);
	dt_solution_whole(t, (int64_t)a->n_needs);
}

enum dt_status
dt_recorded_survey(const struct dt_recorded *r,
    const struct dt_recorded_request *request, struct dt_solution *s,
    struct dt_error *err)
{
	struct dt_solution_table *t = dt_solution_table(s, "games",
	    "The games, each with its most likely equilibrium:");
	struct dt_recorded_request pure = *request;
	enum dt_status status = DT_OK;
	pure.pure = true;       /* the table has no others */
	s->method = "empirical games, parametric bootstrap";
	dt_solution_say(s, "%zu games, which differ in more than strategies. "
	    "--where NAME=VALUE chooses, as --where game=1.", r->n);
	survey_columns(t);
	for (size_t g = 0; g < r->n && status == DT_OK; g++) {
		struct dt_recorded_answer a;
		status = dt_recorded_solve(r, &r->games[g], &pure, &a, err);
		if (status == DT_OK)
			add_game(r, &r->games[g], &a, t);
	}
	return status;
}
