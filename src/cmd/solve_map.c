/* solve_map: over one or two keys, where the treaty is kept. */
#include <string.h>
#include <unistd.h>

#include "cmd/run.h"
#include "cmd/solve.h"
#include "ask/keeping_map.h"

enum { THREADS_MOST = 1024 };

/* The words of a call as overrides of the scenario. */
static const char *const *
sets_of(struct dt_command_call *call)
{
	static const char *const options[][2] = { { "treaty", "treaty" },
	    { "payoffs", "payoffs" }, { "continuation", "continuation" } };
	const char *const *given = dt_command_values(call, "set");
	size_t n = 0, most = 4;
	while (given != NULL && given[n] != NULL)
		n++;
	const char **sets = dt_arena_new(call->arena, n + most, sizeof(*sets));
	if (sets == NULL)
		return NULL;
	n = 0;
	for (size_t k = 0; k < 3; k++) {
		const char *value = dt_command_value(call, options[k][0]);
		if (value == NULL)
			continue;
		sets[n] = dt_arena_print(call->arena, "%s=%s", options[k][1],
		    value);
		if (sets[n++] == NULL)
			return NULL;
	}
	for (; given != NULL && *given != NULL; given++)
		sets[n++] = *given;
	return sets;
}

static enum dt_exit
read_axes(struct dt_command_call *call,
    struct dt_keeping_map_request *request)
{
	const char *const *vary = dt_command_values(call, "vary");
	struct dt_error err = { 0 };
	for (; *vary != NULL; vary++) {
		if (request->n_axes == DT_KEEPING_MAP_AXES)
			return dt_command_usage(call, "--vary can be given "
			    "twice at most; detente sweep takes more axes");
		if (dt_keeping_map_read(call->arena, *vary,
		    &request->axes[request->n_axes++], &err) != DT_OK)
			return dt_command_fail(call, NULL, &err);
	}
	return DT_EXIT_OK;
}

/* Returns whether it was let come to its end. */
static bool
wait_for(struct dt_command_call *call, struct dt_keeping_map *map)
{
	struct dt_progress progress;
	size_t all, done = dt_keeping_map_wait(map, &all);
	dt_progress_start(&progress, call->progress, (int64_t)all);
	progress.what = "cells";
	while (done < all && !dt_command_stopped) {
		progress.done = (int64_t)done;
		dt_progress_step(&progress);
		done = dt_keeping_map_wait(map, &all);
	}
	dt_progress_clear(&progress);
	return done == all;
}

static enum dt_exit
tell(struct dt_command_call *call, struct dt_keeping_map *map)
{
	struct dt_solution solution;
	struct dt_error err = { 0 };
	struct dt_text svg = { 0 };
	bool drawn = dt_command_value(call, "svg") != NULL;
	if (dt_keeping_map_tell(map, &solution, drawn ? &svg : NULL,
	    &err) != DT_OK)
		return dt_command_fail(call, NULL, &err);
	solution.failed |= svg.failed;
	enum dt_exit exit = solution.failed ? DT_EXIT_OK :
	    dt_cmd_solve_picture(call, &svg);
	dt_text_free(&svg);
	if (exit == DT_EXIT_OK)
		return dt_cmd_solve_finish(call, &solution);
	dt_solution_free(&solution);
	return exit;
}

enum dt_exit
dt_cmd_solve_map(struct dt_command_call *call)
{
	struct dt_faults faults = { .arena = call->arena };
	struct dt_error err = { 0 };
	struct dt_keeping_map *map = NULL;
	bool bad = false;
	long cores = sysconf(_SC_NPROCESSORS_ONLN);
	struct dt_keeping_map_request request = {
		.scenario = call->n_operands > 0 ? call->operands[0] : NULL,
		.patience = dt_command_values(call, "patience"),
		.threads = (int)dt_command_whole(call, "threads", 1,
		    THREADS_MOST, cores > 0 ? cores : 1, &bad),
		.seed = (uint64_t)dt_command_whole(call, "seed", 0, INT64_MAX,
		    1, &bad),
	};
	if (bad)
		return DT_EXIT_USAGE;
	if (request.scenario == NULL || strpbrk(request.scenario, "\"\\\n"))
		return dt_command_usage(call, "--vary needs a SCENARIO");
	if (dt_command_value(call, "strategies") != NULL)
		return dt_command_usage(call, "who signs complies; for the "
		    "others use --set agents.NAME.strategy=STRATEGY");
	enum dt_exit exit = read_axes(call, &request);
	request.sets = sets_of(call);
	if (exit != DT_EXIT_OK)
		return exit;
	enum dt_status status = request.sets == NULL ?
	    dt_status_no_memory(&err) : dt_keeping_map_new(&map,
	    &call->catalogue, &request, &faults, &err);
	if (status != DT_OK)
		exit = dt_command_fail(call, &faults, &err);
	else if (wait_for(call, map))
		exit = tell(call, map);
	else
		exit = DT_EXIT_INTERRUPTED;
	dt_keeping_map_free(map);
	return exit;
}
