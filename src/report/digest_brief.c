/*
 * digest_brief: a sheet about what is in a database: its first experiment, or
 * the one that is asked for; else the scenario of its first sweep, or of its
 * first solution. See digest_internal.h.
 */
#include "report/brief.h"
#include "report/digest_internal.h"

#include <inttypes.h>

static enum dt_status
tell(struct dt_digest *d, const struct dt_digest_experiment *e,
    struct dt_text *page)
{
	struct dt_brief_request request = { .title = NULL,
		.experiment = e->compiles ? &e->made : NULL,
		.played = e->summary.runs > 0 ? &e->summary : NULL,
		.thresholds = d->request->thresholds,
		.threads = d->request->threads, .command = e->command,
		.version = d->request->version };
	if (!e->compiles || e->summary.runs > 0)
		dt_digest_tell(d, e, request.lines);
	if (!e->compiles)
		request.title = dt_digest_name(d, e);
	return dt_brief(&request, d->arena, page, d->err);
}

static enum dt_status
tell_sweep(struct dt_digest *d, int64_t id, struct dt_text *page)
{
	struct dt_digest_field f = { .id = id };
	struct dt_brief_request request = { .version = d->request->version };
	enum dt_status status = dt_digest_sweep_read(d, &f);
	if (status != DT_OK)
		return status;
	request.title = f.title[0] ? f.title : f.name;
	request.command = f.command;
	dt_digest_sweep_tell(d, &f, request.lines);
	return dt_brief(&request, d->arena, page, d->err);
}

static enum dt_status
take_solution(struct dt_digest *d, const struct dt_cell *row, void *to)
{
	struct dt_digest_experiment *e = to;
	e->config = dt_digest_text(d, &row[0]);
	e->command = dt_digest_text(d, &row[1]);
	return DT_OK;
}

/* Of a scenario, which it has whole; agents are those that it names. */
static enum dt_status
read_solution(struct dt_digest *d, int64_t id, struct dt_digest_experiment *e)
{
	enum dt_status status = dt_digest_ask(d, (struct dt_digest_taker){
	    take_solution, e }, "SELECT config, command FROM solution WHERE"
	    " solution_id = %" PRId64, id);
	return status ? status : dt_digest_compile(d, e);
}

static enum dt_status
nothing(struct dt_digest *d, struct dt_text *page)
{
	struct dt_brief_request request = { .title = "Nothing to tell",
		.lines = { "There is no scenario in this file to tell of: no "
		    "experiment, no sweep, and no solution of a scenario." },
		.command = d->request->database,
		.version = d->request->version };
	return dt_brief(&request, d->arena, page, d->err);
}

/* The first row of a table; 0: it has none. */
static enum dt_status
first_of(struct dt_digest *d, const char *table, int64_t *id)
{
	struct dt_digest_ids list = { .most = 1, .ids = id };
	*id = 0;
	return dt_digest_list(d, table, &list);
}

static enum dt_status
tell_first(struct dt_digest *d, struct dt_digest_experiment *e,
    struct dt_text *page)
{
	int64_t id = d->request->experiment, sweep = 0, solution = 0;
	enum dt_status status = id > 0 ? DT_OK : first_of(d, "experiment",
	    &id);
	if (status == DT_OK && id == 0)
		status = first_of(d, "sweep", &sweep);
	if (status == DT_OK && id == 0 && sweep == 0)
		status = first_of(d, "solution", &solution);
	if (status == DT_OK && sweep > 0)
		return tell_sweep(d, sweep, page);
	if (status == DT_OK && id > 0)
		status = dt_digest_read(d, id, e);
	if (status == DT_OK && id > 0)
		status = dt_digest_compile(d, e);
	if (status == DT_OK && solution > 0)
		status = read_solution(d, solution, e);
	if (status != DT_OK)
		return status;
	return id > 0 || e->compiles ? tell(d, e, page) : nothing(d, page);
}

enum dt_status
dt_digest_brief(const struct dt_digest_request *request,
    struct dt_arena *arena, struct dt_text *page, struct dt_error *err)
{
	struct dt_error own;
	struct dt_paper paper;
	struct dt_digest d = { .request = request, .arena = arena,
		.paper = &paper, .err = err ? err : &own };
	struct dt_digest_experiment *e = dt_arena_new(arena, 1, sizeof(*e));
	if (e == NULL)
		return dt_status_no_memory(d.err);
	dt_paper_start(&paper, arena, "", "");
	enum dt_status status = tell_first(&d, e, page);
	bool failed = paper.failed;
	dt_paper_free(&paper);
	return status == DT_OK && failed ? dt_status_no_memory(d.err) :
	    status;
}
