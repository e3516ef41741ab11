/* run_print: the outcome of a run for programs; see run.h. */
#include "cmd/run.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "cli/output.h"
#include "play/theory.h"

/* A number as an agent's summary has it, under the name that both formats
 * give it. */
struct figure {
	const char *name;
	double value;
};

enum { FIGURES = 16 };

static void
simulated(const struct dt_summary *s, const struct dt_exact *exact,
    size_t i, struct figure out[FIGURES])
{
	const struct dt_summary_agent *a = &s->agent[i];
	double runs = (double)s->runs;
	struct figure figures[FIGURES] = {
		{ "share_paused", dt_summary_mean(&a->paused) },
		{ "share_paused_error", dt_summary_error(&a->paused) },
		{ "share_paused_exact",
		    exact->known ? exact->answer.agent[i].paused : NAN },
		{ "payoff_per_round", dt_summary_mean(&a->payoff) },
		{ "payoff_per_round_error", dt_summary_error(&a->payoff) },
		{ "payoff_per_round_exact",
		    exact->known ? exact->answer.agent[i].payoff : NAN },
		{ "breaches_per_run", (double)a->sum.breaches / runs },
		{ "alarms_right_per_run",
		    (double)a->sum.alarms_right / runs },
		{ "alarms_wrong_per_run",
		    (double)a->sum.alarms_wrong / runs },
		{ "breaches_missed_per_run", (double)a->sum.missed / runs },
		{ "false_declarations_per_run",
		    (double)a->sum.false_declarations / runs },
		{ "slips_per_run", (double)a->sum.slips / runs },
		{ "stopped_per_run", (double)a->sum.stopped / runs },
		{ "fines_per_run", a->sum.fines / runs },
		{ "monitoring_cost_per_run", a->sum.cost / runs },
		{ "transfers_per_run", a->sum.transfers / runs },
	};
	memcpy(out, figures, sizeof(figures));
}

/* The same where nothing was played: exact means have no error. */
static void
known(const struct dt_exact *exact, size_t i, struct figure figures[FIGURES])
{
	const struct dt_chain_agent *a = &exact->answer.agent[i];
	double rounds = exact->answer.rounds;
	const double values[FIGURES] = {
		a->paused, 0, a->paused, a->payoff, 0, a->payoff,
		a->breaches * rounds, a->alarms_right * rounds,
		a->alarms_wrong * rounds, a->missed * rounds,
		a->false_declarations * rounds, a->slips * rounds,
		a->stopped * rounds, a->fines * rounds, a->cost * rounds,
		a->transfers * rounds,
	};
	for (size_t k = 0; k < FIGURES; k++)
		figures[k].value = values[k];
}

static void
figures_of(const struct dt_cmd_run_job *j, size_t i,
    struct figure figures[FIGURES])
{
	simulated(&j->summary, &j->exact, i, figures);
	if (j->experiment.engine == DT_ENGINE_CHAIN)
		known(&j->exact, i, figures);
}

/* JSON has no NaN: what is not known is null. */
static json_t *
real(double value)
{
	return isnan(value) ? json_null() : json_real(value + 0.0);
}

static json_t *
agents_of(const struct dt_cmd_run_job *j)
{
	const struct dt_experiment *e = &j->experiment;
	const struct dt_scenario_agent *seats = e->scenario->agents.items;
	json_t *agents = json_array();
	for (size_t i = 0; i < e->model.n; i++) {
		struct figure figures[FIGURES];
		json_t *agent = json_object();
		figures_of(j, i, figures);
		dt_json_text(agent, "agent", seats[i].origin.name);
		dt_json_text(agent, "strategy", seats[i].strategy.name);
		for (size_t k = 0; k < FIGURES; k++)
			json_object_set_new(agent, figures[k].name,
			    real(figures[k].value));
		json_array_append_new(agents, agent);
	}
	return agents;
}

static json_t *
treaty_of(const struct dt_cmd_run_job *j)
{
	const struct dt_summary *s = &j->summary;
	const struct dt_chain_answer *x = &j->exact.answer;
	bool exact = j->experiment.engine == DT_ENGINE_CHAIN;
	double rounds = (double)s->rounds, runs = (double)s->runs;
	const struct figure figures[] = {
		{ "share_in_force",
		    exact ? x->in_force : (double)s->in_force / rounds },
		{ "share_suspended",
		    exact ? x->suspended : (double)s->suspended / rounds },
		{ "share_entered",
		    exact ? x->entered : (double)s->entered / runs },
		{ "share_ended", exact ? x->ended : (double)s->ended / runs },
		{ "share_breached",
		    exact ? x->breached : (double)s->breached / runs },
	};
	json_t *t = json_object();
	dt_json_text(t, "treaty", j->experiment.scenario->treaty.name);
	for (size_t k = 0; k < sizeof(figures) / sizeof(figures[0]); k++)
		json_object_set_new(t, figures[k].name,
		    real(figures[k].value));
	return t;
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
	json_object_set_new(o, "least_continuation_grim", real(g->grim));
	json_object_set_new(o, "least_continuation_tit_for_tat",
	    real(g->tit_for_tat));
	json_object_set_new(o, "best_symmetric_payoff",
	    real(g->price.value));
	json_object_set_new(o, "best_symmetric_continuation",
	    real(g->price.continuation));
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
	json_object_set_new(root, "share_all_paused",
	    real(e->engine == DT_ENGINE_CHAIN ? j->exact.answer.all_paused :
	    dt_summary_mean(&s->all_paused)));
	json_object_set_new(root, "treaty", treaty_of(j));
	json_object_set_new(root, "agents", agents_of(j));
	json_object_set_new(root, "theory", theory_of(e));
	return dt_output_json(j->call, root);
}

enum dt_exit
dt_cmd_run_csv(const struct dt_cmd_run_job *j)
{
	const struct dt_experiment *e = &j->experiment;
	const struct dt_scenario_agent *seats = e->scenario->agents.items;
	struct dt_text text = { 0 };
	struct figure figures[FIGURES];
	figures_of(j, 0, figures);
	dt_text_add(&text, "agent,strategy,runs");
	for (size_t k = 0; k < FIGURES; k++)
		dt_text_add(&text, ",%s", figures[k].name);
	dt_text_add(&text, "\n");
	for (size_t i = 0; i < e->model.n; i++) {
		figures_of(j, i, figures);
		dt_text_add(&text, "%s,%s,%" PRId64, seats[i].origin.name,
		    seats[i].strategy.name, j->summary.runs);
		for (size_t k = 0; k < FIGURES; k++) {
			char number[DT_NUMBER_SIZE];
			dt_text_add(&text, ",%s", isnan(figures[k].value) ?
			    "" : dt_number_print(figures[k].value + 0.0,
			    number));
		}
		dt_text_add(&text, "\n");
	}
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
