/* run_engine: which engine plays a call of `run`, and the one that plays
 * nothing; see run.h. */
#include "cmd/run.h"

#include <string.h>

#include "play/report.h"

/* Where programs from outside play, the rounds are the record of their moves,
 * from which an audit plays the runs again. */
bool
dt_cmd_run_keeps_rounds(const struct dt_command_call *call,
    const struct dt_model *model)
{
	const char *detail = dt_command_value(call, "detail");
	return model->programs != 0 ||
	    (detail != NULL && strcmp(detail, "runs") != 0);
}

void
dt_cmd_run_keep_packed(const struct dt_command_call *call,
    struct dt_store *store)
{
	const char *detail = dt_command_value(call, "detail");
	if (detail != NULL && strcmp(detail, "packed") == 0 && store != NULL)
		dt_store_keep_packed(store);
}

/* What is not kept needs no evidence. */
enum dt_seal_level
dt_cmd_run_level(const struct dt_command_call *call)
{
	const char *word = dt_command_value(call, "evidence");
	if (word == NULL)
		return dt_command_value(call, "output") != NULL ?
		    DT_SEAL_EPOCH : DT_SEAL_NONE;
	int i = 0;
	while (strcmp(dt_seal_level_words[i], word) != 0)
		i++;
	return (enum dt_seal_level)i;
}

/* The parser has seen to it that the word is one of these. */
static enum dt_engine
asked_for(const struct dt_command_call *call)
{
	const char *word = dt_command_value(call, "engine");
	int i = DT_ENGINE_AUTO;
	while (word != NULL && strcmp(dt_engine_words[i], word) != 0)
		i++;
	return (enum dt_engine)i;
}

static enum dt_exit
take_chain(struct dt_cmd_run_job *j)
{
	static const char *const options[] = { "output", "evidence", NULL };
	for (size_t i = 0; options[i] != NULL; i++)
		if (dt_command_value(j->call, options[i]) != NULL)
			return dt_command_usage(j->call, "--engine chain "
			    "plays no runs that --%s could keep: take lanes "
			    "or reference", options[i]);
	if (dt_cmd_run_keeps_rounds(j->call, &j->experiment.model))
		return dt_command_usage(j->call, "--engine chain plays no "
		    "rounds that --detail could keep: take reference");
	j->experiment.engine = DT_ENGINE_CHAIN;
	strcpy(j->why, "asked for");
	return DT_EXIT_OK;
}

enum dt_exit
dt_cmd_run_engine(struct dt_cmd_run_job *j)
{
	struct dt_command_call *call = j->call;
	struct dt_error err = { 0 };
	bool kept = dt_command_value(call, "output") != NULL;
	const char *detail = dt_command_value(call, "detail");
	if (kept && j->experiment.model.programs != 0 && detail != NULL &&
	    strcmp(detail, "runs") == 0)
		return dt_command_usage(call, "where programs play, rounds are "
		    "kept: they are the record of their moves. Leave --detail "
		    "out");
	struct dt_play_engine_request request = { .engine = asked_for(call),
		.kept = kept, .rounds = kept &&
		    dt_cmd_run_keeps_rounds(call, &j->experiment.model),
		.evidence = dt_cmd_run_level(call) };
	if (request.engine == DT_ENGINE_CHAIN)
		return take_chain(j);
	if (dt_play_engine(&j->experiment, &request, call->arena, j->why,
	    &err) != DT_OK)
		return dt_command_fail(call, NULL, &err);
	return DT_EXIT_OK;
}

static enum dt_exit
print(struct dt_cmd_run_job *j)
{
	struct dt_theory theory = dt_theory_of(&j->experiment);
	struct dt_text text = { 0 };
	enum dt_command_format format = dt_command_format(j->call);
	if (format == DT_FORMAT_JSON)
		return dt_cmd_run_json(j);
	if (format == DT_FORMAT_CSV)
		return dt_cmd_run_csv(j);
	dt_report_head(&j->experiment, &text);
	dt_report_alone(&j->experiment, &j->exact, &text);
	dt_report_theory(&j->experiment, &theory, &text);
	enum dt_exit exit = dt_command_write(j->call, &text);
	dt_text_free(&text);
	return exit;
}

enum dt_exit
dt_cmd_run_exact(struct dt_cmd_run_job *j)
{
	struct dt_error err = { 0 };
	struct timespec start;
	clock_gettime(CLOCK_MONOTONIC, &start);
	if (dt_exact_whole(&j->experiment, &j->exact, &err) != DT_OK) {
		enum dt_exit exit = dt_command_fail(j->call, NULL, &err);
		dt_command_advise(j->call, "--engine lanes simulates it");
		return exit;
	}
	j->summary.n = j->experiment.model.n;
	enum dt_exit exit = print(j);
	if (exit == DT_EXIT_OK)
		dt_command_advise(j->call, "\n%.2f s by the engine chain",
		    dt_progress_seconds(&start));
	return exit;
}
