/* recorded_table: a recorded game in tables; see recorded.h. */
#include "infer/recorded_internal.h"

#include <math.h>

void
dt_recorded_add_profiles(const struct dt_recorded *r,
    const struct dt_recorded_game *game, struct dt_solution *s)
{
	const struct dt_empirical *g = &game->table;
	struct dt_solution_table *t = dt_solution_table(s, "profiles",
	    "What each profile pays, a round:");
	dt_solution_column(t, "profile", NULL, "");
	dt_solution_column(t, "player", NULL, "");
	dt_solution_column(t, "strategy", NULL, "");
	dt_solution_column(t, "payoff", NULL, "payoff a round");
	dt_solution_column(t, "payoff_se", "error", "payoff a round");
	dt_solution_column(t, "runs", NULL, "runs");
	for (size_t p = 0; p < g->profiles; p++)
		for (size_t i = 0; i < g->players &&
		    dt_recorded_same(game, p) == p; i++) {
			size_t e = g->which[p * g->players + i];
			size_t own = dt_empirical_strategy(g, p, i);
			bool seen = e == DT_EMPIRICAL_MISSING;
			for (size_t k = 0; k < i; k++)
				seen |= g->which[p * g->players + k] == e;
			if (seen)
				continue;
			dt_solution_text(t, dt_recorded_profile(r, game, p));
			dt_solution_text(t, dt_recorded_who(r, game, i, p) ==
			    game->players[i].name ? game->players[i].name :
			    NULL);
			dt_solution_text(t, game->players[i].labels[own]);
			dt_solution_number(t, g->estimates[e].mean);
			dt_solution_number(t, g->estimates[e].error);
			dt_solution_whole(t, g->estimates[e].runs);
		}
	t->hidden = dt_solution_rows(t) > 60;
}

static void
equilibria_columns(struct dt_solution_table *t)
{
	dt_solution_column(t, "profile", NULL, "");
	dt_solution_column(t, "kind", NULL, "");
	dt_solution_column(t, "probability", NULL, "chance");
	dt_solution_column(t, "regret", NULL, "payoff a round");
	dt_solution_column(t, "regret_low", "low", "payoff a round");
	dt_solution_column(t, "regret_high", "high", "payoff a round");
	dt_solution_column(t, "tempted", NULL, "");
	dt_solution_column(t, "by", NULL, "");
	dt_solution_column(t, "gain", NULL, "payoff a round");
	dt_solution_column(t, "gain_se", "error", "payoff a round");
	dt_solution_column(t, "deviations_missing", "missing",
	    "deviations");
}

static void
add_verdict(const struct dt_recorded *r, const struct dt_recorded_game *game,
    size_t profile, const struct dt_empirical_verdict *v,
    struct dt_solution_table *t)
{
	const struct dt_empirical_deviation *d =
	    v->n > v->missing ? &v->deviations[v->best] : NULL;
	dt_solution_text(t, dt_recorded_profile(r, game, profile));
	dt_solution_text(t, "pure");
	dt_solution_number(t, v->chance);
	dt_solution_number(t, d ? v->regret : NAN);
	dt_solution_number(t, d ? v->low : NAN);
	dt_solution_number(t, v->high);
	dt_solution_text(t, d ? dt_recorded_who(r, game, d->player, profile) : NULL);
	dt_solution_text(t, d ?
	    game->players[d->player].labels[d->strategy] : NULL);
	dt_solution_number(t, d ? d->gain : NAN);
	dt_solution_number(t, d ? d->error : NAN);
	dt_solution_whole(t, (int64_t)v->missing);
}

/* " 0.4 comply + 0.6 deceiver"; what is certain, without a number. */
static const char *
add_part(const struct dt_recorded *r, const struct dt_recorded_player *p,
    const double *part, const char *text)
{
	const char *between = " ";
	for (size_t s = 0; s < p->n && text != NULL; s++) {
		if (!(part[s] > 0))
			continue;
		text = part[s] == 1 ? dt_arena_print(r->arena, "%s%s%s", text,
		    between, p->labels[s]) : dt_arena_print(r->arena,
		    "%s%s%.4g %s", text, between, part[s], p->labels[s]);
		between = " + ";
	}
	return text;
}

/* How many of those like a player, itself among them, mix as it does; 0: an
 * earlier one has counted it. *several: somebody is like it. */
static size_t
count_like(const struct dt_recorded_game *game, const double *chances,
    size_t player, bool *several)
{
	const struct dt_recorded_player *p = &game->players[player];
	const double *part = dt_recorded_part(game, chances, player);
	size_t n = 0;
	bool counted = false;
	*several = false;
	for (size_t i = 0; i < game->n_players; i++) {
		if (game->players[i].alike != p->alike)
			continue;
		*several |= i != player;
		if (!dt_recorded_mixes_alike(part, dt_recorded_part(game,
		    chances, i), p->n))
			continue;
		counted |= i < player;
		n++;
	}
	return counted ? 0 : n;
}

/* "us 0.4 comply + 0.6 deceiver, china ..."; with players that are alike,
 * "2 with 0.4 comply + 0.6 deceiver, 1 comply". */
static const char *
mix_of(const struct dt_recorded *r, const struct dt_recorded_game *game,
    const double *chances)
{
	const char *text = "";
	for (size_t i = 0; i < game->n_players && text != NULL; i++) {
		const struct dt_recorded_player *p = &game->players[i];
		const double *part = dt_recorded_part(game, chances, i);
		const char *comma = *text != '\0' ? ", " : "";
		bool several, pure = true;
		size_t n = count_like(game, chances, i, &several);
		if (n == 0)
			continue;
		for (size_t s = 0; s < p->n; s++)
			pure &= !(part[s] > 0 && part[s] < 1);
		text = several ? dt_arena_print(r->arena, "%s%s%zu%s", text,
		    comma, n, pure ? "" : " with") : dt_arena_print(r->arena,
		    "%s%s%s", text, comma, p->name);
		text = add_part(r, p, part, text);
	}
	return text;
}

/* Who is tempted: by name, or as one of those that are alike. */
static const char *
mixer_of(const struct dt_recorded *r, const struct dt_recorded_game *game,
    const double *chances, size_t player)
{
	const struct dt_recorded_player *p = &game->players[player];
	const double *part = dt_recorded_part(game, chances, player);
	bool several;
	count_like(game, chances, player, &several);
	for (size_t s = 0; s < p->n && several; s++)
		if (part[s] == 1)
			return dt_arena_print(r->arena, "one that plays %s",
			    p->labels[s]);
	return several ? "one that mixes" : p->name;
}

static void
add_mix(const struct dt_recorded *r, const struct dt_recorded_game *game,
    const double *chances, const struct dt_empirical_verdict *v,
    struct dt_solution_table *t)
{
	const struct dt_empirical_deviation *d = &v->deviations[v->best];
	dt_solution_text(t, mix_of(r, game, chances));
	dt_solution_text(t, "mixed");
	dt_solution_number(t, v->chance);
	dt_solution_number(t, v->regret);
	dt_solution_number(t, v->low);
	dt_solution_number(t, v->high);
	dt_solution_text(t, mixer_of(r, game, chances, d->player));
	dt_solution_text(t, game->players[d->player].labels[d->strategy]);
	dt_solution_number(t, d->gain);
	dt_solution_number(t, d->error);
	dt_solution_whole(t, (int64_t)v->missing);
}

void
dt_recorded_add_equilibria(const struct dt_recorded *r,
    const struct dt_recorded_game *game, const struct dt_recorded_answer *a,
    struct dt_solution *s)
{
	struct dt_solution_table *t = dt_solution_table(s, "equilibria",
	    "Profiles that are or may be equilibria (regret: the largest "
	    "gain by a deviation, with its 95 % interval):");
	equilibria_columns(t);
	for (size_t k = 0; k < a->n; k++)
		add_verdict(r, game, a->candidates[k], &a->verdicts[k], t);
	for (size_t k = 0; k < a->mixed.n; k++)
		add_mix(r, game, a->mixed.points[k].chances, &a->mixes[k],
		    t);
}

static const char *
why(const struct dt_recorded *r, const struct dt_recorded_game *game,
    const struct dt_empirical_need *need)
{
	const struct dt_empirical_deviation *d = &need->by;
	const char *mover = dt_recorded_who(r, game, d->player, need->at);
	const char *to = game->players[d->player].labels[d->strategy];
	const char *at = dt_recorded_profile(r, game, need->at);
	if (mover == NULL || at == NULL)
		return NULL;
	if (isnan(d->gain))
		return dt_arena_print(r->arena, "never played: does %s gain "
		    "by %s from %s?", mover, to, at);
	return dt_arena_print(r->arena, "%s gains %.3g +- %.2g by %s from %s",
	    mover, d->gain, d->error, to, at);
}

void
dt_recorded_add_needs(const struct dt_recorded *r,
    const struct dt_recorded_game *game, const struct dt_recorded_answer *a,
    struct dt_solution *s)
{
	struct dt_solution_table *t = dt_solution_table(s, "needs",
	    "What to play more (wrong: chance that the gain's sign is; "
	    "narrows: by how much less the regret may be):");
	dt_solution_column(t, "profile", NULL, "");
	dt_solution_column(t, "runs", NULL, "runs");
	dt_solution_column(t, "runs_more", "more", "runs");
	dt_solution_column(t, "chance_wrong", "wrong", "chance");
	dt_solution_column(t, "regret_narrows", "narrows", "payoff a round");
	dt_solution_column(t, "why", NULL, "");
	for (size_t k = 0; k < a->n_needs; k++) {
		const struct dt_empirical_need *need = &a->needs[k];
		dt_solution_text(t, dt_recorded_profile(r, game,
		    need->profile));
		dt_solution_whole(t, need->runs);
		dt_solution_whole(t, need->more);
		dt_solution_number(t, need->flip);
		dt_solution_number(t, isinf(need->narrows) ? NAN :
		    need->narrows);
		dt_solution_text(t, why(r, game, need));
	}
}
