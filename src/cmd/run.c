/* run: plays a scenario, keeps what happened, and says what it came to. */
#include "cmd/run.h"

#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "ask/ask.h"
#include "base/memory.h"

uint64_t
dt_cmd_run_draw_seed(void)
{
	uint32_t seed = 1;
	if (getentropy(&seed, sizeof(seed)) != 0)
		seed = (uint32_t)time(NULL);
	return seed;
}

static enum dt_exit
make(struct dt_cmd_run_job *j)
{
	struct dt_command_call *call = j->call;
	bool bad = false;
	int64_t seed =
	    dt_command_whole(call, "seed", 0, INT64_MAX, -1, &bad);
	struct dt_experiment_request request = {
		.scenario = call->operands[0],
		.treaty = dt_command_value(call, "treaty"),
		.payoffs = dt_command_value(call, "payoffs"),
		.strategies = dt_command_value(call, "strategies"),
		.sets = dt_command_values(call, "set"),
		.seed = seed < 0 ? dt_cmd_run_draw_seed() : (uint64_t)seed,
		.runs = dt_command_whole(call, "runs", 1, 1000000000, 0,
		    &bad),
		.rounds = dt_command_whole(call, "rounds", 0, 1000000000, -1,
		    &bad),
	};
	if (bad)
		return DT_EXIT_USAGE;
	struct dt_faults faults = { .arena = call->arena };
	struct dt_error err = { 0 };
	if (dt_experiment_make(&call->catalogue, &request, &j->experiment,
	    &faults, &err) != DT_OK)
		return dt_command_fail(call, &faults, &err);
	dt_command_warn(call, &faults);
	return DT_EXIT_OK;
}

/* --dry-run: what would be played, and how much of it. */
static enum dt_exit
tell(struct dt_cmd_run_job *j)
{
	const struct dt_experiment *e = &j->experiment;
	const struct dt_model *m = &e->model;
	double rounds = m->continuation_chance < 1 ?
	    1 / (1 - m->continuation_chance) : (double)m->rounds;
	if (m->rounds > 0 && rounds > (double)m->rounds)
		rounds = (double)m->rounds;
	double runs = (double)e->runs, n = (double)m->n;
	bool all = dt_cmd_run_keeps_rounds(j->call, m);
	struct dt_text text = { 0 };
	double pace = e->engine == DT_ENGINE_LANES ? 5e8 : 2e7;
	dt_text_add(&text, "%s# engine %s (%s)\n", e->config,
	    dt_engine_words[e->engine], j->why);
	if (e->engine != DT_ENGINE_CHAIN)
		dt_text_add(&text, "# %" PRId64 " runs of about %.0f rounds, "
		    "seed %" PRIu64 "\n# about %.0f rows, about %.1f s on one "
		    "core\n", e->runs, rounds, e->seed,
		    runs * (1 + n) * (all ? rounds + 1 : 1),
		    runs * rounds * n / pace + runs * 1e-6 +
		    (all ? runs * rounds * n / 1e6 : 0));
	enum dt_exit exit = dt_command_write(j->call, &text);
	dt_text_free(&text);
	return exit;
}

static enum dt_exit
negotiate(struct dt_command_call *call, const char *menu)
{
	bool bad = false;
	int64_t seed =
	    dt_command_whole(call, "seed", 0, INT64_MAX, -1, &bad);
	return bad ? DT_EXIT_USAGE : dt_cmd_run_negotiate(call, menu,
	    seed < 0 ? dt_cmd_run_draw_seed() : (uint64_t)seed);
}

static enum dt_exit
run(struct dt_command_call *call)
{
	const char *menu = dt_command_value(call, "negotiate");
	if (menu != NULL)
		return negotiate(call, menu);
	if (dt_command_value(call, "again") != NULL)
		return dt_cmd_run_again(call);
	if (dt_command_value(call, "experiment") != NULL)
		return dt_command_usage(call, "--experiment is of a database: "
		    "--again DB");
	if (dt_command_value(call, "run") != NULL)
		return dt_cmd_run_rounds(call);
	struct dt_cmd_run_job *job = dt_memory_new(1, sizeof(*job));
	if (job == NULL) {
		struct dt_error err = { 0 };
		dt_status_no_memory(&err);
		return dt_command_fail(call, NULL, &err);
	}
	job->call = call;
	enum dt_exit exit = make(job);
	if (exit == DT_EXIT_OK)
		exit = dt_cmd_run_engine(job);
	if (exit == DT_EXIT_OK)
		exit = dt_command_value(call, "dry-run") != NULL ? tell(job) :
		    job->experiment.engine == DT_ENGINE_CHAIN ?
		    dt_cmd_run_exact(job) : dt_cmd_run_play(job);
	dt_text_free(&job->strip);
	dt_memory_free(job);
	return exit;
}

static const struct dt_option options[] = {
	{ "output", 'o', "DB", false, "@files",
	  "keep every outcome in this database" },
	{ "append", 'a', NULL, false, NULL,
	  "add to a database that is there" },
	{ "resume", 0, NULL, false, NULL,
	  "go on with an interrupted experiment, by the seed that it has where "
	  "none is given; as with --append, runs that are there are not played "
	  "again" },
	{ "force", 'f', NULL, false, NULL,
	  "replace a database that is there" },
	{ "detail", 0, "TIER", false, "runs rounds packed",
	  "what to keep: a row a run and agent (runs), or every round's moves "
	  "and signals as well (rounds; packed: a byte each, in a file whose "
	  "rounds are all kept so)" },
	{ "evidence", 0, "LEVEL", false, "none epoch full",
	  "what is signed: every pledge, commitment, opening and finding "
	  "(full), one root over its commitments for each agent and batch of "
	  "runs (epoch, the default with -o), or nothing (none)" },
	{ "engine", 0, "ENGINE", false, "auto reference lanes chain",
	  "what plays: the plain engine (reference), 512 runs at once (lanes: "
	  "outcomes of runs only, signed at most by epochs), none, as the "
	  "exact answer will do (chain), or whichever suits (auto, where not "
	  "given: lanes or reference)" },
	{ "threads", 'j', "N", false, NULL,
	  "threads; as many as there are cores where not given; results do "
	  "not depend on it" },
	{ "negotiate", 0, "MENU", false, "@menus",
	  "first let the agents bargain over a menu, a negotiation a run; then "
	  "they live under what they signed" },
	{ "menu-set", 0, "KEY=VALUE", true, NULL,
	  "with --negotiate: override a key of the menu" },
	{ "again", 0, NULL, false, NULL,
	  "play again what a database has, which stands in the place of "
	  "SCENARIO: one run, which is shown (--run), or all, to add their "
	  "rounds (--detail rounds or packed)" },
	{ "experiment", 0, "N", false, NULL,
	  "with --again: of this experiment; of the only one where not given" },
	{ "dry-run", 0, NULL, false, NULL,
	  "print the resolved scenario and how much there is to do" },
	{ "format", 0, "FORMAT", false, "text json csv",
	  "how to print the outcome" },
	{ "no-progress", 0, NULL, false, NULL, "no progress bar" },
	{ 0 }
};

const struct dt_command dt_cmd_run = {
	.name = "run",
	.brief = "play a scenario and say what happened",
	.operands = "SCENARIO",
	.operand_words = "@scenarios",
	.least = 1, .most = 1,
	.about = "Plays the repeated game of a scenario as often as asked, and "
	    "prints what each agent did and got beside what theory says of "
	    "the game. With -o it keeps every outcome in a database.\n\n"
	    "SCENARIO is a name (detente list scenarios) or the path of a "
	    "file. Everything in it can be overridden by --set.",
	.examples = "detente run frontier\tlabs and nations under a treaty\n"
	    "detente run frontier --treaty none --set noise.slip=0.02\t"
	    "another world\n"
	    "detente run duel -S tit-for-tat,grim --rounds 30\ttwo "
	    "strategies, move by move\n"
	    "detente run frontier --runs 1000 --seed 7 -o frontier.db\tkeep "
	    "it\n"
	    "detente run duel --negotiate chambers --runs 200\ttalks "
	    "first\n"
	    "detente run two-powers --seed 7 --run 1\tone run, round by round\n"
	    "detente run --again frontier.db --run 17\tthat run, move by move\n"
	    "detente run frontier --runs 5 --evidence full -o signed.db\tand "
	    "sign every move\n",
	.options = dt_ask_play_options,
	.more = options,
	.run = run,
};
