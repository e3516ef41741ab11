/* solve: equilibria, of a game, of a treaty, and of what was recorded. */
#include "cmd/solve.h"
#include "cmd/verbs.h"
#include "cli/interrupt.h"

#include <string.h>

/* Which option asks which question; the first that was given counts. */
static const struct {
	const char *option;
	enum dt_exit (*ask)(struct dt_command_call *call);
} questions[] = {
	{ "model", dt_cmd_solve_model },
	{ "from", dt_cmd_solve_from },
	{ "coalitions", dt_cmd_solve_coalitions },
	{ "attribution", dt_cmd_solve_attribution },
	{ "payoff-set", dt_cmd_solve_set },
	{ "long-run", dt_cmd_solve_longrun },
	{ "vary", dt_cmd_solve_map },
	{ NULL, NULL },
};

static enum dt_exit
run(struct dt_command_call *call)
{
	if (dt_command_value(call, "refine") == NULL)
		dt_interrupt_at_once();
	for (size_t i = 0; questions[i].option != NULL; i++)
		if (dt_command_value(call, questions[i].option) != NULL)
			return questions[i].ask(call);
	if (call->n_operands == 0)
		return dt_command_usage(call, "it needs a game file, a "
		    "SCENARIO, --from DB or --model NAME");
	return dt_cmd_solve_is_game(call, call->operands[0]) ?
	    dt_cmd_solve_game(call) :
	    dt_cmd_solve_treaty(call);
}

enum dt_status
dt_cmd_solve_make(struct dt_command_call *call, const char *treaty,
    const char *strategies, struct dt_experiment *experiment,
    struct dt_faults *faults, struct dt_error *err)
{
	const char *continuation = dt_command_value(call, "continuation");
	const char *const *given = dt_command_values(call, "set");
	size_t n = 0;
	while (given != NULL && given[n] != NULL)
		n++;
	const char **sets = dt_arena_new(call->arena, n + 2, sizeof(*sets));
	if (sets != NULL && n > 0)
		memcpy(sets, given, n * sizeof(*sets));
	if (sets != NULL && continuation != NULL)
		sets[n++] = dt_arena_print(call->arena, "continuation=%s",
		    continuation);
	if (sets == NULL || (n > 0 && sets[n - 1] == NULL))
		return dt_status_no_memory(err);
	struct dt_experiment_request request = {
		.scenario = call->operands[0], .treaty = treaty,
		.payoffs = dt_command_value(call, "payoffs"),
		.strategies = strategies,
		.sets = sets, .seed = 1, .rounds = -1,
	};
	return dt_experiment_make(&call->catalogue, &request, experiment,
	    faults, err);
}

enum dt_exit
dt_cmd_solve_experiment(struct dt_command_call *call,
    struct dt_experiment *experiment)
{
	struct dt_faults faults = { .arena = call->arena };
	struct dt_error err = { 0 };
	if (call->n_operands == 0)
		return dt_command_usage(call, "it needs a SCENARIO");
	if (dt_cmd_solve_make(call, dt_command_value(call, "treaty"),
	    dt_command_value(call, "strategies"), experiment, &faults, &err) != DT_OK)
		return dt_command_fail(call, &faults, &err);
	return DT_EXIT_OK;
}

enum dt_exit
dt_cmd_solve_finish(struct dt_command_call *call,
    struct dt_solution *solution)
{
	struct dt_error err = { 0 };
	enum dt_exit exit;
	if (solution->failed) {
		dt_status_no_memory(&err);
		exit = dt_command_fail(call, NULL, &err);
	} else {
		exit = dt_cmd_solve_keep(call, solution);
		if (exit == DT_EXIT_OK)
			exit = dt_cmd_solution_print(call, solution);
	}
	dt_solution_free(solution);
	return exit;
}

static const struct dt_command_option options[] = {
	{ "method", 'm', "METHOD", false, "all pure nash lemke-howson zero-sum "
	  "correlated quantal dominance symmetric support lyapunov facts "
	  "alpha-rank",
	  "of a game: which equilibria, or what else is asked of it" },
	{ "lambda", 0, "LAMBDA", false, NULL,
	  "with --method quantal: the response at this lambda too, in 1/payoff" },
	{ "alpha", 0, "ALPHA", false, NULL,
	  "with --method alpha-rank: strength of selection, in 1/payoff; "
	  "1 divided by the payoffs' range if not given" },
	{ "population", 0, "M", false, NULL,
	  "with --method alpha-rank: players of each population; 50 if not "
	  "given" },
	{ "treaty", 't', "TREATY", false, "@treaties",
	  "another treaty than the scenario's" },
	{ "payoffs", 'p', "PAYOFFS", false, "@payoffs",
	  "other payoffs than the scenario's" },
	{ "strategies", 'S', "NAME,...", false, "@strategies",
	  "other strategies than the scenario's" },
	{ "set", 0, "KEY=VALUE", true, NULL,
	  "override a key of the scenario, as treaty.monitoring.miss=0.2; "
	  "with --model, a parameter" },
	{ "continuation", 'c', "CHANCE", false, NULL,
	  "chance that there is another round, in place of the scenario's" },
	{ "patience", 0, "AGENT=CHANCE", true, NULL,
	  "of a treaty: how much of the next round an agent counts, in place "
	  "of the continuation" },
	{ "vary", 0, "KEY=A:B:N", true, NULL,
	  "ask it for N values of a key from A to B; twice: a phase map" },
	{ "payoff-set", 0, NULL, false, NULL,
	  "what any treaty could achieve: the equilibrium payoffs" },
	{ "signal", 0, "p=A,q=B,r=C", false, NULL,
	  "with --payoff-set: chance of a good signal where none, one and both "
	  "race, in place of the treaty's alarms" },
	{ "attribution", 0, NULL, false, NULL,
	  "what it is worth to know whose alarm it is; without --treaty, under "
	  "every treaty" },
	{ "long-run", 0, NULL, false, NULL,
	  "what the strategies come to: exact values in the long run, or "
	  "discounted" },
	{ "coalitions", 0, NULL, false, NULL,
	  "who would join the treaty, and who would leave it" },
	{ "outsiders", 0, "WORD", false, "race reply",
	  "with --coalitions: what who is not in does; race if not given, or "
	  "its best reply" },
	{ "model", 0, "MODEL", false, "@models",
	  "a model of the literature, with --set for its parameters" },
	{ "from", 0, "DB", false, "@files",
	  "the empirical game of recorded runs or of a sweep's cells" },
	{ "refine", 0, NULL, false, NULL,
	  "with --from: play more runs where they are needed" },
	{ "where", 0, "AXIS=VALUE", true, NULL,
	  "with --from: of several games, those where an axis has this value; "
	  "also game=N" },
	{ "alike", 0, "WHO", false, "auto all none",
	  "with --from: which players count as alike: those whom the "
	  "configuration does not tell apart, all with the same strategies, "
	  "or none" },
	{ "error", 0, "PAYOFF", false, NULL,
	  "with --from: gains below this count as none; a hundredth of the "
	  "range of payoffs where not given" },
	{ "export", 0, "FILE", false, "@files",
	  "with --from: write the game to a .nfg file as well" },
	{ "want", 0, "CHANCE", false, NULL,
	  "find the cheapest verification that holds from this continuation "
	  "on" },
	{ "seed", 's', "N", false, NULL,
	  "seed of what is drawn (bootstrap, starting points); 1 if not given" },
	{ "threads", 'j', "N", false, NULL,
	  "threads; as many as there are cores where not given" },
	{ "output", 'o', "DB", false, "@files",
	  "keep the answer in a database" },
	{ "append", 'a', NULL, false, NULL, "add to a database that is there" },
	{ "force", 'f', NULL, false, NULL,
	  "replace a database or picture that is there" },
	{ "svg", 0, "FILE", false, "@files",
	  "draw it: a phase map, a payoff set, a quantal response" },
	{ "table", 0, "NAME", false, NULL,
	  "which of the answer's tables --format csv prints; else the first" },
	DT_COMMAND_FORMAT("text json csv"),
	{ "no-progress", 0, NULL, false, NULL, "no progress bar" },
	{ 0 }
};

const struct dt_command dt_cmd_solve = {
	.name = "solve",
	.brief = "find the equilibria of a game, a treaty or a record",
	.operands = "[GAME | SCENARIO]",
	.operand_words = "@scenarios",
	.least = 0,
	.most = 1,
	.about = "Of a GAME (a .nfg or .csv file, or a name, as stag-hunt): its equilibria, each with its "
	    "largest profitable deviation.\n\n"
	    "Of a SCENARIO: whether complying with its treaty is an "
	    "equilibrium, where it is weakest, and what is the least it "
	    "takes. With --payoff-set, what any treaty could achieve; with "
	    "--attribution, what it is worth to know whose alarm it is; with "
	    "--coalitions, who would join and who would leave.\n\n"
	    "With --from, the empirical game of recorded runs. With --model, "
	    "a model of the literature in its own letters.",
	.examples = "detente solve stag-hunt --method all\n"
	    "detente solve frontier --treaty verified-halt\tdoes it hold?\n"
	    "detente solve two-powers --payoff-set --continuation 0.9\n"
	    "detente solve two-powers --attribution --want 0.9\n"
	    "detente solve --coalitions frontier --treaty climate-club\n"
	    "detente solve --from map.db\tafter detente sweep strategies "
	    "-o map.db\n"
	    "detente solve --model dresher --set n=10 --set m=3",
	.options = options,
	.run = run,
};
