/* run: plays a scenario, keeps what happened, and says what it came to. */
#include "cmd/run.h"

#include <gsl/gsl_version.h>
#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "lab/record.h"
#include "lab/report.h"
#include "proof/hash.h"

#include "version.h"

/* A call of the verb, from its options to its end. */
struct job {
	struct dt_command_call *call;
	struct dt_experiment experiment;
	struct dt_summary summary;
	struct dt_text strip;
	struct dt_store *store;
	struct dt_record record;
	bool *done;             /* [run - 1]: in the file already */
	int64_t skipped;
	struct dt_cmd_run_progress progress;
};

static uint64_t
draw_seed(void)
{
	uint32_t seed = 1;
	if (getentropy(&seed, sizeof(seed)) != 0)
		seed = (uint32_t)time(NULL);
	return seed;
}

static enum dt_exit
make(struct job *j)
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
		.seed = seed < 0 ? draw_seed() : (uint64_t)seed,
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
	return DT_EXIT_OK;
}

/* --dry-run: what would be played, and how much of it. */
static enum dt_exit
tell(struct job *j)
{
	const struct dt_experiment *e = &j->experiment;
	const struct dt_model *m = &e->model;
	double rounds = m->continuation_chance < 1 ?
	    1 / (1 - m->continuation_chance) : (double)m->rounds;
	if (m->rounds > 0 && rounds > (double)m->rounds)
		rounds = (double)m->rounds;
	double runs = (double)e->runs, n = (double)m->n;
	const char *detail = dt_command_value(j->call, "detail");
	bool all = detail != NULL && strcmp(detail, "rounds") == 0;
	struct dt_text text = { 0 };
	dt_text_add(&text, "%s# %" PRId64 " runs of about %.0f rounds, seed %"
	    PRIu64 "\n# about %.0f rows, about %.1f s on one core\n",
	    e->config, e->runs, rounds, e->seed,
	    runs * (1 + n) * (all ? rounds + 1 : 1),
	    runs * rounds * n / 2e7 + (all ? runs * rounds * n / 1e6 : 0));
	enum dt_exit exit = dt_command_write(j->call, &text);
	dt_text_free(&text);
	return exit;
}

static enum dt_store_how
how(const struct dt_command_call *call)
{
	if (dt_command_value(call, "append") != NULL ||
	    dt_command_value(call, "resume") != NULL)
		return DT_STORE_APPEND;
	return dt_command_value(call, "force") != NULL ? DT_STORE_REPLACE :
	    DT_STORE_CREATE;
}

static bool
keeps_rounds(const struct dt_command_call *call)
{
	const char *detail = dt_command_value(call, "detail");
	return detail != NULL && strcmp(detail, "rounds") == 0;
}

static enum dt_exit
open_store(struct job *j)
{
	struct dt_command_call *call = j->call;
	const char *path = dt_command_value(call, "output");
	struct dt_error err = { 0 };
	if (path == NULL)
		return DT_EXIT_OK;
	const char *libraries = dt_arena_print(call->arena, "gsl %s, sqlite "
	    "%s, libsodium %s", gsl_version, dt_store_sqlite_version(),
	    dt_hash_sodium_version());
	struct dt_record_provenance provenance = {
		.command = dt_cmd_run_command(call, &j->experiment),
		.version = DT_VERSION, .libraries = libraries,
	};
	j->done = dt_arena_new(call->arena, (size_t)j->experiment.runs,
	    sizeof(*j->done));
	enum dt_status status;
	if (libraries == NULL || provenance.command == NULL ||
	    j->done == NULL)
		status = dt_status_no_memory(&err);
	else
		status = dt_store_open(&j->store, path, how(call), &err);
	if (status == DT_OK)
		status = dt_record_begin(&j->record, j->store,
		    &j->experiment, &provenance, keeps_rounds(call), j->done,
		    &err);
	if (status != DT_OK)
		return dt_command_fail(call, NULL, &err);
	for (int64_t i = 0; i < j->experiment.runs; i++)
		j->skipped += j->done[i];
	return DT_EXIT_OK;
}

static bool
strip_wanted(const struct dt_experiment *e)
{
	return e->model.rounds > 0 && e->model.rounds <= DT_REPORT_STRIP_MOST;
}

static enum dt_status
take(struct job *j, const struct dt_play_run *run, struct dt_error *err)
{
	if (run->number == 1 && strip_wanted(&j->experiment))
		dt_report_strip(&j->experiment, run, &j->strip);
	dt_summary_add(&j->summary, run->tally);
	dt_cmd_run_progress_step(&j->progress);
	return j->store == NULL ? DT_OK :
	    dt_record_run(&j->record, run, err);
}

static int
threads(const struct dt_command_call *call, bool *bad)
{
	long cores = sysconf(_SC_NPROCESSORS_ONLN);
	return (int)dt_command_whole(call, "threads", 1, 256,
	    cores < 1 ? 1 : cores > 256 ? 256 : cores, bad);
}

/* Plays until the end, a fault, or an interruption. */
static enum dt_status
play(struct job *j, int n_threads, struct dt_error *err)
{
	struct dt_play *p;
	struct dt_play_request request = {
		.runs = j->experiment.runs, .skip = j->done,
		.threads = n_threads,
		.rounds = j->store != NULL && keeps_rounds(j->call),
		.keep_first = strip_wanted(&j->experiment),
	};
	const struct dt_play_run *run;
	enum dt_status status =
	    dt_play_new(&p, &j->experiment, &request, err);
	if (status != DT_OK)
		return status;
	while ((status = dt_play_next(p, &run, err)) == DT_OK &&
	    run != NULL && !dt_command_stopped)
		if ((status = take(j, run, err)) != DT_OK)
			break;
	dt_play_free(p);
	return status;
}

/* Commits and closes; the first fault of the job is the one that is told. */
static enum dt_exit
finish(struct job *j, enum dt_status status, struct dt_error *err)
{
	struct dt_error late = { 0 };
	enum dt_status end = DT_OK;
	if (j->store != NULL && status == DT_OK)
		end = dt_record_end(&j->record, !dt_command_stopped, &late);
	enum dt_status closed = dt_store_close(j->store,
	    end == DT_OK ? &late : NULL);
	j->store = NULL;
	dt_cmd_run_progress_clear(&j->progress);
	if (status != DT_OK)
		return dt_command_fail(j->call, NULL, err);
	if (end != DT_OK || closed != DT_OK)
		return dt_command_fail(j->call, NULL, &late);
	return DT_EXIT_OK;
}

static void
add_text(struct job *j, struct dt_text *text)
{
	const struct dt_experiment *e = &j->experiment;
	struct dt_theory theory = dt_theory_of(e);
	dt_report_head(e, text);
	if (j->skipped > 0)
		dt_text_add(text, "%" PRId64 " of these runs were in the file "
		    "already; what follows is of the %" PRId64 " played "
		    "now.\n\n", j->skipped, j->summary.runs);
	if (j->summary.runs == 0)
		return;
	dt_report_agents(e, &j->summary, text);
	dt_report_treaty(e, &j->summary, text);
	dt_report_theory(e, &theory, text);
	dt_text_add(text, "%s", dt_text_string(&j->strip));
}

static enum dt_exit
print(struct job *j)
{
	enum dt_command_format format = dt_command_format(j->call);
	if (format == DT_FORMAT_JSON)
		return dt_cmd_run_json(j->call, &j->experiment, &j->summary);
	if (format == DT_FORMAT_CSV)
		return dt_cmd_run_csv(j->call, &j->experiment, &j->summary);
	struct dt_text text = { 0 };
	add_text(j, &text);
	enum dt_exit exit = dt_command_write(j->call, &text);
	dt_text_free(&text);
	return exit;
}

/* What to do next, for people. */
static void
advise(struct job *j)
{
	const char *path = dt_command_value(j->call, "output");
	const char *scenario = j->call->operands[0];
	const struct dt_model *m = &j->experiment.model;
	double seconds = dt_cmd_run_seconds(&j->progress.start);
	dt_command_advise(j->call, "\n%.2f s, %.1f million agent-rounds a "
	    "second", seconds, (double)j->summary.rounds * (double)m->n /
	    seconds / 1e6);
	if (path != NULL)
		dt_command_advise(j->call, "Next: detente query %s "
		    "treaty-effect", path);
	else
		dt_command_advise(j->call, "Next: detente run %s -o %s.db, to "
		    "keep every outcome and query it", scenario,
		    j->experiment.scenario->name);
}

static enum dt_exit
interrupted(const struct job *j)
{
	const char *path = dt_command_value(j->call, "output");
	if (path == NULL)
		fprintf(stderr, "detente: interrupted after %" PRId64
		    " runs\n", j->summary.runs);
	else
		fprintf(stderr, "detente: interrupted; %" PRId64 " runs are "
		    "kept in %s: the same command with --seed %" PRIu64
		    " --resume goes on\n", j->record.committed + j->skipped,
		    path, j->experiment.seed);
	return DT_EXIT_INTERRUPTED;
}

static enum dt_exit
play_and_print(struct job *j)
{
	struct dt_error err = { 0 };
	bool bad = false;
	int n_threads = threads(j->call, &bad);
	if (bad)
		return DT_EXIT_USAGE;
	enum dt_exit exit = open_store(j);
	if (exit != DT_EXIT_OK) {
		dt_store_close(j->store, NULL);
		return exit;
	}
	dt_cmd_run_progress_start(&j->progress, j->call->progress,
	    j->experiment.runs - j->skipped);
	j->summary.n = j->experiment.model.n;
	exit = finish(j, play(j, n_threads, &err), &err);
	if (exit != DT_EXIT_OK)
		return exit;
	if (dt_command_stopped)
		return interrupted(j);
	exit = print(j);
	if (exit == DT_EXIT_OK)
		advise(j);
	return exit;
}

static enum dt_exit
run(struct dt_command_call *call)
{
	struct job *job = dt_memory_new(1, sizeof(*job));
	if (job == NULL) {
		struct dt_error err = { 0 };
		dt_status_no_memory(&err);
		return dt_command_fail(call, NULL, &err);
	}
	job->call = call;
	enum dt_exit exit = make(job);
	if (exit == DT_EXIT_OK)
		exit = dt_command_value(call, "dry-run") != NULL ? tell(job) :
		    play_and_print(job);
	dt_text_free(&job->strip);
	dt_memory_free(job);
	return exit;
}

static const struct dt_command_option options[] = {
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
	{ "output", 'o', "DB", false, "@files",
	  "keep every outcome in this database" },
	{ "append", 'a', NULL, false, NULL,
	  "add to a database that is there" },
	{ "resume", 0, NULL, false, NULL,
	  "go on with an interrupted experiment; the same as --append: runs "
	  "that are there are not played again" },
	{ "force", 'f', NULL, false, NULL,
	  "replace a database that is there" },
	{ "detail", 0, "TIER", false, "runs rounds",
	  "what to keep: a row a run and agent (runs), or every round's moves "
	  "and signals as well (rounds)" },
	{ "threads", 'j', "N", false, NULL,
	  "threads; as many as there are cores where not given; results do "
	  "not depend on it" },
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
	    "it\n",
	.options = options,
	.run = run,
};
