/* solve_from_refine: detente solve --from DB --refine. */
#include "cmd/solve_from.h"

#include <gsl/gsl_version.h>
#include <inttypes.h>

#include "cmd/run.h"
#include "infer/refine.h"
#include "proof/hash.h"
#include "version.h"

struct work {
	struct dt_cmd_solve_from_job *job;
	struct dt_store *store;
	struct dt_record_provenance provenance;
	struct dt_progress progress;
	int64_t kept;           /* runs that were committed */
};

static enum dt_status
describe(struct work *w, struct dt_error *err)
{
	struct dt_arena *arena = w->job->call->arena;
	struct dt_text text = { 0 };
	dt_text_add(&text, "detente solve --from");
	dt_cmd_run_add_word(&text, w->job->path);
	dt_text_add(&text, " --refine");
	w->provenance.command = text.failed ? NULL :
	    dt_arena_copy(arena, dt_text_string(&text));
	dt_text_free(&text);
	w->provenance.version = DT_VERSION;
	w->provenance.libraries = dt_arena_print(arena, "gsl %s, sqlite %s, "
	    "libsodium %s", gsl_version, dt_store_sqlite_version(),
	    dt_hash_sodium_version());
	return w->provenance.command && w->provenance.libraries ? DT_OK :
	    dt_status_no_memory(err);
}

/* All runs that one profile needs. */
static enum dt_status
play(struct work *w, const struct dt_empirical_need *need,
    struct dt_error *err)
{
	const struct dt_recorded *r = &w->job->recorded;
	struct dt_refine refine;
	struct dt_error late = { 0 };
	bool rounds = false, more = true;
	enum dt_status status = dt_refine_plan(&refine, r, &r->games[0], need,
	    &w->job->call->catalogue, &w->provenance, &rounds, err);
	if (status == DT_OK)
		status = dt_refine_begin(&refine, w->store, r->arena,
		    &w->provenance, rounds, w->job->threads, err);
	while (status == DT_OK && more && !dt_command_stopped) {
		status = dt_refine_step(&refine, &more, err);
		if (more)
			dt_progress_step(&w->progress);
	}
	enum dt_status end = dt_refine_end(&refine, status == DT_OK &&
	    !more, &late);
	w->kept += refine.record.committed;
	if (status == DT_OK && end != DT_OK) {
		*err = late;
		return end;
	}
	return status;
}

static enum dt_status
play_all(struct work *w, const struct dt_recorded_answer *a,
    struct dt_error *err)
{
	struct dt_error late = { 0 };
	enum dt_status status = describe(w, err);
	if (status == DT_OK)
		status = dt_store_open(&w->store, w->job->path,
		    DT_STORE_APPEND, err);
	for (size_t k = 0; k < a->n_needs && status == DT_OK &&
	    !dt_command_stopped; k++)
		status = play(w, &a->needs[k], err);
	enum dt_status closed = dt_store_close(w->store, &late);
	if (status == DT_OK && closed != DT_OK) {
		*err = late;
		return closed;
	}
	return status;
}

static enum dt_exit
interrupted(const struct work *w)
{
	fprintf(stderr, "detente: interrupted; %" PRId64 " more runs are kept "
	    "in %s: the same command goes on from them\n", w->kept,
	    w->job->path);
	return DT_EXIT_INTERRUPTED;
}

enum dt_exit
dt_cmd_solve_from_refine(struct dt_cmd_solve_from_job *job)
{
	const struct dt_recorded *r = &job->recorded;
	struct work w = { .job = job };
	struct dt_recorded_request request = job->request;
	struct dt_recorded_answer answer;
	struct dt_error err = { 0 };
	int64_t all = 0;
	request.pure = true;    /* needs are of pure ones */
	if (r->n > 1)
		return dt_command_usage(job->call, "%s holds %zu games; choose "
		    "one to refine by --where NAME=VALUE, as --where game=1",
		    job->path, r->n);
	if (dt_recorded_solve(r, &r->games[0], &request, &answer, &err) !=
	    DT_OK)
		return dt_command_fail(job->call, NULL, &err);
	for (size_t k = 0; k < answer.n_needs; k++)
		all += answer.needs[k].more;
	if (all == 0)
		return DT_EXIT_OK;
	dt_progress_start(&w.progress, job->call->progress, all);
	enum dt_status status = play_all(&w, &answer, &err);
	dt_progress_clear(&w.progress);
	if (status != DT_OK)
		return dt_command_fail(job->call, NULL, &err);
	if (dt_command_stopped)
		return interrupted(&w);
	dt_command_advise(job->call, "%" PRId64 " more runs of %zu profiles "
	    "were played into %s", all, answer.n_needs, job->path);
	return DT_EXIT_OK;
}
