/*
 * export_perjury: in which rounds a party declared PAUSE, raced, and was
 * found; see export_internal.h. A finding against a declaration is perjury only
 * there: where the party truly paused it is a false alarm of the inspector's,
 * which no two signatures can tell from the former. So the runs are played
 * again.
 */
#include "audit/export_internal.h"

#include "base/memory.h"
#include "play/play.h"

struct search {
	struct dt_export *x;
	bool *skip;             /* owned: [run - 1], nothing to be found */
	int64_t runs;
};

/* Runs with a false declaration or a wrong finding, by the rows that were
 * audited. */
static enum dt_status
mark(struct search *s, bool fill)
{
	struct dt_store_scan *scan = NULL;
	const struct dt_cell *row = NULL;
	struct dt_export *x = s->x;
	struct dt_store_scan_range range = { .experiment = x->id };
	enum dt_status status = dt_store_scan_open(&scan, x->store,
	    DT_STORE_SCAN_OUTCOME, &range, x->err);
	while (status == DT_OK && (status = dt_store_scan_next(scan, &row,
	    x->err)) == DT_OK && row != NULL) {
		if (row[10].integer == 0 && row[8].integer == 0)
			continue;
		if (fill)
			s->skip[row[0].integer - 1] = false;
		else
			s->runs = row[0].integer;
	}
	dt_store_scan_close(scan);
	return status;
}

static void
look(struct dt_export *x, int64_t run, const struct dt_tape_round *r)
{
	uint64_t in = r->phase == DT_PHASE_IN_FORCE ? r->parties : 0;
	uint64_t denied = r->findings & in & ~r->declared;
	for (; denied != 0; denied &= denied - 1) {
		size_t i = dt_move_first(denied);
		if (!dt_move_has(r->executed, i))
			x->request->false_alarms++;
		else if (x->perjury[i].run == 0)
			x->perjury[i] = (struct dt_export_perjury){ run,
				r->number };
	}
}

static enum dt_status
play(struct search *s)
{
	struct dt_export *x = s->x;
	struct dt_play *play;
	const struct dt_play_run *run;
	struct dt_play_request request = { .runs = s->runs, .skip = s->skip,
		.threads = 2, .rounds = true };
	enum dt_status status = dt_play_new(&play, &x->experiment, &request,
	    x->err);
	if (status)
		return status;
	while ((status = dt_play_next(play, &run, x->err)) == DT_OK &&
	    run != NULL)
		for (size_t k = 0; k < run->n_rounds; k++)
			look(x, run->number, &run->rounds[k]);
	dt_play_free(play);
	return status;
}

enum dt_status
dt_export_perjuries(struct dt_export *x)
{
	struct search s = { .x = x };
	enum dt_status status = mark(&s, false);
	if (status || s.runs == 0)
		return status;
	s.skip = dt_memory_new((size_t)s.runs, sizeof(*s.skip));
	if (s.skip == NULL)
		return dt_status_no_memory(x->err);
	for (int64_t i = 0; i < s.runs; i++)
		s.skip[i] = true;
	status = mark(&s, true);
	if (status == DT_OK)
		status = play(&s);
	dt_memory_free(s.skip);
	return status;
}
