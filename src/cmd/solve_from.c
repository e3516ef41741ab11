/* solve_from: the empirical game of recorded runs, detente solve --from. */
#include "cmd/solve_from.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "cmd/run.h"

static enum dt_exit
read_options(struct dt_cmd_solve_from_job *j)
{
	const struct dt_command_call *call = j->call;
	const char *alike = dt_command_value(call, "alike");
	bool bad = false;
	j->request.bootstrap.replicates = DT_RECORDED_REPLICATES;
	j->request.bootstrap.seed = (uint64_t)dt_command_whole(call, "seed",
	    0, INT64_MAX, 1, &bad);
	j->request.error = dt_command_number(call, "error", 1e-12, 1e12, 0,
	    &bad);
	j->threads = dt_command_threads(call, &bad);
	for (int i = 0; alike != NULL && dt_recorded_alike_words[i] != NULL;
	    i++)
		if (strcmp(alike, dt_recorded_alike_words[i]) == 0)
			j->alike = (enum dt_recorded_alike)i;
	if (bad)
		return DT_EXIT_USAGE;
	if (call->n_operands > 0)
		return dt_command_usage(call, "--from takes everything from "
		    "the database: '%s' is too much", call->operands[0]);
	return DT_EXIT_OK;
}

static enum dt_status
read_games(struct dt_cmd_solve_from_job *j, struct dt_error *err)
{
	struct dt_store *store = NULL;
	struct dt_recorded *r = &j->recorded;
	enum dt_status status = dt_store_open(&store, j->path,
	    DT_STORE_READ, err);
	if (status == DT_OK)
		status = dt_recorded_read(r, store, j->path, j->call->arena,
		    err);
	dt_store_close(store, NULL);
	if (status == DT_OK)
		status = dt_recorded_where(r, dt_command_values(j->call,
		    "where"), err);
	for (size_t g = 0; g < r->n && status == DT_OK; g++)
		status = dt_recorded_reduce(r, &r->games[g],
		    &j->call->catalogue, j->alike, err);
	return status;
}

/* The game itself goes with its answer, where it is whole. */
static enum dt_status
describe(const struct dt_recorded *r, struct dt_solution *solution)
{
	struct dt_normal normal;
	struct dt_text text = { 0 };
	enum dt_status status = dt_recorded_normal(r, &r->games[0], &normal,
	    NULL);
	if (status != DT_OK)
		return status == DT_ENOMEM ? status : DT_OK;
	dt_normal_print(&normal, &text);
	const char *copy = text.failed ? NULL :
	    dt_arena_copy(r->arena, dt_text_string(&text));
	dt_text_free(&text);
	if (copy == NULL)
		return DT_ENOMEM;
	solution->config = copy;
	return DT_OK;
}

static enum dt_status
tell(struct dt_cmd_solve_from_job *j, struct dt_solution *solution,
    struct dt_error *err)
{
	const struct dt_recorded *r = &j->recorded;
	struct dt_recorded_answer answer;
	dt_solution_start(solution, j->call->arena, "empirical",
	    r->n == 1 ? r->games[0].scenario : j->path);
	if (r->n > 1)
		return dt_recorded_survey(r, &j->request, solution, err);
	enum dt_status status = dt_recorded_solve(r, &r->games[0],
	    &j->request, &answer, err);
	if (status != DT_OK)
		return status;
	dt_recorded_tell(r, &r->games[0], &answer, solution);
	return describe(r, solution) ? dt_status_no_memory(err) : DT_OK;
}

static enum dt_status
write_file(const char *path, bool force, const struct dt_text *text,
    struct dt_error *err)
{
	int file = open(path, O_WRONLY | O_CREAT | (force ? O_TRUNC :
	    O_EXCL), 0666);
	if (file < 0 && errno == EEXIST)
		return dt_status_fail(err, DT_EUSAGE, "%s: exists: choose "
		    "another name, or --force to replace it", path);
	if (file < 0)
		return dt_status_fail(err, DT_EIO, "%s: %s", path,
		    strerror(errno));
	FILE *out = fdopen(file, "w");
	bool bad = out == NULL || fwrite(dt_text_string(text), 1, text->size,
	    out) != text->size;
	if (out == NULL)
		close(file);
	else
		bad |= fclose(out) != 0;
	return bad ? dt_status_fail(err, DT_EIO, "%s: %s", path,
	    strerror(errno)) : DT_OK;
}

/* --export: the means, for other programs. */
static enum dt_exit
export(struct dt_cmd_solve_from_job *j)
{
	const char *path = dt_command_value(j->call, "export");
	struct dt_recorded *r = &j->recorded;
	struct dt_normal normal;
	struct dt_text text = { 0 };
	struct dt_error err = { 0 };
	if (path == NULL)
		return DT_EXIT_OK;
	if (r->n > 1)
		return dt_command_usage(j->call, "%s holds %zu games; choose "
		    "one to export by --where NAME=VALUE, as --where game=1",
		    j->path, r->n);
	enum dt_status status = dt_recorded_normal(r, &r->games[0], &normal,
	    &err);
	if (status == DT_OK) {
		dt_normal_print(&normal, &text);
		status = text.failed ? dt_status_no_memory(&err) :
		    write_file(path, dt_command_value(j->call, "force") !=
		    NULL, &text, &err);
	}
	dt_text_free(&text);
	return status ? dt_command_fail(j->call, NULL, &err) : DT_EXIT_OK;
}

enum dt_exit
dt_cmd_solve_from(struct dt_command_call *call)
{
	struct dt_cmd_solve_from_job j = { .call = call,
		.path = dt_command_value(call, "from") };
	bool refine = dt_command_value(call, "refine") != NULL;
	struct dt_error err = { 0 };
	struct dt_solution solution;
	enum dt_exit exit = read_options(&j);
	if (exit != DT_EXIT_OK)
		return exit;
	if (read_games(&j, &err) != DT_OK)
		return dt_command_fail(call, NULL, &err);
	if (refine && (exit = dt_cmd_solve_from_refine(&j)) != DT_EXIT_OK)
		return exit;
	if (refine && read_games(&j, &err) != DT_OK)
		return dt_command_fail(call, NULL, &err);
	if ((exit = export(&j)) != DT_EXIT_OK)
		return exit;
	if (tell(&j, &solution, &err) != DT_OK) {
		dt_solution_free(&solution);
		return dt_command_fail(call, NULL, &err);
	}
	return dt_cmd_solve_finish(call, &solution);
}
