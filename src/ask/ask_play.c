/* ask_play: what agents did and got when a scenario was played so often; and one
 * run of it, round by round. */
#include "ask/ask_question.h"

#include <inttypes.h>

#include "engine/world.h"
#include "play/figure.h"
#include "play/play.h"
#include "play/summary.h"

const struct dt_option dt_ask_play_options[] = {
	{ "runs", 'n', "N", false, NULL,
	  "how often to play it; the scenario's `runs` where not given" },
	{ "rounds", 0, "N", false, NULL,
	  "length of a run, in place of the scenario's; 0: no limit but the "
	  "continuation chance" },
	{ "seed", 's', "N", false, NULL,
	  "seed of all randomness; drawn, printed and stored where not given" },
	{ "treaty", 't', "TREATY", false, "@treaties",
	  "another treaty than the scenario's" },
	{ "payoffs", 'p', "PAYOFFS", false, "@payoffs",
	  "other payoffs; a Gambit .nfg file with two strategies a player "
	  "will do" },
	{ "strategies", 'S', "A,B,...", false, "@strategies",
	  "a strategy for each agent in order, or one for all" },
	{ "set", 0, "KEY=VALUE", true, NULL,
	  "override any key, as noise.slip=0.02 or "
	  "treaty.monitoring.miss=0.2; detente help keys lists them" },
	{ "run", 0, "N", false, NULL,
	  "this run alone, round by round: what was meant, done, declared and "
	  "seen (seed 1 where not given); with --again: of the database" },
	{ 0 }
};

static enum dt_status
make(const struct dt_ask *ask, struct dt_experiment *experiment,
    struct dt_error *err)
{
	struct dt_experiment_request request = {
		.scenario = ask->subject,
		.treaty = dt_ask_value(ask, "treaty"),
		.payoffs = dt_ask_value(ask, "payoffs"),
		.strategies = dt_ask_value(ask, "strategies"),
		.sets = dt_option_values(ask->options, "set"),
		.rounds = -1,
	};
	int64_t seed = 1;
	if (ask->subject == NULL)
		return dt_status_fail(err, DT_EUSAGE, "it needs a SCENARIO");
	enum dt_status status = dt_option_whole(ask->options, "seed", 0,
	    INT64_MAX, &seed, err);
	if (status == DT_OK)
		status = dt_option_whole(ask->options, "runs", 1, 1000000000,
		    &request.runs, err);
	if (status == DT_OK)
		status = dt_option_whole(ask->options, "rounds", 0,
		    1000000000, &request.rounds, err);
	request.seed = (uint64_t)seed;
	return status != DT_OK ? status : dt_experiment_make(ask->catalogue,
	    &request, experiment, ask->faults, err);
}

/* Plays all, in the caller's thread: questions are asked side by side. */
static enum dt_status
play(const struct dt_ask *ask, const struct dt_experiment *experiment,
    struct dt_summary *summary, struct dt_error *err)
{
	struct dt_play *p;
	struct dt_play_request request = { .runs = experiment->runs,
		.threads = 1 };
	const struct dt_play_run *run = NULL;
	enum dt_status status = dt_play_new(&p, experiment, &request, err);
	if (status != DT_OK)
		return status;
	while ((status = dt_play_next(p, &run, err)) == DT_OK && run) {
		dt_summary_add(summary, run->tally);
		if (ask->go_on == NULL || ask->go_on(ask->context, "runs",
		    run->number, experiment->runs))
			continue;
		status = dt_status_fail(err, DT_ESTOPPED, "interrupted");
		break;
	}
	dt_play_free(p);
	return status;
}

static void
add_columns(struct dt_solution_table *t, const struct dt_figure *figures,
    size_t n, bool race)
{
	for (size_t k = 0; k < n; k++)
		if (race || figures[k].of != DT_FIGURE_OF_RACE)
			dt_solution_column(t, figures[k].name, NULL,
			    figures[k].unit);
}

static void
add_row(struct dt_solution_table *t, const struct dt_figure *figures,
    size_t n, const struct dt_summary *summary, size_t agent)
{
	for (size_t k = 0; k < n; k++)
		if (summary->race || figures[k].of != DT_FIGURE_OF_RACE)
			dt_solution_number(t, dt_figure_value(&figures[k],
			    summary, NULL, agent));
}

static void
tell(const struct dt_experiment *e, const struct dt_summary *summary,
    struct dt_solution *solution)
{
	const struct dt_scenario_agent *seats = e->scenario->agents.items;
	struct dt_solution_table *t = dt_solution_table(solution, "agents",
	    "What agents did and got");
	dt_solution_column(t, "name", "agent", "");
	dt_solution_column(t, "strategy", NULL, "");
	add_columns(t, dt_figure_agent, DT_CELL_FIGURES, summary->race);
	for (size_t i = 0; i < summary->n; i++) {
		dt_solution_text(t, seats[i].origin.name);
		dt_solution_text(t, seats[i].strategy.name);
		add_row(t, dt_figure_agent, DT_CELL_FIGURES, summary, i);
	}
	t = dt_solution_table(solution, "game", "What it came to");
	add_columns(t, dt_figure_game, DT_CELL_MEASURES, summary->race);
	add_row(t, dt_figure_game, DT_CELL_MEASURES, summary, 0);
}

/* ---- One run, round by round ---- */

enum { ROUNDS_TOLD = 1000 };

static const char *
move_word(uint64_t racers, size_t agent)
{
	return dt_move_has(racers, agent) ? "RACE" : "PAUSE";
}

/* Who saw an agent race, by name. */
static void
add_observers(const struct dt_experiment *e, const struct dt_round *r,
    size_t agent, struct dt_solution_table *t)
{
	struct dt_text names = { 0 };
	for (size_t i = 0; i < e->model.n; i++)
		if (dt_move_has(r->seen[i], agent))
			dt_text_add(&names, "%s%s", names.size > 0 ? ", " : "",
			    e->model.agents[i].name);
	dt_solution_text(t, names.size > 0 ? dt_text_string(&names) : NULL);
	t->solution->failed |= names.failed;
	dt_text_free(&names);
}

static void
add_round(const struct dt_experiment *e, const struct dt_round *r,
    struct dt_solution_table *t)
{
	for (size_t i = 0; i < e->model.n; i++) {
		dt_solution_whole(t, r->number);
		dt_solution_text(t, dt_view_phase_words[r->phase]);
		dt_solution_text(t, e->model.agents[i].name);
		dt_solution_text(t, dt_move_has(r->parties, i) ? "yes" : "no");
		dt_solution_text(t, move_word(r->intended, i));
		dt_solution_text(t, move_word(r->executed, i));
		dt_solution_text(t, move_word(r->declared, i));
		dt_solution_text(t, dt_move_has(r->alarms, i) ? "yes" : "no");
		dt_solution_text(t, dt_move_has(r->findings, i) ? "yes" :
		    "no");
		add_observers(e, r, i, t);
		dt_solution_number(t, 0 - r->fine[i]);  /* never -0 */
		dt_solution_number(t, r->payoff[i]);
	}
}

/* Plays the run to its end; how many rounds it had, of which the first are
 * told. */
static enum dt_status
play_run(const struct dt_experiment *e, int64_t run,
    struct dt_solution_table *t, int64_t *rounds, struct dt_error *err)
{
	const struct dt_round *r;
	struct dt_world *world = dt_world_new(&e->model);
	if (world == NULL)
		return dt_status_no_memory(err);
	dt_world_begin(world, (uint64_t)run);
	for (*rounds = 0; (r = dt_world_step(world)) != NULL; ++*rounds)
		if (*rounds < ROUNDS_TOLD)
			add_round(e, r, t);
	dt_world_free(world);
	return DT_OK;
}

static enum dt_status
answer_run(const struct dt_ask *ask, struct dt_experiment *e, int64_t run,
    struct dt_solution *solution, struct dt_error *err)
{
	static const struct dt_solution_head columns[] = {
		{ "round", NULL, "rounds" }, { "phase", NULL, "" },
		{ "agent", NULL, "" }, { "party", NULL, "" },
		{ "intended", "meant", "" }, { "executed", "done", "" },
		{ "declared", NULL, "" }, { "alarm", NULL, "" },
		{ "finding", "found", "" },
		{ "seen_by", "seen to race by", "" },
		{ "fine", NULL, "payoff" }, { "payoff", NULL, "payoff" },
	};
	int64_t rounds = 0;
	dt_solution_start(solution, ask->catalogue->arena, "play",
	    ask->subject);
	solution->method = "engine reference";
	solution->config = e->config;
	struct dt_solution_table *t = DT_SOLUTION_TABLE(solution, "rounds",
	    NULL, columns);
	enum dt_status status = play_run(e, run, t, &rounds, err);
	if (status != DT_OK)
		return status;
	dt_solution_say(solution, "Run %" PRId64 " of %s under %s: %" PRId64
	    " round%s; seed %" PRIu64 ", engine reference.", run,
	    e->scenario->name, e->scenario->treaty.name, rounds, rounds == 1 ?
	    "" : "s", e->seed);
	if (rounds > ROUNDS_TOLD)
		dt_solution_say(solution, "The first %d rounds are told; "
		    "--rounds makes a run shorter, -o keeps all.",
		    ROUNDS_TOLD);
	return DT_OK;
}

/* As `run -o --detail rounds` keeps them. */
static enum dt_status
ask_run(const struct dt_ask *ask, struct dt_experiment *e,
    struct dt_solution *solution, struct dt_error *err)
{
	int64_t run = 1;
	char why[DT_PLAY_WHY];
	struct dt_play_engine_request engine = {
		.engine = DT_ENGINE_REFERENCE };
	enum dt_status status = dt_option_whole(ask->options, "run", 1,
	    INT64_MAX, &run, err);
	if (status == DT_OK && e->model.programs != 0)
		return dt_status_fail(err, DT_EUSAGE, "programs from outside "
		    "play here: keep their runs with -o, and --again shows one");
	if (status == DT_OK)
		status = dt_play_engine(e, &engine, ask->catalogue->arena, why,
		    err);
	return status != DT_OK ? status : answer_run(ask, e, run, solution,
	    err);
}

enum dt_status
dt_ask_play(struct dt_ask *ask, struct dt_solution *solution,
    struct dt_error *err)
{
	struct dt_arena *arena = ask->catalogue->arena;
	struct dt_experiment experiment;
	char why[DT_PLAY_WHY];
	struct dt_play_engine_request engine = { 0 };
	enum dt_status status = make(ask, &experiment, err);
	if (status == DT_OK && dt_ask_value(ask, "run") != NULL)
		return ask_run(ask, &experiment, solution, err);
	if (status == DT_OK)
		status = dt_play_engine(&experiment, &engine, arena, why,
		    err);
	struct dt_summary *summary = status != DT_OK ? NULL :
	    dt_arena_new(arena, 1, sizeof(*summary));
	if (status == DT_OK && summary == NULL)
		status = dt_status_no_memory(err);
	if (status != DT_OK)
		return status;
	summary->n = experiment.model.n;
	status = play(ask, &experiment, summary, err);
	dt_solution_start(solution, arena, "play", ask->subject);
	if (status == DT_OK)
		tell(&experiment, summary, solution);
	return status;
}
