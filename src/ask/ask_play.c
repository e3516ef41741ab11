/* ask_play: what agents did and got when a scenario was played so often. */
#include "ask/ask_question.h"

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

enum dt_status
dt_ask_play(struct dt_ask *ask, struct dt_solution *solution,
    struct dt_error *err)
{
	struct dt_arena *arena = ask->catalogue->arena;
	struct dt_experiment experiment;
	char why[DT_PLAY_WHY];
	struct dt_play_engine_request engine = { 0 };
	enum dt_status status = make(ask, &experiment, err);
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
