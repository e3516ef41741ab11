/* ask_from: the empirical game of recorded runs, detente solve --from. */
#include "ask/ask_from.h"

#include <string.h>

#include "ask/ask_question.h"

static enum dt_status
read_options(struct dt_ask_from *f, struct dt_error *err)
{
	const struct dt_ask *ask = f->ask;
	const char *alike = dt_ask_value(ask, "alike");
	if (ask->subject != NULL)
		return dt_status_fail(err, DT_EUSAGE, "--from takes "
		    "everything from the database: '%s' is too much",
		    ask->subject);
	for (int i = 0; alike != NULL && dt_recorded_alike_words[i] != NULL;
	    i++)
		if (strcmp(alike, dt_recorded_alike_words[i]) == 0)
			f->alike = (enum dt_recorded_alike)i;
	f->request.bootstrap.replicates = DT_RECORDED_REPLICATES;
	enum dt_status status = dt_ask_effort(ask, &f->threads,
	    &f->request.bootstrap.seed, err);
	return status != DT_OK ? status : dt_option_number(ask->options,
	    "error", 1e-12, 1e12, &f->request.error, err);
}

static enum dt_status
read_games(struct dt_ask_from *f, struct dt_error *err)
{
	const struct dt_catalogue *catalogue = f->ask->catalogue;
	struct dt_store *store = NULL;
	struct dt_recorded *r = &f->recorded;
	enum dt_status status = dt_store_open(&store, f->path,
	    DT_STORE_READ, err);
	if (status == DT_OK)
		status = dt_recorded_read(r, store, f->path,
		    catalogue->arena, err);
	(void)dt_store_close(store, NULL);
	if (status == DT_OK)
		status = dt_recorded_where(r,
		    dt_option_values(f->ask->options, "where"), err);
	for (size_t g = 0; g < r->n && status == DT_OK; g++)
		status = dt_recorded_reduce(r, &r->games[g], catalogue,
		    f->alike, err);
	return status;
}

/* What needs one game; `to`: "refine". */
static enum dt_status
need_one(const struct dt_ask_from *f, const char *to, struct dt_error *err)
{
	if (f->recorded.n <= 1)
		return DT_OK;
	return dt_status_fail(err, DT_EUSAGE, "%s holds %zu games; choose one "
	    "to %s by --where NAME=VALUE, as --where game=1", f->path,
	    f->recorded.n, to);
}

/* The game itself goes with its answer, where it is whole; who wants to
 * export it must be told why it is not. */
static enum dt_status
describe(const struct dt_ask_from *f, struct dt_solution *solution,
    struct dt_error *err)
{
	const struct dt_recorded *r = &f->recorded;
	struct dt_normal normal;
	struct dt_text text = { 0 };
	enum dt_status status = dt_recorded_normal(r, &r->games[0], &normal,
	    err);
	if (status != DT_OK)
		return status == DT_ENOMEM ||
		    dt_ask_value(f->ask, "export") != NULL ? status : DT_OK;
	dt_normal_print(&normal, &text);
	const char *copy = text.failed ? NULL :
	    dt_arena_copy(r->arena, dt_text_string(&text));
	dt_text_free(&text);
	solution->config = copy == NULL ? "" : copy;
	return copy == NULL ? dt_status_no_memory(err) : DT_OK;
}

static enum dt_status
tell(struct dt_ask_from *f, struct dt_solution *solution,
    struct dt_error *err)
{
	const struct dt_recorded *r = &f->recorded;
	struct dt_recorded_answer answer;
	dt_solution_start(solution, r->arena, "empirical",
	    r->n == 1 ? r->games[0].scenario : f->path);
	if (r->n > 1)
		return dt_recorded_survey(r, &f->request, solution, err);
	enum dt_status status = describe(f, solution, err);
	if (status == DT_OK)
		status = dt_recorded_solve(r, &r->games[0], &f->request,
		    &answer, err);
	if (status == DT_OK)
		dt_recorded_tell(r, &r->games[0], &answer, solution);
	return status;
}

enum dt_status
dt_ask_from(struct dt_ask *ask, struct dt_solution *solution,
    struct dt_error *err)
{
	struct dt_ask_from f = { .ask = ask,
	    .path = dt_ask_value(ask, "from") };
	enum dt_status status = read_options(&f, err);
	if (status == DT_OK)
		status = read_games(&f, err);
	if (status == DT_OK && dt_ask_value(ask, "refine") != NULL) {
		status = need_one(&f, "refine", err);
		if (status == DT_OK)
			status = dt_ask_from_refine(&f, err);
		if (status == DT_OK)
			status = read_games(&f, err);
	}
	if (status == DT_OK && dt_ask_value(ask, "export") != NULL)
		status = need_one(&f, "export", err);
	return status == DT_OK ? tell(&f, solution, err) : status;
}
