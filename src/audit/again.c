/* again: see again.h. */
#include "audit/again.h"

#include <inttypes.h>
#include <string.h>

#include "audit/stored.h"
#include "base/memory.h"
#include "play/record.h"
#include "play/rows.h"

/* Compiles what a row says, if this program plays it as it was played. */
static enum dt_status
compile(struct dt_again *a, const struct dt_cell *row, struct dt_error *err)
{
	const char *key = dt_arena_copy(&a->arena, row[DT_STORE_SCAN_KEY].text);
	const char *engine = row[DT_STORE_SCAN_ENGINE].text;
	a->id = row[DT_STORE_SCAN_ID].integer;
	if (key == NULL)
		return dt_status_no_memory(err);
	if (strcmp(engine, "reference") != 0 && strcmp(engine, "lanes") != 0)
		return dt_status_fail(err, DT_ESTORE, "%s: experiment %"
		    PRId64 ": no engine played it ('%.40s'), so none can play "
		    "it again", dt_store_path(a->store), a->id, engine);
	enum dt_status status = dt_stored_experiment(&a->arena, row,
	    &a->experiment, err);
	if (status == DT_OK && strcmp(a->experiment.key, key) != 0)
		return dt_status_fail(err, DT_ESTORE, "%s: experiment %"
		    PRId64 ": version %" PRId64 " of the model played it, and this "
		    "program plays version %d, or the row was changed: see "
		    "detente audit", dt_store_path(a->store), a->id, row[DT_STORE_SCAN_MODEL].integer,
		    a->experiment.model_version);
	return status;
}

/* The row with that number, or the only one. */
static enum dt_status
choose(struct dt_again *a, int64_t id, struct dt_error *err)
{
	struct dt_store_scan *scan = NULL;
	const struct dt_cell *row = NULL;
	int64_t n = 0;
	enum dt_status status = dt_store_scan_open(&scan, a->store,
	    DT_STORE_SCAN_EXPERIMENT, &(struct dt_store_scan_range){ 0 }, err);
	while (status == DT_OK && (status = dt_store_scan_next(scan, &row,
	    err)) == DT_OK && row != NULL) {
		if (id != 0 && row[DT_STORE_SCAN_ID].integer != id)
			continue;
		if (++n > 1)
			break;
		status = compile(a, row, err);
		a->experiment.runs = row[DT_STORE_SCAN_ASKED].integer;
	}
	dt_store_scan_close(scan);
	if (n > 1)
		return dt_status_fail(err, DT_EUSAGE, "%s: has several "
		    "experiments: say which by --experiment N (detente query "
		    "DB provenance lists them)", dt_store_path(a->store));
	if (status || n == 1)
		return status;
	return id == 0 ? dt_status_fail(err, DT_EUSAGE, "%s: has no "
	    "experiment", dt_store_path(a->store)) : dt_status_fail(err,
	    DT_EUSAGE, "%s: has no experiment %" PRId64,
	    dt_store_path(a->store), id);
}

enum dt_status
dt_again_open(struct dt_again *a, struct dt_store *store, int64_t id,
    struct dt_error *err)
{
	a->store = store;
	enum dt_status status = choose(a, id, err);
	size_t runs = status ? 0 : (size_t)a->experiment.runs;
	if (status == DT_OK) {
		a->missing = dt_memory_new(runs + 1, sizeof(*a->missing));
		a->skip = dt_memory_new(runs + 1, sizeof(*a->skip));
		if (a->missing == NULL || a->skip == NULL)
			return dt_status_no_memory(err);
		status = dt_store_finished(store, a->id, a->missing,
		    (int64_t)runs, err);
	}
	for (size_t i = 0; i < runs && status == DT_OK; i++)
		a->missing[i] = !a->missing[i];
	return status;
}

void
dt_again_close(struct dt_again *a)
{
	dt_memory_free(a->missing);
	dt_memory_free(a->skip);
	dt_arena_free(&a->arena);
	*a = (struct dt_again){ 0 };
}

/* The rows of run and outcome of one run as they are stored. */
static enum dt_status
add_stored(struct dt_again *a, int64_t number, struct dt_text *bytes,
    struct dt_error *err)
{
	static const enum dt_store_scan_what of_runs[] = { DT_STORE_SCAN_RUN,
		DT_STORE_SCAN_OUTCOME, DT_STORE_SCAN_RACE_RUN,
		DT_STORE_SCAN_RACE_OUTCOME };
	const struct dt_store_scan_range range = { a->id, number, number };
	enum dt_status status = DT_OK;
	for (size_t t = 0; t < sizeof(of_runs) / sizeof(of_runs[0]) &&
	    status == DT_OK; t++) {
		struct dt_store_scan *scan = NULL;
		const struct dt_cell *row = NULL;
		status = dt_store_scan_open(&scan, a->store, of_runs[t],
		    &range, err);
		while (status == DT_OK && (status = dt_store_scan_next(scan,
		    &row, err)) == DT_OK && row != NULL)
			dt_rows_add(of_runs[t], row, bytes);
		dt_store_scan_close(scan);
	}
	return status;
}

/* What a version did not keep contradicts nothing; see dt_rows_add_old. */
static bool
are_same(const struct dt_text *stored, const struct dt_text *played)
{
	struct dt_text old = { 0 };
	bool same = stored->size == played->size &&
	    memcmp(stored->bytes, played->bytes, played->size) == 0;
	if (!same && dt_rows_are_old(stored) && dt_rows_add_old(played, &old))
		same = stored->size == old.size &&
		    memcmp(stored->bytes, old.bytes, old.size) == 0;
	dt_text_free(&old);
	return same;
}

static enum dt_status
compare(struct dt_again *a, const struct dt_play_run *run,
    struct dt_error *err)
{
	struct dt_text stored = { 0 }, played = { 0 };
	enum dt_status status = add_stored(a, run->number, &stored, err);
	if (status == DT_OK)
		(void)dt_rows_add_run(run->number, run->tally, NULL, 0,
		    &played);
	if (status == DT_OK && (stored.failed || played.failed))
		status = dt_status_no_memory(err);
	else if (status == DT_OK && !are_same(&stored, &played))
		status = dt_status_fail(err, DT_ESTORE, "%s: run %" PRId64 ": its "
		    "rows of run and outcome are not what was played: detente "
		    "audit names them", dt_store_path(a->store),
		    run->number);
	dt_text_free(&stored);
	dt_text_free(&played);
	return status;
}

static enum dt_status
play(struct dt_again *a, const struct dt_play_request *request,
    dt_again_take *take, void *to, struct dt_error *err)
{
	struct dt_play *p;
	const struct dt_play_run *run = NULL;
	enum dt_status status = dt_play_new(&p, &a->experiment, request, err);
	if (status != DT_OK)
		return status;
	while ((status = dt_play_next(p, &run, err)) == DT_OK && run != NULL) {
		status = compare(a, run, err);
		if (status == DT_OK)
			status = take(to, run, err);
		if (status != DT_OK)
			break;
	}
	dt_play_free(p);
	return status;
}

enum dt_status
dt_again_run(struct dt_again *a, int64_t number, dt_again_take *take,
    void *to, struct dt_error *err)
{
	if (number < 1 || number > a->experiment.runs ||
	    a->missing[number - 1])
		return dt_status_fail(err, DT_EUSAGE, "%s: experiment %" PRId64
		    " has no run %" PRId64 ": %" PRId64 " were asked for",
		    dt_store_path(a->store), a->id, number, a->experiment.runs);
	for (int64_t i = 1; i < number; i++)
		a->skip[i - 1] = true;
	a->skip[number - 1] = false;
	return play(a, &(struct dt_play_request){ .runs = number,
	    .skip = a->skip, .threads = 1, .keep = number }, take, to, err);
}

/* A run's rounds into the record's store. */
struct adding {
	struct dt_record record;
	void (*step)(void *to);
	void *to;
};

static enum dt_status
add(void *adding, const struct dt_play_run *run, struct dt_error *err)
{
	struct adding *to = adding;
	struct dt_record *r = &to->record;
	enum dt_status status = dt_store_deepen_run(r->store, r->id,
	    run->number, run->tally->rounds, err);
	for (size_t k = 0; k < run->n_rounds && status == DT_OK; k++)
		status = dt_record_round(r, run->number, &run->rounds[k], err);
	if (status == DT_OK && to->step != NULL)
		to->step(to->to);
	return status;
}

enum dt_status
dt_again_add_rounds(struct dt_again *a, int threads, const atomic_bool *stop,
    void (*step)(void *to), void *to, struct dt_error *err)
{
	struct adding adding = { { .store = a->store, .id = a->id,
		.experiment = &a->experiment }, step, to };
	if (a->experiment.engine == DT_ENGINE_LANES)
		return dt_status_fail(err, DT_EUSAGE, "%s: experiment %" PRId64
		    " was played by the engine lanes, which keeps no rounds: "
		    "play it with --engine reference --detail rounds",
		    dt_store_path(a->store), a->id);
	enum dt_status status = dt_store_deepen(a->store, a->id, err);
	if (status == DT_OK)
		status = play(a, &(struct dt_play_request){
		    .runs = a->experiment.runs, .skip = a->missing,
		    .threads = threads, .stop = stop, .rounds = true }, add,
		    &adding, err);
	/* what is not committed goes when the store is closed */
	return status ? status : dt_store_commit(a->store, err);
}
