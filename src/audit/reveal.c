/* reveal: see reveal.h. */
#include "audit/reveal.h"

#include <inttypes.h>
#include <string.h>

#include "base/memory.h"
#include "play/play.h"
#include "audit/stored.h"
#include "audit/stored_log.h"

struct work {
	struct dt_reveal *reveal;
	struct dt_experiment experiment;
	struct dt_roster *roster;
	struct dt_seal_maker maker;
	bool *skip;
	struct dt_merkle_hash *leaves;  /* owned: by agent, then by run */
	size_t runs;                    /* of the epoch */
	struct dt_error *err;
};

static enum dt_status
find_epoch(struct dt_reveal *r, struct dt_store *store, int64_t id,
    int64_t run, struct dt_error *err)
{
	struct dt_store_scan_range range = { .experiment = id };
	struct dt_store_scan *scan = NULL;
	const struct dt_cell *row = NULL;
	enum dt_status status = dt_store_scan_open(&scan, store,
	    DT_STORE_SCAN_CHECKPOINT, &range, err);
	while (status == DT_OK && (status = dt_store_scan_next(scan, &row,
	    err)) == DT_OK && row != NULL)
		if (row[1].integer <= run && run <= row[2].integer) {
			r->first_run = row[1].integer;
			r->last_run = row[2].integer;
		}
	dt_store_scan_close(scan);
	if (status == DT_OK && r->last_run == 0)
		return dt_status_fail(err, DT_EUSAGE, "run %" PRId64 " is in "
		    "no epoch of experiment %" PRId64, run, id);
	return status;
}

static enum dt_status
show(struct work *w, const struct dt_play_run *run)
{
	struct dt_reveal *r = w->reveal;
	enum dt_status status = DT_OK;
	struct dt_seal_source source = { run->number, run->tally, run->rounds,
		run->n_rounds, run->lanes, run->lane };
	for (size_t i = 0; i < r->n && status == DT_OK; i++) {
		struct dt_text text = { 0 };
		if (r->agents[i].closed)
			continue;
		dt_seal_moves(&w->maker, i, &source, &text);
		r->agents[i].text = text.failed ? NULL :
		    dt_arena_copy(&r->arena, dt_text_string(&text));
		r->agents[i].leaf = run->seal->moves[i];
		if (r->agents[i].text == NULL)
			status = dt_status_no_memory(w->err);
		dt_text_free(&text);
	}
	return status;
}

static enum dt_status
play(struct work *w, int64_t number)
{
	struct dt_play *play;
	const struct dt_play_run *run;
	struct dt_play_request request = { .runs = w->reveal->last_run,
		.skip = w->skip, .threads = 2,
		.rounds = w->experiment.engine != DT_ENGINE_LANES,
		.seals = &w->maker };
	enum dt_status status = dt_play_new(&play, &w->experiment, &request,
	    w->err);
	while (status == DT_OK && (status = dt_play_next(play, &run,
	    w->err)) == DT_OK && run != NULL) {
		size_t at = (size_t)(run->number - w->reveal->first_run);
		for (size_t i = 0; i < w->reveal->n; i++)
			w->leaves[i * w->runs + at] = run->seal->moves[i];
		if (run->number == number)
			status = show(w, run);
	}
	dt_play_free(play);
	size_t at = (size_t)(number - w->reveal->first_run);
	for (size_t i = 0; status == DT_OK && i < w->reveal->n; i++) {
		struct dt_reveal_agent *a = &w->reveal->agents[i];
		if (a->closed)
			continue;
		const struct dt_merkle_hash *own = w->leaves + i * w->runs;
		dt_merkle_root_of(own, w->runs, &a->root);
		dt_merkle_include(own, w->runs, at, &a->proof);
	}
	return status;
}

static enum dt_status
prepare(struct work *w)
{
	struct dt_reveal *r = w->reveal;
	enum dt_status status = dt_roster_new(&w->roster, &w->experiment,
	    w->err);
	if (status == DT_OK)
		status = dt_seal_maker(&w->maker, &w->experiment, w->roster,
		    DT_SEAL_EPOCH, false, w->err);
	w->skip = dt_memory_new((size_t)r->last_run, sizeof(*w->skip));
	if (status == DT_OK && w->skip == NULL)
		status = dt_status_no_memory(w->err);
	for (int64_t i = 1; status == DT_OK && i < r->first_run; i++)
		w->skip[i - 1] = true;
	r->n = w->experiment.model.n;
	w->runs = (size_t)(r->last_run - r->first_run + 1);
	w->leaves = dt_memory_new(r->n * w->runs, sizeof(*w->leaves));
	if (status == DT_OK && w->leaves == NULL)
		status = dt_status_no_memory(w->err);
	for (size_t i = 0; status == DT_OK && i < r->n; i++) {
		r->agents[i].name = dt_arena_copy(&r->arena,
		    w->roster->seats[i].name);
		r->agents[i].signs =
		    strcmp(w->roster->seats[i].role, "party") == 0;
	}
	return status;
}

/* Whose registered key is not the one that the seed gives. */
static enum dt_status
find_closed(struct work *w, struct dt_store *store, int64_t id)
{
	struct dt_stored_log log = { 0 };
	enum dt_status status = dt_stored_log_read(store, id,
	    w->roster->experiment, &log, w->err);
	for (size_t i = 0; status == DT_OK && i < w->reveal->n; i++) {
		const struct dt_roster_seat *s = &w->roster->seats[i];
		const struct dt_registry_row *row = dt_registry_find(
		    &log.registry, dt_lines_word(s->name));
		w->reveal->agents[i].closed = row == NULL ||
		    !dt_vkey_same(&row->key, &s->session->vkey);
	}
	dt_stored_log_free(&log);
	return status;
}

enum dt_status
dt_reveal_run(struct dt_reveal *r, struct dt_store *store,
    const struct dt_cell *row, int64_t run, struct dt_error *err)
{
	*r = (struct dt_reveal){ 0 };
	struct work *w = dt_memory_new(1, sizeof(*w));
	if (w == NULL)
		return dt_status_no_memory(err);
	w->reveal = r;
	w->err = err;
	enum dt_status status = find_epoch(r, store,
	    row[DT_STORE_SCAN_ID].integer, run, err);
	if (status == DT_OK)
		status = dt_stored_experiment(&r->arena, row, &w->experiment,
		    err);
	if (status == DT_OK)
		status = prepare(w);
	if (status == DT_OK)
		status = find_closed(w, store, row[DT_STORE_SCAN_ID].integer);
	if (status == DT_OK)
		status = play(w, run);
	dt_roster_free(w->roster);
	dt_memory_free(w->skip);
	dt_memory_free(w->leaves);
	dt_memory_free(w);
	return status;
}

void
dt_reveal_free(struct dt_reveal *r)
{
	dt_arena_free(&r->arena);
}
