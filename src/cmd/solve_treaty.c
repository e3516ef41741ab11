/* solve_treaty: whether to keep a scenario's treaty is an equilibrium. */
#include <unistd.h>

#include "cmd/solve.h"
#include "ask/keeping.h"

enum { THREADS_MOST = 1024 };

enum dt_exit
dt_cmd_solve_treaty(struct dt_command_call *call)
{
	struct dt_experiment experiment;
	struct dt_solution solution;
	struct dt_error err = { 0 };
	bool bad = false;
	long cores = sysconf(_SC_NPROCESSORS_ONLN);
	int64_t threads = dt_command_whole(call, "threads", 1, THREADS_MOST,
	    cores > 0 ? cores : 1, &bad);
	int64_t seed = dt_command_whole(call, "seed", 0, INT64_MAX, 1, &bad);
	if (bad)
		return DT_EXIT_USAGE;
	enum dt_exit exit = dt_cmd_solve_experiment(call, &experiment);
	if (exit != DT_EXIT_OK)
		return exit;
	struct dt_keeping_request request = {
		.patience = dt_command_values(call, "patience"),
		.thresholds = true, .threads = (int)threads,
		.seed = (uint64_t)seed,
	};
	if (dt_keeping_solve(call->arena, &experiment, &request, &solution,
	    &err) != DT_OK)
		return dt_command_fail(call, NULL, &err);
	return dt_cmd_solve_finish(call, &solution);
}
