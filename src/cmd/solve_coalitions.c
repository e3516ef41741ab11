/* solve_coalitions: who would join a treaty; see lab/coalitions.h. */
#include "cmd/solve.h"

#include <string.h>

#include "ask/coalitions.h"

enum dt_exit
dt_cmd_solve_coalitions(struct dt_command_call *call)
{
	const char *outsiders = dt_command_value(call, "outsiders");
	struct dt_experiment experiment;
	struct dt_solution solution;
	struct dt_error err = { 0 };
	enum dt_exit exit = dt_cmd_solve_experiment(call, &experiment);
	if (exit != DT_EXIT_OK)
		return exit;
	bool reply = outsiders != NULL && strcmp(outsiders, "reply") == 0;
	if (dt_coalitions_answer(&experiment, reply ? DT_COALITION_REPLY :
	    DT_COALITION_RACE, call->arena, &solution, &err) != DT_OK)
		return dt_command_fail(call, NULL, &err);
	exit = dt_cmd_solve_finish(call, &solution);
	if (exit == DT_EXIT_OK && dt_command_format(call) == DT_FORMAT_TEXT)
		dt_command_advise(call, "\nThat members comply is supposed; "
		    "whether they would is asked without --coalitions.");
	return exit;
}
