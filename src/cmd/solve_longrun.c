/* solve_longrun: what a scenario comes to as its strategies play it. */
#include "cmd/solve.h"
#include "ask/longrun.h"

enum dt_exit
dt_cmd_solve_longrun(struct dt_command_call *call)
{
	struct dt_experiment experiment;
	struct dt_solution solution;
	struct dt_error err = { 0 };
	enum dt_exit exit = dt_cmd_solve_experiment(call, &experiment);
	if (exit != DT_EXIT_OK)
		return exit;
	dt_solution_start(&solution, call->arena, "long-run",
	    call->operands[0]);
	if (dt_longrun_solve(&experiment, &solution, &err) != DT_OK) {
		dt_solution_free(&solution);
		return dt_command_fail(call, NULL, &err);
	}
	return dt_cmd_solve_finish(call, &solution);
}
