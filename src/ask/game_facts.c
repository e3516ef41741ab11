/* game_facts: what is asked of a game before its equilibria; see game.h. */
#include "ask/game_facts.h"

#include <math.h>
#include <strings.h>

#include "ask/game_facts_prices.h"
#include "ask/game_words.h"
#include "solve/facts.h"
#include "solve/pure.h"
#include "repeat/stage.h"

enum { ROWS_SHOWN = 40, CYCLES_SHOWN = 100, CYCLE_SHOWN = 12 };

/* The next cell: "pause, race". */
static void
add_profile(struct dt_solution_table *t, const struct dt_normal *g,
    size_t profile)
{
	dt_solution_text(t, t->solution == NULL ? NULL :
	    dt_game_words_profile(t->solution, g, profile));
}

/* Which strategy is taken as PAUSE: the one called so, or the first. */
static size_t
pause_of(const struct dt_normal *g)
{
	return strcasecmp(g->labels[0][1], "pause") == 0;
}

static void
say_dilemma(const struct dt_normal *g, struct dt_solution *s)
{
	size_t pause = pause_of(g);
	enum dt_stage_type type[2];
	for (size_t i = 0; i < 2; i++) {
		struct dt_payoff_matrix m = dt_facts_matrix(g, i, pause);
		type[i] = dt_stage_type_of(&m);
	}
	const char *label = g->labels[0][pause];
	if (type[0] == type[1])
		dt_solution_say(s, "With %s taken as PAUSE, it is for both a "
		    "game of the kind %s: %s.", label, dt_stage_name(type[0]),
		    dt_stage_meaning(type[0]));
	for (size_t i = 0; i < 2 && type[0] != type[1]; i++)
		dt_solution_say(s, "With %s taken as PAUSE, it is for %s a "
		    "game of the kind %s: %s.", label, g->names[i],
		    dt_stage_name(type[i]), dt_stage_meaning(type[i]));
}

/* "0.5 pause + 0.5 race" */
static void
add_mix(struct dt_solution_table *t, const struct dt_normal *g, size_t player,
    const double *mix)
{
	struct dt_text text = { 0 };
	for (size_t k = 0; mix != NULL && k < g->strategies[player]; k++)
		if (mix[k] > 1e-9)
			dt_text_add(&text, "%s%.4g %s",
			    text.size > 0 ? " + " : "", mix[k],
			    g->labels[player][k]);
	t->solution->failed |= text.failed;
	dt_solution_text(t, mix != NULL ? dt_text_string(&text) : NULL);
	dt_text_free(&text);
}

static enum dt_status
add_players(const struct dt_normal *g, struct dt_solution *s,
    struct dt_error *err)
{
	struct dt_solution_table *t = dt_solution_table(s, "facts_players",
	    "What each player can be sure of (maximin)");
	enum dt_status status = DT_OK;
	bool small = dt_facts_is_2x2(g);
	dt_solution_column(t, "player", NULL, "");
	dt_solution_column(t, "maximin_pure", "by one strategy", "payoff");
	dt_solution_column(t, "maximin_strategy", "which", "");
	dt_solution_column(t, "maximin", "by a mix", "payoff");
	dt_solution_column(t, "maximin_mix", "which", "");
	if (small)
		dt_solution_column(t, "dilemma", NULL, "");
	for (size_t i = 0; status == DT_OK && i < g->players; i++) {
		struct dt_facts_maximin m;
		status = dt_facts_maximin(g, i, s->arena, &m, err);
		if (status != DT_OK)
			break;
		if (isnan(m.mixed) && g->profiles <= DT_FACTS_MIXED_MOST)
			dt_solution_say(s, "What a mix of %s's is sure of "
			    "was not found: its linear program gave no answer "
			    "that passed its check.", g->names[i]);
		dt_solution_text(t, g->names[i]);
		dt_solution_number(t, m.pure);
		dt_solution_text(t, g->labels[i][m.strategy]);
		dt_solution_number(t, m.mixed);
		add_mix(t, g, i, m.mix);
		if (small) {
			struct dt_payoff_matrix matrix =
			    dt_facts_matrix(g, i, pause_of(g));
			dt_solution_text(t,
			    dt_stage_name(dt_stage_type_of(&matrix)));
		}
	}
	return status;
}

static void
add_risk(const struct dt_normal *g, struct dt_solution *s)
{
	struct dt_facts_risk risk;
	if (!dt_facts_risk(g, &risk))
		return;
	const double *p = risk.products;
	struct dt_solution_table *t = dt_solution_table(s, "risk_dominance",
	    "Risk dominance: the product of what both lose by leaving");
	dt_solution_column(t, "profile", NULL, "");
	dt_solution_column(t, "product", NULL, "payoff^2");
	dt_solution_column(t, "risk_dominant", "risk dominant", "");
	for (size_t k = 0; k < 2; k++) {
		add_profile(t, g, risk.profiles[k]);
		dt_solution_number(t, p[k]);
		dt_solution_text(t, p[k] > p[1 - k] ? "yes" :
		    p[k] < p[1 - k] ? "no" : "neither");
	}
}

static void
add_efficient(const struct dt_normal *g, struct dt_solution *s,
    const struct dt_facts_profiles *efficient)
{
	struct dt_solution_table *t = dt_solution_table(s, "efficient",
	    "Efficient pure profiles (Pareto)");
	t->hidden = efficient->n > ROWS_SHOWN;
	dt_solution_column(t, "profile", NULL, "");
	for (size_t i = 0; i < g->players; i++) {
		const char *name = dt_arena_print(s->arena, "payoff_%zu",
		    i + 1);
		s->failed |= name == NULL;
		dt_solution_column(t, name != NULL ? name : "", g->names[i],
		    "payoff");
	}
	for (size_t k = 0; k < efficient->n; k++) {
		size_t c = efficient->profiles[k];
		add_profile(t, g, c);
		for (size_t i = 0; i < g->players; i++)
			dt_solution_number(t, g->payoffs[c * g->players + i]);
	}
}

static void
add_cycles(const struct dt_normal *g, struct dt_solution *s,
    const struct dt_facts_sinks *sinks)
{
	struct dt_solution_table *t = dt_solution_table(s,
	    "best_reply_cycles", "Where best replies go round for ever");
	dt_solution_column(t, "profiles", NULL, "");
	dt_solution_column(t, "members", NULL, "");
	for (size_t k = 0; k < sinks->n_cycles && k < CYCLES_SHOWN; k++) {
		const struct dt_facts_profiles *cycle = &sinks->cycles[k];
		struct dt_text text = { 0 };
		for (size_t c = 0; c < cycle->n && c < CYCLE_SHOWN; c++) {
			dt_text_add(&text, c > 0 ? "; " : "");
			dt_game_words_add(g, cycle->profiles[c], &text);
		}
		if (cycle->n > CYCLE_SHOWN)
			dt_text_add(&text, "; ...");
		s->failed |= text.failed;
		dt_solution_whole(t, (int64_t)cycle->n);
		dt_solution_text(t, dt_text_string(&text));
		dt_text_free(&text);
	}
}

static void
say_sinks(struct dt_solution *s, const struct dt_facts_sinks *sinks)
{
	if (sinks->n_cycles == 0)
		dt_solution_say(s, "Best replies, one player at a time, can "
		    "always end in a pure equilibrium.");
	else if (sinks->equilibria == 0)
		dt_solution_say(s, "Best replies, one player at a time, never "
		    "end: they go round.");
	else
		dt_solution_say(s, "Best replies, one player at a time, end in "
		    "a pure equilibrium or go round, by where they start.");
}

/* What bigger games leave out. */
static enum dt_status
add_small(const struct dt_normal *g, struct dt_solution *s,
    struct dt_solution_table *t, struct dt_error *err)
{
	struct dt_facts_profiles efficient = { 0 };
	struct dt_facts_sinks sinks = { 0 };
	enum dt_status status = DT_OK;
	bool sink = dt_facts_sinks_fit(g);
	bool pareto = g->profiles <= DT_FACTS_EFFICIENT_MOST;
	if (sink)
		status = dt_facts_sinks(g, s->arena, &sinks, err);
	if (status == DT_OK && pareto)
		status = dt_facts_efficient(g, s->arena, &efficient, err);
	if (status != DT_OK)
		return status;
	dt_game_facts_add(t, g, "best_reply_cycles",
	    sink ? (double)sinks.n_cycles : NAN, SIZE_MAX);
	dt_game_facts_add(t, g, "efficient_profiles",
	    pareto ? (double)efficient.n : NAN, SIZE_MAX);
	if (sink)
		say_sinks(s, &sinks);
	add_cycles(g, s, &sinks);
	add_efficient(g, s, &efficient);
	if (!sink || !pareto || g->profiles > DT_FACTS_MIXED_MOST)
		dt_solution_say(s, "The game is too big for some facts; they "
		    "are left out.");
	return DT_OK;
}

static enum dt_status
answer(const struct dt_normal *g, const struct dt_game_request *request,
    struct dt_solution *s, struct dt_error *err)
{
	if (dt_facts_is_2x2(g))
		say_dilemma(g, s);
	struct dt_solution_table *t = dt_solution_table(s, "facts", "Facts");
	dt_solution_column(t, "fact", NULL, "");
	dt_solution_column(t, "value", NULL, "");
	dt_solution_column(t, "profile", NULL, "");
	enum dt_status status = dt_game_facts_prices(g, request, t, s, err);
	if (status == DT_OK)
		status = add_players(g, s, err);
	if (status != DT_OK)
		return status;
	add_risk(g, s);
	return add_small(g, s, t, err);
}

const struct dt_game_method dt_game_facts = {
	.name = "facts", .brief = "kind of dilemma, maximin, risk dominance, "
	    "best-reply cycles, price of anarchy",
	.all = true, .answer = answer,
};
