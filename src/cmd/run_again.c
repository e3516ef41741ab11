/* run_again: runs of a database, played again; see run.h. */
#include "cmd/run.h"

#include <inttypes.h>
#include <string.h>

#include "audit/again.h"
#include "cli/output.h"
#include "cmd/backup.h"
#include "play/report.h"

struct job {
	struct dt_command_call *call;
	const char *path;
	struct dt_again again;
	struct dt_progress progress;
	enum dt_exit exit;      /* of what was printed */
};

/* What says itself what is played has no place beside a database. */
static enum dt_exit
check(const struct dt_command_call *call)
{
	static const char *const others[] = { "treaty", "payoffs",
		"strategies", "set", "seed", "runs", "rounds", "output",
		"append", "resume", "force", "evidence", "engine", "negotiate",
		"menu-set", "dry-run", NULL };
	const char *detail = dt_command_value(call, "detail");
	for (size_t i = 0; others[i] != NULL; i++)
		if (dt_command_value(call, others[i]) != NULL)
			return dt_command_usage(call, "--again plays what the "
			    "database says, so it takes no --%s", others[i]);
	if (detail != NULL && strcmp(detail, "runs") == 0)
		return dt_command_usage(call, "--again adds rounds (--detail "
		    "rounds or packed), and takes none away");
	if ((detail != NULL) == (dt_command_value(call, "run") != NULL))
		return dt_command_usage(call, "--again needs either --run N, "
		    "the run to show, or --detail rounds, to add the rounds of "
		    "all");
	if (dt_command_format(call) == DT_FORMAT_CSV)
		return dt_command_usage(call, "a run that is played again is "
		    "told as text or json: 'detente query' has rows as CSV");
	return DT_EXIT_OK;
}

static void
add_head(const struct job *j, const struct dt_play_run *run,
    struct dt_text *text)
{
	const struct dt_experiment *e = &j->again.experiment;
	dt_text_add(text, "Run %" PRId64 " of experiment %" PRId64 " in %s, "
	    "played again: as it is kept.\n%s under %s, %" PRId64 " round%s; "
	    "seed %" PRIu64 ", engine %s\n\n", run->number, j->again.id,
	    j->path, e->scenario->name, e->scenario->treaty.name,
	    run->tally->rounds, run->tally->rounds == 1 ? "" : "s", e->seed,
	    dt_engine_words[e->engine]);
}

static void
add_agents(const struct dt_experiment *e, const struct dt_tally *t,
    struct dt_text *text)
{
	size_t name = dt_report_column(e, false);
	dt_text_add(text, "agent");
	dt_text_pad_to(text, name);
	dt_text_add(text, "%8s%11s%10s%7s%7s\n", "paused", "payoff",
	    "breaches", "right", "wrong");
	for (size_t i = 0; i < t->n; i++) {
		const struct dt_tally_agent *a = &t->agent[i];
		dt_text_add(text, "%s", e->model.agents[i].name);
		dt_text_pad_to(text, name);
		dt_text_add(text, "%8" PRId64 "%11.2f%10" PRId64 "%7" PRId64
		    "%7" PRId64 "\n", a->paused, a->payoff, a->breaches,
		    a->alarms_right, a->alarms_wrong);
	}
	dt_text_add(text, "Rounds paused; payoff, breaches and findings (right "
	    "and wrong) of the run.\n");
}

static json_t *
agent_of(const struct dt_experiment *e, const struct dt_play_run *run,
    size_t i)
{
	json_t *o = json_object();
	struct dt_text moves = { 0 };
	for (size_t k = 0; k < run->n_rounds; k++)
		dt_text_add(&moves, "%c",
		    dt_move_has(run->rounds[k].executed, i) ? 'R' : 'P');
	dt_json_text(o, "agent", e->model.agents[i].name);
	dt_json_text(o, "executed", dt_text_string(&moves));
	json_object_set_new(o, "rounds_paused",
	    json_integer(run->tally->agent[i].paused));
	dt_json_number(o, "payoff_total", run->tally->agent[i].payoff);
	dt_text_free(&moves);
	return o;
}

static enum dt_exit
print_json(const struct job *j, const struct dt_play_run *run)
{
	json_t *root = dt_json_new(), *agents = json_array();
	json_object_set_new(root, "experiment_id", json_integer(j->again.id));
	json_object_set_new(root, "run", json_integer(run->number));
	json_object_set_new(root, "rounds", json_integer(run->tally->rounds));
	for (size_t i = 0; i < run->tally->n; i++)
		json_array_append_new(agents,
		    agent_of(&j->again.experiment, run, i));
	json_object_set_new(root, "agents", agents);
	return dt_output_json(j->call, root);
}

static enum dt_status
show(void *job, const struct dt_play_run *run, struct dt_error *err)
{
	struct job *j = job;
	struct dt_text text = { 0 };
	(void)err;
	if (dt_command_format(j->call) == DT_FORMAT_JSON) {
		j->exit = print_json(j, run);
		return DT_OK;
	}
	add_head(j, run, &text);
	add_agents(&j->again.experiment, run->tally, &text);
	dt_report_strips(&j->again.experiment, run, &text);
	j->exit = dt_command_write(j->call, &text);
	dt_text_free(&text);
	return DT_OK;
}

static void
step(void *job)
{
	dt_progress_step(&((struct job *)job)->progress);
}

static enum dt_status
add_rounds(struct job *j, int threads, struct dt_error *err)
{
	dt_progress_start(&j->progress, j->call->progress,
	    j->again.experiment.runs);
	enum dt_status status = dt_again_add_rounds(&j->again, threads,
	    &dt_command_stopped, step, j, err);
	dt_progress_clear(&j->progress);
	if (status == DT_OK)
		dt_command_advise(j->call, "%s: the rounds of %" PRId64 " runs "
		    "of experiment %" PRId64 " are added; each run came out as "
		    "it is kept", j->path, j->progress.done, j->again.id);
	return status;
}

static enum dt_status
work(struct job *j, struct dt_store *store, int64_t experiment, int64_t run,
    int threads, struct dt_error *err)
{
	enum dt_status status = dt_again_open(&j->again, store, experiment,
	    err);
	if (status == DT_OK)
		status = run > 0 ? dt_again_run(&j->again, run, show, j, err) :
		    add_rounds(j, threads, err);
	return status;
}

enum dt_exit
dt_cmd_run_again(struct dt_command_call *call)
{
	struct job j = { .call = call, .path = call->operands[0] };
	struct dt_store *store = NULL;
	struct dt_error err = { 0 }, late = { 0 };
	bool bad = false;
	enum dt_exit exit = check(call);
	if (exit != DT_EXIT_OK)
		return exit;
	int64_t run = dt_command_whole(call, "run", 1, INT64_MAX, 0, &bad);
	int64_t experiment = dt_command_whole(call, "experiment", 1, INT64_MAX,
	    0, &bad);
	int threads = dt_command_threads(call, &bad);
	if (bad)
		return DT_EXIT_USAGE;
	enum dt_status status = dt_store_open(&store, j.path, DT_STORE_READ,
	    &err);
	if (status == DT_OK && run == 0) {      /* it is there: now to write */
		(void)dt_store_close(store, NULL);
		status = dt_store_open(&store, j.path, DT_STORE_APPEND, &err);
	}
	dt_cmd_backup_tell(call, store, j.path);
	dt_cmd_run_keep_packed(call, store);
	if (status == DT_OK)
		status = work(&j, store, experiment, run, threads, &err);
	dt_again_close(&j.again);
	enum dt_status closed = dt_store_close(store, &late);
	if (status != DT_OK || closed != DT_OK)
		return dt_command_fail(call, NULL, status ? &err : &late);
	return j.exit;
}
