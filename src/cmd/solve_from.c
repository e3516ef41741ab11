/* solve_from: the empirical game of recorded runs, detente solve --from. */
#include "cmd/solve.h"

#include <string.h>

#include "lab/recorded.h"

struct from {
	struct dt_command_call *call;
	const char *path;
	struct dt_recorded recorded;
	struct dt_recorded_request request;
	enum dt_recorded_alike alike;
};

static enum dt_exit
read_options(struct from *f)
{
	const struct dt_command_call *call = f->call;
	const char *alike = dt_command_value(call, "alike");
	bool bad = false;
	f->request.bootstrap.replicates = DT_RECORDED_REPLICATES;
	f->request.bootstrap.seed = (uint64_t)dt_command_whole(call, "seed",
	    0, INT64_MAX, 1, &bad);
	f->request.error = dt_command_number(call, "error", 1e-12, 1e12, 0,
	    &bad);
	for (int i = 0; alike != NULL && dt_recorded_alike_words[i] != NULL;
	    i++)
		if (strcmp(alike, dt_recorded_alike_words[i]) == 0)
			f->alike = (enum dt_recorded_alike)i;
	if (call->n_operands > 0)
		return dt_command_usage(call, "--from says what is asked: "
		    "'%s' is too much", call->operands[0]);
	return bad ? DT_EXIT_USAGE : DT_EXIT_OK;
}

static enum dt_status
read_games(struct from *f, struct dt_error *err)
{
	struct dt_store *store = NULL;
	struct dt_recorded *r = &f->recorded;
	enum dt_status status = dt_store_open(&store, f->path,
	    DT_STORE_READ, err);
	if (status == DT_OK)
		status = dt_recorded_read(r, store, f->path, f->call->arena,
		    err);
	dt_store_close(store, NULL);
	if (status == DT_OK)
		status = dt_recorded_where(r, dt_command_values(f->call,
		    "where"), err);
	for (size_t g = 0; g < r->n && status == DT_OK; g++)
		status = dt_recorded_reduce(r, &r->games[g],
		    &f->call->catalogue, f->alike, err);
	return status;
}

static enum dt_status
tell(struct from *f, struct dt_solution *solution, struct dt_error *err)
{
	const struct dt_recorded *r = &f->recorded;
	struct dt_recorded_answer answer;
	dt_solution_start(solution, f->call->arena, "empirical",
	    r->n == 1 ? r->games[0].scenario : f->path);
	if (r->n > 1)
		return dt_recorded_survey(r, &f->request, solution, err);
	enum dt_status status = dt_recorded_solve(r, &r->games[0],
	    &f->request, &answer, err);
	if (status == DT_OK)
		dt_recorded_tell(r, &r->games[0], &answer, solution);
	return status;
}

enum dt_exit
dt_cmd_solve_from(struct dt_command_call *call)
{
	struct from f = { .call = call,
		.path = dt_command_value(call, "from") };
	struct dt_error err = { 0 };
	struct dt_solution solution;
	enum dt_exit exit = read_options(&f);
	if (exit != DT_EXIT_OK)
		return exit;
	if (read_games(&f, &err) != DT_OK)
		return dt_command_fail(call, NULL, &err);
	if (tell(&f, &solution, &err) != DT_OK) {
		dt_solution_free(&solution);
		return dt_command_fail(call, NULL, &err);
	}
	return dt_cmd_solve_finish(call, &solution);
}
