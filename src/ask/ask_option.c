/* ask_option: what can be said with a question, and what questions share. */
#include "ask/ask_question.h"
#include "comply/comply_play.h"

#include <string.h>
#include <unistd.h>

const struct dt_option dt_ask_options[] = {
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
	{ "time", 0, "SECONDS", false, NULL,
	  "of a game: what was found after so long is the answer; 8 if not "
	  "given, 0: no limit" },
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
	{ "slack-error", 0, "PAYOFF", false, NULL,
	  "of a treaty that is played: until the slack is known to this "
	  "standard error" },
	{ "thresholds", 0, NULL, false, NULL,
	  "of a treaty: how far each number of its text may be turned" },
	{ "vary", 0, "KEY=A:B:N", true, NULL,
	  "ask it for N values of a key from A to B; twice: a phase map" },
	{ "result", 0, "NAME", false, NULL,
	  "with --model and --vary: which of the model's results" },
	{ "least", 0, "VALUE", false, NULL,
	  "with --result: where it is no less than this" },
	{ "most", 0, "VALUE", false, NULL,
	  "with --result: where it is no more than this" },
	{ "tornado", 0, NULL, false, NULL,
	  "which number of the treaty matters most: the slack with one at each "
	  "end of its range; with --prior, the ends are the prior's" },
	{ "prior", 0, "PRIOR", false, "@priors",
	  "what becomes of the verdict when figures are not known: in worlds "
	  "drawn from a prior" },
	{ "draws", 0, "N", false, NULL,
	  "with --prior: so many worlds; 500 if not given" },
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
	{ "learning", 0, "ROUNDS", false, NULL,
	  "what agents that learn come to in so many rounds: over all ways that "
	  "the game can go, each with its chance" },
	{ "history", 0, "MOVES", false, NULL,
	  "with --learning: the first rounds as given, a word a round with P or "
	  "R for each agent: \"PR RR\"" },
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
	  "with --attribution: find the cheapest verification that holds from "
	  "this continuation on" },
	{ "seed", 's', "N", false, NULL,
	  "seed of what is drawn (bootstrap, starting points); 1 if not given" },
	{ "threads", 'j', "N", false, NULL,
	  "threads; as many as there are cores where not given" },
	{ 0 }
};

const char *
dt_ask_value(const struct dt_ask *ask, const char *option)
{
	return dt_option_value(ask->options, option);
}

enum dt_status
dt_ask_effort(const struct dt_ask *ask, int *threads, uint64_t *seed,
    struct dt_error *err)
{
	long cores = sysconf(_SC_NPROCESSORS_ONLN);
	int64_t n = cores < 1 ? 1 : cores, start = 1;
	enum dt_status status = dt_option_whole(ask->options, "threads", 1,
	    DT_ASK_THREADS_MOST, &n, err);
	if (status == DT_OK)
		status = dt_option_whole(ask->options, "seed", 0, INT64_MAX,
		    &start, err);
	*threads = (int)n;
	*seed = (uint64_t)start;
	return status;
}

enum dt_status
dt_ask_slack(const struct dt_ask *ask,
    struct dt_comply_play_request *request, struct dt_error *err)
{
	enum dt_status status = dt_ask_effort(ask, &request->threads,
	    &request->seed, err);
	return status != DT_OK ? status : dt_option_number(ask->options,
	    "slack-error", 1e-12, 1e12, &request->slack_error, err);
}

enum dt_status
dt_ask_make(const struct dt_ask *ask, const char *treaty,
    const char *strategies, struct dt_experiment *experiment,
    struct dt_faults *faults, struct dt_error *err)
{
	struct dt_experiment_request request = {
		.scenario = ask->subject, .treaty = treaty,
		.payoffs = dt_ask_value(ask, "payoffs"),
		.strategies = strategies,
		.continuation = dt_ask_value(ask, "continuation"),
		.sets = dt_option_values(ask->options, "set"), .seed = 1,
		.rounds = -1,
	};
	return dt_experiment_make(ask->catalogue, &request, experiment,
	    faults, err);
}

enum dt_status
dt_ask_experiment(const struct dt_ask *ask, struct dt_experiment *experiment,
    struct dt_error *err)
{
	if (ask->subject == NULL)
		return dt_status_fail(err, DT_EUSAGE, "it needs a SCENARIO");
	return dt_ask_make(ask, dt_ask_value(ask, "treaty"),
	    dt_ask_value(ask, "strategies"), experiment, ask->faults, err);
}

const char *const *
dt_ask_sets(const struct dt_ask *ask)
{
	static const char *const options[] = { "treaty", "payoffs",
		"continuation", NULL };
	struct dt_arena *arena = ask->catalogue->arena;
	const char *const *given = dt_option_values(ask->options, "set");
	size_t n = 0;
	while (given[n] != NULL)
		n++;
	const char **sets = dt_arena_new(arena, n + 4, sizeof(*sets));
	n = 0;
	for (size_t k = 0; sets != NULL && options[k] != NULL; k++) {
		const char *value = dt_ask_value(ask, options[k]);
		if (value == NULL)
			continue;
		sets[n] = dt_arena_print(arena, "--%s=%s", options[k],
		    value);
		if (sets[n++] == NULL)
			return NULL;
	}
	for (; sets != NULL && *given != NULL; given++)
		sets[n++] = *given;
	return sets;
}
