/* report_brief: `detente report --brief`; see report.h. */
#include "cmd/report.h"

#include <stdio.h>
#include <string.h>

#include "catalogue/experiment.h"
#include "cmd/run.h"
#include "report/brief.h"

/* Whether a file begins as SQLite's do. */
static bool
is_database(const char *path)
{
	static const char begins[] = "SQLite format 3";
	char bytes[sizeof(begins)] = { 0 };
	FILE *in = fopen(path, "rb");
	size_t n = in == NULL ? 0 : fread(bytes, 1, sizeof(bytes), in);
	if (in != NULL)
		(void)fclose(in);
	return n == sizeof(bytes) && memcmp(bytes, begins, n) == 0;
}

static const char *const changes[] = { "treaty", "payoffs", "continuation",
	"set" };
enum { CHANGES = sizeof(changes) / sizeof(changes[0]) };

static const char *
command_of(const struct dt_command_call *call)
{
	struct dt_text text = { 0 };
	dt_text_add(&text, "detente report --brief");
	dt_cmd_run_add_word(&text, call->operands[0]);
	for (size_t k = 0; k < CHANGES; k++)
		dt_cmd_run_add_option(&text, call, changes[k]);
	const char *made = dt_arena_copy(call->arena, dt_text_string(&text));
	bool failed = text.failed;
	dt_text_free(&text);
	return failed ? NULL : made;
}

static enum dt_status
of_scenario(const struct dt_command_call *call,
    const struct dt_digest_request *digest, struct dt_text *page,
    struct dt_faults *faults, struct dt_error *err)
{
	struct dt_experiment experiment, without;
	struct dt_experiment_request from = { .scenario = call->operands[0],
	    .treaty = dt_command_value(call, "treaty"),
	    .payoffs = dt_command_value(call, "payoffs"),
	    .continuation = dt_command_value(call, "continuation"),
	    .sets = dt_command_values(call, "set"), .rounds = -1, .seed = 1 };
	struct dt_brief_request request = { .experiment = &experiment,
	    .thresholds = digest->thresholds, .threads = digest->threads,
	    .command = command_of(call), .version = digest->version };
	if (request.command == NULL)
		return dt_status_no_memory(err);
	enum dt_status status = dt_experiment_make(&call->catalogue, &from,
	    &experiment, faults, err);
	if (status != DT_OK)
		return status;
	/* Keys of a treaty that --set changes may not go with none. */
	struct dt_faults none = { .arena = call->arena };
	from.treaty = "none";
	if (experiment.model.terms.exists && dt_experiment_make(
	    &call->catalogue, &from, &without, &none, NULL) == DT_OK)
		request.without = &without;
	return dt_brief(&request, call->arena, page, err);
}

enum dt_exit
dt_cmd_report_brief(struct dt_command_call *call,
    const struct dt_digest_request *digest)
{
	struct dt_error err = { 0 };
	struct dt_faults faults = { .arena = call->arena };
	struct dt_text page = { 0 };
	bool database = is_database(call->operands[0]);
	for (size_t k = 0; k < CHANGES && database; k++)
		if (dt_command_value(call, changes[k]) != NULL)
			return dt_command_usage(call, "--%s changes a "
			    "scenario, and %s is a database", changes[k],
			    call->operands[0]);
	enum dt_status status = database ? dt_digest_brief(digest,
	    call->arena, &page, &err) : of_scenario(call, digest, &page,
	    &faults, &err);
	enum dt_exit exit;
	if (status == DT_OK) {
		dt_command_warn(call, &faults);
		exit = dt_cmd_report_print(call, &page);
	} else {
		exit = dt_command_fail(call, &faults, &err);
	}
	dt_text_free(&page);
	return exit;
}
