/* run_rounds: one run, round by round, kept nowhere; see run.h. */
#include "cmd/run.h"

#include "ask/ask.h"
#include "cmd/solve.h"

/* What is of many runs, of a database or of talks has no place here. */
static enum dt_exit
check(const struct dt_command_call *call)
{
	static const char *const others[] = { "runs", "output", "append",
		"resume", "force", "detail", "evidence", "engine", "threads",
		"menu-set", "dry-run", NULL };
	for (size_t i = 0; others[i] != NULL; i++)
		if (dt_command_value(call, others[i]) != NULL)
			return dt_command_usage(call, "--run shows one run, "
			    "round by round, and takes no --%s", others[i]);
	return DT_EXIT_OK;
}

enum dt_exit
dt_cmd_run_rounds(struct dt_command_call *call)
{
	struct dt_faults faults = { .arena = call->arena };
	struct dt_error err = { 0 };
	struct dt_solution solution;
	struct dt_ask ask = { .catalogue = &call->catalogue,
		.options = &call->options, .faults = &faults,
		.subject = call->operands[0] };
	enum dt_exit exit = check(call);
	if (exit != DT_EXIT_OK)
		return exit;
	if (dt_ask(&ask, "play", &solution, &err) != DT_OK)
		return dt_command_fail(call, &faults, &err);
	dt_command_warn(call, &faults);
	exit = dt_cmd_solve_print(call, &solution, false);
	dt_solution_free(&solution);
	return exit;
}
