/* run_play: plays, keeps and prints; see run.h. */
#include "cmd/run.h"

#include <gsl/gsl_version.h>
#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "cmd/backup.h"
#include "play/report.h"
#include "proof/hash.h"
#include "version.h"

static enum dt_store_how
how(const struct dt_command_call *call)
{
	if (dt_command_value(call, "append") != NULL ||
	    dt_command_value(call, "resume") != NULL)
		return DT_STORE_APPEND;
	return dt_command_value(call, "force") != NULL ? DT_STORE_REPLACE :
	    DT_STORE_CREATE;
}

/* --resume without --seed goes on with what the file has of this experiment,
 * whatever seed was drawn for it. */
static enum dt_status
find_seed(struct dt_cmd_run_job *j, struct dt_error *err)
{
	struct dt_experiment *e = &j->experiment;
	struct dt_store_experiment like = {
		.config_sha256 = e->config_sha256,
		.engine = dt_engine_words[e->engine],
		.model_version = e->model_version,
	};
	bool found = false;
	if (dt_command_value(j->call, "seed") != NULL ||
	    dt_command_value(j->call, "resume") == NULL)
		return DT_OK;
	enum dt_status status = dt_store_seed(j->store, &like, &e->seed,
	    &found, err);
	return status || !found ? status :
	    dt_experiment_name(j->call->arena, e, err);
}

static enum dt_status
begin(struct dt_cmd_run_job *j, struct dt_error *err)
{
	struct dt_command_call *call = j->call;
	struct dt_record_provenance provenance = {
		.command = dt_cmd_run_command(call, &j->experiment),
		.version = DT_VERSION,
		.libraries = dt_arena_print(call->arena, "gsl %s, sqlite %s, "
		    "libsodium %s", gsl_version, dt_store_sqlite_version(),
		    dt_hash_sodium_version()),
		.evidence = dt_cmd_run_level(call),
	};
	j->done = dt_arena_new(call->arena, (size_t)j->experiment.runs,
	    sizeof(*j->done));
	if (provenance.libraries == NULL || provenance.command == NULL ||
	    j->done == NULL)
		return dt_status_no_memory(err);
	return dt_record_begin(&j->record, j->store, &j->experiment,
	    &provenance, dt_cmd_run_keeps_rounds(call, &j->experiment.model),
	    j->done, err);
}

static enum dt_exit
open_store(struct dt_cmd_run_job *j)
{
	struct dt_command_call *call = j->call;
	const char *path = dt_command_value(call, "output");
	struct dt_error err = { 0 };
	if (path == NULL)
		return DT_EXIT_OK;
	enum dt_status status = dt_store_open(&j->store, path, how(call),
	    &err);
	dt_cmd_backup_tell(call, j->store, path);
	dt_cmd_run_keep_packed(call, j->store);
	if (status == DT_OK)
		status = find_seed(j, &err);
	if (status == DT_OK)
		status = begin(j, &err);
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
take(struct dt_cmd_run_job *j, const struct dt_play_run *run, struct dt_error *err)
{
	if (run->number == 1 && strip_wanted(&j->experiment))
		dt_report_strip(&j->experiment, run, &j->strip);
	dt_summary_add(&j->summary, run->tally);
	dt_progress_step(&j->progress);
	return j->store == NULL ? DT_OK :
	    dt_record_run(&j->record, run, err);
}

/* Plays until the end, a fault, or an interruption, after which what was
 * played is told. */
static enum dt_status
play(struct dt_cmd_run_job *j, int n_threads, struct dt_error *err)
{
	struct dt_play *p;
	struct dt_play_request request = {
		.runs = j->experiment.runs, .skip = j->done,
		.threads = n_threads, .stop = &dt_command_stopped,
		.programs = true,
		.rounds = j->store != NULL && dt_cmd_run_keeps_rounds(j->call,
		    &j->experiment.model),
		.keep = strip_wanted(&j->experiment),
		.seals = j->record.evidence ? &j->record.evidence->maker :
		    NULL,
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
	return status == DT_ESTOPPED ? DT_OK : status;
}

/* Commits and closes, after a program's fault what was finished; the first
 * fault of the job is the one that is told. */
static enum dt_exit
finish(struct dt_cmd_run_job *j, enum dt_status status, struct dt_error *err)
{
	struct dt_error late = { 0 };
	enum dt_status end = DT_OK;
	bool died = status == DT_EINPUT && j->experiment.model.programs != 0;
	if (j->store != NULL && (status == DT_OK || died))
		end = dt_record_end(&j->record, !dt_command_stopped && !died,
		    &late);
	if (j->store != NULL && status == DT_OK && end == DT_OK &&
	    !dt_command_stopped)
		end = dt_store_settle(j->store, &late);
	if (j->store != NULL)
		j->kept = dt_arena_copy(j->call->arena,
		    dt_store_path(j->store));
	enum dt_status closed = dt_store_close(j->store,
	    end == DT_OK ? &late : NULL);
	dt_record_free(&j->record);
	j->store = NULL;
	dt_progress_clear(&j->progress);
	if (status != DT_OK)
		return dt_command_fail(j->call, NULL, err);
	if (end != DT_OK || closed != DT_OK)
		return dt_command_fail(j->call, NULL, &late);
	return DT_EXIT_OK;
}

static void
add_text(struct dt_cmd_run_job *j, struct dt_text *text)
{
	const struct dt_experiment *e = &j->experiment;
	struct dt_theory theory = dt_theory_of(e);
	dt_report_head(e, text);
	if (dt_command_stopped)
		dt_text_add(text, "Interrupted after %" PRId64 " of %" PRId64
		    " runs: what follows is of those.\n\n",
		    j->summary.runs, e->runs);
	if (j->skipped > 0)
		dt_text_add(text, "%" PRId64 " of these runs were in the file "
		    "already; what follows is of the %" PRId64 " played "
		    "now.\n\n", j->skipped, j->summary.runs);
	if (j->summary.runs == 0)
		return;
	dt_report_agents(e, &j->summary, text);
	dt_report_treaty(e, &j->summary, text);
	dt_report_race(e, &j->summary, text);
	dt_report_exact(e, &j->summary, &j->exact, text);
	dt_report_theory(e, &theory, text);
	dt_text_add(text, "%s", dt_text_string(&j->strip));
}

/* Sentences that are longer than the line are broken; tables, which have wide
 * gaps, are not. */
static void
fit(const char *all, size_t width, struct dt_arena *arena,
    struct dt_text *text)
{
	while (*all != '\0') {
		size_t n = strcspn(all, "\n");
		const char *line = dt_arena_copy_n(arena, all, n);
		size_t indent = line != NULL ? strspn(line, " ") : 0;
		if (line == NULL || dt_text_width(line) <= width ||
		    strstr(line + indent, "  ") != NULL) {
			dt_text_add_n(text, all, n);
		} else {
			dt_text_add(text, "%*s", (int)indent, "");
			dt_text_wrap(text, line + indent, indent, width);
		}
		dt_text_add_n(text, "\n", 1);
		all += n + (all[n] == '\n');
	}
}

static enum dt_exit
print(struct dt_cmd_run_job *j)
{
	enum dt_command_format format = dt_command_format(j->call);
	if (format == DT_FORMAT_JSON)
		return dt_cmd_run_json(j);
	if (format == DT_FORMAT_CSV)
		return dt_cmd_run_csv(j);
	struct dt_text all = { 0 }, text = { 0 };
	add_text(j, &all);
	fit(dt_text_string(&all), j->call->width, j->call->arena, &text);
	text.failed = text.failed || all.failed;
	enum dt_exit exit = dt_command_write(j->call, &text);
	dt_text_free(&text);
	dt_text_free(&all);
	return exit;
}

/* What to do next, for people. */
static void
advise(struct dt_cmd_run_job *j)
{
	const char *path = dt_command_value(j->call, "output");
	const char *scenario = j->call->operands[0];
	const struct dt_model *m = &j->experiment.model;
	double seconds = dt_progress_seconds(&j->progress.start);
	dt_command_advise(j->call, "\n%.2f s, %.1f million agent-rounds a "
	    "second by the engine %s (%s)", seconds,
	    (double)j->summary.rounds * (double)m->n / seconds / 1e6,
	    dt_engine_words[j->experiment.engine], j->why);
	if (path != NULL)
		dt_command_advise(j->call, "Next: detente query %s "
		    "treaty-effect", path);
	else
		dt_command_advise(j->call, "Next: detente run %s -o %s.db, to "
		    "keep every outcome and query it", scenario,
		    j->experiment.scenario->name);
}

/* What was kept is told where it is; what was not is told, as it is lost. */
static enum dt_exit
interrupted(struct dt_cmd_run_job *j)
{
	const char *asked = dt_command_value(j->call, "output");
	bool beside = asked != NULL && j->kept != NULL &&
	    strcmp(j->kept, asked) != 0;
	enum dt_exit exit = DT_EXIT_OK;
	if (asked == NULL && j->summary.runs > 0)
		exit = print(j);
	if (asked == NULL)
		dt_command_tell("detente: interrupted after %" PRId64 " of %"
		    PRId64 " runs, which are not kept: -o DB keeps them, and "
		    "--resume goes on\n", j->summary.runs,
		    j->experiment.runs);
	else
		dt_command_tell("detente: interrupted; %" PRId64 " runs are "
		    "kept in %s: the same command with --seed %" PRIu64
		    " --resume%s%s goes on\n", j->record.committed +
		    j->skipped, beside ? j->kept : asked, j->experiment.seed,
		    beside ? " -o " : "", beside ? j->kept : "");
	if (beside)
		dt_command_tell("%s is as it was\n", asked);
	return exit == DT_EXIT_OK ? DT_EXIT_INTERRUPTED : exit;
}

enum dt_exit
dt_cmd_run_play(struct dt_cmd_run_job *j)
{
	struct dt_error err = { 0 };
	bool bad = false;
	int n_threads = dt_command_threads(j->call, &bad);
	if (bad)
		return DT_EXIT_USAGE;
	if (dt_command_value(j->call, "output") == NULL &&
	    dt_cmd_run_level(j->call) != DT_SEAL_NONE)
		return dt_command_usage(j->call, "--evidence is kept in a "
		    "database: it needs -o DB");
	enum dt_exit exit = open_store(j);
	if (exit != DT_EXIT_OK) {
		dt_record_free(&j->record);
		(void)dt_store_close(j->store, NULL);
		return exit;
	}
	dt_progress_start(&j->progress, j->call->progress,
	    j->experiment.runs - j->skipped);
	j->summary.n = j->experiment.model.n;
	exit = finish(j, play(j, n_threads, &err), &err);
	if (exit != DT_EXIT_OK)
		return exit;
	if (dt_command_stopped)
		return interrupted(j);
	if (dt_exact_of(&j->experiment, &j->exact, &err) != DT_OK)
		return dt_command_fail(j->call, NULL, &err);
	exit = print(j);
	if (exit == DT_EXIT_OK)
		advise(j);
	return exit;
}
