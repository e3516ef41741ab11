/* run_print: the outcome of a run for programs; see run.h. */
#include "cmd/run.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "cli/output.h"
#include "play/figure.h"
#include "play/theory.h"

static const struct dt_chain_answer *
exact_of(const struct dt_cmd_run_job *j)
{
	return j->experiment.engine == DT_ENGINE_CHAIN ? &j->exact.answer :
	    NULL;
}

/* A figure; behind an agent's standard error the exact value. */
static void
add_figure(json_t *o, const struct dt_cmd_run_job *j,
    const struct dt_figure *f, size_t i)
{
	char beside[64];
	dt_json_number(o, f->name, dt_figure_value(f, &j->summary,
	    exact_of(j), i));
	if (f->of != DT_FIGURE_OF_ERROR)
		return;
	snprintf(beside, sizeof(beside), "%s_exact", f[-1].name);
	json_object_set_new(o, beside, j->exact.known ?
	    dt_json_of_number(f[-1].exact(&j->exact.answer, i)) : json_null());
}

static bool
is_told(const struct dt_cmd_run_job *j, const struct dt_figure *f)
{
	return f->of != DT_FIGURE_OF_RACE || j->experiment.model.race.exists;
}

static json_t *
agents_of(const struct dt_cmd_run_job *j)
{
	const struct dt_experiment *e = &j->experiment;
	const struct dt_scenario_agent *seats = e->scenario->agents.items;
	json_t *agents = json_array();
	for (size_t i = 0; i < e->model.n; i++) {
		json_t *agent = json_object();
		dt_json_text(agent, "agent", seats[i].origin.name);
		dt_json_text(agent, "strategy", seats[i].strategy.name);
		for (size_t k = 0; k < DT_CELL_FIGURES; k++)
			if (is_told(j, &dt_figure_agent[k]))
				add_figure(agent, j, &dt_figure_agent[k], i);
		json_array_append_new(agents, agent);
	}
	return agents;
}

static void
add_figures(json_t *o, const struct dt_cmd_run_job *j, enum dt_figure_of of)
{
	for (size_t k = 0; k < DT_CELL_MEASURES; k++)
		if (dt_figure_game[k].of == of)
			add_figure(o, j, &dt_figure_game[k], 0);
}

static json_t *
treaty_of(const struct dt_cmd_run_job *j)
{
	json_t *t = json_object();
	dt_json_text(t, "treaty", j->experiment.scenario->treaty.name);
	add_figures(t, j, DT_FIGURE_OF_TREATY);
	return t;
}

static json_t *
race_of(const struct dt_cmd_run_job *j)
{
	json_t *r = json_object();
	dt_json_number(r, "years", j->experiment.model.race.years);
	add_figures(r, j, DT_FIGURE_OF_RACE);
	return r;
}

static json_t *
game_of(const struct dt_experiment *e, const struct dt_theory_game *g)
{
	json_t *o = json_object(), *players = json_array();
	for (uint64_t set = g->players; set != 0; set &= set - 1)
		json_array_append_new(players, json_string(
		    e->model.agents[dt_move_first(set)].name));
	json_object_set_new(o, "agents", players);
	dt_json_text(o, "dilemma", dt_stage_name(g->type));
	dt_json_number(o, "least_continuation_grim", g->grim);
	dt_json_number(o, "least_continuation_tit_for_tat", g->tit_for_tat);
	dt_json_number(o, "best_symmetric_payoff", g->price.value);
	dt_json_number(o, "best_symmetric_continuation", g->price.continuation);
	return o;
}

static json_t *
theory_of(const struct dt_experiment *e)
{
	struct dt_theory t = dt_theory_of(e);
	json_t *games = json_array();
	for (size_t k = 0; k < t.n; k++)
		json_array_append_new(games, game_of(e, &t.games[k]));
	return games;
}

/* What an exact answer has no need of is null. */
static void
add_chance(json_t *root, const struct dt_cmd_run_job *j)
{
	const struct dt_experiment *e = &j->experiment;
	char seed[DT_NUMBER_SIZE];
	snprintf(seed, sizeof(seed), "%" PRIu64, e->seed);
	dt_json_text(root, "engine", dt_engine_words[e->engine]);
	dt_json_text(root, "engine_because", j->why);
	if (e->engine == DT_ENGINE_CHAIN) {
		json_object_set_new(root, "experiment", json_null());
		json_object_set_new(root, "seed", json_null());
	} else {
		dt_json_text(root, "experiment", e->key);
		dt_json_text(root, "seed", seed);
	}
	json_object_set_new(root, "states", !j->exact.known ? json_null() :
	    json_integer((json_int_t)j->exact.states));
}

enum dt_exit
dt_cmd_run_json(const struct dt_cmd_run_job *j)
{
	const struct dt_experiment *e = &j->experiment;
	const struct dt_summary *s = &j->summary;
	json_t *root = dt_json_new();
	dt_json_text(root, "scenario", e->scenario->name);
	dt_json_text(root, "payoffs", e->scenario->payoffs.name);
	add_chance(root, j);
	json_object_set_new(root, "runs", json_integer(s->runs));
	json_object_set_new(root, "rounds", json_integer(s->rounds));
	add_figures(root, j, DT_FIGURE_OF_ALL);
	json_object_set_new(root, "treaty", treaty_of(j));
	if (e->model.race.exists)
		json_object_set_new(root, "race", race_of(j));
	json_object_set_new(root, "agents", agents_of(j));
	json_object_set_new(root, "theory", theory_of(e));
	return dt_output_json(j->call, root);
}

static void
add_cell(struct dt_text *text, double value)
{
	char number[DT_NUMBER_SIZE];
	dt_text_add(text, ",%s", isnan(value) ? "" :
	    dt_number_print(value + 0.0, number));
}

static void
add_line(struct dt_text *text, const struct dt_cmd_run_job *j, size_t i)
{
	const struct dt_scenario_agent *seat =
	    &((const struct dt_scenario_agent *)
	    j->experiment.scenario->agents.items)[i];
	dt_text_add(text, "%s,%s,%" PRId64, seat->origin.name,
	    seat->strategy.name, j->summary.runs);
	for (size_t k = 0; k < DT_CELL_FIGURES; k++) {
		const struct dt_figure *f = &dt_figure_agent[k];
		if (!is_told(j, f))
			continue;
		add_cell(text, dt_figure_value(f, &j->summary, exact_of(j),
		    i));
		if (f->of == DT_FIGURE_OF_ERROR)
			add_cell(text, j->exact.known ?
			    f[-1].exact(&j->exact.answer, i) : NAN);
	}
	dt_text_add(text, "\n");
}

enum dt_exit
dt_cmd_run_csv(const struct dt_cmd_run_job *j)
{
	struct dt_text text = { 0 };
	dt_text_add(&text, "agent,strategy,runs");
	for (size_t k = 0; k < DT_CELL_FIGURES; k++) {
		const struct dt_figure *f = &dt_figure_agent[k];
		if (!is_told(j, f))
			continue;
		dt_text_add(&text, ",%s", f->name);
		if (f->of == DT_FIGURE_OF_ERROR)
			dt_text_add(&text, ",%s_exact", f[-1].name);
	}
	dt_text_add(&text, "\n");
	for (size_t i = 0; i < j->experiment.model.n; i++)
		add_line(&text, j, i);
	enum dt_exit exit = dt_command_write(j->call, &text);
	dt_text_free(&text);
	return exit;
}

/* A word as a shell takes it. */
void
dt_cmd_run_add_word(struct dt_text *text, const char *word)
{
	bool plain = word[0] != '\0' && strspn(word, "abcdefghijklmnopqrstuvw"
	    "xyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./=,+:@%") ==
	    strlen(word);
	dt_text_add(text, plain ? " " : " '");
	for (const char *c = word; *c != '\0'; c++)
		dt_text_add(text, *c == '\'' ? "'\\''" : "%c", *c);
	dt_text_add(text, plain ? "" : "'");
}

void
dt_cmd_run_add_option(struct dt_text *text, const struct dt_command_call *call,
    const char *option)
{
	const char *const *value = dt_command_values(call, option);
	for (; *value != NULL; value++) {
		dt_text_add(text, " --%s", option);
		if (**value != '\0')
			dt_cmd_run_add_word(text, *value);
	}
}

const char *
dt_cmd_run_command(const struct dt_command_call *call,
    const struct dt_experiment *e)
{
	static const char *const options[] = {
		"treaty", "payoffs", "strategies", "rounds", "set", "detail",
		"evidence", NULL
	};
	struct dt_text text = { 0 };
	dt_text_add(&text, "detente run");
	dt_cmd_run_add_word(&text, call->operands[0]);
	for (size_t i = 0; options[i] != NULL; i++)
		dt_cmd_run_add_option(&text, call, options[i]);
	if (e->engine == DT_ENGINE_LANES ||
	    dt_command_value(call, "engine") != NULL)
		dt_text_add(&text, " --engine %s",
		    dt_engine_words[e->engine]);
	dt_text_add(&text, " --runs %" PRId64 " --seed %" PRIu64, e->runs,
	    e->seed);
	const char *copy = text.failed ? NULL :
	    dt_arena_copy(call->arena, dt_text_string(&text));
	dt_text_free(&text);
	return copy;
}
