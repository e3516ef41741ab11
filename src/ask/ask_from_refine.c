/* ask_from_refine: more runs where an empirical game needs them. */
#include <inttypes.h>

#include "ask/ask_from.h"
#include "infer/refine.h"

struct work {
	struct dt_ask_from *from;
	struct dt_store *store;
	int64_t done, all;      /* runs */
	int64_t kept;           /* runs that were committed */
	const char *backup;     /* the file as it was, if it was migrated */
	bool stopped;
};

static bool
goes_on(struct work *w)
{
	const struct dt_ask *ask = w->from->ask;
	w->stopped |= ask->go_on != NULL && !ask->go_on(ask->context, "runs",
	    w->done, w->all);
	return !w->stopped;
}

/* All runs that one profile needs. */
static enum dt_status
play(struct work *w, const struct dt_empirical_need *need,
    struct dt_error *err)
{
	const struct dt_ask *ask = w->from->ask;
	const struct dt_recorded *r = &w->from->recorded;
	struct dt_refine refine;
	struct dt_error late = { 0 };
	bool rounds = false, more = true;
	enum dt_status status = dt_refine_plan(&refine, r, &r->games[0], need,
	    ask->catalogue, ask->provenance, &rounds, err);
	refine.stop = ask->stop != NULL ? ask->stop->flag : NULL;
	if (status == DT_OK)
		status = dt_refine_begin(&refine, w->store, r->arena,
		    ask->provenance, rounds, w->from->threads, err);
	while (status == DT_OK && more && goes_on(w)) {
		status = dt_refine_step(&refine, &more, err);
		w->done += more;
	}
	if (status == DT_ESTOPPED) {    /* in the middle of a run */
		w->stopped = true;
		status = DT_OK;
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
	enum dt_status status = dt_store_open(&w->store, w->from->path,
	    DT_STORE_APPEND, err);
	for (size_t k = 0; k < a->n_needs && status == DT_OK && !w->stopped;
	    k++)
		status = play(w, &a->needs[k], err);
	const char *backup = w->store ? dt_store_backup(w->store) : NULL;
	if (backup != NULL)
		w->backup = dt_arena_copy(w->from->recorded.arena, backup);
	enum dt_status closed = dt_store_close(w->store, &late);
	if (status == DT_OK && closed != DT_OK) {
		*err = late;
		return closed;
	}
	return status;
}

enum dt_status
dt_ask_from_refine(struct dt_ask_from *from, struct dt_error *err)
{
	const struct dt_recorded *r = &from->recorded;
	struct work w = { .from = from };
	struct dt_recorded_request request = from->request;
	struct dt_recorded_answer answer;
	request.pure = true;    /* needs are of pure ones */
	if (from->ask->provenance == NULL)
		return dt_status_fail(err, DT_EUSAGE, "--refine writes into "
		    "the database: only 'detente solve' does that");
	enum dt_status status = dt_recorded_solve(r, &r->games[0], &request,
	    &answer, err);
	for (size_t k = 0; status == DT_OK && k < answer.n_needs; k++)
		w.all += answer.needs[k].more;
	if (status != DT_OK || w.all == 0)
		return status;
	status = play_all(&w, &answer, err);
	if (status != DT_OK)
		return status;
	if (w.stopped)
		return dt_status_fail(err, DT_ESTOPPED, "interrupted; %" PRId64
		    " more runs are kept in %s: the same command goes on from "
		    "them", w.kept, from->path);
	from->ask->note = dt_arena_print(r->arena, "%" PRId64 " more runs of "
	    "%zu profiles were played into %s%s%s", w.all, answer.n_needs,
	    from->path, w.backup ? ", which is of this version now; as it was "
	    "it is in " : "", w.backup ? w.backup : "");
	return DT_OK;
}
